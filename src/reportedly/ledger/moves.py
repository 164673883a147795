"""How claims that were there before stand otherwise now: how sure, what status, which origins."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from reportedly.model import (
    STRENGTH,
    Case,
    Claim,
    Factuality,
    Grade,
    Move,
    MoveKind,
    OriginRange,
    Position,
    Statement,
    Stood,
    as_ruled,
)

from .continued import Continued

_SIDES = ("for", "against")


def moves(
    before: Case, after: Case, went: Continued, denied: Collection[tuple[str, str]]
) -> tuple[Move, ...]:
    """Claim by claim in the order of the case; ``denied``: who denies which claim since."""
    then, now = _Held(before), _Held(after)
    return tuple(
        move
        for claim in after.gathering.claims
        if went.parts(claim)
        for move in (
            *_gathered(claim, went),
            *_certainty(claim, went, (then, now), denied),
            *_standing(claim, went, then, now),
        )
    )


class _Held:
    """What a case holds, by the claim or id that it is asked for."""

    def __init__(self, case: Case) -> None:
        self.ranges = {one.claim: one for one in case.lineage.ranges}
        self.grades = {one.claim: one for one in case.grades}
        self.statements: dict[str, Statement] = {
            s.id: s for reading in as_ruled(case) for s in reading.statements
        }

    def sure(self, position: Position, name: str) -> Factuality | None:
        """How sure the voice is in one of its statements; None where it takes no side there."""
        statement = self.statements.get(name)
        if statement is None:
            return None
        own = position.label is None and statement.author_factuality[-1] in "+-"
        found = statement.author_factuality if own else statement.factuality
        return found if found[-1] in "+-" else None

    def all(self, positions: Iterable[Position]) -> set[Factuality]:
        """Every certainty of these positions."""
        found = (self.sure(p, name) for p in positions for name in p.statements)
        return {one for one in found if one}


def _gathered(claim: Claim, went: Continued) -> Iterator[Move]:
    """Claims that are one now, or a claim that was part of another."""
    before = went.before(claim)
    if claim.id not in went.heirs:
        yield Move("parted", claim, before, (claim,), claim.statements)
    elif len(before) > 1:
        yield Move("joined", claim, before, (claim,), went.new(claim.statements))


def _certainty(
    claim: Claim, went: Continued, held: tuple[_Held, _Held], denied: Collection[tuple[str, str]]
) -> Iterator[Move]:
    """A voice that is sure in another way than before, or a new one surer or less so than all.

    A new voice is measured by its side; where that was empty, there is nothing to measure it by.
    A voice that denies since is told as a denial.
    """
    then, now = held
    earlier = [p for part in went.parts(claim) for p in part.positions if p.stance in _SIDES]
    told: dict[tuple[str, str, Factuality], Move] = {}
    for position in claim.positions:
        if position.stance not in _SIDES or (claim.id, position.voice) in denied:
            continue
        own = [p for p in earlier if one_voice(p, position, went)]
        base = own or [p for p in earlier if p.stance == position.stance]
        known, was = then.all(base), _strongest(base, position)
        for name in went.new(position.statements) if known else ():
            sure = now.sure(position, name)
            if sure and sure not in known:
                key = (position.voice if own else "", position.stance, sure)
                first = told.get(key) or Move(
                    "certainty", claim, was, sure, (), position, bool(own)
                )
                told[key] = _with(first, name)
    yield from told.values()


def one_voice(one: Position, other: Position, went: Continued) -> bool:
    """Whether two positions, the second one later, are of one voice; a name may have changed."""
    if one.voice == other.voice or (one.actor and one.actor == other.actor):
        return True
    return one.stance == other.stance and not set(one.statements).isdisjoint(
        went.known(other.statements)
    )


def _strongest(held: Iterable[Position], like: Position) -> Factuality:
    """The strongest certainty, on the side of ``like`` where anybody stands there."""
    chosen = sorted(held, key=lambda p: (p.stance != like.stance, STRENGTH.index(p.factuality)))
    return chosen[0].factuality if chosen else "Uu"


def _with(move: Move, statement: str) -> Move:
    return replace(move, statements=tuple(dict.fromkeys((*move.statements, statement))))


def _standing(claim: Claim, went: Continued, then: _Held, now: _Held) -> Iterator[Move]:
    """Status, origins and grade, beside those of the claim that this one goes on from first."""
    was = next(iter(went.heirs.get(claim.id, ())), None)
    if was is None:
        return
    ours = set(was.statements)
    came = tuple(s for s in claim.statements if went.same.get(s) not in ours)
    pairs: tuple[tuple[MoveKind, Stood | None, Stood | None], ...] = (
        ("status", was.status, claim.status),
        ("origins", then.ranges.get(was.id), now.ranges.get(claim.id)),
        ("grade", then.grades.get(was.id), now.grades.get(claim.id)),
    )
    for kind, old, new in pairs:
        if old and new and _said(old) != _said(new):
            yield Move(kind, claim, old, new, came)


def _said(stood: Stood) -> object:
    """What of a standing counts as moved: neither its reasons nor the ids it names."""
    if isinstance(stood, OriginRange):
        return stood.at_least, stood.at_most
    if isinstance(stood, Grade):
        return stood.letter, stood.digit, stood.suggested
    return stood
