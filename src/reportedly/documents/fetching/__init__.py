"""Addresses → files: only those that a person names, politely, within bounds."""

from .address import shown
from .asking import Asked
from .fetcher import Fetcher
from .lists import is_address, listed
from .outcomes import Fetched, Unchanged
from .ways import Limits, Manners

__all__ = [
    "Asked",
    "Fetched",
    "Fetcher",
    "Limits",
    "Manners",
    "Unchanged",
    "is_address",
    "listed",
    "shown",
]
