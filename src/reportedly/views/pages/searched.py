"""Many records that are searched for words: their texts put together into a few long strings.

To ask each text of a large ledger by itself takes longer than all else that a page does.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import Generic, TypeVar

R = TypeVar("R")

TOGETHER = 64
"""Texts of a string. One letter of another script makes all of its string wide, not more."""


class Searched(Generic[R]):
    """Records in an order, each with the text, in small letters, by which it is found."""

    def __init__(self, told: Iterable[tuple[R, str]]) -> None:
        """``told``: the records in their order."""
        rest = iter(told)
        self._blocks: list[_Block[R]] = []
        while some := tuple(islice(rest, TOGETHER)):
            records, texts = zip(*some, strict=True)
            # No word holds a line break, so that none is found across two texts.
            starts = (0, *accumulate(len(text) + 1 for text in texts))
            self._blocks.append(_Block(records, "\n".join(texts), starts))

    def holding(self, wanted: Sequence[str]) -> list[R]:
        """The records whose texts hold every one of the words ``wanted``; all where none is."""
        ordered = sorted(wanted, key=len, reverse=True)
        return [record for block in self._blocks for record in block.holding(ordered)]


@dataclass(frozen=True, slots=True)
class _Block(Generic[R]):
    """Some records, their texts a line each, and where each begins and the last one ends."""

    records: Sequence[R]
    text: str
    starts: Sequence[int]

    def holding(self, wanted: Sequence[str]) -> Iterator[R]:
        if not wanted:
            yield from self.records
            return
        rarest, *others = wanted
        at = self.text.find(rarest)
        while at >= 0:
            place = bisect_right(self.starts, at) - 1
            start, end = self.starts[place], self.starts[place + 1]
            if all(self.text.find(word, start, end) >= 0 for word in others):
                yield self.records[place]
            at = self.text.find(rarest, end)
