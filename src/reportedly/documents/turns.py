"""In which turn the files behind a source are read, and the simplest: one after another."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reportedly.model import Came, Kept, Skipped

from .raw import Listed
from .sources import File


@dataclass(frozen=True, slots=True)
class Ended:
    """A file of which everything has been yielded: how many reports, and what was skipped in it.

    ``key`` names the file with the content that was read, where that can be told. ``again``: all
    of it was taken in before, and nothing of it is yielded but what was skipped.
    """

    kept: int
    skipped: tuple[Skipped, ...] = ()
    key: str | None = None
    again: bool = False


Item = Came | Ended

Each = Callable[[File], Iterator[Came]]
"""What reads one file."""

Turns = Callable[[Iterable[File | Skipped], Each], Iterator[Item]]
"""What has files read: it yields what each gives, in the order of the files, and that it ended."""


def in_turn(found: Iterable[File | Skipped], each: Each) -> Iterator[Item]:
    """One after another, in this process."""
    for file in found:
        if isinstance(file, Skipped):
            yield file
        else:
            yield from whole(each(file))


def whole(items: Iterable[Came], key: str | None = None) -> Iterator[Item]:
    """What a file gives, and that it ended; no key is told of one that lists addresses."""
    kept, skipped = 0, []
    for item in items:
        key = None if isinstance(item, Listed) else key
        if isinstance(item, Skipped):
            skipped.append(item)
        kept += isinstance(item, Kept)
        yield item
    yield Ended(kept, tuple(skipped), key)
