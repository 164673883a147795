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
    Grade,
    Position,
    SourceKind,
    Spans,
    Stance,
    Statement,
    cut,
)
from reportedly.shelf import Shelf
from reportedly.visible import plain

from .voices import Telling, Voice, tellings, voice_id, voices

DOES: dict[Stance, str] = {
    "for": "asserts",
    "against": "denies",
    "observing": "observes",
    "silent": "silent-on",
}
"""What a voice does to a claim, by its stance."""

HEADINGS: dict[Stance, str] = {
    "for": "Asserted by",
    "against": "Denied by",
    "observing": "Passed on without taking a side by",
    "silent": "Silent, or declined to say",
}
"""What stands above the voices of a stance."""

LEGEND = (
    "A claim is what reports say, and no verdict. Behind a voice stands how sure it is (FactBank): "
    "CT certain, PR probable, PS possible, + that it is so, - that it is not; CTu certain, which "
    "way is not said; Uu does not commit. Origins are a range: at least those that are shown to be "
    "different, at most every unnamed voice as its own. Letter and digit (Admiralty scale) are "
    "suggested by rules where nothing says that a person gave them; what cannot be judged, F and "
    "6, is absent and is no middle value. The earliest report here is not the first one."
)
"""What a reader who knows nothing of a ledger has to know."""

_UNNAMED: dict[SourceKind, str] = {
    "anonymous": "unnamed, known to the report",
    "unspecified": "nobody in particular",
    "witness": "unnamed witness",
}

_LONGEST = 400


def line(text: str) -> str:
    """``text`` on one line, hidden characters as ``⟨U+202E⟩``."""
    return " ".join(plain(text).split())


def quoted(shelf: Shelf, document: str, spans: Spans) -> str:
    """The words of a report on one line, with what is long cut short."""
    words = line(cut(shelf.documents[document].text, spans))
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def quotation(shelf: Shelf, evidence: Evidence) -> str:
    """The words between quotation marks."""
    return f"“{quoted(shelf, evidence.document, evidence.spans)}”"


def headline(document: Document) -> str:
    """What a report is called: its title, else who published it."""
    return line(document.title or "") or f"Report by {outlet(document)}"


def outlet(document: Document) -> str:
    """Who published a report."""
    return line(document.outlet) or "publisher not stated"


def where(document: Document) -> str:
    """``Vesk Courier, 2031-03-03``."""
    return f"{outlet(document)}, {line(document.published or '')[:10] or 'no date'}"


def web_address(url: str | None) -> str | None:
    """An address of the web, hidden characters as they are shown; None for any other."""
    return line(url) if url and url.startswith(("http://", "https://")) else None


def does(position: Position) -> str:
    """``asserts (possible, PS+)``; whoever is silent is not sure of anything."""
    found = position.factuality
    sure = "" if position.stance == "silent" else f" ({SURE[found]}, {found})"
    return f"{DOES[position.stance]}{sure}"


def voiced(voice: Voice) -> str:
    """``Vesk Courier (media)``."""
    return f"{voice.name} ({_UNNAMED.get(voice.kind, voice.kind)})"


def carried(shelf: Shelf, one: Attribution) -> str:
    """The attribution that carries a voice, in its own words: whose, and where it stands."""
    spans = (one.source.spans if one.source else (), one.cue)
    words = ", ".join(f"“{quoted(shelf, one.document, held)}”" for held in spans if held)
    return f"Heard in the attribution {one.id}: {words} ({where(shelf.documents[one.document])})"


def listed(shelf: Shelf, claim: Claim, position: Position) -> str:
    """A voice with how sure it is, where it is heard first, and the attribution that carries it."""
    told = next(tellings(shelf, position), None)
    found = position.factuality
    sure = "" if position.stance == "silent" else f", {SURE[found]} ({found})"
    at = f" ({_heard(shelf, position, told)})" if told else ""
    return f"{voiced(voices(shelf)[voice_id(claim, position)])}{sure}{at}"


def _heard(shelf: Shelf, position: Position, told: Telling) -> str:
    first = told.statements[0].attribution
    by = f"attribution {first}" if first else "in its own words"
    passes = "passing on " if first and position.label is None else ""
    return f"{where(shelf.documents[told.document])}, {passes}{by}"


def reasoned(shelf: Shelf, statement: Statement) -> Iterator[str]:
    """Why a statement is held to be as sure as it is: the reasons that show words of the report."""
    for reason in statement.reasons:
        for shown in reason.evidence:
            yield f"{line(reason.text)} {quotation(shelf, shown)}"


def graded(grade: Grade) -> str:
    """``Grade: source cannot be judged, information 2 (suggested by rules). …``."""
    letter = "source cannot be judged" if grade.letter == "F" else f"source {grade.letter}"
    digit = "information cannot be judged" if grade.digit == "6" else f"information {grade.digit}"
    by = "suggested by rules"
    if grade.suggested:
        by = f"given by a person; {grade.suggested} is suggested by rules"
    return f"Grade: {letter}, {digit} ({by}). {line(grade.summary)}".rstrip()


def ranged(shelf: Shelf, claim: Claim) -> str:
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
