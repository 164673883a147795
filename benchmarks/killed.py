"""An addition of many files that is killed again and again: nothing is lost, nothing doubled.

    python benchmarks/killed.py [--files 5000] [--kills 40] [--seed 1] [--reader NAME] [--at A B]

Short invented reports are written by a seed: texts, tables with several reports and a broken row,
the same report under two names, files that are none. They are added to ledger A by processes that
are killed (SIGKILL) at random moments, within a transaction, at its end, or by the clock, and to
ledger B by one that nobody disturbs. After each kill the ledger is looked at: its case is that of
before or the whole one, every raw copy of what waits is there, nothing waits twice, and nothing
that waited is gone. In the end both give the same bytes. The reader is ``rules``, or ``none``,
which finds nothing in a report, so that only the taking in takes time. A and B are paths or URLs of
empty databases.
"""

import argparse
import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, event

from reportedly import desk, pipeline
from reportedly.exports import ledger_json
from reportedly.ledger import Ledger, opened
from reportedly.model import Case, Document, Reading, Skipped
from reportedly.model.plain import to_json

PLACES = ["Vesk", "Orrin", "Tarn", "Lund", "Hale", "Doru", "Korvo", "Marn", "Lanta", "Olm"]
SYLLABLES = [first + last for first in "bdfgklmnprstvz" for last in "aeiou"]
ROWS = 20
"""Reports in a table."""


@dataclass(frozen=True)
class Written:
    """What was written: how many reports, by how many routes, how much that is none."""

    reports: int
    routes: int
    skipped: int


def write(folder: Path, files: int, chance: Random) -> Written:
    """That many files, of a hundred one table, two that are none and three that repeat another."""
    reports = routes = skipped = 0
    for number in range(files):
        place = folder / f"{number // 100:03}" / f"{number:05}"
        place.parent.mkdir(exist_ok=True)
        kind = number % 100
        if kind == 50:
            rows = [json.dumps({"text": told(f"{number}.{row}", chance)}) for row in range(ROWS)]
            place.with_suffix(".jsonl").write_text("\n".join([*rows[:9], "{", *rows[9:]]))
            reports, routes, skipped = reports + ROWS, routes + ROWS, skipped + 1
        elif kind in {30, 70}:
            place.with_suffix(".bin").write_bytes(b"\0" + str(number).encode())
            skipped += 1
        elif kind in {20, 40, 60}:
            shutil.copy(place.with_name(f"{number - 1:05}.txt"), place.with_suffix(".txt"))
            routes += 1
        else:
            place.with_suffix(".txt").write_text(told(str(number), chance))
            reports, routes = reports + 1, routes + 1
    return Written(reports, routes, skipped)


def told(number: str, chance: Random) -> str:
    """A short report that has no five words in a row from another."""
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(24)]
    one, two, three = (" ".join(words[at : at + 8]) for at in (0, 8, 16))
    return (
        f"The {one} fell in {chance.choice(PLACES)}, {two} said in note {number}.\n\n"
        f"But {three} denied it on Friday.\n"
    )


def none(documents: Iterable[Document], jobs: int = 1, reader: str = "") -> Iterator[Reading]:
    """A reader that finds nothing, and says so."""
    for document in documents:
        yield Reading(document.id, skipped=(Skipped(document.name, f"{reader}, {jobs}"),))


class Deadline:
    """Kills its own process in a writing transaction, ``transaction`` from now, at a step of it."""

    def __init__(self, transaction: int, step: int) -> None:
        self._left, self._step = transaction, step
        event.listen(Engine, "begin", self._begun)
        for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
            event.listen(Engine, name, self._stepped(name))

    def _begun(self, connection: Connection) -> None:
        self._left -= bool(connection.get_execution_options().get("writing"))

    def _stepped(self, name: str) -> Callable[..., None]:
        def stepped(*_: object, **__: object) -> None:
            if self._left <= 0:
                self._step -= 1
                if self._step <= 0 or name == "commit":
                    os.kill(os.getpid(), signal.SIGKILL)

        return stepped


