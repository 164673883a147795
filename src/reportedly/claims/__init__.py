"""Readings → claims: the same thing said in several places, who stands where, what clashes."""

from .gathering import gather
from .memory import Memory
from .pair import Compared, compare_texts
from .table import EMPTY, Table, parse_table, read_table, table_text

__all__ = [
    "EMPTY",
    "Compared",
    "Memory",
    "Table",
    "compare_texts",
    "gather",
    "parse_table",
    "read_table",
    "table_text",
]
