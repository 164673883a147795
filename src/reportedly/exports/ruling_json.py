"""A person's ruling as a JSON object."""

from collections.abc import Mapping
from typing import Any

from reportedly.model import Logged, Ruling
from reportedly.model.plain import to_plain

from .reading_json import source_json

Plain = dict[str, Any]


def ruling_json(ruling: Ruling, texts: Mapping[str, str]) -> Plain:
    """A ruling that is kept, and not worked out yet."""
    rests = (None,) * len(ruling.targets)
    return _ruling(ruling, rests, texts) | {"state": "pending", "ended": None, "against": []}


def logged_json(logged: Logged, texts: Mapping[str, str]) -> Plain:
    """A ruling and what has become of it."""
    stands = {"state": logged.state, "ended": logged.ended, "against": list(logged.against)}
    return _ruling(logged.ruling, logged.rests, texts) | stands


def _ruling(ruling: Ruling, rests: tuple[str | None, ...], texts: Mapping[str, str]) -> Plain:
    kept: Plain = to_plain(ruling)
    targets = [
        {**target, "rests": rest} for target, rest in zip(kept["targets"], rests, strict=True)
    ]
    about = next((t.document for t in ruling.targets if t.document in texts), None)
    source = source_json(texts[about], ruling.source) if about else None
    return {**kept, "targets": targets, "source": source, "seen": list(ruling.seen)}
