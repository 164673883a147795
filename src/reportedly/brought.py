"""What comes with a file beside its reports, checked as if a person gave it here."""

import re
from collections.abc import Collection, Iterator
from datetime import datetime

from reportedly import claims, grades
from reportedly.errors import ReportedlyError, UsageError
from reportedly.model import OF_SOURCES, PURSUING, Brought, Ruling, RulingKind, Skipped
from reportedly.model.plain import to_json, to_plain
from reportedly.pursuing import probability
from reportedly.rulings import CLAIMS, LONGEST, chosen, takes, valued

_LONGEST = 100_000
_LONGEST_MOMENT = 32
_GRADE = re.compile("[A-F][1-6]")
_LETTER = re.compile("[A-F]")


def checked(brought: Brought) -> Iterator[Brought | Skipped]:
    """What of it can be used; each ruling or table that cannot is named with the reason."""
    rulings: list[Ruling] = []
    tables: list[str] = []
    for ruling in brought.rulings:
        try:
            _must_be_one(ruling, {one.number for one in rulings})
            rulings.append(ruling)
        except UsageError as error:
            yield Skipped(f"{brought.name}: ruling {ruling.number}", f"it is not taken: {error}")
    for number, table in enumerate(brought.tables, 1):
        try:
            _must_be_a_table(table)
            tables.append(table)
        except ReportedlyError as error:
            yield Skipped(f"{brought.name}: table {number}", f"it is not taken: {error}")
    if rulings or tables:
        yield Brought(brought.name, tuple(rulings), tuple(tables))


def of_sources(table: str) -> bool:
    """Whether a person's own table is one of sources, not of names."""
    return table.partition("\n")[0] == OF_SOURCES


def _must_be_a_table(table: str) -> None:
    if of_sources(table):
        grades.parse_sources(table, "the table")
    else:
        claims.parse_table(table, "the table")


def _must_be_one(ruling: Ruling, before: set[int]) -> None:
    """Raises UsageError where nobody could have made it with this program."""
    if type(ruling.number) is not int or ruling.number < max(before, default=0) + 1:
        raise UsageError("its number does not follow the one before it")
    _must_be_said(ruling)
    _must_be_a_moment(ruling.recorded)
    if (ruling.kind == "undo") != (ruling.undoes is not None):
        raise UsageError("only undo takes back another ruling")
    if ruling.undoes is not None and ruling.undoes not in before:
        raise UsageError("what it takes back is no ruling before it")
    if len(ruling.targets) not in _counts(ruling.kind):
        raise UsageError("it is about another number of records than such a ruling is")
    if (ruling.kind == "source") != (ruling.source is not None):
        raise UsageError("only source says whose word something is")
    _must_be_a_value(ruling)


def _must_be_said(ruling: Ruling) -> None:
    told = {"by": ruling.by, "why": ruling.why, "value": ruling.value}
    if any(len(text) > LONGEST[name] for name, text in told.items()):
        raise UsageError("its name, reason or value is too long")
    whole = to_json(to_plain(ruling))
    if len(whole) > _LONGEST or re.search("[\ud800-\udfff]|\\\\u0000", whole):
        raise UsageError("it is too long, or holds what is no character")
    if not ruling.by.strip() or not ruling.by.isprintable():
        raise UsageError("who decides this has a name")
    if ruling.kind == "note" and not ruling.why.strip():
        raise UsageError("a note says something")


def _must_be_a_moment(recorded: str) -> None:
    try:
        moment = datetime.fromisoformat(recorded)
    except ValueError:
        raise UsageError("when it was made is no moment") from None
    if moment.tzinfo is None or len(recorded) > _LONGEST_MOMENT:
        raise UsageError("when it was made is no moment of a time zone")


def _must_be_a_value(ruling: Ruling) -> None:
    kind, value = ruling.kind, ruling.value
    if kind == "grade":
        form = _GRADE if ruling.targets[0].kind == "claim" else _LETTER
        if not form.fullmatch(value):
            raise UsageError("its value is no grade of such a record")
    elif kind == "forecast":
        probability(value.partition(" ")[0])
    elif kind in {"narrow", "settle"} or (kind != "source" and valued(kind)):
        if chosen(kind, value) != value or not (value or kind in PURSUING):
            raise UsageError("its value is none that such a ruling has")
    elif value:
        raise UsageError("it has a value, and such a ruling has none")


def _counts(kind: RulingKind) -> Collection[int]:
    if kind == "hypothesis":
        return range(CLAIMS + 1)
    if kind == "undo":
        return (0,)
    return (1, 2) if kind in PURSUING else (takes(kind),)
