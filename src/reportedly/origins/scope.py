"""A statement about a part that becomes one about the whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import load
from reportedly.model import Document, Evidence, Span, Statement, hull


@dataclass(frozen=True, slots=True)
class Scope:
    """What limits a statement to a part (``narrow``), what stretches it to the whole (``wide``).

    ``beside``: whether a limiting word stands anywhere in its sentence.
    """

    narrow: Evidence | None
    wide: Evidence | None
    beside: bool = False


def scope(statement: Statement, document: Document) -> Scope:
    """The limiting and the stretching word within the statement's words, where there is one."""
    limited = _first("narrow", document, statement.sentence) is not None
    where = hull(statement.spans)
    return Scope(_first("narrow", document, where), _first("wide", document, where), limited)


def _first(list_name: str, document: Document, where: Span) -> Evidence | None:
    """The first word of a list in ``where``, unless it is one of a set phrase ("all but")."""
    for found in _found(_words(list_name), document, where):
        if not any(found.overlaps(phrase) for phrase in _found(_idioms(), document, where)):
            return Evidence(document.id, (found,))
    return None


def _found(pattern: re.Pattern[str], document: Document, where: Span) -> Iterator[Span]:
    return (Span(*m.span()) for m in pattern.finditer(document.text, where.start, where.end))


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{'|'.join(load('credits')['limits']['idioms'])})\b")


@cache
def _words(list_name: str) -> re.Pattern[str]:
    """Words of one list, before a word and not before a number ("some 30" is no part).

    Not where they follow "not", or a preposition that makes them a manner ("amid some confusion"),
    unless "of" behind them says of what they are ("in all of the town"), or "the" stands before
    it. Nor before a stretch of time ("all night").
    """
    table = load("credits")["limits"]
    words = sorted(table[list_name], key=lambda word: (-len(word), word))
    of = [word for word in words if word.endswith(" of") or word.startswith("the ")]
    free = "|".join((*table[f"{list_name}_shapes"], *map(_whole, of)))
    other = "|".join(_whole(word) for word in words if word not in of)
    manner = "".join(rf"(?<!\b{word} )" for word in table["manner"])
    not_before = rf"(?!\s+(?:\d|(?:{'|'.join(table['times'])})\b))"
    return re.compile(rf"\b(?i:{free}|(?:{other})(?=\s+of\b)|{manner}(?:{other})){not_before}")


def _whole(word: str) -> str:
    return rf"{re.escape(word)}\b"
