"""A claim that stands otherwise than before, in words of ours, and the words that show it."""

from reportedly.model import Evidence, Grade, Move, OriginRange, Stood
from reportedly.shelf import Shelf

from .printed import called
from .words import FACTUALITY, MOVED, graded

CITED = ("certainty", "joined", "parted")
"""Moves that are shown by words; the others follow of what has been shown."""


def told(move: Move) -> str:
    """``how sure (Ana Brel): possible (PS+) before, certain (CT+) now``; a new voice at the end."""
    lead = MOVED[move.kind]
    if isinstance(move.before, tuple):
        return lead
    voice = called(move.position.voice) if move.position else ""
    whose, by = (f" ({voice})", "") if move.own else ("", f", by {voice}" if voice else "")
    return f"{lead}{whose}: {_stood(move.before)} before, {_stood(move.after)} now{by}"


def shown(shelf: Shelf, move: Move) -> tuple[Evidence, ...]:
    """The words of the claims of before, or the sentences that moved the claim."""
    if isinstance(move.before, tuple):
        return tuple(c.text for c in move.before if c.text.document in shelf.documents)
    return sentences(shelf, move.statements)


def sentences(shelf: Shelf, names: tuple[str, ...]) -> tuple[Evidence, ...]:
    """The sentences of statements with these ids, each once, in the order of their reports."""
    found = (shelf.statements[name] for name in names if name in shelf.statements)
    held = sorted(found, key=lambda s: (shelf.order[s.document], s.sentence, s.id))
    return tuple(dict.fromkeys(Evidence(s.document, (s.sentence,)) for s in held))


def _stood(stood: Stood) -> str:
    if isinstance(stood, OriginRange):
        return _origins(stood)
    if isinstance(stood, Grade):
        return graded(stood)
    code = str(stood)
    return next((f"{word} ({code})" for key, word in FACTUALITY.items() if key == code), code)


def _origins(range_: OriginRange) -> str:
    if not range_.at_most:
        return "none"
    if range_.at_least == range_.at_most:
        return str(range_.at_most)
    return f"between {range_.at_least} and {range_.at_most}"
