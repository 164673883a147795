"""Names as sites write their own → the name alone, and whether a host is called after one."""

import re
from functools import cache

from reportedly.lexicons import load

LONGEST = 80
_SMALL = {"the", "of", "and", "for", "a", "de", "la"}
_NAME_WORDS = 9
_LEAST = 3
_LOGO = re.compile(
    r"\b(?:the )?(?:official )?logo(?: of| for)?\b"
    r"|\b(?:back |go |return |link |visit )?(?:to )?(?:the )?"
    r"(?:(?:home|front|start) ?page|website|web site)\b"
    r"(?: of)?|\b(?:back to|go to|return to|home)\b",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"[\s,]+(?:ltd|limited|inc|llc|plc|gmbh|ag|corp|corporation|company|co|s\.?a|s\.?r\.?l|oy|ab|as"
    r"|bv|nv|pty|llp|(?:& )?co\. kg)\.?$",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"(?: (?:news )?(?:media|publishing|publications|publishers|group|holdings?|network))+$", re.I
)
_SHORT_FORM = re.compile(r"\s*\([A-Z][\w.&-]{1,9}\)$")
_RUN = re.compile(r"[^\W\d_][\w’'&-]*")


def name(stated: str | None) -> str | None:
    """A site's name out of what a logo or a link to its first page says; None where it has none."""
    found = " ".join(_LOGO.sub(" ", stated or "").split()).strip(" -–—|:,.«»‹›<>")
    found = plain(found)
    fitting = 1 < len(found) <= LONGEST and found.count(" ") < _NAME_WORDS
    fitting = fitting and found.casefold() not in _unnamed()
    return found if fitting and any(c.isupper() for c in found) else None


def plain(stated: str | None) -> str:
    """A name without the form of its company, and without its short form in brackets."""
    found = " ".join((stated or "").split())
    found = _SHORT_FORM.sub("", _FORM.sub("", _FORM.sub("", found)))
    return re.sub(r"(?: (?:and|of|for|the|on|in|&))+$", "", found).strip(" ,")


def outlet(holder: str) -> str:
    """Whom a copyright line names, without what its company does: "Vesk Courier Media Ltd"."""
    found = _TRADE.sub("", plain(holder))
    return found if " " in found else plain(holder)


def is_host(stated: str) -> bool:
    """Whether a name is only an address."""
    return bool(re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+/?\S*", stated))


def is_platform(stated: str | None) -> bool:
    """Whether a name is that of a place where others publish."""
    return " ".join((stated or "").casefold().split()) in _listed("platforms")


def fits(stated: str, where: str | None, least: int = 2) -> bool:
    """Whether a name is what a host is called after: a word of it, its letters, its initials.

    Initials count where they are ``least`` or more.
    """
    hosts, words = _labels(where), _words(stated)
    if not hosts or not words:
        return False
    label, joined = "".join(hosts), "".join(words)
    if any(len(word) > 3 and word in label for word in words):
        return True
    if any(len(part) > 3 and part in _letters(stated) for part in hosts):
        return True
    return joined in hosts or any(len(part) >= least and _short_for(part, stated) for part in hosts)


def wholly(stated: str, where: str | None) -> bool:
    """Whether a host is the whole name written as one word."""
    return bool({_letters(stated), "".join(_words(stated))} & (_labels(where) - {""}))


def capital(stated: str) -> bool:
    """Whether a line is written as names are: every word of some length with a capital."""
    words = _RUN.findall(stated)
    if words and words[0].casefold() in _listed("openers"):
        return False
    return all(not word[0].islower() for word in words if len(word) > len("from"))


def within(text: str, where: str | None) -> str | None:
    """The longest name in a line that a host is called after: "Subscribe to Vesk Courier"."""
    if not any(len(part) > 3 and part in _letters(text) for part in _labels(where)):
        return None
    found = list(_RUN.finditer(text[:600]))
    for many in range(min(len(found), _NAME_WORDS), 1, -1):
        for first, last in zip(found, found[many - 1 :], strict=False):
            part = text[first.start() : last.end()]
            if part[0].isupper() and part[: first.end()] and wholly(part, where):
                return part
    return None


def _short_for(label: str, stated: str) -> bool:
    """Whether a label is the initials, or the beginnings of the words in their order."""
    every = re.findall(r"[^\W\d_]+", stated.casefold())
    for words in (every, _words(stated)):
        initials = "".join(word[0] for word in words)
        if label == initials and len(label) > 1:
            return True
        if len(label) >= _LEAST and (initials.startswith(label) or _begun(label, tuple(words))):
            return True
    return False


def _begun(label: str, words: tuple[str, ...]) -> bool:
    """Whether a label is put together of the beginnings of two words or more: "vescour"."""
    if len(words) < 2 or len(words) > _NAME_WORDS:
        return False
    pattern = "".join(
        "(?:" + "|".join(re.escape(word[:n]) for n in range(len(word), 0, -1)) + ")"
        for word in words[:4]
    )
    return len(label) > _LEAST and len(words) <= 4 and bool(re.fullmatch(pattern, label[:40]))


def _labels(where: str | None) -> set[str]:
    parts = {_letters(part) for part in (where or "").split(".")[:-1]}
    return parts - {"", "www", "com", "co", "news", "org", "net", "gov", "amp", "m", "en"}


def _words(stated: str) -> list[str]:
    found = re.findall(r"[^\W\d_]+|\d+", stated.casefold())
    return [word for word in found if word not in _SMALL]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@cache
def _listed(what: str) -> frozenset[str]:
    return frozenset(load("pages")["names"][what])


@cache
def _unnamed() -> frozenset[str]:
    return frozenset(load("pages")["places"]["words"]) | _listed("sections")
