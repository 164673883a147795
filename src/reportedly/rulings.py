"""A person's decision made fast: on what a ruling rests, so that it holds when ids change."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.errors import UsageError
from reportedly.model import (
    PURSUING,
    TWO,
    Actor,
    Attribution,
    Case,
    Cause,
    Claim,
    Conflict,
    Document,
    Drift,
    Issue,
    Link,
    Logged,
    Origin,
    Question,
    Ruling,
    RulingKind,
    Statement,
    Target,
)
from reportedly.pursuing import pursued, spoke
from reportedly.sources import source_of

LONGEST = {"why": 2_000, "by": 100, "value": 200}
"""Characters that a reason, a name and a value may have."""

_TWO: tuple[RulingKind, ...] = ("same", "different", "unsure")
_FITTING: dict[type, tuple[RulingKind, ...]] = {
    Claim: (*_TWO, "grade", "hide", "note"),
    Statement: (*_TWO, "undeny", "note"),
    Origin: (*_TWO, "note"),
    Link: ("wrong", "note"),
    Attribution: ("wrong", "source", "undeny", "note"),
    Actor: ("grade", "note"),
    Document: ("grade", "note"),
    Question: ("hide", "note"),
    Issue: ("narrow", "settle", "reopen", "forecast", "hide", "note"),
    Cause: ("hide", "note"),
    Conflict: ("hide", "note"),
    Drift: ("hide", "note"),
}
_PAIRS = "two claims or statements, or two origins of one claim"
_TAKES: dict[RulingKind, str] = {
    "wrong": "wrong takes back a link, or the source of an attribution",
    "source": "source says whose word an attribution is",
    "undeny": "undeny is about a statement or an attribution that was read as against",
    "grade": "grade takes a claim, an actor, an outlet, or a report for its outlet",
    "hide": "hide leaves out a claim, an issue, a question, a cause, a conflict or a drift",
    "narrow": "narrow is about an issue: what is left of it",
    "settle": "settle is about an issue: what the answer is",
    "reopen": "reopen is about an issue that was narrowed or settled",
    "forecast": "forecast is about an issue: how likely an answer is",
    "undo": "undo takes back a ruling, by its number",
}
_VALUE: dict[RulingKind, str] = {"source": "--is", "grade": "--as"}
"""The option that gives the value of a ruling; the other kinds have none."""

Record = object
"""Anything of a case that has an id."""


def fitting(record: Record) -> tuple[RulingKind, ...]:
    """The kinds of ruling that can be made on ``record``, alone or with a second record.

    ``undo`` is about a ruling and fits no record. Of a report ``grade`` is about its outlet.
    """
    kinds = _FITTING.get(type(record), ("note",))
    return tuple(kind for kind in kinds if not _has_nothing(record, kind))


def takes(kind: RulingKind) -> int:
    """How many records, or numbers of rulings, ``kind`` is about.

    What is ruled of an issue can have the claim that is the answer as a second one.
    """
    return 2 if kind in _TWO else 1


def _has_nothing(record: Record, kind: RulingKind) -> bool:
    """Whether there is nothing for ``kind`` to take back."""
    if kind == "undeny":
        return getattr(record, "stance", "") != "against"
    return kind == "wrong" and isinstance(record, Attribution) and record.source is None


def drafted(
    kind: RulingKind,
    records: Sequence[Record],
    case: Case,
    by: str,
    why: str = "",
    value: str = "",
) -> Ruling:
    """The ruling ``kind`` on ``records`` of ``case``, not yet kept.

    ``value``: the grade given (C3 to a claim, B to a source); of a ruling ``source`` whose word it
    is: the id of an actor, or of another attribution of the report, or words of the report. Raises
    UsageError, with a sentence, where these are not records, or this no value, for such a ruling.
    """
    value = value.strip()
    _worded(kind, by, why, value)
    _apt(kind, records)
    if isinstance(records[0], Issue) and kind in PURSUING:
        return _pursuing(kind, records[0], records, case, (by, why, value))
    targets = tuple(_target(kind, record, records, case) for record in records)
    over = _overruled(kind, records, case.rulings) if kind in _TWO else ()
    made = Ruling(_next(case), kind, targets, by, why=why, overrules=over)
    if kind == "grade":
        return replace(made, value=_grade(records[0], value.upper(), case))
    if isinstance(records[0], Attribution) and kind == "source":
        return replace(made, source=source_of(records[0], value, case))
    return made


def _pursuing(
    kind: RulingKind, issue: Issue, records: Sequence[Record], case: Case, said: tuple[str, ...]
) -> Ruling:
    """A ruling on an issue; ``said``: by whom, why, and its value."""
    by, why, value = said
    claims = [claim for claim in records if isinstance(claim, Claim)]
    targets = tuple(_target(kind, record, records, case) for record in records)
    given = pursued(kind, issue, claims, value, by, case)
    seen = spoke(issue, claims, case)
    return Ruling(_next(case), kind, targets, by, why=why, value=given, seen=seen)


def _next(case: Case) -> int:
    return max((logged.ruling.number for logged in case.rulings), default=0) + 1


def undoing(number: str, case: Case, by: str, why: str = "") -> Ruling:
    """The ruling that takes back the one with that number; UsageError where none can be."""
    _worded("undo", by, why)
    found = next((r for r in case.rulings if str(r.ruling.number) == number.lstrip("#")), None)
    if found is None:
        raise UsageError(f"{number}: no ruling has this number; `show rulings` lists them")
    if found.state == "undone":
        raise UsageError(f"{number}: this ruling is undone already, by ruling {found.ended}")
    last = case.rulings[-1].ruling.number
    return Ruling(last + 1, "undo", (), by, why=why, undoes=found.ruling.number)


def _worded(kind: RulingKind, by: str, why: str, value: str = "") -> None:
    """What a person wrote is there, and no longer than it may be."""
    option = _VALUE.get(kind, "")
    for name, text in (("--why", why), ("--by", by), (option or kind, value)):
        longest = LONGEST.get(name.removeprefix("--"), LONGEST["value"])
        if len(text) > longest:
            raise UsageError(f"{name} takes {longest} characters at most")
        if any("\ud800" <= c <= "\udfff" for c in text):
            raise UsageError(f"{name} holds half a character")
    if not by.strip():
        raise UsageError("--by: who decides this has a name")
    if not by.isprintable():
        raise UsageError("--by takes characters that can be seen, and no line ends")
    if kind == "note" and not why.strip():
        raise UsageError("a note says something: give it with --why")
    if kind not in PURSUING and bool(option) != bool(value):
        said = f"{kind} says what: give it with {option}" if option else f"{kind} takes no value"
        raise UsageError(said)


def _apt(kind: RulingKind, records: Sequence[Record]) -> None:
    if kind in PURSUING and len(records) == 2 and not isinstance(records[1], Claim):
        noun = _a(_kind(records[1]))
        raise UsageError(f"{_TAKES[kind]}; an answer is a claim, and this is {noun}")
    if len(records) != takes(kind) and not (kind in PURSUING and len(records) == 2):
        count = "one record" if takes(kind) == 1 else "two records"
        raise UsageError(f"{kind} takes {count}, and these are {len(records)}")
    if kind in _TWO:
        _a_pair(kind, records, [_kind(record) for record in records])
        return
    fits = fitting(records[0])
    if kind not in fits:
        noun = _a(_kind(records[0]))
        raise UsageError(f"{_TAKES[kind]}; this is {noun}, which takes {', '.join(fits)}")


def _grade(record: Record, value: str, case: Case) -> str:
    """``value`` where it is a grade that ``record`` can have."""
    if not isinstance(record, Claim):
        if not re.fullmatch("[A-F]", value):
            raise UsageError("a source is graded with a letter from A to F")
        return value
    if not re.fullmatch("[A-F][1-6]", value):
        raise UsageError("a claim is graded with a letter from A to F and a digit from 1 to 6: C3")
    shown = max((r.at_least for r in case.lineage.ranges if r.claim == record.id), default=0)
    if value[1] == "1" and shown < TWO:
        count = "none is" if not shown else "one is"
        raise UsageError(f"a digit 1 takes two origins shown to be different; {count} shown here")
    return value


def _a_pair(kind: RulingKind, records: Sequence[Record], kinds: list[str]) -> None:
    if _id(records[0]) == _id(records[1]):
        raise UsageError(f"{kind} takes two records, and these are one")
    gathered = set(kinds) <= {"claim", "statement"}
    origins = [record for record in records if isinstance(record, Origin)]
    if len(origins) == 2:
        if origins[0].claim != origins[1].claim:
            raise UsageError("these are origins of two claims; rule on the claims")
    elif not gathered and not (kind == "different" and set(kinds) == {"origin", "statement"}):
        more = ", or an origin and a statement" if kind == "different" else ""
        said = " and ".join(_a(one) for one in kinds)
        raise UsageError(f"{kind} takes {_PAIRS}{more}; these are {said}")
    for record, other in (records, records[::-1]):
        if isinstance(other, Statement) and isinstance(record, Claim | Origin):
            _rests_on_more(record, other)


def _rests_on_more(record: Claim | Origin, statement: Statement) -> None:
    """Something must be left of what a statement is joined to or taken out of."""
    if record.statements == (statement.id,):
        raise UsageError(f"the {_kind(record)} rests on this statement alone")
    if isinstance(record, Origin) and statement.id not in record.statements:
        raise UsageError("the statement does not lead back to this origin")


def _target(ruled: RulingKind, record: Record, records: Sequence[Record], case: Case) -> Target:
    kind, id_ = _kind(record), _id(record)
    if ruled == "grade" and (outlet := _outlet(record)):
        return Target("outlet", outlet, name=outlet)
    if isinstance(record, Claim | Origin):
        others = {_id(other) for other in records}
        first = next(number for number in record.statements if number not in others)
        name = record.voice if isinstance(record, Origin) else None
        return _resting(kind, id_, _statement(first, case), name)
    if isinstance(record, Statement):
        return _resting(kind, id_, record, None)
    return _standing(kind, id_, record)


def _standing(kind: str, id_: str, record: Record) -> Target:
    """A record that is found again by where it stands, or by its id alone."""
    if isinstance(record, Issue):
        return Target(kind, id_, record.text.document, at=record.text.spans)
    if isinstance(record, Link):
        return Target(kind, id_, record.document, to=record.to, name=record.name)
    if isinstance(record, Attribution):
        return Target(kind, id_, record.document, at=record.cue)
    if isinstance(record, Actor) and record.mentions:
        first = record.mentions[0]
        return Target(kind, id_, first.document, name=record.name, at=first.spans)
    return Target(kind, id_, getattr(record, "document", None))


def _outlet(record: Record) -> str:
    """The outlet that a grade is about: a report's, or an actor that is one; else empty."""
    if isinstance(record, Document):
        return record.outlet
    return record.name if isinstance(record, Actor) and record.kind == "media" else ""


