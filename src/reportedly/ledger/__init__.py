"""The ledger: everything that was read and found, kept and never overwritten."""

from .changes import changes
from .opening import exists
from .places import printed
from .store import Ledger, Mark, Run, opened

__all__ = ["Ledger", "Mark", "Run", "changes", "exists", "opened", "printed"]
