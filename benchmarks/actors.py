"""Pairs of mentions: how well it is told that two stretches of text mean one actor.

Every pair of ``gold/actor_pairs.jsonl`` is two mentions in reports of `news_cluster`. The
program joins all 282 reports at once and is asked of each pair whether both mentions have the
same node. Beside it: two mentions are one if their words are the same, and if their last words
are. Intervals by bootstrap over pairs.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reportedly import documents, readings
from reportedly.cache import Cache
from reportedly.claims.actors import Directory, directory
from reportedly.model import Document, Kept, Reading, Span

HERE = Path(__file__).parent
CORPUS = HERE / "../../shared/corpora/news_cluster/articles.jsonl"
_DRAWS = 2000
Answer = Callable[["Pair"], bool]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions (document id, offsets, words), whether they are one actor, the split."""

    ids: tuple[str, str]
    spans: tuple[Span, Span]
    texts: tuple[str, str]
    same: bool
    split: str


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision and recall of "same", each with a 95 % interval by bootstrap."""

    precision: float
    recall: float
    of_precision: tuple[float, float]
    of_recall: tuple[float, float]


def corpus() -> tuple[dict[str, Document], tuple[Document, ...]]:
    """The reports of the corpus, by the corpus' own ids and in its order."""
    kept = [one.document for one in documents.load([str(CORPUS)]) if isinstance(one, Kept)]
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    by_text = {document.text: document for document in kept}
    return {row["id"]: by_text[row["text"]] for row in rows}, tuple(kept)


def pairs(by_id: dict[str, Document], name: str = "actor_pairs") -> list[Pair]:
    """All labelled pairs."""
    lines = (HERE / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_pair(by_id, json.loads(line)) for line in lines]


def _pair(by_id: dict[str, Document], row: dict[str, object]) -> Pair:
    (one, a, b), (other, c, d) = row["a"], row["b"]  # type: ignore[misc]
    left, right = by_id[one], by_id[other]
    return Pair((left.id, right.id), (Span(a, b), Span(c, d)), (left.text[a:b], right.text[c:d]),
                bool(row["same"]), str(row["split"]))  # fmt: skip


def read(chosen: Sequence[Document], folder: Path | None) -> tuple[Reading, ...]:
    """Readings of all reports, kept in ``folder`` where one is given."""
    cache = Cache.at(folder, readings.identity(readings.DEFAULT)) if folder else None
    found = []
    for document in chosen:
        held = cache.get(document) if cache else None
        reading = held or readings.read(document)
        if cache and held is None:
            cache.put(document, reading)
        found.append(reading)
    return tuple(found)


def by_node(known: Directory) -> Answer:
    """Whether the program joins two mentions."""

    def answer(pair: Pair) -> bool:
        nodes = [known.node(id_, span) for id_, span in zip(pair.ids, pair.spans, strict=True)]
        return nodes[0] is not None and nodes[0] == nodes[1]

    return answer


def same_string(pair: Pair) -> bool:
    """The very same words, in any case."""
    return pair.texts[0].lower() == pair.texts[1].lower()


def same_last_word(pair: Pair) -> bool:
    """The same last word, in any case, without a genitive ending."""
    last = [re.findall(r"\w+", re.sub(r"['’]s\b", "", text.lower()))[-1:] for text in pair.texts]
    return bool(last[0]) and last[0] == last[1]


def scores(found: Sequence[Pair], answer: Answer) -> Scores:
    """Precision and recall of "same" over ``found``, with intervals."""
    gold = np.array([pair.same for pair in found])
    given = np.array([answer(pair) for pair in found])
    drawn = np.random.default_rng(5).integers(0, len(gold), (_DRAWS, len(gold)))
    resampled = np.array([_both(gold[rows], given[rows]) for rows in drawn])
    low, high = np.nanquantile(resampled, [0.025, 0.975], axis=0)
    precision, recall = _both(gold, given)
    return Scores(precision, recall, (low[0], high[0]), (low[1], high[1]))


def _both(gold: np.ndarray, given: np.ndarray) -> tuple[float, float]:
    hits = float((gold & given).sum())
    asked, offered = float(gold.sum()), float(given.sum())
    return hits / offered if offered else float("nan"), hits / asked if asked else float("nan")


def main() -> None:
    """Print the scores, and on demand the pairs of the tuning split that are told wrongly."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--split", choices=("tune", "score", "fresh"), default="score")
    options.add_argument("--cache", type=Path, help="folder for readings of the corpus")
    options.add_argument("--errors", action="store_true", help="only for the split tune")
    chosen = options.parse_args()
    by_id, kept = corpus()
    answers: dict[str, Answer] = {
        "same string": same_string,
        "same last word": same_last_word,
        "reportedly": by_node(directory(kept, read(kept, chosen.cache))),
    }
    found = [pair for pair in pairs(by_id) if pair.split == chosen.split]
    same = sum(pair.same for pair in found)
    print(f"{len(found)} pairs of split {chosen.split}, {same} of them one actor")
    for name, answer in answers.items():
        told = scores(found, answer)
        (a, b), (c, d) = told.of_precision, told.of_recall
        print(f"{name:15} precision {told.precision:.3f} ({a:.3f}-{b:.3f})  "
              f"recall {told.recall:.3f} ({c:.3f}-{d:.3f})")  # fmt: skip
    if chosen.errors:
        if chosen.split != "tune":
            sys.exit("only the pairs of the split tune may be looked at")
        for pair in found:
            if answers["reportedly"](pair) != pair.same:
                print(pair.same, pair.texts, pair.ids[0] == pair.ids[1])


if __name__ == "__main__":
    main()
