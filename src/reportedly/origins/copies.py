"""Copied reports: which report has its words from which other, and which words.

A report is a copy of an earlier one where they share

- a passage of at least ``RUN`` of the report's own words (outside quotation marks, outside lines
  of boilerplate), ``PLAIN`` of them different ordinary words and not names;
- at least ``SEVERAL`` shorter passages, of ``TOGETHER`` own words in all: one account, rewritten;
- at least ``SHARE`` of the later report's own five-word shingles, and ``LEAST`` words of its own.

Two reports of one outlet share standing background, so for them only the second counts. A
quotation that both print is one speaker's word, not a copy. A copied report is linked to the
report it shares most with, and to another only for passages that the first does not have.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.model import Document, Evidence, Factor, Link, Span, Spans, bare, by_start, identify

from .clock import days_between, earlier, exactness
from .credits import BESIDE, Credit
from .outlets import publishes
from .passages import Passage, Run, align, candidates
from .shingles import SHINGLE
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
    """Passages that ``lower`` has in common with ``upper``, the report upstream of it.

    ``shared``: positions of the lower report's own words that stand in both; ``share``: of its own
    shingles, how many do.
    """

    order: Order
    upper: Words
    lower: Words
    passages: tuple[Passage, ...]
    shared: frozenset[int]
    share: float

    def evidence(self) -> tuple[Evidence, ...]:
        """The shared words in both reports, downstream first."""
        runs = [run for passage in self.passages for run in passage.runs]
        below: Spans = tuple(self.lower.span(r.lower, r.lower + r.length) for r in runs)
        above = sorted({self.upper.span(r.upper, r.upper + r.length) for r in runs})
        return Evidence(self.lower.document, below), Evidence(self.upper.document, tuple(above))


def _over(order: Order, upper: Words, lower: Words, passages: tuple[Passage, ...]) -> Overlap:
    runs = [run for passage in passages for run in passage.runs]
    shared = {i for r in runs for i in range(r.lower, r.lower + r.length) if lower.own[i]}
    return Overlap(order, upper, lower, passages, frozenset(shared), _share(lower, passages))


def _share(lower: Words, passages: Iterable[Passage]) -> float:
    """Share of the lower report's own shingles that stand in the passages."""
    own = lower.owned.count(SHINGLE)
    runs = (run for passage in passages for run in passage.runs)
    both = sum(lower.owned.count(SHINGLE, r.lower, r.lower + r.length - SHINGLE + 1) for r in runs)
    return both / own if own else 0.0


@dataclass(frozen=True, slots=True)
class Copies:
    """Links between reports.

    ``near``: all reports upstream that each shares passages with, most first, of equals the latest.
    """

    links: tuple[Link, ...]
    near: dict[str, tuple[str, ...]]


def copies(
    documents: Sequence[Document], reports: Sequence[Words], named: Sequence[Credit]
) -> Copies:
    """``copied`` and ``revised`` links between ``documents``; ``reports`` are their words.

    The reports are numbered together.
    """
    pairs = candidates(reports)
    credited = _credited(documents, [c for c in named if c.how != BESIDE], pairs)
    owed = _owed(named)
    versions = _versions(documents)
    revised, former = set(versions), {new: old for old, new in versions}
    place = {d.id: n for n, d in enumerate(documents)}
    links: list[Link] = []
    near: dict[str, tuple[str, ...]] = {}
    for below, orders in sorted(_below(documents, reports, pairs, credited).items()):
        lower = reports[below]
        tried = [
            (above, _overlap(order, reports[above], lower, owed))
            for above, order in orders
            if (order.upstream.id, order.downstream.id) not in revised
        ]
        held = [(above, overlap) for above, overlap in tried if overlap]
        old = former.get(lower.document)
        kept = _in_both(reports[place[old]], lower) if old else frozenset()
        links += map(_link, _nearest([overlap for _, overlap in held], kept))
        held.sort(key=lambda pair: (len(pair[1].shared), pair[0]), reverse=True)
        near[lower.document] = tuple(overlap.order.upstream.id for _, overlap in held)
    return Copies((*links, *_revisions(documents)), near)


