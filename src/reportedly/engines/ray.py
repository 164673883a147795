"""Workers of Ray, on this machine or on several; Ray is not imported before there is work."""

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import chain
from typing import TypeVar

from reportedly.errors import UsageError

from .cluster import RayPool
from .shards import shards
from .sharing import share
from .work import Work

T = TypeVar("T")
R = TypeVar("R")


def run(work: Work[T, R], items: Iterable[T], jobs: int = 1, address: str = "") -> Iterator[R]:
    """The result of each item, in order, made by ``jobs`` workers that keep what they loaded.

    ``work`` must be importable where the workers are, items picklable. ``address`` is that of a
    cluster that runs (``host:port``, ``ray://host:port``); without one Ray is started here, on
    loopback only, and ends with this process. Raises :class:`UsageError` where Ray is not reached,
    :class:`ReportedlyError` where no worker can be had.
    """
    left = iter(items)
    for first in left:  # without one, nothing is started
        with RayPool(work, jobs, address) as pool:
            yield from share(work, shards(chain([first], left)), pool, jobs)


def must_be_installed() -> None:
    """Raise :class:`UsageError` where Ray is not installed."""
    if find_spec("ray") is None:
        raise UsageError("Ray is not installed; pip install 'reportedly[ray]'")