def _resting(kind: str, id_: str, statement: Statement, name: str | None) -> Target:
    return Target(
        kind, id_, statement.document, statement.id, statement.predicate,
        statement.attribution is None, name=name,
    )  # fmt: skip


def _overruled(
    kind: RulingKind, records: Sequence[Record], held: Sequence[Logged]
) -> tuple[int, ...]:
    """Earlier rulings in force on parts of the same records that say something else of them."""
    left, right = (_parts(record) for record in records)
    of_origins = isinstance(records[0], Origin) and isinstance(records[1], Origin)
    return tuple(
        logged.ruling.number
        for logged in held
        if logged.state == "in force" and _opposes(kind, logged.ruling, of_origins)
        for one, other in (logged.rests,)
        if (one in left and other in right) or (other in left and one in right)
    )


def _opposes(kind: RulingKind, earlier: Ruling, of_origins: bool) -> bool:
    """Whether two kinds of ruling on one pair cannot both count."""
    if earlier.kind not in _TWO or earlier.kind == kind:
        return False
    if of_origins:
        return {target.kind for target in earlier.targets} == {"origin"}
    gathered = {target.kind for target in earlier.targets} <= {"claim", "statement"}
    return gathered and "unsure" not in {kind, earlier.kind}


def _parts(record: Record) -> frozenset[str]:
    if isinstance(record, Claim | Origin):
        return frozenset(record.statements)
    return frozenset([_id(record)])


def _statement(number: str, case: Case) -> Statement:
    return next(s for r in case.readings for s in r.statements if s.id == number)


def _kind(record: Record) -> str:
    return type(record).__name__.lower()


def _id(record: Record) -> str:
    return str(getattr(record, "id", ""))


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
