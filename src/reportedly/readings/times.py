"""When: words of time as intervals of days, measured from the day of publication.

An end that the words do not give is None; without a day of publication only full dates have
days. Conventions of our own where English leaves it open: a plain "Tuesday" is the latest one
up to publication, the next one behind "by", "until" and "before" and of what is yet to come;
"March 3" is the nearest, at most 180 days ahead; "two weeks ago" the week, "two years ago" the
year that holds the day; "the early 1990s" the whole decade. What is measured from another day
("a year earlier") has no days.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from reportedly import lexicons
from reportedly.model import Interval, Span, day_of

from . import days as calendar
from .clauses import spans_of
from .days import NOWHERE, Days
from .moments import Moment, moments
from .numerals import BLANK
from .tokens import Token

_LOOK_BACK = 40
_WEEK = timedelta(7)
_ANYDAY = date(2000, 1, 1)
"""For expressions that name their year, which read alike from any day."""


@dataclass(frozen=True, slots=True)
class _Read:
    """Words of time with the preposition that leads to them, read as days."""

    start: int
    end: int
    days: Days


def intervals(text: str, published: str | None) -> tuple[Interval, ...]:
    """All words of time in ``text`` that stand as such: not "the Friday Post", "a 2014 law".

    Of two that overlap only the first counts.
    """
    kept: list[Interval] = []
    for found in map(_interval, _read(text, published)):
        if not kept or not found.span.overlaps(kept[-1].span):
            kept.append(found)
    return tuple(kept)


def interval(text: str, within: Span, published: str | None) -> Interval | None:
    """The words of time inside ``within``, known to be such, or None where there are none.

    Of several the first that has days.
    """
    part = text[within.start : within.end]
    found = [_interval(r, within.start) for r in _read(part, published, sure=True)]
    return next((i for i in found if i.first or i.last), next(iter(found), None))


def first_in(found: Iterable[Interval], spans: Iterable[Span]) -> Interval | None:
    """The first of ``found`` whose last word lies under ``spans``, one with days before others."""
    held = tuple(spans)
    inside = [i for i in found if any(s.start < i.span.end <= s.end for s in held)]
    return next((i for i in inside if i.first or i.last), next(iter(inside), None))


def first_among(found: Iterable[Interval], tokens: Sequence[Token]) -> Interval | None:
    """The first of ``found``, as :func:`first_in`, under ``tokens``, which are in order."""
    if not tokens:
        return None
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
    near = [i for i in found if start < i.span.end <= end]  # of most statements none
    return first_in(near, spans_of(tokens)) if near else None


def looked_forward(when: Interval, text: str, published: str | None) -> Interval:
    """``when`` of what is yet to come: a plain weekday of the past days is the next such day."""
    anchor, day = day_of(published), day_of(when.last)
    if anchor is None or day is None or when.first != when.last:
        return when
    plain = _weekdays().fullmatch(text[when.span.start : when.span.end])
    if not plain or not timedelta(0) < anchor - day < _WEEK:
        return when
    coming = (day + _WEEK).isoformat()
    return replace(when, first=coming, last=coming)


def _interval(read: _Read, offset: int = 0) -> Interval:
    first, last = (day.isoformat() if day else None for day in read.days)
    return Interval(Span(offset + read.start, offset + read.end), first, last)


def _read(text: str, published: str | None, *, sure: bool = False) -> Iterator[_Read]:
    anchor = day_of(published)
    found = list(moments(text))
    at = 0
    while at < len(found):
        one, pair = found[at], found[at + 1] if at + 1 < len(found) else None
        at += 1
        lead = _lead(text, one)
        if pair is not None and _is_range(text, one, pair, lead):
            at += 1
            days = _between(one, pair, anchor)
            if days is not None:
                yield _Read(_start(one, lead), pair.end, days)
        elif sure or not _is_name(text, one, lead):
            days = _single(one, _word(lead), anchor)
            if days is not None:
                yield _Read(_start(one, lead), one.end, days)


def _start(one: Moment, lead: re.Match[str] | None) -> int:
    return lead.start() if lead and _word(lead) not in {"and", "of", "to"} else one.start


def _lead(text: str, one: Moment) -> re.Match[str] | None:
    return _leads().search(text, max(0, one.start - _LOOK_BACK), one.start)


def _word(lead: re.Match[str] | None) -> str:
    return lead["word"].lower() if lead else ""


def _is_range(text: str, one: Moment, pair: Moment, lead: re.Match[str] | None) -> bool:
    """Whether two are the ends of one: "between March 3 and March 9", "March 3 - April 5"."""
    joint = " ".join(text[one.end : pair.start].lower().split())
    word = _word(lead)
    if word == "between":
        return joint in {"and", "to", "-", "–"}
    if joint in {"to", "until", "till", "through", "-", "–"}:
        return word == "from" or one.kind == pair.kind
    return False


def _between(one: Moment, pair: Moment, anchor: date | None) -> Days | None:
    """From the first day of one to the last of the other; a start without a year comes before."""
    end = _days(pair, anchor)
    start = _days(one, anchor)
    if start is None or end is None:
        return None
    late = end[1] is not None and start[0] is not None and start[0] > end[1]
    if end[1] is not None and not one.dated and (late or pair.dated):
        start = one.read(end[1]) or start
    if start[0] is not None and end[1] is not None and start[0] > end[1]:
        return None
    return start[0], end[1]


def _single(one: Moment, lead: str, anchor: date | None) -> Days | None:
    """One expression, an end left open where "since", "by" and their like lead to it."""
    if lead in {"since", "from", "after", "starting"} and not one.ends:
        days = _days(one, anchor)
        return days and (days[0], None)
    if lead in {"by", "until", "till", "before"}:
        days = _ahead(one, anchor) or _days(one, anchor)
        return days and (None, days[1])
    return _days(one, anchor)


def _ahead(one: Moment, anchor: date | None) -> Days | None:
    """A plain weekday, month or season looked forward to: "by Friday", "until March"."""
    if anchor is None:
        return None
    if one.weekday is not None:
        day = calendar.coming(one.weekday, anchor)
        return day, day
    if one.month is not None or (one.kind == "season" and one.bare):
        near = one.read(anchor)
        ahead = calendar.shifted("month", anchor, 12 if one.month is None else 11)
        past = near is not None and near[1] is not None and near[1] < anchor
        return one.read(ahead) if past and ahead else near
    return None


def _days(one: Moment, anchor: date | None) -> Days | None:
    if anchor is None and not one.dated:
        return NOWHERE
    try:
        return one.read(anchor or _ANYDAY)
    except (OverflowError, ValueError):
        return NOWHERE


def _is_name(text: str, one: Moment, lead: re.Match[str] | None) -> bool:
    """Whether the words are no time: "the Friday Post", "Black Friday", "May", "2000"."""
    if not one.bare:
        return False
    before = text[max(0, one.start - _LOOK_BACK) : one.start]
    if one.kind == "year" and _word(lead) in {"and", "to", "about", "around", "on", "at", "for"}:
        return True
    if one.kind != "weekday":
        return lead is None or (one.kind == "year" and lead[0].lower().split()[-1] == "the")
    word = re.search(r"(\w+)\s+$", before)
    if word and word[1].lower() in _feasts():
        return True
    named = re.match(r"\s+[A-Z]\w", text[one.end : one.end + 4])
    return bool(named) and (lead is None or bool(re.search(r"\b(?:the|a)\s+$", before, re.I)))


@cache
def _weekdays() -> re.Pattern[str]:
    """A weekday, with the part of the day at most, and nothing that says which one."""
    return re.compile(
        r"(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+(?:morning|afternoon|evening|night))?",
        re.I,
    )


@cache
def _leads() -> re.Pattern[str]:
    words = (
        "since|until|till|before|by|from|after|starting|between|in|on|at|over|during|of|to|and|"
        "around|about|through|throughout|within|for|into"
    )
    return re.compile(rf"(?<![\w-])(?P<word>{words}){BLANK}(?:the{BLANK})?\Z", re.I)


@cache
def _feasts() -> frozenset[str]:
    return frozenset(lexicons.load("times")["names"]["words"])
