"""The map of causes as JSON: concepts, the arrows between them, and circles of arrows."""

from collections.abc import Sequence
from typing import Any

from reportedly.model import Arrow, Case, Concept, Effect, Loop, Origin, OriginRange, Weight, WhatIf
from reportedly.model.plain import to_plain

from .reading_json import evidence_json, factor_json, quoted

Plain = dict[str, Any]


def map_json(case: Case, texts: dict[str, str]) -> dict[str, list[Plain]]:
    """``concepts``, ``arrows`` and ``loops`` of a case, in its order."""
    weights = {weight.arrow: weight for weight in case.weights}
    ranges = {found.claim: found for found in case.lineage.arrow_ranges}
    origins: dict[str, list[Origin]] = {}
    for origin in case.lineage.arrow_origins:
        origins.setdefault(origin.claim, []).append(origin)
    return {
        "concepts": [concept_json(one, texts) for one in case.gathering.concepts],
        "arrows": [
            arrow_json(a, weights.get(a.id), ranges.get(a.id), origins.get(a.id, ()))
            for a in case.gathering.arrows
        ],
        "loops": [loop_json(loop) for loop in case.gathering.loops],
    }


def concept_json(concept: Concept, texts: dict[str, str]) -> Plain:
    """Ends of causes that name one event or state."""
    told = evidence_json(texts, concept.text)
    return {
        "id": concept.id,
        "text": told["text"],
        "text_at": {"document": told["document"], "spans": told["spans"]},
        "mentions": [
            {
                "cause": one.cause, "end": one.end, "document": one.document,
                **quoted(texts[one.document], one.spans), "claim": one.claim,
            }
            for one in concept.mentions
        ],
        "claims": list(concept.claims),
        "documents": list(concept.documents),
        "joins": [factor_json(f) for f in concept.joins],
    }  # fmt: skip


def arrow_json(
    arrow: Arrow, weight: Weight | None, found: OriginRange | None, origins: Sequence[Origin]
) -> Plain:
    """What is said of two concepts, by how many origins, and how strongly it pulls."""
    return {
        **to_plain(arrow),
        "origins": found
        and {
            "at_least": found.at_least,
            "at_most": found.at_most,
            "voices": [_voice(origin) for origin in origins],
            "reasons": [factor_json(f) for f in found.reasons],
        },
        "weight": weight
        and {
            "value": weight.value,
            "low": weight.low,
            "high": weight.high,
            "factors": [factor_json(f) for f in weight.factors],
        },
    }


def loop_json(loop: Loop) -> Plain:
    """Concepts that are said to lead to one another."""
    kept: Plain = to_plain(loop)
    return kept


def what_if_json(found: WhatIf) -> Plain:
    """What these reports say would follow; ``change`` is the level with the pulls less without."""
    kept: Plain = to_plain(found)
    return {**kept, "effects": [_effect(effect) for effect in found.effects]}


def _effect(effect: Effect) -> Plain:
    return {**to_plain(effect), "change": round(effect.change, 9)}


def _voice(origin: Origin) -> Plain:
    return {
        "voice": origin.voice, "kind": origin.kind, "country": origin.country,
        "named": origin.named, "shown": origin.shown, "causes": list(origin.statements),
        "documents": list(origin.documents),
    }  # fmt: skip
