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
USER = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
"""Who runs it: never root."""


class Server:
    """A server; ``new`` makes an empty schema on it, which is quicker than a database."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count()
        self._process: subprocess.Popen | None = None

    def start(self) -> None:
        """Start it, or begin it again; what is left of the one before may still be ending."""
        for _ in range(60):
            self._process = subprocess.Popen(
                [BINARIES / "postgres", "-D", self.folder / "data", "-k", self.folder,
                 "-c", "listen_addresses=", *QUICK],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self.folder, **USER,
            )  # fmt: skip
            if self._answers(self._process):
                return
            time.sleep(0.5)
        raise RuntimeError("PostgreSQL did not start")

    def end(self, by: signal.Signals) -> None:
        """End it: SIGKILL leaves it no time at all, SIGQUIT none to end what is under way."""
        if self._process:
            self._process.send_signal(by)
            self._process.wait(30)

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

    def _answers(self, started: subprocess.Popen) -> bool:
        for _ in range(300):
            asked = subprocess.run([BINARIES / "pg_isready", "-q", "-h", self.folder], check=False)
            if started.poll() is not None:
                return False
            if asked.returncode == 0:
                return True
            time.sleep(0.1)
        return False


@contextmanager
def running() -> Iterator[Server]:
    """A server that is stopped, and its files removed, at the end."""
    with tempfile.TemporaryDirectory(prefix="ledger-", dir="/tmp") as name:
        folder = Path(name)
        if USER:
            shutil.chown(folder, "postgres", "postgres")
        subprocess.run(
            [BINARIES / "initdb", "--no-sync", "-A", "trust", "-U", "postgres", "-E", "UTF8",
             "--locale=C.UTF-8", "-D", folder / "data"],
            check=True, capture_output=True, cwd=folder, **USER,
        )  # fmt: skip
        server = Server(folder)
        server.start()
        try:
            yield server
        finally:
            server.end(signal.SIGQUIT)
