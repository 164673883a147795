"""What a case says of a world, held against the world's truth."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from reportedly.model import Case, Link, Span

from .records import Hop, Report, World

Pair = tuple[int, int]
Lost = tuple[int, int, str]
"""Report below, claim, kind of drift."""


@dataclass(frozen=True, slots=True)
class Ranged:
    """One claim of a world: its true number of origins, and what was said of it."""

    world: int
    claim: int
    truth: int
    at_least: int
    at_most: int
    reports: int
    publishers: int
    best: bool
    """Whether this is the claim of the case that holds most of the true claim's mentions."""


@dataclass(slots=True)
class Score:
    """Counts of one or more worlds; lists hold what was wrong."""

    ranges: list[Ranged] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def __iadd__(self, other: "Score") -> "Score":
        self.ranges += other.ranges
        self.counts += other.counts
        self.wrong += other.wrong
        return self


class Truth:
    """A world's lineage as questions: who is above whom, and what was lost between."""

    def __init__(self, made: World) -> None:
        self.world = made
        self.reports = {report.number: report for report in made.reports}
        self.up: dict[int, list[Hop]] = {}
        for hop in made.hops:
            self.up.setdefault(hop.below, []).append(hop)
        self.twice = {
            (r.number, claim)
            for r in made.reports
            for claim, count in Counter(t.state.claim for t in r.told).items()
            if count > 1
        }

    @cached_property
    def above(self) -> dict[int, frozenset[int]]:
        """All that is upstream of each report."""
        found: dict[int, frozenset[int]] = {}
        for number in sorted(self.reports):
            direct = [hop.above for hop in self.up.get(number, ())]
            found[number] = frozenset(direct).union(*(found[a] for a in direct))
        return found

    def hidden(self, one: int, other: int) -> bool:
        """Whether both copy, or credit, a report that nobody collected."""
        lost = {n for n in self.above[one] & self.above[other] if not self.reports[n].kept}
        return bool(lost)

    def losses(self, below: int, above: int) -> tuple[set[tuple[int, str]], set[tuple[int, str]]]:
        """What was lost, surely and arguably, on the way from ``above`` down to ``below``."""
        sure: set[tuple[int, str]] = set()
        unsure: set[tuple[int, str]] = set()
        for hop in self.up.get(below, ()):
            if hop.above == above or above in self.above[hop.above]:
                told = {(c, k) for c, k in hop.lost}
                unclear = {c for c, _ in told | set(hop.unsure) if self._twice(hop, c)}
                sure |= {(c, k) for c, k in told if c not in unclear}
                unsure |= {*hop.unsure, *((c, k) for c, k in told if c in unclear)}
                if hop.above != above:
                    more, maybe = self.losses(hop.above, above)
                    sure |= more
                    unsure |= maybe
        return sure, unsure

    def _twice(self, hop: Hop, claim: int) -> bool:
        return (hop.below, claim) in self.twice or (hop.above, claim) in self.twice

    def unclear(self, below: int, claim: int) -> bool:
        """Whether a report, or one above it, tells of a claim twice: then drift is not counted."""
        return any((n, claim) in self.twice for n in {below, *self.above[below]})


def score(made: World, case: Case, of: dict[str, int]) -> Score:
    """All that is measured of one world. ``of``: each document's report."""
    truth = Truth(made)
    found = Score()
    claims = matched(made, case, of)
    _ranges(found, made, case, claims)
    _links(found, truth, case.lineage.links, of)
    _drift(found, truth, case, of, claims)
    return found


def matched(made: World, case: Case, of: dict[str, int]) -> dict[str, Counter[int]]:
    """How many mentions of each true claim every claim of the case holds."""
    reports = {report.number: report for report in made.reports}
    statements = {s.id: s for r in case.readings for s in r.statements}
    found: dict[str, Counter[int]] = {}
    for claim in case.gathering.claims:
        mentions = set()
        for number in claim.statements:
            said = statements[number]
            for told in reports[of[said.document]].told:
                where = told.part("clause") or told.sentence
                if any(Span(*where).overlaps(span) for span in (said.predicate,)):
                    mentions.add((said.document, told.state.claim, told.sentence))
        found[claim.id] = Counter(claim_ for _, claim_, _ in mentions)
    return found


