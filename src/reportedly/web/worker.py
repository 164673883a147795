"""Rulings are kept at once and worked out after, in a process of its own: pages go on meanwhile."""

import subprocess
import sys
from threading import Event, Thread

from reportedly.errors import ReportedlyError
from reportedly.ledger import Ledger


class Worker:
    """Works out what is pending in ``ledger`` whenever it is woken.

    ``where`` names it as the person did, with a password if there was one.
    """

    def __init__(self, ledger: Ledger, where: str) -> None:
        self._ledger = ledger
        self._where = where
        self._woken = Event()
        self._closing = Event()
        self._running: subprocess.Popen[bytes] | None = None
        self.trouble = ""
        self._thread = Thread(target=self._run, name="worker", daemon=True)

    def start(self) -> None:
        """Begin, with whatever an earlier server left."""
        self._woken.set()
        self._thread.start()

    def wake(self) -> None:
        """There is something to work out."""
        self._woken.set()

    def close(self) -> None:
        """Stop; what is not worked out stays pending."""
        self._closing.set()
        self._woken.set()
        if self._running is not None:
            self._running.terminate()
        if self._thread.ident is not None:
            self._thread.join(10)

    def _run(self) -> None:
        while True:
            self._woken.wait()
            self._woken.clear()
            if self._closing.is_set():
                return
            try:
                self.trouble = self._work() if self._ledger.pending() else ""
            except ReportedlyError as error:
                self.trouble = str(error)

    def _work(self) -> str:
        """One sentence where it failed. The ledger is named by a pipe: a URL may be secret."""
        self._running = subprocess.Popen(
            [sys.executable, "-m", "reportedly.settling"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        _, told = self._running.communicate(self._where.encode())
        code, self._running = self._running.returncode, None
        if code == 0 or self._closing.is_set():
            return ""
        lines = told.decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else f"it ended with code {code}"
