"""The ledger: everything that was read and found, kept and never overwritten."""

from .changes import changes
from .checked import Checked, flaws
from .opening import exists
from .places import printed
from .store import Ledger, Mark, Run, opened

__all__ = [
    "Checked",
    "Ledger",
    "Mark",
    "Run",
    "changes",
    "exists",
    "flaws",
    "opened",
    "printed",
]
