"""Records as brat holds them: a trigger with roles and attributes, tied by a relation, and a note.

The same table serves who writes ``.ann`` files (``exports/brat.py``) and who reads them
(``documents/brat.py``). What a person may change in brat stands in brat's own terms, and only
there; the note holds what brat has no place for, such as ids, names and reasons. See
https://brat.nlplab.org/standoff.html and ``docs/exports.md``.
"""

from .marking import fragments, marked
from .terms import (
    DIGITS,
    MANY,
    OPEN,
    PLAIN,
    RECORD,
    ROLES,
    TYPES,
    VALUES,
    Counted,
    Marked,
    Named,
    Note,
    Reason,
    Record,
)
from .unmarking import exact, unmarked, within

__all__ = [
    "DIGITS",
    "MANY",
    "OPEN",
    "PLAIN",
    "RECORD",
    "ROLES",
    "TYPES",
    "VALUES",
    "Counted",
    "Marked",
    "Named",
    "Note",
    "Reason",
    "Record",
    "exact",
    "fragments",
    "marked",
    "unmarked",
    "within",
]
