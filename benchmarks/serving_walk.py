"""Readers of a served ledger, in a process of their own: who asks for what, and how long it takes.

``walk`` lays out addresses; run as a program it reads a plan as JSON from standard input, walks it,
and prints what every answer took. Every address is asked for once: a number is added that no page
looks at, so that no answer was made before.
"""

import json
import random
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from http.client import HTTPConnection
from typing import Any
from urllib.parse import quote, urlencode

from reportedly.model import Case
from reportedly.shelf import Shelf
from reportedly.views.pages import PAGES

Step = tuple[str, str]
"""The kind of page, and its address."""

PAGED = 20
"""Further parts of lists go up to this number; where there are fewer the last is shown."""
DAYS = ("2031-05-01", "2031-05-03", "2031-05-05", "2031-05-08")


def walk(case: Case, each: int, seed: int) -> list[Step]:
    """``each`` addresses of every kind of page in one shuffled list: ids, filters, words, parts."""
    chance, shelf = random.Random(seed), Shelf(case)
    ids = _ids(shelf)
    steps = []
    for page in PAGES:
        for _ in range(each):
            held = ids.get(page.path, ())
            path = page.path.replace("{id}", chance.choice(held) if held else "1")
            asked = {**dict(_asked(page.path, shelf, chance)), "n": str(len(steps) + seed * 10**6)}
            steps.append((page.path, f"{quote(path)}?{urlencode(asked)}"))
    chance.shuffle(steps)
    return steps


def _ids(shelf: Shelf) -> dict[str, Sequence[str]]:
    case = shelf.case
    return {
        "/claims/{id}": [one.id for one in case.gathering.claims],
        "/actors/{id}": [one.id for one in case.gathering.actors],
        "/documents/{id}": [one.id for one in case.documents],
        "/rulings/{id}": [str(one.ruling.number) for one in case.rulings],
        "/rule/{id}": [one.id for one in case.gathering.claims],
        "/why/{id}": list(shelf.records),
    }


def _asked(path: str, shelf: Shelf, chance: random.Random) -> Iterator[tuple[str, str]]:
    """What a reader asks of a page: half of the time a further part, else words or filters."""
    listed = path in ("/claims", "/documents", "/causes", "/actors")
    if path == "/search" or (listed and chance.random() < 0.3):
        yield "q", " ".join(chance.sample(_words(shelf, chance), chance.choice((1, 2))))
    if path in ("/claims", "/documents") and chance.random() < 0.3:
        yield "outlet", chance.choice(shelf.case.documents).outlet
    if path in ("/claims", "/documents") and chance.random() < 0.2:
        yield "from", chance.choice(DAYS)
    if path == "/claims" and chance.random() < 0.4:
        yield "sort", chance.choice(("reports", "origins", "drift", "first", "last"))
    if path == "/claims" and chance.random() < 0.3:
        yield "side", chance.choice(("for", "against", "observing"))
    if "{id}" not in path and chance.random() < 0.5:
        yield "page", str(chance.randint(2, PAGED))


def _words(shelf: Shelf, chance: random.Random) -> list[str]:
    """Words of one sentence of a report."""
    document = chance.choice(shelf.case.documents)
    span = chance.choice(document.sentences)
    found = [w for w in document.text[span.start : span.end].split() if len(w) > 3]
    return [*found, "said", "report"]


def run(plan: dict[str, Any]) -> list[tuple[str, float, int, int]]:
    """Walk ``steps`` with so many ``readers``; the kind, seconds, bytes and status of each answer.

    A reader asks for its next page some ``pause`` seconds after the last, or at once.
    """
    steps, readers = plan["steps"], plan["readers"]
    found: list[tuple[str, float, int, int]] = []

    def read(number: int) -> None:
        chance = random.Random(number)
        connection = HTTPConnection(plan["host"], timeout=600)
        for kind, address in steps[number::readers]:
            start = time.perf_counter()
            connection.request("GET", address, headers=plan["headers"])
            answer = connection.getresponse()
            size = len(answer.read())
            found.append((kind, time.perf_counter() - start, size, answer.status))
            time.sleep(plan["pause"] * chance.uniform(0.5, 1.5))
        connection.close()

    threads = [threading.Thread(target=read, args=(n,)) for n in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


if __name__ == "__main__":
    json.dump(run(json.load(sys.stdin)), sys.stdout)
