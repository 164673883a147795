"""How pages of a ledger on a server, and some reports more, grow with what it holds.

    python benchmarks/large.py [REPORTS ...] [--last N] [--jobs N] [--each N] [--parts]
    python benchmarks/large.py REPORTS --times N [--each N] [--parts]

Reports and their readings are prepared, as those of ``scale.py``; each ledger is made once, in
``build/``, with what comparing keeps in its memory, and copied to a PostgreSQL of its own (Debian's
packages). One reader asks for ``--each`` addresses of every kind of page, one after the other,
none twice (``serving_walk.py``); then the ``--last`` reports (10), those with the latest dates,
taken in and read beforehand, are worked out in a process of its own with ``--jobs``. Pages are told
in milliseconds by the clock at the median and the 95th percentile, the addition in seconds of
processor time of all processes and by the clock, memory as the most that a process held.
``--parts`` also prints each kind of page.
With ``--times`` only pages are told, of the last ledger so many times, each time with names and ids
of its own (``formats.py``): to gather so many reports takes too long to be done for pages.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from formats import apart, grown
from growing import Row, exponent
from origins_growth import given
from serving import Answer, reportedly
from serving_walk import run, walk
from sqlalchemy import Engine, NullPool, create_engine, func, insert, select

from reportedly import desk, engines, garbage, pipeline, readings
from reportedly.cache import Remembering
from reportedly.ledger import Ledger, opened
from reportedly.ledger.database import insert_all
from reportedly.ledger.schema import metadata, records, runs, states
from reportedly.ledger.shelves import KINDS
from reportedly.ledger.states import write
from reportedly.model import Kept, Retrieval, Run

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from server import BINARIES, MISSING, Server, running

READER = "rules"
LAST = 10
"""Reports that come after all others, where not told otherwise."""


def made(wanted: int, last: int = LAST, jobs: int = 1) -> Path:
    """A ledger of so many reports in which the last ones wait, made in a process of its own."""
    path = _path(wanted, last)
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        asked = ["--make", str(wanted), "--last", str(last), "--jobs", str(jobs)]
        subprocess.run([sys.executable, __file__, *asked], check=True)
        Path(f"{path}.begun").rename(path)
    return path


def _path(wanted: int, last: int) -> Path:
    return Path(f"build/large-{wanted}{'' if last == LAST else f'-{last}'}.db")


def multiplied(wanted: int, times: int) -> Path:
    """A ledger of another one so many times."""
    path = Path(f"build/large-{wanted}x{times}.db")
    if not path.exists():
        again = [sys.executable, __file__, "--make", str(wanted), "--times", str(times)]
        subprocess.run(again, check=True)
        Path(f"{path}.begun").rename(path)
    return path


def multiply(wanted: int, times: int) -> None:
    """Record the case of a ledger so many times as one, written one by one: all are too much."""
    with opened(str(made(wanted))) as ledger:
        case = ledger.case()
    path = Path(f"build/large-{wanted}x{times}.db.begun")
    path.unlink(missing_ok=True)
    Ledger(str(path)).close()
    current: dict[str, dict[str, None]] = {kind: {} for kind in KINDS}
    with create_engine(f"sqlite:///{path}", poolclass=NullPool).begin() as connection:
        for number in range(times):
            for kind, rows in apart(grown(case, [number])).items():
                fresh = {row.digest: row for row in rows if row.digest not in current[kind]}
                insert_all(connection, records, [asdict(row) for row in fresh.values()])
                current[kind] |= dict.fromkeys(fresh)
        run = Run(1, "2024-01-01T00:00:00+00:00", readings.identity(READER), 0)
        connection.execute(insert(runs), asdict(run))
        write(connection, 1, {}, {kind: list(held) for kind, held in current.items()})


def make(wanted: int, count: int, jobs: int) -> None:
    """Compare all reports but the latest ``count`` and record them; take in the latest."""
    documents, held, _, _ = given(wanted)
    by_id = {reading.document: reading for reading in held}
    last = [document for document in documents if document.published][-count:]
    late = {document.id for document in last}
    first = [document for document in documents if document.id not in late]
    path = Path(f"{_path(wanted, count)}.begun")
    path.unlink(missing_ok=True)
    reader, workers = readings.identity(READER), engines.Workers(jobs)
    with opened(str(path)) as ledger:
        ledger.taken.put([Kept(d, d.text.encode(), Retrieval.of(d)) for d in first])
        waited = ledger.taken.waiting()
        read = [by_id[d.id] for d in first]
        case = pipeline.compare(first, read, memory=ledger.memory, workers=workers)
        # As the desk does it.
        case = desk._came(case, waited.retrievals, ())
        ledger.record(case, reader, waited=waited.digests)
        ledger.taken.put([Kept(d, d.text.encode(), Retrieval.of(d)) for d in last])
        with Remembering(ledger.memory, reader) as memory:
            for document in last:
                memory.put(document, by_id[document.id])


def copied(path: Path, url: str) -> None:
    """Every row of a ledger on disk, into an empty one on a server."""
    for where in (url, str(path)):
        Ledger(where).close()  # makes the one, and brings the other up
    source = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    with source.connect() as one, _engine(url).begin() as other:
        for table in metadata.sorted_tables:
            rows = one.execution_options(stream_results=True).execute(select(table)).mappings()
            for some in rows.partitions(5_000):
                if table.name == "copies":
                    other.execute(insert(table), [dict(row) for row in some])
                else:
                    insert_all(other, table, some)
        other.exec_driver_sql("ANALYZE")


def asked(url: str, each: int, parts: bool) -> Row:
    """What pages take: by the clock in milliseconds at the median and the 95th percentile."""
    with opened(url) as ledger:
        case = ledger.folded()
    row: Row = {"reports": len(case.documents), "claims": len(case.gathering.claims)}
    first_of_each, then = walk(case, 1, 1), walk(case, each, 2)
    del case  # much of the memory that the server needs
    with reportedly(url) as (server, first):
        row["first"], row["started"] = first, server.megabytes() / 1000
        plan = {"host": server.host, "headers": server.headers, "readers": 1, "pause": 0}
        row["laid"] = max(one[1] for one in run({**plan, "steps": first_of_each}))
        found = run({**plan, "steps": then})
        row["served"] = server.megabytes() / 1000
    row["disk"] = _disk(url)
    row |= {"median": _at(found, 50), "high": _at(found, 95), "most": _at(found, 100)}
    kinds = defaultdict(list)
    for one in found:
        kinds[one[0]].append(one)
    row |= {f"{kind} {share}": _at(some, share) for kind, some in kinds.items()
            for share in (50, 95)}  # fmt: skip
    row["worst"] = max(row[f"{kind} 95"] for kind in kinds)
    if parts:
        page, _, most = max(found, key=lambda one: one[2])[:3]
        print(f"{row['reports']:,} reports: {most / 1000:,.0f} kB at most, {page}", file=sys.stderr)
    return row


def _at(found: Iterable[Answer], share: int) -> float:
    """Milliseconds at a percentile."""
    times = sorted(1000 * one[1] for one in found)
    return statistics.median(times) if share == 50 else times[-(-share * len(times) // 100) - 1]


def _disk(url: str) -> float:
    """Gigabytes of the database."""
    with _engine(url).connect() as connection:
        size = connection.scalar(select(func.pg_database_size(func.current_database())))
        return float(size or 0) / 1e9


def _engine(url: str) -> Engine:
    return create_engine(url.replace("postgresql", "postgresql+psycopg", 1), poolclass=NullPool)


def add(url: str, jobs: int) -> Row:
    """What it takes to work out the reports that wait; the time in which a process starts apart."""
    garbage.seldom()
    clock, start = time.monotonic(), time.process_time()
    with opened(url) as ledger:
        desk.work_out(ledger, desk.Way(READER, jobs))
    own, workers = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "added": time.process_time() - start + workers.ru_utime + workers.ru_stime,
        "clock": time.monotonic() - clock, "adding": own.ru_maxrss / 1024**2,
        "listed": _listed(url),
    }  # fmt: skip


def _listed(url: str) -> float:
    """Kilobytes in which the last run says what is current."""
    size = func.sum(func.length(states.c.digests))
    last = select(func.max(states.c.run)).scalar_subquery()
    with _engine(url).connect() as connection:
        return float(connection.scalar(select(size).where(states.c.run == last)) or 0) / 1000


def measured(server: Server, path: Path, each: int, parts: bool, jobs: int) -> Row:
    """Everything of one size."""
    url = _placed(server, path)
    row = asked(url, each, parts)
    command = [sys.executable, __file__, "--add", url, "--jobs", str(jobs)]
    done = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE)
    return row | json.loads(done.stdout)


def _placed(server: Server, path: Path) -> str:
    """The URL of a copy of a ledger on disk."""
    name = path.stem.replace("-", "_")
    server.execute(f"CREATE DATABASE {name}")
    copied(path, server.url(name))
    return server.url(name)


COLUMNS = {
    "claims": "claims", "first": "first page, s", "laid": "slowest first of a kind, s",
    "median": "median, ms", "high": "95th, ms", "worst": "slowest kind, 95th, ms",
    "served": "GB of the server", "disk": "GB on disk",
    "added": "the last, s", "clock": "by the clock, s", "adding": "GB of that",
    "listed": "kB of what is current, written",
}  # fmt: skip


def told(rows: list[Row], parts: bool) -> None:
    """Print the tables, with exponents where there are two sizes."""
    _table("reports", COLUMNS, rows)
    if parts:
        kinds = {name: name for name in rows[0] if name.startswith("/")}
        print()
        _turned(kinds, rows)


def _table(first: str, columns: dict[str, str], rows: list[Row]) -> None:
    print(f"| {first} | " + " | ".join(columns.values()) + " |")
    print("|---|" + "---|" * len(columns))
    for row in rows:
        values = " | ".join(_short(row[c]) if c in row else "" for c in columns)
        print(f"| {row['reports']:,.0f} | {values} |")
    if len(rows) > 1:
        print("| exponent | " + " | ".join(f"{_slope(rows, c):.2f}" for c in columns) + " |")


def _turned(names: dict[str, str], rows: list[Row]) -> None:
    kinds = sorted({name.rpartition(" ")[0] for name in names})
    print("| page, ms at the 95th percentile | "
          + " | ".join(f"{row['reports']:,.0f}" for row in rows) + " | exponent |")  # fmt: skip
    print("|---|" + "---|" * (len(rows) + 1))
    for kind in kinds:
        values = " | ".join(_short(row[f"{kind} 95"]) for row in rows)
        slope = f"{_slope(rows, f'{kind} 95'):.2f}" if len(rows) > 1 else ""
        print(f"| `{kind}` | {values} | {slope} |")


def _slope(rows: list[Row], of: str) -> float:
    """The exponent over the sizes of which it is known."""
    return exponent([row for row in rows if of in row], of)


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.2f}"


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="*", type=int, default=[1_000, 5_000])
    parser.add_argument("--last", type=int, default=LAST, help="reports that come after all others")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--each", type=int, default=20, help="addresses of every kind of page")
    parser.add_argument("--parts", action="store_true", help="each kind of page, too")
    parser.add_argument("--times", type=int, help="only the last ledger so many times")
    parser.add_argument("--make", type=int)
    parser.add_argument("--add")
    asked_for: Any = parser.parse_args()
    if asked_for.make and asked_for.times:
        multiply(asked_for.make, asked_for.times)
    elif asked_for.make:
        make(asked_for.make, asked_for.last, asked_for.jobs)
    elif asked_for.add:
        print(json.dumps(add(asked_for.add, asked_for.jobs)))
    elif BINARIES is None:
        sys.exit(MISSING)
    else:
        with running() as server:
            each, parts, jobs = asked_for.each, asked_for.parts, asked_for.jobs
            if asked_for.times:
                path = multiplied(asked_for.reports[-1], asked_for.times)
                rows = [asked(_placed(server, path), each, parts)]
            else:
                paths = [made(n, asked_for.last, jobs) for n in asked_for.reports]
                rows = [measured(server, path, each, parts, jobs) for path in paths]
        told(rows, asked_for.parts)


if __name__ == "__main__":
    main()
