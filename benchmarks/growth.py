"""How time and memory of gathering grow with the number of reports.

    python benchmarks/growth.py [REPORTS ...] [--articles FILE] [--keep FILE]

The articles of ``news_cluster`` are read once (by rules; ``--keep`` holds the readings between
runs), then repeated with other names and numbers of the same length, so that every span stays
where it was: each copy is another set of events. What is timed is
``reportedly.claims.gather``: stories, actors, claims, positions, conflicts. Every size runs in a
process of its own; time is processor time, memory the most that the process ever held. The
exponent is the slope between the first and the last size in logarithms.
"""

import argparse
import hashlib
import json
import math
import pickle
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from reportedly.claims import gather
from reportedly.documents.sentences import sentences
from reportedly.model import Document, Reading, Statement, identify
from reportedly.readings import read

ARTICLES = Path(__file__).resolve().parents[2] / "shared/corpora/news_cluster/articles.jsonl"
LONGEST = 2500
"""Code points of an article that are kept: news comes in short reports."""

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")
Pair = tuple[Document, Reading]


def prepared(articles: Path, keep: Path) -> list[Pair]:
    """Documents and readings of the articles, from ``keep`` where they are there."""
    if keep.is_file():
        held: list[Pair] = pickle.loads(keep.read_bytes())
        return held
    rows = map(json.loads, articles.read_text(encoding="utf-8").splitlines())
    found = [(document, read(document, "rules")) for document in map(_document, rows)]
    keep.write_bytes(pickle.dumps(found))
    return found


def _document(row: dict[str, str]) -> Document:
    text = row["text"][:LONGEST]
    return Document(
        identify("document", row["url"], text), row["id"], row["url"], row["publisher"], None,
        row["published"] or None, None, row["title"], "en", text, sentences(text),
        hashlib.sha256(text.encode()).hexdigest(),
    )  # fmt: skip


def copies(held: list[Pair], wanted: int) -> Iterator[Pair]:
    """``wanted`` reports; each round of copies has its own names and numbers."""
    for at in range(wanted):
        yield _copied(*held[at % len(held)], at // len(held))


def _copied(document: Document, reading: Reading, number: int) -> Pair:
    names = set(_NAME.findall(document.text))

    def changed(text: str) -> str:
        worded = re.sub(r"[A-Za-z]+", lambda m: _renamed(m[0], names, number), text)
        return re.sub(r"\d", lambda m: str((int(m[0]) + number) % 10), worded)

    def tagged(id_: str | None) -> str:
        return f"{id_}-{number}" if id_ else ""

    def stated(one: Statement) -> Statement:
        actors = tuple(replace(a, name=changed(a.name)) for a in one.actors)
        place = replace(one.place, name=changed(one.place.name)) if one.place else None
        return replace(one, id=tagged(one.id), attribution=tagged(one.attribution) or None,
                       document=tagged(one.document), actors=actors, place=place)  # fmt: skip

    attributions = tuple(
        replace(
            a, id=tagged(a.id), document=tagged(a.document), within=tagged(a.within) or None,
            source=replace(a.source, name=changed(a.source.name))
            if a.source and a.source.name else a.source,
        )
        for a in reading.attributions
    )  # fmt: skip
    new = tagged(document.id)
    text, title = changed(document.text), changed(document.title or "")
    return replace(document, id=new, text=text, title=title), Reading(
        new, attributions, tuple(stated(s) for s in reading.statements)
    )


def _renamed(word: str, names: set[str], number: int) -> str:
    if number and word.capitalize() in names:
        made = _other(word.lower(), number)
        return made.capitalize() if word[0].isupper() else made
    return word


@cache
def _other(word: str, number: int) -> str:
    """Another word of the same length and pattern of vowels."""
    digest = hashlib.sha256(f"{word} {number}".encode()).digest()
    kinds = ("aeiou", "bcdfghjklmnprstvwz")
    return "".join(
        kinds[letter not in kinds[0]][digest[at % 32] % len(kinds[letter not in kinds[0]])]
        for at, letter in enumerate(word)
    )


def timed(size: int, articles: Path, keep: Path) -> dict[str, float]:
    """Seconds of processor time, gigabytes held at most, and what was gathered."""
    pairs = list(copies(prepared(articles, keep), size))
    told = sum(len(reading.statements) for _, reading in pairs)
    start = time.process_time()
    made = gather([document for document, _ in pairs], [reading for _, reading in pairs])
    seconds = time.process_time() - start
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return {"reports": size, "statements": told, "claims": len(made.claims), "seconds": seconds,
            "gigabytes": held}  # fmt: skip


def _line(row: dict[str, float], widest: float) -> str:
    bar = "#" * max(1, round(40 * row["seconds"] / widest))
    return (
        f"{row['reports']:7,.0f} reports {row['statements']:9,.0f} statements"
        f" {row['claims']:9,.0f} claims {row['seconds']:8.1f} s {row['gigabytes']:5.2f} GB  {bar}"
    )


def main() -> None:
    """Print a line a size, and the exponent."""
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--articles", type=Path, default=ARTICLES)
    parser.add_argument("--keep", type=Path, default=Path("growth.pickle"))
    parser.add_argument("--one", action="store_true", help="print one size as JSON")
    given = parser.parse_args()
    if given.one:
        print(json.dumps(timed(given.reports[0], given.articles, given.keep)))
        return
    prepared(given.articles, given.keep)
    rows = []
    for size in given.reports:
        again = [sys.executable, __file__, str(size), "--one", "--keep", str(given.keep)]
        done = subprocess.run([*again, "--articles", str(given.articles)], check=True,
                              capture_output=True, text=True)  # fmt: skip
        rows.append(json.loads(done.stdout))
    widest = max(row["seconds"] for row in rows)
    print("\n".join(_line(row, widest) for row in rows))
    if len(rows) > 1:
        first, last = rows[0], rows[-1]
        slope = math.log(last["seconds"] / first["seconds"]) / math.log(
            last["reports"] / first["reports"]
        )
        print(f"time grows with reports to the power of {slope:.2f}")


if __name__ == "__main__":
    main()
