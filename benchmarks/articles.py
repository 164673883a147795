"""Stance of whole articles towards headlines (FNC-1), five-fold by body, beside two baselines.

    python benchmarks/articles.py [FOLDER]

Pairs of one matter only: agree, disagree, discuss. No body is in two folds; since many headlines
stand with many bodies, a second row keeps headlines apart too. Prints macro F1 with
its 95 % interval (bootstrap over bodies) and the F1 of each stance. The baselines: always
"discuss", and the nearest class centre in TF-IDF space over headline and body (Rocchio 1971).
"""

import hashlib
import math
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
from regression import Classes, Numbers
from stance import CLASSES, Rows, article_table, articles, fit_articles, probabilities

from reportedly.claims.words import stems

FOLDS, DRAWS = 5, 300
CORPUS = Path(__file__).resolve().parents[2] / "shared/corpora/fnc1"

Bag = dict[str, float]


def by_body(rows: Rows) -> list[int]:
    """The fold of each row, by the hash of its body's name."""
    return [_hashed(row["body"]) for row in rows]


def by_story(rows: Rows) -> list[int]:
    """The fold of each row; bodies tied by headlines, directly or not, stand in one."""
    head: dict[str, str] = {}

    def root(one: str) -> str:
        while head.setdefault(one, one) != one:
            one = head[one]
        return one

    for row in rows:
        head[root("body " + row["body"])] = root("headline " + row["headline"])
    return [_hashed(root("body " + row["body"])) for row in rows]


def _hashed(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def crossed(matrix: Numbers, classes: Classes, home: list[int]) -> list[int]:
    """The stance judged for each row by weights fitted on the other folds."""
    judged = [0] * len(home)
    for held in range(FOLDS):
        inside = [i for i, at in enumerate(home) if at == held]
        others = [i for i, at in enumerate(home) if at != held]
        weights = fit_articles(matrix[others], classes[others])
        best = probabilities(matrix[inside], weights).argmax(1)
        for i, one in zip(inside, best, strict=True):
            judged[i] = int(one)
    return judged


def f1s(gold: list[int], judged: list[int]) -> list[float]:
    """F1 of each stance."""
    both, ours, theirs = Counter(zip(gold, judged, strict=True)), Counter(gold), Counter(judged)
    return [2 * both[at, at] / max(ours[at] + theirs[at], 1) for at in range(len(CLASSES))]


def interval(rows: Rows, gold: list[int], judged: list[int]) -> tuple[float, float]:
    """The 95 % interval of macro F1, drawing whole bodies."""
    held: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        held[row["body"]].append(at)
    bodies, chance, found = sorted(held), random.Random(7), []
    for _ in range(DRAWS):
        drawn = [at for body in chance.choices(bodies, k=len(bodies)) for at in held[body]]
        each = f1s([gold[at] for at in drawn], [judged[at] for at in drawn])
        found.append(sum(each) / len(each))
    found.sort()
    return found[int(DRAWS * 0.025)], found[int(DRAWS * 0.975)]


def bags(texts: list[str]) -> dict[str, Bag]:
    """TF-IDF of each text, of length 1."""
    counts = {text: Counter(stems(text)) for text in sorted(set(texts))}
    seen = Counter(word for bag in counts.values() for word in bag)
    found = {}
    for text, bag in counts.items():
        raw = {w: (1 + math.log(n)) * math.log(len(counts) / seen[w]) for w, n in bag.items()}
        size = math.sqrt(math.fsum(v * v for v in raw.values())) or 1.0
        found[text] = {word: value / size for word, value in raw.items()}
    return found


def centres(rows: Rows, gold: list[int], home: list[int]) -> list[int]:
    """The baseline: for each row the class whose centre over the other folds is nearest."""
    headlines, bodies = bags([r["headline"] for r in rows]), bags([r["text"] for r in rows])
    judged = [0] * len(rows)
    for held in range(FOLDS):
        sums: list[tuple[Counter[str], Counter[str]]] = [(Counter(), Counter()) for _ in CLASSES]
        for row, one, at in zip(rows, gold, home, strict=True):
            if at != held:
                sums[one][0].update(headlines[row["headline"]])
                sums[one][1].update(bodies[row["text"]])
        sizes = [math.sqrt(sum(v * v for part in one for v in part.values())) for one in sums]
        for at, row in enumerate(rows):
            if home[at] == held:
                near = [
                    (_dot(headlines[row["headline"]], one[0]) + _dot(bodies[row["text"]], one[1]))
                    / size
                    for one, size in zip(sums, sizes, strict=True)
                ]
                judged[at] = near.index(max(near))
    return judged


def _dot(bag: Bag, centre: Counter[str]) -> float:
    return sum(value * centre[word] for word, value in bag.items())


def line(name: str, rows: Rows, gold: list[int], judged: list[int]) -> float:
    """Print one system's figures; its macro F1."""
    each = f1s(gold, judged)
    low, high = interval(rows, gold, judged)
    names = ("disagree", "agree", "discuss")
    print(
        f"{name:24} macro F1 {sum(each) / 3:.3f} ({low:.3f}-{high:.3f})  "
        + "  ".join(f"{n} {v:.3f}" for n, v in zip(names, each, strict=True))
    )
    return sum(each) / len(each)


def main() -> None:
    """Print the figures of the baselines and of the five folds."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    if not folder.is_dir():
        raise SystemExit(f"no corpus at {folder}")
    rows = articles(folder)
    _, matrix, classes = article_table(rows)
    gold = classes.tolist()
    print(f"FNC-1: {len(rows)} pairs of one matter, {len({row['body'] for row in rows})} bodies")
    line("always discuss", rows, gold, [CLASSES.index("observing")] * len(rows))
    for name, home in (("no body", by_body(rows)), ("nor headline", by_story(rows))):
        line(f"TF-IDF, {name} in two", rows, gold, centres(rows, gold, home))
        line(f"ours, {name} in two", rows, gold, crossed(matrix, classes, home))


if __name__ == "__main__":
    main()
