"""What of one state of a case goes on in a later one, whatever it is called there.

A claim is named after its earliest statement, and an origin after its claim: reports that come
change these ids. What stays is what is said, so claims are followed by the statements they hold.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from reportedly.model import Case, Claim, Reading, Statement
from reportedly.model.folded import ids_of


@dataclass(frozen=True, slots=True)
class Continued:
    """What was there before, by what it is now.

    ``same``: statements of before by those of now. ``shared``: by the id of a claim of now, every
    claim of before that has a statement in it. ``heirs``: the same for those only whose earliest
    statement it has, so that each goes on in one claim.
    """

    same: Mapping[str, str]
    shared: Mapping[str, tuple[Claim, ...]]
    heirs: Mapping[str, tuple[Claim, ...]]

    def known(self, statements: Iterable[str]) -> Iterator[str]:
        """What was there before of ``statements``, by the ids of before."""
        return (self.same[name] for name in statements if name in self.same)

    def new(self, statements: Iterable[str]) -> tuple[str, ...]:
        """Those of ``statements`` that were not there before."""
        return tuple(name for name in statements if name not in self.same)

    def parts(self, claim: Claim) -> tuple[Claim, ...]:
        """Every claim of before that shares a statement with this one; none where it is new."""
        return self.shared.get(claim.id, ())

    def before(self, claim: Claim) -> tuple[Claim, ...]:
        """The claims that this one goes on from; what it is a part of, where it is only that."""
        return self.heirs.get(claim.id) or self.parts(claim)


def continued(before: Case, after: Case) -> Continued:
    """Follow every claim of ``before`` into ``after``."""
    same = dict(_same(before.readings, after.readings))
    held = {s: claim for claim in before.gathering.claims for s in claim.statements}
    shared: dict[str, dict[str, Claim]] = {}
    now: dict[str, str] = {}
    for claim in after.gathering.claims:
        for name in claim.statements:
            then = same.get(name, "")
            if then in held:
                shared.setdefault(claim.id, {})[held[then].id] = held[then]
                now.setdefault(then, claim.id)
    heirs: dict[str, tuple[Claim, ...]] = {}
    for claim in before.gathering.claims:
        heir = next((now[name] for name in claim.statements if name in now), None)
        if heir:
            heirs[heir] = (*heirs.get(heir, ()), claim)
    return Continued(same, {key: tuple(one.values()) for key, one in shared.items()}, heirs)


def _same(before: Iterable[Reading], after: Iterable[Reading]) -> Iterator[tuple[str, str]]:
    """By id; where another reader gave another id, by the place of the event in the report."""
    held = {name for reading in before for name in _ids(reading)}
    fresh: dict[str, Reading] = {}
    for reading in after:
        for name in _ids(reading):
            if name in held:
                yield name, name
            else:
                fresh[reading.document] = reading
    # Statements are looked at only in reports that have a new one.
    old = [s for reading in before if reading.document in fresh for s in reading.statements]
    by_place = {_place(s): s.id for s in reversed(old)}
    for statement in (s for reading in fresh.values() for s in reading.statements):
        if statement.id not in held and (place := _place(statement)) in by_place:
            yield statement.id, by_place[place]


def _ids(reading: Reading) -> Iterator[str]:
    return ids_of(reading.statements, attrgetter("id"))


def _place(statement: Statement) -> tuple[object, ...]:
    return statement.document, statement.predicate
