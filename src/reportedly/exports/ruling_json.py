"""A person's ruling as a JSON object."""

from typing import Any

from reportedly.model import Logged, Ruling
from reportedly.model.plain import to_plain

Plain = dict[str, Any]


def ruling_json(ruling: Ruling) -> Plain:
    """A ruling that is kept, and not worked out yet."""
    rests = (None,) * len(ruling.targets)
    return _ruling(ruling, rests) | {"state": "pending", "ended": None, "against": []}


def logged_json(logged: Logged) -> Plain:
    """A ruling and what has become of it."""
    stands = {"state": logged.state, "ended": logged.ended, "against": list(logged.against)}
    return _ruling(logged.ruling, logged.rests) | stands


def _ruling(ruling: Ruling, rests: tuple[str | None, ...]) -> Plain:
    kept: Plain = to_plain(ruling)
    targets = [
        {**target, "rests": rest} for target, rest in zip(kept["targets"], rests, strict=True)
    ]
    return {**kept, "targets": targets}
