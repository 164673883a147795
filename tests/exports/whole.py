"""Ledgers drawn at random, with texts, readings and rulings of every kind, and taken over again."""

import json
from dataclasses import replace
from functools import partial

from hypothesis import strategies as st

from reportedly import desk
from reportedly.documents.jsonl import ROW
from reportedly.documents.opening import Opening
from reportedly.documents.raw import Raw
from reportedly.exporting import beside
from reportedly.exports import FORMATS
from reportedly.ledger import Checked, opened
from reportedly.model import (
    Attribution,
    Brought,
    Cause,
    Conflict,
    Evidence,
    Factor,
    Interval,
    Kept,
    Participant,
    Place,
    Quantity,
    Question,
    Reading,
    Skipped,
    Source,
    Span,
    Statement,
    identify,
)
from reportedly.rulings import drafted, hypothesis

LETTERS = "ab .,“”\n\r\t\u202e\u2028\x85\x01é한🙂'\"\\,;|=+-@"
WORDS = st.text(LETTERS, min_size=1, max_size=30)
DAYS = st.sampled_from([None, "2031-03-07", "2031-12-31"])
FACTUALITY = st.sampled_from(["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"])
STANCE = st.sampled_from(["for", "against", "observing", "silent"])


@st.composite
def places(draw, text, most=2):
    """Fragments that hold something to read."""
    read = [at for at, letter in enumerate(text) if letter.strip()]
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=2 * most)))
    found = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    if any(text[span.start : span.end].strip() for span in found):
        return tuple(found)
    at = draw(st.sampled_from(read))
    return (Span(at, at + 1),)


@st.composite
def sources(draw, text):
    kind = st.sampled_from(["person", "office", "media", "anonymous", "unspecified", "witness"])
    return Source(
        draw(places(text)), draw(kind), draw(st.none() | WORDS), draw(st.none() | st.just("HV")),
        draw(st.booleans()), draw(st.just(()) | places(text)), draw(st.just(()) | places(text)),
    )  # fmt: skip


@st.composite
def attributions(draw, document, number, within):
    text = document.text
    return Attribution(
        identify("attribution", document.id, number), document.id,
        draw(st.sampled_from(document.sentences)), draw(st.none() | sources(text)),
        draw(places(text)), draw(places(text)),
        draw(st.sampled_from(["say", "deny", "warn", "ask"])), draw(STANCE), draw(FACTUALITY),
        draw(st.sampled_from(["direct", "indirect", "mixed"])), within, draw(st.booleans()),
        draw(st.sampled_from(["speech", "attitude"])), draw(st.sampled_from([None, "whole"])),
        (Factor("drawn", 0.5, "a reason", (Evidence(document.id, draw(places(text))),)),),
    )  # fmt: skip


@st.composite
def statements(draw, document, number, attribution):
    text, sure = document.text, draw(FACTUALITY)
    side = {"+": "for", "-": "against"}.get(sure[-1], "observing")
    (place,) = draw(places(text, 1))
    times = st.builds(Interval, st.just(place), DAYS, DAYS)
    counts = st.builds(
        Quantity, st.just(place), st.none() | st.just(3.0), st.floats(0, 1e9), st.none(),
        st.just("people"),
    )  # fmt: skip
    actor = st.builds(Participant, st.sampled_from(["agent", "patient"]), st.just(place), WORDS)
    return Statement(
        identify("statement", document.id, number), document.id, attribution,
        draw(st.sampled_from(document.sentences)), draw(places(text)), place, draw(WORDS),
        draw(st.none() | st.just("FIGHT")), tuple(draw(st.lists(actor, max_size=2))),
        draw(st.none() | st.builds(Place, st.just(place), WORDS)), draw(st.none() | times),
        draw(st.none() | counts), draw(st.sampled_from("+-")),
        draw(st.sampled_from(["actual", "historical", "future", "hypothetical"])),
        draw(st.sampled_from([side, "silent"])), sure, draw(FACTUALITY),
    )  # fmt: skip


