"""The files behind sources, read in several processes, and none again that was taken in before."""

import json
import os
import stat
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from reportedly import documents, engines
from reportedly.documents import Each, Ended, File, Item, whole
from reportedly.model import Came, Kept, Skipped
from reportedly.model.plain import from_plain, to_plain

FIRST = 40
"""Files that are read in this process before there are others: they take a second to start."""

AT_ONCE = 100
"""Files that are looked up at once."""

SETTLED = 2_000_000_000
"""Nanoseconds for which a file must be unchanged to be known again: clocks of disks are coarse."""

LARGE = 10_000_000
"""Bytes of a file that is read in this process, a part at a time."""

FEW = 1_000, 20_000_000
"""Reports, and their raw bytes, that another process hands over of one file."""

Recall = Callable[[Collection[str]], Mapping[str, Any]]
"""What is remembered of files, by their keys."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A file, its key, and what is remembered of it; or what is skipped in the place of one."""

    file: File | Skipped
    key: str | None = None
    told: Mapping[str, Any] | None = None


class Files:
    """Has files read in ``jobs`` processes, in order, less those that ``recall`` knows.

    It never changes what comes out of a file, only where that is read.
    """

    def __init__(self, jobs: int, recall: Recall | None = None) -> None:
        self._jobs = jobs
        self._recall = recall

    def __call__(self, found: Iterable[File | Skipped], each: Each) -> Iterator[Item]:
        """See :data:`reportedly.documents.Turns`."""
        asked = self._asked(found)
        for one in islice(asked, FIRST if self._jobs > 1 else None):
            yield from _given(one, each)
        if self._jobs > 1:
            yield from self._in_processes(asked, each)

    def _in_processes(self, asked: Iterator[_Asked], each: Each) -> Iterator[Item]:
        waiting: deque[_Asked] = deque()

        def sent() -> Iterator[_Asked]:
            for one in asked:
                waiting.append(one)
                yield one

        for read in engines.run(few, sent(), engines.Workers(self._jobs)):
            one = waiting.popleft()
            yield from _given(one, each) if read is None else whole(read, one.key)

    def _asked(self, found: Iterable[File | Skipped]) -> Iterator[_Asked]:
        left = iter(found)
        while some := [(one, key(one)) for one in islice(left, AT_ONCE)]:
            keys = [name for _, name in some if name]
            known = self._recall(keys) if self._recall and keys else {}
            yield from (_Asked(one, name, known.get(name or "")) for one, name in some)


def told(ended: Ended) -> dict[str, Any]:
    """What is remembered of a file, in plain data."""
    return {"kept": ended.kept, "skipped": to_plain(ended.skipped)}


def key(file: File | Skipped) -> str | None:
    """A name for a file as it is now, shown as it is; None where its content may yet be another.

    Whoever has another file with the same key has the same bytes: it is the file of that number on
    that disk, of that size, and its times of change, which no program sets back, are the same.
    """
    if isinstance(file, Skipped):
        return None
    try:
        path = os.path.realpath(file.path)
        states = [file.path.stat(), *_beside(file.path)]
    except (OSError, ValueError):
        return None
    changed = max(max(one.st_mtime_ns, one.st_ctime_ns) for one in states)
    whole = all(stat.S_ISREG(one.st_mode) for one in states)
    if not whole or time.time_ns() - changed < SETTLED:
        return None
    content = [
        (one.st_dev, one.st_ino, one.st_size, one.st_mtime_ns, one.st_ctime_ns) for one in states
    ]
    where = [documents.identity(), file.name, path]
    return sha256(json.dumps([*where, *content]).encode()).hexdigest()[:32]


def _beside(path: Path) -> Iterator[os.stat_result]:
    """The states of what is read along with a text."""
    for name in documents.companions(path.name) or ():
        beside = path.with_name(name)
        if beside.exists():
            yield beside.stat()


def few(one: _Asked) -> tuple[Came, ...] | None:
    """All that a file gives; None where it is read here, or would be too much to hand over."""
    if one.told is not None or isinstance(one.file, Skipped) or _large(one.file):
        return None
    found: list[Came] = []
    most, left = FEW
    for item in documents.each(one.file):
        found.append(item)
        left -= len(item.raw) if isinstance(item, Kept) else 0
        if left < 0 or len(found) > most:
            return None
    return tuple(found)


def _large(file: File) -> bool:
    try:
        return file.path.stat().st_size > LARGE
    except (OSError, ValueError):
        return False


def _given(one: _Asked, each: Each) -> Iterator[Item]:
    if isinstance(one.file, Skipped):
        yield one.file
    elif one.told is None:
        yield from whole(each(one.file), one.key)
    else:
        skipped = from_plain(tuple[Skipped, ...], one.told["skipped"])
        yield from skipped
        yield Ended(int(one.told["kept"]), skipped, one.key, again=True)
