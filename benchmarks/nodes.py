"""Two nodes of Ray in two network namespaces, one of which dies while they read, again and again.

    python benchmarks/nodes.py [--rounds 20] [--reports 600] [--seed 1] [--reader rules]
        [--victim node|command]

Each node has a network and processes of its own on this machine; a cable (veth) joins them, and a
token that others do not have. Invented reports are read once by one process, and then by a worker
on each node, by the command line. In each round the second node is killed at a random moment, by a
seed: all its processes at once, every other time with its cable pulled out before, so that nobody
is told. The output must have the bytes of the one process, each report once. Then the node is begun
anew. With ``--victim command`` it is the command that is killed, and given again: its ``--cache``
has what was read. Needs root, ``ip`` and ``unshare``, and Ray; where one is missing that is said,
and the code is 0.
"""

import argparse
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from random import Random
from statistics import mean
from tempfile import TemporaryDirectory

from killed import told

HEAD, OTHER = "10.77.0.1", "10.77.0.2"
ADDRESS = f"{HEAD}:6379"
PATIENCE = 60
"""Seconds within which a node begins."""

ENVIRONMENT = {
    **os.environ,
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_AUTH_MODE": "token",
    "RAY_AUTH_TOKEN": secrets.token_hex(32),
    # A node without a cable is missed after three seconds, and not after half a minute.
    "RAY_health_check_initial_delay_ms": "1000",
    "RAY_health_check_period_ms": "1000",
    "RAY_health_check_timeout_ms": "1000",
    "RAY_health_check_failure_threshold": "3",
}


def missing() -> str:
    """What is missing to do this here, in a sentence; empty where nothing is."""
    if find_spec("ray") is None:
        return "Ray is not installed"
    if os.geteuid():
        return "only root can make network namespaces"
    if not shutil.which("ip") or not shutil.which("unshare"):
        return "ip or unshare is not installed"
    asked = ["unshare", "--net", "--pid", "--fork", "true"]
    tried = subprocess.run(asked, capture_output=True, check=False)
    return "no network namespace can be made here" if tried.returncode else ""


def ip(*words: str) -> None:
    """Run ``ip``."""
    subprocess.run(["ip", *words], check=True, env=ENVIRONMENT)


@contextmanager
def networks(one: str, other: str) -> Iterator[None]:
    """Two network namespaces with a cable between them."""
    with ExitStack() as stack:
        for name in (one, other):
            ip("netns", "add", name)
            stack.callback(ip, "netns", "del", name)
        ip("link", "add", "cable", "netns", one, "type", "veth", "peer", "cable", "netns", other)
        for name, address in ((one, HEAD), (other, OTHER)):
            ip("-n", name, "addr", "add", f"{address}/24", "dev", "cable")
            ip("-n", name, "link", "set", "lo", "up")
            ip("-n", name, "link", "set", "cable", "up")
        yield


class Node:
    """A node of Ray with one core, in a network that is there."""

    def __init__(self, network: str, address: str, log: Path, head: bool = False) -> None:
        self._made = network, address, log, head
        self._network = network
        ray = [str(Path(sys.executable).with_name("ray")), "start", "--block", "--num-cpus=1"]
        ray += [f"--node-ip-address={address}", "--disable-usage-stats"]
        ray += (
            ["--head", "--port=6379", "--include-dashboard=false", f"--temp-dir={log.parent}/ray"]
            if head
            else [f"--address={ADDRESS}"]
        )
        # The first process of a space of processes takes all others with it.
        space = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"]
        with log.open("w") as file:
            self._process = subprocess.Popen(
                ["ip", "netns", "exec", network, *space, *ray],
                stdout=file, stderr=subprocess.STDOUT, env=ENVIRONMENT,
            )  # fmt: skip
        deadline = time.monotonic() + PATIENCE
        while "Ray runtime started" not in log.read_text():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit(f"a node does not begin:\n{log.read_text()}")
            time.sleep(0.1)

    def again(self) -> "Node":
        """Another in its place."""
        return Node(*self._made)

    def kill(self, pulled: bool = False) -> bool:
        """End all its processes at once; whether a worker of it was at a shard."""
        if pulled:
            ip("-n", self._network, "link", "set", "cable", "down")
        busy = any(map(reads, below(self._process.pid)))
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        if pulled:
            time.sleep(0.1)
            ip("-n", self._network, "link", "set", "cable", "up")
        return busy


def below(process: int) -> Iterator[int]:
    """The processes that it began, and those that they began."""
    for file in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, file.read_text().split()):
            yield child
            yield from below(child)


