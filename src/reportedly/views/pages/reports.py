"""The list of reports, and one report with what was found in it marked."""

from collections.abc import Callable, Iterator, Mapping

from reportedly.model import Claim, Document
from reportedly.shelf import Shelf
from reportedly.views import versions as laid

from .asked import Asked, State, holds, part, words
from .options import outlets

EACH = 50
"""Reports a page."""


def documents(state: State, asked: Asked) -> Mapping[str, object]:
    """Reports by outlet, language, days and words of title or text."""
    shelf = state.shelf
    checks = list(_checks(shelf, asked))
    found = [d for d in shelf.documents.values() if all(fits(d) for fits in checks)]
    shown = part(found, asked, EACH)
    counts = {d.id: len(shelf.readings[d.id].attributions) for d in shown.shown
              if d.id in shelf.readings}  # fmt: skip
    return {"part": shown, "counts": counts, "outlets": outlets(shelf)}


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
        "routes": shelf.routes.get(found.id, ()), "versions": laid.versions(shelf, found),
        "downstream": [k for k in shelf.case.lineage.links if k.to == found.id],
        "title": f"{shelf.numbers[found.id]} {found.outlet}",
    }  # fmt: skip


def versions(state: State, asked: Asked) -> Mapping[str, object] | None:
    """Every version of a report's page, and what this one says otherwise than the one before."""
    shelf = state.shelf
    found = shelf.documents.get(asked.id)
    if found is None:
        return None
    old = laid.former(shelf, found)
    changed, more = laid.changes(old, found, state.compared) if old else ((), 0)
    return {
        "document": found, "former": old, "versions": laid.versions(shelf, found),
        "changed": changed, "more": more,
        "drifts": laid.drifts(shelf, old, found) if old else (),
        "title": f"{shelf.numbers[found.id]} {found.outlet}: versions",
    }  # fmt: skip


def texts(shelf: Shelf) -> dict[str, str]:
    """What a report is found by, by its id: title, outlet, author and text in small letters."""
    return shelf.once("texts", _texts)


def _texts(shelf: Shelf) -> dict[str, str]:
    return {
        d.id: f"{d.title or ''}\n{d.outlet}\n{d.byline or ''}\n{d.text}".casefold()
        for d in shelf.documents.values()
    }


def _claims(shelf: Shelf, document: Document) -> list[Claim]:
    return [c for c in shelf.claims if document.id in c.documents]


Check = Callable[[Document], bool]


def _checks(shelf: Shelf, asked: Asked) -> Iterator[Check]:
    """What a report has to pass; nothing where nothing is asked."""
    outlet, language = asked.get("outlet"), asked.get("language")
    first, last, wanted = asked.get("from"), asked.get("to"), words(asked.get("q"))
    if outlet:
        yield lambda d: d.outlet == outlet
    if language:
        yield lambda d: d.language == language
    if first:
        yield lambda d: (d.published or "")[: len(first)] >= first
    if last:
        yield lambda d: bool(d.published) and (d.published or "")[: len(last)] <= last
    if wanted:
        held = texts(shelf)
        yield lambda d: holds(held[d.id], wanted)
