"""Ray: reached or started, and its workers as a pool for shards."""

import atexit
import logging
import os
import shutil
import socket
import tempfile
import time
from importlib import import_module
from pathlib import Path
from secrets import token_hex
from typing import Any, Generic, Self, TypeVar

from reportedly import garbage
from reportedly.errors import ReportedlyError, UsageError

from .installed import installed
from .shards import Shard
from .sharing import Done, Lost
from .work import Work

T = TypeVar("T")
R = TypeVar("R")

BEGINNINGS = 3
"""Workers, beyond one for each job, that may fail to begin with none that does in between."""

PATIENCE = 300
"""Seconds for which a worker is waited for while there is none: a cluster may have to grow."""

ANSWER = 5
"""Seconds within which whatever listens at an address answers."""

BEAT = 5
"""Seconds without news after which it is asked whether Ray is still there."""

SILENT = 3
"""How often it may not be, one after another; Ray itself ends this process after a minute."""

STORE = 256 * 2**20
"""Bytes of memory for shards under way, where Ray is started here."""

_LOOPBACK = "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"
"""What makes Ray take 127.0.0.1 for its own address on every system, where it is 0."""

_reached: list[str] = []
"""The address that this process is connected to; "" is a Ray of its own."""


def reached(jobs: int, address: str = "") -> Any:  # noqa: ANN401 - an optional module
    """The module ``ray``, connected: to the cluster at ``address``, or to one started here.

    What was reached stays so until this process ends, or asks for another address. Raises
    :class:`UsageError` where nothing answers.
    """
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    if not address:
        _keep_to_oneself()
    ray: Any = import_module("ray")
    if not ray.is_initialized() or _reached not in ([], [address]):
        _answers(address)
        ray.shutdown()
        _connect(ray, jobs, address)
        _reached[:] = [address]
        _silence()
    return ray


def _keep_to_oneself() -> None:
    """A Ray that is started here listens on loopback, and to nobody who has no token of its own.

    Without one in the environment, Ray would leave a token in the home folder.
    """
    os.environ[_LOOPBACK] = "0"
    os.environ.setdefault("RAY_AUTH_MODE", "token")
    os.environ.setdefault("RAY_AUTH_TOKEN", token_hex(32))


def _silence() -> None:
    """Ray tells on standard output what became of its workers; that belongs to the results."""
    printing: Any = import_module("ray._private.worker")
    printing.print_to_stdstream = lambda *_, **__: None


def _answers(address: str) -> None:
    """Raise at once where nothing listens; Ray itself would try again for minutes."""
    if address:
        host, _, port = address.removeprefix("ray://").rpartition(":")
        try:
            socket.create_connection((host.strip("[]"), int(port)), ANSWER).close()
        except OSError as error:
            told = error.strerror or "no answer"
            raise UsageError(f"{address}: no Ray is reached there ({told})") from error


def _connect(ray: Any, jobs: int, address: str) -> None:  # noqa: ANN401 - an optional module
    quiet = {"log_to_driver": False, "logging_level": logging.CRITICAL}
    try:
        if address:
            ray.init(address, **quiet)
        else:
            ray.init(
                "local", num_cpus=jobs, include_dashboard=False, object_store_memory=STORE,
                _temp_dir=_folder(ray), **quiet,
            )  # fmt: skip
            _must_be_alone(ray)
    except (OSError, RuntimeError, ValueError) as error:
        where = f"{address}: no Ray is reached there" if address else "Ray does not start"
        raise UsageError(f"{where} ({str(error).strip().partition(chr(10))[0]})") from error


def _must_be_alone(ray: Any) -> None:  # noqa: ANN401 - an optional module
    """Raise where others could reach a Ray that was started here."""
    if ray.util.get_node_ip_address() != "127.0.0.1":
        ray.shutdown()
        raise RuntimeError("it was imported before, and would listen on the network")


def _folder(ray: Any) -> str:  # noqa: ANN401 - an optional module
    """A folder for logs and sockets, which goes when this process ends."""
    folder = tempfile.mkdtemp(prefix="reportedly-", dir=_SHORT if _SHORT.is_dir() else None)

    def end() -> None:
        ray.shutdown()
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(end)
    return folder


_SHORT = Path("/tmp")  # noqa: S108 - the path of a socket may have a hundred characters


