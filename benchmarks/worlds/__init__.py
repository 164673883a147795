"""Invented story worlds with known lineage: who really has it from whom, and what was lost.

A world is drawn from a seed and a bank of wording: true events, their true origins (a body's
statement, a named person, an unnamed source, an outlet's own people), and reports that hear them
or take them from one another by reprinting, rewriting and crediting, with hedges, sources, numbers
and scope lost on the way. The truth is written down as the world is made; nothing of it is read
from the text. ``docs/accuracy.md`` says how the wording is kept apart from what reads it.
"""

from .bank import Bank, banks, load
from .make import world
from .prepared import Prepared, documents, prepare
from .records import Claim, Hop, Report, Root, State, World

__all__ = [
    "Bank", "Claim", "Hop", "Prepared", "Report", "Root", "State", "World", "banks", "documents",
    "load", "prepare", "world",
]  # fmt: skip
