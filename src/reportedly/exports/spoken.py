"""Who says something, and in which words: what formats with text in the place of fields show.

A person's name stands only beside the attribution that carries it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model import (
    SURE,
    Attribution,
    Claim,
    Document,
    Factuality,
    Origin,
    Position,
    SourceKind,
    Spans,
    Stance,
    Statement,
    bare,
    cut,
    identify,
)
from reportedly.shelf import Shelf
from reportedly.visible import plain

SIDES: dict[Stance, str] = {
    "for": "Says so",
    "against": "Denies it",
    "observing": "Passes it on without taking a side",
    "silent": "Silent, or declined to say",
}
"""What stands above the voices of a stance."""

LEGEND = (
    "A claim is what reports say, and no verdict. CT is certain, PR probable, PS possible; + that "
    "it is so, - that it is not; CTu is certain without saying which, Uu does not commit itself: "
    "always the voice's own. Origins are a range, from those shown to be different to every "
    "unnamed voice as its own. A grade is suggested by rules where no person gave it; what cannot "
    "be judged has none. The earliest report here need not be the first one."
)
"""What whoever knows nothing of a ledger has to know."""

UNNAMED: frozenset[SourceKind] = frozenset({"anonymous", "unspecified", "witness"})
_WITHHELD = "a person whose attribution is not kept"
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Saying:
    """One place in which a voice takes its position: the statement, and what carries it."""

    document: Document
    statement: Statement
    attribution: Attribution | None

    @property
    def spans(self) -> Spans:
        """The words of the statement; those of what is said, where somebody is said to say it."""
        told = self.attribution
        return told.content if told and told.content else self.statement.spans


def sayings(shelf: Shelf, spoken: Position | Origin) -> Iterator[Saying]:
    """The places in which a voice says it, each words once."""
    met: set[tuple[str, Spans]] = set()
    for name in spoken.statements:
        statement = shelf.statements.get(name)
        if statement is None or not shelf.hidden.isdisjoint({name, statement.attribution}):
            continue
        told = shelf.attributions.get(statement.attribution or "")
        made = Saying(shelf.documents[statement.document], statement, told)
        if (statement.document, made.spans) not in met:
            met.add((statement.document, made.spans))
            yield made


def carried(one: Saying) -> tuple[str, str] | None:
    """The words that carry a saying, source and cue, in the order in which the report has them."""
    told = one.attribution
    if told is None or told.source is None or not told.source.spans:
        return None
    first, second = sorted((told.source.spans, told.cue))
    return words(one.document, first), words(one.document, second)


def sure(value: Factuality) -> str:
    """``possible, PS+``."""
    return f"{SURE[value]}, {value}"


def voice_id(claim: Claim, position: Position) -> str:
    """The voice of a position; one that has no name is a voice of its claim alone."""
    if position.actor:
        return position.actor
    where = claim.id if position.kind in UNNAMED else ""
    return identify("voice", where, bare(position.voice), position.kind)


def voice_name(shelf: Shelf, spoken: Position | Origin) -> str:
    """The name of a voice on one line, if there is an attribution that carries a person's."""
    if spoken.kind == "person" and not any(one.attribution for one in sayings(shelf, spoken)):
        return _WITHHELD
    return line(spoken.voice) or "nobody named"


def line(text: str) -> str:
    """``text`` on one line, hidden characters as ``⟨U+202E⟩``."""
    return " ".join(plain(text).split())


def words(document: Document, spans: Spans) -> str:
    """The words of a report on one line, what is long cut short."""
    said = line(cut(document.text, spans, " … "))
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"


def where(spans: Spans) -> str:
    """``characters 10–20, 30–44``: counted from 0, the end not in it."""
    return f"characters {', '.join(f'{s.start}–{s.end}' for s in spans)}"


def headline(document: Document) -> str:
    """What a report is called: its title, else who published it."""
    return line(document.title or "") or f"Report by {line(document.outlet)}"


def day(stated: str | None) -> str:
    """The day of an ISO date, or that there is none."""
    return line(stated or "")[:10] or "no date"


def ranged(shelf: Shelf, claim: Claim) -> str:
    """How many origins, in words."""
    found = shelf.ranges.get(claim.id)
    if found is None:
        return "origins not counted"
    if found.at_least == found.at_most:
        return "1 origin" if found.at_least == 1 else f"{found.at_least} origins"
    return f"between {found.at_least} and {found.at_most} origins"


def grades(shelf: Shelf, claim: Claim) -> tuple[str | None, str | None]:
    """Letter and digit; what cannot be judged (F, 6) is absent."""
    grade = shelf.grades.get(claim.id)
    if grade is None:
        return None, None
    return grade.letter.replace("F", "") or None, grade.digit.replace("6", "") or None


def graded(shelf: Shelf, claim: Claim) -> str:
    """Both in words."""
    letter, digit = grades(shelf, claim)
    source = f"source {letter}" if letter else "source cannot be judged"
    told = f"information {digit}" if digit else "information cannot be judged"
    grade = shelf.grades.get(claim.id)
    by = "given by a person" if grade and grade.suggested else "suggested by rules"
    return f"{source}, {told} ({by})" if letter or digit else f"{source}, {told}"
