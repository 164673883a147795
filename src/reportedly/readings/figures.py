"""Figures in plain text: numbers with their hedges, ranges and signs, as low, best and high.

Whether a figure counts anything, and what, only the parse can tell: see ``quantities``. What the
text alone shows to be none is passed over here: dates, clock times, ages, ordinals, decades,
names such as "T-72" and halves of compounds such as "an 18-month inquiry".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from reportedly import lexicons
from reportedly.model import Span

from . import numerals
from .numerals import BLANK, Numeral, numeral, singular
from .stretches import stretches

Bounds = tuple[float | None, float | None, float | None]
_LOOK_BACK = 48
_PERCENT = r"(?: ?%|[ -]per ?cent\b|[ -]percentage points?\b| pct\b)"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure or range; ``number`` is where its last number stands, ``hedge`` its words before.

    ``unit`` is what the figure itself shows: percent, or a currency by its sign.
    """

    span: Span
    start: int
    number: Span
    bounds: Bounds
    unit: str
    hedge: str
    part: bool

    def unhedged(self) -> "Figure":
        """The figure without the words before it: the "over" of "handed over 30" is no hedge."""
        value = self.bounds[1]
        bounds = self.bounds if value is None else (value, value, value)
        span = Span(self.start, self.span.end)
        return replace(self, span=span, hedge="", bounds=bounds)


@dataclass(frozen=True, slots=True)
class _Core:
    """One number or two that make a range, before its hedges are looked for."""

    start: int
    end: int
    number: Span
    one: Numeral
    two: Numeral | None
    unit: str


def figures(text: str, span: Span | None = None) -> Iterator[Figure]:
    """Every figure of ``text``, of what lies under ``span`` only where that is given."""
    whole = span or Span(0, len(text))
    least = whole.start
    for start, end in stretches(text, whole, numerals.is_number, 16, 40):
        at = max(start, least)
        while match := _cores().search(text, at, end):
            at = match.end()
            core = _core(match) if match["one"] else None
            if core is None:
                continue
            at = core.end
            if not _joined().match(text, core.end, whole.end):
                made = _figure(text, core, Span(least, whole.end))
                at = least = made.span.end
                yield made


def _core(match: re.Match[str]) -> _Core | None:
    one, two = numeral(match["one"]), numeral(match["two"] or "")
    if one is None:
        return None
    if two is not None and one.scale == 1 and one.value < two.value / two.scale:
        one = Numeral(one.value * two.scale, one.floor, one.part, two.scale)
    unit = _unit(match, "sign", "share", one)
    if two is not None and one.value < two.value and _ranges(match):
        start = match.start("between") if match["between"] else match.start("sign")
        unit = _unit(match, "sign2", "share2", two) or unit
        end, unit = _measured(match.string, match.end(), unit)
        return _Core(start, end, Span(*match.span("two")), one, two, unit)
    one = numeral(match["one"]) or one
    end = match.end("share") if match["share"] else match.end("one")
    end, unit = _measured(match.string, end, unit)
    return _Core(match.start("sign"), end, Span(*match.span("one")), one, None, unit)


def _measured(text: str, end: int, unit: str) -> tuple[int, str]:
    """The end of the figure and its unit with a measure printed close behind it: "12km"."""
    close = _measure().match(text, end)
    return (close.end(), singular(close[0].lower())) if close else (end, unit)


def _unit(match: re.Match[str], sign: str, share: str, number: Numeral) -> str:
    if match[sign]:
        return currencies()[match[sign][-1]]
    return "percent" if match[share] or number.part else ""


def _ranges(match: re.Match[str]) -> bool:
    """Whether two numbers are the ends of a range: not in "rose from 10 to 12"."""
    between, joint = (match["between"] or "").lower().strip(), match["joint"].lower().strip()
    if between == "from":
        lead = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
        before = re.findall(r"\w+", lead.lower())[-4:]
        return not any(word in changes() for word in before)
    return joint != "and" or between == "between"


