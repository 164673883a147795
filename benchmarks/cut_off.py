"""An addition that loses its server, its connection or its disk: nothing is lost, nothing doubled.

    python benchmarks/cut_off.py TROUBLE [--files 2000] [--times 20] [--seed 1] [--reader NAME]

The files are those of ``killed.py``. They are added to ledger A by ``add``, which is begun again
each time that it was cut off, and to ledger B by one that nobody disturbs. Each time ``add`` ends
with one sentence that names the ledger; then what it had acknowledged is looked for. In the end
both ledgers give the same bytes. TROUBLE is one of

- ``server``: PostgreSQL is killed (SIGKILL, every second time SIGQUIT) at random moments, and begun
  again;
- ``connection``: what stands between breaks off after a random number of bytes;
- ``disk``: the file is on a file system of some megabytes, which is made larger when it is full;
- ``space``: so are the tables on the server.

The last two need root and ``mount``; the first two and the last a PostgreSQL of Debian's packages.
"""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event, Thread

from killed import Watch, content, none, shown, warm, write

from reportedly import desk, pipeline
from reportedly.errors import LedgerError

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from server import BINARIES, MISSING, Server, running

DOOR = ".s.PGSQL.5432"
FEWEST, MOST = 30_000, 600_000
"""Bytes after which a connection breaks off."""
FIRST, MORE, ENOUGH = 1_500, 100, 2_000_000
"""Kilobytes of a disk, those that it grows by, and those of a large one."""


def _nothing() -> None:
    """What needs no mending."""


@dataclass(frozen=True)
class Trouble:
    """A place for a ledger, and what happens to it.

    ``begin`` is called while an addition runs, ``mend`` after it, ``lift`` once it is enough.
    """

    where: str
    begin: Callable[[], None] = _nothing
    mend: Callable[[], None] = _nothing
    lift: Callable[[], None] = _nothing


