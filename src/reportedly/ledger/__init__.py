"""The ledger: everything that was read and found, kept and never overwritten."""

from .changes import changes
from .store import Ledger, opened

__all__ = ["Ledger", "changes", "opened"]
