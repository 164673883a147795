"""Builds what a reading would hold, for tests of what is gathered from it."""

from dataclasses import dataclass, field

from build import document, spans
from reportedly.claims import gather
from reportedly.model import (
    Attribution,
    Cause,
    Document,
    Participant,
    Quantity,
    Reading,
    Source,
    Span,
    Statement,
    identify,
)


@dataclass
class Report:
    """One report: ``said`` and ``own`` add what a voice, or the author, asserts.

    ``led`` adds what is said to lead to what.
    """

    document: Document
    attributions: list[Attribution] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    causes: list[Cause] = field(default_factory=list)

    @property
    def reading(self) -> Reading:
        return Reading(
            self.document.id, tuple(self.attributions), tuple(self.statements), tuple(self.causes)
        )

    def led(self, cause, signal, effect, polarity="causes", factuality="CT+", by=None):
        """``by``: the statement of whose voice it is; without one it is the author's word."""
        parts = [spans(self.document.text, words) for words in (cause, effect, signal)]
        attribution = by.attribution if by else None
        id_ = identify("cause", self.document.id, *parts, attribution)
        made = Cause(id_, self.document.id, *parts, attribution, polarity, factuality)
        self.causes.append(made)
        return made

    def said(self, source, cue, words, event, stance="for", **fields):
        """``source`` is its printed words, or a Source, or None."""
        text = self.document.text
        if isinstance(source, str):
            source = named(text, source, **fields.pop("of", {}))
        content = spans(text, words)
        cues = spans(text, cue)
        factuality = fields.pop("factuality", None) or {"for": "CT+", "against": "CT-"}.get(
            stance, "Uu"
        )
        attribution = Attribution(
            identify("attribution", self.document.id, cues, content), self.document.id, content[0],
            source, cues, content, fields.pop("act", "say"), stance, factuality, "indirect",
            within=fields.pop("within", None),
        )  # fmt: skip
        self.attributions.append(attribution)
        return self._statement(words, event, stance, factuality, "Uu", attribution.id, fields)

    def own(self, words, event, factuality="CT+", **fields):
        stance = "for" if factuality.endswith("+") else "against"
        return self._statement(words, event, stance, factuality, factuality, None, fields)

    def _statement(self, words, event, stance, factuality, author, attribution, fields):
        text = self.document.text
        at = spans(text, words)
        predicate = spans(text, fields.pop("predicate", words))[0]
        actors = tuple(
            Participant(role, spans(text, name)[0], name.lower(), country)
            for role, name, country in fields.pop("actors", ())
        )
        values = {
            "id": identify("statement", self.document.id, attribution, at), "document":
            self.document.id, "attribution": attribution, "sentence": at[0], "spans": at,
            "predicate": predicate, "event": event, "code": None, "actors": actors, "place": None,
            "time": None, "quantity": None, "polarity": "+", "mode": "actual", "stance": stance,
            "factuality": factuality, "author_factuality": author,
        }  # fmt: skip
        statement = Statement(**{**values, **fields})
        self.statements.append(statement)
        return statement


def report(text, publisher="The Vesk Courier", published="2031-05-01", **fields) -> Report:
    return Report(document(text, publisher, published=published, **fields))


def named(text, words, kind="organisation", **fields) -> Source:
    name = fields.pop("name", None if kind in ("unspecified", "anonymous") else words)
    return Source(spans(text, words), kind, name, **fields)


def count(text, words, best, unit, low=None, high=None) -> Quantity:
    at = text.index(words)
    return Quantity(Span(at, at + len(words)), low, best, high, unit)


def gathered(*reports):
    return gather([r.document for r in reports], [r.reading for r in reports])


def standing(claim):
    """Positions as {stance: [voices]}."""
    found = {}
    for position in claim.positions:
        found.setdefault(position.stance, []).append(position.voice)
    return found
