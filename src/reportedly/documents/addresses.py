"""Web addresses: brought to one form, resolved, found where they are printed, compared by host."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from reportedly.model import Span

LONGEST = 2_000
"""Characters of the longest address that is kept of a link."""

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_PRINTED = re.compile(r"(?<!\w)https?://(?=\w)[^\s<>\"“”„‘’‚«»‹›`|\\^{}]+", re.IGNORECASE)
_CLOSING = {")": "(", "]": "["}
_AFTER = ".,;:!?'*_~…。、，；："
_SHORTENED = ("…", "...")
_EDITION = re.compile(r"^(?:www|m|mobile|amp)\.(?=.+\.)")


def address(stated: str | None) -> str | None:
    """A web address without fragment and tracking parameters, or None where it is none."""
    try:
        parts = urlsplit((stated or "").strip())
        host = parts.netloc.lower()
        query = [p for p in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(p[0])]
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host or re.search(r"\s", host):
        return None
    kept = parts.query if not _TRACKING.search(parts.query) else urlencode(query)
    # What stood before a fragment may end in white space.
    return urlunsplit((parts.scheme.lower(), host, parts.path, kept, "")).strip()


def target(stated: str, base: str | None = None) -> str | None:
    """Where a link leads, as :func:`address` writes it, seen from ``base``; or None.

    A link to a place in the same page leads nowhere else, so it is none; nor is one that is longer
    than :data:`LONGEST` or holds characters that cannot be printed.
    """
    asked = stated.strip()
    if not asked or asked.startswith("#") or len(asked) > LONGEST or "\\" in asked:
        return None
    try:
        # Joined, "https:x" would be taken for a place on the base's host.
        found = address(asked if _SCHEME.match(asked) else urljoin(base or "", asked))
    except ValueError:
        return None
    if not found or "\\" in found or len(found) > LONGEST:
        return None
    return found if asked.isprintable() and found.isprintable() else None


def printed(text: str) -> Iterator[tuple[Span, str]]:
    """The addresses that stand in ``text`` as such, without the punctuation after them.

    One that is printed shortened ("https://vesk.example/20…") is none.
    """
    for found in _PRINTED.finditer(text):
        # Twice the longest, so that trimming the end takes time in proportion.
        if len(found[0]) <= 2 * LONGEST:
            shown = _trimmed(found[0])
            span = Span(found.start(), found.start() + len(shown))
            url = target(shown)
            if url and not text.startswith(_SHORTENED, span.end):
                yield span, url


def host(url: str | None) -> str | None:
    """The host of an address, without "www."."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def path(url: str | None) -> str:
    """The path of an address or of a place on a host; empty where there is none."""
    try:
        return urlsplit(url or "").path
    except ValueError:
        return ""


def apart(one: str, other: str) -> bool:
    """Whether two addresses are on hosts neither of which is the other's or a part of it.

    The mobile edition of a host ("m.", "amp.") is the host.
    """
    here, there = (f".{_EDITION.sub('', host(url) or '')}" for url in (one, other))
    return not (here.endswith(there) or there.endswith(here))


def _trimmed(shown: str) -> str:
    while shown:
        last = shown[-1]
        opening = _CLOSING.get(last)
        closes = opening and shown.count(last) > shown.count(opening)
        if not (closes or last in _AFTER or not last.isprintable()):
            break
        shown = shown[:-1]
    return shown
