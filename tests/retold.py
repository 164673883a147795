"""A builder of whole stories for tests of origins and grades: who says what in which report."""

from dataclasses import dataclass

from build import document, spans
from reportedly.model import (
    Act,
    Attribution,
    Claim,
    Document,
    Evidence,
    Factor,
    Factuality,
    Gathering,
    Participant,
    Quantity,
    Reading,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    cut,
    hull,
    identify,
)
from reportedly.origins import trace


@dataclass(frozen=True)
class Voice:
    """A source as printed, and what kind of voice it is."""

    words: str
    kind: SourceKind
    name: str | None = None
    country: str | None = None
    anonymous: bool = False
    role: str = ""


@dataclass(frozen=True)
class Told:
    """One statement of a report: its words, whose they are (None: the report's own), how sure."""

    words: str
    voice: Voice | None = None
    cue: str | None = None
    act: Act = "say"
    stance: Stance = "for"
    factuality: Factuality = "CT+"
    number: tuple[str, float | None, float | None, float | None] | None = None
    claim: str = "claim"
    actors: tuple[tuple[str, str | None], ...] = ()
    doubted: bool = False


@dataclass(frozen=True)
class Story:
    """What the stage under test is given."""

    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    gathering: Gathering


def report(
    publisher: str, day: int, text: str, *told: Told, **fields: object
) -> tuple[Document, Reading, tuple[Told, ...]]:
    """A report of March 2031 and what it says."""
    held = document(text, publisher, **{"published": f"2031-03-{day:02}", **fields})
    attributions, statements = [], []
    for one in told:
        sentence = next(s for s in held.sentences if spans(text, one.words)[0].overlaps(s))
        attribution = _attribution(held, sentence, one) if one.cue else None
        if attribution:
            attributions.append(attribution)
        statements.append(_statement(held, sentence, one, attribution))
    return held, Reading(held.id, tuple(attributions), tuple(statements)), told


def story(*reports: tuple[Document, Reading, tuple[Told, ...]]) -> Story:
    """The reports in order of publication, their statements gathered by ``Told.claim``."""
    held = sorted(reports, key=lambda r: (r[0].published or "9999", r[0].id))
    claims: dict[str, list[Statement]] = {}
    for _, reading, told in held:
        for statement, one in zip(reading.statements, told, strict=True):
            claims.setdefault(one.claim, []).append(statement)
    return Story(
        tuple(r[0] for r in held),
        tuple(r[1] for r in held),
        Gathering(tuple(_claim(key, said) for key, said in claims.items())),
    )


def _claim(key: str, said: list[Statement]) -> Claim:
    documents = tuple(dict.fromkeys(s.document for s in said))
    text = Evidence(said[0].document, said[0].spans)
    return Claim(key, text, "contested", tuple(s.id for s in said), (), documents, None, None)


def _within(held: Document, sentence: Span, words: str) -> Span:
    at = held.text.index(words, sentence.start)
    return Span(at, at + len(words))


def _attribution(held: Document, sentence: Span, one: Told) -> Attribution:
    source = None
    if one.voice:
        role = (_within(held, sentence, one.voice.role),) if one.voice.role else ()
        where = (_within(held, sentence, one.voice.words),)
        source = Source(
            where, one.voice.kind, one.voice.name, one.voice.country, one.voice.anonymous, (), role
        )
    content = spans(held.text, one.words)
    return Attribution(
        identify("attribution", held.id, one.words), held.id, sentence, source,
        (_within(held, sentence, one.cue or ""),), content, one.act, one.stance, one.factuality,
        "indirect",
    )  # fmt: skip


def _statement(
    held: Document, sentence: Span, one: Told, attribution: Attribution | None
) -> Statement:
    content = spans(held.text, one.words)
    quantity = None
    if one.number:
        words, low, best, high = one.number
        quantity = Quantity(_within(held, sentence, words), low, best, high, "guard")
    actors = tuple(
        Participant("agent", hull(content), name, country) for name, country in one.actors
    )
    return Statement(
        identify("statement", held.id, one.words), held.id, attribution.id if attribution else None,
        sentence, content, content[0], "desertion", None, actors, None, None, quantity, "+",
        "actual", one.stance, one.factuality, one.factuality if attribution is None else "Uu",
        reasons=(Factor("doubt", 0.0, "Words beside it.", ()),) if one.doubted else (),
    )  # fmt: skip


def drifted(first, second):
    """By kind the words before and after, of the drift between two reports."""
    told = story(first, second)
    texts = {d.id: d.text for d in told.documents}
    lineage = trace(told.documents, told.readings, told.gathering)
    return {
        d.kind: (
            cut(texts[d.before.document], d.before.spans),
            cut(texts[d.after.document], d.after.spans),
        )
        for d in lineage.drifts
    }


def ranged(*reports):
    """The range of the one claim of ``reports``."""
    told = story(*reports)
    (found,) = trace(told.documents, told.readings, told.gathering).ranges
    return found.at_least, found.at_most
