"""Pages that list one kind of record: times, causes, questions, conflicts, and others."""

from collections.abc import Mapping
from typing import TypeVar

from reportedly.errors import UsageError
from reportedly.model import Cause, Issue, Origin, Question, cut
from reportedly.shelf import Shelf
from reportedly.views import causes as maps
from reportedly.views import timeline as times
from reportedly.views.hypotheses import matrices
from reportedly.views.pulls import pull

from .asked import Asked, State, holds, part, words

W = TypeVar("W", Cause, Issue)

EACH = 60
"""Records a page."""
MATRICES = 6
"""Matrices a page."""
ROWS = 40
"""Rows of the timeline a page."""
PULLED = ("first", "second", "third")
"""What the concepts are called that a page of what-if holds, each with a level."""


def timeline(state: State, asked: Asked) -> Mapping[str, object]:
    """Claims by the day on which they are said to have happened."""
    told = state.shelf.once("timeline", times.timeline)
    return {"part": part(told.rows, asked, ROWS), "told": told, "rule": times.RULE,
            "apart": times.APART}  # fmt: skip


def causes(state: State, asked: Asked) -> Mapping[str, object]:
    """The map of causes, and what is said to lead to what."""
    arrows = tuple(state.shelf.arrows.values())
    return {
        "part": part(_worded(state.shelf, state.shelf.causes, asked), asked, EACH),
        "rows": arrows[: maps.ROWS], "more_rows": len(arrows[maps.ROWS :]),
    }  # fmt: skip


def what_if(state: State, asked: Asked) -> Mapping[str, object]:
    """What the reports say would follow if a concept were more, or less."""
    written = {
        field: f"{name}={asked.get(f'{field}_level') or '1'}"
        for field in PULLED
        if (name := asked.get(field))
    }
    found, trouble, held = None, "", {}
    try:
        pulls = {field: pull(state.shelf, one) for field, one in written.items()}
        held = {field: one.concept for field, one in pulls.items()}
        if pulls and state.what_if is not None:
            found = state.what_if(tuple(pulls.values()))
    except UsageError as error:
        said = str(error)
        trouble = f"{said[:1].upper()}{said[1:]}."
    return {"found": found, "trouble": trouble, "held": held}


def questions(state: State, asked: Asked) -> Mapping[str, object]:
    """What reports say is not known, gathered."""
    return {"part": part(_worded(state.shelf, state.shelf.issues, asked), asked, EACH // 2)}


def conflicts(state: State, asked: Asked) -> Mapping[str, object]:
    """Statements that cannot both hold, side by side."""
    kind = asked.get("kind")
    found = [c for c in state.shelf.conflicts if not kind or c.kind == kind]
    return {"part": part(found, asked, EACH // 2)}


def origins(state: State, asked: Asked) -> Mapping[str, object]:
    """Voices that claims lead back to, with the claims that do: those behind most first."""
    wanted, held = words(asked.get("q")), state.shelf.once("voices", _by_voice)
    found = [pair for pair in held if holds(pair[0][0].casefold(), wanted)]
    return {"part": part(found, asked, EACH)}


def hypotheses(state: State, asked: Asked) -> Mapping[str, object]:
    """Competing hypotheses, a matrix each."""
    return {"part": part(state.shelf.once("matrices", matrices), asked, MATRICES)}


def _by_voice(shelf: Shelf) -> list[tuple[tuple[str, str, str], list[Origin]]]:
    held: dict[tuple[str, str, str], list[Origin]] = {}
    for one in shelf.case.lineage.origins:
        if one.claim not in shelf.hidden:
            held.setdefault((one.voice, one.kind, one.country or ""), []).append(one)
    return sorted(held.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def _worded(shelf: Shelf, records: tuple[W, ...], asked: Asked) -> tuple[W, ...]:
    wanted = words(asked.get("q"))
    return tuple(r for r in records if holds(_words(shelf, r), wanted)) if wanted else records


def _words(shelf: Shelf, record: Cause | Issue) -> str:
    """What is looked through: outlets and words, of an issue those of all its questions."""
    if isinstance(record, Issue):
        return "\n".join(_said(shelf, shelf.questions_by_id[name]) for name in record.questions)
    return _said(shelf, record)


def _said(shelf: Shelf, record: Cause | Question) -> str:
    document = shelf.documents[record.document]
    spans = record.spans if isinstance(record, Question) else (*record.cause, *record.effect)
    return f"{document.outlet}\n{cut(document.text, spans)}".casefold()
