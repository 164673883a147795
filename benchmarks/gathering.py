"""Reports gathered into events and headlines into claims, beside TF-IDF and MiniLM cosine.

    python benchmarks/gathering.py [--minilm PYTHON [--keep FOLDER]]

Reports: 282 articles of 56 events, all gathered at once; the threshold for the articles of one
fifth of the events is the best for those of the others. Headlines: those of each fifth of the
claims gathered by themselves with the threshold that is best for the other fifths, and all at
once. The baselines get the threshold, and of two linkages the one, that is best for what is
scored. ``PYTHON`` has torch, transformers and the MiniLM weights (``peer_minilm.py``).

B-cubed F1 (Bagga and Baldwin 1998; the harmonic mean of the mean precision and recall of an item)
and the adjusted Rand index (Hubert and Arabie 1985). Intervals: 95 %, whole events or claims
drawn with replacement, the same draws for all systems.
"""

import argparse
import hashlib
import json
import math
import random
import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.claims.texts import Text, gather_texts

Numbers = NDArray[np.float64]
Labels = list[int]
Options = dict[float, Labels]
"""Groups at each threshold."""
CORPORA = Path(__file__).resolve().parents[2] / "shared/corpora"
REPORTS = CORPORA / "news_cluster/articles.jsonl"
HEADLINES = CORPORA / "emergent/train.jsonl"
FOLDS, DRAWS = 5, 1000
JOINS = [at / 25 for at in range(5, 21)]
CUTS = [at / 50 for at in range(2, 47)]


@dataclass(frozen=True, slots=True)
class Item:
    """A text with the event or claim that it is of."""

    text: Text
    gold: str

    @property
    def fold(self) -> int:
        """The fifth that its event or claim is in, by hash."""
        return int(hashlib.sha256(self.gold.encode()).hexdigest(), 16) % FOLDS


@dataclass(frozen=True, slots=True)
class Each:
    """Precision and recall of each item, between 0 and 1."""

    precision: Numbers
    recall: Numbers

    def f1(self, of: Sequence[int]) -> float:
        """B-cubed F1 of some items."""
        held = list(of)
        p, r = float(self.precision[held].mean()), float(self.recall[held].mean())
        return 2 * p * r / (p + r)


Cosines = Callable[[Sequence[Item]], Numbers]


def reports(path: Path) -> list[Item]:
    """The articles of ``news_cluster``."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Item(Text(r["text"], r["title"] or "", r["published"] or ""), str(r["event"])) for r in rows
    ]


def headlines(path: Path) -> list[Item]:
    """The headlines of Emergent."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Item(Text(row["headline"]), row["claim"]) for row in rows]


def b_cubed(gold: Sequence[object], found: Sequence[object]) -> Each:
    """Of each item's group, the share that is of its event; of its event, what is in its group."""
    both = Counter(zip(gold, found, strict=True))
    of_gold, of_found = Counter(gold), Counter(found)
    pairs = list(zip(gold, found, strict=True))
    return Each(
        np.array([both[g, f] / of_found[f] for g, f in pairs]),
        np.array([both[g, f] / of_gold[g] for g, f in pairs]),
    )


def rand(gold: Sequence[object], found: Sequence[object]) -> float:
    """The adjusted Rand index: 1 for the same groups, about 0 for chance."""

    def pairs(counts: Iterable[int]) -> int:
        return sum(math.comb(count, 2) for count in counts)

    both = pairs(Counter(zip(gold, found, strict=True)).values())
    left, right = pairs(Counter(gold).values()), pairs(Counter(found).values())
    chance = left * right / math.comb(len(gold), 2)
    return (both - chance) / ((left + right) / 2 - chance) if left + right != 2 * chance else 1.0


def tfidf(texts: Sequence[str]) -> Numbers:
    """Cosines of TF-IDF vectors, as scikit-learn makes them by default but for stop words."""
    bags = [Counter(_tokens(text)) for text in texts]
    counts = Counter(word for bag in bags for word in bag)
    known = {word: at for at, word in enumerate(sorted(counts))}
    table = np.zeros((len(texts), len(known)), dtype=np.float32)
    for row, bag in zip(table, bags, strict=True):
        for word, times in bag.items():
            row[known[word]] = times * (math.log((1 + len(texts)) / (1 + counts[word])) + 1)
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return np.asarray(table @ table.T, dtype=np.float64)


