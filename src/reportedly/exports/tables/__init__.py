"""The tables that an analyst wants of a ledger, defined once for every format that has tables.

What a ruling hides is in none of them, readings are as people corrected them, and a voice never
stands without the attribution that carries it.
"""

from reportedly.model import ORDER

from .claims import CLAIMS, CONFLICTS, POSITIONS
from .lineage import DRIFT, LINKS, ORIGINS
from .readings import ATTRIBUTIONS, CAUSES, PARTICIPANTS, QUESTIONS, REPORTS, STATEMENTS
from .ruled import ISSUES, RULINGS
from .shape import Column, Kind, Row, Table, Value

__all__ = ["NOTES", "TABLES", "Column", "Kind", "Row", "Table", "Value"]

TABLES = (
    CLAIMS, POSITIONS, STATEMENTS, PARTICIPANTS, ATTRIBUTIONS, REPORTS, LINKS, ORIGINS, DRIFT,
    CONFLICTS, CAUSES, QUESTIONS, ISSUES, RULINGS,
)  # fmt: skip
"""In the order in which a reader goes through them."""

NOTES = (
    "Nothing in these tables is a verdict: every row is somebody's word, or follows from several.",
    "An id is the same in every export of the same reports; C1, R1 and Q1 are not.",
    "Words are cut from the reports; fragments are joined by a space. Characters that would hide "
    "or reorder others are written as ⟨U+202E⟩. Spans count code points in the text of the report "
    "as it was kept, before that.",
    "Where nothing stands, it is not known or does not apply. What a person's ruling hides is in "
    "no table.",
    ORDER,
)
"""What a reader must know of them, a sentence or two each."""
