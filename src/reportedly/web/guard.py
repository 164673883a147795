"""What stands before every request: who may ask, from where, how much, and what a browser may do.

::

    Host          one of the names that the server was started for (no DNS rebinding)
    Origin        of a form: this server, and nobody else
    body          at most ``BODY`` bytes
    session       a cookie (HttpOnly, SameSite=Strict), given for the token in the opened address
                  or for a password; a program sends the token as ``Authorization: Bearer``; a
                  monitor has a token of its own, for ``/metrics`` only; ``/health`` needs none
    headers       a strict Content-Security-Policy; nothing is stored, framed, sniffed or told to
                  other hosts (a browser told to name no referrer names no origin of a form either)
"""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Lock
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request, cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.rulings import LONGEST

from .people import People

BODY = 64 * 1024
"""Bytes of a request; forms are small."""
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
METHODS = ("GET", "HEAD", "POST")
METRICS, HEALTH = "/metrics", "/health"
"""What is there for monitors: numbers, and whether it works."""
DAY = 12 * 3600
"""Seconds a session of a named user lasts."""
TRIES, PAUSE = 5, 60.0
"""So many wrong passwords of one name in so many seconds, and that name waits."""


@dataclass(frozen=True, slots=True)
class Session:
    """Who asks; ``named``: by a password, else whoever opened the ledger on this machine."""

    who: str
    named: bool
    seal: str


_NOBODY = Session("", False, "")


class Door:
    """Sessions: one for the token of a local server, or one for each person who entered."""

    def __init__(
        self,
        who: str,
        people: People | None,
        clock: Callable[[], float] = time.monotonic,
        scrape: str = "",
    ) -> None:
        self.token = secrets.token_urlsafe(32)
        self.people = people
        self._secret = secrets.token_bytes(32)
        self._who = who
        self._scrape = scrape
        self._clock = clock
        self._held: dict[str, tuple[str, float]] = {}
        self._tried: dict[str, list[float]] = {}
        self._lock, self._checking = Lock(), Lock()

    def local(self, token: str) -> bool:
        """Whether it is the token that the server printed when it started."""
        return self.people is None and same(token, self.token)

    def scraped(self, token: str) -> bool:
        """Whether it is the token of the monitor, which sees numbers and nothing else."""
        return bool(self._scrape) and same(token, self._scrape)

    def enter(self, name: str, password: str) -> str | None:
        """A new session for a person with the right password, else None."""
        if self.people is None or len(name) > LONGEST["by"] or self._waits(name):
            return None
        with self._checking:
            if not self.people.knows(name, password):
                return None
        made, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            self._tried.pop(name, None)
            self._held = {c: held for c, held in self._held.items() if held[1] > now}
            self._held[made] = (name, now + DAY)
        return made

    def leave(self, cookie: str) -> None:
        """End a session."""
        with self._lock:
            self._held.pop(cookie, None)

    def session(self, cookie: str) -> Session | None:
        """Whose cookie it is."""
        if self.people is None:
            return self._session(self._who, False) if same(cookie, self.cookie) else None
        with self._lock:
            name, until = self._held.get(cookie, ("", 0.0))
        return self._session(name, True, cookie) if until > self._clock() else None

    @property
    def cookie(self) -> str:
        """The cookie of a local server: made from the token, but not the token."""
        return self._sealed("cookie")

    def _session(self, who: str, named: bool, cookie: str = "") -> Session:
        return Session(who, named, self._sealed(f"seal {who} {cookie}"))

    def _sealed(self, text: str) -> str:
        return hmac.new(self._secret, text.encode(errors="replace"), hashlib.sha256).hexdigest()

    def _waits(self, name: str) -> bool:
        """Whether a name was tried too often; if not, this is a try, until it proves right."""
        now = self._clock()
        with self._lock:
            self._tried = {n: at for n, at in self._tried.items() if now - at[-1] < PAUSE}
            recent = [at for at in self._tried.get(name, ()) if now - at < PAUSE]
            if len(recent) >= TRIES:
                return True
            self._tried[name] = [*recent, now]
            return False


