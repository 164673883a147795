"""Statements gathered into groups: first in each field, then across fields.

What two reports of one story say is compared by all reasons. Of two stories, only what is told in
the very same words, with the same names and numbers, is one: comparing everything with everything
would join "the roof fell" here with "the roof fell" there.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from reportedly.claims.blocks import alike, candidates
from reportedly.claims.clusters import Bounds, clusters, medoid
from reportedly.claims.compare import score
from reportedly.claims.features import Pair
from reportedly.claims.memory import Memory, key_of
from reportedly.claims.network import cosine
from reportedly.claims.relays import relayed
from reportedly.claims.ruled import Ruled
from reportedly.claims.tellings import Telling
from reportedly.claims.thresholds import threshold
from reportedly.claims.wholes import Parts, led
from reportedly.claims.words import Rarity, rarity

_FEWEST = 4
"""Content words that must be the same in two stories."""
_PARTICULAR = re.compile(r"\d|(?<=[\w,] )[A-Z]")
_NUMBER = re.compile(r"\d[\d,.]*")

_KIND = "groups"
_FREE = Ruled()

_Key = tuple[str, str, frozenset[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one claim, earliest first, and the one that the others gather around.

    ``rare``: how rare words are in the field of the centre. ``brought``: ids of statements that
    stand here because a person says so. ``beside``: ids of those that stand here only because their
    group was joined as a whole.
    """

    told: tuple[Telling, ...]
    centre: Telling
    rare: Rarity
    brought: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()


def grouped(told: Iterable[Telling], memory: Memory, ruled: Ruled = _FREE) -> list[Group]:
    """All groups; a field whose statements are those of a time before is not compared again.

    A field in which something is ``ruled`` to stand apart is another field to the memory.
    """
    fields: dict[str, list[Telling]] = defaultdict(list)
    for telling in told:
        fields[telling.field].append(telling)
    keys = {field: _key_of(held, ruled) for field, held in fields.items()}
    known = memory.recall(_KIND, keys.values())
    fresh: dict[str, Parts] = {}
    found: list[Group] = []
    for field, held in fields.items():
        rare = rarity(telling.bag for telling in held)
        groups = known.get(keys[field])
        if groups is None:
            groups = fresh[keys[field]] = compared(held, rare, ruled)
        found += [_group(parts, held, rare) for parts in groups]
    memory.remember(_KIND, fresh, keys.values())
    return _brought(across(found, ruled), ruled)


def _key_of(held: Sequence[Telling], ruled: Ruled) -> str:
    rows: list[object] = [_row(telling) for telling in held]
    apart = ruled.met(held)
    return key_of([rows, apart] if apart else rows)


def _row(telling: Telling) -> list[object]:
    """All that comparing reads of a statement, as plain data."""
    s = telling.statement
    return [
        s.id, telling.document.published, telling.document.id, telling.words, telling.story,
        telling.outlet, telling.named, telling.speaker,
        [(span.start, span.end) for span in (*s.spans, s.predicate)],
        s.event, s.mode, s.stance,
        [(a.role, a.name, a.country, a.span.start, a.span.end) for a in s.actors],
        s.place and s.place.name, s.time and (s.time.first, s.time.last),
        s.quantity and (s.quantity.low, s.quantity.best, s.quantity.high, s.quantity.unit),
    ]  # fmt: skip


def compared(told: Sequence[Telling], rare: Rarity, ruled: Ruled = _FREE) -> Parts:
    """The statements of one field in groups, by average linkage over compared pairs.

    Positions in ``told``: for each claim its groups, the leading one first, and of each group the
    statement in its middle first.
    """
    same, apart = ruled.units(alike(told))
    first = [group[0] for group in same]
    at = {telling.id: place for place, telling in enumerate(told)}

    def agree(i: int, j: int) -> float:
        return score(Pair(first[i], first[j], rare))

    bounds = Bounds(threshold("join"), threshold("hold"), int(threshold("exemplars")))
    found = []
    for cluster in clusters(len(first), candidates(first, rare), agree, bounds, apart):
        centre = at[first[medoid(cluster, agree, bounds.exemplars)].id]
        members = (at[telling.id] for place in cluster for telling in same[place])
        found.append([centre, *(member for member in members if member != centre)])

    def near(one: Telling, other: Telling) -> float:
        return score(Pair(one, other, rare))

    def barred(one: Sequence[int], other: Sequence[int]) -> bool:
        return bool(ruled.parted and ruled.leaving([told[at] for at in (*one, *other)]))

    beside = led(relayed(found, told, near, barred), told, rare, barred)
    whole = [[at for part in held for at in part] for held in beside]
    pointed = relayed(whole, told, alike_in_sense, barred)
    return _parts(pointed, beside)


def alike_in_sense(one: Telling, other: Telling) -> float:
    """How near two tellings stand in sense: 0 where they may be one, whatever their words."""
    return cosine(one.words, other.words) - threshold("sense")


