"""Competing hypotheses as CSV: one row for each item of evidence, then scores and ranks.

One table holds every matrix, the hypotheses of all in columns; what is not of a matrix is empty.
"""

from collections.abc import Iterator, Mapping

from reportedly.model import Analysis, Case, Hypothesis, Item, cut
from reportedly.shelf import Shelf

from .holdings import Copy
from .rows import row

HEAD = (
    "matrix", "row", "voice", "kind", "country", "named", "shown", "side", "claim", "words",
    "document", "statement", "attribution", "reports", "credibility", "relevance", "diagnosticity",
)  # fmt: skip
"""The columns before those of the hypotheses; the words are those that a cell is suggested from."""
_WAYS = {"-": "as denied by"}


def ach(case: Case, copy: Copy) -> Iterator[bytes]:
    """The table, most diagnostic rows first; the kept copies are not asked for."""
    del copy
    table = _Table(case)
    yield row((*HEAD, *table.headings()))
    for analysis in case.competing.analyses:
        if analysis.claim not in table.hidden:
            yield from table.rows(analysis)


class _Table:
    """One case by id."""

    def __init__(self, case: Case) -> None:
        held, shelf = case.competing, Shelf(case)
        self.hidden = shelf.hidden
        self._documents, self._statements = shelf.documents, shelf.statements
        self._claim_numbers = shelf.claim_numbers
        self._items, self._item_numbers = shelf.items, shelf.item_numbers
        self._hypotheses = tuple(held.hypotheses)
        self._columns = {one.id: at for at, one in enumerate(self._hypotheses)}
        self._cells = {(c.item, c.hypothesis): c.value for c in held.cells}

    def headings(self) -> list[str]:
        """``H1: …`` of every hypothesis."""
        return [f"H{n}: {self._told(one)}" for n, one in enumerate(self._hypotheses, 1)]

    def rows(self, analysis: Analysis) -> Iterator[bytes]:
        """The items of one matrix, the scores with and without weights, the ranks."""
        name = self._claim_numbers.get(analysis.claim or "", "people")
        if analysis.kind:
            name = f"{name} {analysis.kind}"
        for id_, apart in zip(analysis.items, analysis.diagnosticity, strict=True):
            cells = {one: self._cells[id_, one] for one in analysis.hypotheses}
            number, told = self._item_numbers[id_], self._item(self._items[id_])
            yield row((name, number, *told, apart, *self._placed(cells)))
        for what in ("weighted", "plain", "rank"):
            found = {s.hypothesis: getattr(s, what) for s in analysis.scores}
            yield row((name, what, *[""] * (len(HEAD) - 2), *self._placed(found)))

    def _placed(self, values: Mapping[str, str | float]) -> list[str | float]:
        """Values by hypothesis in the columns of these; the others are empty."""
        columns: list[str | float] = [""] * len(self._hypotheses)
        for hypothesis, value in values.items():
            columns[self._columns[hypothesis]] = value
        return columns

    def _item(self, item: Item) -> tuple[str | float, ...]:
        first = self._statements[item.statements[0]]
        return (
            item.voice, item.kind, item.country or "", _yes(item.named), _yes(item.shown),
            item.stance, self._claim_numbers[item.claim],
            cut(self._documents[first.document].text, first.spans), first.document, first.id,
            first.attribution or "", len(item.documents), item.credibility, item.relevance,
        )  # fmt: skip

    def _told(self, one: Hypothesis) -> str:
        if one.text:
            return one.text
        claim = self._claim_numbers[one.premises[0].claim]
        words = " with ".join(
            f"“{cut(self._documents[e.document].text, e.spans)}”" for e in one.words
        )
        label = one.label
        voice = (
            f"“{cut(self._documents[label.document].text, label.spans)}”" if label else one.voice
        )
        return f"{claim} {words} {_WAYS.get(one.key, 'as said by')} {voice}"


def _yes(value: bool) -> str:
    return "yes" if value else "no"
