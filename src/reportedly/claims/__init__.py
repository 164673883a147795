"""Readings → claims: the same thing said in several places, who stands where, what clashes."""

from .gathering import gather
from .pair import Compared, compare_texts

__all__ = ["Compared", "compare_texts", "gather"]
