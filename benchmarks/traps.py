"""The relation of two texts on invented pairs made to mislead, beside two baselines.

    python benchmarks/traps.py

Weights were fitted on the half ``tune`` and on ``training/pairs.txt``; the half ``score`` was
counted and not looked at. Prints accuracy with its 95 % interval (bootstrap over pairs), by
relation and by kind of trap, and whether the scores say how often they are right.
"""

import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from reportedly.claims import Compared, compare_texts
from reportedly.claims.words import stems

GOLD = Path(__file__).parent / "gold/traps.jsonl"
DRAWS = 1000

Row = dict[str, str]


def rows(split: str) -> list[Row]:
    """The pairs of one half."""
    found: list[Row] = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [row for row in found if row["split"] == split]


def judged(pairs: list[Row]) -> list[Compared]:
    """What the shipped model says of each pair."""
    return [compare_texts(row["a"], row["b"]) for row in pairs]


def accuracy(pairs: list[Row], found: list[str]) -> float:
    """Share of pairs with the relation of the gold."""
    return sum(row["relation"] == one for row, one in zip(pairs, found, strict=True)) / len(pairs)


def interval(pairs: list[Row], found: list[str]) -> tuple[float, float]:
    """The 95 % interval of accuracy."""
    hits = [row["relation"] == one for row, one in zip(pairs, found, strict=True)]
    chance = random.Random(7)
    drawn = sorted(sum(chance.choices(hits, k=len(hits))) / len(hits) for _ in range(DRAWS))
    return drawn[int(DRAWS * 0.025)], drawn[int(DRAWS * 0.975)]


def overlap(row: Row, weight: dict[str, float]) -> float:
    """TF-IDF cosine of both texts."""
    ours, theirs = set(stems(row["a"])), set(stems(row["b"]))
    sizes = [math.fsum(weight.get(w, 1.0) ** 2 for w in sorted(side)) for side in (ours, theirs)]
    shared = math.fsum(weight.get(w, 1.0) ** 2 for w in sorted(ours & theirs))
    return shared / math.sqrt(sizes[0] * sizes[1]) if all(sizes) else 0.0


def by_bounds(tune: list[Row], score: list[Row]) -> list[str]:
    """Unrelated below one bound of the cosine, related below another, the rest one relation."""
    seen = Counter(word for row in tune for side in "ab" for word in set(stems(row[side])))
    weight = {word: math.log(1 + 2 * len(tune) / count) for word, count in seen.items()}
    near = [overlap(row, weight) for row in tune]
    steps = [at / 20 for at in range(21)]
    choices = [
        (low, high, top) for low in steps for high in steps for top in ("same", "contradicts")
    ]

    def said(value: float, low: float, high: float, top: str) -> str:
        return "unrelated" if value < low else "related" if value < high else top

    best = max(choices, key=lambda c: (accuracy(tune, [said(v, *c) for v in near]), c))
    return [said(overlap(row, weight), *best) for row in score]


def line(name: str, pairs: list[Row], found: list[str]) -> None:
    """Print one system's figures."""
    low, high = interval(pairs, found)
    print(f"{name:34} accuracy {accuracy(pairs, found):.3f} ({low:.3f}-{high:.3f})")


def by(pairs: list[Row], found: list[str], kind: Callable[[Row], str]) -> str:
    """Accuracy for each kind of pair."""
    hits: dict[str, list[bool]] = defaultdict(list)
    for row, one in zip(pairs, found, strict=True):
        hits[kind(row)].append(row["relation"] == one)
    return "  ".join(f"{name} {sum(h)}/{len(h)}" for name, h in sorted(hits.items()))


def calibration(pairs: list[Row], found: list[Compared]) -> str:
    """Mean score and share right, for the lower and the upper half of the scores."""
    both = sorted(
        zip(
            [c.score for c in found],
            [c.relation == r["relation"] for c, r in zip(found, pairs, strict=True)],
            strict=True,
        )
    )
    halves = both[: len(both) // 2], both[len(both) // 2 :]
    said = [sum(score for score, _ in half) / len(half) for half in halves]
    right = [sum(hit for _, hit in half) / len(half) for half in halves]
    pairs_of = zip(said, right, strict=True)
    return ", ".join(f"says {one:.2f} and is right in {two:.2f}" for one, two in pairs_of)


def main() -> None:
    """Print the figures of both halves; those of ``tune`` are of pairs that were fitted on."""
    tune, score = rows("tune"), rows("score")
    most = Counter(row["relation"] for row in tune).most_common(1)[0][0]
    print(f"{len(tune)} pairs to tune on, {len(score)} to score")
    line(f"always {most}", score, [most] * len(score))
    line("TF-IDF cosine, bounds from tune", score, by_bounds(tune, score))
    line("reportedly, fitted on (tune)", tune, [one.relation for one in judged(tune)])
    found = judged(score)
    relations: list[str] = [one.relation for one in found]
    line("reportedly (score)", score, relations)
    print("by relation:", by(score, relations, lambda row: row["relation"]))
    print("by trap:", by(score, relations, lambda row: row["trap"]))
    print("scores, lower and upper half:", calibration(score, found))


if __name__ == "__main__":
    sys.exit(main())
