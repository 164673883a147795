"""What one address may still take: bytes and seconds."""

from collections.abc import Callable
from time import monotonic

from reportedly.documents.raw import MEGABYTE
from reportedly.errors import SourceError

from .ways import Limits


class Budget:
    """Counted down while an address is fetched. Raises :class:`SourceError` once it is spent."""

    def __init__(self, url: str, limits: Limits, pause: Callable[[float], None]) -> None:
        self.limits = limits
        self._url = url
        self._bytes = limits.wire
        self._end = monotonic() + limits.total
        self._pause = pause

    def patience(self, most: float) -> float:
        """Seconds to wait for the next thing, ``most`` at the most."""
        left = self._end - monotonic()
        if left <= 0:
            raise SourceError(self._url, f"it took longer than {self.limits.total:g} seconds")
        return min(left, most)

    def took(self, count: int) -> None:
        """Count bytes that came."""
        self._bytes -= count
        if self._bytes < 0:
            most = f"{self.limits.wire / MEGABYTE:g} MB"
            raise SourceError(self._url, f"more than {most} were sent: the rest is left")

    def wait(self, seconds: float) -> None:
        """Wait out of politeness, which the address is not charged with."""
        if seconds > 0:
            begun = monotonic()
            self._pause(seconds)
            self._end += monotonic() - begun
