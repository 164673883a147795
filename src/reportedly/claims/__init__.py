"""Readings → claims: the same thing said in several places, who stands where, what clashes."""

from .gathering import gather
from .pair import Compared, compare_texts
from .table import EMPTY, Table, read_table

__all__ = ["EMPTY", "Compared", "Table", "compare_texts", "gather", "read_table"]
