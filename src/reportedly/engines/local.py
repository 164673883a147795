"""One item after another, in this process."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from .work import Work

T = TypeVar("T")
R = TypeVar("R")


def run(
    work: Work[T, R],
    items: Iterable[T],
    jobs: int = 1,  # noqa: ARG001
    address: str = "",  # noqa: ARG001
) -> Iterator[R]:
    """The result of each item, in order, as it is asked for."""
    return map(work, items)