def _figure(text: str, core: _Core, within: Span) -> Figure:
    before, after = _before(text, core.start, within.start), None
    end = core.end
    if core.two is None and not core.one.floor:
        after = _hedges_after().match(text, core.end, within.end)
    kinds = [_kind(before.group("words"))] if before else []
    if after:
        kinds.append(f"{after.lastgroup}")
        end = after.end()
    kind = next((k for k in kinds if k in {"floors", "ceilings"}), kinds[0] if kinds else "")
    start = before.start() if before else core.start
    return Figure(
        span=Span(start, end),
        start=core.start,
        number=core.number,
        bounds=_bounds(core, kind),
        unit=core.unit,
        hedge=text[start : core.start].lower().strip(),
        part=core.one.part,
    )


def _before(text: str, start: int, least: int) -> re.Match[str] | None:
    return _hedges_before().search(text, max(least, start - _LOOK_BACK), start)


def _kind(words: str) -> str:
    """Which end the words before a figure set; "at least some" is a floor."""
    said = " ".join(words.lower().split())
    for kind in ("ceilings", "floors"):
        held = (phrase for phrase in _phrases(kind) if phrase in said)
        for phrase in sorted(held, key=len, reverse=True):
            if re.search(rf"(?<!\S){re.escape(phrase)}(?!\S)", said) and not _outdone(said, phrase):
                return kind
    return "about"


def _outdone(said: str, phrase: str) -> bool:
    """Whether a longer one holds the phrase: "no more than" holds "more than"."""
    return re.search(rf"\b(?:no|not) {re.escape(phrase)}", said) is not None


def _bounds(core: _Core, kind: str) -> Bounds:
    value = core.one.value
    if core.two is not None:
        return value, None, core.two.value
    if core.one.floor:
        return value, None, None
    if kind == "about":
        return round(value * 0.9, 2), value, round(value * 1.1, 2)
    return (None if kind == "ceilings" else value, value, None if kind == "floors" else value)


@cache
def _cores() -> re.Pattern[str]:
    """Either a figure or what looks like one and is none, which is swallowed."""
    number, sign = numerals.pattern(), "[" + re.escape("".join(currencies())) + "]"
    sign = rf"(?:\b[A-Z]{{1,3}})?{sign}"
    end = rf"(?:(?=(?:{'|'.join(_measures())})\b)|(?!\w|[/:]\d))"
    shape = (
        rf"{_starts()}(?:(?<![\w.,/:-])(?:{_others()})"
        rf"|(?P<between>(?<!\w)(?:between|from) )?"
        rf"(?P<sign>{sign}|(?<![\w/])(?<!\w[-–])(?<!\d[.,:]))(?P<one>{number}){end}"
        rf"(?P<share>{_PERCENT})?"
        rf"(?:(?P<joint> ?[-–—] ?| (?:to|or|and) (?:about |around )?)"
        rf"(?P<sign2>{sign})?(?P<two>{number}){end}(?P<share2>{_PERCENT})?)?)"
    )
    return re.compile(_spaced(shape), re.I)


def _starts() -> str:
    """Where one can begin: most words have another first letter, and are passed over quickly."""
    tables = ("units", "scales", "plurals", "fractions")
    words = [*(w for t in tables for w in numerals.words(t)), *numerals.several(), *_months()]
    letters = "".join(sorted({w[0].lower() for w in (*words, "a", "no", "between", "from")}))
    signs = re.escape("".join(currencies()))
    near = rf"[^\W\d_]+(?:[-–]?\d|[{signs}])"
    return rf"(?:(?<!\w)(?=[\d’'{letters}]|{near})|(?=[{signs}]))"


