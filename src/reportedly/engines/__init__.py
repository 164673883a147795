"""Where per-report work runs. An engine never changes a result, only where it is made."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from reportedly.errors import UsageError

from . import local, processes

__all__ = ["ENGINES", "run"]

T = TypeVar("T")
R = TypeVar("R")

ENGINES = {"local": local.run, "processes": processes.run}
"""Every engine by name: one kind, one small file."""


def run(function: Callable[[T], R], items: Iterable[T], jobs: int = 1) -> Iterator[R]:
    """``function`` of each item, in the order of the items, in ``jobs`` processes.

    One job runs in this process. ``function`` must be importable by name where there are more.
    Raises :class:`UsageError` for less than one job.
    """
    if jobs < 1:
        raise UsageError(f"there must be at least one job, not {jobs}")
    if jobs == 1:
        return local.run(function, items)
    return processes.run(function, items, jobs)