@st.composite
def readings(draw, document):
    """A reading that fits, whatever it says."""
    text, id_ = document.text, document.id
    if not document.sentences:
        return Reading(id_)
    first = draw(attributions(document, 1, None))
    second = draw(attributions(document, 2, draw(st.sampled_from([None, first.id]))))
    voices = [None, first.id, second.id]
    told = [
        draw(statements(document, n, draw(st.sampled_from(voices))))
        for n in range(draw(st.integers(0, 3)))
    ]
    cause = Cause(identify("cause", id_), id_, *(draw(places(text)) for _ in "123"), first.id)
    asked = Question(identify("question", id_), id_, draw(places(text)), draw(places(text)), None)
    shown = [Evidence(id_, draw(places(text))) for _ in "12"]
    conflicts = [
        Conflict(identify("conflict", id_), "date", (told[0].id, told[1].id), *shown)
    ] if len(told) > 1 else []  # fmt: skip
    return Reading(
        id_, (first, second), tuple(told), (cause,), (asked,), tuple(conflicts),
        (Skipped(document.name, draw(WORDS)),),
    )  # fmt: skip


@st.composite
def reports(draw, number):
    """What a row of a table gives, by one route or two, with a reading."""
    row = {"text": draw(st.text(LETTERS, min_size=3, max_size=80).filter(str.strip)),
           "title": draw(st.none() | WORDS), "publisher": draw(st.none() | WORDS),
           "published": draw(DAYS),
           "url": draw(st.sampled_from([None, f"https://x.example/{number}"]))}  # fmt: skip
    raw = Raw(f"in/{number}.jsonl:1", json.dumps(row).encode(), ROW)
    found = [one for one in Opening().reports(raw) if isinstance(one, Kept)]
    if not found:
        return ()
    (kept,) = found
    kept = replace(kept, reading=draw(readings(kept.document)))
    again = replace(kept, retrieval=replace(kept.retrieval, name="more/copy.jsonl:9"), reading=None)
    return (kept, again) if draw(st.booleans()) else (kept,)


@st.composite
def intakes(draw):
    """Reports that came, and what was skipped."""
    kept = [one for number in range(draw(st.integers(1, 3))) for one in draw(reports(number))]
    skipped = [Skipped("in/bad.pdf", "it is damaged")] * draw(st.integers(0, 1))
    return desk.Intake(tuple(kept), tuple(skipped))


def noted(draw, case):
    """Rulings on what a case holds, each of which is still to be made of a case."""
    records = [*case.documents, *case.gathering.claims, *case.lineage.origins]
    records += [a for r in case.readings for a in r.attributions]
    for one in draw(st.lists(st.sampled_from(records), max_size=3)) if records else ():
        why = draw(WORDS.filter(str.strip))
        yield partial(drafted, "note", [one], by="anna", why=why)
    if case.gathering.claims:
        hidden = draw(st.sampled_from(case.gathering.claims))
        yield partial(drafted, "hide", [hidden], by="bo")
        yield partial(hypothesis, draw(WORDS.filter(printed)), [("-", hidden)], by="cy")


def printed(words):
    return words.strip() and words.isprintable()


def ruled(draw, intake):
    """The case of an intake with rulings, as a ledger would hold it."""
    case = desk.look(intake)
    drafts = enumerate(noted(draw, case), 1)
    made = [
        replace(draft(case=case), number=n, recorded=f"2031-05-0{n}T10:00:00.000000+00:00")
        for n, draft in drafts
    ]
    brought = (Brought("drawn", tuple(made)),) if made else ()
    return desk.look(replace(intake, brought=brought))


def written(where, name):
    """A ledger in a format."""
    form = next(form for form in FORMATS if form.name == name)
    with opened(where) as ledger:
        case = ledger.case()
        return b"".join(form.writer(beside(ledger))(case, Checked(ledger, case)))


def told(name, data):
    """What a file with these bytes gives."""
    return list(Opening().reports(Raw(name, data)))


def taken(name, data):
    """The same as an intake."""
    came = told(name, data)
    kinds = Kept, Skipped, Brought
    return desk.Intake(*(tuple(one for one in came if isinstance(one, kind)) for kind in kinds))
