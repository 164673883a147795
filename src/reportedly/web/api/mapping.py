"""The map of causes and what-if become JSON, as the pages of both select them."""

from collections.abc import Mapping
from typing import Any

from reportedly.errors import UsageError
from reportedly.exports.map_json import what_if_json
from reportedly.model import WhatIf
from reportedly.views.pages import State
from reportedly.views.words import WOULD_FOLLOW

from .writing import Plain, Writer

Filled = Mapping[str, Any]


def causes(state: State, filled: Filled) -> Plain:
    """One page of causes."""
    write, shown, shelf = Writer(state.shelf), filled["part"].shown, state.shelf
    arrows = {a.id: a for c in shown if (a := shelf.arrow_of.get(c.id))}.values()
    ends = dict.fromkeys(end for arrow in arrows for end in (arrow.cause, arrow.effect))
    concepts = [shelf.concepts[end] for end in ends]
    told = dict.fromkeys(id_ for one in concepts for id_ in one.claims)
    return {
        "causes": [write.cause(c) for c in shown],
        "attributions": write.voices(shown),
        "claims": [write.told(shelf.claims_by_id[id_]) for id_ in told],
        "concepts": [write.concept(one) for one in concepts],
        "arrows": [write.arrow(one) for one in arrows],
        "loops": [write.loop(one) for one in shelf.loops],
    }


def what_if(state: State, filled: Filled) -> Plain:
    """What the reports say would follow."""
    write, found = Writer(state.shelf), filled["found"]
    if filled["trouble"]:
        raise UsageError(filled["trouble"])
    return {
        "said": WOULD_FOLLOW,
        "run": what_if_json(found) if found else None,
        "concepts": [write.concept(state.shelf.concepts[id_]) for id_ in _named(found)],
    }


def _named(found: WhatIf | None) -> list[str]:
    """The concepts of a run: those that are held, then those that move."""
    if found is None:
        return []
    return [*(pull.concept for pull in found.pulls), *(one.concept for one in found.effects)]
