"""The list of reports, and one report with what was found in it marked."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from reportedly.model import Claim, Document, Link
from reportedly.shelf import Shelf
from reportedly.views import versions as laid

from .asked import Asked, State, gathered, part, passing, words
from .options import outlets
from .searched import Searched

EACH = 50
"""Reports a page."""


def documents(state: State, asked: Asked) -> Mapping[str, object]:
    """Reports by outlet, language, days and words of title or text."""
    shelf = state.shelf
    found = _chosen(shelf, asked)
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
        "downstream": shelf.once("downstream", _downstream).get(found.id, ()),
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


def searched(shelf: Shelf) -> Searched[Document]:
    """The reports by what each is found by: title, outlet, author and text in small letters."""
    return shelf.once("texts", _searched)


def _searched(shelf: Shelf) -> Searched[Document]:
    return Searched(
        (d, f"{d.title or ''}\n{d.outlet}\n{d.byline or ''}\n{d.text}".casefold())
        for d in shelf.documents.values()
    )


def _claims(shelf: Shelf, document: Document) -> tuple[Claim, ...]:
    return shelf.once("claims of reports", _by_report).get(document.id, ())


def _by_report(shelf: Shelf) -> dict[str, tuple[Claim, ...]]:
    return gathered(
        (id_, claim) for claim in shelf.claims for id_ in dict.fromkeys(claim.documents)
    )


def _by_outlet(shelf: Shelf) -> dict[str, tuple[Document, ...]]:
    return gathered((d.outlet, d) for d in shelf.case.documents)


def _downstream(shelf: Shelf) -> dict[str, tuple[Link, ...]]:
    return gathered((link.to, link) for link in shelf.case.lineage.links if link.to)


Check = Callable[[Document], bool]


def _chosen(shelf: Shelf, asked: Asked) -> Sequence[Document]:
    """Of those that hold the words, the ones that pass; nothing is gone through for nothing."""
    wanted = words(asked.get("q"))
    held: Sequence[Document] = shelf.case.documents
    if wanted:
        held = searched(shelf).holding(wanted)
    elif outlet := asked.get("outlet"):
        held = shelf.once("reports of outlets", _by_outlet).get(outlet, ())
    return passing(held, _checks(asked))


def _checks(asked: Asked) -> Iterator[Check]:
    """What a report has to pass; nothing where nothing is asked."""
    outlet, language = asked.get("outlet"), asked.get("language")
    first, last = asked.get("from"), asked.get("to")
    if outlet:
        yield lambda d: d.outlet == outlet
    if language:
        yield lambda d: d.language == language
    if first:
        yield lambda d: (d.published or "")[: len(first)] >= first
    if last:
        yield lambda d: bool(d.published) and (d.published or "")[: len(last)] <= last
