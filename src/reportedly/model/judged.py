"""A person's own table of sources: how reliable each has been, in that person's judgement."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Judged:
    """One source as a person judged it: a letter from A to F, on whose judgement, since when, why.

    ``when`` is an ISO 8601 date or moment; it, ``by`` and ``why`` are "" where not given.
    """

    name: str
    letter: str
    by: str = ""
    when: str = ""
    why: str = ""


OF_SOURCES = ",".join(field.name for field in fields(Judged))
"""The first line of a table of sources as a ledger keeps it; a table of names has another."""
