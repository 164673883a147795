"""Addresses of outlets: the host of one, and whose name it spells."""

import re
from urllib.parse import urlsplit

_SUFFIX = frozenset({"co", "com", "net", "org", "gov", "ac"})
"""Second-level endings ("co.uk"): what stands before them is the name."""
LEAST = 3
"""Letters that a name's initials have at least, to be taken for what a host spells."""


def host_of(address: str) -> str:
    """The host of an address without "www.", "" for what is none or cannot be read as one."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def core(host: str) -> str:
    """What a bare host spells: "vesk" for "news.vesk.co.uk"; "" for what is no host."""
    if not re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", host):
        return ""
    labels = host.lower().removeprefix("www.").split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SUFFIX:
        labels = labels[:-1]
    return labels[-1].replace("-", "")


def spells(name: str) -> frozenset[str]:
    """What the host of an outlet of this name may spell: all of it, or initials for its words."""
    words = re.findall(r"[^\W_]+", name.lower())
    base = words[1:] if words[:1] == ["the"] else words
    initials = "".join(word[0] for word in base)
    ways = {"".join(words), "".join(base), *_initials(base)}
    if len(initials) >= LEAST:
        ways.add(initials)
    return frozenset(way for way in ways if way)


def _initials(words: list[str]) -> set[str]:
    """The last word in full behind the initials of at least two."""
    first = "".join(word[0] for word in words[:-1])
    return {first + words[-1]} if len(first) > 1 else set()


__all__ = ["core", "host_of", "spells"]