class Guard:
    """The outermost layer of the app."""

    def __init__(
        self, app: ASGIApp, door: Door, hosts: Iterable[str], name: str,
        refuse: Callable[[int, str, str], Response],
    ) -> None:  # fmt: skip
        self._app = app
        self._door = door
        self._hosts = frozenset(hosts)
        self._name = name
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sent = _Sent(send)
        answer = self._checked(scope)
        if answer is not None:
            await answer(scope, receive, sent)
            return
        try:
            await self._app(scope, _bounded(receive), sent)
        except Exception:
            if not sent.begun:
                said = "Something went wrong here."
                await self._refuse(500, scope["path"], said)(scope, receive, sent)
            raise

    def _checked(self, scope: Scope) -> Response | None:
        """The answer to a request that does not get through."""
        headers, path = Headers(scope=scope), scope["path"]
        wrong = self._wrong(scope, headers)
        if wrong is not None:
            return self._refuse(wrong[0], path, wrong[1])
        opening = self._opening(scope)
        if opening is not None:
            return opening
        scope["reportedly"] = session = self._session(headers)
        if session is not None or _open(path) or self._monitors(headers, path):
            return None
        return self._unknown(path)

    def _monitors(self, headers: Headers, path: str) -> bool:
        return path == METRICS and self._door.scraped(bearer(headers))

    def _wrong(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if host not in self._hosts:
            return 421, "This server does not answer to that name."
        if scope["method"] not in METHODS:
            return 405, "Only GET, HEAD and POST are answered."
        if scope["method"] == "POST" and not _from_here(headers, host):
            return 403, "A form is taken from this server's own pages only."
        if not scope["query_string"].isascii():
            return 400, "What is asked in an address is percent-encoded."
        return None if _fits(headers) else (413, f"A request has at most {BODY} bytes.")

    def _session(self, headers: Headers) -> Session | None:
        if self._door.local(bearer(headers)):
            return self._door.session(self._door.cookie)
        return self._door.session(cookie_of(headers, self._name))

    def _opening(self, scope: Scope) -> Response | None:
        """The token in the opened address becomes a cookie, and leaves the address."""
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        token = asked.get("token", [""])[0]
        if scope["method"] != "GET" or not self._door.local(token):
            return None
        answer = RedirectResponse("/" + scope["path"].lstrip("/"), 303)
        give(answer, self._name, self._door.cookie)
        return answer

    def _unknown(self, path: str) -> Response:
        if self._door.people is not None and not path.startswith("/api"):
            return RedirectResponse("/enter", 303)
        said = "Open the address that reportedly printed when it started; it holds the key."
        return self._refuse(403, path, said)


def session_of(request: Request) -> Session:
    """Who asks; nobody where the page is open to everybody."""
    return request.scope.get("reportedly") or _NOBODY


def bearer(headers: Headers) -> str:
    """The token that a program sends, empty where it sends none."""
    scheme, _, given = headers.get("authorization", "").partition(" ")
    return given.strip() if scheme.lower() == "bearer" else ""


def give(answer: Response, name: str, value: str) -> None:
    """Set the cookie of a session; an empty value takes it away."""
    answer.set_cookie(
        name, value, max_age=None if value else 0, path="/", httponly=True, samesite="strict"
    )


def cookie_of(headers: Headers, name: str) -> str:
    """The value of the cookie called ``name``, empty where there is none."""
    return cookie_parser(headers.get("cookie", "")).get(name, "")


def _open(path: str) -> bool:
    """What everybody may ask for: the form to enter, whether it works, and style and script."""
    return path in ("/enter", HEALTH) or path.startswith("/static/")


def _from_here(headers: Headers, host: str) -> bool:
    """A browser names the origin of a form; a program, which holds the token, need not."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("authorization", "").lower().startswith("bearer ")
    return origin in {f"http://{host}", f"https://{host}"}


def _fits(headers: Headers) -> bool:
    length = headers.get("content-length", "0")
    return length.isascii() and length.isdigit() and len(length) < 9 and int(length) <= BODY


def _bounded(receive: Receive) -> Receive:
    """A body that is sent without its length breaks off where it is too long."""
    taken = 0

    async def receiving() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if taken > BODY else message

    return receiving


class _Sent:
    """Sends an answer with the headers that every answer has."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if message["status"] == 405:
                headers.setdefault("Allow", ", ".join(METHODS))
        await self._send(message)


def same(given: str, held: str) -> bool:
    """Whether it is the secret that is held; how long it takes tells nothing."""
    return hmac.compare_digest(given.encode(errors="replace"), held.encode(errors="replace"))
