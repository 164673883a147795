"""TimelineJS: claims by when they are said to have happened, and by their first report here.

TimelineJS shows text as HTML, so everything is escaped; there is no markup but paragraphs. The
shape: https://timeline.knightlab.com/docs/json-format.html
"""

from collections.abc import Iterator
from html import escape
from typing import Any

from reportedly.model import Case, Claim, Interval
from reportedly.model.plain import to_json
from reportedly.shelf import Shelf, stands_alone
from reportedly.visible import line

from .bibliography import dated
from .escaping import escaped
from .holdings import Copy
from .told import (
    LEGEND,
    SIDES,
    carrying,
    characters,
    graded,
    headline,
    ranged,
    sure,
    voiced,
    where,
    words,
)
from .voices import Saying, sayings, voice_of

TOLD = "Said to have happened"
FIRST = "First reported here"
_MOST = 12
"""Voices that are named in one entry; more would be no entry but a page."""

_Plain = dict[str, Any]


def timeline(case: Case, copy: Copy) -> Iterator[bytes]:
    """One JSON object, written entry by entry; the kept copies are not asked for."""
    del copy
    shelf = Shelf(case)
    yield b'{"events":[\n'
    before = b""
    for event in _events(shelf):
        yield before + _json(event)
        before = b",\n"
    yield b'\n],"scale":"human","title":' + _json(_title(shelf)) + b"}\n"


def _events(shelf: Shelf) -> Iterator[_Plain]:
    for claim in shelf.claims:
        times = _times(shelf, claim)
        for number, (when, told) in enumerate(times.items(), 1):
            event = _event(shelf, claim, f"{claim.id}-told-{number}", TOLD, told)
            yield event | _happened(*when)
        if dated(claim.first_seen) and not stands_alone(claim):
            event = _event(shelf, claim, f"{claim.id}-first", FIRST, None)
            yield event | {"start_date": _date(claim.first_seen or "")}


def _times(shelf: Shelf, claim: Claim) -> dict[tuple[str | None, str | None], set[str]]:
    """The days on which it is said to have happened, each with the statements that say so."""
    found: dict[tuple[str | None, str | None], set[str]] = {}
    for one in shelf.statements_of(claim):
        if isinstance(one.time, Interval) and (one.time.first or one.time.last):
            found.setdefault((one.time.first, one.time.last), set()).add(one.id)
    return found


def _happened(first: str | None, last: str | None) -> _Plain:
    """Both ends, or the one that is known with words that say so."""
    if first and last:
        end = {"end_date": _date(last)} if last != first else {}
        return {"start_date": _date(first), **end}
    shown = f"since {first}" if first else f"until {last}"
    return {"start_date": {**_date(first or last or ""), "display_date": escape(line(shown))}}


def _date(stated: str) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), dated(stated), strict=False))


def _event(shelf: Shelf, claim: Claim, name: str, group: str, only: set[str] | None) -> _Plain:
    document = shelf.documents[claim.text.document]
    told = list(_told(shelf, claim, only))
    more = [f"and {len(told) - _MOST} more"] if len(told) > _MOST else []
    status = (
        f"{claim.status.capitalize()}; {ranged(shelf, claim)}; {graded(shelf.grades.get(claim.id))}"
    )
    said = [status, *told[:_MOST], *more]
    quoted = f"“{words(document, claim.text.spans)}”"
    return {
        "unique_id": name,
        "group": group,
        "text": {
            "headline": escape(quoted),
            "text": "".join(f"<p>{escape(one)}</p>" for one in said),
        },
    }


def _told(shelf: Shelf, claim: Claim, only: set[str] | None) -> Iterator[str]:
    """Who takes which side, in whose words, in which report; not whose report only passes it on."""
    for position in claim.positions:
        if position.stance == "observing" and position.label is None:
            continue
        for one in sayings(shelf, position):
            if only is None or one.statement.id in only:
                side = f"{SIDES[position.stance]} ({sure(one.statement.factuality)})"
                voice = voiced(voice_of(shelf, claim, position))
                yield f"{side}: {voice} {_quoted(one)}"
                if only is None:
                    break


def _quoted(one: Saying) -> str:
    by = carrying(one)
    whose = f", {' '.join(by)}" if by else ""
    at = f"{where(one.document)}, {characters(one.spans)}"
    return f"“{words(one.document, one.spans)}”{whose} ({headline(one.document)}; {at})"


def _title(shelf: Shelf) -> _Plain:
    dated_ = [claim for claim in shelf.claims if _times(shelf, claim)]
    alone = sum(stands_alone(claim) for claim in shelf.claims) - sum(map(stands_alone, dated_))
    told = (
        f"{len(shelf.claims)} claims in {len(shelf.documents)} reports. {len(dated_)} are said to "
        f"have happened on some day. Left out: {alone} that no day is told of, in one report and "
        f"disputed by nobody."
    )
    said = "".join(f"<p>{escape(one)}</p>" for one in (told, LEGEND))
    return {"text": {"headline": "What reports say", "text": said}}


def _json(value: _Plain) -> bytes:
    return escaped(to_json(value)).encode()
