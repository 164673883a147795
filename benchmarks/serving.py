"""How fast a large ledger is served, how heavy its pages are and how much memory it takes.

    python benchmarks/serving.py [--ledger FILE] [--reports N] [--each N] [--pause SECONDS]
                                 [--datasette PROGRAM]

The ledger is made of ``benchmarks/worlds`` (bank ``a``), read by rules: each report is the texts of
two or three reports of different worlds one after the other, so that 2,000 give 5,000 claims.
It stays in ``build/`` for the next time. ``reportedly serve`` runs as a process of its own, and 20
readers in another (``serving_walk.py``) ask for every kind of page, with other ids, filters, words
and parts each time: no answer was made before. Without a pause every reader asks for the next page
as soon as it has the last, so that 20 requests are always waiting; people pause.

Then the same while a ruling is worked out; then the dossier, once; then the memory that the server
held at most. With ``--datasette`` (``pip install datasette`` in an environment of its own) that
program shows the same file to the same readers.
"""

import argparse
import json
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from serving_walk import Step, walk
from worlds import load, world
from worlds.make import rows

from reportedly import desk
from reportedly.ledger import opened
from reportedly.model import Case

READERS = 20
LAST = 20
"""Reports that are added in a second run, so that there is something that came last."""
Answer = tuple[str, float, int, int]


@dataclass(frozen=True, slots=True)
class Server:
    """A program that serves: its host and port, what to send along, its process."""

    host: str
    headers: dict[str, str]
    process: int

    def get(self, address: str) -> tuple[float, bytes]:
        """Seconds and bytes of one answer."""
        start = time.perf_counter()
        connection = HTTPConnection(self.host, timeout=600)
        connection.request("GET", address, headers=self.headers)
        body = connection.getresponse().read()
        connection.close()
        return time.perf_counter() - start, body

    def worked(self) -> float:
        """Seconds of processor time so far, without those of other processes that it started."""
        told = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """The most memory that it held."""
        status = Path(f"/proc/{self.process}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024


def make(path: Path, reports: int) -> None:
    """A ledger of so many reports, worked out in two runs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = list(joined(reports))
    with tempfile.TemporaryDirectory() as folder, opened(str(path)) as ledger:
        for part in (made[:-LAST], made[-LAST:]):
            table = Path(folder) / "reports.jsonl"
            table.write_text("".join(json.dumps(row) + "\n" for row in part))
            desk.add(ledger, desk.take_in([str(table)]), desk.Way("rules", 2))


def joined(reports: int) -> Iterator[dict[str, str | None]]:
    """Reports of two texts, every other one of three; the texts of one are of different worlds."""
    bank, held, number = load("a"), [], 0
    while len(held) < 3 * reports:
        number += 1
        held += [{**row, "url": f"{row['url']}-{number}"} for row in rows(world(number, bank))]
    for at, row in enumerate(held[:reports]):
        parts = [held[at + reports * n]["text"] for n in range(2 + at % 2)]
        yield {**row, "text": "\n\n".join(map(str, (p for p in parts if p)))}


@contextmanager
def reportedly(ledger: Path | str) -> Iterator[tuple[Server, float]]:
    """The served ledger, and the seconds until its first page was there."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "reportedly", "serve", "-l", str(ledger), "--no-browser",
               "--port", "0"]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            url = process.stdout.readline().split(" at ")[1].strip()
            host, _, token = url.removeprefix("http://").partition("/?token=")
            server = Server(host, {"Authorization": f"Bearer {token}"}, process.pid)
            server.get("/")
            yield server, time.perf_counter() - start
        finally:
            process.terminate()


@contextmanager
def datasette(program: str, ledger: Path) -> Iterator[tuple[Server, float]]:
    """The peer with the same file, and the seconds until its first page was there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = time.perf_counter()
    command = [program, "serve", str(ledger), "--port", str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet) as process:
        try:
            server = Server(f"127.0.0.1:{port}", {}, process.pid)
            while time.perf_counter() - start < 60:
                try:
                    server.get("/")
                    break
                except ConnectionRefusedError:
                    time.sleep(0.05)
            yield server, time.perf_counter() - start
        finally:
            process.terminate()


def tables(case: Case, name: str, each: int) -> list[Step]:
    """The peer's pages that answer a like question: lists of a kind, a record, words in records."""
    chance = random.Random(1)
    kinds = ("claims", "documents", "links", "origins", "read statements")
    steps = []
    for _ in range(each):
        one = chance.choice(case.gathering.claims).id
        listed = {"kind": chance.choice(kinds), "_size": 50, "n": chance.randrange(10**9)}
        worded = {"body__contains": chance.choice(("soldiers", "ministry", "said")), **listed}
        record = {"id": one, "n": chance.randrange(10**9)}
        steps += [
            ("list of a kind", f"/{name}/records?{urlencode(listed)}"),
            ("records with a word", f"/{name}/records?{urlencode(worded)}"),
            ("one record", f"/{name}/records?{urlencode(record)}"),
        ]
    chance.shuffle(steps)
    return steps


