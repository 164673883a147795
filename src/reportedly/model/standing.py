"""Which rulings count: none that is undone, and of two that contradict one another the later."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from .case import Actor, Case, Drift, Event, Relation
from .documents import Document
from .readings import Attribution, Cause, Conflict, Question, Reading, Statement
from .rulings import Decisions, Logged, Ruling, RulingState, Target, Tie, TieKind, Unfollowed
from .text import Factor

K = TypeVar("K")

_Named = Document | Actor | Relation | Drift | Event | Attribution | Cause | Question | Conflict
_GATHERED = {"claim", "statement"}
_SAID: dict[TieKind, str] = {
    "same": "one thing",
    "different": "not one thing",
    "unsure": "not known whether one thing",
}
_VOICED: dict[TieKind, str] = {
    "same": "one voice",
    "different": "two voices",
    "unsure": "not known whether two voices",
}
_LEFT = "the statement does not lead back there"


def decisions(rulings: Sequence[Ruling], readings: Iterable[Reading]) -> Decisions:
    """What ``rulings``, in the order in which they were made, have the stages heed."""
    if not rulings:
        return Decisions()
    found = _Found(readings)
    ended = _ended(rulings, found)
    held = [r for r in rulings if r.number not in ended]
    ties = [tie for ruling in held if (tie := _tie(ruling, found))]
    return Decisions(
        tuple(t for t in ties if _of_claims(t)),
        tuple(t for t in ties if t.voices != (None, None)),
        tuple(
            Unfollowed(target.document or "", target.to, target.name)
            for ruling in held
            if ruling.kind == "wrong"
            for target in ruling.targets
        ),
    )


def log(rulings: Sequence[Ruling], case: Case) -> tuple[Logged, ...]:
    """Every ruling with its state in ``case``, in the order in which they were made."""
    if not rulings:
        return ()
    found = _Found(case.readings)
    ended, ids = _ended(rulings, found), _ids(case)
    clashes = {n: by for n, (state, by) in ended.items() if state == "overruled"}
    return tuple(
        Logged(
            ruling,
            tuple(found.statement(target) for target in ruling.targets),
            *ended.get(ruling.number, (_attached(ruling, found, case, ids), None)),
            _against(ruling.number, clashes),
        )
        for ruling in rulings
    )


def hidden(case: Case) -> frozenset[str]:
    """Ids of the records that a ruling in force hides."""
    named = [
        (target, rest)
        for logged in case.rulings
        if logged.ruling.kind == "hide" and logged.state == "in force"
        for target, rest in zip(logged.ruling.targets, logged.rests, strict=True)
    ]
    first = {rest for target, rest in named if target.kind == "claim"}
    claims = (c.id for c in case.gathering.claims if first and first & set(c.statements))
    return frozenset([*(target.id for target, _ in named if target.kind != "claim"), *claims])


def contradicted(ties: Sequence[Tie], ends: Callable[[Tie], tuple[K, K]]) -> dict[int, int]:
    """Numbers of the ties that a later one contradicts, each with the number of that one.

    ``ends`` gives what a tie is taken to be about. "Same" is transitive: of a = b, b = c and then
    a ≠ c the first does not count.
    """
    groups: Groups[K] = Groups()
    joined: list[tuple[Tie, K]] = []
    parted: list[tuple[Tie, K, K]] = []
    out: dict[int, int] = {}
    for tie in sorted(ties, key=lambda t: -t.number):
        one, other = ends(tie)
        pair = {groups.top(one), groups.top(other)}
        met = [t.number for t, a, b in parted
               if {groups.top(a), groups.top(b)} == pair and t.kind != tie.kind]  # fmt: skip
        if tie.kind != "same" and len(pair) == 1:
            met += [t.number for t, end in joined if groups.top(end) in pair]
        if met:
            out[tie.number] = max(met)
        elif tie.kind == "same":
            groups.join(one, other)
            joined.append((tie, one))
        elif len(pair) == 2:
            parted.append((tie, one, other))
    return out


class Groups(dict[K, K]):
    """Things that are one with one another (Galler and Fischer 1964); a stranger is its own."""

    def top(self, at: K) -> K:
        """What stands for all that are one with ``at``."""
        while (above := self.get(at, at)) != at:
            self[at] = at = self.get(above, above)
        return at

    def join(self, one: K, other: K) -> None:
        """Make two one."""
        self[self.top(other)] = self.top(one)


class _Found:
    """Statements of readings, by id and by where their event stands."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.by_id = {s.id: s for reading in readings for s in reading.statements}
        self.by_place: dict[tuple[object, object], list[Statement]] = {}
        for statement in self.by_id.values():
            place = (statement.document, statement.predicate)
            self.by_place.setdefault(place, []).append(statement)

    def statement(self, target: Target) -> str | None:
        """The statement that a target rests on, None where it is gone, or rests on none."""
        if target.statement in self.by_id:
            return target.statement
        near = self.by_place.get((target.document, target.predicate), [])
        best = min(near, key=lambda s: ((s.attribution is None) != target.own, s.id), default=None)
        return best.id if best else None

    def ids(self, target: Target) -> str:
        """The same, or the id of before, for comparing rulings with one another."""
        return self.statement(target) or target.statement or target.id


