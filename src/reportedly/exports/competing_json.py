"""Competing hypotheses as JSON: what they say, the evidence, the cells, the rankings."""

from typing import Any

from reportedly.model import Analysis, Cell, Hypothesis, Item, Removal
from reportedly.model.plain import to_plain

from .reading_json import evidence_json, factor_json

Plain = dict[str, Any]


def hypothesis_json(one: Hypothesis, texts: dict[str, str]) -> Plain:
    """A hypothesis; ``words`` are cut from the reports, ``text`` is a person's."""
    return {
        **to_plain(one),
        "proposed": one.proposed,
        "words": [evidence_json(texts, words) for words in one.words],
        "label": evidence_json(texts, one.label) if one.label else None,
        "reasons": [factor_json(reason) for reason in one.reasons],
    }


def item_json(one: Item, texts: dict[str, str]) -> Plain:
    """A voice that is for or against a claim."""
    return {**to_plain(one), "label": evidence_json(texts, one.label) if one.label else None}


def cell_json(one: Cell) -> Plain:
    """How an item stands to a hypothesis."""
    kept: Plain = to_plain(one)
    return kept


def analysis_json(one: Analysis) -> Plain:
    """A ranking, and what it would be without some of the evidence."""
    return {
        "id": one.id,
        "claim": one.claim,
        "kind": one.kind,
        "items": [
            {"item": item, "diagnosticity": apart}
            for item, apart in zip(one.items, one.diagnosticity, strict=True)
        ],
        "scores": [to_plain(score) for score in one.scores],
        "removals": [_removal(removal, one) for removal in one.removals],
    }


def _removal(one: Removal, analysis: Analysis) -> Plain:
    ranks = [
        {"hypothesis": hypothesis, "rank": rank}
        for hypothesis, rank in zip(analysis.hypotheses, one.ranks, strict=True)
    ]
    return {"what": one.what, "name": one.name, "items": list(one.items), "ranks": ranks,
            "turns": one.turns}  # fmt: skip
