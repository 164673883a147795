"""The page of formats that the ledger can be saved in."""

from collections.abc import Mapping

from reportedly.exports.guide import guided

from .asked import Asked, State


def export(state: State, asked: Asked) -> Mapping[str, object]:
    """Every format by groups, with what opens it and what it cannot hold."""
    del state, asked
    return {"groups": tuple(guided())}
