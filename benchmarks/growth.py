"""How time and memory of gathering grow with the number of reports.

    python benchmarks/growth.py [REPORTS ...] [--same] [--articles FILE] [--keep FILE] [--svg FILE]

The articles of ``news_cluster`` are read once (by rules; ``--keep`` holds the readings between
runs). That part is real. Everything beyond the first 282 reports is generated from it: each round
of copies has other names and numbers of the same length, so that every span stays where it was and
each round tells of events of its own, in the same other words. With ``--same`` names stay and only
numbers change: every round tells of the same events, and stories grow with the reports.

What is timed is ``reportedly.claims.gather``: stories, actors, claims, positions, conflicts; then,
with the help of what was worked out before, the same with ten more reports. Every size runs in a
process of its own on one core; time is processor time, memory the most that the process ever held,
its input included. The exponent is the slope of the line fitted by least squares to both in
logarithms. Rows already in ``--rows`` are not measured again.
"""

import argparse
import hashlib
import json
import pickle
import re
import subprocess
import sys
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from growing import Row, exponent, most_held, other, plot

from reportedly.claims import Memory, gather
from reportedly.documents.sentences import sentences
from reportedly.ledger import opened
from reportedly.model import Document, Reading, Statement, identify
from reportedly.readings import read

ARTICLES = Path(__file__).resolve().parents[2] / "shared/corpora/news_cluster/articles.jsonl"
LONGEST = 2500
"""Code points of an article that are kept: news comes in short reports."""

TEN = 10
MOST = 10_000
"""Reports to which ten more are added."""

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")
Pair = tuple[Document, Reading]


def prepared(articles: Path, keep: Path) -> list[Pair]:
    """Documents and readings of the articles, from ``keep`` where they are there."""
    if keep.is_file():
        held: list[Pair] = pickle.loads(keep.read_bytes())
        return held
    rows = map(json.loads, articles.read_text(encoding="utf-8").splitlines())
    found = [(document, read(document, "rules")) for document in map(_document, rows)]
    keep.parent.mkdir(parents=True, exist_ok=True)
    keep.write_bytes(pickle.dumps(found))
    return found


def _document(row: dict[str, str]) -> Document:
    text = row["text"][:LONGEST]
    return Document(
        identify("document", row["url"], text), row["id"], row["url"], row["publisher"], None,
        row["published"] or None, None, row["title"], "en", text, sentences(text),
        hashlib.sha256(text.encode()).hexdigest(),
    )  # fmt: skip


def copies(held: list[Pair], wanted: int, same: bool = False) -> Iterator[Pair]:
    """``wanted`` reports; each round of copies has its own numbers and, if not ``same``, names."""
    for at in range(wanted):
        yield _copied(*held[at % len(held)], at // len(held), same)


def _copied(document: Document, reading: Reading, number: int, same: bool) -> Pair:
    names = set() if same else set(_NAME.findall(document.text))

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
        made = other(word.lower(), number)
        return made.capitalize() if word[0].isupper() else made
    return word


def timed(size: int, articles: Path, keep: Path, same: bool) -> Row:
    """Seconds of processor time, gigabytes held at most, and what was gathered; then ten more."""
    pairs = list(copies(prepared(articles, keep), size + TEN, same))
    documents, readings = [d for d, _ in pairs], [r for _, r in pairs]
    del pairs
    with TemporaryDirectory() as folder, opened(str(Path(folder) / "case.db")) as ledger:
        seconds, claims = _gathered(documents[:size], readings[:size], ledger.memory)
        most = most_held()
        told = sum(len(reading.statements) for reading in readings[:size])
        row = {"reports": size, "statements": told, "claims": claims, "seconds": seconds,
               "gigabytes": most}  # fmt: skip
        if size > MOST:
            return row
        memory = _Counting(ledger.memory)
        more, _ = _gathered(documents, readings, memory)
    return row | {"ten more": more, "parts": memory.asked, "parts anew": memory.anew}


def _gathered(
    documents: list[Document], readings: list[Reading], memory: Memory
) -> tuple[float, int]:
    start = time.process_time()
    made = gather(documents, readings, memory=memory)
    return time.process_time() - start, len(made.claims)


class _Counting:
    """A memory that counts what it is asked for, and what of it has to be worked out anew."""

    def __init__(self, memory: Memory) -> None:
        self._memory, self.asked, self.anew = memory, 0, 0

    def recall(self, kind: str, keys: Collection[str]) -> dict[str, Any]:
        """What the memory recalls."""
        found = self._memory.recall(kind, keys)
        self.asked += len(set(keys))
        self.anew += len(set(keys) - found.keys())
        return found

    def remember(self, kind: str, found: Mapping[str, Any], current: Collection[str]) -> None:
        """Have the memory keep it."""
        self._memory.remember(kind, found, current)


def _line(row: Row) -> str:
    told = (
        f"{row['reports']:7,.0f} reports {row['statements']:9,.0f} statements"
        f" {row['claims']:9,.0f} claims {row['seconds']:7.1f} s {row['gigabytes']:5.2f} GB"
    )
    if "ten more" not in row:
        return told
    anew = f"{row['parts anew']:,.0f} of {row['parts']:,.0f} parts anew"
    return f"{told}; ten more {row['ten more']:.1f} s, {anew}"


def measured(given: argparse.Namespace) -> list[Row]:
    """One row a size, each in a process of its own; ``given.rows`` keeps them."""
    known: dict[str, Row] = json.loads(given.rows.read_text()) if given.rows.is_file() else {}
    prepared(given.articles, given.keep)
    for size in given.reports:
        name = f"{size} {'same' if given.same else 'other'}"
        if name not in known:
            again = [sys.executable, __file__, str(size), "--one", "--keep", str(given.keep)]
            again += ["--same"] if given.same else []
            done = subprocess.run([*again, "--articles", str(given.articles)], check=True,
                                  capture_output=True, text=True)  # fmt: skip
            known[name] = json.loads(done.stdout)
            given.rows.parent.mkdir(parents=True, exist_ok=True)
            given.rows.write_text(json.dumps(known, indent=1))
    return [known[f"{size} {'same' if given.same else 'other'}"] for size in given.reports]


def main() -> None:
    """Print a line a size, and the exponents; draw them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--articles", type=Path, default=ARTICLES)
    parser.add_argument("--keep", type=Path, default=Path("build/growth.pickle"))
    parser.add_argument("--rows", type=Path, default=Path("build/growth.json"))
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--same", action="store_true", help="names stay the same in all copies")
    parser.add_argument("--one", action="store_true", help="print one size as JSON")
    given = parser.parse_args()
    if given.one:
        print(json.dumps(timed(given.reports[0], given.articles, given.keep, given.same)))
        return
    rows = measured(given)
    print("\n".join(map(_line, rows)))
    if len(rows) > 1:
        print(f"time grows with reports to the power of {exponent(rows):.2f},", end=" ")
        print(f"memory to that of {exponent(rows, 'gigabytes'):.2f}")
    if given.svg:
        given.svg.write_text(plot(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
