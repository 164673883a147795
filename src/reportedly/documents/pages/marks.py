"""Where the entries of a live blog may begin: clocks, days with clocks, ages, time elements."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .blocks import Block, Seen
from .furniture import prose
from .moments import moment, moments
from .stated import bare

_CLOCK = (
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?!\d)(?::\d\d)?(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s?(?:GMT|UTC|[CEWP]ES?T|BST|[CE]DT|Uhr|hrs?|h)\b)?"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_ANY_MONTH = _MONTH.replace("P<name>", ":")
_DAYS = (
    r"(?:(?P<day>\d{1,2})[./](?P<month>\d{1,2})\.?[^\w]+)?",
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)? {_MONTH}(?:[^\w]+|\s+at\s+)",
    rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:[^\w]+|\s+at\s+)",
)
_BEFORE = (
    r"[^\w]*(?:(?:posted|published|at|on|time|today|yesterday|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)"
    r"[\s,:]+)*"
)
_STAMPS = [re.compile(_BEFORE + days + _CLOCK, re.IGNORECASE) for days in _DAYS]
_DAY_AFTER = re.compile(
    r"[^\w]*(?:on )?(?:\w+day,? )?"
    rf"(?:(?P<day>\d{{1,2}}) {_ANY_MONTH}|{_ANY_MONTH} (?P<late>\d{{1,2}}))(?!\d)",
    re.IGNORECASE,
)
_LAST = re.compile(rf"(?:^|[\s,|·•–—-]){_CLOCK}\W*$", re.IGNORECASE)
_AGE = re.compile(
    r"\W*(?:(?:posted|published) )?(?:\d+|an?|one) ?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)"
    r"\.?(?: ago)?\W*|\W*(?:just )?now\W*",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\W{0,3}\d{1,2}(?:[:h]\d\d|[:.]\d\d\s?[ap]\.?m\b)(?!\d)", re.IGNORECASE)
_CHANGED = re.compile(
    r"\W*(?:last )?(?:updated|edited|modified|changed|corrected)\b", re.IGNORECASE
)
_MAYBE = re.compile(r"\d|\b(?:an?|one|now)\b", re.IGNORECASE)
_LOOKED = 80
_FEW = 14
_SHORT = 8
_BEFORE_DAY = 14
_FRAMED = 4
"""Blocks of an element around a stamp that is called a frame, as "entry-meta" is."""


@dataclass(slots=True)
class Mark:
    """Where an entry may begin: its block, and the blocks ``first`` to ``last`` of its ``node``.

    ``at`` is the moment, from the place ``dated``; ``clock`` and ``day`` are what is known of
    one. ``told``: the block is words of the entry itself. ``framed``: it stands in a small frame.
    """

    stamp: int
    first: int
    last: int
    node: int = -1
    at: str | None = None
    dated: str | None = None
    clock: tuple[int, int] | None = None
    day: date | None = None
    told: bool = False
    framed: bool = False


def marks(seen: Seen, dead: Sequence[bool], start: int, end: int) -> Iterator[Mark]:
    """Every block between ``start`` and ``end`` that says when something was written."""
    times = {t.block: moment(t.stated) for t in seen.times}
    for i in range(start, end):
        block = seen.blocks[i]
        if i not in times and not _MAYBE.search(block.text[:_LOOKED]):
            continue
        within = bool(_WITHIN.match(block.text))
        if _CHANGED.match(block.text) or (not within and (block.words > _FEW or prose(block))):
            continue
        framed = dead[block.node]
        if framed and not _in_small_frame(seen, dead, block):
            continue
        found = _mark(seen, i, times.get(i))
        if found:
            found.framed, found.told = framed, block.words > _FEW or prose(block)
            yield found


def _mark(seen: Seen, at: int, time: str | None) -> Mark | None:
    block = seen.blocks[at]
    found = Mark(at, at, at + 1)
    stated = time if time and "T" in time else None
    dated = _dated(block)
    clock = clocked(block.text) or (_LAST.search(block.text) if block.words <= _SHORT else None)
    if not (stated or dated or clock or time or aged(block.text)) or (
        _is_item(seen, block) and block.words > 2 and not (stated or dated or prose(block))
    ):
        return None
    if stated:
        found.at, found.dated = stated, "time element"
    elif dated:
        found.at, found.dated = dated, "stamp of the entry"
    elif clock:
        found.clock, found.day = _hour(clock), _day(clock)
    return found


def clocked(text: str) -> re.Match[str] | None:
    """The clock that a line begins with, and the day beside it."""
    return next((found for stamp in _STAMPS if (found := stamp.match(text))), None)


def aged(text: str) -> bool:
    """Whether a line is an age: "14h ago", "2 min", "just now"."""
    return bool(_AGE.fullmatch(text))


def _in_small_frame(seen: Seen, dead: Sequence[bool], block: Block) -> bool:
    """Whether all that is dead around a stamp is a line or two: who wrote, and when."""
    at = block.node
    while seen.nodes[at].parent >= 0 and dead[seen.nodes[at].parent]:
        at = seen.nodes[at].parent
    node = seen.nodes[at]
    inside = seen.blocks[node.first : node.last]
    return node.kind == "frame" and len(inside) <= _FRAMED and not any(map(prose, inside))


def _is_item(seen: Seen, block: Block) -> bool:
    """Whether a block is all of an item of a list, as in a list of key moments."""
    at = block.node
    while at >= 0 and seen.nodes[at].last - seen.nodes[at].first == 1:
        if seen.nodes[at].tag == "li":
            return True
        at = seen.nodes[at].parent
    return False


def _dated(block: Block) -> str | None:
    """The day and clock that a line begins with, or, where it is short, has."""
    found = next(moments(block.text), None)
    near = found and (len(found.before) < _BEFORE_DAY or block.words <= _SHORT)
    return found.at if found and near and "T" in found.at else None


def _hour(clock: re.Match[str]) -> tuple[int, int]:
    hour, minute, half = int(clock["hour"]), int(clock["minute"]), (clock["half"] or "").lower()
    return (hour % 12 + (12 if half == "p" else 0) if half else hour), minute


def _day(clock: re.Match[str]) -> date | None:
    """The day and month beside a clock; their year is told later."""
    said = clock.groupdict()
    day, month, name = said.get("day"), said.get("month"), said.get("name")
    if not day and (after := _DAY_AFTER.match(clock.string, clock.end())):
        parts = after.string[after.start() : after.end()]
        day = after["day"] or after["late"]
        name = next((m for m in _MONTHS if re.search(rf"\b{m}", parts, re.IGNORECASE)), None)
    if not day:
        return None
    number = _MONTHS.index(name[:3].lower()) + 1 if name else int(month or 0)
    try:
        return date(1904, number, int(day))
    except ValueError:
        return None


def headed(block: Block) -> bool:
    """Whether a stamp stands in a heading, or a line, that says more than who wrote."""
    if block.context != "heading" and not (clocked(block.text) or any(moments(block.text))):
        return False
    said = beyond(block.text)
    return bool(said) and (block.context == "heading" or said.count(" ") >= 3)


def beyond(text: str) -> str:
    """What a stamp says beside its time."""
    clock = clocked(text)
    rest = text[clock.end() :] if clock else text
    if clock and (after := _DAY_AFTER.match(rest)):
        rest = rest[after.end() :]
    for found in moments(text):
        rest = found.before if found.before.strip(" -–—|·:,") else rest
    rest = re.sub(r"^\W*(?:(?:GMT|UTC|[CE]ES?T|BST)\b|[+-]\d\d:?\d\d)?\W*", "", rest)
    if len(bare(rest)) <= 3 or aged(rest) or next(moments(rest), None):
        return ""
    return rest


def only_when(block: Block) -> bool:
    """Whether a line says when, or who and when, and no more: a stamp, an age, a day."""
    if block.words > _SHORT or block.context == "quote":
        return False
    if aged(block.text) or _CHANGED.match(block.text):
        return True
    said = clocked(block.text) or next(moments(block.text), None)
    return bool(said) and not headed(block) and not prose(block)
