"""The learned reader: a tagger's marks on every word, decoded into spans and linked by cue."""

from .find import find, model

__all__ = ["find", "model"]
