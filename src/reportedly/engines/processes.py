"""Several processes on this machine, results in the order of the items."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import TypeVar

from reportedly import garbage
from reportedly.errors import ReportedlyError

from .work import Work

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 2
"""Items a process takes at a time."""

_AHEAD = 3


def run(
    work: Work[T, R],
    items: Iterable[T],
    jobs: int = 1,
    address: str = "",  # noqa: ARG001
) -> Iterator[R]:
    """The result of each item, in order; ``work`` must be importable, items picklable.

    Few chunks are under way at once, so a long list of items is not held in memory. Processes
    are spawned, not forked: they start the same on every system. An error in ``work`` is
    raised here; so is :class:`ReportedlyError` where a process dies. An interrupt, and whoever
    wants no more results, ends the processes at once; they end, too, where this one is killed.
    """
    context, others = multiprocessing.get_context("spawn"), _children()
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)
    waiting: deque[Future[list[R]]] = deque()
    try:
        for chunk in _chunks(items):
            waiting.append(pool.submit(_each, work, chunk))
            if len(waiting) >= jobs * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise ReportedlyError("a worker process died; try again with --jobs 1") from error
    except (KeyboardInterrupt, GeneratorExit):
        for process in _children() - others:
            process.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _children() -> set[BaseProcess]:
    return set(multiprocessing.active_children())


def _chunks(items: Iterable[T]) -> Iterator[list[T]]:
    left = iter(items)
    while chunk := list(islice(left, CHUNK)):
        yield chunk


def _each(work: Work[T, R], items: list[T]) -> list[R]:
    return [work(item) for item in items]


def _begin() -> None:
    # The terminal interrupts every process of the group; only the first should answer.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    garbage.seldom()
    Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    # Whoever is killed ends nobody; without this its processes would wait for it for ever.
    if parent is not None:
        parent.join()
    os._exit(1)
