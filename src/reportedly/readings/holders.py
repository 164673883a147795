"""Who holds a role, by the full name that stands beside it between commas."""

from collections.abc import Iterator

from .names import Book
from .nominals import Nominal, is_name, listed, mentions, words
from .tokens import Token

_FULL = 2
"""Words of a full name at least."""


def holder(phrase: Nominal, names: Book) -> str | None:
    """The one person whose full name stands behind the role or right before it; None for none.

    "a clerk at the port, Ivka Dorn"; "Ivka Dorn, a clerk at the port, said". Before it the name
    counts only where a comma parts the role from what follows: in "they met Ivka Dorn, a clerk
    said" the clerk is somebody else.
    """
    found = {name for run in (*_behind(phrase), _before(phrase)) if (name := _person(run, names))}
    return found.pop() if len(found) == 1 else None


def _behind(phrase: Nominal) -> Iterator[tuple[Token, ...]]:
    """What stands between the commas of the phrase's tail."""
    piece: list[Token] = []
    for token in phrase.tail:
        if token.text == ",":
            yield tuple(piece)
            piece = []
        else:
            piece.append(token)
    if any(token.text == "," for token in phrase.tail):
        yield tuple(piece)


def _before(phrase: Nominal) -> tuple[Token, ...]:
    """The capitalised words before ", a clerk at the port,"."""
    doc, first, last = phrase.head.doc, phrase.tokens[0].i, phrase.tokens[-1].i
    closed = last + 1 < len(doc) and doc[last + 1].text == ","
    if not closed or first < _FULL or doc[first - 1].text != ",":
        return ()
    start = first - 1
    while start > 0 and is_name(doc[start - 1]) and not doc[start].is_sent_start:
        start -= 1
    return tuple(doc[start : first - 1])


def _person(run: tuple[Token, ...], names: Book) -> str | None:
    """The person whom all of ``run`` names, in full."""
    if len(run) < _FULL or not all(is_name(t) or t.text == "-" for t in run):
        return None
    text = words(run)
    known = names.person(text)
    where = text in names.places or text.casefold() in listed("regions", "places")
    return known.name if known and not where and not mentions(run) else None


__all__ = ["holder"]
