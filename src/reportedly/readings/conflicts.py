"""Statements of one report that cannot both hold: in the author's own words, or in number."""

from collections.abc import Iterable
from itertools import combinations, groupby

from reportedly.model import Conflict, Evidence, Factor, Quantity, Statement, identify

from .customs import Custom
from .events import names

_MOST = 100
"""Different statements of one kind of event that are compared with one another."""


def conflicts(
    statements: tuple[Statement, ...], customs: tuple[Custom, ...] = ()
) -> tuple[Conflict, ...]:
    """Every pair of one report's statements that clash, in order; abstains where unsure.

    Polarity clashes count in the author's own voice only: that sources contradict one another
    is a claim's business. Numbers clash where both are of the same things, in one kind of event,
    with an actor in common, and their ranges do not meet. A habit clashes with what the author
    calls a break with it. Of statements that say the same only the first is compared.
    """
    breaks = {c.statement.id for c in customs if c.departs}
    told = sorted(
        (s for s in statements if s.mode != "future" and s.id not in breaks), key=lambda s: s.event
    )
    found = [
        clash
        for event, alike in groupby(told, key=lambda s: s.event)
        if event in names()
        for left, right in combinations(_distinct(alike), 2)
        for clash in _between(left, right)
    ]
    found += [c for c in map(_custom, *_sides(customs)) if c is not None]
    unique = {c.id: c for c in found}
    return tuple(sorted(unique.values(), key=lambda c: c.id))


def _distinct(alike: Iterable[Statement]) -> list[Statement]:
    """The first of each kind of statement: a long report repeats itself, pairs grow fast."""
    firsts: dict[object, Statement] = {}
    for one in alike:
        if not _matters(one):
            continue
        quantity = one.quantity
        figures = quantity and (quantity.low, quantity.high, quantity.unit)
        days = one.time and (one.time.first, one.time.last)
        actors = tuple(sorted((a.role, a.name) for a in one.actors))
        kind = (one.attribution is None and one.factuality, one.stance, figures, days,
                one.place and one.place.name, actors)  # fmt: skip
        firsts.setdefault(kind, one)
    return list(firsts.values())[:_MOST]


def _matters(statement: Statement) -> bool:
    """Whether the statement can clash at all: the author's certain word, or a figure."""
    return statement.quantity is not None or (
        statement.attribution is None and statement.factuality in {"CT+", "CT-"}
    )


def _sides(customs: tuple[Custom, ...]) -> tuple[list[Custom], list[Custom]]:
    """Habits beside departures of the same event and actor, pair by pair."""
    pairs = [
        (habit, break_)
        for habit in customs[:_MOST]
        for break_ in customs[:_MOST]
        if break_.departs and not habit.departs and habit.statement.event == break_.statement.event
    ]
    pairs = [(a, b) for a, b in pairs if a.who & b.who and not _elsewhere(a.statement, b.statement)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def _custom(habit: Custom, departure: Custom) -> Conflict | None:
    """The author tells a habit and calls the same thing new."""
    if departure.statement.place and not habit.statement.place:
        return None
    left, right = habit.statement, departure.statement
    told, broken = (Evidence(c.statement.document, c.words) for c in (habit, departure))
    text = "The report tells it as a habit and calls it a break with one."
    reason = Factor("custom", 1.0, text, (told, broken))
    made = identify("conflict", "polarity", sorted((left.id, right.id)))
    return Conflict(made, "polarity", (left.id, right.id), told, broken, None, (reason,))


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
