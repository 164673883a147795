"""What cannot both hold inside one claim: one conflict for each pair of distinct values."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from reportedly.claims.actors import Directory
from reportedly.claims.tellings import Telling
from reportedly.claims.voices import voice
from reportedly.claims.words import stems
from reportedly.lexicons import load
from reportedly.model import (
    Conflict,
    ConflictKind,
    Evidence,
    Factor,
    Participant,
    Quantity,
    Spans,
    identify,
)

_INFINITE = float("inf")
_DAY = timedelta(days=1)
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class _Value:
    """What one statement gives: compared by ``key``, shown by ``spans``."""

    key: tuple[object, ...]
    telling: Telling
    spans: Spans


def conflicts(claim: str, told: Sequence[Telling], known: Directory) -> tuple[Conflict, ...]:
    """Conflicts of polarity, quantity, date, place and actor among the statements of a claim."""
    found = [*_polarity(claim, told, known)]
    for kind, values, clash in _KINDS:
        for left, right in combinations(_distinct(values(t) for t in told), 2):
            if clash(left, right):
                found.append(_conflict(claim, kind, left, right))
    return tuple(found)


def _polarity(claim: str, told: Sequence[Telling], known: Directory) -> Iterable[Conflict]:
    """The best supported assertion against the best supported denial by another voice."""
    heard = [t for t in told if not t.passed_on]
    holding = sorted((t for t in heard if t.statement.stance == "for"), key=_strength)
    denying = sorted((t for t in heard if t.statement.stance == "against"), key=_strength)
    for right in denying:
        for left in holding:
            if voice(left, known).key != voice(right, known).key:
                yield _conflict(claim, "polarity", _told(left), _told(right))
                return


def _strength(telling: Telling) -> tuple[object, ...]:
    """A named source's word before the author's own, unnamed last; certain first; earliest."""
    attribution = telling.attribution
    source = attribution.source if attribution else None
    named = source is not None and bool(source.name) and source.kind != "unspecified"
    rank = 0 if named else 1 if attribution is None else 2
    certainty = ("CT", "PR", "PS").index(telling.statement.factuality[:2])
    return (rank, certainty, telling.order)


def _told(telling: Telling) -> _Value:
    return _Value((telling.id,), telling, telling.statement.spans)


def _counted(telling: Telling) -> _Value | None:
    given = telling.statement.quantity
    if given is None or telling.statement.stance == "against":
        return None
    return _Value((_unit(given), given.low, given.best, given.high), telling, (given.span,))


def _dated(telling: Telling) -> _Value | None:
    given = telling.statement.time
    if given is None or given.first is None or given.last is None:
        return None
    return _Value((given.first, given.last), telling, (given.span,))


def _placed(telling: Telling) -> _Value | None:
    given = telling.statement.place
    if given is None:
        return None
    return _Value(tuple(sorted(set(stems(given.name)))), telling, (given.span,))


def _acted(telling: Telling) -> _Value | None:
    proper = [p for p in telling.statement.actors if p.role == "agent" and _is_proper(telling, p)]
    if len(proper) != 1:
        return None
    return _Value(tuple(sorted(set(stems(proper[0].name)))), telling, (proper[0].span,))


def _is_proper(telling: Telling, participant: Participant) -> bool:
    printed = telling.document.text[participant.span.start : participant.span.end].split()
    return bool(stems(" ".join(printed))) and all(
        word[:1].isupper() for word in printed if word.lower() != "the"
    )


def _numbers(left: _Value, right: _Value) -> bool:
    """Ranges that do not meet, or two different best numbers of the same thing."""
    ours, theirs = left.telling.statement.quantity, right.telling.statement.quantity
    if ours is None or theirs is None or _unit(ours) != _unit(theirs):
        return False
    if ours.best is not None and theirs.best is not None and _plain(ours) and _plain(theirs):
        return ours.best != theirs.best
    return _above(left, right) or _above(right, left)


def _above(left: _Value, right: _Value) -> bool:
    """Whether the least number on the left is more than the greatest on the right."""
    ours, theirs = left.telling.statement.quantity, right.telling.statement.quantity
    if ours is None or theirs is None:
        return False
    low, high = _low(ours), _high(theirs)
    return low > high or (low == high and (_excludes(left, "above") or _excludes(right, "below")))


def _excludes(value: _Value, table: str) -> bool:
    """Whether the number itself is ruled out: "more than 30" is not 30."""
    printed = value.telling.document.text[value.spans[0].start : value.spans[0].end].lower()
    return any(phrase in printed for phrase in load("claims")["excluding"][table])


def _unit(given: Quantity) -> tuple[str, ...]:
    return tuple(sorted(set(stems(given.unit)))) or (given.unit,)


def _plain(given: Quantity) -> bool:
    return given.low == given.best == given.high


def _low(given: Quantity) -> float:
    return next((v for v in (given.low, given.best) if v is not None), 0.0)


def _high(given: Quantity) -> float:
    if given.high is not None:
        return given.high
    return given.best if given.best is not None and given.low is None else _INFINITE


def _dates(left: _Value, right: _Value) -> bool:
    """More than a day apart: a night belongs to two days, and so does a distant clock."""
    (first, last), (other_first, other_last) = _days(left), _days(right)
    return last + _DAY < other_first or other_last + _DAY < first


def _days(value: _Value) -> tuple[date, date]:
    return date.fromisoformat(str(value.key[0])[:10]), date.fromisoformat(str(value.key[1])[:10])


def _apart(left: _Value, right: _Value) -> bool:
    """Names without a common word, in statements that are told alike but for them.

    A town and its region are no conflict; nothing here knows which lies in which, so all else
    must agree before two names are taken to exclude each other.
    """
    if not (left.key and right.key) or set(left.key) & set(right.key):
        return False
    ours, theirs = left.telling.bag - set(left.key), right.telling.bag - set(right.key)
    shared = len(ours & theirs)
    return shared >= _ALIKE * max(len(ours), len(theirs), 1)


_KINDS: tuple[
    tuple[ConflictKind, Callable[[Telling], _Value | None], Callable[[_Value, _Value], bool]], ...
] = (
    ("quantity", _counted, _numbers),
    ("date", _dated, _dates),
    ("place", _placed, _apart),
    ("actor", _acted, _apart),
)

_WHY: dict[ConflictKind, str] = {
    "polarity": "One voice holds what another denies.",
    "quantity": "The numbers given for the same thing do not meet.",
    "date": "The days given are more than one day apart.",
    "place": "The places given are different.",
    "actor": "Different people are said to have acted.",
}


def _distinct(values: Iterable[_Value | None]) -> list[_Value]:
    """The earliest statement of each value."""
    first: dict[tuple[object, ...], _Value] = {}
    for value in values:
        if value is not None:
            first.setdefault(value.key, value)
    return list(first.values())


def _conflict(claim: str, kind: ConflictKind, left: _Value, right: _Value) -> Conflict:
    pair = (left.telling.id, right.telling.id)
    shown = tuple(Evidence(v.telling.document.id, v.spans) for v in (left, right))
    return Conflict(
        id=identify("conflict", kind, sorted(pair)),
        kind=kind,
        statements=pair,
        left=shown[0],
        right=shown[1],
        claim=claim,
        reasons=(Factor(kind, 1.0, _WHY[kind], shown),),
    )
