"""robots.txt: what a site asks programs to leave alone (RFC 9309)."""

import re
from dataclasses import dataclass
from math import isfinite
from time import monotonic

from protego import Protego

from reportedly.errors import SourceError

from .address import Address, onward
from .again import after
from .budget import Budget
from .client import Answer, Client
from .failures import AgainError, HostError

NAME = "reportedly"
"""What this program is called in robots.txt."""

LONGEST = 512_000
"""Bytes that are read of one; the rest is left, as RFC 9309 allows."""

_KEPT_FOR = 3_600.0
_SILENT_FOR = 600.0
_REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_WHOM = re.compile(r"user[- ]?agent\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules of one origin, none where it has none, and since when they are known."""

    rules: Protego | None
    since: float


@dataclass(frozen=True, slots=True)
class _Silence:
    """How often an origin's robots.txt could not be had, the last time when, and why."""

    times: int
    since: float
    reason: str


_NEVER = _Silence(0, 0.0, "")


class Robots:
    """Asks each origin once an hour; ten minutes later where it did not answer ``tries`` times."""

    def __init__(self, client: Client, tries: int) -> None:
        self._client = client
        self._tries = tries
        self._known: dict[str, _Rules] = {}
        self._silent: dict[str, _Silence] = {}

    def check(self, address: Address, budget: Budget) -> float:
        """The seconds that the origin wants between two addresses, 0 where it states none.

        Raises :class:`SourceError` where it wants the address left alone, and
        :class:`AgainError` where its robots.txt cannot be had now.
        """
        rules = self._of(address, budget)
        if rules is None:
            return 0.0
        if not rules.can_fetch(address.url, NAME):
            raise SourceError(address.url, "its site's robots.txt asks programs to leave it alone")
        wanted = rules.crawl_delay(NAME) or 0.0
        return wanted if isfinite(wanted) and wanted > 0 else 0.0

    def _of(self, address: Address, budget: Budget) -> Protego | None:
        known = self._known.get(address.origin)
        if known is None or monotonic() - known.since > _KEPT_FOR:
            known = _Rules(self._asked(address, budget), monotonic())
            self._known[address.origin] = known
        return known.rules

    def _asked(self, address: Address, budget: Budget) -> Protego | None:
        """The rules; none where a server says that it has no such file."""
        before = self._silent.get(address.origin, _NEVER)
        if before.times >= self._tries and monotonic() - before.since < _SILENT_FOR:
            raise SourceError(address.url, before.reason)
        try:
            rules = self._had(address, budget)
        except SourceError as error:
            times = before.times % self._tries + 1
            self._silent[address.origin] = _Silence(times, monotonic(), error.reason)
            raise
        self._silent.pop(address.origin, None)
        return rules

    def _had(self, address: Address, budget: Budget) -> Protego | None:
        at = address.beside("/robots.txt")
        try:
            answer = self._followed(at, budget)
        except AgainError as error:
            raise AgainError(address.url, _unheard(error.reason), error.after) from error
        except SourceError as error:
            if isinstance(error, HostError) and error.source == at.url:
                raise
            raise SourceError(address.url, _unheard(error.reason)) from error
        if answer.status == 200:
            return _parsed(answer.body)
        if answer.status == 429 or answer.status >= 500:
            reason = _unheard(f"its server answers {answer.said}")
            raise AgainError(address.url, reason, after(answer.headers))
        return None

    def _followed(self, at: Address, budget: Budget) -> Answer:
        answer = self._client.ask(at, budget, most=LONGEST)
        for _ in range(_REDIRECTS):
            if answer.status not in _MOVED or "location" not in answer.headers:
                break
            at = onward(at, answer.headers["location"])
            answer = self._client.ask(at, budget, most=LONGEST)
        return answer


def _unheard(reason: str) -> str:
    return f"its site's robots.txt cannot be had ({reason})"


def _parsed(data: bytes) -> Protego:
    """The rules for everybody and for this program.

    The others' names are made one: protego keeps every rule once a name, which for thousands of
    names would be all the memory there is.
    """
    lines = data.decode("utf-8-sig", "replace").splitlines()
    return Protego.parse("\n".join(map(_for_whom, lines)))


def _for_whom(line: str) -> str:
    stated = line.partition("#")[0].strip()
    found = _WHOM.match(stated)
    if not found:
        return line
    named = stated[found.end() :].lower()
    if named != "*":
        named = NAME if named.partition("/")[0].strip(" *") == NAME else "-"
    return f"User-agent: {named}"
