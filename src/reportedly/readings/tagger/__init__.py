"""The learned reader: a tagger's marks on every word, decoded into spans and linked by cue."""

from .find import find
from .look import Look, look, model
from .relations import Related

__all__ = ["Look", "Related", "find", "look", "model"]
