"""The story on one page, and what changed in it."""

from collections.abc import Mapping, Sequence

from reportedly.model import Claim
from reportedly.shelf import Shelf, stands_alone
from reportedly.views.unread import of_all

from .asked import Asked, State, part

LEADING = 12
"""Claims of the first page."""
EACH = 50
"""New records of one kind a page."""


def story(state: State, asked: Asked) -> Mapping[str, object]:
    """Counts, the leading claim, disputed claims, what came last."""
    del asked
    shelf = state.shelf
    important, disputed = shelf.once("important", _important), shelf.once("disputed", _disputed)
    last = state.runs[-2].number if len(state.runs) > 1 else None
    return {
        "leading": important[:LEADING], "important": len(important), "disputed": disputed,
        "last": last, "outlets": shelf.once("number of outlets", _outlets),
        "days": shelf.once("days", _days), "not_read": shelf.once("not read", _unread),
        "changes": state.since(last) if last is not None else None,
    }  # fmt: skip


def changes(state: State, asked: Asked) -> Mapping[str, object] | None:
    """What came since a run, or since a moment: the last run recorded before it counts.

    None where there is no such run.
    """
    moment = asked.get("since")
    before = [r.number for r in state.runs if r.recorded < moment] if moment else []
    number = max(before, default=0) if moment else asked.number("run", 0, 0)
    given = moment or "run" in asked.query
    if not given:
        number = state.runs[-2].number if len(state.runs) > 1 else 0
    if number and number not in {run.number for run in state.runs}:
        return None
    return {"number": number, "changes": state.since(number), "each": EACH,
            "part": part(state.runs[::-1], asked, EACH)}  # fmt: skip


def _important(shelf: Shelf) -> Sequence[Claim]:
    return tuple(c for c in shelf.claims if not stands_alone(c)) or shelf.claims


def _outlets(shelf: Shelf) -> int:
    return len({d.outlet for d in shelf.case.documents})


def _days(shelf: Shelf) -> tuple[str, ...]:
    """The first and the last on which a report came out; none where no report says when."""
    told = [d.published for d in shelf.case.documents if d.published]
    return (min(told), max(told)) if told else ()


def _unread(shelf: Shelf) -> str:
    return of_all(shelf.case.documents)


def _disputed(shelf: Shelf) -> tuple[Claim, ...]:
    return tuple(c for c in shelf.claims if c.status in ("contested", "denied"))
