"""Hypotheses that the reports themselves hold against one another: denials and conflicts.

The program words none of them: each is a claim in the words it is told in, and who says or denies
it, or what exactly it gives (a number, a day, a place, a name).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model import (
    Claim,
    ConflictKind,
    Evidence,
    Factor,
    Hypothesis,
    Item,
    Premise,
    Side,
    Statement,
    identify,
)

from .values import KINDS, Clashes, Value, value

MOST = 5
"""Values of one claim that compete with one another."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Hypotheses on one claim that exclude one another; ``kind``: None where it is yes or no."""

    claim: str
    kind: ConflictKind | None
    hypotheses: tuple[Hypothesis, ...]


def denial(claim: Claim, items: Sequence[Item]) -> Proposal | None:
    """The claim as somebody says, against what somebody denies; None where nobody is on a side."""
    sides = [[item for item in items if item.stance == stance] for stance in ("for", "against")]
    if not all(sides):
        return None
    pair: tuple[tuple[Side, Item], ...] = (("+", sides[0][0]), ("-", sides[1][0]))
    return Proposal(
        claim.id,
        "polarity",
        tuple(
            Hypothesis(
                identify("hypothesis", claim.id, side), "", (Premise(claim.id, side),),
                (_denied(sides),), side, (claim.text,), item.voice, item.label,
            )
            for side, item in pair
        ),
    )  # fmt: skip


def _denied(sides: Sequence[Sequence[Item]]) -> Factor:
    text = f"{len(sides[0])} voices stand for this claim and {len(sides[1])} against it."
    return Factor("denied", 0.0, text)


def conflicts(
    claim: Claim,
    items: Sequence[Item],
    statements: Mapping[str, Statement],
    clashes: Mapping[ConflictKind, Clashes],
) -> Iterator[Proposal]:
    """The claim with each of the values that exclude one another, a set for each kind of value."""
    behind = [item for item in items if item.stance == "for"]
    for kind in KINDS:
        given = _given(kind, behind, statements)
        rivals = _rivals(given, clashes.get(kind, frozenset()))
        if len(rivals) > 1:
            held = {key: given[key] for key in rivals[:MOST]}
            yield Proposal(claim.id, kind, tuple(_with(claim, kind, held)))


_Given = Mapping[Value, Sequence[tuple[Item, Statement]]]


def _given(
    kind: ConflictKind, behind: Sequence[Item], statements: Mapping[str, Statement]
) -> _Given:
    found: dict[Value, list[tuple[Item, Statement]]] = {}
    for item in behind:
        first = statements[item.statements[0]]
        held = value(kind, first)
        if held is not None:
            found.setdefault(held, []).append((item, first))
    return found


def _rivals(given: _Given, clashes: Clashes) -> list[Value]:
    """Values that origins give and that exclude one which others give."""
    return [one for one in given if any((one, other) in clashes for other in given)]


def _with(claim: Claim, kind: ConflictKind, held: _Given) -> Iterator[Hypothesis]:
    reason = Factor("conflict", 0.0, f"{len(held)} values are given for it that exclude another.")
    for given in held.values():
        item, first = given[0]
        span = KINDS[kind](first)
        yield Hypothesis(
            identify("hypothesis", claim.id, kind, first.id), "",
            (Premise(claim.id, "+", tuple(statement.id for _, statement in given)),),
            (reason,), kind,
            (claim.text, *([Evidence(first.document, (span,))] if span else [])),
            item.voice, item.label,
        )  # fmt: skip
