"""Copied reports: which report has its words from which other, and which words.

A report is a copy of an earlier one where they share

- a passage of at least ``RUN`` of the report's own words (outside quotation marks, outside lines
  of boilerplate), ``PLAIN`` of them different ordinary words and not names;
- at least ``SEVERAL`` shorter passages, of ``TOGETHER`` own words in all: the same account, rewritten;
- at least ``SHARE`` of the later report's own five-word shingles, and ``LEAST`` words of its own.

Two reports of one outlet share standing background, so for them only the second counts. A
quotation that both print is one speaker's word, not a copy. A copied report is linked to the
report it shares most with, and to another only for passages that the first does not have.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.model import Document, Evidence, Factor, Link, Span, Spans, identify

from .clock import days_between, earlier, guessed_earlier
from .credits import Credit
from .outlets import bare
from .passages import SHINGLE, Passage, Run, align, candidates
from .words import Words

RUN = 12
PLAIN = 5
SEVERAL, TOGETHER = 3, 20
SHARE = 0.3
MOST = 0.6
LEAST = 8
LETTERS = 3
"""Words of no more letters tell no sources apart."""
CLEARLY = 0.15
"""How much more of one report must stand in the other than the other way round to tell an order."""
_NEARLY = 1.4
"""How much more a report must share with another than with the one it credits to be its copy."""


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


@dataclass(frozen=True, slots=True)
class Copies:
    """Links between reports, and by report all reports upstream that it shares passages with,
    those that share most first and of equals the latest."""

    links: tuple[Link, ...]
    near: dict[str, tuple[str, ...]]


def copies(
    documents: Sequence[Document], reports: Sequence[Words], named: Sequence[Credit]
) -> Copies:
    """``copied`` and ``revised`` links between ``documents``; ``reports`` are their words."""
    pairs = candidates(reports)
    credited = _credited(documents, named, pairs)
    owed = _owed(documents, reports, named)
    found: dict[str, list[Overlap]] = {}
    revised = set(_versions(documents))
    for i, j in pairs:
        order = direction(documents[i], documents[j], credited)
        if order.reason.weight == 0:
            order = _by_extent(order, reports[i], reports[j], documents[i])
        above, below = (i, j) if order.upstream is documents[i] else (j, i)
        if (documents[above].id, documents[below].id) not in revised:
            overlap = _overlap(order, reports[above], reports[below], owed)
            if overlap:
                found.setdefault(order.downstream.id, []).append(overlap)
    links = [_link(o) for d in documents for o in _nearest(found.get(d.id, []))]
    place = {d.id: number for number, d in enumerate(documents)}
    near = {
        below: tuple(
            o.order.upstream.id
            for o in sorted(
                held, key=lambda o: (len(o.shared), place[o.order.upstream.id]), reverse=True
            )
        )
        for below, held in found.items()
    }
    return Copies((*links, *_revisions(documents)), near)


Owed = dict[str, tuple[frozenset[str], ...]]
"""By report, for each of its words: the words that name the sources of the word's sentence."""


def _owed(
    documents: Sequence[Document], reports: Sequence[Words], named: Iterable[Credit]
) -> Owed:
    sentences: dict[str, dict[Span, set[str]]] = {}
    for credit in named:
        if credit.sentence and not credit.whole:
            held = sentences.setdefault(credit.document, {})
            held.setdefault(credit.sentence, set()).update(bare(credit.outlet.name).split())
    found: Owed = {}
    for document, report in zip(documents, reports, strict=True):
        by_sentence = sentences.get(document.id, {})
        starts = [s.start for s in document.sentences]
        places = [document.sentences[max(0, bisect_right(starts, s.start) - 1)] if starts else s
                  for s in report.spans]  # fmt: skip
        for at, place in enumerate(places):
            if report.source[at] and len(report.forms[at]) > LETTERS:
                by_sentence.setdefault(place, set()).add(report.forms[at])
        frozen = {place: frozenset(words) for place, words in by_sentence.items()}
        found[document.id] = tuple(frozen.get(place, frozenset()) for place in places)
    return found


def _by_extent(order: Order, one: Words, other: Words, first: Document) -> Order:
    """Of two reports that no date tells apart, the one that is less than the other follows it."""
    upper, lower = (one, other) if order.upstream is first else (other, one)
    forth = Overlap(order, upper, lower, align(upper, lower)).share
    turned = Order(order.downstream, order.upstream, order.reason)
    back = Overlap(turned, lower, upper, align(lower, upper)).share
    if abs(forth - back) < CLEARLY:
        return order
    text = "The dates do not tell which came first; nearly all that it has stands in the other."
    reason = Factor("order unknown", 0.0, text)
    return replace(order if forth > back else turned, reason=reason)


