"""What people ruled of statements: which are of one claim, and which are not.

A ruling that parts two statements holds while groups are made: no join brings them together,
whatever stands between them (Wagstaff et al. 2001). One that joins two makes their whole groups
one afterwards, so that neither draws the other's statements away from where they stand. What is
parted from a statement is parted from all that are ruled to be one with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reportedly.claims.clusters import FREE, Apart
from reportedly.claims.tellings import Telling
from reportedly.model import Factor, Groups, Tie


@dataclass(frozen=True)
class Ruled:
    """Ties between statements, none of which contradicts another."""

    ties: tuple[Tie, ...] = ()

    @cached_property
    def classes(self) -> dict[str, tuple[str, ...]]:
        """For each statement that is joined to others, all that are one with it, itself too."""
        groups: Groups[str] = Groups()
        ends = [id_ for tie in self.ties if tie.kind == "same" for id_ in (tie.one, tie.other)]
        for tie in self.ties:
            if tie.kind == "same":
                groups.join(tie.one, tie.other)
        held: dict[str, list[str]] = {}
        for id_ in sorted(set(ends)):
            held.setdefault(groups.top(id_), []).append(id_)
        return {id_: tuple(held[groups.top(id_)]) for id_ in sorted(set(ends))}

    @cached_property
    def parted(self) -> tuple[tuple[str, str, bool], ...]:
        """Statements that must not stand together; whether it is the second that has to go."""
        return tuple(
            (one, other, tie.yields)
            for tie in self.ties
            if tie.kind == "different" and tie.one != tie.other
            for one in self.one_with(tie.one)
            for other in self.one_with(tie.other)
        )

    def one_with(self, id_: str) -> tuple[str, ...]:
        """The statements that are ruled to be one with this one, itself among them."""
        return self.classes.get(id_, (id_,))

    def met(self, told: Iterable[Telling]) -> list[tuple[str, str, bool]]:
        """What of :attr:`parted` is among ``told``."""
        if not self.parted:
            return []
        here = {telling.id for telling in told}
        places = {at for id_ in here & self._places.keys() for at in self._places[id_]}
        pairs = (self.parted[at] for at in sorted(places))
        return [pair for pair in pairs if pair[1] in here]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where in :attr:`parted` each statement stands first."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, (one, _, _) in enumerate(self.parted):
            found[one].append(at)
        return found

    def leaving(self, told: Sequence[Telling]) -> set[str]:
        """Who has to leave so that ``told`` can be one: whoever yields, else the later one."""
        place = {telling.id: at for at, telling in enumerate(told)}
        out: set[str] = set()
        for one, other, yields in self.met(told):
            if one not in out and other not in out:
                last = other if yields else max(one, other, key=place.__getitem__)
                out |= {id_ for id_ in self.one_with(last) if id_ in place}
        return out

    def units(
        self, same: Sequence[tuple[Telling, ...]]
    ) -> tuple[tuple[tuple[Telling, ...], ...], Apart]:
        """Groups of like statements, none with two that are parted; and which groups are parted.

        Copies of a statement go where it goes.
        """
        pairs = self.met(telling for group in same for telling in group)
        if not pairs:
            return tuple(same), FREE
        made = tuple(unit for group in same for unit in self._split(group))
        at = {telling.id: place for place, unit in enumerate(made) for telling in unit}
        apart = frozenset(
            (min(at[a], at[b]), max(at[a], at[b])) for a, b, _ in pairs if at[a] != at[b]
        )
        return made, Apart(apart, frozenset(at[b] for _, b, yields in pairs if yields))

    def _split(self, group: tuple[Telling, ...]) -> Iterator[tuple[Telling, ...]]:
        """The members that are parted from another, each with those in its very words; the rest."""
        alone = {id_ for one, other, _ in self.met(group) for id_ in (one, other)}
        first = {t.words: t.id for t in reversed(group) if t.id in alone}
        parts: dict[str, list[Telling]] = {}
        for telling in group:
            led = telling.id if telling.id in alone else first.get(telling.words, "")
            parts.setdefault(led, []).append(telling)
        yield from (tuple(part) for part in parts.values())

    def reasons(self, told: Sequence[Telling], known: dict[str, Telling]) -> tuple[Factor, ...]:
        """One factor for each ruling that joined something to ``told`` or parted it from them."""
        if not self.ties:
            return ()
        touched = {at for telling in told for at in self._touching.get(telling.id, ())}
        ties = [self.ties[at] for at in sorted(touched)]
        return tuple(
            replace(tie.reason, evidence=(known[tie.one].evidence, known[tie.other].evidence))
            for tie in ties
            if tie.one in known and tie.other in known
        )

    @cached_property
    def _touching(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, tie in enumerate(self.ties):
            found[tie.one].append(at)
            found[tie.other].append(at)
        return found
