"""One item after another, in this process."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def run(function: Callable[[T], R], items: Iterable[T], jobs: int = 1) -> Iterator[R]:  # noqa: ARG001
    """``function`` of each item, in order, as it is asked for."""
    return map(function, items)
