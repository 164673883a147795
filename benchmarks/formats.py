"""How long each format takes to write a large ledger, and how much memory.

    python benchmarks/formats.py [FORMAT ...] [--statements N] [--ledger FILE]

The ledger is made of the bundled story, which is read once: it is put there again and again until
there are so many statements (100,000), each time with other names of the same length, other ids
and other bytes, so that every span stays where it was and every record has what belongs to it. All
that is kept of a story is there: claims with their joins, grades with their reasons, origins,
drift, hypotheses. It stays in ``build/`` for the next time. Every format is written by ``reportedly
export`` in a process of its own; memory is the most that the process held.
"""

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from growing import other

from reportedly import cli, desk, exports
from reportedly.ledger import opened
from reportedly.ledger.shelves import KINDS, Row, Standing, put_together, row, shelved
from reportedly.model import Case, Kept
from reportedly.model.plain import from_plain

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")
_TOKEN = re.compile(r"(?<![0-9a-f])(?:[0-9a-f]{64}|[0-9a-f]{16})(?![0-9a-f])|[A-Z][a-z]{2,}")


def filled(where: str, statements: int) -> None:
    """A ledger of at least so many statements, at a path or on a server."""
    case = desk.look(desk.take_in([str(cli._story())]))
    each = sum(len(reading.statements) for reading in case.readings)
    large = grown(case, range(-(-statements // each)))
    with opened(where) as ledger:
        raw = [(one, one.text.encode()) for one in large.documents]
        routes = {one.document: one for one in large.retrievals}
        ledger.taken.put([Kept(one, data, routes[one.id]) for one, data in raw])
        ledger.record(large, "made for a benchmark")


def made(path: Path, statements: int) -> str:
    """What the ledger holds, which is made where there is none."""
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        filled(str(path), statements)
    with opened(str(path)) as ledger:
        case = ledger.folded()
    told = sum(len(reading.statements) for reading in case.readings)
    claims = len(case.gathering.claims)
    return f"{told:,} statements, {len(case.documents):,} reports, {claims:,} claims"


def grown(case: Case, rounds: Iterable[int]) -> Case:
    """The case as often as there are ``rounds``, each time with names and ids of that number."""
    names = {name for one in case.documents for name in _NAME.findall(one.text)}
    shelves: dict[str, list[tuple[Any, str | None]]] = {kind: [] for kind in KINDS}
    for number in rounds:
        for kind, rows in apart(case).items():
            shelves[kind] += (_held(kind, row, names, number) for row in rows)
    return _summed(put_together({
        kind: Standing(tuple(record for record, _ in held), [owner for _, owner in held])
        for kind, held in shelves.items()
    }))  # fmt: skip


def apart(case: Case) -> dict[str, list[Row]]:
    """The rows of every shelf, in the order of the case."""
    shelves: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for some in shelved(case):
        shelves[some.kind] += (row(some.kind, one, some.document) for one in some.records)
    return shelves


def _held(kind: str, row: Row, names: set[str], number: int) -> tuple[Any, str | None]:
    """A record with other names, and the document it belongs to."""
    document = row.document and _changed(row.document, names, number)
    plain = json.loads(_changed(row.body, names, number))
    return from_plain(KINDS[kind], plain), document


def _changed(text: str, names: set[str], number: int) -> str:
    def one(match: re.Match[str]) -> str:
        word = match[0]
        if word[0].isupper():
            return other(word.lower(), number).capitalize() if word in names else word
        return hashlib.sha256(f"{word} {number}".encode()).hexdigest()[: len(word)]

    return _TOKEN.sub(one, text) if number else text


def _summed(case: Case) -> Case:
    """The case with copies that are the texts of its reports."""
    sums = {d.id: hashlib.sha256(d.text.encode()).hexdigest() for d in case.documents}
    return replace(
        case,
        documents=tuple(replace(d, sha256=sums[d.id]) for d in case.documents),
        retrievals=tuple(replace(r, sha256=sums[r.document]) for r in case.retrievals),
    )


def measured(ledger: Path, names: list[str]) -> Iterator[str]:
    """A line a format."""
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "out"
            asked = ["export", "-l", str(ledger), "--to", name, "-o", str(target)]
            start = time.perf_counter()
            process = subprocess.Popen([sys.executable, "-m", "reportedly", *asked])
            _, status, used = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
            size = target.stat().st_size / 1e6 if target.is_file() else 0.0
        code = os.waitstatus_to_exitcode(status)
        failed = f"  exit code {code}" if code else ""
        yield (
            f"{name:12} {seconds:7.1f} s {used.ru_maxrss / 1024:6.0f} MB of memory"
            f" {size:8.1f} MB written{failed}"
        )


def main() -> None:
    """Print what the ledger holds, then a line a format."""
    parser = argparse.ArgumentParser()
    parser.add_argument("formats", nargs="*", default=[form.name for form in exports.FORMATS])
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--ledger", type=Path, default=Path("build/exports.db"))
    parser.add_argument("--make", action="store_true", help="make the ledger, and count")
    given = parser.parse_args()
    if given.make:
        print(made(given.ledger, given.statements))
        return
    # In another process, since a process begins with the memory of the one that started it.
    subprocess.run([sys.executable, *sys.argv, "--make"], check=True)
    for line in measured(given.ledger, given.formats):
        print(line, flush=True)


if __name__ == "__main__":
    main()
