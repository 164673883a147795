"""Where a page was saved from, as the program that saved it wrote into it."""

import re
from dataclasses import replace

from ..addresses import address
from ..raw import Raw
from .moments import moment

_LOOK_AT = 6_000
_COMMENT = re.compile(r"<!--(.{0,1500}?)-->", re.DOTALL)
_BROWSER = re.compile(r"\s*saved from url=\(\d{4,6}\)(\S+)")
_SINGLE = re.compile(r"\s*Page saved with SingleFile\s+url:\s*(\S+)(?:\s+saved date:\s*([^\n(]+))?")
_HOST_FIRST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[:/]|$)")
_MIRROR = re.compile(r"\s*Mirrored from (\S+) by HTTrack[^,\n]*(?:\[[^\]]*\])?,\s*([^\n]+)")


def saved(raw: Raw, text: str) -> Raw:
    """``raw`` with the address it was saved from, and when, where a comment at its head says so.

    What is known of it from where it lay goes before. A browser's comment ("saved from url=")
    states no day.
    """
    if raw.url:
        return raw
    for comment in _COMMENT.finditer(text[:_LOOK_AT]):
        for form in (_BROWSER, _SINGLE, _MIRROR):
            if found := form.match(comment[1]):
                return _from(raw, *found.groups())
    return raw


def _from(raw: Raw, url: str, when: str | None = None) -> Raw:
    at = address(f"http://{url}" if _HOST_FIRST.match(url) else url)
    return replace(raw, url=at, retrieved=raw.retrieved or moment(when)) if at else raw
