"""A concept that is to be held at a level, as a person writes it: ``K3``, ``K3=-0.5``."""

import re

from reportedly.errors import UsageError
from reportedly.model import Concept, Pull
from reportedly.shelf import Shelf
from reportedly.visible import plain

from . import finding

_LEVEL = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{0,6})?|\.\d{1,6})")


def pull(shelf: Shelf, written: str) -> Pull:
    """The concept that is meant, and its level (1, more of it, where none is written).

    Raises UsageError, with a sentence, where there is no such concept, or the level is no number.
    """
    name, equals, level = written.partition("=")
    level = level.strip().replace("−", "-")
    if equals and not _LEVEL.fullmatch(level):
        raise UsageError(f"{plain(written)}: a level is a number such as -0.5")
    found = finding.record(shelf, name.strip())
    if not isinstance(found, Concept):
        raise UsageError(f"{plain(name)}: this is no concept of the map of causes, such as K1")
    return Pull(found.id, float(level) if equals else 1.0)
