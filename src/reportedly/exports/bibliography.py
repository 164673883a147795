"""What a bibliography tells of a report, before it is in a format of one."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from reportedly.model import Document
from reportedly.visible import line

from .naming import named
from .told import headline, outlet

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_IN_ADDRESS = "%/:?#[]@!$&'()*+,;="


@dataclass(frozen=True, slots=True)
class Work:
    """One report. ``published`` and ``retrieved`` are year, month and day, as far as stated."""

    key: str
    title: str
    outlet: str
    byline: str | None
    published: tuple[int, ...]
    retrieved: tuple[int, ...]
    url: str | None
    language: str | None
    note: str


def work(document: Document) -> Work:
    """A report as a work: all on one line, hidden characters visible."""
    url = document.url or ""
    web = url.startswith(("http://", "https://"))
    return Work(
        named(document), headline(document), outlet(document),
        line(document.byline or "") or None, dated(document.published), dated(document.retrieved),
        quote(url, safe=_IN_ADDRESS, errors="replace") if web else None,
        line(document.language or "") or None,
        f"Kept copy: SHA-256 {document.sha256}. Report {document.id} of the ledger.",
    )  # fmt: skip


def dated(stated: str | None) -> tuple[int, ...]:
    """Year, month and day of an ISO date, no finer than it is stated."""
    found = _DATE.match(stated or "")
    return tuple(int(part) for part in found.groups() if part) if found else ()
