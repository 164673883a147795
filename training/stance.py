"""Fit the weights by which one text's stance towards another is judged.

Multinomial logistic regression (``training/regression.py``) over the cues of
``reportedly.claims.cues`` for short texts, and of ``reportedly.claims.articles`` for whole
articles.

    python training/stance.py ../shared/corpora/emergent/train.jsonl ../shared/corpora/fnc1
"""

import json
import sys
from pathlib import Path

import numpy as np
import regression
from regression import Classes, Numbers, balanced, probabilities

from reportedly.claims.articles import article_cues
from reportedly.claims.cues import cues

Rows = list[dict[str, str]]

CLASSES = ("against", "for", "observing")
ARTICLE_CLASSES = {"disagree": "against", "agree": "for", "discuss": "observing"}
PENALTY, ARTICLE_PENALTY = 0.001, 0.001
POWER, ARTICLE_POWER = 0.5, 0.7
"""How far rare stances count for more: by this power of one over their share."""
LEXICONS = Path(__file__).parents[1] / "src/reportedly/lexicons/en"

__all__ = [
    "CLASSES",
    "Rows",
    "article_table",
    "articles",
    "fit",
    "fit_articles",
    "probabilities",
    "table",
]


def table(rows: Rows) -> tuple[list[str], Numbers, Classes]:
    """Feature names, the matrix with a constant column, and the class of each row."""
    found = [cues(row["headline"], row["claim"]).values for row in rows]
    names = [name for name, _ in found[0]]
    matrix = np.array([[1.0, *(value for _, value in row)] for row in found])
    return names, matrix, np.array([CLASSES.index(row["stance"]) for row in rows])


def articles(folder: Path) -> Rows:
    """FNC-1's pairs of headline and body that are of one matter, the body's text in each row."""
    bodies = {}
    for line in (folder / "bodies.jsonl").read_text(encoding="utf-8").splitlines():
        body = json.loads(line)
        bodies[body["id"]] = body["text"]
    rows = map(json.loads, (folder / "train.jsonl").read_text(encoding="utf-8").splitlines())
    kept = [row | {"text": bodies[row["body"]]} for row in rows if row["stance"] in ARTICLE_CLASSES]
    return sorted(kept, key=lambda row: (row["body"], row["headline"]))


def article_table(rows: Rows) -> tuple[list[str], Numbers, Classes]:
    """As :func:`table`, for articles; rows of one body stand together."""
    found = [article_cues(row["text"], row["headline"]).values for row in rows]
    names = [name for name, _ in found[0]]
    matrix = np.array([[1.0, *(value for _, value in row)] for row in found])
    gold = [CLASSES.index(ARTICLE_CLASSES[row["stance"]]) for row in rows]
    return names, matrix, np.array(gold)


def fit(matrix: Numbers, classes: Classes) -> Numbers:
    """Weights for short texts, one column a class."""
    counts = balanced(classes, len(CLASSES), POWER)
    return regression.fit(matrix, classes, counts, PENALTY, len(CLASSES))


def fit_articles(matrix: Numbers, classes: Classes) -> Numbers:
    """Weights for articles, one column a class."""
    counts = balanced(classes, len(CLASSES), ARTICLE_POWER)
    return regression.fit(matrix, classes, counts, ARTICLE_PENALTY, len(CLASSES))


def write(target: str, source: str, names: list[str], weights: Numbers) -> None:
    """The weights as a TOML word list."""
    lines = [
        "# Weights of a stance model; docs/claims.md says how it was fitted and how well it does.",
        "# Written by training/stance.py; not to be edited by hand.",
    ]
    for column, stance in enumerate(CLASSES):
        lines += ["", f"[{stance}]", f'source = "fitted on {source}"']
        pairs = zip(["constant", *names], weights[:, column], strict=True)
        lines += [f"{name} = {value:.4f}" for name, value in pairs]
    (LEXICONS / f"{target}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(emergent: str, fnc: str) -> None:
    """Fit on every pair of both corpora and write the weights."""
    lines = Path(emergent).read_text(encoding="utf-8").splitlines()
    names, matrix, classes = table([json.loads(line) for line in lines])
    source = "Emergent (Ferreira and Vlachos 2016), training part"
    write("stance_weights", source, names, fit(matrix, classes))
    names, matrix, classes = article_table(articles(Path(fnc)))
    source = "FNC-1 (Pomerleau and Rao 2017), training part"
    write("article_weights", source, names, fit_articles(matrix, classes))


if __name__ == "__main__":
    main(*sys.argv[1:])
