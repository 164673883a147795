"""Days and times as bylines print them → ISO 8601, wherever they stand in a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..dates import iso

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_ISO = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
_DAY = (
    rf"(?P<day>(?<!\d){_ISO}(?!\d)"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th|\.)?(?: of|-)?[ -]{_MONTH}\.?[, -]{{1,2}}\d{{4}}(?!\d)"
    rf"|\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}(?!\d)"
    r"|(?<![\d.])\d{1,2}[./-]\d{1,2}[./-]\d{4}(?!\d)|(?<!\d)\d{4}[./]\d{1,2}[./]\d{1,2}(?!\d))"
)
_CLOCK = r"(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?::\d\d)?\s?(?P<half>[ap]\.?m\b\.?)?"
_ZONE = r"(?:\s?(?P<zone>Z\b|UTC|GMT)?(?P<shift>[+-]\d{1,2}(?::?\d\d)?)?(?![\d/]))?"
_BEFORE = rf"\b{_CLOCK}{_ZONE}(?: ?\([A-Z]{{2,5}}\))?[^\w\n]{{0,4}}(?:on )?(?:\w{{3,9}},? )?"
_AFTER = rf"(?:,|\.(?= )| at| ?[-–—|·•])* ?{_CLOCK}{_ZONE}".replace("P<", "P<late_")
_MOMENT = re.compile(rf"(?:{_BEFORE})?{_DAY}(?:{_AFTER})?", re.IGNORECASE)
_SCRIPT = re.compile(
    rf"(?:\w{{3}} )?(?P<month>{_MONTH}) (?P<day>\d\d) (?P<year>\d{{4}}) (?P<clock>\d\d:\d\d:\d\d)"
    r" (?:GMT|UTC)(?P<shift>[+-]\d{4})?",
    re.IGNORECASE,
)
_DAY_LONG = len("2031-03-04")
_LONGEST = 300
"""Characters of a line that are looked at."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or moment (ISO 8601) found in a line, and the words right before it."""

    at: str
    before: str


def moments(line: str) -> Iterator[Moment]:
    """The days that a line states clearly, with their times where they have one."""
    text = " ".join(line[:_LONGEST].split())
    end = 0
    for found in _MOMENT.finditer(text):
        day = iso(_plain(found["day"]))
        if day:
            yield Moment(_with_clock(day, found), text[end : found.start()])
        end = found.end()


def _plain(day: str) -> str:
    """A written day without what is between its parts: "4. March 2031", "4-Mar-2031"."""
    if not re.search(r"[a-z]{3}", day, re.IGNORECASE):
        return day
    return " ".join(re.sub(r"(?<=\d)\.|\bof\b|-", " ", day).split())


def moment(stated: str | None) -> str | None:
    """A date as metadata write it, as :func:`iso` gives it; or as a script prints one."""
    text = " ".join((stated or "").split())
    if script := _SCRIPT.match(text):
        clock = f"{script['day']} {script['month'][:3]} {script['year']} {script['clock']}"
        return iso(f"{clock} {script['shift'] or '+0000'}")
    # "2031-03-04 14:05 +01:00" and "… UTC" are moments, too.
    text = re.sub(r" (?:UTC|GMT)$", "Z", re.sub(r" (?=[+-]\d\d:?\d\d$)", "", text))
    found = iso(text)
    if found and len(found) == _DAY_LONG < len(text):
        return next((m.at for m in moments(text) if m.at.startswith(found)), found)
    return found


def _with_clock(day: str, found: re.Match[str]) -> str:
    """A day with the clock beside it, after or before; in UTC where a zone is stated."""
    if len(day) > _DAY_LONG:
        return day
    for name in ("late_", ""):
        hour, minute = found[f"{name}hour"], found[f"{name}minute"]
        if hour is None:
            continue
        clock = _clock(int(hour), int(minute), found[f"{name}half"])
        shift = _shift(found[f"{name}zone"], found[f"{name}shift"])
        return iso(f"{day}T{clock}{shift}") or day if clock else day
    return day


def _clock(hour: int, minute: int, half: str | None) -> str | None:
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    return f"{hour:02}:{minute:02}:00" if hour < 24 and minute < 60 else None


def _shift(zone: str | None, shift: str | None) -> str:
    if shift:
        hours, minutes = (*re.findall(r"\d\d?", shift), "00")[:2]
        return f"{shift[0]}{int(hours):02}:{minutes}"
    return "+00:00" if zone else ""