def _below(
    documents: Sequence[Document],
    reports: Sequence[Words],
    pairs: Iterable[tuple[int, int]],
    credited: frozenset[tuple[str, str]],
) -> dict[int, list[tuple[int, Order]]]:
    """By downstream report: every report upstream that it is to be aligned with."""
    found: dict[int, list[tuple[int, Order]]] = {}
    for i, j in pairs:
        order = direction(documents[i], documents[j], credited)
        if order.reason.weight == 0 and exactness(documents[i]) == exactness(documents[j]):
            order = _by_extent(order, reports[i], reports[j], documents[i])
        above, below = (i, j) if order.upstream is documents[i] else (j, i)
        found.setdefault(below, []).append((above, order))
    return found


Owed = dict[str, dict[Span | None, set[str]]]
"""By report, sentences that name outlets, with the outlets' names; None: the report as a whole."""


def _owed(named: Iterable[Credit]) -> Owed:
    sentences: Owed = {}
    for credit in named:
        held = sentences.setdefault(credit.document, {})
        place = None if credit.whole else credit.sentence
        if place or credit.whole:
            held.setdefault(place, set()).add(bare(credit.outlet.name))
    return sentences


def _named_in(document: Document, report: Words, at: int, owed: Owed) -> set[str]:
    """The outlets that the sentence of word ``at`` names."""
    place = bisect_right(document.sentences, report.starts[at], key=by_start)
    held = owed.get(document.id, {})
    return held.get(document.sentences[place - 1], set()) if place else set()


def _sentence(document: Document, report: Words, at: int) -> range:
    """The words of the sentence of word ``at``."""
    sentences, first, last = document.sentences, at, at + 1
    if sentences:
        place = max(1, bisect_right(sentences, report.starts[at], key=by_start))
        first = bisect_left(report.starts, sentences[place - 1].start) if place > 1 else 0
        ends = [s.start for s in sentences[place : place + 1]]
        last = bisect_left(report.starts, ends[0]) if ends else len(report)
    return range(first, last)


def _owing(document: Document, report: Words, at: int) -> set[str]:
    """The words that name the sources of the sentence of word ``at``."""
    within = _sentence(document, report, at)
    named = (report.forms[n] for n in within if report.source[n])
    return {form for form in named if len(form) > LETTERS}


def _said_otherwise(document: Document, report: Words, at: int, shared: frozenset[int]) -> bool:
    """Whether the sentence of word ``at`` says who said it, in words that are not shared."""
    cues = [n for n in _sentence(document, report, at) if report.cue[n]]
    return bool(cues) and shared.isdisjoint(cues)


def _by_extent(order: Order, one: Words, other: Words, first: Document) -> Order:
    """Of two reports that no date tells apart, the one that is less than the other follows it."""
    upper, lower = (one, other) if order.upstream is first else (other, one)
    forth, back = _share(lower, align(upper, lower)), _share(upper, align(lower, upper))
    if abs(forth - back) < CLEARLY:
        return order
    text = "The dates do not tell which came first; nearly all that it has stands in the other."
    reason = Factor("order unknown", 0.0, text)
    above, below = order.upstream, order.downstream
    return Order(above, below, reason) if forth > back else Order(below, above, reason)


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
        held = [d for d in near.get(own.id, ()) if _may_mean(credit, by_id[d])]
        before = [d for d in held if earlier(own, by_id[d]) is not True]
        if before or not credit.whole:
            found.update((own.id, d) for d in before)
        else:
            found.update((own.id, d) for d in held if _within_a_day(by_id[d], own))
    return frozenset(found)


def _may_mean(credit: Credit, document: Document) -> bool:
    if credit.target:
        return document.id == credit.target
    return publishes(credit.outlet, document)


def _within_a_day(above: Document, below: Document) -> bool:
    gap = days_between(above, below)
    return gap is None or gap > -1


