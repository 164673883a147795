"""A real server: `reportedly serve` in a process of its own, at a port that is free."""

import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

SRC = Path(__file__).parents[2] / "src"


@dataclass
class Server:
    """The process, and the address that it printed."""

    process: subprocess.Popen[str]
    address: str

    @property
    def root(self) -> str:
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    def stop(self) -> tuple[int, str]:
        """Interrupt it, as a person does; its exit code and what it complained about."""
        self.process.send_signal(signal.SIGINT)
        _, told = self.process.communicate(timeout=30)
        return self.process.returncode, told

    def ask(self, method: str, path: str, headers: dict[str, str] | None = None):
        """One bare request; status, headers and body."""
        connection = http.client.HTTPConnection(urlsplit(self.root).netloc, timeout=30)
        try:
            connection.request(method, path, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()


def run(*arguments: str) -> subprocess.Popen[str]:
    """The command line, in this checkout."""
    return subprocess.Popen(
        [sys.executable, "-m", "reportedly", *arguments], text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SRC), "PYTHONUNBUFFERED": "1", "LOGNAME": "ana"},
    )  # fmt: skip


@contextmanager
def serving(ledger: Path, *options: str) -> Iterator[Server]:
    """The ledger served until the end of the block."""
    process = run("serve", "-l", str(ledger), "--port", "0", "--no-browser", *options)
    try:
        line = process.stdout.readline()
        found = re.search(r" at (http://\S+)", line)
        assert found, line + process.stderr.read()
        yield Server(process, found[1])
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