def reads(process: int) -> bool:
    """Whether it is a worker at a shard, whose name is then that of the process."""
    name = Path(f"/proc/{process}/cmdline").read_text().partition("\0")[0].removeprefix("ray::")
    return len(name) == 16 and set(name) <= set("0123456789abcdef")


def command(folder: Path, reader: str, *more: str) -> list[str]:
    """What reads the reports."""
    return [sys.executable, "-m", "reportedly", "read", "--reader", reader, str(folder), *more]


def main() -> None:
    """Kill the second node as often as was asked, and print the line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--reports", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", default="rules")
    parser.add_argument("--victim", choices=["node", "command"], default="node")
    given = parser.parse_args()
    if reason := missing():
        print(f"skipped: {reason}")
        return
    one, other = f"one-{os.getpid()}", f"other-{os.getpid()}"
    with TemporaryDirectory(prefix="nodes-", dir="/tmp") as made, networks(one, other):
        rounds(given, Path(made), one, other)


@dataclass(frozen=True)
class Trial:
    """What is read, by which reader, in which network; what must come of it, and in what time."""

    network: str
    folder: Path
    reader: str
    wanted: bytes
    seconds: float = 0

    def read(self, *more: str) -> subprocess.Popen[bytes]:
        """Begin to read, with a worker on each node."""
        asked = command(self.folder, self.reader, "--engine", "ray", "--jobs", "2")
        return subprocess.Popen(
            ["ip", "netns", "exec", self.network, *asked, "--address", ADDRESS, *more],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT,
        )  # fmt: skip

    def end(self, running: subprocess.Popen[bytes]) -> None:
        """It gives what is wanted, and says nothing else."""
        output, errors = running.communicate(timeout=300)
        assert (running.returncode, errors) == (0, b""), (running.returncode, errors.decode())
        assert output == self.wanted, "the bytes differ"


def rounds(given: argparse.Namespace, place: Path, one: str, other: str) -> None:
    """One undisturbed, and the others."""
    chance, folder = Random(given.seed), place / "in"
    folder.mkdir()
    for number in range(given.reports):
        (folder / f"{number:05}.txt").write_text(told(str(number), chance))
    alone = subprocess.run(command(folder, given.reader), check=True, capture_output=True)
    assert len(set(alone.stdout.splitlines())) == given.reports
    trial = Trial(one, folder, given.reader, alone.stdout)
    head = Node(one, HEAD, place / "head.log", head=True)
    try:
        node = Node(other, OTHER, place / "node.log")
        begun = time.perf_counter()
        trial.end(trial.read())
        trial = replace(trial, seconds=time.perf_counter() - begun)
        print(
            f"{given.reports} reports, reader {given.reader}, seed {given.seed}: "
            f"{trial.seconds:.1f} s undisturbed",
            flush=True,
        )
        if given.victim == "node":
            nodes(trial, node, chance, given.rounds)
        else:
            commands(trial, place, chance, given.rounds)
            node.kill()
    finally:
        head.kill()


def nodes(trial: Trial, node: Node, chance: Random, times: int) -> None:
    """Kill the second node in each round, and begin it anew."""
    hit, taken = 0, []
    for number in range(times):
        begun, moment = time.perf_counter(), chance.uniform(0.4, 0.9) * trial.seconds
        running = trial.read()
        time.sleep(moment)
        busy = node.kill(pulled=number % 2 == 1)
        trial.end(running)
        taken.append(time.perf_counter() - begun)
        hit += busy
        how = f"killed after {moment:.1f} s, {'at a shard' if busy else 'at none'}"
        print(f"round {number + 1}: {how}; {taken[-1]:.1f} s", flush=True)
        node = node.again()
    node.kill()
    silent = taken[1::2] or [0.0]
    print(
        f"the second node was killed {times} times, {hit} times at a shard, every other time "
        f"without a cable: each output has the bytes of one process, each report once; "
        f"{mean(taken[::2]):.1f} s on average, without a cable {mean(silent):.1f} s"
    )


def commands(trial: Trial, place: Path, chance: Random, times: int) -> None:
    """Kill the command in each round, and give the same command again."""
    kept = []
    for number in range(times):
        cache = place / f"readings{number}"
        running = trial.read("--cache", str(cache))
        time.sleep(chance.uniform(0.65, 0.95) * trial.seconds)
        running.kill()
        running.communicate()
        kept.append(sum(1 for _ in cache.glob("*.json")) if cache.exists() else 0)
        trial.end(trial.read("--cache", str(cache)))
        print(f"round {number + 1}: {kept[-1]} readings were kept when it was killed", flush=True)
    print(
        f"the command was killed {times} times, with {min(kept)} to {max(kept)} readings kept, and "
        f"given again: each output has the bytes of one process, each report once"
    )


if __name__ == "__main__":
    main()
