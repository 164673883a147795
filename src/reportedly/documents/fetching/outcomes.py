"""What becomes of an address that is fetched; the third outcome is the model's ``Skipped``."""

from dataclasses import dataclass

from reportedly.documents.raw import Raw
from reportedly.model import Visit


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file, and what to keep for the next time.

    ``raw``: its name is the address as asked for, its ``url`` the one that answered, after all
    redirects, its ``retrieved`` the moment in UTC.
    """

    raw: Raw
    visit: Visit


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An address that has what it had the last time; ``visit`` is kept in place of the old."""

    url: str
    visit: Visit
