"""A statement about a part that becomes one about the whole."""

import re
from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import load
from reportedly.model import Document, Evidence, Span, Statement, hull


@dataclass(frozen=True, slots=True)
class Scope:
    """What limits a statement to a part (``narrow``), what stretches it to the whole (``wide``)."""

    narrow: Evidence | None
    wide: Evidence | None


def scope(statement: Statement, document: Document) -> Scope:
    """The limiting and the stretching word within the statement's words, where there is one."""
    return Scope(_first("narrow", statement, document), _first("wide", statement, document))


def _first(list_name: str, statement: Statement, document: Document) -> Evidence | None:
    where = hull(statement.spans)
    match = _words(list_name).search(document.text, where.start, where.end)
    return Evidence(document.id, (Span(*match.span()),)) if match else None


@cache
def _words(list_name: str) -> re.Pattern[str]:
    """Words of one list, before a word and not before a number ("some 30" is no part).

    Not where they follow a preposition that makes them a manner ("amid some confusion").
    """
    table = load("credits")["limits"]
    words: list[str] = table[list_name]
    either = "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
    shapes = "|".join(table[f"{list_name}_shapes"])
    manner = "".join(rf"(?<!\b{word} )" for word in table["manner"])
    return re.compile(rf"{manner}\b(?i:{shapes}|(?:{either})\b)(?!\s+\d)")
