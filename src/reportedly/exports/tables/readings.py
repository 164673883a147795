"""Tables of what each report is, and of what it says."""

from collections.abc import Iterator
from math import isfinite

from reportedly.model import Attribution, Document, Quantity, Statement, cut
from reportedly.shelf import Shelf

from .shape import Column, Row, Table, Value, extent, marked, ref, speaking, through, voice

_VOICE = (
    Column("voice", "Whose word: the fullest name the report gives, else its words for the voice; "
           "the outlet where the report speaks in its own words; empty where it names nobody"),
    Column("voice_kind", "What the voice is: person, office, government, military, media, …; "
           "author where the report speaks in its own words"),
    Column("voice_country", "Its country, ISO 3166-1 alpha-2, where the report tells", "short"),
)  # fmt: skip
_ATTRIBUTION = ref(
    "attribution", "attributions", "What carries the voice; empty for a report's own words"
)
_REPORT = ref("report", "reports", "The report that these characters stand in")
_OUTLET = Column("outlet", "Who published the report", joined=True)
_PUBLISHED = Column("published", "When it was published", joined=True)
_PLACED = (
    Column("start", "First character in the report's text, counted in code points from 0", "whole"),
    Column("end", "The character after the last", "whole"),
    Column("spans", "All fragments, as 12-40 55-60"),
)


def _reports(shelf: Shelf) -> Iterator[Row]:
    for number, one in enumerate(shelf.documents.values(), 1):
        yield _report(shelf, one, number)


def _report(shelf: Shelf, one: Document, number: int) -> Row:
    return (
        shelf.numbers[one.id], one.outlet, one.title, one.byline, one.published, one.updated,
        one.retrieved, one.url, one.language, one.syndicated, one.name, len(one.text), one.text,
        one.sha256, number, one.id,
    )  # fmt: skip


REPORTS = Table(
    "reports",
    "Every report of the ledger, in the order in which they were published",
    (
        Column(
            "name", "R1, R2, … in this order: a short name, another one in another ledger", "short"
        ),
        Column("outlet", "Who published it, or the name of the file where nobody says"),
        Column("title", "Its headline", "words"),
        Column("byline", "By whom, as printed"),
        Column("published", "Date or moment (ISO 8601) as stated; empty where nothing states it"),
        Column("updated", "When it says it was last changed, where that is later"),
        Column("retrieved", "When it was fetched"),
        Column("url", "Its address", "address"),
        Column("language", "ISO 639-1", "short"),
        Column("syndicated", "Whom it states, beside its words, that it has them from"),
        Column("file", "The file or address that it was read from"),
        Column("characters", "Length of its text in code points", "whole"),
        Column("text", "Its text, in which all spans count", "kept"),
        Column("sha256", "SHA-256 of the kept copy, the raw bytes that it was read from", "id"),
        Column("number", "Its place in this order", "whole"),
        Column("id", "What the other tables call it by", "id"),
    ),
    _reports,
)


def _attributions(shelf: Shelf) -> Iterator[Row]:
    for one in shelf.attributions.values():
        yield _attribution(shelf, one)


def _attribution(shelf: Shelf, one: Attribution) -> Row:
    report, source = shelf.documents[one.document], one.source
    text = report.text
    whose: tuple[Value, ...] = (None,) * 7
    if source:
        whose = (
            voice(shelf, one), source.kind, source.country, source.anonymous,
            cut(text, source.spans), cut(text, source.role), cut(text, source.anonymity),
        )  # fmt: skip
    return (
        *whose, cut(text, one.cue), cut(text, one.content), one.act, one.stance, one.factuality,
        one.mode, one.scope, one.denial, report.outlet, report.published, one.document,
        one.within if one.within in shelf.attributions else None, one.agreed,
        *extent((*one.cue, *one.content)), marked(one.content), one.id,
    )  # fmt: skip