def asked(title: str, server: Server, steps: Sequence[Step], pause: float) -> None:
    """Print what the steps took with all readers at once: a line for each kind of page, and all."""
    plan = {"host": server.host, "headers": server.headers, "steps": steps, "readers": READERS,
            "pause": pause}  # fmt: skip
    start, before = time.perf_counter(), server.worked()
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "serving_walk.py")],
        input=json.dumps(plan), capture_output=True, text=True, check=True,
    )  # fmt: skip
    seconds, worked = time.perf_counter() - start, server.worked() - before
    found: list[Answer] = [tuple(one) for one in json.loads(done.stdout)]
    print(f"\n{title}\n{'page':22} answers  median   95th    most  largest")
    for kind in sorted({one[0] for one in found}):
        _line(kind, [one for one in found if one[0] == kind])
    _line("all", found)
    rate, each, load = len(found) / seconds, 1000 * worked / len(found), os.getloadavg()[0]
    print(f"{rate:.0f} answers a second, {each:.1f} ms of processor time each; load {load:.1f}")
    sys.stdout.flush()


def _line(kind: str, found: Sequence[Answer]) -> None:
    times = sorted(1000 * one[1] for one in found)
    high = times[max(0, -(-95 * len(times) // 100) - 1)]
    failed = sum(one[3] != 200 for one in found)
    print(f"{kind:22} {len(found):7} {statistics.median(times):4.0f} ms {high:3.0f} ms"
          f" {times[-1]:4.0f} ms {max(one[2] for one in found) / 1000:5.0f} kB"
          + (f"  ({failed} not found)" if failed else ""))  # fmt: skip


def served(ledger: Path, case: Case, each: int, pause: float) -> None:
    """Print what the served ledger takes; a ruling is made on a copy of it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "served.db"
        shutil.copy(ledger, copy)
        with reportedly(copy) as (server, first):
            print(f"first page after {first:.1f} s, with {server.megabytes():.0f} MB")
            asked("no pause", server, walk(case, each, 1), 0)
            asked(f"{pause:g} s between pages", server, walk(case, each, 2), pause)
            _rule(server, case)
            asked("no pause, a ruling worked out meanwhile", server, walk(case, each, 3), 0)
            print(f"memory at most: {server.megabytes():.0f} MB")
            seconds, body = server.get("/dossier")
            print(f"dossier: {len(body) / 1e6:.1f} MB in {seconds:.1f} s, "
                  f"memory at most: {server.megabytes():.0f} MB")  # fmt: skip


def _rule(server: Server, case: Case) -> None:
    """Keep a ruling on the first claim, as a form would; it is worked out by itself."""
    page = server.get(f"/rule/{case.gathering.claims[0].id}")[1].decode()
    seal = page.split('name="seal" value="')[1].split('"')[0]
    ids = [("id", claim.id) for claim in case.gathering.claims[:2]]
    form = urlencode([*ids, ("kind", "different"), ("by", "reader"), ("seal", seal)])
    headers = {**server.headers, "Content-Type": "application/x-www-form-urlencoded"}
    connection = HTTPConnection(server.host, timeout=120)
    start = time.perf_counter()
    connection.request("POST", "/rulings", form, headers)
    status = connection.getresponse().status
    print(f"\nruling kept in {1000 * (time.perf_counter() - start):.0f} ms ({status})")
    connection.close()


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--each", type=int, default=60, help="addresses of every kind of page")
    parser.add_argument("--pause", type=float, default=1.0)
    parser.add_argument("--datasette", help="the program of that name")
    given = parser.parse_args()
    ledger = given.ledger or Path(f"build/serving-{given.reports}.db")
    if not ledger.exists():
        make(ledger, given.reports)
    with opened(str(ledger)) as held:
        case = held.case()
    print(f"{len(case.documents)} reports, {len(case.gathering.claims)} claims, "
          f"{ledger.stat().st_size / 1e6:.0f} MB; {READERS} readers, no address twice")  # fmt: skip
    served(ledger, case, given.each, given.pause)
    if given.datasette:
        with datasette(given.datasette, ledger) as (server, seconds):
            print(f"\nDatasette: first page after {seconds:.1f} s")
            asked("no pause", server, tables(case, ledger.stem, given.each), 0)
            print(f"memory at most: {server.megabytes():.0f} MB")


if __name__ == "__main__":
    main()
