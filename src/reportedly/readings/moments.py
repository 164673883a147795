"""Words of time, one shape at a time: what each pattern matches and the days it stands for.

A shape is a regular expression and a function from its match and the day of publication to the
first and last day. The shapes follow TimeML's DATE values, cut down to what news prints.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from reportedly import lexicons
from reportedly.model import Span

from . import days as calendar
from . import numerals
from .days import NOWHERE, Days
from .stretches import stretches

_Reader = Callable[[re.Match[str], date], Days | None]
_Shape = tuple[str, str, _Reader]
_Pattern = tuple[str, re.Pattern[str], _Reader]

_PART = (
    "(?:(?:the )?(?P<part>early in|late in|early|late|mid|"
    "(?:start|beginning|middle|end) of)(?: |-))"
)
_WHICH = "(?P<which>this coming|this past|last|this|next|coming|past)"
_YEAR = r"(?<!\d[./,:])(?<!\d/\d\d/)(?P<year>(?:1[5-9]|20)\d\d)(?!,\d|-\d|\.\d)"
_ALONE = r"(?! of (?:the|last|this|next|(?-i:[A-Z])|\d))"
"""Not followed by what it is a part of: "the last week of May"."""
_MEASURE = r"(?P<unit>hour|day|week|fortnight|month|quarter|year|decade)s?\b" + _ALONE
_DIGITS = re.compile(r"(?:1[5-9]|20)\d\ds?\Z|[1-9]0s\Z")
"""A word that is a year, or a decade."""
_PARTS = {"start": "early", "beginning": "early", "middle": "mid", "end": "late"}


@dataclass(frozen=True, slots=True)
class Moment:
    """One expression of time where it stands; ``kind`` is the name of its shape.

    ``read`` gives the days as seen from any day.
    """

    match: re.Match[str]
    kind: str
    reader: _Reader

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.match.end()

    @property
    def bare(self) -> bool:
        """Whether the words need a preposition to be a time: "March", "2019", "Friday"."""
        bare = self.kind in {"year", "month", "season", "weekday"}
        return bare and not self._has("part", "which", "year2") and not self._is_full()

    @property
    def dated(self) -> bool:
        """Whether the words name their year, so that no day of publication is needed."""
        return self._has("year", "decade")

    @property
    def ends(self) -> bool:
        """Whether the words give both ends themselves: "March 3-9"."""
        return self._has("day2")

    @property
    def weekday(self) -> int | None:
        """The number of a plain day of the week: not of "next Friday"."""
        plain = self.kind == "weekday" and not self._has("which")
        return number("weekdays", self.match["weekday"]) if plain else None

    @property
    def month(self) -> int | None:
        """The number of a month without a year."""
        plain = self.kind == "month" and not self._has("year", "year2", "which")
        return _month(self.match["month"]) if plain else None

    def _is_full(self) -> bool:
        return self.kind in {"month", "season"} and self.dated

    def read(self, anchor: date) -> Days | None:
        """First and last day as seen from ``anchor``; None where the calendar has none such."""
        return self.reader(self.match, anchor)

    def _has(self, *names: str) -> bool:
        groups = self.match.groupdict()
        return any(groups.get(name) for name in names)


def moments(text: str) -> Iterator[Moment]:
    """Expressions of time in order; of those that overlap the first, then the longest."""
    found = [
        Moment(match, kind, reader)
        for start, stop in stretches(text, Span(0, len(text)), _tells, 40, 24)
        for kind, pattern, reader in _possible(text[start:stop].lower())
        for match in pattern.finditer(text, start, stop)
    ]
    end = 0
    for one in sorted(found, key=lambda m: (m.start, -m.end)):
        if one.start >= end:
            end = one.end
            yield one


@lru_cache(maxsize=1 << 12)
def _tells(word: str) -> bool:
    """Whether a word in lower case can be the chief one of an expression of time."""
    return word in _telling() or word.removesuffix("s") in _telling() or bool(_DIGITS.match(word))


@cache
def _telling() -> frozenset[str]:
    tables = ("weekdays", "months", "seasons", "days")
    named = [word.split()[-1] for table in tables for word in _table(table)]
    units = ("hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "weekend")
    return frozenset([*named, *units, *_list("parts")])


def _date(match: re.Match[str], anchor: date) -> Days | None:
    found = match.groupdict()
    index = _month(found["month"])
    ends = [int(d) for d in (found["day"], found.get("day2")) if d]
    if found.get("year"):
        read = [calendar.single(int(found["year"]), index, day) for day in ends]
    else:
        read = [calendar.nearest(index, day, anchor) for day in ends]
    first, last = read[0], read[-1]
    return (first, last) if first is not None and last is not None and first <= last else None


def _month_of(match: re.Match[str], anchor: date) -> Days | None:
    """A month, of the year it names, else the latest that is not in the future."""
    index, which = _month(match["month"]), _low(match, "which")
    year = anchor.year if index <= anchor.month else anchor.year - 1
    if match["year"]:
        year = int(match["year"])
    elif match["year2"]:
        year = anchor.year + _step(_low(match, "year2"))
    elif which == "next":
        year = anchor.year if index > anchor.month else anchor.year + 1
    elif which == "this":
        year = anchor.year
    elif which in {"last", "past"} and index == anchor.month:
        year -= 1
    if not 1 <= year <= 9999:
        return NOWHERE
    return calendar.third(calendar.month(year, index), _share(match))


def _weekday(match: re.Match[str], anchor: date) -> Days:
    wanted, which = number("weekdays", match["weekday"]), _low(match, "which")
    day = calendar.latest(wanted, anchor)
    if which in {"next", "coming", "this coming"}:
        day = calendar.coming(wanted, anchor + timedelta(days=1))
    elif which == "this":
        monday = calendar.latest(1, anchor)
        day = monday + timedelta(days=wanted - 1)
    elif which and day == anchor:  # "last", "past"
        day -= timedelta(days=7)
    return day, day


def _weekend(match: re.Match[str], anchor: date) -> Days:
    saturday, which = calendar.latest(6, anchor), _low(match, "which")
    if which in {"next", "coming", "this coming"}:
        saturday = calendar.coming(6, anchor + timedelta(days=1))
    elif which in {"last", "past", "this past"} and anchor.isoweekday() > 5:
        saturday -= timedelta(days=7)
    return saturday, saturday + timedelta(days=1)


def _near(match: re.Match[str], anchor: date) -> Days:
    word = " ".join(match["word"].lower().split())
    day = anchor + timedelta(days=number("days", word))
    return (day - timedelta(days=1) if word == "overnight" else day), day


def _today(match: re.Match[str], anchor: date) -> Days:
    """The day of publication for "this morning", the day before for "last night"."""
    day = anchor - timedelta(days=1) if _low(match, "which") == "last" else anchor
    return day, day


def _ago(match: re.Match[str], anchor: date) -> Days:
    count, unit = _count(match), _low(match, "unit")
    if count is None:
        return None, anchor
    if unit == "decade":
        unit, count = "year", 10 * count
    day = calendar.shifted(unit, anchor, -count)
    if day is None:
        return NOWHERE
    return calendar.around("week" if unit == "fortnight" else unit, day)


def _unit(match: re.Match[str], anchor: date) -> Days:
    """Whole units and parts of them: "last week", "early next year", "later this week"."""
    unit, step, share = _low(match, "unit"), _step(_low(match, "which")), _share(match)
    day = calendar.shifted(unit, anchor, step)
    if day is None:
        return NOWHERE
    first, last = calendar.around(unit, day)
    if share in {"earlier", "later"}:
        return (first, last) if step else (first, anchor) if share == "earlier" else (anchor, last)
    return calendar.third((first, last), share) if unit == "month" and share else (first, last)


def _recent(_: re.Match[str], anchor: date) -> Days:
    return None, anchor


def _soon(_: re.Match[str], anchor: date) -> Days:
    return anchor, None


def _lately(match: re.Match[str], anchor: date) -> Days:
    """So many days, weeks, months up to publication, or from it on."""
    count, unit = _count(match) or 1, _low(match, "unit")
    ahead = _low(match, "which") in {"next", "coming"}
    if unit == "hour":
        unit, count = "day", -(-count // 24)
    day = calendar.shifted(unit, anchor, count if ahead else -count)
    return (anchor, day) if ahead else (day, anchor)


def _year(match: re.Match[str], _: date) -> Days | None:
    return calendar.year(int(match["year"]))


def _decade(match: re.Match[str], _: date) -> Days | None:
    digits = match["decade"]
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return calendar.around("decade", date(first, 1, 1)) if first else None


def _season(match: re.Match[str], anchor: date) -> Days:
    begins = number("seasons", match["season"])
    if match["year"]:
        return calendar.season(int(match["year"]), begins)
    if match["year2"]:
        return calendar.season(anchor.year + _step(_low(match, "year2")), begins)
    return calendar.season_near(begins, anchor, _low(match, "which"))


def _elsewhere(_: re.Match[str], __: date) -> Days:
    """What is measured from a day that other words give: "a year earlier"."""
    return NOWHERE


def _low(match: re.Match[str], group: str) -> str:
    return " ".join((match.groupdict().get(group) or "").lower().split())


def _share(match: re.Match[str]) -> str:
    """Which part is meant: "early" also for "the start of", "late" for "the end of"."""
    word = _low(match, "part").partition(" ")[0]
    return _PARTS.get(word, word)


def _step(which: str) -> int:
    """How many units away: "last" one back, "next" one on."""
    return {"next": 1, "coming": 1, "last": -1, "past": -1}.get(which, 0)


def _count(match: re.Match[str]) -> int | None:
    """The number before a unit; None for "a few", "several" and none at all."""
    word = _low(match, "n")
    if word in {"a", "an", "the"}:
        return 1
    read = numerals.numeral(word)
    return int(read.value) if read is not None and 0 < read.value < 5000 else None


def _month(word: str) -> int:
    return int(word) if word.isdigit() else number("months", word.rstrip("."))


def number(table: str, word: str) -> int:
    """What a word of the list ``times`` stands for."""
    return _table(table)[word.lower()]


@cache
def _shapes() -> tuple[_Pattern, ...]:
    listed = (*_dates(), *_near_days(), *_spans(), *_names())
    return tuple((kind, _compiled(shape), reader) for kind, shape, reader in listed)


def _possible(part: str) -> Iterator[_Pattern]:
    """The shapes whose chief words stand in ``part``: the others need not be tried."""
    for one in _shapes():
        needed = _chief().get(one[0])
        if needed is None or any(word in part for word in needed):
            yield one


@cache
def _chief() -> dict[str, tuple[str, ...]]:
    listed = lexicons.load("times")["chief"]
    return {kind: tuple(words) for kind, words in listed.items() if kind != "source"}


def _compiled(shape: str) -> re.Pattern[str]:
    """A pattern in which each blank stands for white space of any kind within a paragraph."""
    return re.compile(rf"(?<![\w/-]){shape.replace(' ', numerals.BLANK)}(?!\w)", re.I)


def _dates() -> Iterator[_Shape]:
    """Dates with a day of the month, months, seasons."""
    months = (
        rf"(?-i:{_any('months', capital=True)}\b(?:(?<=\b\w{{3}})\.|(?<=Sept)\.|(?!-[A-Za-z])))"
    )
    weekday = rf"(?:{_any('weekdays')},? (?:the )?)?"
    day, day2 = (rf"(?P<{name}>[0-3]?\d)(?:st|nd|rd|th)?" for name in ("day", "day2"))
    to = r"(?:\s?[-–]\s?| (?:to|and|through|until) )"
    year = rf"(?:(?:,? | of ){_YEAR})?"
    other = rf"(?:(?:,? | of )(?:{_YEAR}|(?P<year2>this|last|next) year))?"
    month = rf"(?P<month>{months})"
    yield "date", r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", _date
    ends = rf"(?:{to}{day2}\b(?!,\d| {months}))?"
    yield "date", rf"{weekday}{month} {day}\b(?!,\d{{3}}){ends}{year}", _date
    yield "date", rf"{weekday}{day}(?:{to}{day2})?(?: of)? {month}{year}", _date
    yield "month", rf"(?:{_PART}|{_WHICH} )?{month}{other}", _month_of
    yield "season", rf"(?:{_PART}|{_WHICH} |the )?(?P<season>{_any('seasons')}){other}", _season


def _near_days() -> Iterator[_Shape]:
    """Days of the week and days named by their distance from publication."""
    hours = "|".join(_list("parts"))
    when = r"(?:(?:early|late|earlier|later|overnight)(?: on)? )?"
    ends = rf"(?: (?:{hours}))?(?:[’']s)?"
    yield "weekday", rf"{when}(?:{_WHICH} )?(?P<weekday>{_any('weekdays')}){ends}", _weekday
    yield "weekend", rf"(?:the )?(?:{_WHICH} )?weekend(?:[’']s)?", _weekend
    yield "day", rf"(?:the )?{when}(?P<word>{_any('days')}){ends}", _near
    yield "day", rf"{when}(?:(?P<which>last) night|this (?:{hours}))(?:[’']s)?", _today


def _spans() -> Iterator[_Shape]:
    """Whole weeks, months and years, and stretches up to publication or from it on."""
    units, longer = "day|week|fortnight|month|quarter|year|decade", "week|month|quarter|year|decade"
    many = rf"(?P<n>{numerals.pattern()}|an?)"
    few = "(?:few|couple of|several|some|many)"
    rough = "(?:(?:about|around|almost|nearly|over|some|roughly|(?:more|less) than|just) )?"
    led = "(?:(?:in|over|during|within|for|throughout) )"
    yield "ago", rf"{rough}{many} (?P<unit>{units})s? ago", _ago
    yield "recent", rf"(?:(?:a )?{few} )?(?P<unit>{units})s ago", _recent
    part = "(?P<part>earlier|later) (?:in )?"
    yield "unit", rf"{part}(?P<which>this|the|last|next) (?P<unit>{longer})", _unit
    whole = rf"(?P<which>last|this|next|coming|past) (?P<unit>{longer}){_ALONE}"
    yield "unit", rf"{_PART}?{whole}(?:[’']s)?", _unit
    yield "unit", rf"{_PART}the (?P<unit>{longer})", _unit
    back, ahead = "(?:the )?(?:past|last)", "(?:the )?(?:coming|next)"
    yield "recent", rf"{led}?(?:the )?recent (?:hour|{units})s", _recent
    yield "recent", rf"{led}?{back} {few} (?:hour|{units})s", _recent
    yield "soon", rf"{led}?(?:the )?coming (?:hour|{units})s", _soon
    yield "soon", rf"{led}?{ahead} {few} (?:hour|{units})s", _soon
    which = "(?P<which>past|last|next|coming)"
    yield "lately", rf"(?:{led}(?:the |these )?|the ){which} (?:{many} )?{_MEASURE}", _lately
    yield "lately", rf"{which} {many} {_MEASURE}", _lately
    yield "lately", rf"this {which} {_MEASURE}", _lately
    yield "elsewhere", rf"{many} (?:hour|{units})s? (?:earlier|later|before|after)", _elsewhere
    yield "elsewhere", rf"(?:the|that) (?:previous|following|same) (?:{units}|night)", _elsewhere


def _names() -> Iterator[_Shape]:
    """Years and decades."""
    early = "(?:(?:early|late|mid)(?: |-))?"
    decade = r"(?P<decade>(?:1[5-9]|20)\d0|(?<=[’'])[1-9]0)"
    yield "decade", rf"(?:the )?{early}(?:the )?[’']?{decade}[’']?s", _decade
    yield "year", rf"(?:the year )?{early}{_YEAR}", _year


def _any(table: str, *, capital: bool = False) -> str:
    """Any word of a table, the longest first; as a name where ``capital``."""
    words = sorted(_table(table), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(w.capitalize() if capital else w for w in words) + ")"


@cache
def _table(name: str) -> dict[str, int]:
    return {k: v for k, v in lexicons.load("times")[name].items() if isinstance(v, int)}


def _list(name: str) -> tuple[str, ...]:
    return tuple(lexicons.load("times")[name]["words"])