ATTRIBUTIONS = Table(
    "attributions",
    "Who is said to say, deny, believe … what, in which words",
    (
        *_VOICE,
        Column("anonymous", "Whether the report knows the voice and does not name it", "yes"),
        Column("voice_words", "The report's words for the voice"),
        Column("role", "Its words for the office or description of the voice", "short"),
        Column("anonymity", "Its words for why the voice is not named", "words"),
        Column("cue", "The words that say that something is said"),
        Column("content", "What is said", "words"),
        Column("act", "What the cue does: say, confirm, deny, decline, …", "short"),
        Column(
            "stance", "Of the voice towards the content: for, against, observing, silent", "short"
        ),
        Column("factuality", "How sure the voice is of the content (FactBank: CT+ … Uu)", "short"),
        Column("mode", "direct, indirect or mixed: how much of it is in quotation marks", "short"),
        Column("scope", "speech, or attitude: only told to think, want or know it", "short"),
        Column("denial", "What of an allegation is denied, where anything is", "short"),
        _OUTLET,
        _PUBLISHED,
        _REPORT,
        ref("within", "attributions", "The attribution that encloses it: who passes it on"),
        Column("agreed", "Whether a second reader found the same relation", "yes"),
        *_PLACED,
        Column("id", "What the other tables call it by", "id"),
    ),
    _attributions,
)


def _statements(shelf: Shelf) -> Iterator[Row]:
    for one in shelf.statements.values():
        yield _statement(shelf, one)


def _statement(shelf: Shelf, one: Statement) -> Row:
    report = shelf.documents[one.document]
    claim = shelf.claim_of.get(one.id)
    claim = None if claim in shelf.hidden else claim
    return (
        cut(report.text, one.spans), *speaking(shelf, one.attribution, one.document),
        through(shelf, one), one.stance, one.factuality, one.author_factuality,
        shelf.claim_numbers.get(claim or ""), report.outlet, report.published,
        *_told(report.text, one), one.event, one.code, one.polarity, one.mode,
        cut(report.text, (one.sentence,)), *extent(one.spans), marked(one.spans), claim,
        one.document, one.attribution if one.attribution in shelf.attributions else None, one.id,
    )  # fmt: skip


def _told(text: str, one: Statement) -> tuple[Value, ...]:
    """Actors, place, time and quantity, each in the report's words and in a form to compare."""
    actors = "\n".join(f"{a.role}: {cut(text, (a.span,))}" for a in one.actors)
    place, time, number = one.place, one.time, one.quantity
    return (
        actors,
        cut(text, (place.span,)) if place else None,
        place.name if place else None,
        *((cut(text, (time.span,)), time.first, time.last) if time else (None,) * 3),
        *_numbers(text, number),
    )


def _numbers(text: str, number: Quantity | None) -> tuple[Value, ...]:
    if number is None:
        return (None,) * 5
    figures = (number.low, number.best, number.high)
    held = (n if n is not None and isfinite(n) else None for n in figures)
    return (cut(text, (number.span,)), *held, number.unit)


STATEMENTS = Table(
    "statements",
    "What each report asserts, in its own words or by the word of a voice",
    (
        Column("words", "The characters of the report; fragments are joined by a space", "words"),
        *_VOICE,
        Column("through", "Voices that pass it on, one a line, the nearest to the voice first"),
        Column("stance", "Of the voice to the event: for, against, observing, silent", "short"),
        Column("factuality", "How sure the voice is that it happened (FactBank: CT+ certain, PR+ "
               "probable, PS+ possible, CT- certainly not, …, Uu does not commit)", "short"),
        Column("author_factuality", "How sure the report is in its own words", "short"),
        Column("claim_name", "The claim that it is part of: C1, C2, …", "short", joined=True),
        _OUTLET,
        _PUBLISHED,
        Column("actors", "Who does what to whom, one a line, in the report's words", "words",
               joined=True),
        Column("place", "Where, in the report's words"),
        Column("place_name", "The same in a form to compare"),
        Column("time", "When, in the report's words"),
        Column("first_day", "The first day that this can mean, where it can be told", "short"),
        Column("last_day", "The last one", "short"),
        Column("quantity", "How many, in the report's words"),
        Column("low", "At least", "number"),
        Column("best", "Best figure", "number"),
        Column("high", "At most", "number"),
        Column("unit", "Of what"),
        Column("event", "A name for the event, to compare"),
        Column("plover", "PLOVER code, where one fits", "short"),
        Column("polarity", "Whether it is so (+) or not (-)", "short"),
        Column("mode", "actual, historical, future, hypothetical", "short"),
        Column("sentence", "The sentence it stands in", "words"),
        *_PLACED,
        ref("claim", "claims", "The claim that it is part of"),
        _REPORT,
        _ATTRIBUTION,
        Column("id", "What the other tables call it by", "id"),
    ),
    _statements,
)  # fmt: skip


