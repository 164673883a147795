"""A real PostgreSQL for tests, in a folder of its own, reached by a socket, gone at the end."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import NullPool, create_engine, text

BINARIES = max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)
MISSING = "PostgreSQL is not installed (apt-get install postgresql)"
QUICK = ("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200")


class Server:
    """A running server; ``new`` makes an empty schema on it, which is quicker than a database."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count()

    def new(self) -> str:
        """The URL of a schema of its own."""
        name = f"case_{next(self._numbers)}"
        self.execute(f"CREATE SCHEMA {name}")
        return f"{self.url('postgres')}&options=-csearch_path%3D{name}"

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def execute(self, statement: str) -> None:
        """Run a statement outside of any ledger."""
        url = self.url("postgres").replace("postgresql", "postgresql+psycopg", 1)
        engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        with engine.connect() as connection:
            connection.execute(text(statement))


@contextmanager
def running() -> Iterator[Server]:
    """A server that is stopped, and its files removed, at the end; it never runs as root."""
    with tempfile.TemporaryDirectory(prefix="ledger-", dir="/tmp") as name:
        folder = Path(name)
        user = {"user": "postgres", "group": "postgres", "extra_groups": []}
        unprivileged = user if os.geteuid() == 0 else {}
        if unprivileged:
            shutil.chown(folder, "postgres", "postgres")
        data = str(folder / "data")
        subprocess.run(
            [BINARIES / "initdb", "--no-sync", "-A", "trust", "-U", "postgres", "-E", "UTF8",
             "--locale=C.UTF-8", "-D", data],
            check=True, capture_output=True, cwd=folder, **unprivileged,
        )  # fmt: skip
        started = subprocess.Popen(
            [BINARIES / "postgres", "-D", data, "-k", name, "-c", "listen_addresses=", *QUICK],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, **unprivileged,
        )  # fmt: skip
        try:
            _wait(folder, started)
            yield Server(folder)
        finally:
            started.send_signal(signal.SIGQUIT)
            started.wait(30)


def _wait(folder: Path, started: subprocess.Popen) -> None:
    for _ in range(300):
        asked = subprocess.run([BINARIES / "pg_isready", "-q", "-h", folder], check=False)
        if asked.returncode == 0:
            return
        if started.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError("PostgreSQL did not start")