def minilm(texts: Sequence[str], python: str, keep: Path) -> Numbers:
    """Cosines of the vectors that ``peer_minilm.py`` makes, kept by the hash of the texts."""
    given = json.dumps(list(texts)).encode()
    made = keep / f"minilm-{hashlib.sha256(given).hexdigest()[:16]}.npy"
    if not made.is_file():
        keep.mkdir(parents=True, exist_ok=True)
        asked = made.with_suffix(".json")
        asked.write_bytes(given)
        peer = Path(__file__).with_name("peer_minilm.py")
        subprocess.run([python, str(peer), str(asked), str(made)], check=True, capture_output=True)
        asked.unlink()
    rows = np.load(made).astype(np.float64)
    return np.asarray(rows @ rows.T)


def _tokens(text: str) -> list[str]:
    return [word for word in re.findall(r"\b\w\w+\b", text.lower()) if word not in STOP]


STOP = frozenset(
    """
    a about after all also an and any are as at be because been before being but by can
    could did do does for from had has have he her him his how i if in into is it its just
    may me more most my no nor not now of off on one only or other our out over own s same
    she should so some such than that the their them then there these they this those
    through to too under up very was we were what when where which while who whom why will
    with would you your
    """.split()  # noqa: SIM905
)


def cuts(cosines: Numbers, complete: bool) -> Options:
    """Groups at each threshold, by average or complete linkage, the nearest pair first."""
    near = cosines.copy()
    np.fill_diagonal(near, -9.0)
    size, labels = np.ones(len(near)), np.arange(len(near))
    who, best = near.argmax(axis=1), near.max(axis=1)
    found: Options = {}
    wanted = sorted(CUTS)
    while wanted:
        one = int(best.argmax())
        while wanted and best[one] < wanted[-1]:
            found[wanted.pop()] = labels.tolist()
        other = int(who[one])
        share = size[one] / (size[one] + size[other])
        average = share * near[one] + (1 - share) * near[other]
        mixed = np.minimum(near[one], near[other]) if complete else average
        mixed[[one, other]] = -9.0
        near[one], near[:, one] = mixed, mixed
        near[other], near[:, other] = -9.0, -9.0
        size[one] += size[other]
        labels[labels == other] = one
        stale = np.flatnonzero((who == one) | (who == other))
        stale = np.union1d(stale, [one, other])
        who[stale], best[stale] = near[stale].argmax(axis=1), near[stale].max(axis=1)
    return found


def labelled(groups: Iterable[Iterable[int]], size: int) -> Labels:
    """The number of each item's group."""
    found = [0] * size
    for number, group in enumerate(groups):
        for at in group:
            found[at] = number
    return found


def ours(items: Sequence[Item]) -> Options:
    """What the program gathers, at each threshold."""
    texts = [item.text for item in items]
    return {join: labelled(gather_texts(texts, join), len(texts)) for join in JOINS}


def apart(items: Sequence[Item], gather: Callable[[Sequence[Item]], Options]) -> Options:
    """Each fifth gathered by itself."""
    found: Options = {}
    for fold in range(FOLDS):
        held = [at for at, item in enumerate(items) if item.fold == fold]
        for threshold, labels in gather([items[at] for at in held]).items():
            row = found.setdefault(threshold, [0] * len(items))
            for at, label in zip(held, labels, strict=True):
                row[at] = label * FOLDS + fold
    return found


def best_for(options: Options, items: Sequence[Item], of: Sequence[int]) -> tuple[float, float]:
    """The best B-cubed F1 of some items, and its threshold."""
    gold = [item.gold for item in items]
    return max((b_cubed(gold, found).f1(of), at) for at, found in options.items())


