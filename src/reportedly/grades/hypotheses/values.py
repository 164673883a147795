"""What exactly a statement gives: how many, when, where, who; and which values exclude another."""

from collections.abc import Callable, Iterable, Mapping

from reportedly.model import Conflict, ConflictKind, Span, Statement

Value = tuple[object, ...]
Clashes = frozenset[tuple[Value, Value]]
"""Pairs of values that cannot both hold, in both orders."""


def _agent(statement: Statement) -> str | None:
    agents = [actor for actor in statement.actors if actor.role == "agent"]
    return agents[0].name.lower() if len(agents) == 1 else None


def _agent_span(statement: Statement) -> Span | None:
    return next((actor.span for actor in statement.actors if actor.role == "agent"), None)


KINDS: dict[ConflictKind, Callable[[Statement], Span | None]] = {
    "quantity": lambda s: s.quantity.span if s.quantity else None,
    "date": lambda s: s.time.span if s.time else None,
    "place": lambda s: s.place.span if s.place else None,
    "actor": _agent_span,
}
"""The kinds of value on which hypotheses are proposed, and where a statement gives one."""


def value(kind: ConflictKind, statement: Statement) -> Value | None:
    """What the statement gives, for comparing; None where it gives none of that kind."""
    if kind == "quantity" and statement.quantity:
        held = statement.quantity
        return (held.low, held.best, held.high, held.unit.lower())
    if kind == "date" and statement.time:
        return (statement.time.first, statement.time.last)
    if kind == "place" and statement.place:
        return (statement.place.name.lower(),)
    agent = _agent(statement) if kind == "actor" else None
    return None if agent is None else (agent,)


def clashing(
    found: Iterable[Conflict], statements: Mapping[str, Statement]
) -> dict[str, dict[ConflictKind, Clashes]]:
    """By claim and kind, the pairs of values that conflicts were found between."""
    out: dict[str, dict[ConflictKind, set[tuple[Value, Value]]]] = {}
    for conflict in found:
        ends = [statements.get(id_) for id_ in conflict.statements]
        pair = [value(conflict.kind, end) for end in ends if end is not None]
        if conflict.claim and len(pair) == 2 and pair[0] is not None and pair[1] is not None:
            held = out.setdefault(conflict.claim, {}).setdefault(conflict.kind, set())
            held |= {(pair[0], pair[1]), (pair[1], pair[0])}
    return {c: {kind: frozenset(held) for kind, held in kinds.items()} for c, kinds in out.items()}
