"""Copied reports: which report has its words from which other, and which words.

A report is a copy of an earlier one where they share

- a passage of at least ``RUN`` of the report's own words (outside quotation marks, outside lines
  of boilerplate), ``PLAIN`` of them different ordinary words and not names; or
- at least ``SHARE`` of the later report's own five-word shingles, and ``LEAST`` words of its own.

Two reports of one outlet share standing background, so for them only the second counts. A
quotation that both print is one speaker's word, not a copy. A copied report is linked to the
report it shares most with, and to another only for passages that the first does not have.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.model import Document, Evidence, Factor, Link, Spans, identify

from .clock import days_between, earlier
from .credits import Credit
from .passages import SHINGLE, Passage, Run, align, candidates
from .words import Words

RUN = 12
PLAIN = 5
SHARE = 0.3
LEAST = 8


@dataclass(frozen=True, slots=True)
class Order:
    """Which of two reports is upstream, and how that is known."""

    upstream: Document
    downstream: Document
    reason: Factor


@dataclass(frozen=True, slots=True)
class Overlap:
    """Passages that ``lower`` has in common with ``upper``, the report upstream of it."""

    order: Order
    upper: Words
    lower: Words
    passages: tuple[Passage, ...]

    @property
    def shared(self) -> frozenset[int]:
        """Positions of the lower report's own words that stand in both."""
        return frozenset(i for i in self._positions() if self.lower.own[i])

    def _positions(self) -> Iterable[int]:
        for run in self._runs():
            yield from range(run.lower, run.lower + run.length)

    def _runs(self) -> Iterable[Run]:
        return (run for passage in self.passages for run in passage.runs)

    @property
    def share(self) -> float:
        """Share of the lower report's own shingles that stand in the upper."""
        own = sum(self._own(at) for at in range(len(self.lower) - SHINGLE + 1))
        both = sum(
            self._own(at)
            for run in self._runs()
            for at in range(run.lower, run.lower + run.length - SHINGLE + 1)
        )
        return both / own if own else 0.0

    def _own(self, at: int) -> bool:
        return all(self.lower.own[at : at + SHINGLE])

    def evidence(self) -> tuple[Evidence, ...]:
        """The shared words in both reports, downstream first."""
        below: Spans = tuple(self.lower.span(r.lower, r.lower + r.length) for r in self._runs())
        above = sorted({self.upper.span(r.upper, r.upper + r.length) for r in self._runs()})
        return Evidence(self.lower.document, below), Evidence(self.upper.document, tuple(above))


def copies(
    documents: Sequence[Document], reports: Sequence[Words], named: Iterable[Credit]
) -> tuple[Link, ...]:
    """``copied`` and ``revised`` links between ``documents``; ``reports`` are their words."""
    credited = frozenset((c.document, d) for c in named for d in c.outlet.documents)
    found: dict[str, list[Overlap]] = {}
    revised = set(_versions(documents))
    for i, j in candidates(reports):
        order = direction(documents[i], documents[j], credited)
        above, below = (i, j) if order.upstream is documents[i] else (j, i)
        if (documents[above].id, documents[below].id) not in revised:
            overlap = _overlap(order, reports[above], reports[below])
            if overlap:
                found.setdefault(order.downstream.id, []).append(overlap)
    links = [_link(o) for d in documents for o in _nearest(found.get(d.id, []))]
    return (*links, *_revisions(documents))


def direction(a: Document, b: Document, credited: frozenset[tuple[str, str]]) -> Order:
    """Who has it from whom: a credit within a day, then the clock, then the order of the ledger."""
    names = ((b, a), (a, b))
    one_way = [
        (d, u) for d, u in names if (d.id, u.id) in credited and (u.id, d.id) not in credited
    ]
    if one_way:
        below, above = one_way[0]
        gap = days_between(above, below)
        if gap is None or gap > -1:
            return Order(
                above, below, Factor("credited", 1.0, "It names the other's outlet as its source.")
            )
    first = earlier(a, b)
    if first is None:
        text = "The dates do not tell which came first; it follows in the order of the ledger."
        return Order(a, b, Factor("order unknown", 0.0, text))
    above, below = (a, b) if first else (b, a)
    return Order(above, below, Factor("later", 1.0, "It was published after the other."))


def _overlap(order: Order, upper: Words, lower: Words) -> Overlap | None:
    passages = tuple(p for p in align(upper, lower) if p.own(lower))
    overlap = Overlap(order, upper, lower, passages)
    if overlap.share >= SHARE and len(overlap.shared) >= LEAST:
        return overlap
    if order.upstream.publisher and order.upstream.publisher == order.downstream.publisher:
        return None
    long = tuple(p for p in passages if p.own(lower) >= RUN and p.plain(lower) >= PLAIN)
    return Overlap(order, upper, lower, long) if long else None


def _nearest(overlaps: list[Overlap]) -> list[Overlap]:
    """The upstream that most is shared with, then any other that adds a passage of its own."""
    chosen: list[Overlap] = []
    covered: frozenset[int] = frozenset()
    rest = list(overlaps)
    while rest:
        best = max(rest, key=lambda o: (len(o.shared - covered), o.order.reason.name == "credited"))
        rest.remove(best)
        if len(best.shared - covered) < (RUN if chosen else 1):
            break
        chosen.append(best)
        covered |= best.shared
    return chosen


def _link(overlap: Overlap) -> Link:
    above, below = overlap.order.upstream.id, overlap.order.downstream.id
    text = (
        f"{len(overlap.shared)} words of its own stand in both reports, "
        f"{overlap.share:.0%} of its five-word runs."
    )
    reasons = (Factor("shared words", round(overlap.share, 3), text), overlap.order.reason)
    number = identify("link", "copied", below, above, None)
    return Link(number, "copied", below, above, None, overlap.evidence(), reasons)


def _versions(documents: Sequence[Document]) -> list[tuple[str, str]]:
    """Ids of each version of a page and the version after it."""
    last: dict[str, str] = {}
    found = []
    for document in documents:
        if document.url:
            if document.url in last and last[document.url] != document.id:
                found.append((last[document.url], document.id))
            last[document.url] = document.id
    return found


def _revisions(documents: Sequence[Document]) -> list[Link]:
    reason = (
        Factor("same address", 1.0, "Another text at the same address, later in the ledger."),
    )
    return [
        Link(identify("link", "revised", new, old, None), "revised", new, old, None, (), reason)
        for old, new in _versions(documents)
    ]
