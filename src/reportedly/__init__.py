"""Reads reports about a contested story and keeps a ledger of who says what, on whose word.

The nouns are in :mod:`reportedly.model`, the flow in :mod:`reportedly.pipeline`. What programs in
Python begin with is in :mod:`reportedly.story`, and is told in docs/python.md.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reportedly.errors import ReportedlyError
from reportedly.model import Case, Document, Evidence, Reading, Span, cut

if TYPE_CHECKING:
    from reportedly.story import Story, add, read, report, show

__version__ = "0.1.0"

__all__ = [
    "Case", "Document", "Evidence", "Reading", "ReportedlyError", "Span", "Story", "add", "cut",
    "read", "report", "show",
]  # fmt: skip

_LATER = frozenset({"Story", "add", "read", "report", "show"})


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever it is called
    """What reads is imported when it is asked for: it takes a second, and not all need it."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("reportedly.story"), name)
