"""One document → one reading: who says what, how sure, what happened, why, what is open."""

from .readers import DEFAULT, READERS, identity
from .reading import judged, read, stated_at

__all__ = ["DEFAULT", "READERS", "identity", "judged", "read", "stated_at"]
