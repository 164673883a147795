"""A person's decision made fast: on what a ruling rests, so that it holds when ids change."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from reportedly.errors import UsageError
from reportedly.model import (
    PURSUING,
    TWO,
    Actor,
    Arrow,
    Attribution,
    Case,
    Cause,
    Claim,
    Concept,
    Conflict,
    Consistency,
    Degree,
    Document,
    Drift,
    Hypothesis,
    Issue,
    Item,
    Link,
    Logged,
    Loop,
    Origin,
    Question,
    Ruling,
    RulingKind,
    Side,
    Statement,
)
from reportedly.pursuing import pursued, spoke
from reportedly.sources import source_of
from reportedly.targets import Record, id_of, mention, noun_of, target

LONGEST = {"why": 2_000, "by": 100, "value": 200}
"""Characters that a reason, a name and a value may have."""
CLAIMS = 12
"""Claims that a hypothesis may say something of."""

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
    Concept: (*_TWO, "note"),
    Arrow: ("note",),
    Loop: ("note",),
    Conflict: ("hide", "note"),
    Drift: ("hide", "note"),
    Hypothesis: ("cell", "adopt", "rename", "withdraw", "note"),
    Item: ("cell", "credibility", "relevance", "note"),
}
_PAIRS = "two claims or statements, two concepts, or two origins of one claim"
_GATHERED = {"claim", "statement"}
_CONCEPT = {"concept"}
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
    "hypothesis": "hypothesis takes a text, and the claims that it says something of",
    "adopt": "adopt takes over a hypothesis that is proposed",
    "rename": "rename gives a hypothesis another text",
    "withdraw": "withdraw takes back a hypothesis",
    "cell": "cell takes an item of evidence and a hypothesis",
    "credibility": "credibility is that of an item of evidence",
    "relevance": "relevance is that of an item of evidence",
}
_VALUE: dict[RulingKind, str] = {
    "source": "--is", "hypothesis": "its text",
    **dict.fromkeys(("grade", "rename", "cell", "credibility", "relevance"), "--as"),
    **dict.fromkeys(("narrow", "settle", "forecast"), "--answer"),
}  # fmt: skip
"""The option that gives the value of a ruling; the other kinds have none."""
_VALUES: dict[RulingKind, tuple[str, ...]] = {
    "cell": get_args(Consistency),
    "credibility": get_args(Degree),
    "relevance": get_args(Degree),
}
"""The values that there are, where these are few."""


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
    if kind == "hypothesis":
        return 0
    return 2 if kind in {*_TWO, "cell"} else 1


def valued(kind: RulingKind) -> str:
    """The option that gives the value of ``kind``; empty where it has none."""
    return _VALUE.get(kind, "")


def _has_nothing(record: Record, kind: RulingKind) -> bool:
    """Whether there is nothing for ``kind`` to take back."""
    if kind == "undeny":
        return getattr(record, "stance", "") != "against"
    if kind == "adopt":
        return isinstance(record, Hypothesis) and not record.proposed
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

    ``value``: the grade given (C3 to a claim, B to a source); a text, a cell (II), a weight (low);
    of a ruling ``source`` whose word it is: the id of an actor, or of another attribution of the
    report, or words of the report. Raises
    UsageError, with a sentence, where these are not records, or this no value, for such a ruling.
    """
    value = value.strip()
    _worded(kind, by, why, value)
    _apt(kind, records)
    if isinstance(records[0], Issue) and kind in PURSUING:
        return _pursuing(kind, records[0], records, case, (by, why, value))
    if kind == "cell":
        records = sorted(records, key=lambda record: isinstance(record, Hypothesis))
    targets = tuple(target(kind, record, records, case) for record in records)
    over = _overruled(kind, records, case.rulings) if kind in _TWO else ()
    made = Ruling(_next(case), kind, targets, by, why=why, overrules=over)
    if kind == "grade":
        return replace(made, value=_grade(records[0], value.upper(), case))
    if isinstance(records[0], Attribution) and kind == "source":
        return replace(made, source=source_of(records[0], value, case))
    return replace(made, value=chosen(kind, value)) if valued(kind) else made


