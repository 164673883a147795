"""The days of entries of a live blog that state only a clock."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from .blocks import Seen
from .marks import Mark
from .moments import moments


def date_clocks(seen: Seen, found: Sequence[Mark], days: Sequence[str]) -> None:
    """Give entries that state only a clock their days, where these can be told."""
    bare_ones = [one for one in found if one.at is None and one.clock]
    known = [date.fromisoformat(day[:10]) for day in days if day]
    if not bare_ones:
        return
    years = {day.year for day in known}
    headed = _under_days(seen, found)
    counted = _counted(bare_ones, known)
    for n, one in enumerate(bare_ones):
        day = headed.get(one.stamp) or (counted[n] if counted else None)
        if one.day and len(years) == 1:
            day = one.day.replace(year=min(years))
        if day and one.clock and one.clock[0] < 24 and one.clock[1] < 60:
            one.at = f"{day.isoformat()}T{one.clock[0]:02}:{one.clock[1]:02}:00"
            one.dated = "stamp of the entry"


def _under_days(seen: Seen, found: Sequence[Mark]) -> dict[int, date]:
    """Stamp → the day in a short line above it, if entries stand below such lines."""
    days: dict[int, date] = {}
    day: date | None = None
    stamps = {one.stamp for one in found}
    for i in range(found[0].stamp - 2 if found[0].stamp > 1 else 0, found[-1].last):
        block = seen.blocks[i]
        if i in stamps:
            if day:
                days[i] = day
        elif (
            block.words <= 6
            and (at := next((m.at for m in moments(block.text)), None))
            and len(at) == len("2031-03-04")
        ):
            day = date.fromisoformat(at)
    return days if len(days) > 1 else {}


def _counted(found: Sequence[Mark], known: Sequence[date]) -> list[date] | None:
    """The days of clocks by where they pass midnight, from the day on which the blog began."""
    clocks = [one.clock for one in found if one.clock]
    if not known or len(clocks) != len(found):
        return None
    up = sum(b >= a for a, b in pairwise(clocks))
    rising = up > (len(clocks) - 1) / 2
    ordered = clocks if rising else clocks[::-1]
    past, days = 0, [min(known)]
    for a, b in pairwise(ordered):
        past += b < a
        days.append(min(known) + timedelta(past))
    # A last change on another day than that of the last entry leaves the days open.
    if len(known) > 1 and past > (max(known) - min(known)).days:
        return None
    return days if rising else days[::-1]
