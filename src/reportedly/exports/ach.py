"""Competing hypotheses as CSV: one row for each item of evidence, then scores and ranks.

One table holds every matrix, the hypotheses of all in columns; what is not of a matrix is empty.
"""

from collections.abc import Iterator

from reportedly.model import Analysis, Case, Hypothesis, Item, as_ruled, cut, hidden

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
        held = case.competing
        self.hidden = hidden(case)
        self._texts = {d.id: d.text for d in case.documents}
        self._statements = {s.id: s for r in as_ruled(case) for s in r.statements}
        self._claim_numbers = {c.id: f"C{n}" for n, c in enumerate(case.gathering.claims, 1)}
        self._items = {i.id: (f"E{n}", i) for n, i in enumerate(held.items, 1)}
        self._hypotheses = held.hypotheses
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
            number, item = self._items[id_]
            cells = [
                self._cells[id_, one.id] if one.id in analysis.hypotheses else ""
                for one in self._hypotheses
            ]
            yield row((name, number, *self._item(item), apart, *cells))
        for what in ("weighted", "plain", "rank"):
            found = {s.hypothesis: getattr(s, what) for s in analysis.scores}
            values = [found.get(one.id, "") for one in self._hypotheses]
            yield row((name, what, *[""] * (len(HEAD) - 2), *values))

    def _item(self, item: Item) -> tuple[str | float, ...]:
        first = self._statements[item.statements[0]]
        return (
            item.voice, item.kind, item.country or "", _yes(item.named), _yes(item.shown),
            item.stance, self._claim_numbers[item.claim],
            cut(self._texts[first.document], first.spans), first.document, first.id,
            first.attribution or "", len(item.documents), item.credibility, item.relevance,
        )  # fmt: skip

    def _told(self, one: Hypothesis) -> str:
        if one.text:
            return one.text
        claim = self._claim_numbers[one.premises[0].claim]
        words = " with ".join(f"“{cut(self._texts[e.document], e.spans)}”" for e in one.words)
        label = one.label
        voice = f"“{cut(self._texts[label.document], label.spans)}”" if label else one.voice
        return f"{claim} {words} {_WAYS.get(one.key, 'as said by')} {voice}"


def _yes(value: bool) -> str:
    return "yes" if value else "no"
