"""The ledger: everything that was read and found, kept and never overwritten."""

from .changes import changes
from .store import Change, Ledger, opened

__all__ = ["Change", "Ledger", "changes", "opened"]