def hypothesis(
    text: str, claims: Sequence[tuple[Side, Claim]], case: Case, by: str, why: str = ""
) -> Ruling:
    """The ruling that writes a hypothesis on claims, each with its side; not yet kept.

    UsageError, with a sentence, where it says nothing that can be kept, or what another says.
    """
    text = text.strip()
    _worded("hypothesis", by, why, text)
    if len(claims) > CLAIMS or len({claim.id for _, claim in claims}) < len(claims):
        raise UsageError(f"hypothesis takes {CLAIMS} claims at most, each of them once")
    if any(text == one.text for one in case.competing.hypotheses):
        raise UsageError("there is a hypothesis with this text")
    targets = (
        replace(target("hypothesis", claim, [claim], case), name=side) for side, claim in claims
    )
    kind: RulingKind = "hypothesis"
    return Ruling(_next(case), kind, tuple(targets), by, why=why, value=chosen(kind, text))


def chosen(kind: RulingKind, value: str) -> str:
    """``value`` where ``kind`` can have it; a text is one line of characters that can be seen."""
    if kind not in _VALUES:
        if not value.isprintable():
            raise UsageError("a hypothesis takes characters that can be seen, and no line ends")
        return value
    found = next((one for one in _VALUES[kind] if one.lower() == value.lower()), None)
    if found is None:
        raise UsageError(f"{kind} is one of {', '.join(_VALUES[kind])}")
    return found


def _pursuing(
    kind: RulingKind, issue: Issue, records: Sequence[Record], case: Case, said: tuple[str, ...]
) -> Ruling:
    """A ruling on an issue; ``said``: by whom, why, and its value."""
    by, why, value = said
    claims = [claim for claim in records if isinstance(claim, Claim)]
    targets = tuple(target(kind, record, records, case) for record in records)
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
    if kind == "hypothesis":
        raise UsageError(_TAKES[kind])
    if kind in PURSUING and len(records) == 2 and not isinstance(records[1], Claim):
        noun = _a(noun_of(records[1]))
        raise UsageError(f"{_TAKES[kind]}; an answer is a claim, and this is {noun}")
    if len(records) != takes(kind) and not (kind in PURSUING and len(records) == 2):
        count = "one record" if takes(kind) == 1 else "two records"
        raise UsageError(f"{kind} takes {count}, and these are {len(records)}")
    if kind in _TWO:
        _a_pair(kind, records, [noun_of(record) for record in records])
        return
    if kind == "cell":
        if {noun_of(record) for record in records} != {"item", "hypothesis"}:
            said = " and ".join(_a(noun_of(record)) for record in records)
            raise UsageError(f"{_TAKES[kind]}; these are {said}")
        return
    fits = fitting(records[0])
    if kind not in fits:
        noun = _a(noun_of(records[0]))
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
    if id_of(records[0]) == id_of(records[1]):
        raise UsageError(f"{kind} takes two records, and these are one")
    gathered = set(kinds) <= _GATHERED or set(kinds) == _CONCEPT
    origins = [record for record in records if isinstance(record, Origin)]
    if len(origins) == 2:
        if origins[0].claim != origins[1].claim:
            raise UsageError("these are origins of two claims; rule on the claims")
    elif kind == "different" and set(kinds) == {"concept", "cause"}:
        mention(records)
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
        raise UsageError(f"the {noun_of(record)} rests on this statement alone")
    if isinstance(record, Origin) and statement.id not in record.statements:
        raise UsageError("the statement does not lead back to this origin")


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
    kinds = {target.kind for target in earlier.targets}
    gathered = kinds <= _GATHERED or kinds == _CONCEPT
    return gathered and "unsure" not in {kind, earlier.kind}


def _parts(record: Record) -> frozenset[str]:
    if isinstance(record, Claim | Origin):
        return frozenset(record.statements)
    if isinstance(record, Concept):
        return frozenset(mention.id for mention in record.mentions)
    return frozenset([id_of(record)])


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