def tried(where: str, reader: str, begin: Callable[[], None] = _nothing) -> str:
    """Add it in a process of its own; the sentence with which it ended, none where it was done."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        os.close(ours)
        _add(where, reader, theirs)
    os.close(theirs)
    begin()
    with os.fdopen(ours, encoding="utf-8") as pipe:
        said = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code == (2 if said else 0), (code, said)
    return said


def _add(where: str, reader: str, pipe: int) -> None:
    code = 1
    try:
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - what is skipped is named
        desk.add_to(where, ["in"], desk.Way(reader))
        code = 0
    except LedgerError as error:
        os.write(pipe, str(error).encode())
        code = 2
    finally:
        os._exit(code)


def cut_off(trouble: Trouble, reader: str, times: int) -> tuple[int, set[str]]:
    """Add it until it is done; how often it was cut off, and what it said then."""
    watch, said, done = Watch(trouble.where), set(), 0
    while done < times:
        sentence = tried(trouble.where, reader, trouble.begin)
        trouble.mend()
        if not sentence:
            break
        assert "\n" not in sentence, sentence
        said.add(sentence)
        done += 1
        watch.look()
        shown(f"{done} times")
    trouble.lift()
    assert not tried(trouble.where, reader)
    watch.look()
    return done, said


@contextmanager
def server_killed(chance: Random) -> Iterator[Trouble]:
    """A server that is ended at a random moment of an addition, and begun again after it."""
    with running() as server:
        ways = iter([signal.SIGKILL, signal.SIGQUIT] * 10_000)

        def begin() -> None:
            time.sleep(chance.uniform(0.05, 1.2))
            server.end(next(ways))

        yield Trouble(server.new(), begin, server.start)


@contextmanager
def connection_cut(chance: Random) -> Iterator[Trouble]:
    """A way to the server that breaks off; after the addition it is whole until the next one."""
    with running() as server, TemporaryDirectory(dir="/tmp") as name:
        whole = server.new()
        door = socket.socket(socket.AF_UNIX)
        door.bind(f"{name}/{DOOR}")
        door.listen()
        breaks = Event()
        Thread(target=_between, args=(server, door, breaks, chance), daemon=True).start()
        yield Trouble(whole.replace(str(server.folder), name), breaks.set, breaks.clear)


def _between(server: Server, door: socket.socket, breaks: Event, chance: Random) -> None:
    """Lead whoever comes to the server."""
    while True:
        near, _ = door.accept()
        far = socket.socket(socket.AF_UNIX)
        far.connect(str(server.folder / DOOR))
        left = [chance.randint(FEWEST, MOST)]
        for one, other in ((near, far), (far, near)):
            Thread(target=_passed, args=(one, other, left, breaks), daemon=True).start()


def _passed(one: socket.socket, other: socket.socket, left: list[int], breaks: Event) -> None:
    """Pass bytes on; once there are none ``left`` both ends are shut."""
    with suppress(OSError):
        while data := one.recv(4096):
            left[0] -= len(data)
            if left[0] < 0 and breaks.is_set():
                break
            other.sendall(data)
    for end in (one, other):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@contextmanager
def disk_full(chance: Random) -> Iterator[Trouble]:
    """A file on a small disk, which is made larger each time."""
    del chance
    with TemporaryDirectory() as name, _small(Path(name)) as more:
        yield Trouble(f"{name}/a.db", mend=more, lift=partial(more, ENOUGH))


@contextmanager
def space_full(chance: Random) -> Iterator[Trouble]:
    """Tables on a small disk of the server."""
    del chance
    with running() as server, TemporaryDirectory(dir="/tmp") as name, _small(Path(name)) as more:
        shutil.chown(name, "postgres", "postgres")
        server.execute(f"CREATE TABLESPACE small LOCATION '{name}'")
        where = f"{server.new()}%20-cdefault_tablespace%3Dsmall"
        yield Trouble(where, mend=more, lift=partial(more, ENOUGH))


@contextmanager
def _small(folder: Path) -> Iterator[Callable[..., None]]:
    size = [FIRST]
    _mounted("-t", "tmpfs", "-o", f"size={FIRST}k", "tmpfs", str(folder))

    def more(by: int = MORE) -> None:
        size[0] += by
        _mounted("-o", f"remount,size={size[0]}k", str(folder))

    try:
        yield more
    finally:
        # The server may hold a file of it a moment longer.
        subprocess.run(["umount", "--lazy", str(folder)], check=False)


def _mounted(*asked: str) -> None:
    done = subprocess.run(["mount", *asked], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"cannot mount a small disk: {done.stderr.strip()}")


TROUBLES = {
    "server": server_killed,
    "connection": connection_cut,
    "disk": disk_full,
    "space": space_full,
}


def main() -> None:
    """Cut one addition off and leave another alone."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("trouble", choices=TROUBLES)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", choices=["rules", "none"], default="rules")
    given = parser.parse_args()
    if given.trouble != "disk" and BINARIES is None:
        sys.exit(MISSING)
    if given.reader == "none":
        pipeline.read = none  # type: ignore[assignment]
    with ExitStack() as stack:
        os.chdir(stack.enter_context(TemporaryDirectory()))
        Path("in").mkdir()
        chance = Random(given.seed)
        written = write(Path("in"), given.files, chance)
        time.sleep(2.1)  # younger files are not known again
        warm(given.reader)
        trouble = stack.enter_context(TROUBLES[given.trouble](chance))
        begun = time.perf_counter()
        done, said = cut_off(trouble, given.reader, given.times)
        seconds = time.perf_counter() - begun
        assert not tried("b.db", given.reader)
        (case, told), (_, told_other) = content(trouble.where), content("b.db")
        counts = len(case.documents), len(case.retrievals), len(case.skipped)
        assert counts == (written.reports, written.routes, written.skipped), (counts, written)
        assert told == told_other, "the bytes differ"
        assert done >= given.times, f"it was done after {done} times"
        print(
            f"{given.trouble}: {given.files:,} files, cut off {done} times: {counts[0]:,} reports "
            f"by {counts[1]:,} routes, none lost, none doubled, the bytes of a ledger that nobody "
            f"disturbed; {seconds:.0f} s"
        )
        for sentence in sorted({one.replace(trouble.where, "LEDGER") for one in said}):
            print(f"    {sentence}")


if __name__ == "__main__":
    main()
