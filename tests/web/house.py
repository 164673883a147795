"""A ledger, who may see it, and the app over both: what tests of the web layer begin with."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copy

from fastapi import FastAPI

from reportedly.ledger import Ledger, opened
from reportedly.web.app import build, cookie_name
from reportedly.web.guard import Door
from reportedly.web.people import People, hashed
from reportedly.web.worker import Worker
from web.asking import HOST, Answer, Asking

HOSTS = (HOST, "localhost:8765")
COOKIE = cookie_name(HOSTS)
ORIGIN = ("Origin", f"http://{HOST}")
PASSWORDS = {"Ana Merle": "the old ferry road", "Ivo Brandt": "nine grey herons"}


class Clock:
    """Moves only when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class House:
    """The app, and what it was built of."""

    ledger: Ledger
    door: Door
    app: FastAPI
    worker: Worker
    clock: Clock

    @property
    def stranger(self) -> Asking:
        """Somebody without a session, at the right address, with this server's origin."""
        return Asking(self.app).with_(ORIGIN)

    @property
    def reader(self) -> Asking:
        """Whoever opened the printed address."""
        return self.stranger.with_(("Cookie", f"{COOKIE}={self.door.cookie}"))

    def enter(self, name: str, password: str = "") -> Answer:
        """The form to enter, sent; the right password where none is given."""
        return self.stranger.post("/enter", name=name, password=password or PASSWORDS[name])

    def entered(self, name: str) -> Asking:
        """A person with a session."""
        return self.stranger.with_(("Cookie", self.enter(name).get("set-cookie").split(";")[0]))


def people() -> People:
    """Two people, their passwords hashed fast and badly."""
    return People({name: hashed(word, b"salt" * 4, n=16) for name, word in PASSWORDS.items()})


@contextmanager
def house(
    ledger_file: Path, known: People | None = None, who: str = "Ana Merle"
) -> Iterator[House]:
    """The app over a ledger, its worker never started."""
    with opened(str(ledger_file), keep_decoded=True) as ledger:
        clock = Clock()
        door, worker = Door(who, known, clock), Worker(ledger, str(ledger_file))
        yield House(ledger, door, build(ledger, door, HOSTS, worker), worker, clock)


def own(ledger_file: Path, folder: Path) -> Path:
    """A copy of a closed ledger, to write in."""
    return Path(copy(ledger_file, folder / "own.db"))


def seal(answer: Answer) -> str:
    """The seal in the forms of a page."""
    return re.search(r'name="seal" value="(\w*)"', answer.text)[1]
