"""The same reports read on every engine: the same bytes, and what each engine costs beside this.

    python benchmarks/workers.py [--reports 5000] [--reader learned|rules|none]

Reports of invented worlds (bank b) are read by one process, by two, and by one worker of Ray and by
two on this machine, each time in a process of its own. ``none`` is a reader that finds nothing, so
that all the time is the engine's. The start is the time one report takes: what is to be imported,
Ray, its workers, their model. The rest is what all reports take, less what one takes once Ray is
there; the overhead is what of it, times the jobs, is more than the one process takes, for each
report. The bytes are the JSON of all readings, in their order. Run it on a machine with nothing
else to do.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice

from worlds.bank import load
from worlds.make import world
from worlds.prepared import documents

from reportedly import engines, pipeline, readings
from reportedly.engines import Workers
from reportedly.exports import reading_json
from reportedly.model import Document, Reading

PLACES = [("local", 1), ("ray", 1), ("processes", 2), ("ray", 2)]


def reports(most: int) -> list[Document]:
    """As many reports of invented worlds."""
    held: dict[str, Document] = {}
    number = 0
    while len(held) < most:
        held |= {one.id: one for one, _ in documents(world(number, load("b")), f"world {number}")}
        number += 1
    return list(islice(held.values(), most))


def none(document: Document) -> Reading:
    """A reading of nothing."""
    return Reading(document.id)


def read(held: Iterable[Document], workers: Workers, reader: str) -> Iterator[Reading]:
    """One reading a report."""
    if reader == "none":
        return engines.run(none, held, workers)
    return pipeline.read(held, workers, reader)


def measured(workers: Workers, most: int, reader: str) -> dict[str, object]:
    """Seconds of the start and of the rest, and the hash of what came out."""
    held = reports(most)
    _, start = timed(held[:1], workers, reader)
    _, again = timed(held[:1], workers, reader)
    digest, whole = timed(held, workers, reader)
    words = sum(len(one.text.split()) for one in held)
    return {"start": start, "rest": whole - again, "words": words, "bytes": digest}


def timed(held: list[Document], workers: Workers, reader: str) -> tuple[str, float]:
    """The hash of the readings, and the seconds they took."""
    digest, begun = sha256(), time.perf_counter()
    for document, reading in zip(held, read(held, workers, reader), strict=True):
        digest.update(json.dumps(reading_json(document, reading)).encode())
    return digest.hexdigest(), time.perf_counter() - begun


def alone(engine: str, jobs: int, most: int, reader: str) -> dict[str, object]:
    """The same in a process of its own."""
    asked = [sys.executable, __file__, "--reports", str(most), "--reader", reader]
    done = subprocess.run(
        [*asked, "--one", engine, str(jobs)], check=True, stdout=subprocess.PIPE, text=True
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


def main() -> None:
    """Print a row an engine; fail where bytes differ."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, default=5000)
    parser.add_argument("--reader", choices=[*readings.READERS, "none"], default=readings.DEFAULT)
    parser.add_argument("--one", nargs=2)
    asked = parser.parse_args()
    if asked.one:
        engine, jobs = asked.one
        found = measured(Workers(int(jobs), engine), asked.reports, asked.reader)
        print(json.dumps(found))
        return
    table(asked.reports, asked.reader)


def table(most: int, reader: str) -> None:
    """Measure every engine, and print a row as soon as it is there."""
    first = None
    for engine, jobs in PLACES:
        found = alone(engine, jobs, most, reader)
        if first is None:
            first = found
            print(f"{most:,} reports, {found['words']:,} words, reader {reader}")
            print("| engine | jobs | start | rest | words a second | overhead a report |")
            print("|---|---|---|---|---|---|")
        assert found["bytes"] == first["bytes"], f"the bytes of {engine} differ"
        rest = float(found["rest"])  # type: ignore[arg-type]
        more = (rest * jobs - float(first["rest"])) / most * 1000  # type: ignore[arg-type]
        print(
            f"| {engine} | {jobs} | {found['start']:.1f} s | {rest:.1f} s "
            f"| {found['words'] / rest:,.0f} | {more:.2f} ms |",  # type: ignore[operator]
            flush=True,
        )
    print("the bytes are the same")


if __name__ == "__main__":
    main()
