"""How an item stands to a hypothesis: suggested from side, certainty and whether it is a party.

Only the first statement of an item speaks for it, so that echoes change nothing: what they raise,
drop or move on the way is no word of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reportedly.grades.parties import Parties
from reportedly.model import (
    Cell,
    ConflictKind,
    Consistency,
    Evidence,
    Factor,
    Hypothesis,
    Item,
    Premise,
    Statement,
    identify,
)

from .values import Clashes, value

Sure = Literal["CT", "PR", "PS", "Uu"]

_DEGREES: tuple[Sure, ...] = ("CT", "PR", "PS")
_AGREES: dict[Sure, Consistency] = {"CT": "CC", "PR": "C", "PS": "C", "Uu": "N"}
_DIFFERS: dict[Sure, Consistency] = {"CT": "II", "PR": "I", "PS": "N", "Uu": "N"}
_SURE: dict[Sure, str] = {
    "CT": "for certain",
    "PR": "as probable",
    "PS": "as possible",
    "Uu": "without committing itself",
}
_LESS: dict[Consistency, Consistency] = {"CC": "C", "II": "I", "I": "N"}


@dataclass(frozen=True, slots=True)
class Bearing:
    """What cells are suggested from.

    ``parties``: who is a party to the matter of each claim. ``clashes``: for each claim the values
    that exclude one another, by kind.
    """

    statements: Mapping[str, Statement]
    parties: Mapping[str, Parties]
    clashes: Mapping[str, Mapping[ConflictKind, Clashes]]


def cell(item: Item, hypothesis: Hypothesis, held: Bearing) -> Cell:
    """The cell of an item and a hypothesis, with its reasons and the words that show them."""
    given, reasons = _beside(item, hypothesis, held)
    return Cell(identify("cell", item.id, hypothesis.id), item.id, hypothesis.id, given, reasons)


_Found = tuple[Consistency, tuple[Factor, ...]]


def _beside(item: Item, hypothesis: Hypothesis, held: Bearing) -> _Found:
    premise = next((p for p in hypothesis.premises if p.claim == item.claim), None)
    if premise is None:
        return "NA", (Factor("other claim", 0.0, "The hypothesis says nothing of this claim."),)
    if premise.side == "?":
        text = "Which way this claim tells is for a person to say."
        return "N", (Factor("no side", 0.0, text),)
    first = held.statements[item.statements[0]]
    same = (item.stance == "for") == (premise.side == "+")
    if premise.statements and item.stance == "for":
        return _exact(item, first, hypothesis.key, premise, held)
    return _sided(item, first, same, held)


def _exact(item: Item, first: Statement, key: str, premise: Premise, held: Bearing) -> _Found:
    """Beside a hypothesis on what exactly: how many, when, where, who."""
    if first.id in premise.statements:
        return _sided(item, first, True, held)
    meant = held.statements.get(premise.statements[0])
    if meant is not None and _clash(first, meant, key, held.clashes.get(item.claim, {})):
        return _sided(item, first, False, held)
    text = "It says nothing of this that the hypothesis rules out."
    return "N", (Factor("silent on it", 0.0, text, _shown(first)),)


def _clash(
    one: Statement, other: Statement, key: str, clashes: Mapping[ConflictKind, Clashes]
) -> bool:
    kinds = (kind for kind in clashes if kind == key)
    return any((value(kind, one), value(kind, other)) in clashes[kind] for kind in kinds)


def _sided(item: Item, first: Statement, agrees: bool, held: Bearing) -> _Found:
    sure = sureness(first, item.stance)
    found = (_AGREES if agrees else _DIFFERS)[sure]
    does = "says it" if item.stance == "for" else "denies it"
    beside = "as the hypothesis has it" if agrees else "against the hypothesis"
    name = "agrees" if agrees else "differs"
    reasons = [Factor(name, 0.0, f"It {does} {_SURE[sure]}, {beside}.", _shown(first))]
    if held.parties[item.claim].holds(item.voice, item.country) and found in _LESS:
        found = _LESS[found]
        text = "A party to the matter may say so whatever is the case: one step less."
        reasons.append(Factor("party", 0.0, text))
    return found, tuple(reasons)


def sureness(statement: Statement, stance: Literal["for", "against"]) -> Sure:
    """How sure an item is of its own side, by its first statement; FactBank's three degrees."""
    sign = "+" if stance == "for" else "-"
    held = (statement.factuality, statement.author_factuality)
    found = next((v for v in held if v.endswith(sign)), "Uu")
    return next((degree for degree in _DEGREES if found.startswith(degree)), "Uu")


def _shown(statement: Statement) -> tuple[Evidence, ...]:
    return (Evidence(statement.document, statement.spans),)
