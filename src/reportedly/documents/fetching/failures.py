"""Why an address could not be fetched, where more than the words of it matter."""

from reportedly.errors import SourceError


class HostError(SourceError):
    """Its host may not or cannot be asked for anything."""


class AgainError(SourceError):
    """It failed, and may not the next time: ``after`` so many seconds, where the server says."""

    def __init__(self, source: str, reason: str, after: float | None = None) -> None:
        super().__init__(source, reason)
        self.after = after
