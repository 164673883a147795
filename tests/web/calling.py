"""A served ledger in this process, and whoever calls it: a program with the token."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from reportedly.ledger import Ledger
from reportedly.model import Case
from reportedly.web.app import build
from reportedly.web.guard import Door

HOST = "127.0.0.1:8765"


class Idle:
    """Works nothing out: what is ruled on stays pending."""

    woken = 0
    trouble = ""

    def wake(self) -> None:
        self.woken += 1


@dataclass
class Served:
    """An app over a ledger, its door, and a client that has no key of its own."""

    ledger: Ledger
    door: Door
    worker: Idle
    app: Any
    client: TestClient

    @property
    def key(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.door.token}"}

    def ask(self, path: str, **asked: object):
        return self.client.get(path, params=asked or None, headers=self.key)

    def give(self, path: str, **asked: object) -> Any:
        """The JSON at an address that answers."""
        answer = self.ask(path, **asked)
        assert answer.status_code == 200, (path, answer.text[:300])
        assert answer.headers["content-type"] == "application/json"
        return json.loads(answer.content, parse_constant=_refused)

    def page(self, path: str, **asked: object) -> str:
        answer = self.ask(path, **asked)
        assert answer.status_code == 200, path
        return answer.text

    def work_out(self) -> None:
        """What is pending counts from now on; the records stay those that were made by hand."""
        self.ledger.record(self.ledger.case(), "rules by hand", self.ledger.mark())

    def rule(self, **decision: object):
        return self.client.post("/api/rulings", json=decision, headers=self.key)


def served(folder: Path, case: Case | None = None) -> Served:
    """The case in a ledger of its own, an empty one without, served to whoever has the token."""
    ledger = Ledger(str(folder / "case.db"), keep_decoded=True)
    if case is not None:
        ledger.record(case, "rules by hand")
    door, worker = Door("ana", None), Idle()
    app = build(ledger, door, [HOST], worker)
    return Served(ledger, door, worker, app, TestClient(app, base_url=f"http://{HOST}"))


def objects(answer: Any) -> Iterator[dict[str, Any]]:
    """Every object within an answer, itself too."""
    if isinstance(answer, dict):
        yield answer
    for inner in answer.values() if isinstance(answer, dict) else answer:
        if isinstance(inner, dict | list):
            yield from objects(inner)


def _refused(constant: str):
    raise AssertionError(f"{constant} is no JSON")
