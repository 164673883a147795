"""How time and memory of reading grow with the number of reports.

    python benchmarks/reading_growth.py [REPORTS ...] [--reader learned|rules] [--jobs N]

Reports are those of ``origins_growth.py``, invented worlds of 5 to 200 reports of some 45 words,
made as they are asked for and let go once they are read. Every size runs in a process of its own;
seconds are processor time of all processes, less what making the reports takes, ``clock`` is the
clock's with it, memory is the most that the first process ever held, and the most that any worker
did. The exponent is the slope of the line fitted by least squares to both in logarithms.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice

from growing import Row, exponent
from origins_growth import worlds
from worlds.prepared import documents

from reportedly import engines, garbage, pipeline, readings
from reportedly.model import Document

COLUMNS = {
    "words": "words", "seconds": "seconds", "fast": "words a second", "clock": "clock",
    "gigabytes": "gigabytes", "worker": "a worker's",
}  # fmt: skip


class Made:
    """So many reports of invented worlds, counted while they are made."""

    def __init__(self, wanted: int) -> None:
        self.reports = self.words = 0
        self.seconds = 0.0
        self._wanted = wanted

    def __iter__(self) -> Iterator[Document]:
        made = islice(_documents(self._wanted), self._wanted)
        while True:
            start = time.process_time()
            document = next(made, None)
            self.seconds += time.process_time() - start
            if document is None:
                return
            self.reports += 1
            self.words += len(document.text.split())
            yield document


def _documents(wanted: int) -> Iterator[Document]:
    for made in worlds(wanted):
        yield from (document for document, _ in documents(made))


def measured(wanted: int, reader: str, jobs: int) -> Row:
    """One size, read."""
    made = Made(wanted)
    clock, start = time.monotonic(), time.process_time()
    for _ in pipeline.read(made, engines.Workers(jobs), reader):
        pass
    own, workers = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    spent = time.process_time() - start - made.seconds + workers.ru_utime + workers.ru_stime
    return {
        "reports": made.reports, "words": made.words, "seconds": spent,
        "fast": made.words / spent, "clock": time.monotonic() - clock,
        "gigabytes": own.ru_maxrss / 1024**2, "worker": workers.ru_maxrss / 1024**2,
    }  # fmt: skip


def told(rows: list[Row]) -> None:
    """Print the table, and the exponent."""
    print("| reports | " + " | ".join(COLUMNS.values()) + " |")
    print("|---" * (len(COLUMNS) + 1) + "|")
    for row in rows:
        print("| " + " | ".join(_short(row[name]) for name in ("reports", *COLUMNS)) + " |")
    if len(rows) > 1:
        print(f"exponent of seconds {exponent(rows):.2f}")


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:,.2f}"


def main() -> None:
    """Measure each size in a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--reader", choices=list(readings.READERS), default=readings.DEFAULT)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--one", type=int)
    asked = parser.parse_args()
    if asked.one:
        garbage.seldom()
        print(json.dumps(measured(asked.one, asked.reader, asked.jobs)))
        return
    way = ["--reader", asked.reader, "--jobs", str(asked.jobs)]
    rows = []
    for wanted in asked.reports:
        command = [sys.executable, __file__, "--one", str(wanted), *way]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        rows.append(json.loads(done.stdout))
    told(rows)


if __name__ == "__main__":
    main()
