"""Score figures and times: low, best, high and unit of a number, first and last day of a time.

    python benchmarks/figures.py [--split tune|score] [--errors]

``gold/figures.jsonl`` and ``gold/times.jsonl`` hold invented sentences with one expression each.
"given": the expression is read where it is known to stand; "found": the expression that shares
most characters with it among all that are found in the text. A figure counts as right when low,
best, high and unit all are, a time when both days are. The baseline reads the printed digits as
low, best and high, is told the unit, and takes the day of publication for the time.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sources import document

from reportedly.model import Interval, Quantity, Span
from reportedly.readings import quantities, times
from reportedly.readings.parse import parse

GOLD = Path(__file__).with_name("gold")
ROUNDS = 2000
"""Samples drawn with replacement for an interval."""

Row = dict[str, Any]
Value = tuple[Any, ...]
Read = TypeVar("Read", Quantity, Interval)


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold expression, and what was read given its span, found in the text, by the baseline."""

    row: Row
    wanted: Value
    given: Value | None
    found: Value | None
    simple: Value


def rows(name: str, split: str | None) -> list[Row]:
    """The rows of one gold file that belong to ``split``, all without one."""
    lines = (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines if line.strip()]
    return [row for row in found if split in (None, row["split"])]


def figure(row: Row) -> Judged:
    """The figure of one row: low, best, high, unit."""
    text, span = row["text"], Span(*row["span"])
    doc = parse(document(text, text))
    every = (count.quantity for count in quantities.counts(doc, text))
    given = quantities.within(doc, text, span)
    wanted = (row["low"], row["best"], row["high"], row["unit"])
    return Judged(row, wanted, _figure(given), _figure(_at(every, span)), _digits(row))


def moment(row: Row) -> Judged:
    """The time of one row: first and last day."""
    text, span, published = row["text"], Span(*row["span"]), row["published"]
    given = times.interval(text, span, published)
    found = _at(times.intervals(text, published), span)
    wanted = (row["first"], row["last"])
    return Judged(row, wanted, _days(given), _days(found), (published, published))


def _figure(one: Quantity | None) -> Value | None:
    return (one.low, one.best, one.high, one.unit) if one else None


def _days(one: Interval | None) -> Value | None:
    return (one.first, one.last) if one else None


def _at(every: Iterable[Read], wanted: Span) -> Read | None:
    """Whichever shares most characters with ``wanted``, None where none does."""

    def shared(one: Read) -> int:
        return min(one.span.end, wanted.end) - max(one.span.start, wanted.start)

    best = max(every, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def _digits(row: Row) -> Value:
    printed = re.search(r"\d[\d,]*(?:\.\d+)?", row["text"][slice(*row["span"])])
    value = float(printed[0].replace(",", "")) if printed else None
    return value, value, value, row["unit"]


def share(hits: list[bool]) -> str:
    """The share of hits with its 95 % interval by resampling."""
    draw = random.Random(1)
    size = max(len(hits), 1)
    means = sorted(sum(draw.choices(hits, k=size)) / size for _ in range(ROUNDS if hits else 0))
    ends = (means[int(0.025 * ROUNDS)], means[int(0.975 * ROUNDS)]) if means else (0.0, 0.0)
    return f"{sum(hits) / size:.3f} [{ends[0]:.3f}, {ends[1]:.3f}]"


def figure_shape(one: Judged) -> str:
    """The shape of a figure, told from its gold values."""
    low, best, high, unit = one.wanted
    words = one.row["text"][slice(*one.row["span"])]
    ends = {
        "plural": best is None and high is None,
        "range": best is None,
        "floor": high is None,
        "ceiling": low is None,
        "about": low != high,
        "none": best == 0,
        "percent": unit == "percent",
        "money": unit in {"dollar", "euro", "pound", "yen"},
        "digits": bool(re.search(r"\d", words)),
    }
    return next((name for name, holds in ends.items() if holds), "words")


def time_shape(one: Judged) -> str:
    """The shape of a time, told from its words."""
    words = one.row["text"][slice(*one.row["span"])].lower()
    shapes = {
        "range": r"^(between|from)\b.*\b(and|to|until)\b",
        "open": r"^(since|until|till|by|before|after|from)\b",
        "ago": r"\bago$",
        "recent": r"\b(recent|past|over the last|in the last)\b",
        "weekend": r"weekend",
        "season": r"\b(spring|summer|autumn|fall|winter)\b",
        "weekday": r"day(?:[’']s)?\b(?<!today)(?<!yesterday)",
        "decade": r"\d0s\b",
        "unit": r"\b(week|month|year|quarter)(?:[’']s)?$",
        "date": r"[a-z]\.? \d\d?\b|\b\d\d? [a-z]|\d-\d",
        "month, year": r"[a-z] (?:1|2)\d{3}|^(?:in )?\d{4}$|^(?:in )?(?:[a-z]+[ -])?[a-z]+$",
    }
    return next((name for name, shape in shapes.items() if re.search(shape, words)), "near day")


def table(judged: list[Judged], shape: Callable[[Judged], str]) -> None:
    """Rows and mistakes of each shape."""
    every = Counter(shape(one) for one in judged)
    for name, count in every.most_common():
        own = [one for one in judged if shape(one) == name]
        given, found = (sum(g != o.wanted for o, g in zip(own, read, strict=True))
                        for read in ([o.given for o in own], [o.found for o in own]))  # fmt: skip
        print(f"  {name:12} {count:4} rows, wrong {given:3} given, {found:3} found")


def main() -> None:
    """Print the scores, and on demand what was read wrongly."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--split", choices=("tune", "score"), default="score")
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args()
    for name, judge, shape in (
        ("figures", figure, figure_shape),
        ("times", moment, time_shape),
    ):
        judged = [judge(row) for row in rows(name, chosen.split)]
        print(f"== {name}: {len(judged)} rows, exact")
        for mode in ("given", "found", "simple"):
            title = {"simple": "baseline"}.get(mode, mode)
            print(f"{title:9} {share([getattr(o, mode) == o.wanted for o in judged])}")
        if chosen.errors:
            table(judged, shape)
            for one in judged:
                if (one.given, one.found) != (one.wanted, one.wanted):
                    words = one.row["text"][slice(*one.row["span"])]
                    print(f"{words!r}: {one.wanted}; given {one.given}, found {one.found}; "
                          f"{one.row.get('published', '')} {one.row['text']}")  # fmt: skip


if __name__ == "__main__":
    main()
