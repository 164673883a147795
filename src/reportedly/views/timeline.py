"""When things are said to have happened, against when they were first reported here."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from reportedly.model import Claim, Evidence, Interval, Position, Reality, Statement, day_of
from reportedly.shelf import Shelf

from . import dates
from .printed import many

ROWS = 40
"""Rows shown first: those of the claims that stand first in the order of claims."""
FOLDED = 200
"""Rows folded below them; the rest is counted, and the terminal lists all."""
TIMES = 6
"""Times shown of one claim in a page: the earliest, and the last."""
RULE = (
    "One row a claim, by the first day said, or by the last where only that is said. Days are read "
    "from the words of time, counted from the day of the report that has them; a month or a year "
    "is given as its first and last day."
)
APART = "no day is common to all these times"
MARKED: dict[Reality, str] = {"future": "expected", "hypothetical": "hypothetical"}
"""What has not happened, by the words of whoever tells it, says so beside its days."""

Days = tuple[date | None, date | None]
"""First and last day, inclusive; None where it is not said."""


@dataclass(frozen=True, slots=True)
class Given:
    """One time that statements of a claim give, with the earliest that gives it.

    ``evidence`` marks that statement's words of time, ``voices`` are all who give these days, and
    ``more`` is in how many further reports.
    """

    first: date | None
    last: date | None
    mark: str
    statement: str
    evidence: Evidence
    voices: tuple[Position, ...]
    more: int
    distance: str

    @property
    def days(self) -> str:
        """``2 to 3 Mar 2031``, ``since 2 Mar 2031``, ``until 30 Jun 2031``."""
        return dates.said(self.first, self.last)

    @property
    def heard(self) -> int:
        """How many voices give it; one that stands on two sides is one."""
        return len({(p.actor or p.voice, p.kind) for p in self.voices})

    @property
    def told(self) -> str:
        """The days, and whether they are only expected or supposed."""
        return f"{self.days}, {self.mark}" if self.mark else self.days


@dataclass(frozen=True, slots=True)
class Row:
    """A claim and the times given for it, earliest first; ``apart``: no day lies in all."""

    claim: Claim
    times: tuple[Given, ...]
    apart: bool

    @property
    def shown(self) -> tuple[Given, ...]:
        """The times that a page has room for."""
        fits = len(self.times) <= TIMES
        return self.times if fits else (*self.times[: TIMES - 1], self.times[-1])

    @property
    def more(self) -> int:
        """How many times it has no room for."""
        return len(self.times) - len(self.shown)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Rows by the day said, and how many claims have none.

    ``timeless`` claims have no words of time, those of ``dayless`` ones name no day.
    """

    rows: tuple[Row, ...]
    timeless: int
    dayless: int

    @property
    def left_out(self) -> str:
        """The claims without a row as one sentence; empty where there are none."""
        without = [f"{many(self.timeless, 'claim')} without a time"] if self.timeless else []
        words = f"{many(self.dayless, 'claim')} with words of time that name no day"
        without += [words] if self.dayless else []
        return f"Not in the timeline: {', '.join(without)}." if without else ""


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows of a page: ``first`` in the table, ``folded`` below it, ``more`` only counted."""

    first: tuple[Row, ...]
    folded: tuple[Row, ...]
    more: int


def timeline(shelf: Shelf) -> Timeline:
    """Every claim whose statements give a day, the earliest day first."""
    rows, timeless, dayless = [], 0, 0
    for claim in shelf.claims:
        told = [s for s in shelf.statements_of(claim) if s.time]
        times = _times(claim, told)
        if times:
            rows.append(Row(claim, times, _apart(times)))
        elif told:
            dayless += 1
        else:
            timeless += 1
    return Timeline(tuple(_by_day(rows)), timeless, dayless)


def shown(shelf: Shelf, told: Timeline, leading: Collection[str]) -> Shown:
    """The rows of the claims ``leading`` first, as long as there is room; each part by day."""
    place = {claim.id: n for n, claim in enumerate(shelf.claims)}
    rows = sorted(told.rows, key=lambda row: place[row.claim.id])
    first = [row for row in rows if row.claim.id in leading][:ROWS] or rows[:ROWS]
    kept = {row.claim.id for row in first}
    rest = [row for row in rows if row.claim.id not in kept]
    return Shown(tuple(_by_day(first)), tuple(_by_day(rest[:FOLDED])), len(rest[FOLDED:]))


def _times(claim: Claim, told: Iterable[Statement]) -> tuple[Given, ...]:
    """Statements that give the same days, and leave it as open whether it happened, are one."""
    groups: dict[tuple[Days, str], list[Statement]] = {}
    for statement in told:
        days = _days(statement.time)
        if days:
            groups.setdefault((days, MARKED.get(statement.mode, "")), []).append(statement)
    found = (_given(claim, *key, group) for key, group in groups.items())
    return tuple(sorted(found, key=_start))


def _days(time: Interval | None) -> Days | None:
    """First and last day; None where neither is known or they stand the wrong way round."""
    first, last = (day_of(time.first), day_of(time.last)) if time else (None, None)
    if first and last:
        return (first, last) if first <= last else None
    return (first, last) if first or last else None


def _given(claim: Claim, days: Days, mark: str, group: list[Statement]) -> Given:
    first, last = days
    earliest = group[0]
    spans = (earliest.time.span,) if earliest.time else ()
    return Given(
        first,
        last,
        mark,
        earliest.id,
        Evidence(earliest.document, spans),
        tuple(dict.fromkeys(p for s in group for p in _voices(claim, s))),
        len({s.document for s in group}) - 1,
        dates.distance(first, last, day_of(claim.first_seen)),
    )


def _voices(claim: Claim, statement: Statement) -> tuple[Position, ...]:
    """Who gives a statement's time: whose word it is, not who only passes it on."""
    held = tuple(p for p in claim.positions if statement.id in p.statements)
    firm = tuple(p for p in held if p.stance != "observing")
    told = tuple(p for p in held if p.kind != "media" or p.label)
    return firm or (told if statement.attribution else held) or held


def _apart(times: tuple[Given, ...]) -> bool:
    """Intervals meet in pairs if and only if one day lies in all of them."""
    firsts = [given.first for given in times if given.first]
    lasts = [given.last for given in times if given.last]
    return bool(firsts and lasts) and max(firsts) > min(lasts)


def _by_day(rows: Iterable[Row]) -> list[Row]:
    """Earliest first; rows of one day stay in the order they come in."""
    return sorted(rows, key=lambda row: _start(row.times[0]))


def _start(given: Given) -> tuple[date, date]:
    start = given.first or given.last or date.max
    return (start, given.last or date.max)
