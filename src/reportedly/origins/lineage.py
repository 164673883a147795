"""Links as a graph in time: who is upstream of whom, and where the chain runs in a circle."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.model import (
    Claim,
    Document,
    Evidence,
    Factor,
    Gathering,
    Link,
    Span,
    Statement,
    identify,
)

from .clock import earlier
from .copies import Copies
from .credits import BESIDE, Credit
from .line import Line
from .meant import Candidate, Sentences, likeliest
from .outlets import publishes
from .words import Words

RECENT = 20
"""Reports of an outlet, the last before the credit, that are looked at for their words."""
ALIKE = 0.2
"""Share of the crediting report's ordinary words that an outlet's report must have to be meant."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Upstream links of each report (ids of documents), in a fixed order."""

    upward: dict[str, tuple[Link, ...]]

    def above(self, document: str) -> tuple[Link, ...]:
        """Links from ``document`` to reports of this ledger."""
        return self.upward.get(document, ())

    def loops(self) -> tuple[tuple[str, ...], ...]:
        """Rings of reports that lead back to themselves, each from its smallest id on."""
        found: set[tuple[str, ...]] = set()
        done: set[str] = set()
        for document in sorted(self.upward):
            found.update(self._rings(document, done))
        return tuple(sorted(found))

    def _rings(self, start: str, done: set[str]) -> Iterator[tuple[str, ...]]:
        """Rings met on the ways up from ``start`` through reports that are not ``done``."""
        path: dict[str, Iterator[Link]] = {} if start in done else {start: iter(self.above(start))}
        while path:
            at, links = next(reversed(path.items()))
            link = next(links, None)
            if link is None:
                done.add(at)
                del path[at]
            elif link.to in path:
                ring = tuple(path)[tuple(path).index(link.to) :]
                first = ring.index(min(ring))
                yield ring[first:] + ring[:first]
            elif link.to and link.to not in done:
                path[link.to] = iter(self.above(link.to))


def graph(links: Iterable[Link]) -> Graph:
    """The links that lead to reports here, by the report they start from."""
    upward: dict[str, list[Link]] = {}
    for link in links:
        if link.to:
            upward.setdefault(link.document, []).append(link)
    return Graph({key: tuple(value) for key, value in upward.items()})


@dataclass(frozen=True, slots=True)
class Shelf:
    """What resolving a credit looks at, by id of a report.

    ``copied``: the reports that each shares passages with, most first; ``links``: its links to
    those it copies. ``told``: what a report says for a claim, by the ids of claim and report;
    ``carried``: a publisher's reports of a claim, by the claim's id and the publisher;
    ``printed``: all reports of a publisher; ``said``: the words of sentences.
    """

    documents: dict[str, Document]
    words: dict[str, Words]
    claims: dict[str, tuple[Claim, ...]]
    statements: dict[str, Statement]
    copied: dict[str, tuple[str, ...]]
    links: dict[str, tuple[Link, ...]]
    told: dict[tuple[str, str], list[Statement]]
    carried: dict[tuple[str, str], list[str]]
    printed: dict[str, Line]
    place: dict[str, int]
    said: Sentences


def shelf(
    documents: Sequence[Document],
    reports: Sequence[Words],
    statements: dict[str, Statement],
    gathering: Gathering,
    copied: Copies,
) -> Shelf:
    """Everything by id."""
    by_id = {d.id: d for d in documents}
    claims: dict[str, list[Claim]] = {}
    told: dict[tuple[str, str], list[Statement]] = {}
    carried: dict[tuple[str, str], list[str]] = {}
    for claim in gathering.claims:
        for document in claim.documents:
            claims.setdefault(document, []).append(claim)
            carried.setdefault((claim.id, by_id[document].outlet), []).append(document)
        for number in claim.statements:
            told.setdefault((claim.id, statements[number].document), []).append(statements[number])
    printed: dict[str, list[Document]] = {}
    for one in documents:
        printed.setdefault(one.publisher or "", []).append(one)
    return Shelf(
        by_id,
        {report.document: report for report in reports},
        {key: tuple(value) for key, value in claims.items()},
        statements,
        copied.near,
        graph(copied.links).upward,
        told,
        carried,
        {publisher: Line(held) for publisher, held in printed.items()},
        {d.id: place for place, d in enumerate(documents)},
        Sentences(),
    )


def _ordinary(report: Words) -> frozenset[str]:
    return frozenset(f for f, plain in zip(report.forms, report.plain, strict=True) if plain)


def settled(named: Iterable[Credit], kept: Shelf) -> tuple[Credit, ...]:
    """Credits that count: all with a crediting word, others where the outlet carried the claim."""
    return tuple(
        credit
        for credit in named
        if credit.how != BESIDE or _shared(credit, _in_sentence(credit, kept), kept)
    )


