"""A case made by hand, as people ruled on it, and what an export makes of one."""

from dataclasses import replace
from random import Random

from reportedly.model import Case, Logged, Position, Ruling, Span, Target
from views.case import story
from views.hostile import case_of

HOSTILE = "\x00<&>\"' \u202eevil\ud800\ufffe\n\r\t]]>\\n{\u2028}=cmd\x1b[0m.\n\nA “man” said so.\n"
"""Ends a tag, a string, a line; turns the text round; cannot be written in UTF-8."""


def hostile() -> Case:
    """Every name, title, address and date is :data:`HOSTILE`."""
    return case_of(HOSTILE, Random(7))


def written(write, case: Case) -> bytes:
    """The whole file; no kept copy is there to be asked for."""
    return b"".join(write(case, lambda sha256: None))


def ruled(kind: str, value: str = "", state: str = "in force", claim: int = 0) -> Case:
    """The story, one of whose claims Anna Holm ruled on."""
    case = story()
    one = case.gathering.claims[claim]
    target = Target("claim", one.id, statement=one.statements[0])
    made = Ruling(3, kind, (target,), "Anna Holm", "2031-03-08T10:00:00Z", "seen it", value=value)
    return replace(case, rulings=(Logged(made, (one.statements[0],), state),))


def spoken_by(kind: str, statement: int) -> Case:
    """The story with one more voice for its first claim, "Jon Aske", by one of its statements."""
    case = story()
    first, *rest = case.gathering.claims
    position = Position("Jon Aske", kind, None, None, "for", "CT+",
                        (first.statements[statement],), first.documents[:1],
                        replace(first.text, spans=(Span(0, 4),)))  # fmt: skip
    more = replace(first, positions=(position, *first.positions))
    return replace(case, gathering=replace(case.gathering, claims=(more, *rest)))
