"""Rounds that are killed at random moments, and begun again.

A process of its own, so that its children can be forked: ``python -m watching.disturbed``. It
prints how often one was killed, and how often after it had spoken, as JSON.
"""

import json
import os
import signal
import sys
from dataclasses import replace
from random import Random
from tempfile import TemporaryFile

from ledger.disturbed import killing
from reportedly import desk
from reportedly.documents.fetching import Manners
from reportedly.ledger import opened
from reportedly.watching import Watch, watch
from watching.story import BARGE, CHANGED, COPY, DENIAL, SURE, WIRE, Newsstand, entry

BEFORE, AFTER = -1, -2
"""Killed right before something is said, and right after."""

STEPS = (
    (entry("wire", WIRE, 2), entry("barge", BARGE, 1)),
    (entry("wire", WIRE, 2), entry("copy", COPY, 3, source="Orsk Wire")),
    (entry("denial", DENIAL, 4),),
    (entry("sure", SURE, 5), entry("wire", CHANGED, 5, hour=9)),
)


def given(stand, where):
    manners = Manners("", 0.0, frozenset([stand.host]))
    way = desk.Way("rules")
    return Watch(where, (stand.at("/post"),), way, manners, 1, as_json=True, listener="json")


def lived(stand, where, last=0):
    """One round in a process of its own, killed at the ``last`` thing asked of the database.

    Or ``BEFORE`` or ``AFTER`` it speaks; 0 lets it live.
    What it said, whether it lived to the end, and how much it asked.
    """
    with TemporaryFile() as out, TemporaryFile() as counted:
        child = os.fork()
        if not child:
            _live(stand, where, last, out.fileno(), counted.fileno())
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code in {0, -signal.SIGKILL}, code
        out.seek(0)
        counted.seek(0)
        said = [json.loads(line) for line in out.read().decode().splitlines()]
        return said, code == 0, int(counted.read() or 0)


def _live(stand, where, last, out, counted):
    code = 1
    try:
        os.dup2(out, 1)
        sys.stdout = Mouth(last)
        asked = killing(last)
        watch(given(stand, where), once=True)
        os.write(counted, b"%d" % asked[0])
        code = 0
    finally:
        sys.stderr.flush()
        os._exit(code)


class Mouth:
    """Standard output, whose speaker may be killed before or after."""

    def __init__(self, last):
        self.last, self.out = last, os.fdopen(1, "w", encoding="utf-8")

    def write(self, text):
        if self.last == BEFORE:
            os.kill(os.getpid(), signal.SIGKILL)
        self.out.write(text)

    def flush(self):
        self.out.flush()
        if self.last == AFTER:
            os.kill(os.getpid(), signal.SIGKILL)

    def isatty(self):
        return False


def story(stand, one, other, chance, kills):
    """Every step, undisturbed in one ledger and killed again and again in the other."""
    killed = spoken = 0
    for number, step in enumerate(STEPS):
        stand.put("/post", *step)
        expected, alive, asked = lived(stand, other)
        assert alive
        said = {}
        aimed = [chance.randint(1, asked) for _ in range(kills)]
        for last in [*([BEFORE, AFTER] if number % 2 else []), *aimed, 0]:
            events, alive, _ = lived(stand, one, last)
            for event in events:
                assert said.setdefault(event["id"], event) == event
            killed += not alive
            spoken += bool(events) and not alive
            if alive:
                assert lived(stand, one)[0] == []
                break
            _whole(one)
        assert list(said) == [event["id"] for event in expected]
    with opened(one) as left, opened(other) as right:
        assert _found(left.case()) == _found(right.case())
        assert left.mark() == right.mark()
        assert left.told("json") == right.told("json") == left.mark().run
    return killed, spoken


def _found(case):
    """A case but for when its reports were fetched, and how often."""
    documents = tuple(replace(document, retrieved=None) for document in case.documents)
    routes = dict.fromkeys(replace(route, retrieved=None) for route in case.retrievals)
    return replace(case, documents=documents, retrievals=tuple(routes))


def _whole(where):
    """What is in the ledger can be read back, and its reports are kept."""
    with opened(where) as ledger:
        assert None not in [ledger.copy(d.sha256) for d in ledger.case().documents]


def main():
    """How many kills a step, a seed, and an even number of empty places."""
    kills, seed, *wheres = sys.argv[1:]
    with Newsstand() as stand:
        stand.put("/post", *(one for step in STEPS for one in step))
        watch(given(stand, wheres[0]), once=True)  # what is loaded once is loaded before the forks
        sys.stdout.flush()
        done = [
            story(stand, one, other, Random(int(seed)), int(kills))
            for one, other in zip(wheres[1::2], wheres[2::2], strict=True)
        ]
    sys.stderr.write(json.dumps(done))


if __name__ == "__main__":
    main()
