"""The ledger: everything that was read and found, kept and never overwritten."""

from .changes import changes
from .checked import Checked, flaws
from .opening import exists
from .places import printed
from .store import Ledger, Mark, opened

__all__ = [
    "Checked",
    "Ledger",
    "Mark",
    "changes",
    "exists",
    "flaws",
    "opened",
    "printed",
]