def added(where: str, folder: str, reader: str, deadline: tuple[int, int] | None) -> int:
    """Add it in a process of its own; its number."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - what is skipped is named
        if deadline:
            Deadline(*deadline)
        desk.add_to(where, [folder], desk.Way(reader))
        code = 0
    finally:
        os._exit(code)


def killed(where: str, folder: str, reader: str, chance: Random) -> bool:
    """Whether it was killed before it was done, by itself in a transaction or by the clock."""
    clock = chance.random() < 0.3
    deadline = None if clock else (chance.randint(1, 4), chance.randint(1, 12))
    child = added(where, folder, reader, deadline)
    if clock:
        time.sleep(chance.uniform(0.1, 1.5))
        os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, -signal.SIGKILL}, code
    return code != 0


class Watch:
    """What is known of a ledger that is being disturbed."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._seen: set[str] = set()

    def look(self) -> Case:
        """Everything that was there is there, whole and once."""
        with opened(self._where) as ledger:
            ledger.taken.put(())  # whoever was killed has left a server, too, once this is done
            case, waiting = ledger.case(), ledger.taken.waiting()
            routes = [(r.document, r.name) for r in (*case.retrievals, *waiting.retrievals)]
            assert len(set(routes)) == len(routes), "something is doubled"
            assert {f"{d} {n}" for d, n in routes} >= self._seen, "something is lost"
            for route in waiting.retrievals or case.retrievals:
                copy(ledger, route.sha256)
        self._seen = {f"{d} {n}" for d, n in routes}
        assert not case.documents or not waiting.digests, "half an addition is shown"
        return case


def copy(ledger: Ledger, hashed: str) -> None:
    """A raw copy is there and whole."""
    data = ledger.copy(hashed)
    assert data is not None, "a raw copy is lost"
    assert sha256(data).hexdigest() == hashed, "a raw copy is damaged"


def disturbed(where: str, folder: str, reader: str, kills: int, chance: Random) -> int:
    """Add it, killed that often if it takes that long, then let it end; how often it was killed."""
    watch, done = Watch(where), 0
    while done < kills:
        if not killed(where, folder, reader, chance):
            break
        done += 1
        watch.look()
        shown(f"{done} kills")
    child = added(where, folder, reader, None)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    watch.look()
    return done


def content(where: str) -> tuple[Case, str]:
    """The case, and all of it as JSON."""
    with opened(where) as ledger:
        case = ledger.case()
        return case, to_json(ledger_json(case))


def shown(line: str) -> None:
    """Say how far it is."""
    if sys.stderr.isatty():
        print(line, file=sys.stderr)


def main() -> None:
    """Disturb one ledger and leave another alone."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", choices=["rules", "none"], default="rules")
    parser.add_argument("--at", nargs=2)
    given = parser.parse_args()
    if given.reader == "none":
        pipeline.read = none  # type: ignore[assignment]
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        Path("in").mkdir()
        chance = Random(given.seed)
        written = write(Path("in"), given.files, chance)
        one, other = given.at or (f"{folder}/a.db", f"{folder}/b.db")
        run(one, other, written, given, chance)


def run(one: str, other: str, written: Written, given: argparse.Namespace, chance: Random) -> None:
    """Compare the two ledgers, and print the line."""
    time.sleep(2.1)  # younger files are not known again
    warm(given.reader)
    begun = time.perf_counter()
    done = disturbed(one, "in", given.reader, given.kills, chance)
    seconds = time.perf_counter() - begun
    assert os.waitstatus_to_exitcode(os.waitpid(added(other, "in", given.reader, None), 0)[1]) == 0
    (case, told_one), (_, told_other) = content(one), content(other)
    counts = Written(len(case.documents), len(case.retrievals), len(case.skipped))
    assert counts == written, (counts, written)
    assert told_one == told_other, "the bytes differ"
    assert done >= given.kills, f"it was done after {done} kills"
    print(
        f"{given.files:,} files, {done} kills: {counts.reports:,} reports by {counts.routes:,} "
        f"routes, {counts.skipped} skipped, none lost, none doubled, the bytes of a ledger that "
        f"nobody disturbed; {seconds:.0f} s with the kills"
    )


def warm(reader: str) -> None:
    """What is loaded once is loaded before there are children."""
    Path("warm").mkdir()
    Path("warm/a.txt").write_text(told("0", Random(0)))
    desk.add_to("warm.db", ["warm"], desk.Way(reader))


if __name__ == "__main__":
    main()
