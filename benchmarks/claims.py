"""Stance of a headline towards a claim, five-fold by claim, beside always saying "for".

    python benchmarks/claims.py [PAIRS.jsonl]

Each fold is judged by weights fitted on the other four (``training/stance.py``); no claim is
in two folds. Prints accuracy with its 95 % interval (bootstrap over claims), macro F1 and the
F1 of each stance.
"""

import hashlib
import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path

from reportedly.claims.relation import laid

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
from stance import CLASSES, Rows, fit, probabilities, table

FOLDS = 5
CORPUS = Path(__file__).resolve().parents[2] / "shared/corpora/emergent/train.jsonl"


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares between 0 and 1."""

    accuracy: float
    macro_f1: float
    observing: float


def fold(claim: str) -> int:
    """Which fold a claim is in, by its hash."""
    return int(hashlib.sha256(claim.encode()).hexdigest(), 16) % FOLDS


def crossed(rows: Rows) -> list[str]:
    """The stance judged for each row by weights that have not seen its claim."""
    _, matrix, classes = table(rows)
    home = [fold(row["claim"]) for row in rows]
    judged = [""] * len(rows)
    for held in range(FOLDS):
        inside = [i for i, at in enumerate(home) if at == held]
        others = [i for i, at in enumerate(home) if at != held]
        weights = fit(matrix[others], classes[others])
        for i, best in zip(inside, probabilities(matrix[inside], weights).argmax(1), strict=True):
            answered = laid(rows[i]["headline"], rows[i]["claim"]).pairs
            judged[i] = CLASSES[best] if answered else "observing"
    return judged


def f1(gold: list[str], judged: list[str], stance: str) -> float:
    """F1 of one stance."""
    right = sum(g == j == stance for g, j in zip(gold, judged, strict=True))
    total = gold.count(stance) + judged.count(stance)
    return 2 * right / total if total else 0.0


def accuracy(gold: list[str], judged: list[str]) -> float:
    """Share of pairs judged as in the gold."""
    return sum(g == j for g, j in zip(gold, judged, strict=True)) / len(gold)


def interval(rows: Rows, gold: list[str], judged: list[str]) -> tuple[float, float]:
    """The 95 % interval of accuracy, drawing whole claims."""
    draws = 1000
    by_claim: dict[str, list[bool]] = {}
    for row, g, j in zip(rows, gold, judged, strict=True):
        by_claim.setdefault(row["claim"], []).append(g == j)
    claims, chance = sorted(by_claim), random.Random(7)
    found = []
    for _ in range(draws):
        drawn = [hit for claim in chance.choices(claims, k=len(claims)) for hit in by_claim[claim]]
        found.append(sum(drawn) / len(drawn))
    found.sort()
    return found[int(draws * 0.025)], found[int(draws * 0.975)]


def line(name: str, rows: Rows, judged: list[str]) -> None:
    """Print one system's figures."""
    gold = [row["stance"] for row in rows]
    each = [f1(gold, judged, stance) for stance in CLASSES]
    low, high = interval(rows, gold, judged)
    print(
        f"{name:24} accuracy {accuracy(gold, judged):.3f} ({low:.3f}-{high:.3f})"
        f"  macro F1 {sum(each) / len(each):.3f}  "
        + "  ".join(f"{s} {v:.3f}" for s, v in zip(CLASSES, each, strict=True))
    )


def rows_of(path: Path) -> Rows:
    """The pairs of the JSON lines at ``path``."""
    rows: Rows = [json.loads(text) for text in path.read_text(encoding="utf-8").splitlines()]
    return rows


def scores(rows: Rows) -> Scores:
    """Five-fold accuracy and macro F1."""
    gold, judged = [row["stance"] for row in rows], crossed(rows)
    each = [f1(gold, judged, stance) for stance in CLASSES]
    return Scores(accuracy(gold, judged), sum(each) / len(each), each[CLASSES.index("observing")])


def main() -> None:
    """Print the figures of the baseline and of the five folds."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    if not path.is_file():
        raise SystemExit(f"no corpus at {path}")
    rows = rows_of(path)
    print(f"Emergent: {len(rows)} pairs, {len({row['claim'] for row in rows})} claims")
    line("always for", rows, ["for"] * len(rows))
    line("reportedly, five-fold", rows, crossed(rows))


if __name__ == "__main__":
    main()
