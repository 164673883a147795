"""Everything that can go wrong, as one tree.

::

    ReportedlyError
    ├── UsageError          the command or call itself is wrong (exit code 2)
    ├── SourceError         one source could not be read; the rest goes on (exit code 1)
    │   └── NothingReadError    no source at all could be read (exit code 3)
    ├── LedgerError         the ledger cannot be opened, or holds what it should not
    │   └── MovedError          somebody else added to it in the meantime
    ├── LexiconError        a word list shipped with the program is malformed
    └── ModelError          trained weights shipped with the program are missing or altered
"""


class ReportedlyError(Exception):
    """Root of every error raised on purpose."""


class UsageError(ReportedlyError):
    """The command or call itself is wrong."""


class SourceError(ReportedlyError):
    """One source could not be read.

    ``source`` names it as the user gave it; ``reason`` is a sentence.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class NothingReadError(SourceError):
    """No source at all could be read."""


class LedgerError(ReportedlyError):
    """The ledger cannot be opened, or holds what it should not."""


class MovedError(LedgerError):
    """Somebody else added to the ledger while something was worked out from it."""


class LexiconError(ReportedlyError):
    """A word list shipped with the program is malformed."""


class ModelError(ReportedlyError):
    """Trained weights shipped with the program are missing or altered."""
