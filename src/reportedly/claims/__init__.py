"""Readings → claims: the same thing said in several places, who stands where, what clashes."""

from .gathering import gather
from .memory import Forgetful, Memory, Noting, Recall
from .pair import Compared, compare_texts
from .parts import BESIDE, partition
from .table import EMPTY, Table, parse_table, read_table, table_text

__all__ = [
    "BESIDE",
    "EMPTY",
    "Compared",
    "Forgetful",
    "Memory",
    "Noting",
    "Recall",
    "Table",
    "compare_texts",
    "gather",
    "parse_table",
    "partition",
    "read_table",
    "table_text",
]