def _ended(
    rulings: Sequence[Ruling], found: _Found
) -> Mapping[int, tuple[RulingState, int | None]]:
    """The rulings that do not count, why, and by which other one."""
    out: dict[int, tuple[RulingState, int | None]] = {}
    for ruling in reversed(rulings):
        if ruling.number not in out and ruling.undoes is not None:
            out[ruling.undoes] = ("undone", ruling.number)
    for ruling in reversed(rulings):
        if ruling.number not in out:
            for number in ruling.overrules:
                out.setdefault(number, ("overruled", ruling.number))
    held = [_tie(ruling, found, gone=True) for ruling in rulings if ruling.number not in out]
    ties = [tie for tie in held if tie and (_of_claims(tie) or None not in tie.voices)]
    clashes = contradicted(ties, lambda t: ((t.one, t.voices[0]), (t.other, t.voices[1])))
    return out | {number: ("overruled", by) for number, by in clashes.items()}


def _against(number: int, clashes: Mapping[int, int | None]) -> tuple[int, ...]:
    """The rulings that one is in conflict with; ``clashes``: each overruled one and by which."""
    earlier = {n for n, by in clashes.items() if by == number}
    later = {by for n, by in clashes.items() if n == number and by is not None}
    return tuple(sorted(earlier | later))


def _of_claims(tie: Tie) -> bool:
    """Whether it joins or parts statements as such."""
    return tie.voices == (None, None) and tie.kind != "unsure"


def _tie(ruling: Ruling, found: _Found, gone: bool = False) -> Tie | None:
    """The two statements that a ruling joins or parts; None where one is ``gone``, unless asked."""
    if ruling.kind not in {"same", "different", "unsure"}:
        return None
    # The claim, or the origin, stands before the statement that does not belong to it.
    one, other = sorted(ruling.targets, key=lambda t: t.kind == "statement")
    find = found.ids if gone else found.statement
    ends = find(one), find(other)
    if ends[0] is None or ends[1] is None:
        return None
    voices = tuple(t.name if t.kind == "origin" else None for t in (one, other))
    kind: TieKind = ruling.kind
    return Tie(
        ruling.number, kind, ends[0], ends[1], _reason(ruling, kind), (voices[0], voices[1]),
        yields=kind == "different" and (one.kind, other.kind) == ("claim", "statement"),
    )  # fmt: skip


def _reason(ruling: Ruling, kind: TieKind) -> Factor:
    kinds = [target.kind for target in ruling.targets]
    said = _SAID[kind] if set(kinds) <= _GATHERED else _VOICED[kind]
    if set(kinds) == {"origin", "statement"}:
        said = _LEFT
    why = f" {ruling.why}" if ruling.why else ""
    return Factor("ruling", 0.0, f"Ruling {ruling.number}, by {ruling.by}: {said}.{why}")


def _attached(ruling: Ruling, found: _Found, case: Case, ids: frozenset[str]) -> RulingState:
    here = all(_here(target, found, ids) for target in ruling.targets)
    if here and len(ruling.targets) == 2 and {t.kind for t in ruling.targets} == {"origin"}:
        ends = {found.statement(target) for target in ruling.targets}
        here = any(ends <= set(claim.statements) for claim in case.gathering.claims)
    return "in force" if here else "not attached"


def _here(target: Target, found: _Found, ids: frozenset[str]) -> bool:
    if target.statement is not None:
        return found.statement(target) is not None
    if target.kind == "link":
        return target.document in ids and (target.to is None or target.to in ids)
    return target.id in ids


def _ids(case: Case) -> frozenset[str]:
    """Ids of records that are found again by their ids alone."""
    gathering, lineage = case.gathering, case.lineage
    groups: list[tuple[_Named, ...]] = [
        case.documents, gathering.actors, gathering.conflicts, gathering.relations,
        lineage.drifts, lineage.events,
    ]  # fmt: skip
    for reading in case.readings:
        groups += [reading.attributions, reading.causes, reading.questions, reading.conflicts]
    return frozenset(record.id for group in groups for record in group)
