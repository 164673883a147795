"""Which rulings count: none that is undone, and of two that contradict one another the later."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar

from .case import Actor, Case, Drift, Event, Relation
from .documents import Document
from .folded import ids_of
from .hypotheses import Analysis, Cell, Hypothesis, Item
from .posing import judged, judges, posed, said
from .pursuing import forecasts, passed_over, steps
from .readings import Attribution, Cause, Conflict, Question, Reading
from .resting import Found
from .rulings import (
    Decisions,
    Graded,
    Heard,
    Logged,
    Ruling,
    RulingState,
    Target,
    Tie,
    TieKind,
    Undenied,
    Unfollowed,
)
from .text import Evidence, Factor, bare

K = TypeVar("K")

TWO = 2
"""Origins that must be shown to be different before a digit can be 1, whoever gives it."""

_Named = (
    Document | Actor | Relation | Drift | Event | Attribution | Cause | Question | Conflict
    | Hypothesis | Item | Cell | Analysis
)  # fmt: skip
_GATHERED = {"claim", "statement", "concept"}
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
_NOT_HIS = "the voice found here is not the one whose word it is, and whose it is is not known"
_HIS = "the word of another than the voice found here"
_NO_DENIAL = "it is not a denial"


def decisions(rulings: Sequence[Ruling], readings: Iterable[Reading]) -> Decisions:
    """What ``rulings``, in the order in which they were made, have the stages heed."""
    if not rulings:
        return Decisions()
    found = Found(readings)
    ended = _ended(rulings, found)
    held = [r for r in rulings if r.number not in ended]
    told = [(ruling, tie) for ruling in held if (tie := _tie(ruling, found))]
    ties = [tie for ruling, tie in told if not _of_concepts(ruling)]
    return Decisions(
        tuple(t for t in ties if _of_claims(t)),
        tuple(t for t in ties if t.voices != (None, None)),
        tuple(
            Unfollowed(target.document or "", target.to, target.name)
            for ruling in held
            if ruling.kind == "wrong"
            for target in ruling.targets
            if target.kind == "link"
        ),
        tuple(one for ruling in held for one in _heard(ruling, found)),
        tuple(one for ruling in held for one in _undenied(ruling, found)),
        tuple(one for ruling in held for one in _graded(ruling, found)),
        tuple(tie for ruling, tie in told if _of_concepts(ruling) and _of_claims(tie)),
        frozenset(_hidden_causes(held)),
        tuple(one for ruling in held for one in posed(ruling, found)),
        tuple(one for ruling in held for one in judged(ruling, found)),
        tuple(steps(held, found)),
        tuple(forecasts(held, found)),
    )


def log(rulings: Sequence[Ruling], case: Case) -> tuple[Logged, ...]:
    """Every ruling with its state in ``case``, in the order in which they were made."""
    if not rulings:
        return ()
    found = Found(case.readings, case.gathering)
    ended, ids = _ended(rulings, found), _ids(case, rulings)
    left = [ruling for ruling in rulings if ruling.number not in ended]
    ended |= _passed_over(left, found, case)
    clashes = {n: by for n, (state, by) in ended.items() if state == "overruled"}
    return tuple(
        Logged(
            ruling,
            tuple(found.rest(target) for target in ruling.targets),
            *ended.get(ruling.number, (_attached(ruling, found, case, ids), None)),
            _against(ruling.number, clashes),
        )
        for ruling in rulings
    )


def _passed_over(
    rulings: Sequence[Ruling], found: Found, case: Case
) -> dict[int, tuple[RulingState, int | None]]:
    """Rulings that do not follow from the state that their issue is in."""
    passed = passed_over(rulings, found, case.gathering.issues)
    return dict.fromkeys(passed, ("held back", None))


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
    asked = {rest for target, rest in named if target.kind == "issue"}
    issues = (one.id for one in case.gathering.issues if asked & set(one.questions))
    found_again = {"claim", "issue"}
    others = (target.id for target, _ in named if target.kind not in found_again)
    return frozenset([*others, *claims, *issues])


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


def _ended(rulings: Sequence[Ruling], found: Found) -> dict[int, tuple[RulingState, int | None]]:
    """The rulings that do not count, why, and by which other one."""
    out: dict[int, tuple[RulingState, int | None]] = {}
    for ruling in reversed(rulings):
        if ruling.number not in out and ruling.undoes is not None:
            out[ruling.undoes] = ("undone", ruling.number)
    for ruling in reversed(rulings):
        if ruling.number not in out:
            for number in ruling.overrules:
                out.setdefault(number, ("overruled", ruling.number))
    left = [ruling for ruling in rulings if ruling.number not in out]
    held = [_tie(ruling, found, gone=True) for ruling in left]
    ties = [tie for tie in held if tie and (_of_claims(tie) or None not in tie.voices)]
    clashes = contradicted(ties, lambda t: ((t.one, t.voices[0]), (t.other, t.voices[1])))
    clashes |= _settled_otherwise(left, found)
    return out | {number: ("overruled", by) for number, by in clashes.items()}


def _settled_otherwise(rulings: Sequence[Ruling], found: Found) -> dict[int, int]:
    """Rulings that give one thing another source or grade than a later one, and which that is."""
    last: dict[tuple[str, str], Ruling] = {}
    out: dict[int, int] = {}
    for ruling in reversed(rulings):
        place = _settles(ruling, found)
        if place is None:
            continue
        later = last.setdefault(place, ruling)
        if _given(later) != _given(ruling):
            out[ruling.number] = later.number
    return out


def _given(ruling: Ruling) -> tuple[object, ...]:
    return ruling.kind, ruling.source, ruling.value


def _settles(ruling: Ruling, found: Found) -> tuple[str, str] | None:
    """What a ruling gives a single value to; None where it gives none, or that is gone."""
    if ruling.kind == "grade":
        graded = found.graded(ruling.targets[0])
        return ("grade", graded) if graded else None
    if ruling.kind in {"wrong", "source"} and ruling.targets[0].kind == "attribution":
        return "source", found.rest(ruling.targets[0]) or ruling.targets[0].id
    return judges(ruling, found)


def _against(number: int, clashes: Mapping[int, int | None]) -> tuple[int, ...]:
    """The rulings that one is in conflict with; ``clashes``: each overruled one and by which."""
    earlier = {n for n, by in clashes.items() if by == number}
    later = {by for n, by in clashes.items() if n == number and by is not None}
    return tuple(sorted(earlier | later))


def _of_claims(tie: Tie) -> bool:
    """Whether it joins or parts statements as such."""
    return tie.voices == (None, None) and tie.kind != "unsure"


def _of_concepts(ruling: Ruling) -> bool:
    return {target.kind for target in ruling.targets} == {"concept"}


def _hidden_causes(rulings: Iterable[Ruling]) -> Iterator[str]:
    """Causes that are hidden: whoever hides one does not want it in a map either."""
    for ruling in rulings:
        if ruling.kind == "hide":
            yield from (target.id for target in ruling.targets if target.kind == "cause")


def _tie(ruling: Ruling, found: Found, gone: bool = False) -> Tie | None:
    """The two statements that a ruling joins or parts; None where one is ``gone``, unless asked."""
    if ruling.kind not in {"same", "different", "unsure"}:
        return None
    # The claim, or the origin, stands before the statement that does not belong to it.
    one, other = sorted(ruling.targets, key=lambda t: t.kind == "statement")
    find = found.ids if gone else found.joined
    ends = find(one), find(other)
    if ends[0] is None or ends[1] is None:
        return None
    voices = tuple(t.name if t.kind == "origin" else None for t in (one, other))
    kind: TieKind = ruling.kind
    return Tie(
        ruling.number, kind, ends[0], ends[1], _reason(ruling, kind), (voices[0], voices[1]),
        yields=kind == "different" and (one.kind, other.kind) == ("claim", "statement"),
    )  # fmt: skip


def _heard(ruling: Ruling, found: Found) -> Iterator[Heard]:
    """Whose word an attribution is; the reason shows the words that were taken for it."""
    if ruling.kind not in {"wrong", "source"}:
        return
    for target in ruling.targets:
        held = found.attribution(target)
        if held is not None:
            shown = held.source.spans if held.source and held.source.spans else held.cue
            whose = _HIS if ruling.source else _NOT_HIS
            reason = said(ruling, whose, (Evidence(held.document, shown),))
            yield Heard(held.id, ruling.source, reason)


def _undenied(ruling: Ruling, found: Found) -> Iterator[Undenied]:
    if ruling.kind != "undeny":
        return
    for target in ruling.targets:
        record = found.rest(target)
        if record is not None:
            yield Undenied(record, said(ruling, _NO_DENIAL))


def _graded(ruling: Ruling, found: Found) -> Iterator[Graded]:
    if ruling.kind != "grade":
        return
    for target in ruling.targets:
        letter, digit, statement = ruling.value[:1], ruling.value[1:], found.statement(target)
        if statement is not None or target.kind != "claim":
            named = {"claim": "the claim", "outlet": f"the outlet {target.name}"}
            who = named.get(target.kind, "this source")
            reason = said(ruling, f"{who} is graded {ruling.value}")
            yield Graded(ruling.number, target, letter, digit, reason, statement)


def _reason(ruling: Ruling, kind: TieKind) -> Factor:
    kinds = [target.kind for target in ruling.targets]
    words = _SAID[kind] if set(kinds) <= _GATHERED else _VOICED[kind]
    if set(kinds) == {"origin", "statement"}:
        words = _LEFT
    return said(ruling, words)


def _attached(ruling: Ruling, found: Found, case: Case, ids: frozenset[str]) -> RulingState:
    here = all(_here(target, found, ids) for target in ruling.targets)
    if here and len(ruling.targets) == 2 and {t.kind for t in ruling.targets} == {"origin"}:
        ends = {found.statement(target) for target in ruling.targets}
        here = any(ends <= set(claim.statements) for claim in case.gathering.claims)
    if here and ruling.kind == "grade" and ruling.value.endswith("1"):
        claim = found.claim(ruling.targets[0])
        if any(r.claim == claim and r.at_least < TWO for r in case.lineage.ranges):
            return "held back"
    return "in force" if here else "not attached"


def _here(target: Target, found: Found, ids: frozenset[str]) -> bool:
    if target.statement is not None:
        return found.joined(target) is not None
    if target.kind in {"attribution", "actor", "issue"} and target.at:
        return found.rest(target) is not None
    if target.kind == "link":
        return target.document in ids and (target.to is None or target.to in ids)
    return (bare(target.name or "") if target.kind == "outlet" else target.id) in ids


def _ids(case: Case, rulings: Sequence[Ruling]) -> frozenset[str]:
    """Ids of records that are found again by their ids alone; outlets by their bare names.

    Of outlets only where there is a ruling on one: they are many.
    """
    gathering, lineage = case.gathering, case.lineage
    groups: list[Sequence[_Named]] = [
        case.documents, gathering.actors, gathering.conflicts, gathering.relations,
        lineage.drifts, lineage.events,
    ]  # fmt: skip
    for reading in case.readings:
        groups += [reading.attributions, reading.causes, reading.questions, reading.conflicts]
    held = case.competing
    groups += [held.hypotheses, held.items, held.cells, held.analyses]
    ids = (id_ for group in groups for id_ in ids_of(group, attrgetter("id")))
    if not any(target.kind == "outlet" for ruling in rulings for target in ruling.targets):
        return frozenset(ids)
    named = [d.outlet for d in case.documents] + [a.name for a in gathering.actors]
    named += [link.name for link in lineage.links if link.name]
    return frozenset([*ids, *(bare(name) for name in named)])
