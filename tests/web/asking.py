"""Asks the app without a network: any bytes in a request, every byte of the answer."""

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import unquote, urlencode

from reportedly.web.guard import HEADERS

HOST = "127.0.0.1:8765"
FORM = ("Content-Type", "application/x-www-form-urlencoded")


@dataclass
class Answer:
    """What came back; ``raised`` is what the app raised beside it."""

    status: int = 0
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""
    raised: Exception | None = None

    @property
    def text(self) -> str:
        return self.body.decode()

    def all(self, name: str) -> list[str]:
        return [value for held, value in self.headers if held == name.lower()]

    def get(self, name: str) -> str:
        return next(iter(self.all(name)), "")

    @property
    def guarded(self) -> bool:
        """Whether it has every header of the guard, once each, with the guard's value."""
        return all(self.all(name) == [value] for name, value in HEADERS.items())


@dataclass
class Asking:
    """Somebody who asks ``app`` with the same ``headers`` each time; a new one replaces its own."""

    app: object
    headers: tuple[tuple[str, str], ...] = (("Host", HOST),)

    def with_(self, *headers: tuple[str, str], without: str = "") -> "Asking":
        gone = {without.lower(), *(name.lower() for name, _ in headers)}
        kept = (pair for pair in self.headers if pair[0].lower() not in gone)
        return Asking(self.app, (*kept, *headers))

    def get(self, target: str, method: str = "GET") -> Answer:
        return self.ask(method, target)

    def post(self, target: str, *pairs: tuple[str, str], **fields: str) -> Answer:
        """A form as a browser sends it; ``pairs`` may name one field twice."""
        body = urlencode([*pairs, *fields.items()]).encode()
        sent = self.with_(FORM, ("Content-Length", str(len(body))))
        return sent.ask("POST", target, [body])

    def ask(self, method: str, target: str, chunks: Iterable[bytes] = (b"",)) -> Answer:
        """One request; ``target`` as it stands in the first line, latin-1 for bytes."""
        path, _, query = target.partition("?")
        scope = {
            # From 2.4 on an answer is not given up when there is no more of the request.
            "type": "http", "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1", "method": method, "scheme": "http", "path": unquote(path),
            "raw_path": path.encode("latin-1"),
            "query_string": query.encode("latin-1"), "root_path": "",
            "headers": [(n.lower().encode(), v.encode("latin-1")) for n, v in self.headers],
            "client": ("127.0.0.1", 50000), "server": ("127.0.0.1", 8765),
        }  # fmt: skip
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, _asked(self.app, scope, list(chunks))).result()


async def _asked(app, scope, chunks: list[bytes]) -> Answer:
    answer = Answer()

    async def receive():
        if not chunks:
            return {"type": "http.disconnect"}
        body = chunks.pop(0)
        return {"type": "http.request", "body": body, "more_body": bool(chunks)}

    async def send(message):
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = [(n.decode(), v.decode("latin-1")) for n, v in message["headers"]]
        else:
            answer.body += message.get("body", b"")

    try:
        await app(scope, receive, send)
    except Exception as error:  # noqa: BLE001 - a server would log it
        answer.raised = error
    return answer
