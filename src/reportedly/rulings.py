"""A person's decision made fast: on what a ruling rests, so that it holds when ids change."""

from collections.abc import Sequence

from reportedly.errors import UsageError
from reportedly.model import (
    Case,
    Claim,
    Link,
    Logged,
    Origin,
    Ruling,
    RulingKind,
    Statement,
    Target,
)

LONGEST = {"why": 2_000, "by": 100}
"""Characters that a reason and a name may have."""

_HIDDEN = {"claim", "question", "cause", "conflict", "drift"}
_TWO = {"same", "different", "unsure"}
_PAIRS = "two claims or statements, or two origins of one claim"

Record = object
"""Anything of a case that has an id."""


def drafted(
    kind: RulingKind, records: Sequence[Record], case: Case, by: str, why: str = ""
) -> Ruling:
    """The ruling ``kind`` on ``records`` of ``case``, not yet kept.

    Raises UsageError, with a sentence, where these are not records for such a ruling.
    """
    _fitting(kind, records, by, why)
    targets = tuple(_target(record, records, case) for record in records)
    number = max((logged.ruling.number for logged in case.rulings), default=0) + 1
    over = _overruled(kind, records, case.rulings) if kind in _TWO else ()
    return Ruling(number, kind, targets, by, why=why, overrules=over)


def undoing(number: str, case: Case, by: str, why: str = "") -> Ruling:
    """The ruling that takes back the one with that number; UsageError where none can be."""
    _fitting("undo", (), by, why)
    found = next((r for r in case.rulings if str(r.ruling.number) == number.lstrip("#")), None)
    if found is None:
        raise UsageError(f"{number}: no ruling has this number; `show rulings` lists them")
    if found.state == "undone":
        raise UsageError(f"{number}: this ruling is undone already, by ruling {found.ended}")
    last = case.rulings[-1].ruling.number
    return Ruling(last + 1, "undo", (), by, why=why, undoes=found.ruling.number)


def _fitting(kind: RulingKind, records: Sequence[Record], by: str, why: str) -> None:
    _worded(by, why)
    count = 0 if kind == "undo" else 2 if kind in _TWO else 1
    if len(records) != count:
        raise UsageError(f"{kind} takes {count} record{'s' if count > 1 else ''}")
    if kind == "note" and not why.strip():
        raise UsageError("a note says something: give it with --why")
    kinds = [_kind(record) for record in records]
    if kind in _TWO:
        _a_pair(kind, records, kinds)
    if kind == "wrong" and kinds != ["link"]:
        raise UsageError(f"wrong takes back a link, and this is {_a(kinds[0])}")
    if kind == "hide" and kinds[0] not in _HIDDEN:
        named = ", ".join(sorted(_HIDDEN))
        raise UsageError(f"hide leaves out one of these: {named}; this is {_a(kinds[0])}")


def _worded(by: str, why: str) -> None:
    """Who and why: not too long, and nothing that cannot be written down."""
    for name, text in (("why", why), ("by", by)):
        if len(text) > LONGEST[name]:
            raise UsageError(f"--{name} takes {LONGEST[name]} characters at most")
        if any("\ud800" <= c <= "\udfff" for c in text):
            raise UsageError(f"--{name} holds half a character")
    if not by.strip():
        raise UsageError("--by: who decides this has a name")
    if not by.isprintable():
        raise UsageError("--by takes characters that can be seen, and no line ends")


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


def _target(record: Record, records: Sequence[Record], case: Case) -> Target:
    kind, id_ = _kind(record), _id(record)
    if isinstance(record, Link):
        return Target(kind, id_, record.document, to=record.to, name=record.name)
    if isinstance(record, Claim | Origin):
        others = {_id(other) for other in records}
        first = next(number for number in record.statements if number not in others)
        name = record.voice if isinstance(record, Origin) else None
        return _resting(kind, id_, _statement(first, case), name)
    if isinstance(record, Statement):
        return _resting(kind, id_, record, None)
    return Target(kind, id_, getattr(record, "document", None))


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
