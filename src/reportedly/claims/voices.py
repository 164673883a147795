"""Whose voice a statement is: the innermost source, under the name it has in all reports."""

from dataclasses import dataclass

from reportedly.claims.actors import Directory
from reportedly.claims.names import key
from reportedly.claims.tellings import Telling
from reportedly.claims.words import stem, words
from reportedly.model import Document, Evidence, SourceKind, cut

_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "who", "one", "that", "which"})
NOBODY = "nobody named"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks. ``key`` is the same wherever it is the same voice."""

    key: str
    name: str
    kind: SourceKind
    country: str | None
    actor: str | None
    label: Evidence | None


def outlet(document: Document, known: Directory) -> Voice:
    """The report's publisher, under the name of the body where the body publishes itself."""
    actor = known.of(document.id)
    if actor is None:
        return Voice(f"outlet {document.outlet}", document.outlet, "media", None, None, None)
    return Voice(actor.id, actor.name, actor.kind, actor.country, actor.id, None)


def voice(telling: Telling, known: Directory) -> Voice:
    """The voice of one statement; its outlet's for the author's own words."""
    attribution = telling.attribution
    if attribution is None:
        return outlet(telling.document, known)
    actor = known.of(attribution.id)
    source = attribution.source
    spans = source.spans if source is not None and source.spans else attribution.cue
    label = Evidence(telling.document.id, spans)
    if actor is not None:
        return Voice(actor.id, actor.name, actor.kind, actor.country, actor.id, label)
    if source is None or not source.spans:
        return _nobody(telling, label)
    if source.kind == "author":
        return outlet(telling.document, known)
    label = known.described.get(attribution.id, label)
    printed = cut(telling.document.text, label.spans)
    compared = _described(printed, telling.document)
    country = source.country
    return Voice(f"{source.kind} {country} {compared}", printed, source.kind, country, None, label)


def _nobody(telling: Telling, label: Evidence) -> Voice:
    """The word of reports for "reportedly" and "the reported …"; "accused of" is nobody's."""
    cue = cut(telling.document.text, label.spans).lower()
    reports = any(stem(word).startswith("report") for word in words(cue))
    compared = "unspecified None report" if reports else "unspecified None"
    return Voice(compared, "reports" if reports else NOBODY, "unspecified", None, None, label)


def _described(printed: str, document: Document) -> str:
    """A description for comparing: "The officers" and "officers" are one; a pronoun is not."""
    if words(printed) and set(words(printed)) <= _PRONOUNS:
        return f"{printed.lower()} in {document.id}"
    return " ".join(stem(word) for word in key(printed).split())