def _ranges(found: Score, made: World, case: Case, claims: dict[str, Counter[int]]) -> None:
    by_id = {c.id: c for c in case.gathering.claims}
    outlet = {d.id: d.outlet for d in case.documents}
    best = {
        number: max(claims, key=lambda c: claims[c][number], default=None)
        for number in {c.number for c in made.claims}
    }
    for claim in made.claims:
        truth = len(made.origins(claim.number))
        if truth and (
            best[claim.number] is None or not claims[best[claim.number] or ""][claim.number]
        ):
            found.ranges.append(Ranged(made.number, claim.number, truth, 0, 0, 0, 0, True))
    for held in case.lineage.ranges:
        counts = claims[held.claim]
        if not counts or not held.at_most:
            continue
        number = max(counts, key=lambda n: (counts[n], -n))
        documents = by_id[held.claim].documents
        found.ranges.append(
            Ranged(
                made.number, number, len(made.origins(number)), held.at_least, held.at_most,
                len(documents), len({outlet[d] for d in documents}), best[number] == held.claim,
            )
        )  # fmt: skip


def _links(found: Score, truth: Truth, links: Iterable[Link], of: dict[str, int]) -> None:
    inside = {(of[k.document], of[k.to]) for k in links if k.to}
    counts = found.counts
    for below, above in sorted(inside):
        if above in truth.above[below]:
            counts["links right"] += 1
            counts["links strict"] += any(h.above == above for h in truth.up.get(below, ()))
        elif below in truth.above[above]:
            counts["links turned"] += 1
            found.wrong.append(f"turned {below}->{above}")
        elif truth.hidden(below, above):
            counts["links hidden"] += 1
        else:
            counts["links wrong"] += 1
            found.wrong.append(f"link {below}->{above}")
    for hop in truth.world.hops:
        if truth.reports[hop.below].kept and truth.reports[hop.above].kept:
            held = {hop.above} | truth.above[hop.above]
            hit = any((hop.below, above) in inside for above in held)
            kind = "traced" if hop.copied or hop.credited else "untraced"
            counts["hops"] += 1
            counts["hops found"] += hit
            counts[f"hops {kind}"] += 1
            counts[f"hops {kind} found"] += hit
            if not hit and kind == "traced":
                found.wrong.append(f"missed {hop.below}->{hop.above} copied={hop.copied}")
    _outside(found, truth, links, of)


def _outside(found: Score, truth: Truth, links: Iterable[Link], of: dict[str, int]) -> None:
    """Outlets named as upstream whose report is not here."""
    for link in links:
        if link.to is None and link.name:
            below = of[link.document]
            named = _named(truth, below)
            right = any(_same(link.name, name) for name in named)
            found.counts["names right" if right else "names wrong"] += 1
            if not right:
                found.wrong.append(f"name {below}->{link.name}")


def _named(truth: Truth, below: int) -> set[str]:
    """Outlets a report, or one it copies, truly owes something to."""
    report: Report = truth.reports[below]
    held = {name for told in report.told for name in told.state.credited}
    return held | {truth.reports[n].outlet for n in truth.above[below]}


def _same(one: str, other: str) -> bool:
    return one.lower().removeprefix("the ") == other.lower().removeprefix("the ")


def _drift(
    found: Score, truth: Truth, case: Case, of: dict[str, int], claims: dict[str, Counter[int]]
) -> None:
    links = {link.id: link for link in case.lineage.links}
    said: set[Lost] = set()
    for drift in case.lineage.drifts:
        link, counts = links[drift.link], claims[drift.claim]
        if not counts or link.to is None:
            found.counts["drift elsewhere"] += 1
            continue
        below, above = of[link.document], of[link.to]
        claim = max(counts, key=lambda n: (counts[n], -n))
        said.add((below, claim, drift.kind))
        sure, unsure = truth.losses(below, above)
        if truth.unclear(below, claim) or (claim, drift.kind) in unsure - sure:
            continue
        right = (claim, drift.kind) in sure
        found.counts["drift right" if right else "drift wrong"] += 1
        found.counts[f"drift {drift.kind} {'right' if right else 'wrong'}"] += 1
        if not right:
            found.wrong.append(f"drift {drift.kind} claim {claim} {below}->{above}")
    for hop in truth.world.hops:
        if truth.reports[hop.below].kept and truth.reports[hop.above].kept:
            for claim, kind in sorted(set(hop.lost)):
                if not truth.unclear(hop.below, claim):
                    hit = (hop.below, claim, kind) in said
                    found.counts["lost"] += 1
                    found.counts["lost found"] += hit
                    found.counts[f"lost {kind}"] += 1
                    found.counts[f"lost {kind} found"] += hit
                    if not hit:
                        found.wrong.append(f"unseen {kind} claim {claim} {hop.below}->{hop.above}")
