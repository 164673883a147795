"""Score what two real reports of one story have to do with one another, beside two baselines.

    python benchmarks/report_pairs.py [--split tune|score] [--keep FOLDER] [--errors]

``gold/report_pairs.jsonl`` holds our labels (ids and labels only): copy, credit, common upstream,
independent. All reports of a story are read and compared, and the pair is judged by what the ledger
then holds: links between the two, an upstream that both lead back to, an origin that both share.
Baselines: ``runs`` sees a copy where a tenth of the shorter report's eight-word runs stand in the
other, else independent reports; ``publishers`` takes two publishers for two origins.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import real_reports
from sources import rows as labelled

from reportedly import pipeline
from reportedly.origins.between import Between

LABELS = ("copy", "credit", "common", "independent")
RUN, SHARE = 8, 0.1
Row = dict[str, str]


def ours(rows: list[Row], folder: Path | None) -> list[str]:
    """Labels from what the ledger holds of each story."""
    documents, stories = real_reports.documents(), real_reports.stories()
    wanted = {(row["corpus"], row[side]) for row in rows for side in "ab"}
    chosen = [names for names in stories.values() if wanted.intersection(names)]
    read = real_reports.read((documents[n] for names in chosen for n in names), folder)
    found: dict[int, str] = {}
    for names in chosen:
        held = list({documents[n].id: documents[n] for n in names}.values())
        asked = Between(pipeline.compare(held, [read[d.id] for d in held]))
        for number, row in enumerate(rows):
            if (row["corpus"], row["a"]) in names:
                one, other = (documents[row["corpus"], row[side]].id for side in "ab")
                found[number] = asked.tie(one, other).kind.removesuffix(" upstream")
    return [found[number] for number in range(len(rows))]


def runs(rows: list[Row]) -> list[str]:
    """Labels by shared eight-word runs alone."""
    documents = real_reports.documents()
    labels = []
    for row in rows:
        one, other = (_runs(documents[row["corpus"], row[s]].text) for s in "ab")
        share = len(one & other) / max(1, min(len(one), len(other)))
        labels.append("copy" if share >= SHARE else "independent")
    return labels


def _runs(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def publishers(rows: list[Row]) -> list[str]:
    """Labels by publisher alone: one is a copy of itself, two are independent."""
    documents = real_reports.documents()
    pairs = ([documents[row["corpus"], row[s]].publisher for s in "ab"] for row in rows)
    return ["copy" if a and a == b else "independent" for a, b in pairs]


def macro(rows: Sequence[Row], found: Sequence[str]) -> float:
    """Macro F1 over the four labels."""
    return sum(f1(rows, found, label)[2] for label in LABELS) / len(LABELS)


def f1(rows: Sequence[Row], found: Sequence[str], label: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of one label."""
    hits = sum(row["label"] == said == label for row, said in zip(rows, found, strict=True))
    gold, said = sum(row["label"] == label for row in rows), sum(s == label for s in found)
    p, r = hits / said if said else 0.0, hits / gold if gold else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="score", choices=("tune", "score"))
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    rows = labelled("report_pairs", asked.split)
    found = {"ours": ours(rows, asked.keep), "runs": runs(rows), "publishers": publishers(rows)}
    print(f"{len(rows)} pairs: {dict(Counter(row['label'] for row in rows))}")
    rng = random.Random(6)
    for name, labels in found.items():
        drawn = sorted(_drawn(rows, labels, rng) for _ in range(1000))
        exact = sum(row["label"] == said for row, said in zip(rows, labels, strict=True))
        print(f"  {name:11} macro F1 {macro(rows, labels):.3f} ({drawn[25]:.3f}-{drawn[974]:.3f})"
              f"  accuracy {exact / len(rows):.3f}")  # fmt: skip
    for label in LABELS:
        p, r, f = f1(rows, found["ours"], label)
        print(f"  ours, {label:11} P {p:.3f} R {r:.3f} F1 {f:.3f}")
    if asked.errors:
        for row, said in zip(rows, found["ours"], strict=True):
            if row["label"] != said:
                print(row["label"], "read as", said, row["corpus"], row["a"], row["b"], row["sure"])


def _drawn(rows: list[Row], labels: list[str], rng: random.Random) -> float:
    at = rng.choices(range(len(rows)), k=len(rows))
    return macro([rows[i] for i in at], [labels[i] for i in at])


if __name__ == "__main__":
    main()