def _parts(joined: Sequence[Sequence[int]], beside: Parts) -> Parts:
    """The groups of each claim again, after claims of ``beside`` were ``joined``."""
    home = {at: part for held in beside for part in held for at in part}
    return [list({id(home[at]): home[at] for at in places}.values()) for places in joined]


def _group(parts: Sequence[Sequence[int]], held: Sequence[Telling], rare: Rarity) -> Group:
    told = sorted((held[at] for part in parts for at in part), key=lambda t: t.order)
    beside = frozenset(held[at].id for part in parts[1:] for at in part)
    return Group(tuple(told), held[parts[0][0]], rare, beside=beside)


def across(groups: Iterable[Group], ruled: Ruled = _FREE) -> list[Group]:
    """Groups of several fields as one, where one tells what stands in the middle of the other.

    What one field keeps apart stays apart: no third group chains it together. Of what a person
    parts, one side stays behind.
    """
    held = sorted(groups, key=lambda group: group.told[0].order)
    middle: dict[_Key, int] = {}
    for at, group in enumerate(held):
        key = _key(group.centre)
        if key:
            middle.setdefault(key, at)
    together = _Together([{group.centre.field} for group in held])
    for at, group in enumerate(held):
        for key in dict.fromkeys(map(_key, group.told)):
            if key in middle:
                together.join(middle[key], at)
    joined: dict[int, list[Group]] = defaultdict(list)
    for at, group in enumerate(held):
        joined[together.top(at)].append(group)
    return [one for some in joined.values() for one in _as_one(some, ruled)]


def _brought(groups: list[Group], ruled: Ruled) -> list[Group]:
    """The groups of statements that a person calls one made one."""
    held, fresh = dict(enumerate(groups)), count(len(groups))
    at = {t.id: place for place, group in held.items() for t in group.told} if ruled.ties else {}
    for members in dict.fromkeys(ruled.classes.values()):
        places = sorted({at[id_] for id_ in members if id_ in at})
        if len(places) > 1:
            some = sorted((held.pop(p) for p in places), key=lambda group: group.told[0].order)
            whole, *rest = _as_one(some, ruled)
            came = whole.brought.union(*(_ids(group) for group in some[1:])) & _ids(whole)
            for one in (replace(whole, brought=came), *rest):
                place = next(fresh)
                held[place] = one
                at |= dict.fromkeys(_ids(one), place)
    return list(held.values())


def _as_one(some: Sequence[Group], ruled: Ruled) -> list[Group]:
    """The groups as one, then what a person parts from it, group by group."""
    if len(some) == 1:
        return list(some)
    told = sorted((t for group in some for t in group.told), key=lambda t: t.order)
    out = ruled.leaving(told)
    if not out:
        return [_merged(some)]
    stays = [_less(group, out) for group in some]
    leaves = (_less(group, _ids(group) - out) for group in some)
    rest = [replace(group, brought=frozenset()) for group in leaves if group]
    return [_merged([group for group in stays if group]), *rest]


def _less(group: Group, out: set[str]) -> Group | None:
    """The group without some of its statements; None where none is left."""
    told = tuple(t for t in group.told if t.id not in out)
    if not told:
        return None
    centre = told[0] if group.centre.id in out else group.centre
    return replace(group, told=told, centre=centre)


def _ids(group: Group) -> set[str]:
    return {telling.id for telling in group.told}


class _Together:
    """Which places are one (Galler and Fischer 1964), as long as they share no field."""

    def __init__(self, fields: list[set[str]]) -> None:
        self._fields = fields
        self._above = list(range(len(fields)))

    def top(self, at: int) -> int:
        """The place that stands for all that are one with ``at``."""
        while self._above[at] != at:
            self._above[at] = self._above[self._above[at]]
            at = self._above[at]
        return at

    def join(self, one: int, other: int) -> None:
        """Make two places one, unless both hold something of one field."""
        one, other = self.top(one), self.top(other)
        if one == other or not self._fields[one].isdisjoint(self._fields[other]):
            return
        if len(self._fields[one]) < len(self._fields[other]):
            one, other = other, one
        self._above[other] = one
        self._fields[one] |= self._fields[other]


def _merged(groups: Sequence[Group]) -> Group:
    first = min(groups, key=lambda group: group.told[0].order)
    if len(groups) == 1:
        return first
    told = sorted((t for group in groups for t in group.told), key=lambda t: t.order)
    brought = frozenset().union(*(group.brought for group in groups))
    beside = frozenset().union(*(group.beside for group in groups))
    return Group(tuple(told), first.centre, first.rare, brought, beside)


def _key(telling: Telling) -> _Key | None:
    """What must be the same in two stories; None for what may be said of many things."""
    if len(telling.plain) < _FEWEST or not _PARTICULAR.search(telling.words):
        return None
    numbers = tuple(_NUMBER.findall(telling.words))
    return (telling.statement.event, telling.statement.mode, telling.bag, numbers)
