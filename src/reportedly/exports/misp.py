"""A MISP event: reports as ``news-media`` objects, claims as ``intelligence-source-assessment``.

Letter and digit are tags of the Admiralty scale; what cannot be judged (F, 6) has no tag, since
MISP would give it the value 50. The program has no likelihood of its own: estimative language
(ICD 203) stands only where a person forecast an answer. See ``docs/exports.md``.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain

from reportedly.model import Case, Forecast, Issue
from reportedly.shelf import Shelf
from reportedly.visible import line

from .holdings import Copy
from .misp_objects import Frame, Plain, assessed, kept, reported
from .moments import UNKNOWN, latest, moment
from .told import LEGEND, quotation

LIKELIHOOD = (
    (0.05, "almost-no-chance"),
    (0.20, "very-unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly-even-chance"),
    (0.80, "likely"),
    (0.95, "very-likely"),
    (0.99, "almost-certain"),
)
"""ICD 203 as the taxonomy has it, each up to and without the number before it; the last with it."""

_ABOUT = (
    f"{LEGEND}\n\nA claim is an object of what reports say; its first comment holds its words, and "
    "carries the tags. Who asserts or denies it, and drift, stand in the other comments. There is "
    "no likelihood of the program's own: a tag of estimative-language is a person's forecast."
)


def misp(case: Case, copy: Copy) -> Iterator[bytes]:
    """The event, an attribute or an object a line; the kept copies are not asked for."""
    del copy
    frame = Frame.of(Shelf(case), _seconds(latest(case)))
    head = json.dumps(_head(frame), ensure_ascii=False)
    yield f'{{"Event": {head[:-1]}, "Attribute": ['.encode()
    yield from _rows(chain(kept(frame), _forecasts(frame)))
    yield b'], "Object": ['
    yield from _rows(reported(frame, one) for one in frame.shelf.documents.values())
    yield from _rows((assessed(frame, one) for one in frame.shelf.claims), after=True)
    yield b'], "EventReport": ['
    yield from _rows((_about(frame),))
    yield b"]}}\n"


def _rows(rows: Iterable[Plain], after: bool = False) -> Iterator[bytes]:
    """``after``: others stand before them."""
    for row in rows:
        yield f"{',' if after else ''}\n{json.dumps(row, ensure_ascii=False)}".encode()
        after = True


def _head(frame: Frame) -> Plain:
    documents = frame.shelf.documents.values()
    dates = sorted(filter(None, (moment(one.published) for one in documents)))
    days = [one[:10] for one in dates] or [UNKNOWN[:10]]
    return {
        "uuid": frame.event,
        "info": f"{len(documents)} reports, {len(frame.shelf.claims)} claims: who says what, and "
        f"on whose word ({days[0]} to {days[-1]})",
        "date": days[0],
        "timestamp": frame.seconds,
        "threat_level_id": "4",
        "analysis": "0",
        "distribution": "0",
        "published": False,
    }


def _about(frame: Frame) -> Plain:
    return {
        "uuid": frame.uuid("event-report", "about"),
        "name": "How to read this event",
        "content": _ABOUT,
        "distribution": "5",
        "timestamp": frame.seconds,
    }


def _forecasts(frame: Frame) -> Iterator[Plain]:
    """How likely named people hold answers to be: those that count."""
    for issue in frame.shelf.issues:
        course = frame.shelf.courses.get(issue.id)
        for one in course.forecasts if course else ():
            term = likelihood(one.probability)
            if one.counts and term:
                yield _forecast(frame, issue, one, term)


def _forecast(frame: Frame, issue: Issue, one: Forecast, term: str) -> Plain:
    said = f"{quotation(frame.shelf, issue.text)}: {_answer(frame.shelf, one)}"
    by = f"forecast by {line(one.by)}, ruling {one.number}"
    value = f"{said}, {one.probability:g} ({by})"
    made = frame.attribute("text", "Other", value, "forecast", issue.id, one.number)
    tag = f'estimative-language:likelihood-probability="{term}"'
    return {**made, "comment": by, "Tag": [{"name": tag}]}


def _answer(shelf: Shelf, one: Forecast) -> str:
    """The answer that a forecast is about: yes, the words of a claim, or those of a person."""
    claim = shelf.claims_by_id.get(shelf.claim_of.get(one.statement or "", ""))
    if one.key != "yes" and claim and claim.id not in shelf.hidden:
        return quotation(shelf, claim.text)
    return "yes" if one.key == "yes" else line(one.answer)


def likelihood(probability: float) -> str | None:
    """The term of ICD 203 for a probability; None below 1 and above 99 of 100, which have none."""
    if not 0.01 <= probability <= 0.99:
        return None
    return next((term for most, term in LIKELIHOOD if probability < most), LIKELIHOOD[-1][1])


def _seconds(stated: str) -> str:
    """A moment as MISP has it: seconds since 1970, and none before."""
    return str(max(0, int(datetime.fromisoformat(stated).timestamp())))
