"""What causes are said to lead to and from, gathered into concepts across reports.

Two ends of causes are one concept where they tell one claim the same way round, where one takes up
the other ("the explosion"), where they use the same words, or where the comparison of claims calls
them one. Ends that tell two claims are two, and so are the two ends of one cause. What people ruled
goes before all of it.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from reportedly.claims.blocks import candidates
from reportedly.claims.clusters import Apart, Bounds, clusters
from reportedly.claims.compare import weights
from reportedly.claims.ends import Ended, same_words, set_apart, taken_up
from reportedly.claims.features import FEATURES, Pair
from reportedly.claims.ruled import Ruled
from reportedly.claims.thresholds import threshold
from reportedly.claims.words import Rarity, rarity
from reportedly.model import Concept, Evidence, Factor, Groups, identify

_NEVER = -9.0
"""How well two units agree that tell two claims."""
_APART = -1.5
"""What is said against two ends that name others, or other numbers."""
_SAID = {
    "claim": (1.0, "Both tell one claim."),
    "taken up": (1.0, "One takes up what the other names, the nearest before it."),
    "same words": (1.0, "Both use the same words."),
}


def concepts(ends: Sequence[Ended], ruled: Ruled) -> tuple[Concept, ...]:
    """Every end in one concept, those told in most reports first; ``ends`` in their order.

    ``ruled``: ties between mentions, by id.
    """
    made: list[Concept] = []
    fields: dict[str, list[Ended]] = defaultdict(list)
    for one in ends:
        fields[one.telling.field].append(one)
    groups: list[_Group] = []
    for held in fields.values():
        groups += _Gatherer(held, ruled).groups()
    made = [_concept(group, ruled) for group in _brought(groups, ruled)]
    return tuple(sorted(made, key=lambda c: (-len(c.documents), -len(c.mentions), c.id)))


@dataclass
class _Group:
    """Ends that are one, and why each stands with them, by its id."""

    ends: list[Ended]
    why: dict[str, Factor] = field(default_factory=dict)


class _Gatherer:
    """The ends of one field, joined step by step."""

    def __init__(self, ends: Sequence[Ended], ruled: Ruled) -> None:
        self.ends = ends
        self.rare: Rarity = rarity(one.telling.bag for one in ends)
        self.one: Groups[int] = Groups()
        self.why: dict[str, Factor] = {}
        self.held: dict[int, list[int]] = {at: [at] for at in range(len(ends))}
        self.keys = {at: {one.key} - {None} for at, one in enumerate(ends)}
        self.apart: dict[int, set[int]] = {at: set() for at in range(len(ends))}
        for i, j in self._parted(ruled):
            self.apart[i].add(j)
            self.apart[j].add(i)

    def groups(self) -> list[_Group]:
        """All groups of the field."""
        self._by(lambda one: one.key, "claim")
        for at, above in taken_up(self.ends).items():
            self._join(above, at, "taken up")
        self._by(lambda one: same_words(one) if one.telling.bag else None, "same words")
        return [self._group(group) for group in self._clustered()]

    def _parted(self, ruled: Ruled) -> Iterator[tuple[int, int]]:
        """Positions that no concept may hold both of: the ends of one cause, and what is ruled."""
        place = {one.id: at for at, one in enumerate(self.ends)}
        by_cause: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(self.ends):
            by_cause[one.mention.cause].append(at)
        for pair in by_cause.values():
            yield from combinations(pair, 2)
        for one_, other, _ in ruled.parted:
            if one_ in place and other in place:
                yield place[one_], place[other]

    def _by(self, key: Callable[[Ended], object], name: str) -> None:
        """Join what has the same key with the first that has it."""
        first: dict[object, int] = {}
        for at, one in enumerate(self.ends):
            found = key(one)
            if found is not None:
                above = first.setdefault(found, at)
                if above != at:
                    self._join(above, at, name)

    def _join(self, above: int, at: int, name: str) -> None:
        top, other = self.one.top(above), self.one.top(at)
        if top == other or self._kept_apart(top, other):
            return
        self.one.join(above, at)
        self.held[top] += self.held.pop(other)
        self.apart[top] |= self.apart.pop(other)
        self.keys[top] |= self.keys.pop(other)
        weight, text = _SAID[name]
        shown = (self.ends[above].evidence, self.ends[at].evidence)
        self.why[self.ends[at].id] = Factor(name, weight, text, shown)

    def _kept_apart(self, top: int, other: int) -> bool:
        """Whether two units may not be one: they hold what is apart, or tell two claims."""
        ours, theirs = self.keys[top], self.keys[other]
        if ours and theirs and ours != theirs:
            return True
        return not self.apart[top].isdisjoint(self.held[other])

    def _clustered(self) -> list[list[int]]:
        """Units that agree on average, as statements are gathered into claims.

        Of a unit, a few ends in other words stand for it.
        """
        tops, most = sorted(self.held), int(threshold("exemplars"))
        members = [sorted(self.held[top]) for top in tops]
        chosen = [self._exemplars(group, most) for group in members]
        of = [(unit, at) for unit, group in enumerate(chosen) for at in group]
        near = candidates([self.ends[at].telling for _, at in of], self.rare)
        pairs = {tuple(sorted((of[i][0], of[j][0]))) for i, j in near if of[i][0] != of[j][0]}
        unit = {at: n for n, group in enumerate(members) for at in group}
        apart = frozenset(
            (min(unit[i], unit[j]), max(unit[i], unit[j]))
            for i, others in self.apart.items()
            for j in others
        )
        bounds = Bounds(threshold("join"), threshold("hold"), most)

        def agree(i: int, j: int) -> float:
            if self._kept_apart(tops[i], tops[j]):
                return _NEVER
            return max(self._score(a, b) for a in chosen[i] for b in chosen[j])

        made = clusters(len(tops), sorted((i, j) for i, j in pairs), agree, bounds, Apart(apart))
        return [sorted(at for n in group for at in members[n]) for group in made]

    def _exemplars(self, places: Sequence[int], most: int) -> list[int]:
        """The first few in other words than those before."""
        found: dict[object, int] = {}
        for at in places:
            found.setdefault(same_words(self.ends[at]), at)
            if len(found) == most:
                break
        return list(found.values())

    def _score(self, i: int, j: int) -> float:
        return round(math.fsum(self._shares(i, j).values()), 4)

    def _shares(self, i: int, j: int) -> dict[str, float]:
        """What each feature of claims says; to take something up, a phrase must be definite."""
        one, other = self.ends[i], self.ends[j]
        pair = Pair(one.telling, other.telling, self.rare)
        found = ((name, feature(pair)) for name, feature in FEATURES.items())
        shares = {name: signal.value * weights()[name] for name, signal in found if signal}
        if not (one.pointing or other.pointing):
            shares.pop("bare", None)
        return shares | dict.fromkeys(set_apart(one, other), _APART)

    def _group(self, places: Sequence[int]) -> _Group:
        """The ends at ``places``, each with why it stands here."""
        made = _Group([self.ends[at] for at in places])
        for n, at in enumerate(places):
            one = self.ends[at]
            if one.id in self.why:
                made.why[one.id] = self.why[one.id]
            elif n:
                others = [
                    other for other in places[: 4 * int(threshold("exemplars"))] if other != at
                ]
                near = max(others, key=lambda other: (self._score(other, at), -other))
                made.why[one.id] = self._joined(near, at)
        return made

    def _joined(self, above: int, at: int) -> Factor:
        shares = self._shares(above, at)
        speaking = ", ".join(name for name, share in shares.items() if share > 0) or "others"
        against = ", ".join(n.replace("_", " ") for n, share in shares.items() if share < 0)
        text = f"One by {speaking}" + (f"; against it: {against}" if against else "") + "."
        shown = (self.ends[above].evidence, self.ends[at].evidence)
        return Factor("join", round(math.fsum(shares.values()), 2), text, shown)


def _brought(groups: list[_Group], ruled: Ruled) -> list[_Group]:
    """Groups whose mentions a person calls one made one, less what is parted from them."""
    home = {one.id: n for n, group in enumerate(groups) for one in group.ends}
    one: Groups[int] = Groups()
    for members in dict.fromkeys(ruled.classes.values()):
        places = sorted({home[id_] for id_ in members if id_ in home})
        for place in places[1:]:
            one.join(places[0], place)
    whole: dict[int, _Group] = {}
    for n, group in enumerate(groups):
        into = whole.setdefault(one.top(n), _Group([]))
        into.ends += group.ends
        into.why |= group.why
    return [part for group in whole.values() for part in _less_parted(group, ruled)]


def _less_parted(group: _Group, ruled: Ruled) -> Iterator[_Group]:
    """The group in one, or in two where a ruling parts what another brought together."""
    ids = {one.id for one in group.ends}
    out = {other for one, other, _ in ruled.parted if one in ids and other in ids}
    for some in (
        [e for e in group.ends if e.id not in out],
        [e for e in group.ends if e.id in out],
    ):
        if some:
            yield _Group(sorted(some, key=lambda e: e.order), group.why)


def _concept(group: _Group, ruled: Ruled) -> Concept:
    ends = sorted(group.ends, key=lambda one: one.order)
    first = ends[0]
    claims = dict.fromkeys(one.mention.claim for one in ends if one.mention.claim)
    joins = tuple(group.why[one.id] for one in ends[1:] if one.id in group.why)
    return Concept(
        identify("concept", first.id),
        _shown(ends),
        tuple(one.mention for one in ends),
        tuple(claims),
        tuple(dict.fromkeys(one.mention.document for one in ends)),
        (*_rulings(ends, ruled), *joins),
    )


def _shown(ends: Sequence[Ended]) -> Evidence:
    """The words of most: the shortest of those that share most content words with the others."""
    bags = [one.telling.bag for one in ends]
    told: dict[str, int] = defaultdict(int)
    for bag in bags:
        for word in bag:
            told[word] += 1
    common = {word for word, count in told.items() if count * 2 > len(ends)}

    def fit(one: Ended) -> tuple[int, int, object]:
        long = sum(span.end - span.start for span in one.mention.spans)
        return (-len(common & one.telling.bag), long, one.order)

    return min(ends, key=fit).evidence


def _rulings(ends: Sequence[Ended], ruled: Ruled) -> Iterator[Factor]:
    """What people ruled that joined or parted these, each with the words of both."""
    by_id = {one.id: one for one in ends}
    for tie in ruled.ties:
        here = [by_id[id_].evidence for id_ in (tie.one, tie.other) if id_ in by_id]
        if len(here) == 2 if tie.kind == "same" else here:
            yield Factor(tie.reason.name, tie.reason.weight, tie.reason.text, tuple(here))
