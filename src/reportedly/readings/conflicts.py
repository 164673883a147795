"""Statements of one report that cannot both hold: in the author's own words, or in number."""

from itertools import combinations, groupby

from reportedly.model import Conflict, Evidence, Factor, Quantity, Statement, identify

from .events import names


def conflicts(statements: tuple[Statement, ...]) -> tuple[Conflict, ...]:
    """Every pair of one report's statements that clash, in order; abstains where unsure.

    Polarity clashes count in the author's own voice only: that sources contradict one another
    is a claim's business. Numbers clash where both are of the same things, in one kind of event,
    with an actor in common, and their ranges do not meet.
    """
    told = sorted((s for s in statements if s.mode != "future"), key=lambda s: s.event)
    found = [
        clash
        for event, alike in groupby(told, key=lambda s: s.event)
        if event in names()
        for left, right in combinations(alike, 2)
        for clash in _between(left, right)
    ]
    return tuple(sorted(found, key=lambda c: c.id))


def _between(left: Statement, right: Statement) -> list[Conflict]:
    if not _same_actors(left, right) or _elsewhere(left, right):
        return []
    return [c for c in (_polarity(left, right), _number(left, right)) if c is not None]


def _polarity(left: Statement, right: Statement) -> Conflict | None:
    """The author asserts it in one place and denies it in another."""
    if left.attribution or right.attribution:
        return None
    if {left.factuality, right.factuality} != {"CT+", "CT-"}:
        return None
    reason = Factor("polarity", 1.0, "The report asserts it in one place and denies it in another.")
    return _conflict("polarity", left, right, reason)


def _number(left: Statement, right: Statement) -> Conflict | None:
    """Two figures for the same things that no one number satisfies."""
    a, b = left.quantity, right.quantity
    if a is None or b is None or a.unit != b.unit or not _apart(a, b):
        return None
    if left.stance != "for" or right.stance != "for":
        return None
    made = identify("conflict", "quantity", sorted((left.id, right.id)))
    reason = Factor("quantity", 1.0, "No single number lies within both figures.")
    return Conflict(
        made, "quantity", (left.id, right.id), Evidence(left.document, (a.span,)),
        Evidence(right.document, (b.span,)), None, (reason,),
    )  # fmt: skip


def _conflict(kind: str, left: Statement, right: Statement, reason: Factor) -> Conflict:
    return Conflict(
        identify("conflict", kind, sorted((left.id, right.id))), "polarity", (left.id, right.id),
        Evidence(left.document, left.spans), Evidence(right.document, right.spans), None, (reason,),
    )  # fmt: skip


def _apart(a: Quantity, b: Quantity) -> bool:
    def below(x: Quantity, y: Quantity) -> bool:
        return x.high is not None and y.low is not None and x.high < y.low

    return below(a, b) or below(b, a)


def _same_actors(left: Statement, right: Statement) -> bool:
    names = {(a.role, a.name) for a in left.actors} & {(a.role, a.name) for a in right.actors}
    return bool(names) or (not left.actors and not right.actors)


def _elsewhere(left: Statement, right: Statement) -> bool:
    """Whether place or days differ, so that both may hold."""
    if left.place and right.place and left.place.name != right.place.name:
        return True
    if left.time and right.time:
        a, b = left.time, right.time
        if a.first and b.last and a.first > b.last:
            return True
        return bool(b.first and a.last and b.first > a.last)
    return False
