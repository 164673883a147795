"""Processes that work on one ledger and are killed, or that work on it all at once.

A process of its own, so that its children can be forked: ``python -m ledger.disturbed``. It prints
what became of the ledger as JSON.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from tempfile import TemporaryDirectory
from typing import NoReturn

from sqlalchemy import Engine, event

from ledger.room import ALL, EARLIER, A, B, C, D, Room, W, X, Y, prepared
from places import Place
from reportedly import desk, pipeline, rulings
from reportedly.ledger import opened
from reportedly.shelf import Shelf
from reportedly.views import finding

READ, WRITE = 0, 1


@dataclass(frozen=True)
class Adding:
    """Some reports are added."""

    reports: tuple

    def __call__(self, room: Room, say: Callable[[bytes], None]) -> None:
        room.add(*self.reports)


@dataclass(frozen=True)
class Ruling:
    """Somebody rules, on what the ``ids`` of the case are then."""

    kind: str
    ids: Callable[[Room], tuple[str, ...]]
    by: str = "anna"

    def __call__(self, room: Room, say: Callable[[bytes], None]) -> None:
        ids = self.ids(room)

        def draft(case):
            if self.kind == "undo":
                return rulings.undoing(ids[0], case, self.by)
            records = [finding.record(Shelf(case), id_) for id_ in ids]
            return rulings.drafted(self.kind, records, case, self.by, "so it is")

        with opened(room.where) as ledger:
            desk.keep_ruling(ledger, draft)
            say(b"kept")
            desk.catch_up(ledger)


def said(*reports):
    return lambda room: tuple(made.statements[0].id for made in reports)


def catch_up(room: Room, say: Callable[[bytes], None]) -> None:
    """What was interrupted is made up for."""
    with opened(room.where) as ledger:
        desk.catch_up(ledger)


STEPS = (
    Adding((A, W)),
    Adding((B, X, D)),
    Ruling("different", said(A, B)),
    Ruling("same", said(A, W), by="ben"),
    Adding((C,)),
    Ruling("wrong", lambda room: (room.link(X).id,)),
    Ruling("hide", lambda room: (room.claim(B).id,)),
    Ruling("undo", lambda room: ("1",)),
    Adding((Y, EARLIER)),
    Ruling("undo", lambda room: ("2",), by="ben"),
)


class Child:
    """A process that does one thing; what it says comes through a pipe."""

    def __init__(self, work, room: Room, last: int | None = None) -> None:
        self._pipe = os.pipe()
        self.number = os.fork()
        if not self.number:
            self._live(work, room, last)
        os.close(self._pipe[WRITE])

    def _live(self, work, room: Room, last: int | None) -> NoReturn:
        code = 1
        try:
            counted = killing(last)
            work(room, lambda word: os.write(self._pipe[WRITE], word + b"\n"))
            os.write(self._pipe[WRITE], b"done %d\n" % counted[0])
            code = 0
        finally:
            sys.stderr.flush()
            os._exit(code)

    def end(self) -> list[str]:
        """What it said in its life, which ended by itself or by SIGKILL."""
        with os.fdopen(self._pipe[READ], "rb") as pipe:
            words = pipe.read().decode().splitlines()
        _, status = os.waitpid(self.number, 0)
        assert os.waitstatus_to_exitcode(status) in {0, -signal.SIGKILL}
        return words


def killing(last: int | None) -> list[int]:
    """Count what is asked of the database, and have the process killed at that one."""
    counted = [0]

    def count(*_, **__):
        counted[0] += 1
        if counted[0] == last:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(Engine, name, count)
    return counted


class Known:
    """What a ledger has acknowledged."""

    def __init__(self, room: Room) -> None:
        self.room, self.reports, self.rulings = room, set(), 0

    def check(self) -> int:
        """All of it is there, and nothing is there in part; gives the number of rulings."""
        with opened(self.room.where) as ledger:
            ledger.taken.put(())  # whoever was killed has left a server, too, once this is done
            made, case, pending = ledger.rulings(), ledger.case(), ledger.pending()
            copies = [ledger.copy(document.sha256) for document in case.documents]
        assert [ruling.number for ruling in made] == list(range(1, len(made) + 1))
        assert len(case.rulings) == len(made) >= self.rulings
        assert self.reports <= {document.id for document in case.documents}
        assert None not in copies
        if not pending:
            again = pipeline.compare(case.documents, case.readings, rulings=made)
            assert replace(again, retrievals=case.retrievals, skipped=case.skipped) == case
        return len(made)


def undisturbed(room: Room) -> list[tuple[float, int]]:
    """Do every step; how long each takes, and how much it asks of the database."""
    measured = []
    for step in STEPS:
        start = time.perf_counter()
        words = Child(step, room).end()
        measured.append((time.perf_counter() - start, int(words[-1].split()[1])))
    return measured


def killed(room: Room, other: Room, chance: Random, kills: int) -> int:
    """Do every step, killed again and again at random moments; how often it was."""
    known, done = Known(room), 0
    for number, (seconds, asked) in enumerate(undisturbed(other)):
        aimed = -(-(kills - done) // (len(STEPS) - number))
        moments = [
            (None, chance.uniform(0, seconds)) if chance.random() < 0.4
            else (chance.randint(1, asked), 0.0)
            for _ in range(aimed)
        ]  # fmt: skip
        done += disturbed(STEPS[number], known, moments)
    with opened(room.where) as ledger:
        assert ledger.pending() == ()
    assert room.bytes == other.bytes
    assert room.states == other.states
    return done


def disturbed(step, known: Known, moments: list[tuple[int | None, float]]) -> int:
    """Do one step, killed at each of the moments until it is done; how often it was killed.

    A ruling that was kept is not made again: what is left of it is made up for.
    """
    work, rulings_before, kills = step, known.check(), 0
    for last, after in [*moments, (0, 0.0)]:
        child = Child(work, known.room, last)
        if last is None:
            time.sleep(after)
            os.kill(child.number, signal.SIGKILL)
        words = child.end()
        made = known.check()
        assert made in {rulings_before, rulings_before + 1}
        assert made > rulings_before or "kept" not in words
        if made > rulings_before:
            work, known.rulings = catch_up, made
        if any(word.startswith("done") for word in words):
            break
        kills += 1
    if isinstance(step, Adding):
        known.reports |= {report.document.id for report in step.reports}
    return kills


def together(room: Room, other: Room, chance: Random) -> int:
    """Several people rule while reports come; how many rulings were made."""
    room.add(A, B, W, X)
    pairs = [(A, B), (A, W), (B, X), (W, X)]
    people = [
        [Ruling(chance.choice(["same", "different", "unsure"]), said(*chance.choice(pairs)), by)
         for _ in range(3)]
        for by in ("anna", "ben", "cleo")
    ]  # fmt: skip
    work = [*people, [Adding((report,)) for report in (C, D, Y)], [catch_up] * 3]
    children = [Child(one_by_one(steps), room) for steps in work]
    assert all(child.end()[-1].startswith("done") for child in children)
    with opened(room.where) as ledger:
        made, runs = ledger.rulings(), ledger.runs()
        assert ledger.pending() == ()
    assert [ruling.number for ruling in made] == list(range(1, len(made) + 1))
    assert {d.id for d in room.case.documents} == {r.document.id for r in ALL}
    for by, steps in zip(("anna", "ben", "cleo"), people, strict=True):
        kinds = [ruling.kind for ruling in made if ruling.by == by]
        assert kinds == [step.kind for step in steps]
    assert [run.number for run in runs] == list(range(1, len(runs) + 1))
    _one_after_another(other, made)
    assert room.bytes == other.bytes
    assert room.states == other.states
    return len(made)


def warmed_up() -> None:
    """What is loaded once is loaded before there are children."""
    with TemporaryDirectory() as folder:
        one_by_one(STEPS)(Room(Place(f"{folder}/case.db", None)), lambda word: None)


def one_by_one(steps):
    def work(room: Room, say) -> None:
        for step in steps:
            step(room, say)

    return work


def _one_after_another(room: Room, made) -> None:
    """The same ledger, made by one person."""
    room.add(*ALL)
    with opened(room.where) as ledger:
        for ruling in made:
            ledger.keep_ruling(lambda _, ruling=ruling: ruling)
        desk.catch_up(ledger)


def main() -> None:
    """``killed KILLS`` or ``together``, a seed, and an even number of empty places."""
    what, kills, seed, *wheres = sys.argv[1:]
    desk.read = prepared
    warmed_up()
    chance, done = Random(int(seed)), 0
    rooms = [Room(Place(where, None)) for where in wheres]
    for room, other in zip(rooms[::2], rooms[1::2], strict=True):
        if done < int(kills):
            left = int(kills) - done
            done += (
                killed(room, other, chance, left)
                if what == "killed"
                else together(room, other, chance)
            )
    sys.stdout.write(json.dumps(done))


if __name__ == "__main__":
    main()
