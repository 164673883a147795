"""How a claim travelled: whom each report has it from, and what was lost on the way.

Nothing is found here that the records do not hold: links, origins and drift are laid out as a
graph without circles, in which a report that follows several has one *nearest* of them. Reports
that differ in nothing but their outlet and their date are folded.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportedly.model import (
    Claim,
    Document,
    Drift,
    Evidence,
    Factuality,
    Link,
    LinkKind,
    Origin,
    Span,
    Stance,
    Statement,
    cut,
)
from reportedly.shelf import Shelf

from .circles import without_circles
from .words import CERTAINTY, STANCE_MEANING, follows

ALIKE = 2
"""Reports of a fold that are still shown, the earliest."""
FOLD = 3
"""Reports that are worth a fold."""
_STANCES = tuple(STANCE_MEANING)
_TAKEN_OVER = ("copied", "revised")

Kept = dict[str, tuple[str, ...]]
"""Upstream reports of each report, the nearest first."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One way in which a report carries the claim: a side, how sure, own word or another's.

    ``voices`` mark the words that name whose word it is, ``numbers`` the numbers printed for it;
    the same words stand once.
    """

    stance: Stance
    factuality: Factuality
    own: bool
    voices: tuple[Evidence, ...]
    numbers: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Loss:
    """A drift and its number in the claim, such as ``D1``."""

    number: str
    drift: Drift


@dataclass(frozen=True, slots=True)
class Hop:
    """The step from ``upstream`` (a document) to a report: its links, and what was lost."""

    upstream: str
    links: tuple[Link, ...]
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """One report of the claim.

    ``hops``: the nearest first; ``back``: steps that would lead in a circle; ``outer``: links to
    upstreams that are not here. ``origins`` are those that it has from no report here.
    """

    document: Document
    signs: tuple[Sign, ...]
    hops: tuple[Hop, ...]
    back: tuple[Hop, ...]
    outer: tuple[Link, ...]
    origins: tuple[Origin, ...]

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    @property
    def nearest(self) -> str | None:
        """The report that it stands below."""
        return self.hops[0].upstream if self.hops else None

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What was lost on any step to it."""
        return tuple(loss for hop in self.hops for loss in hop.losses)


@dataclass(frozen=True, slots=True)
class Unit:
    """One report, or several that are alike and that nobody follows; by time."""

    stops: tuple[Stop, ...]

    @property
    def first(self) -> Stop:
        """The earliest of them."""
        return self.stops[0]

    @property
    def last(self) -> Stop:
        """The latest of them."""
        return self.stops[-1]


