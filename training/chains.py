"""Fit the weights by which mentions of events are found and joined.

Two logistic regressions with a quadratic penalty. Spots: is this word of a marked sentence of ECB+
one that names an event? Pairs: are two gold mentions of one sub-topic of one event? All pairs
count whose words are near in meaning or which are of one event, and every twentieth of the
others, twenty times.

    python training/chains.py [KEEP]

``KEEP`` holds what ``benchmarks/ecbplus_read.py`` has read.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from regression import Numbers, fit

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from ecbplus import CORPUS
from ecbplus_read import Read, read_all

from reportedly.claims.eventmarks import columns, marks
from reportedly.claims.events import mentions
from reportedly.claims.eventspots import Spot, Words, spots, table
from reportedly.claims.scenes import Named, Scene, Table

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src/reportedly/lexicons/en/event_weights.toml"
SOURCE = "fitted on ECB+ (Cybulska and Vossen 2014), the topics from 1 to 35"
PAIR_PENALTY, SPOT_PENALTY = 400.0, 20.0
NEAR, EVERY = 0.35, 20
NEIGHBOURS = 60
"""Words before and after that have a column, the most frequent."""
ENDINGS = (
    "ing", "ed", "ion", "ment", "er", "or", "al", "ance", "ence", "s", "ly", "y", "age", "ure",
    "ist", "est", "en", "th", "ive", "ous", "able", "ity", "ness",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """The pairs of one scene: a row of marks each, whether of one event, how much each counts."""

    rows: Table
    same: NDArray[np.int64]
    counts: Numbers


def scenes(read: Iterable[Read]) -> dict[str, tuple[Named, ...]]:
    """The gold mentions of each sub-topic."""
    found: dict[str, list[Named]] = defaultdict(list)
    for one in read:
        report = one.report
        gold = {m.place: one.stated[m.place] for m in report.mentions if m.place in one.stated}
        found[report.subtopic] += mentions(report.document, one.reading, gold)
    return {name: tuple(sorted(held, key=lambda n: n.order)) for name, held in found.items()}


def chains(read: Iterable[Read]) -> dict[tuple[str, object], str]:
    """The chain of each gold mention, by document and place."""
    return {(m.document, m.place): m.chain for one in read for m in one.report.mentions}


def pairs(named: Sequence[Named], of: Table, chain: dict[tuple[str, object], str]) -> Pairs:
    """The pairs of one scene that a fit sees."""
    codes = [chain[one.document.id, one.place] for one in named]
    left, right = np.triu_indices(len(named), 1)
    rows = of[left, right]
    same = np.array([codes[i] == codes[j] for i, j in zip(left, right, strict=True)], dtype=int)
    near = (rows[:, 1] > 0) | (rows[:, 2] > NEAR) | (same > 0)
    kept = near | (np.arange(len(near)) % EVERY == 0)
    return Pairs(rows[kept], same[kept], np.where(near[kept], 1.0, float(EVERY)))


def fit_pairs(held: Sequence[Pairs]) -> Numbers:
    """One weight a column of ``marks``."""
    rows = np.concatenate([one.rows for one in held]).astype(np.float64)
    same = np.concatenate([one.same for one in held])
    counts = np.concatenate([one.counts for one in held])
    return _binary(rows, same, counts, PAIR_PENALTY)


def words_of(found: Iterable[Spot]) -> Words:
    """The neighbouring words that have a column."""
    held = list(found)
    before, after = Counter(one.before for one in held), Counter(one.after for one in held)
    return Words(ENDINGS, _most(before), _most(after))


def _most(counts: Counter[str]) -> tuple[str, ...]:
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    return tuple(ordered[:NEIGHBOURS])


def marked_spots(one: Read) -> tuple[Spot, ...]:
    """The words in question of one report."""
    return spots(one.report.document, one.reading, one.report.marked)


def gold_spots(one: Read) -> list[int]:
    """Whether each is the head of a gold mention."""
    heads = {told.predicate.start for m in one.report.mentions if (told := one.stated.get(m.place))}
    return [int(spot.place.start in heads) for spot in marked_spots(one)]


def fit_spots(read: Sequence[Read]) -> tuple[Words, Numbers]:
    """The columns, and one weight each."""
    found = [spot for one in read for spot in marked_spots(one)]
    words = words_of(found)
    same = np.array([value for one in read for value in gold_spots(one)])
    return words, _binary(table(found, words), same, np.ones(len(same)), SPOT_PENALTY)


def _binary(rows: Numbers, same: NDArray[np.int64], counts: Numbers, penalty: float) -> Numbers:
    both = fit(rows, same, counts, penalty / counts.sum(), 2)
    weights: Numbers = both[:, 1] - both[:, 0]
    return weights


def write(pair: Numbers, words: Words, spot: Numbers) -> None:
    """The weights as a TOML word list."""
    lines = [
        "# Weights of the event models; docs/claims.md says how they were fitted.",
        "# Written by training/chains.py; not to be edited by hand.",
        "",
        "[pair]",
        f'source = "{SOURCE}"',
        *(f"{name} = {value:.4f}" for name, value in zip(columns(), pair, strict=True)),
        "",
        "[spot_words]",
        'source = "endings: own list; before and after: the most frequent neighbours in ECB+"',
        *(f"{key} = {_listed(getattr(words, key))}" for key in ("endings", "before", "after")),
        "",
        "[spot]",
        f'source = "{SOURCE}"',
        f"weights = [{', '.join(f'{value:.3f}' for value in spot)}]",
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _listed(words: Iterable[str]) -> str:
    quoted = (f"'{word}'" if '"' in word or "\\" in word else f'"{word}"' for word in words)
    return f"[{', '.join(quoted)}]"


def main(keep: str | None = None) -> None:
    """Fit on every topic and write the weights."""
    read = read_all(CORPUS, Path(keep) if keep else None)
    gold = chains(read)
    held = [pairs(named, marks(Scene(named)), gold) for named in scenes(read).values()]
    words, spot = fit_spots(read)
    write(fit_pairs(held), words, spot)


if __name__ == "__main__":
    main(*sys.argv[1:])
