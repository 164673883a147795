"""One address after the other: asked for politely, and what became of it."""

from collections.abc import Mapping

from reportedly.model import Skipped, Visit

from .outcomes import Fetched, Unchanged
from .ways import Limits, Manners

_MANNERS, _LIMITS = Manners(), Limits()


class Fetcher:
    """Fetches addresses that a person named. One is used by one thread.

    ``known``: earlier visits by address; where there is one, the server is asked only for what is
    new. It remembers what it needs to be polite to hosts (robots.txt, when each was last asked).
    ``visits`` are those of this run that gave a report, ``unchanged`` what has nothing new.
    """

    def __init__(
        self,
        known: Mapping[str, Visit] | None = None,
        manners: Manners = _MANNERS,
        limits: Limits = _LIMITS,
    ) -> None:
        self._known = dict(known or {})
        self._manners = manners
        self._limits = limits
        self.visits: list[Visit] = []
        self.unchanged: list[Unchanged] = []

    def fetch(self, url: str) -> Fetched | Unchanged | Skipped:
        """The file at ``url``, or that it is as it was, or why there is none. Never raises.

        It may wait: for the delay that a host is owed, for a server that asks to come back later.
        """
        return Skipped(url, "fetching is not there yet")
