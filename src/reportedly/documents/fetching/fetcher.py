"""One address after the other: asked for politely, and what became of it."""

import hashlib
import re
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reportedly import __version__
from reportedly.documents import feed
from reportedly.documents.raw import Raw
from reportedly.errors import SourceError, UsageError
from reportedly.model import Skipped, Visit

from .address import Address, onward, parse, shown
from .again import BUSY, after, pause
from .budget import Budget
from .failures import AgainError
from .outcomes import Fetched, Unchanged
from .own import entrusted
from .pace import Pace
from .ways import Limits, Manners

if TYPE_CHECKING:
    from .client import Answer, Client
    from .robots import Robots

_MANNERS, _LIMITS = Manners(), Limits()
_MOVED = frozenset({301, 302, 303, 307, 308})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_CONTACT = re.compile(r"[^\x00-\x1f\x7f-\U0010ffff()\\]{1,200}")
_SAYS_NOTHING = frozenset({
    "text/plain", "text/xml", "application/xml", "application/octet-stream", "binary/octet-stream",
})  # fmt: skip
"""Media types that servers send where they do not know, so that the file itself is asked."""

_LONGEST_VALIDATOR = 500


class Fetcher:
    """Fetches addresses that a person named. One is used by one thread.

    ``known``: earlier visits by address; where there is one, the server is asked only for what is
    new. It remembers what it needs to be polite to hosts (robots.txt, when each was last asked).
    ``visits`` are those of this run that gave a report, ``unchanged`` what has nothing new.
    ``follow`` is as in the manners. ``wait`` sleeps. Raises :class:`UsageError` where a contact or
    a host of one's own is none.
    """

    def __init__(
        self,
        known: Mapping[str, Visit] | None = None,
        manners: Manners = _MANNERS,
        limits: Limits = _LIMITS,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._known = dict(known or {})
        self.follow = manners.follow
        self._limits = limits
        self._wait = wait
        self._agent = _agent(manners.contact)
        self._own = frozenset(map(entrusted, manners.private))
        self._pace = Pace(manners.delay, limits.crawl)
        self._means: tuple[Client, Robots] | None = None
        self.visits: list[Visit] = []
        self.unchanged: list[Unchanged] = []

    def begin(self, known: Mapping[str, Visit]) -> None:
        """Begin another run with these visits; what it remembers of hosts it keeps."""
        self._known = dict(known)
        self.visits, self.unchanged = [], []

    def fetch(self, url: str) -> Fetched | Unchanged | Skipped:
        """The file at ``url``, or that it is as it was, or why there is none. Never raises.

        It may wait: for the delay that a host is owed, for a server that asks to come back later.
        """
        try:
            return self._tried(parse(url))
        except SourceError as error:
            return Skipped(shown(url), error.reason)
        except Exception as error:  # noqa: BLE001 - an outer edge: one address never stops the rest
            return Skipped(shown(url), f"it could not be fetched ({type(error).__name__})")

    def _tried(self, asked: Address) -> Fetched | Unchanged:
        """What is there, by as many tries as there may be. Raises :class:`SourceError`."""
        budget = Budget(asked.url, self._limits, self._wait)
        for number in range(self._limits.tries - 1):
            try:
                return self._once(asked, budget)
            except AgainError as error:
                seconds = pause(number) if error.after is None else error.after
                if seconds > self._limits.wait:
                    reason = f"{error.reason}, and asks to wait {seconds:.0f} seconds"
                    raise SourceError(asked.url, reason) from error
                budget.wait(seconds)
        return self._once(asked, budget)

    def _once(self, asked: Address, budget: Budget) -> Fetched | Unchanged:
        """Ask, and go wherever the answers send."""
        at, seen = asked, {asked}
        answer = self._answer(asked, at, budget)
        while answer.status in _MOVED and "location" in answer.headers:
            before, at = at, onward(at, answer.headers["location"])
            if at in seen:
                raise SourceError(asked.url, "it redirects in a circle")
            if len(seen) > self._limits.redirects:
                reason = f"it redirects more than {self._limits.redirects} times"
                raise SourceError(asked.url, reason)
            seen.add(at)
            answer = self._answer(asked, at, budget, at_once=at.host == before.host)
        return self._outcome(asked, at, answer)

    def _answer(
        self, asked: Address, at: Address, budget: Budget, at_once: bool = False
    ) -> "Answer":
        """What ``at`` answers, where it was ``asked`` for; whatever goes wrong names that."""
        client, robots = self._ready()
        try:
            wanted = robots.check(at, budget)
            budget.wait(0.0 if at_once else self._pace.due(at.host))
            self._pace.asked(at.host, wanted)
            return client.ask(at, budget, self._validators(asked, at))
        except AgainError as error:
            reason = _on_the_way(asked, at, error.reason)
            raise AgainError(asked.url, reason, error.after) from error
        except SourceError as error:
            raise SourceError(asked.url, _on_the_way(asked, at, error.reason)) from error

    def _validators(self, asked: Address, at: Address) -> dict[str, str]:
        """What asks only for what is new: sent to nobody but the address that gave it."""
        visit = self._known.get(asked.url)
        if visit is None or at.url != (visit.at or visit.url):
            return {}
        sent = {"If-None-Match": visit.etag, "If-Modified-Since": visit.modified}
        return {name: value for name, value in sent.items() if value}

    def _outcome(self, asked: Address, at: Address, answer: "Answer") -> Fetched | Unchanged:
        visit = self._known.get(asked.url)
        if answer.status in BUSY:
            reason = f"its server answers {answer.said}"
            raise AgainError(asked.url, reason, after(answer.headers))
        if answer.status == 304 and visit is not None and self._validators(asked, at):
            return Unchanged(asked.url, visit)
        if answer.status != 200:
            raise SourceError(asked.url, f"its server answers {answer.said}")
        made = _visit(asked, at, answer)
        if visit is not None and made.sha256 == visit.sha256:
            return Unchanged(asked.url, made)
        return Fetched(_file(asked, at, answer), made)

    def _ready(self) -> "tuple[Client, Robots]":
        """Whatever speaks to the network, imported once something is asked of it."""
        if self._means is None:
            from .client import Client  # noqa: PLC0415
            from .robots import Robots  # noqa: PLC0415

            client = Client(self._agent, self._own)
            self._means = client, Robots(client, self._limits.tries)
        return self._means


def _on_the_way(asked: Address, at: Address, reason: str) -> str:
    return reason if at == asked else f"it redirects to {at.url}: {reason}"


def _agent(contact: str) -> str:
    """How the program names itself, and where a person says they can be reached."""
    if not contact:
        return f"reportedly/{__version__}"
    if not _CONTACT.fullmatch(contact):
        raise UsageError("--contact: give an address in plain ASCII, without brackets")
    return f"reportedly/{__version__} (+{contact})"


def _visit(asked: Address, at: Address, answer: "Answer") -> Visit:
    etag, modified = (_validator(answer.headers.get(name)) for name in ("etag", "last-modified"))
    digest = hashlib.sha256(answer.body).hexdigest()
    return Visit(asked.url, etag, modified, digest, None if at == asked else at.url)


def _validator(stated: str | None) -> str | None:
    fits = (
        stated and stated.isascii() and stated.isprintable() and len(stated) <= _LONGEST_VALIDATOR
    )
    return stated if fits else None


def _file(asked: Address, at: Address, answer: "Answer") -> Raw:
    stated = answer.headers.get("content-type", "")
    charset = _CHARSET.search(stated)
    return Raw(
        name=asked.url,
        data=answer.body,
        media=_media(stated.partition(";")[0].strip().lower(), answer.body),
        charset=charset[1] if charset else None,
        url=at.url,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _media(stated: str, body: bytes) -> str | None:
    """The media type, where the file does not show another: many feeds are said to be pages."""
    if stated == "text/html" and feed.starts(body[:4096]):
        return None
    return stated if stated and stated not in _SAYS_NOTHING else None