@dataclass(frozen=True, slots=True)
class Trail:
    """The reports of a claim by time, folded where they are alike; ``origins`` of the claim."""

    claim: Claim
    origins: tuple[Origin, ...]
    units: tuple[Unit, ...]

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Every report, whether folded or not."""
        return tuple(stop for unit in self.units for stop in unit.stops)

    @property
    def steps(self) -> int:
        """How many steps from a report to one that follows it."""
        return sum(len(stop.hops) for stop in self.stops)


def trail(shelf: Shelf, claim: Claim) -> Trail:
    """The way of ``claim``; its size is that of its reports, whatever circles its links run in."""
    held = set(claim.documents)
    documents = [
        shelf.documents[id_]
        for id_ in sorted(held & shelf.order.keys(), key=shelf.order.__getitem__)
    ]
    said: dict[str, list[Statement]] = {}
    for statement in shelf.statements_of(claim):
        said.setdefault(statement.document, []).append(statement)
    lost: dict[str, list[Loss]] = {}
    for number, drift in enumerate(shelf.drifts.get(claim.id, ()), 1):
        lost.setdefault(drift.link, []).append(Loss(f"D{number}", drift))
    hops = {d.id: _hops(shelf, d.id, held, lost) for d in documents}
    kept = without_circles({d.id: _by_nearness(shelf, hops[d.id], said, d.id) for d in documents})
    origins = shelf.origins.get(claim.id, ())
    stops = [_stop(shelf, d, said.get(d.id, []), hops[d.id], kept, origins) for d in documents]
    return Trail(claim, origins, _folded(shelf, stops))


def _hops(
    shelf: Shelf, document: str, held: set[str], lost: Mapping[str, list[Loss]]
) -> dict[str, Hop]:
    """Steps to ``document`` from other reports of the claim, by upstream."""
    links: dict[str, list[Link]] = {}
    for link in shelf.links_of.get(document, ()):
        if link.to in held and link.to in shelf.documents and link.to != document:
            links.setdefault(link.to, []).append(link)
    return {
        upstream: Hop(
            upstream, tuple(along), tuple(loss for k in along for loss in lost.get(k.id, ()))
        )
        for upstream, along in links.items()
    }


def _by_nearness(
    shelf: Shelf, hops: Mapping[str, Hop], said: Mapping[str, list[Statement]], document: str
) -> tuple[str, ...]:
    """Upstreams on the same side first; then those whose words were taken; then the later."""
    sides = {s.stance for s in said.get(document, ())}

    def rank(upstream: str) -> tuple[bool, bool, int]:
        apart = sides.isdisjoint(s.stance for s in said.get(upstream, ()))
        taken = any(link.kind in _TAKEN_OVER for link in hops[upstream].links)
        return apart, not taken, -shelf.order[upstream]

    return tuple(sorted(hops, key=rank))


def _stop(
    shelf: Shelf,
    document: Document,
    said: list[Statement],
    hops: Mapping[str, Hop],
    kept: Kept,
    origins: Iterable[Origin],
) -> Stop:
    followed = kept[document.id]
    return Stop(
        document,
        _signs(shelf, document, said),
        tuple(hops[upstream] for upstream in followed),
        tuple(hop for upstream, hop in hops.items() if upstream not in followed),
        tuple(link for link in shelf.links_of.get(document.id, ()) if link.to is None),
        tuple(
            origin
            for origin in origins
            if document.id in origin.documents and not set(followed) & set(origin.documents)
        ),
    )


def _signs(shelf: Shelf, document: Document, said: Iterable[Statement]) -> tuple[Sign, ...]:
    ways: dict[tuple[Stance, Factuality, bool], list[Statement]] = {}
    for statement in said:
        own = statement.attribution is None
        ways.setdefault((statement.stance, statement.factuality, own), []).append(statement)
    found = (
        Sign(*way, _voices(shelf, like), _numbers(document, like)) for way, like in ways.items()
    )
    return tuple(sorted(found, key=_rank))


def _rank(sign: Sign) -> tuple[int, int, bool]:
    return (_STANCES.index(sign.stance), CERTAINTY.index(sign.factuality), sign.own)


def _numbers(document: Document, said: Iterable[Statement]) -> tuple[Span, ...]:
    """The places of the numbers, the same words once."""
    found: dict[str, Span] = {}
    for statement in said:
        if statement.quantity:
            span = statement.quantity.span
            found.setdefault(_words(document, (span,)), span)
    return tuple(found.values())


def _voices(shelf: Shelf, said: Iterable[Statement]) -> tuple[Evidence, ...]:
    """Whose word the statements are, as printed, the same words once."""
    found: dict[str, Evidence] = {}
    for statement in said:
        for heard in shelf.voices(statement)[:1]:
            if heard.source and heard.source.spans:
                evidence = Evidence(heard.document, heard.source.spans)
                found.setdefault(shown(shelf, evidence), evidence)
    return tuple(found.values())


def outside(stop: Stop) -> list[str]:
    """``credits Ondrava Harbour Mail``: upstreams that are named but not here, each once."""
    found: dict[str, list[LinkKind]] = {}
    for link in stop.outer:
        found.setdefault(link.name or "somebody unnamed", []).append(link.kind)
    return [f"{follows(kinds)} {name}" for name, kinds in found.items()]


def shown(shelf: Shelf, evidence: Evidence) -> str:
    """The words of an evidence for comparing: small letters, single spaces."""
    return _words(shelf.documents[evidence.document], evidence.spans)


def _words(document: Document, spans: tuple[Span, ...]) -> str:
    return " ".join(cut(document.text, spans).lower().split())


def _folded(shelf: Shelf, stops: list[Stop]) -> tuple[Unit, ...]:
    """The first of those alike stand alone, the rest are one unit at the place of its first."""
    followed = {hop.upstream for stop in stops for hop in (*stop.hops, *stop.back)}
    groups: dict[object, list[Stop]] = {}
    for stop in stops:
        key = stop.id if stop.id in followed else _likeness(shelf, stop)
        groups.setdefault(key, []).append(stop)
    units = [unit for group in groups.values() for unit in _units(group)]
    return tuple(sorted(units, key=lambda unit: shelf.order[unit.first.id]))


def _units(group: list[Stop]) -> Iterator[Unit]:
    alone = ALIKE if len(group) >= ALIKE + FOLD else len(group)
    yield from (Unit((stop,)) for stop in group[:alone])
    if group[alone:]:
        yield Unit(tuple(group[alone:]))


def _likeness(shelf: Shelf, stop: Stop) -> object:
    """What two reports share whose lines would say the same but for the outlet and the date."""
    signs = tuple(
        (
            *_rank(sign),
            tuple(shown(shelf, voice) for voice in sign.voices),
            tuple(_words(stop.document, (span,)) for span in sign.numbers),
        )
        for sign in stop.signs
    )
    hops = tuple(
        (
            hop.upstream,
            tuple(link.kind for link in hop.links),
            tuple(
                (loss.drift.kind, *(shown(shelf, e) for e in (loss.drift.before, loss.drift.after)))
                for loss in hop.losses
            ),
        )
        for hop in (*stop.hops, *stop.back)
    )
    outer = tuple((link.kind, link.name) for link in stop.outer)
    origins = tuple(origin.id for origin in stop.origins)
    return (signs, hops, outer, origins)


__all__ = ["Hop", "Loss", "Sign", "Stop", "Trail", "Unit", "outside", "shown", "trail"]
