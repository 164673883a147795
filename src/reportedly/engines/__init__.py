"""Where per-report work runs. An engine never changes a result, only where it is made."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from reportedly.errors import UsageError

from . import local, processes, ray
from .work import Work

__all__ = ["ENGINES", "ONE", "Workers", "run"]

T = TypeVar("T")
R = TypeVar("R")

ENGINES = {"local": local.run, "processes": processes.run, "ray": ray.run}
"""Every engine by name: one kind, one small file."""

_ADDRESS = re.compile(r"(ray://)?([^\s:/\[\]]+|\[[\da-fA-F:]+\]):\d{1,5}")


@dataclass(frozen=True, slots=True)
class Workers:
    """How many do the work, on which engine, and the address at which that is reached.

    Without the name of an engine one job runs in this process, and more in processes of their own.
    Raises :class:`UsageError` for what does not go together, and where Ray is not installed.
    """

    jobs: int = 1
    engine: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        if self.jobs < 1:
            raise UsageError(f"there must be at least one job, not {self.jobs}")
        if self.engine and self.engine not in ENGINES:
            raise UsageError(f"{self.engine}: there is no such engine")
        if self.engine == "local" and self.jobs > 1:
            raise UsageError(f"the engine local has one job, not {self.jobs}")
        if self.address and self.engine != "ray":
            raise UsageError("an address goes with the engine ray, and with that only")
        if self.address and not _ADDRESS.fullmatch(self.address):
            raise UsageError(f"{self.address}: an address is HOST:PORT or ray://HOST:PORT")
        if self.engine == "ray":
            ray.must_be_installed()

    @property
    def name(self) -> str:
        """The name of the engine."""
        return self.engine or ("local" if self.jobs == 1 else "processes")

    @property
    def here(self) -> int:
        """How many of them there are on this machine, at most, for what is to be done here."""
        return min(self.jobs, os.cpu_count() or 1) if self.engine == "ray" else self.jobs


ONE = Workers()
"""This process."""


def run(
    function: Callable[[T], R],
    items: Iterable[T],
    workers: Workers = ONE,
    failed: Callable[[T, str], R] | None = None,
) -> Iterator[R]:
    """``function`` of each item, in the order of the items.

    ``function`` and ``failed`` must be importable by name unless they run in this process.
    ``failed`` gives the result of an item for which ``function`` raises, or ends its process on an
    engine that can go on after that; it is told why. Without it an error is raised here.
    """
    engine = ENGINES[workers.name]
    return engine(Work(function, failed), items, workers.jobs, workers.address)
