"""Every format that a ledger is exported to: one small file a format, one visible list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportedly.model import Case

from .ach import ach
from .holdings import Copy
from .manifest import copies, manifest
from .warc import warc


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name: what it is, and what gives its bytes piece by piece.

    ``write`` is given the case and what gives a kept copy by its SHA-256. The same ledger gives the
    same bytes, wherever it is kept.
    """

    name: str
    about: str
    write: Callable[[Case, Copy], Iterator[bytes]]


FORMATS = (
    Format("warc", "web archive of the kept copies (WARC 1.1, gzip)", warc),
    Format("manifest", "SHA-256 of the kept copies, for sha256sum -c", manifest),
    Format("copies", "the kept copies as files with their manifest (tar)", copies),
    Format("ach", "competing hypotheses with their evidence (CSV)", ach),
)