def direction(a: Document, b: Document, credited: frozenset[tuple[str, str]]) -> Order:
    """Who has it from whom: a credit, the clock, how exactly each is dated, the ledger's order.

    Of copies of one text one is the first and the others follow, so of two that no date tells
    apart the one is taken to follow of which less is known.
    """
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
        exact = exactness(a) - exactness(b)
        above, below = (b, a) if exact < 0 else (a, b)
        text = "The dates do not tell which came first; the one that is dated less exactly follows."
        if not exact:
            text = "The dates do not tell which came first; it follows in the order of the ledger."
        return Order(above, below, Factor("order unknown", 0.0, text))
    above, below = (a, b) if first else (b, a)
    return Order(above, below, Factor("later", 1.0, "It was published after the other."))


def _overlap(order: Order, upper: Words, lower: Words, owed: Owed) -> Overlap | None:
    """What the two share, if it is enough; not what each has from somebody else.

    Nothing where the upper has its words from the outlet of the lower, which then had them before.
    """
    if bare(order.downstream.outlet) in owed.get(order.upstream.id, {}).get(None, ()):
        return None
    name = frozenset(bare(order.upstream.outlet).split())
    found = align(upper, lower)
    runs = [run for passage in found for run in passage.runs]
    shared = frozenset(i for r in runs for i in range(r.lower, r.lower + r.length))
    passages = tuple(
        p
        for p in found
        if p.own(lower)
        and not any(_elsewhere(run, order, upper, lower, owed, name, shared) for run in p.runs)
    )
    overlap = _over(order, upper, lower, passages)
    if len(overlap.shared) >= (RUN if overlap.share < MOST else LEAST) and overlap.share >= SHARE:
        return overlap
    if order.upstream.publisher and order.upstream.publisher == order.downstream.publisher:
        return None
    long = tuple(p for p in passages if p.own(lower) >= RUN and p.plain(lower) >= PLAIN)
    some = tuple(p for p in passages if p.own(lower) >= SHINGLE and p.plain(lower) >= 2)
    if len(some) >= SEVERAL and sum(p.own(lower) for p in some) >= TOGETHER:
        return _over(order, upper, lower, some)
    return _over(order, upper, lower, long) if long else None


def _elsewhere(
    run: Run,
    order: Order,
    upper: Words,
    lower: Words,
    owed: Owed,
    name: frozenset[str],
    shared: frozenset[int],
) -> bool:
    """Whether the lower report has the run's sentence from others than the upper has it from.

    It has where it names an outlet that the upper neither is nor names there, or sources of whom
    the upper names none. Where it names nobody it may have left out whom the upper names.
    """
    half = run.length // 2
    said = _named_in(order.downstream, lower, run.lower + half, owed)
    above = _named_in(order.upstream, upper, run.upper + half, owed)
    if bare(order.downstream.outlet) in above:
        return True
    if not _named(order) and _said_otherwise(order.downstream, lower, run.lower + half, shared):
        return True
    if said and bare(order.upstream.outlet) not in said:
        return not said & above
    below = _owing(order.downstream, lower, run.lower + half)
    if said or not below or below & name:
        return False
    return not below & _owing(order.upstream, upper, run.upper + half)


def _in_both(old: Words, new: Words) -> frozenset[int]:
    """Positions of the own words of a page's new version that stand in its old one."""
    runs = [run for passage in align(old, new) for run in passage.runs]
    return frozenset(i for r in runs for i in range(r.lower, r.lower + r.length) if new.own[i])


def _nearest(overlaps: list[Overlap], covered: frozenset[int]) -> list[Overlap]:
    """The upstream that most is shared with, then any other that adds a passage of its own.

    ``covered``: words that stood in an earlier version of the page, and are from there.

    A credited upstream comes first where it has nearly as much as the best: what two reprints
    share beyond their source is how reprints are made up.
    """
    chosen: list[Overlap] = []
    rest = list(overlaps)
    while rest:
        best = max(rest, key=lambda o: len(o.shared - covered) * _weight(o.order))
        rest.remove(best)
        if len(best.shared - covered) < (RUN if covered else 1):
            break
        chosen.append(best)
        covered |= best.shared
    return chosen


def _weight(order: Order) -> float:
    return _NEARLY if _named(order) else 1.0


def _named(order: Order) -> bool:
    return order.reason.name == "credited"


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
