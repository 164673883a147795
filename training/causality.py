"""Fit how causal sentences look by their words and arcs, and write it to ``models/causality/``.

    python training/causality.py [--folder TARGET] [--corpus DIR] [--folds READ.jsonl]

A logistic regression with a quadratic penalty over the traits of ``readings/causality.py``, for the
sentences of the Causal News Corpus. ``--folds`` is a file as ``training/folds.py`` writes: to each
sentence of it ``leaning`` is added, by a fit that has seen the same four fifths as the network that
read it. Then it prints how F1 hangs on what this counts for beside the network and the signals that
rules find, also where each fifth is read with what is best on the other four.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from math import fsum
from pathlib import Path

import numpy as np
from attribution import CAUSES, HERE
from folds import FOLDS as PARTS
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from tagger.corpus import causal_news
from traits import MOST, write

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

from causes import FOLDS, gold, network, signalled
from sources import document

from reportedly.readings.causality import traits
from reportedly.readings.reading import parsed

TARGET = HERE.parent / "src/reportedly/models/causality"
FEWEST, PENALTY, STEPS = 5, 2e-4, 500
"""Sentences that a trait stands in at least, and the penalty of a weight's square."""

LEAST, STEP = 0.075, 0.05
"""The size below which a weight is set to nothing, and what it is a whole number of."""

SHARES = (0.0, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)

Numbers = NDArray[np.float64]
Traits = dict[str, float]


def main() -> None:
    """Fit, write, and print what the model counts for."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--folder", type=Path, default=TARGET)
    options.add_argument("--corpus", type=Path, default=CAUSES)
    options.add_argument("--folds", type=Path, default=FOLDS)
    chosen = options.parse_args()
    texts = causal_news(chosen.corpus)
    held = [traits(list(parsed(document(one.name, one.text)))) for one in texts]
    causal = np.array([float(bool(one.views[0].causal[0].relations)) for one in texts])
    steps, always = fit(held, causal)
    write(chosen.folder, steps, np.array(list(steps.values())), {"always": always, "step": STEP})
    print(f"{len(steps)} traits", file=sys.stderr)
    leaning = _by_fifths(held, causal)
    told = {one.name: round(x, 3) for one, x in zip(texts, leaning, strict=True)}
    rows = [json.loads(line) for line in chosen.folds.read_text(encoding="utf-8").splitlines()]
    lines = [json.dumps(row | {"leaning": told[row["name"]]}) + "\n" for row in rows]
    chosen.folds.write_text("".join(lines), encoding="utf-8")
    _choose(chosen.corpus, rows, told, [one.name for one in texts])


def fit(held: Sequence[Traits], causal: Numbers) -> tuple[dict[str, float], float]:
    """The weights of traits, in steps of :data:`STEP`, and what always counts."""
    counts = Counter(trait for one in held for trait in one)
    names = sorted(trait for trait, count in counts.items() if count >= FEWEST)
    rows = {trait: at for at, trait in enumerate(names)}
    found = _fitted(_matrix(held, rows), causal)
    steps = np.round(found[:-1] / STEP) * (np.abs(found[:-1]) >= LEAST)
    kept = {n: float(s) for n, s in zip(names, steps.clip(-MOST, MOST), strict=True) if s}
    return kept, round(float(found[-1]), 3)


def _by_fifths(held: Sequence[Traits], causal: Numbers) -> list[float]:
    """What is told of every sentence by a fit to the other four fifths."""
    told = [0.0] * len(held)
    for part in range(PARTS):
        others = [at for at in range(len(held)) if at % PARTS != part]
        steps, always = fit([held[at] for at in others], causal[others])
        for at in range(part, len(held), PARTS):
            weighed = (STEP * steps.get(trait, 0.0) * value for trait, value in held[at].items())
            told[at] = fsum((always, *weighed))
    return told


def _matrix(held: Sequence[Traits], rows: dict[str, int]) -> csr_matrix:
    """One row a sentence, one column a trait."""
    known = [sorted((rows[t], value) for t, value in one.items() if t in rows) for one in held]
    ends = np.cumsum([0, *map(len, known)])
    columns, values = zip(*(pair for one in known for pair in one), strict=True)
    return csr_matrix((values, columns, ends), shape=(len(held), len(rows)))


def _fitted(matrix: csr_matrix, causal: Numbers) -> Numbers:
    """A weight a column, and a last one for what always counts."""
    count, wide = matrix.shape
    turned = matrix.T.tocsr()

    def cost(weights: Numbers) -> tuple[float, Numbers]:
        scores = matrix @ weights[:-1] + weights[-1]
        missed = (1 / (1 + np.exp(-scores)) - causal) / count
        loss = (np.logaddexp(0, scores) - causal * scores).mean()
        slope = np.append(turned @ missed + PENALTY * weights[:-1], missed.sum())
        return loss + PENALTY / 2 * (weights[:-1] ** 2).sum(), slope

    found = minimize(cost, np.zeros(wide + 1), jac=True, method="L-BFGS-B",
                     options={"maxiter": STEPS})  # fmt: skip
    weights: Numbers = found.x
    return weights


def _choose(corpus: Path, rows: list[dict[str, float]], told: Traits, order: list[str]) -> None:
    """Print F1 for every choice, and with the choice made on other fifths."""
    of = {one.name: one for one in gold(corpus)}
    odds = {str(row["name"]): network(row["chance"]) for row in rows}
    rules = np.array([signalled(of[name]).causal for name in order])
    table = np.array([(odds[name], told[name]) for name in order])
    causal, part = np.array([of[name].causal for name in order]), np.arange(len(order)) % PARTS
    ways = {share: rules | (table @ (1.0, share) >= 0) for share in SHARES}
    for share, read in ways.items():
        print(f"leaning {share:g}: {100 * _f1(read, causal):.2f}")
    read = np.zeros(len(order), dtype=bool)
    for one in range(PARTS):
        others = part != one
        best = max(SHARES, key=lambda share: _f1(ways[share][others], causal[others]))
        read[~others] = ways[best][~others]
        print(f"fifth {one}: leaning {best:g}")
    print(f"chosen on the other four: {100 * _f1(read, causal):.2f}")


def _f1(read: NDArray[np.bool_], causal: NDArray[np.bool_]) -> float:
    return float(2 * (read & causal).sum() / (read.sum() + causal.sum()))


if __name__ == "__main__":
    main()
