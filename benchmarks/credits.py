"""Score credits: which outlets a sentence names as where its report has something from.

    python benchmarks/credits.py [--split tune|score] [--keep FOLDER] [--errors]

``gold/credit_sentences.jsonl`` holds our labels of sentences of ``stories`` and ``news_cluster``
(offsets only). The outlets the program knows are those of the sentence's own story.
"""

import argparse
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import real_reports
from sources import rows as labelled

from reportedly.model import Document, Reading, Span
from reportedly.origins.credits import BESIDE, Credit, mentions
from reportedly.origins.outlets import outlets

Row = dict[str, Any]
Counted = tuple[int, int, int, list[str]]


def counted(rows: list[Row], folder: Path | None) -> list[Counted]:
    """Of each sentence: credits found and right, found, gold; and what was wrong."""
    documents = real_reports.documents()
    of = {name: names for names in real_reports.stories().values() for name in names}
    read = real_reports.read((documents[n] for row in rows for n in _near(row, of)), folder)
    return [
        _one(
            row,
            documents[row["corpus"], row["document"]],
            [documents[n] for n in _near(row, of)],
            read,
        )
        for row in rows
    ]


def _near(row: Row, of: dict[Any, list[Any]]) -> list[Any]:
    return of[row["corpus"], row["document"]]


def _one(
    row: Row, document: Document, near: list[Document], read: Mapping[str, Reading]
) -> Counted:
    known = outlets(near, [read[d.id] for d in near])
    sentence = Span(row["start"], row["end"])
    gold = [Span(*span) for span in row["credits"]]
    found = {
        c.outlet.name: c.span
        for c in mentions(document, read[document.id], known)
        if c.how != BESIDE and c.span and c.span.overlaps(sentence) and _named(document.text, c)
    }
    right = sum(any(span.overlaps(g) for g in gold) for span in found.values())
    hit = sum(any(span.overlaps(g) for span in found.values()) for g in gold)
    wrong = [
        f"invented {name}" for name, s in found.items() if not any(s.overlaps(g) for g in gold)
    ]
    wrong += [f"missed {document.text[g.start:g.end]}" for g in gold
              if not any(s.overlaps(g) for s in found.values())]  # fmt: skip
    wrong = [
        f"{text} | {' '.join(document.text[row['start'] : row['end']].split())}" for text in wrong
    ]
    return right, len(found), hit, wrong


def _named(text: str, credit: Credit) -> bool:
    """Whether the credit prints a name ("the newspaper" is none, by the guide)."""
    assert credit.span
    words = text[credit.span.start : credit.span.end].lower()
    return any(form.lower() in words for form in credit.outlet.forms)


def main() -> None:
    """Print precision and recall."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="score", choices=("tune", "score"))
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    rows = labelled("credit_sentences", asked.split)
    found = counted(rows, asked.keep)
    gold = [len(row["credits"]) for row in rows]
    rng = random.Random(6)
    drawn = [_figures(found, gold, rng.choices(range(len(rows)), k=len(rows))) for _ in range(1000)]
    for index, name in enumerate(("precision", "recall")):
        held = sorted(one[index] for one in drawn)
        value = _figures(found, gold, list(range(len(rows))))[index]
        print(f"  {name:10} {value:.3f} ({held[25]:.3f}-{held[974]:.3f})")
    print(f"  {len(rows)} sentences, {sum(gold)} credits, {sum(f[1] for f in found)} found")
    for one in found if asked.errors else ():
        for text in one[3]:
            print("   ", text)


def _figures(found: list[Counted], gold: list[int], at: list[int]) -> tuple[float, float]:
    right, said = sum(found[i][0] for i in at), sum(found[i][1] for i in at)
    hit, all_ = sum(found[i][2] for i in at), sum(gold[i] for i in at)
    return right / said if said else 0.0, hit / all_ if all_ else 0.0


if __name__ == "__main__":
    main()
