"""One document and its reading as a JSON object; offsets are code points into the text.

The text under several fragments is joined by single spaces, as brat does.
"""

from typing import Any

from reportedly.model import (
    Attribution,
    Cause,
    Conflict,
    Document,
    Evidence,
    Factor,
    Question,
    Reading,
    Skipped,
    Source,
    Span,
    Spans,
    Statement,
    cut,
)
from reportedly.model.plain import to_plain

Plain = dict[str, Any]


def reading_json(document: Document, reading: Reading) -> Plain:
    """Everything that was read in one document."""
    text = document.text
    return {
        "document": document_json(document),
        "attributions": [attribution_json(text, a) for a in reading.attributions],
        "statements": [statement_json(text, s) for s in reading.statements],
        "causes": [cause_json(text, c) for c in reading.causes],
        "questions": [question_json(text, q) for q in reading.questions],
        "conflicts": [conflict_json({document.id: text}, c) for c in reading.conflicts],
        "skipped": [skipped_json(s) for s in reading.skipped],
    }


_UNSTATED: Plain = {
    "links": [], "syndicated": None, "canonical": None, "dated": None, "excerpt": False,
    "signed": None, "updated": None, "stamped": None, "kinds": [], "foreign": [],
}  # fmt: skip


def document_json(document: Document) -> Plain:
    """The record of a document without its text."""
    kept = {**_UNSTATED, **to_plain(document)}
    return {key: kept[key] for key in kept if key not in {"text", "sentences"}}


def attribution_json(text: str, attribution: Attribution) -> Plain:
    """Source, cue and content with their characters, and what was judged of them."""
    return {
        "id": attribution.id,
        "sentence": _pair(attribution.sentence),
        "source": source_json(text, attribution.source),
        "cue": quoted(text, attribution.cue),
        "content": quoted(text, attribution.content),
        "act": attribution.act,
        "stance": attribution.stance,
        "factuality": attribution.factuality,
        "mode": attribution.mode,
        "scope": attribution.scope,
        "denial": attribution.denial,
        "within": attribution.within,
        "agreed": attribution.agreed,
        "reasons": [factor_json(f) for f in attribution.reasons],
    }


def source_json(text: str, source: Source | None) -> Plain | None:
    """Whose word, with the characters that name it."""
    if source is None:
        return None
    return {
        **quoted(text, source.spans),
        "kind": source.kind,
        "country": source.country,
        "anonymous": source.anonymous,
        "name": source.name,
        "role": quoted(text, source.role),
        "anonymity": quoted(text, source.anonymity),
    }


def statement_json(text: str, statement: Statement) -> Plain:
    """What is asserted; participants, place, time and quantity carry their characters."""
    kept = to_plain(statement)
    for key in ("place", "time", "quantity"):
        if kept[key]:
            kept[key]["text"] = text[slice(*kept[key]["span"])]
    for actor in kept["actors"]:
        actor["text"] = text[slice(*actor["span"])]
    del kept["document"]
    return {**kept, "text": cut(text, statement.spans)}


def cause_json(text: str, cause: Cause) -> Plain:
    """What is said to have caused what."""
    return {
        "id": cause.id,
        "cause": quoted(text, cause.cause),
        "effect": quoted(text, cause.effect),
        "signal": quoted(text, cause.signal),
        "attribution": cause.attribution,
        "polarity": cause.polarity,
        "factuality": cause.factuality,
    }


def question_json(text: str, question: Question) -> Plain:
    """What is said to be open."""
    return {
        "id": question.id,
        **quoted(text, question.spans),
        "cue": quoted(text, question.cue),
        "attribution": question.attribution,
    }


def conflict_json(texts: dict[str, str], conflict: Conflict) -> Plain:
    """Two statements that cannot both hold, with the characters that differ."""
    return {
        "id": conflict.id,
        "kind": conflict.kind,
        "claim": conflict.claim,
        "statements": list(conflict.statements),
        "left": evidence_json(texts, conflict.left),
        "right": evidence_json(texts, conflict.right),
        "reasons": [factor_json(f) for f in conflict.reasons],
    }


def evidence_json(texts: dict[str, str], evidence: Evidence) -> Plain:
    """Characters of one document."""
    return {"document": evidence.document, **quoted(texts[evidence.document], evidence.spans)}


def factor_json(factor: Factor) -> Plain:
    """A named reason."""
    kept: Plain = to_plain(factor)
    return kept


def skipped_json(skipped: Skipped) -> Plain:
    """What was not read, and why."""
    kept: Plain = to_plain(skipped)
    return kept


def quoted(text: str, spans: Spans) -> Plain:
    """Spans and the characters under them."""
    return {"spans": [_pair(s) for s in spans], "text": cut(text, spans)}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
