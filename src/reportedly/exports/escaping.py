"""JSON in which no character acts instead of being read, and that says the same."""

import json

from reportedly.visible import HIDDEN


def escaped(written: str) -> str:
    """JSON with what is hidden or damaged in it written by its number: the same value."""
    return HIDDEN.sub(lambda found: json.dumps(found[0])[1:-1], written)
