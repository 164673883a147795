"""The ledger in other people's formats: one small file a format."""

from .brat import brat, standoff
from .changes_json import Between, events_json
from .citron import citron
from .formats import FORMATS, Format
from .holdings import Beside
from .ledger_json import ledger_json
from .reading_json import reading_json

__all__ = [
    "FORMATS", "Beside", "Between", "Format", "brat", "citron", "events_json", "ledger_json",
    "reading_json", "standoff",
]  # fmt: skip
