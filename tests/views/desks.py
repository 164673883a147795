"""Builds readings, claims, links and origins by the words they mark, for cases made by hand."""

from dataclasses import dataclass, field

from reportedly.documents.sentences import sentences
from reportedly.model import (
    Attribution,
    Cause,
    Claim,
    Document,
    Drift,
    Evidence,
    Factor,
    Interval,
    Link,
    Origin,
    Position,
    Quantity,
    Question,
    Reading,
    Skipped,
    Source,
    Span,
    Spans,
    Statement,
    identify,
)


@dataclass
class Desk:
    """Builds one reading: every record is placed by the words it marks."""

    document: Document
    attributions: list[Attribution] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    causes: list[Cause] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def at(self, *fragments: str) -> Spans:
        found, start = [], 0
        for fragment in fragments:
            start = self.document.text.index(fragment, start)
            found.append(Span(start, start + len(fragment)))
            start += len(fragment)
        return tuple(found)

    def sentence(self, spans: Spans) -> Span:
        return next(s for s in self.document.sentences if s.overlaps(spans[0]))

    def evidence(self, *fragments: str) -> Evidence:
        return Evidence(self.document.id, self.at(*fragments))

    def attribute(self, source, cue, content, **fields) -> Attribution:
        """``source`` and ``cue`` as printed; ``kind``, ``country`` … go to the source."""
        about = {k: fields.pop(k) for k in ("kind", "country", "name", "anonymous") if k in fields}
        spans = self.at(content) if isinstance(content, str) else self.at(*content)
        made = Attribution(
            id=identify("attribution", self.document.id, source, cue, content),
            document=self.document.id,
            sentence=self.sentence(spans),
            source=Source(self.at(source), **{"kind": "person", **about}) if source else None,
            cue=self.at(cue),
            content=spans,
            **{"act": "say", "stance": "for", "factuality": "CT+", "mode": "indirect", **fields},
        )
        self.attributions.append(made)
        return made

    def state(self, words, by: Attribution | None = None, **fields) -> Statement:
        spans = self.at(words)
        factuality = fields.get("factuality", "CT+")
        made = Statement(
            id=identify("statement", self.document.id, words, by and by.id),
            document=self.document.id,
            attribution=by and by.id,
            sentence=self.sentence(spans),
            spans=spans,
            predicate=spans[0],
            **{
                "event": "desert", "code": None, "actors": (), "place": None, "time": None,
                "quantity": None, "polarity": "+", "mode": "actual", "stance": "for",
                "factuality": factuality, "author_factuality": "Uu" if by else factuality,
                **fields,
            },
        )  # fmt: skip
        self.statements.append(made)
        return made

    def number(self, words: str, best: float, unit: str = "soldiers") -> Quantity:
        return Quantity(self.at(words)[0], best, best, best, unit)

    def time(self, words: str, first: str | None, last: str | None) -> Interval:
        return Interval(self.at(words)[0], first, last)

    def reading(self) -> Reading:
        return Reading(
            self.document.id, tuple(self.attributions), tuple(self.statements),
            tuple(self.causes), tuple(self.questions), (), tuple(self.skipped),
        )  # fmt: skip


def desk(text: str, publisher: str | None, published: str | None, **fields) -> Desk:
    """A desk with one document on it."""
    name = fields.pop("name", f"{(publisher or 'note').lower().replace(' ', '-')}.txt")
    return Desk(
        Document(
            id=identify("document", publisher, text, published),
            **{
                "name": name, "url": None, "publisher": publisher, "byline": None,
                "published": published, "retrieved": None, "title": None, "language": "en",
                "text": text, "sentences": sentences(text),
                "sha256": identify("raw", text) * 4, **fields,
            },
        )
    )  # fmt: skip


def position(voice, stance, factuality, *statements: Statement, **fields) -> Position:
    return Position(
        voice=voice,
        stance=stance,
        factuality=factuality,
        statements=tuple(s.id for s in statements),
        documents=tuple(dict.fromkeys(s.document for s in statements)),
        **{"kind": "media", "country": None, "actor": None, **fields},
    )


def claim(text: Evidence, status, statements, positions=(), **fields) -> Claim:
    return Claim(
        id=identify("claim", text.document, list(text.spans)),
        text=text,
        status=status,
        statements=tuple(s.id for s in statements),
        positions=tuple(positions),
        documents=tuple(dict.fromkeys(s.document for s in statements)),
        **{"first_seen": None, "last_seen": None, **fields},
    )


def link(kind, of: Document, to: Document | None, name: str | None, *evidence: Evidence) -> Link:
    return Link(identify("link", kind, of.id, to and to.id, name), kind, of.id,
                to and to.id, name, evidence,
                (Factor("shared passages" if kind == "copied" else "named upstream", 1.0,
                        "The two texts share a long passage." if kind == "copied"
                        else "The text names where it has this from."),))  # fmt: skip


def drift(of: Claim, kind, along: Link, before: Evidence, after: Evidence, text: str) -> Drift:
    return Drift(identify("drift", of.id, kind, along.id), of.id, kind, along.id, before, after,
                 Factor(kind, -1.0, text, (before, after)))  # fmt: skip


def origin(of: Claim, voice, kind, shown, *statements: Statement, **fields) -> Origin:
    return Origin(
        id=identify("origin", of.id, voice, kind),
        claim=of.id,
        voice=voice,
        kind=kind,
        shown=shown,
        statements=tuple(s.id for s in statements),
        documents=tuple(dict.fromkeys(s.document for s in statements)),
        **{"country": None, "named": shown, **fields},
    )
