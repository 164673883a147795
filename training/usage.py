"""Fit what cues that are used so mostly do, and write it with its hash to ``models/usage/``.

    python training/usage.py [--folder TARGET]

A logistic regression with a quadratic penalty over the traits of our labelled cues
(``readings/usage.py``). Traits that stand with few cues are left out, weights near nothing are set
to nothing, and the others to whole steps, so that the files are small.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from math import log
from pathlib import Path

import numpy as np
from attribution import BODIES, CORPUS, HERE, NEWS
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from tagger.corpus import bodies, news, polnear
from tagger.invented import invented
from tagger.labels import labelled
from tagger.texts import Judgement, Text
from traits import write

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

from sources import document

from reportedly.model import Attribution, SourceKind, Span, Spans
from reportedly.readings.found import Found
from reportedly.readings.judge import judge
from reportedly.readings.reading import parsed
from reportedly.readings.settled import ABOVE
from reportedly.readings.stance import Cued, Judged, Said
from reportedly.readings.tagger.marks import ACTS, STANCES
from reportedly.readings.tokens import Doc
from reportedly.readings.usage import traits, usage

TARGET = HERE.parent / "src/reportedly/models/usage"

FEWEST, PENALTY, STEPS = 8, 1.5e-4, 80
"""Cues that a trait stands with at least, and the penalty of a weight's square."""

LEAST, STEP = 0.2, 0.2
"""The size below which a weight is set to nothing, and what it is a whole number of."""

FEW = 0.3
"""What is added to each count of labels that go together."""

Cue = tuple[Judgement, frozenset[str]]
Numbers = NDArray[np.float64]


def main() -> None:
    """Fit and write."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--folder", type=Path, default=TARGET)
    chosen = options.parse_args()
    cues = [cue for text in texts() for cue in used(text)]
    counts = Counter(trait for _, found in cues for trait in found)
    names = sorted(trait for trait, count in counts.items() if count >= FEWEST)
    matrix = _matrix(cues, {trait: at for at, trait in enumerate(names)})
    acts = np.array([ACTS.index(one.act) for one, _ in cues])
    common = together([one for one, _ in cues])
    _write(chosen.folder, names, fit(matrix, acts, len(ACTS)), common)
    print(f"{len(cues)} cues, {len(names)} traits", file=sys.stderr)


def texts(which: str = "") -> list[Text]:
    """Every text with labels of cues; ``which`` is ``_held_back`` for those that no fit sees."""
    every = [*polnear(CORPUS), *invented(HERE / "invented"), *news(NEWS), *bodies(BODIES)]
    return [t for t in labelled(every, HERE / "labels", which) if t.views[0].judged]


def used(text: Text) -> Iterator[Cue]:
    """The labelled cues of a text with their traits, but those that the rules alone judge."""
    for one, ruled, doc in ruled_in(text):
        if is_open(ruled):
            yield one, traits(*_asked(doc, text.text, ruled))


def is_open(ruled: Attribution) -> bool:
    """Whether it is not for the rules alone to judge."""
    return not any(reason.name in ABOVE for reason in ruled.reasons)


def ruled_in(text: Text) -> Iterator[tuple[Judgement, Attribution, Doc]]:
    """The labelled cues of a text with what the rules make of them, and its parse."""
    wanted = [one for one in text.views[0].judged if one.cue and one.content]
    report = document(text.name, text.text)
    doc = parsed(report)
    found = [Found(*map(_spans, (o.source, o.cue, o.content)), "gold") for o in wanted]
    judged: dict[Spans, Attribution] = {}
    for attribution in judge(doc, report, found):
        judged.setdefault(attribution.cue, attribution)
    for one in wanted:
        if ruled := judged.get(_spans(one.cue)):
            yield one, ruled, doc


def usual(doc: Doc, text: str, ruled: Attribution) -> tuple[float, ...]:
    """What the shipped weights tell of an attribution as the rules judge it."""
    return usage(*_asked(doc, text, ruled))


def _asked(doc: Doc, text: str, ruled: Attribution) -> tuple[Cued, Judged, SourceKind | None]:
    source = ruled.source
    said = Said(source.spans if source else (), ruled.cue, ruled.content, ruled.document, text)
    judged = Judged(ruled.act, ruled.stance, ruled.factuality, ())
    return Cued(doc, said), judged, source.kind if source else None


def _spans(pairs: Sequence[tuple[int, int]]) -> Spans:
    return tuple(Span(*pair) for pair in pairs)


def _matrix(cues: Sequence[Cue], rows: dict[str, int]) -> csr_matrix:
    """One row a cue, one column a trait."""
    at = [sorted(rows[trait] for trait in found if trait in rows) for _, found in cues]
    ends = np.cumsum([0, *(len(row) for row in at)])
    flat = np.array([column for row in at for column in row])
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(cues), len(rows)))


def fit(matrix: csr_matrix, classes: NDArray[np.int64], size: int) -> Numbers:
    """Weights, one row a trait and a last one for what always counts, one column a class."""
    count, wide = matrix.shape
    wanted, turned = np.eye(size)[classes], matrix.T.tocsr()

    def cost(flat: Numbers) -> tuple[float, Numbers]:
        weights = flat.reshape(wide + 1, size)
        scores = matrix @ weights[:-1] + weights[-1]
        scores -= scores.max(axis=1, keepdims=True)
        total = np.log(np.exp(scores).sum(axis=1))
        missed = (np.exp(scores - total[:, None]) - wanted) / count
        slope = np.vstack([turned @ missed + PENALTY * weights[:-1], missed.sum(axis=0)])
        loss = (total - (scores * wanted).sum(axis=1)).mean()
        return loss + PENALTY / 2 * (weights[:-1] ** 2).sum(), slope.ravel()

    start = np.zeros((wide + 1) * size)
    found = minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    weights: Numbers = found.x.reshape(wide + 1, size)
    return weights


def together(labels: Sequence[Judgement]) -> list[float]:
    """By how much every act and stance go together more often than they would by chance.

    The logarithm of how often they stand together over how often they would, each with
    :data:`FEW` more; the stances of an act one behind another.
    """
    pairs = Counter((one.act, one.stance) for one in labels)
    acts, sides = (Counter(pair[at] for pair in pairs.elements()) for at in (0, 1))
    return [
        round(log((pairs[a, s] + FEW) / (acts[a] * sides[s] / pairs.total() + FEW)), 1)
        for a, s in product(ACTS, STANCES)
    ]


def _write(folder: Path, names: Sequence[str], weights: Numbers, common: list[float]) -> None:
    steps = np.round(weights[:-1] / STEP) * (np.abs(weights[:-1]) >= LEAST)
    kept = np.abs(steps).sum(axis=1) > 0
    always = [round(float(x), 3) for x in weights[-1]]
    settings = {"always": always, "step": STEP, "together": common}
    write(folder, [n for n, k in zip(names, kept, strict=True) if k], steps[kept], settings)


if __name__ == "__main__":
    main()
