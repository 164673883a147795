"""How well mentions are gathered into chains: MUC, B-cubed, CEAF-e, LEA and their CoNLL mean.

The four measures of the CoNLL-2012 scorer and its successor (Pradhan et al. 2014; Moosavi and
Strube 2016). A mention that only one side has counts against that side and is nothing else.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

Chains = Mapping[Hashable, Hashable]
"""The chain of each mention."""
Chain = frozenset[Hashable]
MEASURES = ("MUC", "B3", "CEAFe", "LEA")
CONLL = ("MUC", "B3", "CEAFe")


@dataclass(frozen=True, slots=True)
class Counts:
    """What a measure counts: of the found chains (precision) and of the gold ones (recall)."""

    right: float = 0.0
    found: float = 0.0
    kept: float = 0.0
    gold: float = 0.0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.right + other.right,
            self.found + other.found,
            self.kept + other.kept,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """0 where there is nothing to find."""
        return self.kept / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Score = Mapping[str, Counts]


def score(gold: Chains, found: Chains) -> Score:
    """Counts by measure; those of parts that share no chain may be added up."""
    ours, theirs = _sets(found), _sets(gold)
    return {
        "MUC": _muc(ours, gold, theirs, found),
        "B3": _b_cubed(ours, theirs),
        "CEAFe": _ceaf(ours, theirs),
        "LEA": _lea(ours, theirs),
    }


def added(parts: Iterable[Score]) -> Score:
    """The counts of several parts together."""
    held = list(parts)
    return {name: sum((part[name] for part in held), Counts()) for name in MEASURES}


def conll(of: Score) -> float:
    """The mean F1 of MUC, B-cubed and CEAF-e, 0 to 1."""
    return sum(of[name].f1 for name in CONLL) / len(CONLL)


def _sets(chains: Chains) -> list[Chain]:
    held: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, chain in chains.items():
        held[chain].add(mention)
    return [frozenset(members) for members in held.values()]


def _muc(ours: Sequence[Chain], gold: Chains, theirs: Sequence[Chain], found: Chains) -> Counts:
    """Links to spare (Vilain et al. 1995): a chain of n has n - 1, less one for each cut."""
    right, all_ours = _links(ours, gold)
    kept, all_theirs = _links(theirs, found)
    return Counts(right, all_ours, kept, all_theirs)


def _links(chains: Sequence[Chain], other: Chains) -> tuple[int, int]:
    held = every = 0
    for chain in chains:
        parts = {other[m] for m in chain if m in other}
        alone = sum(m not in other for m in chain)
        held += len(chain) - len(parts) - alone
        every += len(chain) - 1
    return held, every


def _b_cubed(ours: Sequence[Chain], theirs: Sequence[Chain]) -> Counts:
    """Of each mention's chain, the share that the other side's has too (Bagga, Baldwin 1998)."""
    squares = _overlaps(ours, theirs)
    right = sum(n * n / len(ours[i]) for (i, _), n in squares.items())
    kept = sum(n * n / len(theirs[j]) for (_, j), n in squares.items())
    return Counts(right, sum(map(len, ours)), kept, sum(map(len, theirs)))


def _ceaf(ours: Sequence[Chain], theirs: Sequence[Chain]) -> Counts:
    """Chains laid on one another, each on one at most, by phi-4 (Luo 2005)."""
    alike = {
        (i, j): 2 * n / (len(ours[i]) + len(theirs[j]))
        for (i, j), n in _overlaps(ours, theirs).items()
    }
    total = sum(_best(part) for part in _connected(alike))
    return Counts(total, len(ours), total, len(theirs))


def _lea(ours: Sequence[Chain], theirs: Sequence[Chain]) -> Counts:
    """Of each chain's links the share that stands, by its size; a single mention links itself."""
    shared = _overlaps(ours, theirs)
    right = sum(_resolved(ours[i], theirs[j], n) for (i, j), n in shared.items())
    kept = sum(_resolved(theirs[j], ours[i], n) for (i, j), n in shared.items())
    return Counts(right, sum(map(len, ours)), kept, sum(map(len, theirs)))


def _resolved(chain: Chain, other: Chain, shared: int) -> float:
    if len(chain) == 1:
        return 1.0 if len(other) == 1 else 0.0
    return len(chain) * comb(shared, 2) / comb(len(chain), 2)


def _overlaps(ours: Sequence[Chain], theirs: Sequence[Chain]) -> dict[tuple[int, int], int]:
    """How many mentions two chains share, where they share any."""
    where = {mention: j for j, chain in enumerate(theirs) for mention in chain}
    pairs = ((i, where[m]) for i, chain in enumerate(ours) for m in chain if m in where)
    return Counter(pairs)


def _connected(alike: Mapping[tuple[int, int], float]) -> list[dict[tuple[int, int], float]]:
    """The pairs, by what hangs together: what is best in each part is best in all."""
    near: dict[tuple[str, int], set[tuple[str, int]]] = defaultdict(set)
    for i, j in alike:
        near["ours", i].add(("theirs", j))
        near["theirs", j].add(("ours", i))
    part: dict[tuple[str, int], int] = {}
    for start in near:
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node not in part:
                part[node] = part.get(start, len(part))
                waiting += near[node]
    found: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for (i, j), value in alike.items():
        found[part["ours", i]][i, j] = value
    return list(found.values())


def _best(alike: Mapping[tuple[int, int], float]) -> float:
    """The greatest sum of pairs that share no row and no column."""
    rows, columns = sorted({i for i, _ in alike}), sorted({j for _, j in alike})
    table = np.zeros((len(rows), len(columns)))
    for (i, j), value in alike.items():
        table[rows.index(i), columns.index(j)] = value
    flat = table if len(rows) <= len(columns) else table.T
    return sum(float(flat[row, column]) for row, column in enumerate(assigned(-flat)))


def assigned(costs: NDArray[np.float64]) -> list[int]:
    """The column of each row at the least cost; no more rows than columns.

    The Hungarian method by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987).
    """
    rows, columns = costs.shape
    of_row, of_column = np.zeros(rows), np.zeros(columns + 1)
    taken = np.full(columns + 1, -1)
    for row in range(rows):
        taken[columns] = row
        at, seen = columns, np.zeros(columns + 1, dtype=bool)
        least, back = np.full(columns, np.inf), np.full(columns, -1)
        while taken[at] >= 0:
            seen[at] = True
            reduced = costs[taken[at]] - of_row[taken[at]] - of_column[:columns]
            nearer = ~seen[:columns] & (reduced < least)
            least[nearer], back[nearer] = reduced[nearer], at
            following = int(np.where(seen[:columns], np.inf, least).argmin())
            step = least[following]
            of_row[taken[seen]] += step
            of_column[seen] -= step
            least[~seen[:columns]] -= step
            at = following
        while at != columns:
            taken[at] = taken[back[at]]
            at = int(back[at])
    where = {int(row): column for column, row in enumerate(taken[:columns]) if row >= 0}
    return [where[row] for row in range(rows)]
