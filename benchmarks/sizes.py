"""How much room a ledger takes on disk, in a file and on a server, and how long a backup takes.

    python benchmarks/sizes.py [--statements N]

The ledger is one of ``formats.py``: the bundled story again and again with other names. On the
server it is the same one, in a PostgreSQL of its own (Debian's packages).
"""

import argparse
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from formats import filled

from reportedly.ledger import opened

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from places import Place
from server import BINARIES, MISSING, running


def main() -> None:
    """A line for each store."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--statements", type=int, default=10_000)
    given = parser.parse_args()
    if BINARIES is None:
        sys.exit(MISSING)
    with TemporaryDirectory() as name, running() as server:
        folder = Path(name)
        where = str(folder / "case.db")
        filled(where, given.statements)
        with opened(where) as ledger:
            reports = len(ledger.folded().documents)
        start = time.perf_counter()
        with (
            closing(sqlite3.connect(where)) as one,
            closing(sqlite3.connect(folder / "copy.db")) as other,
        ):
            one.backup(other)
        told("SQLite", reports, (folder / "copy.db").stat().st_size, time.perf_counter() - start)
        server.execute("CREATE DATABASE kept")
        filled(server.url("kept"), given.statements)
        start = time.perf_counter()
        subprocess.run(
            [BINARIES / "pg_dump", "-h", server.folder, "-U", "postgres", "-Fc", "-d", "kept",
             "-f", folder / "kept.dump"],
            check=True,
        )  # fmt: skip
        seconds = time.perf_counter() - start
        size = Place(server.url("kept"), None).rows("SELECT pg_database_size('kept')")[0][0]
        told("PostgreSQL", reports, size, seconds)
        dumped = (folder / "kept.dump").stat().st_size
        print(f"            its dump {dumped / reports / 1e3:.0f} kB a report")


def told(store: str, reports: int, size: int, seconds: float) -> None:
    """Print a line."""
    print(
        f"{store:11} {reports:,} reports, {size / 1e6:.0f} MB, {size / reports / 1e3:.0f} kB a "
        f"report, backed up in {seconds:.1f} s"
    )


if __name__ == "__main__":
    main()
