"""Dates as people read them, without a guess at what a report leaves open."""

import re

from .visible import plain

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
