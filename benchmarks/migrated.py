"""How long a full ledger of the first layout takes to be brought up to the newest one.

    python benchmarks/migrated.py [--ledger FILE] [--statements N]

The ledger is the one of ``formats.py``, taken back to the layout of before there were steps.
"""

import argparse
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from formats import made

from reportedly.ledger import opened

LATER = ("alembic_version", "visits", "taken", "said", "given")
"""Tables that the first layout did not have."""


def taken_back(path: Path) -> int:
    """The layout of the first version; gives how many rows the largest table has."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in LATER:
            connection.execute(f"DROP TABLE IF EXISTS {table}")
        connection.execute("ALTER TABLE runs DROP COLUMN ruling")
        # The one run of this ledger wrote whole lists.
        connection.execute("ALTER TABLE states DROP COLUMN base")
        connection.execute("PRAGMA user_version = 1")
        (rows,) = connection.execute("SELECT count(*) FROM records").fetchone()
    return int(rows)


def main() -> None:
    """Print how many rows there are, and how long it took."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--ledger", type=Path, default=Path("build/exports.db"))
    given = parser.parse_args()
    print(made(given.ledger, given.statements))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "old.db"
        shutil.copy(given.ledger, path)
        rows = taken_back(path)
        start = time.perf_counter()
        with opened(str(path)):
            seconds = time.perf_counter() - start
        size = path.stat().st_size / 1e6
        print(f"{rows:,} records, {size:,.0f} MB: brought up and opened in {seconds:.2f} s")


if __name__ == "__main__":
    main()
