"""The same reports read on every engine: the same bytes, and what each engine costs beside this.

    python benchmarks/workers.py [--reports 5000] [--reader learned|rules|none]

Reports of invented worlds (bank b) are read by one process, by two, and by one worker of Ray and by
two on this machine, each time in a process of its own. ``none`` is a reader that finds nothing, so
that all the time is the engine's. The start is the time one report takes: what is to be imported,
Ray, its workers, their model. The rest is what all reports take, less what one takes once Ray is
there: by the clock, and by the processors, which is the time of all processes together, those of
Ray itself among them, and does not depend on what else the machine does. The overhead is what of
the latter is more than the one process takes, for each report. The bytes are the JSON of all
readings, in their order.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

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


def measured(workers: Workers, most: int, reader: str) -> dict[str, Any]:
    """Seconds of the start and of the rest, and the hash of what came out."""
    held = reports(most)
    start, again = (timed(held[:1], workers, reader) for _ in range(2))
    whole = timed(held, workers, reader)
    return {
        "start": start.clock,
        "rest": whole.clock - again.clock,
        "processors": whole.processors - again.processors,
        "words": sum(len(one.text.split()) for one in held),
        "bytes": whole.digest,
    }


@dataclass(frozen=True)
class Timed:
    """The hash of some readings, and the seconds they took."""

    digest: str
    clock: float
    processors: float


def timed(held: list[Document], workers: Workers, reader: str) -> Timed:
    """Read them."""
    digest, begun, before = sha256(), time.perf_counter(), spent(os.getpid())
    used = 0.0
    for document, reading in zip(held, read(held, workers, reader), strict=True):
        digest.update(json.dumps(reading_json(document, reading)).encode())
        if document is held[-1]:  # while the workers are there to be asked
            used = spent(os.getpid()) - before
    return Timed(digest.hexdigest(), time.perf_counter() - begun, used)


def spent(process: int) -> float:
    """Seconds of processors that a process has used, those that it began, and those that ended."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        tasks = list(Path(f"/proc/{process}/task").glob("*/children"))
        below = [int(one) for file in tasks for one in file.read_text().split()]
    except OSError:  # it has ended meanwhile, and is counted by whoever began it
        return 0.0
    own = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return own + sum(map(spent, below))


def alone(engine: str, jobs: int, most: int, reader: str) -> dict[str, Any]:
    """The same in a process of its own."""
    asked = [sys.executable, __file__, "--reports", str(most), "--reader", reader]
    done = subprocess.run(
        [*asked, "--one", engine, str(jobs)], check=True, stdout=subprocess.PIPE, text=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
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
            print(
                "| engine | jobs | start | rest | words a second | processors | overhead a report |"
            )
            print("|---|---|---|---|---|---|---|")
        assert found["bytes"] == first["bytes"], f"the bytes of {engine} differ"
        more = (found["processors"] - first["processors"]) / most * 1000
        print(
            f"| `{engine}` | {jobs} | {found['start']:.1f} s | {found['rest']:.1f} s "
            f"| {found['words'] / found['rest']:,.0f} | {found['processors']:.1f} s "
            f"| {more:.2f} ms |",
            flush=True,
        )
    print("the bytes are the same")


if __name__ == "__main__":
    main()
