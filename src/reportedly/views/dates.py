"""Dates as people read them, without a guess at what a report leaves open."""

import re
from datetime import date

from reportedly.visible import plain

_LONG = 1000
"""Days from which a distance is told in years."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)"
    r"(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?"
)


def day(iso: str | None) -> str:
    """``3 Mar 2031``; what is no ISO date is given as it stands, and nothing as "undated"."""
    match = _ISO.match(iso or "")
    if not match or not 1 <= int(match[2]) <= 12:
        return plain(iso or "undated")
    return f"{int(match[3])} {_MONTHS[int(match[2]) - 1]} {match[1]}"


def moment(iso: str | None) -> str:
    """``3 Mar 2031, 08:10 UTC``: the day, and the hour where it is stated."""
    match = _ISO.match(iso or "")
    if not match or not match[4]:
        return day(iso)
    zone = {"Z": " UTC", "+00:00": " UTC", None: ""}.get(match[5], f" {match[5]}")
    return f"{day(iso)}, {match[4]}{zone}"


def stretch(first: str | None, last: str | None) -> str:
    """``3 to 6 Mar 2031``, ``27 Feb to 6 Mar 2031``, or one day."""
    start, end = day(first), day(last)
    if start == end:
        return start
    one, other = start.split(" "), end.split(" ")
    if len(one) == len(other) == 3:
        shared = 3 if one[2] != other[2] else 2 if one[1] != other[1] else 1
        start = " ".join(one[:shared])
    return f"{start} to {end}"


def said(first: date | None, last: date | None) -> str:
    """``3 to 6 Mar 2031``; an end that is left open as ``since`` or ``until``."""
    if first and last:
        return stretch(first.isoformat(), last.isoformat())
    lead = "since" if first else "until"
    one = first or last
    return f"{lead} {day(one.isoformat())}" if one else day(None)


def distance(first: date | None, last: date | None, seen: date | None) -> str:
    """How long after the days from ``first`` to ``last`` came ``seen``, without more precision.

    ``1 day after``, ``5 to 35 days after``, ``within these days``; where one end is open, from
    the day that is known: ``92 days after the first day``. Empty where nothing can be counted.
    """
    if seen is None or (first is None and last is None):
        return ""
    if last is None or first is None:
        end = "first" if first else "last"
        off = (seen - (first or last or seen)).days
        return f"{_off(off, off)} the {end} day" if off else f"on the {end} day"
    least, most = (seen - last).days, (seen - first).days
    if least == most == 0:
        return "the same day"
    return "within these days" if least < 0 <= most else _off(least, most)


def _off(least: int, most: int) -> str:
    """``1 to 5 days after``, ``up to 3 days after``; below zero ``before``."""
    side = "before" if most < 0 else "after"
    low, high = sorted((abs(least), abs(most)))
    if high >= _LONG:
        low, high, about, unit = round(low / 365.25), round(high / 365.25), "about ", "year"
    else:
        about, unit = "", "day"
    number = f"{high}" if low == high else f"up to {high}" if low == 0 else f"{low} to {high}"
    return f"{about}{number} {unit}{'' if high == 1 else 's'} {side}"
