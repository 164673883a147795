"""What a table is: its columns with what they hold, and its rows one by one."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from reportedly.model import Attribution, Evidence, Factor, Spans, Statement, cut, hull
from reportedly.shelf import Shelf
from reportedly.visible import plain

Kind = Literal["id", "short", "text", "words", "kept", "address", "whole", "number", "yes", "many"]
"""``short``: a name or a code of a few letters. ``words``: more than a line. ``kept``: the text
that spans count in. ``yes``: yes or no. ``many``: ids of any number of rows of another table."""

Value = str | int | float | bool | tuple[str, ...] | None
"""None where nothing is known, or nothing applies."""

Row = tuple[Value, ...]


_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Column:
    """``of``: the table whose ``id`` it holds. ``joined``: it stands in another table already."""

    name: str
    about: str
    kind: Kind = "text"
    of: str | None = None
    joined: bool = False

    def told(self, value: Value) -> Value:
        """A value for programs that take text as it is: what would hide is shown by its number.

        Text that spans count in stays as long as it was: only what no file of text can hold (U+0000
        and halves of characters) is U+FFFD there.
        """
        if not isinstance(value, str):
            return value
        return _UNWRITABLE.sub("\ufffd", value) if self.kind == "kept" else plain(value)


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` gives one value a column, of one record after the other; ids are in no row twice."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Shelf], Iterator[Row]]


def ref(name: str, of: str, about: str) -> Column:
    """A column that names a row of another table."""
    return Column(name, about, "id", of)


def many(name: str, of: str, about: str) -> Column:
    """A column that names any number of rows of another table."""
    return Column(name, about, "many", of)


def shown(shelf: Shelf, evidence: Iterable[Evidence]) -> str:
    """Characters of reports; fragments are joined by a space, several places by a line break."""
    return "\n".join(cut(shelf.documents[e.document].text, e.spans) for e in evidence)


def reasons(factors: Iterable[Factor]) -> str:
    """A reason a line."""
    return "\n".join(f.text for f in factors)


def weighed(factors: Iterable[Factor]) -> str:
    """A reason a line, and its weight where it has one."""
    return "\n".join(f"{f.text} ({f.weight:+g})" if f.weight else f.text for f in factors)


def marked(spans: Spans) -> str:
    """Spans as ``12-40 55-60``."""
    return " ".join(f"{s.start}-{s.end}" for s in spans)


def extent(spans: Spans) -> tuple[Value, Value]:
    """The first character of spans and the one after the last; nothing of none."""
    if not spans:
        return None, None
    held = hull(spans)
    return held.start, held.end


def known(names: Iterable[str], held: Iterable[str]) -> tuple[str, ...]:
    """Those of ``names``, each once, that there is a row of."""
    return tuple(dict.fromkeys(name for name in names if name in held))


def carrying(shelf: Shelf, names: Iterable[str]) -> tuple[str, ...]:
    """The attributions that carry statements (ids)."""
    held = (shelf.statements[name].attribution for name in names if name in shelf.statements)
    return known((name for name in held if name), shelf.attributions)


def voice(shelf: Shelf, attribution: Attribution) -> str | None:
    """Whose word it is: the fullest name that the report gives, else its words for the voice."""
    source = attribution.source
    if source is None:
        return None
    return source.name or cut(shelf.documents[attribution.document].text, source.spans)


def speaking(shelf: Shelf, attribution: str | None, report: str) -> tuple[Value, Value, Value]:
    """Voice, kind and country of whoever says something; of a report's own words its outlet."""
    held = shelf.attributions.get(attribution or "")
    if held is None:
        return shelf.documents[report].outlet, "author", None
    source = held.source
    if source is None:
        return None, None, None
    return voice(shelf, held), source.kind, source.country


def through(shelf: Shelf, statement: Statement) -> str:
    """The voices that pass a statement on, the nearest to its own first."""
    outer = (voice(shelf, one) for one in shelf.voices(statement)[1:])
    return "\n".join(name for name in outer if name)
