"""BibTeX: the reports as entries that LaTeX, JabRef and Zotero read.

Every report is ``@misc``: what kind of publication it is in, nobody states. See btxdoc (Patashnik
1988) for the format.
"""

from collections.abc import Iterator

from reportedly.model import Case

from .bibliography import Work, work
from .holdings import Copy

_HEAD = (
    "% Reports of a ledger. Dates are no finer than stated; urldate is when the copy was kept.\n"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = str.maketrans({
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}", '"': r"{\textquotedbl}",
    **{sign: f"\\{sign}" for sign in "%$&#_"},
})  # fmt: skip


def bibtex(case: Case, copy: Copy) -> Iterator[bytes]:
    """One entry a report, in the order of the case; the kept copies are not asked for."""
    del copy
    yield _HEAD.encode()
    for document in case.documents:
        yield _entry(work(document)).encode()


def _entry(one: Work) -> str:
    fields = {
        "title": _braced(f"{{{_safe(one.title)}}}"),
        "author": _braced(f"{{{_safe(one.byline)}}}") if one.byline else "",
        "howpublished": _braced(_safe(one.outlet)),
        "year": _braced(_number(one.published, 0)),
        "month": _month(one.published),
        "day": _braced(_number(one.published, 2)),
        "url": _braced(one.url or ""),
        "urldate": _braced("-".join(f"{part:02}" for part in one.retrieved)),
        "language": _braced(_safe(one.language or "")),
        "note": _braced(_safe(one.note)),
    }
    told = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"\n@misc{{{one.key},\n{told}}}\n"


def _braced(value: str) -> str:
    return f"{{{value}}}" if value else ""


def _month(date: tuple[int, ...]) -> str:
    """The name that every style knows, without braces."""
    return _MONTHS[date[1] - 1] if len(date) > 1 and 1 <= date[1] <= len(_MONTHS) else ""


def _number(date: tuple[int, ...], place: int) -> str:
    return f"{date[place]:0{4 if place == 0 else 1}}" if len(date) > place else ""


def _safe(text: str) -> str:
    """``text`` as LaTeX shows it; braces as commands, since BibTeX counts even escaped ones."""
    return text.translate(_SPECIAL)
