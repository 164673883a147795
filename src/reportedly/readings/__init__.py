"""One document → one reading: who says what, how sure, what happened, why, what is open."""

from .reading import read

__all__ = ["read"]
