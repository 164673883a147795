"""The interface for programs: everything the pages show as JSON, and rulings taken.

Every answer is made from what the page of the same name selects, in the keys of docs/ledger.md;
``/api/openapi.json`` describes it for programs and ``/docs`` for people.
"""

from .described import Described, described
from .door import add

__all__ = ["Described", "add", "described"]
