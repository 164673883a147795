"""Ledgers that this program wrote in a format without loss: reports come back with their readings.

A file of lines (``lines``), an SQLite file (``database``) and an evidence bundle (``bundle``) hold
the same records, which are told and checked in one place (``records``). They are no more believed
than any other file: each record is checked by itself, and one that does not fit is named and left.
"""

from .bundle import Bundle
from .records import skipped

__all__ = ["Bundle", "skipped"]
