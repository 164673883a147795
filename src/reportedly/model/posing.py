"""What people rule of hypotheses, and of how evidence stands to them."""

from collections.abc import Iterator
from dataclasses import replace

from .hypotheses import Side
from .resting import Found
from .rulings import Assessed, Posed, Ruling, RulingKind, Target
from .text import Evidence, Factor

SIDES: tuple[Side, ...] = ("+", "-", "?")

_SAID: dict[RulingKind, str] = {
    "adopt": "this hypothesis is taken over",
    "rename": "this hypothesis has another text now",
    "withdraw": "this hypothesis is withdrawn",
    "cell": "{}",
    "credibility": "credibility {}",
    "relevance": "relevance {}",
}
"""The kinds that are about a hypothesis that is there, or an item, and what each says."""


def posed(ruling: Ruling, found: Found) -> Iterator[Posed]:
    """The hypothesis that a ruling writes, with as many of its claims as are still here."""
    if ruling.kind != "hypothesis":
        return
    held = [(_side(target), found.statement(target)) for target in ruling.targets]
    premises = tuple((side, statement) for side, statement in held if statement is not None)
    yield Posed(ruling.number, ruling.value, premises, said(ruling, "a hypothesis"))


def judged(ruling: Ruling, found: Found) -> Iterator[Assessed]:
    """What a ruling says of a hypothesis, an item, or both."""
    if ruling.kind not in _SAID:
        return
    resting = tuple(_resting(target, found) for target in ruling.targets)
    reason = said(ruling, _SAID[ruling.kind].format(ruling.value))
    yield Assessed(ruling.number, ruling.kind, resting, ruling.value, reason)


def judges(ruling: Ruling, found: Found) -> tuple[str, str] | None:
    """What a ruling gives one value to; None where it is none of these kinds."""
    if ruling.kind not in _SAID:
        return None
    kind = "withdraw" if ruling.kind == "adopt" else ruling.kind
    return kind, " ".join(_place(target, found) for target in ruling.targets)


def said(ruling: Ruling, text: str, evidence: tuple[Evidence, ...] = ()) -> Factor:
    """Who rules what, and why, as a reason."""
    why = f" {ruling.why}" if ruling.why else ""
    whole = f"Ruling {ruling.number}, by {ruling.by}: {text}.{why}"
    return Factor("ruling", 0.0, whole, evidence)


def _side(target: Target) -> Side:
    return next((side for side in SIDES if side == target.name), "?")


def _resting(target: Target, found: Found) -> Target:
    if target.statement is None:
        return target
    return replace(target, statement=found.statement(target))


def _place(target: Target, found: Found) -> str:
    """The same for one thing, whatever it was called when it was ruled on."""
    if target.statement is None:
        return target.id
    return f"{target.kind} {found.ids(target)} {target.name}"
