"""Reads reports about a contested story and keeps a ledger of who says what, on whose word.

The nouns are in :mod:`reportedly.model`, the flow in :mod:`reportedly.pipeline`.
"""

from reportedly.errors import ReportedlyError
from reportedly.model import Case, Document, Reading, Span, cut

__version__ = "0.1.0"

__all__ = ["Case", "Document", "Reading", "ReportedlyError", "Span", "cut"]
