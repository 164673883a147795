"""Who says what in words that a person reads, for formats that have text in the place of fields.

Every quotation is cut from a kept text; what would act in it instead of being read is made visible.
"""

from collections.abc import Iterator

from reportedly.model import (
    SURE,
    Attribution,
    Claim,
    Document,
    Evidence,
    Factuality,
    Grade,
    Position,
    SourceKind,
    Spans,
    Stance,
    Statement,
    cut,
)
from reportedly.shelf import Shelf
from reportedly.visible import line

from .voices import Saying, Voice, sayings, voice_of

DOES: dict[Stance, str] = {
    "for": "asserts",
    "against": "denies",
    "observing": "observes",
    "silent": "silent-on",
}
"""What a voice does to a claim, by its stance."""

SIDES: dict[Stance, str] = {
    "for": "Says so",
    "against": "Denies it",
    "observing": "Passes it on without taking a side",
    "silent": "Silent, or declined to say",
}
"""What stands above the voices of a stance."""

LEGEND = (
    "A claim is what reports say, and no verdict. Behind a voice stands how sure it is (FactBank), "
    "always its own: CT certain, PR probable, PS possible, + that it is so, - that it is not; CTu "
    "certain, which way is not said; Uu does not commit. Origins are a range: at least those that "
    "are shown to be different, at most every unnamed voice as its own, and once all later reports "
    "that tell none. Letter and digit (Admiralty scale) are suggested by rules where nothing says "
    "that a person gave them; what cannot be judged, F and 6, is absent and is no middle value. "
    "The earliest report here need not be the first one."
)
"""What a reader who knows nothing of a ledger has to know."""

_UNNAMED: dict[SourceKind, str] = {
    "anonymous": "unnamed, known to the report",
    "unspecified": "nobody in particular",
    "witness": "unnamed witness",
}

_LONGEST = 600


def words(document: Document, spans: Spans) -> str:
    """The words of a report on one line, what is long cut short."""
    said = line(cut(document.text, spans, " … "))
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"


def quoted(shelf: Shelf, document: str, spans: Spans) -> str:
    """The same, of a report by its id."""
    return words(shelf.documents[document], spans)


def quotation(shelf: Shelf, evidence: Evidence) -> str:
    """The words between quotation marks."""
    return f"“{quoted(shelf, evidence.document, evidence.spans)}”"


def characters(spans: Spans) -> str:
    """``characters 10–20, 30–44``: counted from 0, the end not in it."""
    return f"characters {', '.join(f'{s.start}–{s.end}' for s in spans)}"


def headline(document: Document) -> str:
    """What a report is called: its title, else who published it."""
    return line(document.title or "") or f"Report by {outlet(document)}"


def outlet(document: Document) -> str:
    """Who published a report."""
    return line(document.outlet) or "publisher not stated"


def day(stated: str | None) -> str:
    """The day of an ISO date, or that there is none."""
    return line(stated or "")[:10] or "no date"


def where(document: Document) -> str:
    """``Vesk Courier, 2031-03-03``."""
    return f"{outlet(document)}, {day(document.published)}"


def web_address(url: str | None) -> str | None:
    """An address of the web, hidden characters as they are shown; None for any other."""
    return line(url) if url and url.startswith(("http://", "https://")) else None


def sure(value: Factuality) -> str:
    """``possible, PS+``."""
    return f"{SURE[value]}, {value}"


def does(position: Position) -> str:
    """``asserts (possible, PS+)``; whoever is silent is not sure of anything."""
    told = "" if position.stance == "silent" else f" ({sure(position.factuality)})"
    return f"{DOES[position.stance]}{told}"


def voiced(voice: Voice) -> str:
    """``Vesk Courier (media)``."""
    return f"{voice.name} ({_UNNAMED.get(voice.kind, voice.kind)})"


def carrying(one: Saying) -> tuple[str, str] | None:
    """The words that carry a saying, source and cue, in the order in which the report has them."""
    told = one.attribution
    if told is None or told.source is None or not told.source.spans:
        return None
    first, second = sorted((told.source.spans, told.cue))
    return words(one.document, first), words(one.document, second)


def carried(shelf: Shelf, one: Attribution) -> str:
    """The attribution that carries a voice, in its own words: whose, and where it stands."""
    spans = (one.source.spans if one.source else (), one.cue)
    said = ", ".join(f"“{quoted(shelf, one.document, held)}”" for held in spans if held)
    return f"Heard in the attribution {one.id}: {said} ({where(shelf.documents[one.document])})"


def listed(shelf: Shelf, claim: Claim, position: Position) -> str:
    """A voice with how sure it is, where it is heard first, and the attribution that carries it."""
    told = next(sayings(shelf, position), None)
    certain = "" if position.stance == "silent" else f", {sure(position.factuality)}"
    at = f" ({_heard(position, told)})" if told else ""
    return f"{voiced(voice_of(shelf, claim, position))}{certain}{at}"


def _heard(position: Position, told: Saying) -> str:
    first = told.statement.attribution
    by = f"attribution {first}" if first else "in its own words"
    passes = "passing on " if first and position.label is None else ""
    return f"{where(told.document)}, {passes}{by}"


def reasoned(shelf: Shelf, statement: Statement) -> Iterator[str]:
    """Why a statement is held to be as sure as it is: the reasons that show words of the report."""
    for reason in statement.reasons:
        for shown in reason.evidence:
            yield f"{line(reason.text)} {quotation(shelf, shown)}"


def judged(grade: Grade | None) -> tuple[str | None, str | None]:
    """Letter and digit; what cannot be judged (F, 6) is absent."""
    if grade is None:
        return None, None
    return grade.letter.replace("F", "") or None, grade.digit.replace("6", "") or None


def graded(grade: Grade | None) -> str:
    """``source cannot be judged, information 2 (suggested by rules)``."""
    letter, digit = judged(grade)
    source = f"source {letter}" if letter else "source cannot be judged"
    told = f"information {digit}" if digit else "information cannot be judged"
    if grade is None:
        return f"{source}, {told}"
    by = "suggested by rules"
    if grade.suggested:
        by = f"given by a person; {grade.suggested} is suggested by rules"
    return f"{source}, {told} ({by})"


def summed(grade: Grade) -> str:
    """The same as a sentence, and after it the reasons in short."""
    return f"Grade: {graded(grade)}. {line(grade.summary)}".rstrip()


def ranged(shelf: Shelf, claim: Claim) -> str:
    """How many origins, in words."""
    found = shelf.ranges.get(claim.id)
    if found is None:
        return "origins not counted"
    if found.at_least == found.at_most:
        return "1 origin" if found.at_least == 1 else f"{found.at_least} origins"
    return f"between {found.at_least} and {found.at_most} origins"


def derived(shelf: Shelf, claim: Claim) -> str:
    """How many origins, and why; that none are counted where none are."""
    found = shelf.ranges.get(claim.id)
    if found is None:
        return "Origins: not counted."
    reasons = " ".join(line(reason.text) for reason in found.reasons)
    return f"Origins: at least {found.at_least}, at most {found.at_most}. {reasons}".rstrip()


def drifted(shelf: Shelf, claim: Claim) -> Iterator[str]:
    """What was lost or moved along links, one sentence each with the words before and after."""
    for one in shelf.drifts.get(claim.id, ()):
        hop = " → ".join(
            f"{quotation(shelf, end)} ({where(shelf.documents[end.document])})"
            for end in (one.before, one.after)
        )
        yield f"Drift, {one.kind}: {line(one.reason.text)} {hop}"
