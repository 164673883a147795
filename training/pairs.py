"""Fit the weights by which the relation of two texts is judged.

Three logistic regressions over the features of ``reportedly.claims.marks``, each over the pairs
that pass the one before: do both tell of one matter, of one claim, and does one contradict the
other? Fitted on invented pairs that the network has not learnt, a tenth of ``invented/pairs.tsv``
and the tuning half of ``benchmarks/gold/traps.jsonl``; the last question also, with little weight,
on headlines of Emergent that are for or against a claim, so that it has seen headlines.

    python training/pairs.py ../shared/corpora/emergent/train.jsonl
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import numpy as np
from regression import Classes, Numbers, fit
from related import held_back, traps

from reportedly.claims.relation import LEVELS, values

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src/reportedly/lexicons/en/pair_weights.toml"
PENALTY = 4.0
"""Strength of the quadratic penalty, in pairs; chosen on the tuning half, ten-fold."""

HEADLINE = 0.1
"""How much a headline of Emergent counts beside an invented pair; chosen likewise."""
STANCES = {"for": "same", "against": "contradicts"}
SOURCE = (
    "fitted on a tenth of training/invented/pairs.tsv and the tuning half of the traps, invented; "
    "contradiction also on Emergent (Ferreira and Vlachos 2016), training part"
)

Rows = list[dict[str, str]]


def headlines(path: str) -> Rows:
    """Emergent's headlines that are for or against a claim, as pairs."""
    found = map(json.loads, Path(path).read_text(encoding="utf-8").splitlines())
    return [
        {"relation": STANCES[row["stance"]], "a": row["headline"], "b": row["claim"]}
        for row in found
        if row["stance"] in STANCES
    ]


def table(rows: Rows) -> tuple[list[str], Numbers]:
    """Feature names, and the matrix with a constant column."""
    found = [values(row["a"], row["b"]) for row in rows]
    return list(found[0]), np.array([[1.0, *one.values()] for one in found])


def levels(matrix: Numbers, relations: list[str], invented: int) -> list[Numbers]:
    """The weights of each question, fitted on the pairs that reach it.

    The first ``invented`` rows are invented pairs; the others are asked the last question only.
    """
    found = []
    for level, (yes, no) in LEVELS.items():
        last = len(relations) if level == "contradiction" else invented
        rows = [at for at in range(last) if relations[at] in yes + no]
        classes: Classes = np.array([int(relations[at] in yes) for at in rows])
        counts = np.array([1.0 if at < invented else HEADLINE for at in rows])
        both = fit(matrix[rows], classes, counts, PENALTY / counts.sum(), 2)
        found.append(both[:, 1] - both[:, 0])
    return found


def write(names: list[str], weights: list[Numbers]) -> None:
    """The weights as a TOML word list."""
    lines = [
        "# Weights of the pair model; docs/claims.md says how it was fitted and how well it does.",
        "# Written by training/pairs.py; not to be edited by hand.",
    ]
    for level, column in zip(LEVELS, weights, strict=True):
        lines += ["", f"[{level}]"]
        lines += [f'source = "{SOURCE}"']
        pairs = zip(["constant", *names], column, strict=True)
        lines += [f"{name} = {value:.4f}" for name, value in pairs]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(emergent: str) -> None:
    """Fit on every pair that may be looked at and write the weights."""
    rows: Rows = [asdict(row) for row in (*held_back(), *traps())]
    invented = len(rows)
    rows += headlines(emergent)
    names, matrix = table(rows)
    write(names, levels(matrix, [row["relation"] for row in rows], invented))


if __name__ == "__main__":
    main(sys.argv[1])
