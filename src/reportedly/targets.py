"""What a ruling is about, and what it is found again by when ids change."""

from collections.abc import Sequence

from reportedly.errors import UsageError
from reportedly.model import (
    Actor,
    Attribution,
    Case,
    Cause,
    Claim,
    Concept,
    Document,
    Hypothesis,
    Issue,
    Item,
    Link,
    Mention,
    Origin,
    RulingKind,
    Statement,
    Target,
)

Record = object
"""Anything of a case that has an id."""


def mention(records: Sequence[Record]) -> Mention:
    """The end of a cause that a person takes out of a concept; something must be left of it."""
    concept = next(one for one in records if isinstance(one, Concept))
    cause = next((id_of(one) for one in records if isinstance(one, Cause)), "")
    found = next((m for m in concept.mentions if m.cause == cause), None)
    if found is None:
        raise UsageError("neither end of this cause is in the concept")
    if len(concept.mentions) == 1:
        raise UsageError("the concept rests on this cause alone")
    return found


def _of_map(record: Concept | Cause, records: Sequence[Record]) -> Target:
    """A concept by its earliest mention, a cause that leaves it by the mention that leaves."""
    causes = {one.id for one in records if isinstance(one, Cause)}
    if isinstance(record, Cause):
        found = mention(records)
    else:
        found = next(m for m in record.mentions if m.cause not in causes)
    return Target("concept", record.id, found.document, found.id, at=found.spans)


def target(ruled: RulingKind, record: Record, records: Sequence[Record], case: Case) -> Target:
    """What a ruling of the kind ``ruled`` on ``records`` keeps of one of them."""
    kind, id_ = noun_of(record), id_of(record)
    if ruled == "grade" and (outlet := _outlet(record)):
        return Target("outlet", outlet, name=outlet)
    if isinstance(record, Concept) or (isinstance(record, Cause) and ruled == "different"):
        return _of_map(record, records)
    if isinstance(record, Claim | Origin):
        others = {id_of(other) for other in records}
        first = next(number for number in record.statements if number not in others)
        name = record.voice if isinstance(record, Origin) else None
        return _resting(kind, id_, _statement(first, case), name)
    if isinstance(record, Statement):
        return _resting(kind, id_, record, None)
    return _competing(kind, id_, record, case) or _standing(kind, id_, record)


def _competing(kind: str, id_: str, record: Record, case: Case) -> Target | None:
    """An item rests on its first statement, a proposal on what it rests on; None for others."""
    if isinstance(record, Item):
        return _resting(kind, id_, _statement(record.statements[0], case), record.voice)
    if isinstance(record, Hypothesis) and record.key:
        return _resting(kind, id_, _anchor(record, case), record.key)
    return None


def _anchor(record: Hypothesis, case: Case) -> Statement:
    """What a proposal rests on: a statement that gives its value, else the first of its claim."""
    premise = record.premises[0]
    claim = next(c for c in case.gathering.claims if c.id == premise.claim)
    return _statement((premise.statements or claim.statements)[0], case)


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


def _statement(number: str, case: Case) -> Statement:
    return next(s for r in case.readings for s in r.statements if s.id == number)


def noun_of(record: Record) -> str:
    """The noun of a record, in small letters."""
    return type(record).__name__.lower()


def id_of(record: Record) -> str:
    """The id of a record; empty where it has none."""
    return str(getattr(record, "id", ""))
