"""The reader without trained weights: patterns over a dependency parse and lists of cues."""

from .find import find
from .verbs import ousts

__all__ = ["find", "ousts"]
