"""The list of reports, and one report with what was found in it marked."""

from collections.abc import Mapping

from reportedly.model import Document
from reportedly.views.shelf import Shelf

from .asked import Asked, State, holds, part, words

EACH = 50
"""Reports a page."""


def documents(state: State, asked: Asked) -> Mapping[str, object]:
    """Reports by outlet, language, days and words of title or text."""
    shelf = state.shelf
    found = [d for d in shelf.documents.values() if _fits(d, asked)]
    counts = {d.id: len(shelf.readings[d.id].attributions) for d in found if d.id in shelf.readings}
    outlets = sorted({d.outlet for d in shelf.documents.values()})
    return {"part": part(found, asked, EACH), "counts": counts, "outlets": outlets[:500]}


def document(state: State, asked: Asked) -> Mapping[str, object] | None:
    """One report whole: every statement of it that a claim rests on has its anchor."""
    shelf = state.shelf
    found = shelf.documents.get(asked.id)
    if found is None:
        return None
    reading = shelf.readings.get(found.id)
    held = reading.statements if reading else ()
    return {
        "document": found, "statements": held, "claims": _claims(shelf, found),
        "downstream": [k for k in shelf.case.lineage.links if k.to == found.id],
        "title": f"{shelf.numbers[found.id]} {found.outlet}",
    }  # fmt: skip


def _claims(shelf: Shelf, document: Document) -> list[object]:
    return [c for c in shelf.claims if document.id in c.documents]


def _fits(document: Document, asked: Asked) -> bool:
    outlet, language = asked.get("outlet"), asked.get("language")
    first, last = asked.get("from"), asked.get("to")
    published = document.published or ""
    text = f"{document.title or ''}\n{document.outlet}\n{document.text}".casefold()
    return (
        (not outlet or document.outlet == outlet)
        and (not language or document.language == language)
        and (not first or published[: len(first)] >= first)
        and (not last or (bool(published) and published[: len(last)] <= last))
        and holds(text, words(asked.get("q")))
    )