def crossed(options: Options, items: Sequence[Item]) -> tuple[Each, Labels, list[float]]:
    """Each item by the threshold that is best for the other fifths; labels of the middle one."""
    gold = [item.gold for item in items]
    precision, recall, chosen = np.zeros(len(items)), np.zeros(len(items)), []
    for fold in range(FOLDS):
        rest = [at for at, item in enumerate(items) if item.fold != fold]
        held = [at for at, item in enumerate(items) if item.fold == fold]
        chosen.append(best_for(options, items, rest)[1])
        each = b_cubed(gold, options[chosen[-1]])
        precision[held], recall[held] = each.precision[held], each.recall[held]
    return Each(precision, recall), options[sorted(chosen)[FOLDS // 2]], chosen


@dataclass(frozen=True, slots=True)
class System:
    """What one system gives: each item's score and group."""

    name: str
    each: Each
    found: Labels
    at: str


def oracle(name: str, items: Sequence[Item], tried: dict[str, Options]) -> System:
    """A baseline at the threshold and linkage that are best for what is scored."""
    everything = range(len(items))
    best = {linkage: best_for(options, items, everything) for linkage, options in tried.items()}
    linkage = max(best, key=lambda one: best[one])
    at = best[linkage][1]
    found = tried[linkage][at]
    each = b_cubed([item.gold for item in items], found)
    return System(name, each, found, f"{linkage} linkage at {at:.2f}")


def baseline(name: str, items: Sequence[Item], by: Cosines, alone: bool) -> System:
    """One kind of cosine, under average and complete linkage."""

    def gather(complete: bool) -> Options:
        def one(held: Sequence[Item]) -> Options:
            return cuts(by(held), complete)

        return apart(items, one) if alone else one(items)

    return oracle(name, items, {"average": gather(False), "complete": gather(True)})


def reportedly(items: Sequence[Item], alone: bool) -> System:
    """The program, with thresholds from the other fifths."""
    each, found, chosen = crossed(apart(items, ours) if alone else ours(items), items)
    return System("reportedly", each, found, f"at {min(chosen):.2f} to {max(chosen):.2f}")


def table(title: str, systems: Sequence[System], items: Sequence[Item]) -> None:
    """Print each system's figures, and how far the first is ahead of each other."""
    draws = drawn(items)
    gold = [item.gold for item in items]
    print(f"\n{title}: {len(items)} texts, {len(set(gold))} groups")
    lead_f1 = systems[0].each.f1(range(len(items)))
    lead = [systems[0].each.f1(draw) for draw in draws]
    for system in systems:
        scores = sorted(system.each.f1(draw) for draw in draws)
        low, high = scores[int(DRAWS * 0.025)], scores[int(DRAWS * 0.975)]
        f1 = system.each.f1(range(len(items)))
        line = f"{system.name:14} B3 {f1:.3f} ({low:.3f}-{high:.3f})"
        line += f"  P {system.each.precision.mean():.3f} R {system.each.recall.mean():.3f}"
        line += f"  ARI {rand(gold, system.found):.3f}  {system.at}"
        if system is not systems[0]:
            ahead = sorted(a - system.each.f1(d) for a, d in zip(lead, draws, strict=True))
            low, high = ahead[int(DRAWS * 0.025)], ahead[int(DRAWS * 0.975)]
            gap = lead_f1 - f1
            line += f"  behind by {gap:+.3f} ({low:+.3f} to {high:+.3f})"
        print(line)


def drawn(items: Sequence[Item]) -> list[list[int]]:
    """Items of whole events or claims, drawn with replacement."""
    by_gold: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        by_gold[item.gold].append(at)
    names, chance = sorted(by_gold), random.Random(7)
    return [
        [at for name in chance.choices(names, k=len(names)) for at in by_gold[name]]
        for _ in range(DRAWS)
    ]


def by_words(items: Sequence[Item]) -> Numbers:
    """TF-IDF cosines of title and text."""
    return tfidf([f"{item.text.title}\n{item.text.text}" for item in items])


def by_vectors(items: Sequence[Item], python: str, keep: Path) -> Cosines:
    """MiniLM cosines of title and text, made once for all items."""
    whole = minilm([f"{item.text.title}\n{item.text.text}" for item in items], python, keep)
    place = {id(item): at for at, item in enumerate(items)}

    def some(held: Sequence[Item]) -> Numbers:
        rows = [place[id(item)] for item in held]
        return whole[np.ix_(rows, rows)]

    return some


def measured(
    title: str, items: Sequence[Item], vectors: Cosines | None, modes: Sequence[bool]
) -> None:
    """Print one corpus, each fifth ``alone`` or everything at once."""
    for alone in modes:
        systems = [reportedly(items, alone), baseline("TF-IDF", items, by_words, alone)]
        if vectors:
            systems.append(baseline("MiniLM", items, vectors, alone))
        table(f"{title}, {'each fifth alone' if alone else 'all at once'}", systems, items)


def main() -> None:
    """Print both corpora."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--minilm", metavar="PYTHON")
    parser.add_argument("--keep", type=Path, default=Path("vectors"), metavar="FOLDER")
    parser.add_argument("--reports", type=Path, default=REPORTS)
    parser.add_argument("--headlines", type=Path, default=HEADLINES)
    given = parser.parse_args()
    corpora = (
        ("Reports into events", given.reports, reports, [False]),
        ("Headlines into claims", given.headlines, headlines, [True, False]),
    )
    for title, path, items_of, modes in corpora:
        if path.is_file():
            items = items_of(path)
            vectors = by_vectors(items, given.minilm, given.keep) if given.minilm else None
            measured(title, items, vectors, modes)


if __name__ == "__main__":
    main()