def resolve(named: Iterable[Credit], kept: Shelf) -> tuple[Link, ...]:
    """A link a credited outlet: to its own report where one here fits, else to its name.

    A credit that came along with a copied passage leads where the copied report's leads.
    """
    grouped: dict[tuple[str, str, str], list[Credit]] = {}
    found: dict[tuple[str, str], str] = {}
    for credit in sorted(named, key=lambda c: kept.place[c.document]):
        copied = _copied_with(credit, kept)
        target = found.get((copied, credit.outlet.name)) if copied else None
        target = target or _report(credit, kept) or f" {credit.outlet.name}"
        if target == credit.document:
            continue
        found.setdefault((credit.document, credit.outlet.name), target)
        grouped.setdefault((credit.document, credit.kind, target), []).append(credit)
    return tuple(
        _credited(group, None if target.startswith(" ") else target)
        for (_, _, target), group in grouped.items()
    )


def _copied_with(credit: Credit, kept: Shelf) -> str | None:
    """The report that the crediting one copies with the credit in it, or is a version of."""
    for link in kept.links.get(credit.document, ()):
        if link.to and link.kind == "revised":
            return link.to
        if credit.span is None:
            continue
        spans = [s for e in link.evidence if e.document == credit.document for s in e.spans]
        if link.to and any(credit.span in span for span in spans):
            return link.to
    return None


def _credited(group: list[Credit], target: str | None) -> Link:
    first = group[0]
    name = None if target else first.outlet.name
    spans = tuple(sorted({c.span for c in group if c.span}))
    evidence = (Evidence(first.document, spans),) if spans else ()
    reasons = tuple(
        Factor(how, 1.0, f"It names {first.outlet.name} ({how}).")
        for how in dict.fromkeys(c.how for c in group)
    )
    number = identify("link", first.kind, first.document, target, name)
    return Link(number, first.kind, first.document, target, name, evidence, reasons)


def _report(credit: Credit, kept: Shelf) -> str | None:
    """The report of the credited outlet that is meant: linked, copied as a whole, or the likeliest.

    Of those that share a claim with the crediting report; where none does, of those alike.
    """
    if credit.target:
        return credit.target
    copied = _before(credit, kept.copied.get(credit.document, ()), kept)
    if copied and credit.whole:
        return copied[0]
    last = _recent(credit, kept)
    told = {*_shared(credit, kept.claims.get(credit.document, ()), kept), *copied}
    older = sorted(told.difference(last), key=kept.place.__getitem__)[-RECENT:]
    alike = bool(told) or any(_alike(credit.document, d, kept) for d in last)
    held = [*older, *last] if alike else []
    count = len(last)
    later = {d: count - 1 - at for at, d in enumerate(last)}
    near = _shared(credit, _in_sentence(credit, kept), kept)
    candidates = [
        Candidate(
            kept.documents[d],
            later.get(d, count),
            _surely_before(credit, d, kept),
            d in copied,
            d in near,
        )
        for d in held
    ]
    own = kept.documents[credit.document]
    beside = credit.sentence if credit.sentence and not credit.whole else Span(0, len(own.text))
    text = own.text[beside.start : beside.end]
    found = likeliest(text, credit.outlet.name, candidates, kept.said)
    return found.id if found else None


def _recent(credit: Credit, kept: Shelf) -> list[str]:
    """The outlet's last reports before the credit."""
    held = kept.printed.get(credit.outlet.name)
    if held is None or len(credit.outlet.documents) < 2:
        return _before(credit, credit.outlet.documents, kept)
    return [d.id for d in held.last(kept.documents[credit.document], RECENT)]


def _surely_before(credit: Credit, document: str, kept: Shelf) -> bool:
    return earlier(kept.documents[document], kept.documents[credit.document]) is True


def _shared(credit: Credit, claims: Iterable[Claim], kept: Shelf) -> Counter[str]:
    """The outlet's earlier reports that carry any of ``claims``, and how many of them."""
    name = credit.outlet.name
    return Counter(
        document
        for claim in claims
        for document in _before(credit, kept.carried.get((claim.id, name), ()), kept)
    )


def _before(credit: Credit, documents: Iterable[str], kept: Shelf) -> list[str]:
    """Those of ``documents`` that are the outlet's and not known to be later than the credit."""
    own = kept.documents[credit.document]
    return [
        d
        for d in documents
        if publishes(credit.outlet, kept.documents[d])
        and d != own.id
        and earlier(own, kept.documents[d]) is not True
    ]


def _in_sentence(credit: Credit, kept: Shelf) -> tuple[Claim, ...]:
    """Claims of the sentence the credit stands in."""
    sentence = credit.sentence
    if sentence is None:
        return ()
    return tuple(
        claim
        for claim in kept.claims.get(credit.document, ())
        if any(
            s.sentence.overlaps(sentence) for s in kept.told.get((claim.id, credit.document), ())
        )
    )


def _alike(one: str, other: str, kept: Shelf) -> bool:
    left, right = _ordinary(kept.words[one]), _ordinary(kept.words[other])
    return bool(left and right) and len(left & right) / min(len(left), len(right)) >= ALIKE
