"""What a reader asks of a page, and the state of the ledger that it is answered from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from urllib.parse import urlencode

from reportedly.model import Changes, Pull, Ruling, Run, WhatIf
from reportedly.shelf import Shelf
from reportedly.views.versions import Compared

R = TypeVar("R")
V = TypeVar("V")

LONGEST = 500
"""Characters of one thing that a reader asks for; the rest is left out."""


@dataclass(frozen=True, slots=True)
class State:
    """The ledger at one moment.

    ``since`` gives what came after the run with that number, ``at`` the records as it left them,
    ``compared`` the changes that make one text of another.
    ``trouble``: why pending rulings could not be worked out, empty where they could. ``what_if``
    gives what the reports say would follow if concepts were held at some levels.
    """

    shelf: Shelf
    runs: tuple[Run, ...]
    pending: tuple[Ruling, ...]
    since: Callable[[int], Changes]
    at: Callable[[int], Shelf]
    compared: Compared
    trouble: str = ""
    what_if: Callable[[Sequence[Pull]], WhatIf] | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a page: the id in its address, what is asked, who asks.

    ``who`` is the reader's name and ``named`` whether it is theirs for good (a server with named
    users). ``seal`` goes into every form: a form without it is refused.
    """

    query: Mapping[str, str] = field(default_factory=dict)
    id: str = ""
    who: str = ""
    named: bool = False
    seal: str = ""

    def get(self, name: str) -> str:
        """What is asked under ``name``, without space around it; empty where nothing is."""
        return self.query.get(name, "").strip()[:LONGEST]

    def number(self, name: str, default: int = 1, least: int = 1) -> int:
        """A whole number from ``least`` to a million; the default where there is none."""
        given = self.get(name)
        fits = given.isascii() and given.isdigit() and 0 < len(given) < 7
        return max(least, int(given)) if fits else default


@dataclass(frozen=True, slots=True)
class Part(Generic[R]):
    """One page of a longer list: its records, which they are of ``total``, its neighbours."""

    shown: tuple[R, ...]
    first: int
    total: int
    number: int
    last: int
    before: str
    after: str

    @property
    def told(self) -> str:
        """``1 to 25 of 431``, to be followed by what they are."""
        if not self.total:
            return "no"
        if self.last == 1:
            return f"{self.total}"
        return f"{self.first} to {self.first + len(self.shown) - 1} of {self.total}"


def part(records: Sequence[R], asked: Asked, size: int) -> Part[R]:
    """The part of ``records`` that is asked for; the last one where they are fewer."""
    last = max(1, -(-len(records) // size))
    number = min(asked.number("page"), last)
    first = (number - 1) * size
    return Part(
        tuple(records[first : first + size]), first + 1, len(records), number, last,
        query(asked.query, page=str(number - 1)) if number > 1 else "",
        query(asked.query, page=str(number + 1)) if number < last else "",
    )  # fmt: skip


def query(kept: Mapping[str, str], **changed: str) -> str:
    """``?page=2&q=river``: what is asked, with changes; what is empty is left out."""
    asked = {key: value for key, value in {**kept, **changed}.items() if value}
    return f"?{urlencode(sorted(asked.items()), errors='replace')}"


def gathered(pairs: Iterable[tuple[str, V]]) -> dict[str, tuple[V, ...]]:
    """What belongs to each id, in the order given."""
    found: dict[str, list[V]] = {}
    for id_, one in pairs:
        found.setdefault(id_, []).append(one)
    return {id_: tuple(some) for id_, some in found.items()}


def words(text: str) -> tuple[str, ...]:
    """What is searched for: small letters, split at spaces."""
    return tuple(text.casefold().split())


def passing(records: Sequence[R], checks: Iterable[Callable[[R], bool]]) -> Sequence[R]:
    """The records that pass every check, one check after the other: each is asked in one go."""
    for fits in checks:
        records = tuple(filter(fits, records))
    return records


def holds(text: str, wanted: Iterable[str]) -> bool:
    """Whether every word stands in ``text`` (in small letters)."""
    return all(word in text for word in wanted)
