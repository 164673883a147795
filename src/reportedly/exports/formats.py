"""Every format that a ledger is exported to: one small file a format, one visible list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from reportedly.errors import UsageError
from reportedly.model import Case

from .holdings import Copy

Write = Callable[[Case, Copy], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name: what it is, how its files end, and where it is written.

    ``written`` is ``module:function`` of this folder; the module is imported when it is asked for,
    since some formats bring a library of their own. ``media`` is the type it is served as.
    """

    name: str
    about: str
    suffix: str
    media: str
    written: str

    @property
    def file(self) -> str:
        """The name that a file of it is given."""
        known = self.name in self.suffix.split(".")
        return f"reportedly{self.suffix}" if known else f"reportedly-{self.name}{self.suffix}"

    def writer(self) -> Write:
        """What gives its bytes piece by piece, from a case and what gives kept copies by SHA-256.

        The same ledger gives the same bytes, wherever it is kept. Raises :class:`UsageError` where
        the library that the format needs is not installed.
        """
        module, _, name = self.written.partition(":")
        try:
            found: Write = getattr(import_module(f".{module}", __package__), name)
        except ModuleNotFoundError as error:
            said = f"the format {self.name} needs {error.name}: pip install 'reportedly[exports]'"
            raise UsageError(said) from error
        return found


FORMATS = (
    Format("ach", "competing hypotheses with their evidence (CSV)", ".csv", "text/csv", "ach:ach"),
    Format(
        "copies", "the kept copies as files with their manifest (tar)", ".tar",
        "application/x-tar", "manifest:copies",
    ),
    Format(
        "manifest", "SHA-256 of the kept copies, for sha256sum -c", ".sha256",
        "text/plain; charset=utf-8", "manifest:manifest",
    ),
    Format(
        "warc", "web archive of the kept copies (WARC 1.1, gzip)", ".warc.gz",
        "application/warc", "warc:warc",
    ),
)  # fmt: skip
"""In the order of their names."""