class Worker(Generic[T, R]):
    """Lives in a process of its own, and keeps what its work loads."""

    def __init__(self, work: Work[T, R]) -> None:
        garbage.seldom()
        self._work = work

    def begun(self) -> tuple[str, str]:
        """Where it is, and what is installed there."""
        return socket.gethostname(), installed()

    def each(self, items: tuple[T, ...]) -> tuple[R, ...]:
        """The results of the items."""
        return tuple(self._work(item) for item in items)


class RayPool(Generic[T, R]):
    """``jobs`` workers of Ray. One that ends is replaced by another, wherever there is room."""

    def __init__(self, work: Work[T, R], jobs: int, address: str = "") -> None:
        self._ray = reached(jobs, address)
        self._work, self._jobs, self._address = work, jobs, address
        # Ray itself does nothing again: what a worker was given last is known here.
        self._kind = self._ray.remote(
            num_cpus=1, max_restarts=0, max_task_retries=0, scheduling_strategy="SPREAD"
        )(Worker)
        self._coming: dict[Any, Any] = {}
        self._busy: dict[Any, tuple[Any, Shard[T]]] = {}
        self._free: list[Any] = []
        self._failed, self._gone = 0, False

    def __enter__(self) -> Self:
        for _ in range(self._jobs):
            self._begin()
        return self

    def __exit__(self, *_: object) -> None:
        if self._gone:
            return
        for worker in (*self._coming.values(), *self._free, *(w for w, _ in self._busy.values())):
            self._ray.kill(worker)

    def free(self) -> bool:
        """See :class:`reportedly.engines.sharing.Pool`."""
        return bool(self._free)

    def give(self, shard: Shard[T]) -> None:
        """See :class:`reportedly.engines.sharing.Pool`."""
        worker = self._free.pop()
        self._busy[worker.each.options(name=shard.name).remote(shard.items)] = worker, shard

    def wait(self) -> Done[T, R] | Lost[T] | None:
        """See :class:`reportedly.engines.sharing.Pool`."""
        news = self._news()
        if news in self._busy:
            return self._ended(news)
        self._begun(news)
        return None

    def _news(self) -> Any:  # noqa: ANN401
        """Of what there is news. Raises where Ray is gone, or gives nobody room."""
        asked, begun, silent = [*self._busy, *self._coming], time.monotonic(), 0
        while silent < SILENT:
            try:
                news, _ = self._ray.wait(asked, num_returns=1, timeout=BEAT)
                if news:
                    return news[0]
                _answers(self._address)
                silent = 0
            except ConnectionError:
                break
            except UsageError:
                silent += 1
            if not self._busy and time.monotonic() - begun > PATIENCE:
                raise ReportedlyError(f"no worker of Ray began within {PATIENCE} seconds")
        self._gone = True
        raise ReportedlyError(f"{self._address or 'Ray'} answers no more")

    def _begin(self) -> None:
        worker = self._kind.remote(self._work)
        self._coming[worker.begun.remote()] = worker

    def _begun(self, news: Any) -> None:  # noqa: ANN401
        worker = self._coming.pop(news)
        try:
            where, there = self._ray.get(news)
        except self._ray.exceptions.RayError as error:
            self._failed += 1
            if self._failed >= BEGINNINGS + self._jobs:
                raise ReportedlyError(f"no worker of Ray begins: {_reason(error)}") from error
            self._begin()
            return
        self._failed = 0
        self._free.append(worker)
        if there != installed():
            raise UsageError(f"{where} has another version of this program, or of what it needs")

    def _ended(self, news: Any) -> Done[T, R] | Lost[T]:  # noqa: ANN401
        worker, shard = self._busy.pop(news)
        try:
            results = self._ray.get(news)
        except self._ray.exceptions.RayTaskError as error:
            self._free.append(worker)
            if self._work.failed is None or isinstance(error.cause, ReportedlyError):
                raise error.cause from None
            return Lost(shard, _reason(error))
        except self._ray.exceptions.RayError as error:
            self._ray.kill(worker)
            self._begin()
            return Lost(shard, _reason(error))
        self._free.append(worker)
        return Done(shard, results)


def _reason(error: Exception) -> str:
    """The last line of what Ray says, which tells most."""
    return str(error).strip().rpartition("\n")[2].strip() or type(error).__name__