def _credited(
    documents: Sequence[Document], named: Iterable[Credit], pairs: Iterable[tuple[int, int]]
) -> frozenset[tuple[str, str]]:
    """Which report may have its words from which other by its credits.

    One that came out later is meant only by a credit for the report as a whole, and where the
    outlet has no earlier report that the words could be from: clocks of publication are kept
    by people, and an upstream may have been brought up to date.
    """
    by_id = {d.id: d for d in documents}
    near: dict[str, set[str]] = {}
    for i, j in pairs:
        near.setdefault(documents[i].id, set()).add(documents[j].id)
        near.setdefault(documents[j].id, set()).add(documents[i].id)
    found: set[tuple[str, str]] = set()
    for credit in named:
        own = by_id[credit.document]
        meant = (credit.target,) if credit.target else credit.outlet.documents
        held = [d for d in meant if d in near.get(own.id, ())]
        before = [d for d in held if earlier(own, by_id[d]) is not True]
        if before or not credit.whole:
            found.update((own.id, d) for d in before)
        else:
            found.update((own.id, d) for d in held if _within_a_day(by_id[d], own))
    return frozenset(found)


def _within_a_day(above: Document, below: Document) -> bool:
    gap = days_between(above, below)
    return gap is None or gap > -1


def direction(a: Document, b: Document, credited: frozenset[tuple[str, str]]) -> Order:
    """Who has it from whom: a credit, then the clock, then noon for a bare date, then the ledger."""
    names = ((b, a), (a, b))
    one_way = [
        (d, u) for d, u in names if (d.id, u.id) in credited and (u.id, d.id) not in credited
    ]
    if one_way:
        below, above = one_way[0]
        text = "It names the other's outlet as its source."
        return Order(above, below, Factor("credited", 1.0, text))
    first = earlier(a, b)
    if first is None:
        guess = guessed_earlier(a, b)
        above, below = (b, a) if guess is False else (a, b)
        text = "The dates do not tell which came first; a bare date is taken as noon."
        if guess is None:
            text = "The dates do not tell which came first; it follows in the order of the ledger."
        return Order(above, below, Factor("order unknown", 0.0, text))
    above, below = (a, b) if first else (b, a)
    return Order(above, below, Factor("later", 1.0, "It was published after the other."))


def _overlap(order: Order, upper: Words, lower: Words, owed: Owed) -> Overlap | None:
    """What the two share, if it is enough; not what the lower has from somebody else by its credits."""
    above = owed[order.upstream.id]
    below = owed[order.downstream.id]
    name = frozenset(bare(order.upstream.outlet).split())
    passages = tuple(
        p
        for p in align(upper, lower)
        if p.own(lower) and not any(_elsewhere(run, above, below, name) for run in p.runs)
    )
    overlap = Overlap(order, upper, lower, passages)
    if len(overlap.shared) >= (RUN if overlap.share < MOST else LEAST) and overlap.share >= SHARE:
        return overlap
    if order.upstream.publisher and order.upstream.publisher == order.downstream.publisher:
        return None
    long = tuple(p for p in passages if p.own(lower) >= RUN and p.plain(lower) >= PLAIN)
    some = tuple(p for p in passages if p.own(lower) >= SHINGLE and p.plain(lower) >= 2)
    if len(some) >= SEVERAL and sum(p.own(lower) for p in some) >= TOGETHER:
        return Overlap(order, upper, lower, some)
    return Overlap(order, upper, lower, long) if long else None


def _elsewhere(
    run: Run,
    above: tuple[frozenset[str], ...],
    below: tuple[frozenset[str], ...],
    name: frozenset[str],
) -> bool:
    """Whether the lower report has the run's sentence from others than the upper has it from.

    Where the lower names nobody it may have left out whom the upper names.
    """
    lower, upper = below[run.lower + run.length // 2], above[run.upper + run.length // 2]
    return bool(lower) and not lower & name and not lower & upper


def _nearest(overlaps: list[Overlap]) -> list[Overlap]:
    """The upstream that most is shared with, then any other that adds a passage of its own.

    A credited upstream comes first where it has nearly as much as the best: what two reprints
    share beyond their source is how reprints are made up.
    """
    chosen: list[Overlap] = []
    covered: frozenset[int] = frozenset()
    rest = list(overlaps)
    while rest:
        best = max(rest, key=lambda o: len(o.shared - covered) * (_NEARLY if _named(o) else 1.0))
        rest.remove(best)
        if len(best.shared - covered) < (RUN if chosen else 1):
            break
        chosen.append(best)
        covered |= best.shared
    return chosen


def _named(overlap: Overlap) -> bool:
    return overlap.order.reason.name == "credited"


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
