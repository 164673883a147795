"""People's rulings: the log, one ruling with what it changed, and the forms to make one."""

from collections.abc import Mapping

from reportedly.model import (
    Analysis,
    Attribution,
    Cell,
    Drift,
    Hypothesis,
    Issue,
    Item,
    Link,
    Origin,
    Statement,
)
from reportedly.rulings import fitting
from reportedly.shelf import Record
from reportedly.views.explain import lines
from reportedly.views.moved import Moved, moved
from reportedly.views.named import called
from reportedly.views.places import Addresses
from reportedly.views.rulings import abouts, touching

from .asked import Asked, State, part

EACH = 50
"""Rulings a page."""


def rulings(state: State, asked: Asked) -> Mapping[str, object]:
    """Every ruling, the last first, and those that are not worked out yet."""
    waiting = {one.number for one in state.pending}
    done = [one for one in state.shelf.rulings[::-1] if one.ruling.number not in waiting]
    return {"part": part(done, asked, EACH)}


def ruling(state: State, asked: Asked) -> Mapping[str, object] | None:
    """One ruling, by its number, and what it changed."""
    waiting = next((r for r in state.pending if str(r.number) == asked.id), None)
    found = next((r for r in state.shelf.rulings if str(r.ruling.number) == asked.id), None)
    if waiting is not None:
        return {"one": waiting, "logged": None, "title": f"Ruling {asked.id}",
                "soon": not state.trouble}  # fmt: skip
    if found is None:
        return None
    changed, beside = _changed(state, found.ruling.number)
    return {
        "one": found.ruling, "logged": found, "beside": beside, "part": part(changed, asked, EACH),
        "about": list(abouts(state.shelf, found)), "title": f"Ruling {asked.id}",
    }  # fmt: skip


def _changed(state: State, number: int) -> tuple[tuple[Moved, ...], list[int]]:
    """What the run changed that worked it out, and the other rulings that it worked out with it."""
    after = next((run for run in state.runs if run.ruling >= number), None)
    earlier = [run for run in state.runs if after and run.number < after.number]
    if after is None or not earlier:
        return (), []
    beside = [n for n in range(earlier[-1].ruling + 1, after.ruling + 1) if n != number]
    return moved(state.at(earlier[-1].number), state.at(after.number)), beside


def rule(state: State, asked: Asked) -> Mapping[str, object] | None:
    """The forms that fit one record, with another beside it where one is given."""
    record = state.shelf.records.get(asked.id)
    if record is None:
        return None
    return {
        "record": record, "other": state.shelf.records.get(asked.get("with")),
        "kind": type(record).__name__.lower(), "fits": fitting(record), "called": called,
        "touching": list(touching(state.shelf, record)), "place": place, "title": "Rule",
    }  # fmt: skip


def why(state: State, asked: Asked) -> Mapping[str, object] | None:
    """Everything behind one record."""
    record = state.shelf.records.get(asked.id)
    if record is None:
        return None
    told = part(tuple(lines(state.shelf, record)), asked, 400)
    return {"record": record, "part": told, "place": place, "called": called,
            "kind": type(record).__name__.lower(), "title": "Why"}  # fmt: skip


_LISTED: dict[type, str] = {
    **dict.fromkeys((Hypothesis, Item, Cell, Analysis), "/hypotheses"),
    Issue: "/questions",
}
"""Pages of kinds of record that have none each."""


def place(record: Record) -> str | None:
    """The address of the page that shows a record; None where no page is about it."""
    to, kind = Addresses(), type(record).__name__.lower()
    if isinstance(record, Statement):
        return to.statement(record.id, record.document)
    if isinstance(record, Link):
        return to.link(record)
    pages = {"claim": to.claim, "document": to.report, "actor": to.actor}
    if kind in pages:
        return pages[kind](record.id)
    if isinstance(record, Origin | Drift):
        return to.claim(record.claim)
    if isinstance(record, Attribution):
        return to.report(record.document)
    return _LISTED.get(type(record))
