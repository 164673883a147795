"""Fit the weights by which one text's stance towards another is judged.

Multinomial logistic regression over the features of ``reportedly.claims.cues``:
full-batch gradient steps with momentum, from zero, so the same data gives the same weights.

    python training/stance.py ../shared/corpora/emergent/train.jsonl
"""

import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.claims.cues import cues

Numbers = NDArray[np.float64]
Classes = NDArray[np.int64]
Rows = list[dict[str, str]]

CLASSES = ("against", "for", "observing")
PENALTY = 0.003
STEPS = 1500
TARGET = Path(__file__).parents[1] / "src/reportedly/lexicons/en/stance_weights.toml"


def table(rows: Rows) -> tuple[list[str], Numbers, Classes]:
    """Feature names, the matrix with a constant column, and the class of each row."""
    found = [cues(row["headline"], row["claim"]).values for row in rows]
    names = [name for name, _ in found[0]]
    matrix = np.array([[1.0, *(value for _, value in row)] for row in found])
    return names, matrix, np.array([CLASSES.index(row["stance"]) for row in rows])


def fit(matrix: Numbers, classes: Classes) -> Numbers:
    """Weights, one column a class: rare classes count for more, by the square root."""
    size = np.bincount(classes, minlength=len(CLASSES))
    share = np.sqrt(size.sum() / (len(CLASSES) * size))[classes]
    wanted = np.eye(len(CLASSES))[classes]
    weights = np.zeros((matrix.shape[1], len(CLASSES)))
    speed = np.zeros_like(weights)
    for _ in range(STEPS):
        error = (probabilities(matrix, weights) - wanted) * share[:, None]
        gradient = matrix.T @ error / len(matrix) + PENALTY * weights
        speed = 0.9 * speed - 0.3 * gradient
        weights = weights + speed
    return weights


def probabilities(matrix: Numbers, weights: Numbers) -> Numbers:
    """One row a pair, one column a class; rows sum to 1."""
    scores = matrix @ weights
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def write(names: list[str], weights: Numbers) -> None:
    """The weights as a TOML word list."""
    lines = [
        "# Weights of a stance model; docs/claims.md says how it was fitted and how well it does.",
        "# Written by training/stance.py; not to be edited by hand.",
    ]
    for column, stance in enumerate(CLASSES):
        lines += [
            "",
            f"[{stance}]",
            'source = "fitted on Emergent (Ferreira and Vlachos 2016), training part"',
        ]
        lines += [
            f"{name} = {value:.4f}"
            for name, value in zip(["constant", *names], weights[:, column], strict=True)
        ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(path: str) -> None:
    """Fit on every pair of the JSON lines at ``path`` and write the weights."""
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    names, matrix, classes = table(rows)
    write(names, fit(matrix, classes))


if __name__ == "__main__":
    main(sys.argv[1])
