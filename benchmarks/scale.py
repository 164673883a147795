"""How time, memory and disk of everything behind the reading grow with the number of reports.

    python benchmarks/scale.py [REPORTS ...]

Reports and their readings are prepared: those of ``origins_growth.py``, invented worlds of 5 to 200
reports of some 45 words, as though read without a mistake. What is timed is ``claims.gather``,
``origins.trace``, ``grades.weigh``, and recording the case in a new ledger on disk. Every size runs
in a process of its own on one core; time is processor time, memory the most that the process ever
held, its input included. The exponent is the slope of the line fitted by least squares to both in
logarithms. The last row carries these lines on to a million reports: arithmetic, no measurement.
Memory is carried on by a straight line through the last two sizes.
"""

import argparse
import json
import math
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from growing import Row, exponent, most_held
from origins_growth import given

from reportedly import grades
from reportedly.claims import gather
from reportedly.ledger import opened
from reportedly.model import Case, Kept, Retrieval
from reportedly.origins import trace

T = TypeVar("T")

MILLION = 1_000_000
STAGES = ("claims", "origins", "grades", "ledger", "gigabytes", "megabytes")


def measured(wanted: int) -> Row:
    """Seconds of processor time of each stage, gigabytes of memory, megabytes on disk."""
    documents, readings, _, _ = given(wanted)
    row: Row = {"reports": len(documents)}

    def timed(name: str, work: Callable[[], T]) -> T:
        start = time.process_time()
        made = work()
        row[name] = time.process_time() - start
        return made

    gathering = timed("claims", lambda: gather(documents, readings))
    lineage = timed("origins", lambda: trace(documents, readings, gathering))
    found = timed("grades", lambda: grades.weigh(documents, readings, gathering, lineage))
    case = Case(tuple(documents), tuple(readings), gathering, lineage, found)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.db"
        timed("ledger", lambda: _recorded(path, case))
        row["megabytes"] = path.stat().st_size / 1e6
    row["claimed"] = len(gathering.claims)
    row["gigabytes"] = most_held()
    return row


def _recorded(path: Path, case: Case) -> None:
    with opened(str(path)) as ledger:
        ledger.taken.put([Kept(d, d.text.encode(), Retrieval.of(d)) for d in case.documents])
        ledger.record(case, "prepared")


def carried(rows: Sequence[Row], of: str) -> float:
    """What the fitted line gives for a million reports."""
    logs = [(math.log(row["reports"]), math.log(row[of])) for row in rows]
    slope = exponent(rows, of)
    middle_x, middle_y = (sum(values) / len(values) for values in zip(*logs, strict=True))
    return math.exp(middle_y + slope * (math.log(MILLION) - middle_x))


def _ends(rows: Sequence[Row], of: str) -> float:
    """What a million reports take; memory by a straight line, since much of it is the program."""
    if of != "gigabytes":
        return carried(rows, of)
    first, last = rows[-2:]
    slope = (last[of] - first[of]) / (last["reports"] - first["reports"])
    return last[of] + slope * (MILLION - last["reports"])


def told(rows: Sequence[Row]) -> None:
    """Print the table, the exponents, and what they lead to."""
    print("| reports | claims found | " + " | ".join(STAGES) + " |")
    print("|---|---|" + "---|" * len(STAGES))
    for row in rows:
        values = " | ".join(f"{row[name]:,.2f}" for name in STAGES)
        print(f"| {row['reports']:,.0f} | {row['claimed']:,.0f} | {values} |")
    if len(rows) > 1:
        slopes = " | ".join(f"{exponent(rows, name):.2f}" for name in STAGES)
        ends = " | ".join(f"{_ends(rows, name):,.0f}" for name in STAGES)
        print(f"| exponent | | {slopes} |")
        print(f"| {MILLION:,}, by these lines | | {ends} |")


def main() -> None:
    """Measure each size in a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="*", type=int, default=[1_000, 3_000, 10_000])
    parser.add_argument("--one", type=int)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measured(asked.one)))
        return
    rows = []
    for wanted in asked.reports:
        command = [sys.executable, __file__, "--one", str(wanted)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        rows.append(json.loads(done.stdout))
    told(rows)


if __name__ == "__main__":
    main()
