"""What is kept of the last time that an address was fetched."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Visit:
    """The last time that ``url`` was fetched with success: what a server is asked with next time.

    ``etag`` and ``modified`` are its headers ETag and Last-Modified as sent, and belong to ``at``,
    the address that answered after all redirects; ``sha256`` is that of the bytes as unpacked.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    sha256: str | None = None
    at: str | None = None