def _participants(shelf: Shelf) -> Iterator[Row]:
    for one in shelf.statements.values():
        text = shelf.documents[one.document].text
        for number, actor in enumerate(one.actors, 1):
            span = actor.span
            yield (
                actor.role, cut(text, (span,)), actor.name, actor.country, span.start, span.end,
                cut(text, one.spans), *speaking(shelf, one.attribution, one.document), one.id,
                f"{one.id}-{number}",
            )  # fmt: skip


PARTICIPANTS = Table(
    "participants",
    "Who takes part in what a statement tells: whom it is about",
    (
        Column("role", "agent, patient or recipient", "short"),
        Column("words", "The report's words for it"),
        Column("compared", "The same in a form to compare"),
        Column("country", "Its country, ISO 3166-1 alpha-2", "short"),
        Column("start", "First character in the report's text", "whole"),
        Column("end", "The character after the last", "whole"),
        Column("statement_words", "The statement", "words", joined=True),
        *(Column(c.name, f"{c.about} (of the statement)", joined=True) for c in _VOICE),
        ref("statement", "statements", "The statement, and with it whose word this is"),
        Column("id", "The statement and the place among its participants", "id"),
    ),
    _participants,
)


def _causes(shelf: Shelf) -> Iterator[Row]:
    for one in shelf.causes:
        report = shelf.documents[one.document]
        parts = (one.cause, one.effect, one.signal)
        yield (
            *(cut(report.text, spans) for spans in parts), one.polarity,
            *speaking(shelf, one.attribution, one.document), one.factuality, report.outlet,
            report.published, *(marked(spans) for spans in parts), one.document,
            one.attribution if one.attribution in shelf.attributions else None, one.id,
        )  # fmt: skip


CAUSES = Table(
    "causes",
    "What is said to have caused, prevented or enabled what, and whose claim that is",
    (
        Column("cause", "The report's words for the cause", "words"),
        Column("effect", "Its words for the effect", "words"),
        Column("signal", "Its words that tie the two, where there are any"),
        Column("polarity", "causes, prevents or enables", "short"),
        *_VOICE,
        Column("factuality", "How sure the voice is that it does (FactBank)", "short"),
        _OUTLET,
        _PUBLISHED,
        Column("cause_spans", "Where the cause stands in the report's text"),
        Column("effect_spans", "Where the effect stands"),
        Column("signal_spans", "Where the signal stands"),
        _REPORT,
        _ATTRIBUTION,
        Column("id", "What it is called by", "id"),
    ),
    _causes,
)


def _questions(shelf: Shelf) -> Iterator[Row]:
    shown = {one.id for one in shelf.issues}
    for one in shelf.questions:
        report, issue = shelf.documents[one.document], shelf.issue_of.get(one.id)
        yield (
            cut(report.text, one.spans), cut(report.text, one.cue),
            *speaking(shelf, one.attribution, one.document), report.outlet, report.published,
            *extent((*one.spans, *one.cue)), marked(one.spans), issue if issue in shown else None,
            one.document, one.attribution if one.attribution in shelf.attributions else None,
            one.id,
        )  # fmt: skip


QUESTIONS = Table(
    "questions",
    "What a report says is not known, or yet to be seen",
    (
        Column("words", "What is open", "words"),
        Column("cue", "The words that say that it is"),
        *_VOICE,
        _OUTLET,
        _PUBLISHED,
        *_PLACED,
        ref("issue", "issues", "What questions of several reports have in common"),
        _REPORT,
        _ATTRIBUTION,
        Column("id", "What it is called by", "id"),
    ),
    _questions,
)