def _others() -> str:
    """Dates, clock times, ages, ordinals, decades, names with a number in them."""
    months = "|".join(w.capitalize() for w in _months())
    month, number = rf"(?-i:{months})\b\.?", numerals.pattern()
    day = r"\d\d?(?:st|nd|rd|th)?\b(?!,\d)"
    days = rf"{day}(?:(?: ?[-–] ?| (?:to|and|or) ){day})?"
    second = rf"(?:(?: ?[-–] ?| (?:to|and|or) ){number})?"
    return "|".join(
        (
            rf"{month} {days}(?! (?:percent|per cent|people)\b)(?:,? (?:1[5-9]|20)\d\d\b)?",
            rf"{days}(?: of)? {month}(?:,? (?:1[5-9]|20)\d\d\b)?",
            rf"{month},? \d{{4}}\b",
            r"\d\d?(?:[:.]\d\d)?(?:[:.]\d\d)? ?(?:[ap]\.m\.|[ap]m\b|o[’']clock)",
            rf"(?:{numerals.any_of('units')}) (?:[ap]\.m\.|[ap]m\b|o[’']clock)",
            r"\d\d?:\d\d(?::\d\d)?",
            r"\d{4} (?:GMT|UTC|hours|hrs)\b",
            r"\d+(?:[-/.]\d+){2,}",
            r"\d+/\d+",
            r"\d+(?:st|nd|rd|th)\b(?:-\w+)*",
            r"[’']?\d+s\b",
            r"(?!(?:EUR|USD|GBP|JPY)\d)[^\W\d_]+[-–]?\d[\w-]*",
            rf"(?:aged?|ages)(?: of| between| from)? {number}{second}\b",
            rf"{number}(?: years? old\b|-years?-olds?\b)",
        )
    )


def _months() -> list[str]:
    return [w for w in lexicons.load("times")["months"] if w != "source"]


@cache
def _joined() -> re.Pattern[str]:
    """What makes the number half of a compound or a score: "18-month", "52-48", not "30-odd"."""
    return re.compile(r"[-–](?!odd\b|plus\b)\w")


@cache
def _hedges_before() -> re.Pattern[str]:
    hedges = _any(_phrases("floors") | _phrases("ceilings") | _phrases("about"))
    degrees = _any(_phrases("degrees"))
    shape = rf"(?<![\w-])(?P<words>(?:{degrees} )?{hedges}(?: {hedges})?) \Z"
    return re.compile(_spaced(shape), re.I)


@cache
def _hedges_after() -> re.Pattern[str]:
    kinds = ("floors", "ceilings", "about")
    each = (rf"(?P<{kind}> ?{_any(_phrases(kind + '_after'))})" for kind in kinds)
    return re.compile(_spaced(rf"(?:{'|'.join(each)})(?!\w)"), re.I)


def _any(phrases: frozenset[str]) -> str:
    longest = sorted(phrases, key=lambda p: (-len(p), p))
    return "(?:" + "|".join(re.escape(p).replace(r"\ ", " ") for p in longest) + ")"


def _spaced(shape: str) -> str:
    """``shape`` with each blank standing for white space of any kind within a paragraph."""
    return shape.replace(BLANK, "\0").replace(" ?", "\1").replace("[ -]", "[\\s-]").replace(
        " ", BLANK
    ).replace("\1", rf"(?:{BLANK})?").replace("\0", BLANK)  # fmt: skip


@cache
def _phrases(table: str) -> frozenset[str]:
    return frozenset(lexicons.load("numbers")[table]["phrases"])


def _measures() -> tuple[str, ...]:
    return tuple(lexicons.load("numbers")["measures"]["names"])


@cache
def _measure() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_measures())})\b", re.I)


@cache
def changes() -> frozenset[str]:
    """Forms of verbs that lead from one figure to another: "rose", "fell"."""
    return frozenset(lexicons.load("numbers")["changes"]["words"])


@cache
def currencies() -> dict[str, str]:
    """Signs of money and the names they stand for."""
    table = lexicons.load("numbers")["currencies"]
    return {sign: str(name) for sign, name in table.items() if sign != "source"}
