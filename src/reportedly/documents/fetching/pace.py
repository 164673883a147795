"""How long each host is left alone between two addresses."""

from time import monotonic


class Pace:
    """Knows when each host was last asked."""

    def __init__(self, delay: float, most: float) -> None:
        self._delay = delay
        self._most = most
        self._free: dict[str, float] = {}

    def due(self, host: str) -> float:
        """The seconds until the host may be asked."""
        return max(0.0, self._free.get(host, 0.0) - monotonic())

    def asked(self, host: str, wanted: float) -> None:
        """The host was asked now, and wants so many seconds until the next time."""
        self._free[host] = monotonic() + max(self._delay, min(wanted, self._most))
