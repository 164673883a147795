"""What is done with each item, and what its result is where that fails."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from reportedly.errors import ReportedlyError

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Work(Generic[T, R]):
    """``function`` of an item; ``failed`` of the item and a reason, where that cannot be had.

    Without ``failed`` an error is raised to whoever wants the result, and so is one of this
    program's own, which tells what is wrong with more than one item.
    """

    function: Callable[[T], R]
    failed: Callable[[T, str], R] | None = None

    def __call__(self, item: T) -> R:
        """The result of one item, on every engine the same."""
        try:
            return self.function(item)
        except Exception as error:
            if self.failed is None or isinstance(error, ReportedlyError):
                raise
            return self.failed(item, type(error).__name__)

    def lost(self, item: T, reason: str) -> R:
        """The result of an item that ends whatever process works on it.

        Raises :class:`ReportedlyError` without ``failed``.
        """
        if self.failed is None:
            raise ReportedlyError(reason)
        return self.failed(item, reason)
