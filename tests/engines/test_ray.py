"""A real Ray on this machine: same results, nothing twice, nothing tried for ever, nothing told."""

import itertools
import os
import subprocess
import sys
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import pytest

from engines.square import end_at_five, end_once, fail, failed, square
from reportedly import engines, pipeline
from reportedly.cli import app
from reportedly.engines import Workers
from reportedly.engines.shards import MOST
from reportedly.engines.sharing import AHEAD, TRIES
from reportedly.errors import ReportedlyError, UsageError
from reportedly.intake import take_in

MISSING = "Ray is not installed: pip install 'reportedly[ray]'"
pytestmark = pytest.mark.skipif(find_spec("ray") is None, reason=MISSING)

STORY = Path(__file__).parents[2] / "examples/tolvek/reports"
TWO = Workers(2, "ray") if find_spec("ray") else None


@pytest.fixture(autouse=True, scope="module")
def _importable():
    """Workers, which begin with the first test, find what the tests find."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        yield


def test_the_command_prints_what_it_prints_without_ray_and_nothing_else(capfd):
    def read(*more):
        app(["read", "--reader", "rules", str(STORY), *more], standalone_mode=False)
        return capfd.readouterr()

    assert read("--engine", "ray", "--jobs", "2") == read()


def test_two_workers_read_what_this_process_reads():
    documents = take_in([str(STORY)]).documents
    here, there = (list(pipeline.read(documents, w, "rules")) for w in (engines.ONE, TWO))
    assert there == here


def test_whoever_does_not_ask_for_it_imports_none_of_it():
    code = "import reportedly.cli, sys; sys.exit('ray' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_no_item_starts_nothing(monkeypatch):
    monkeypatch.setattr("reportedly.engines.ray.RayPool", None)
    assert list(engines.run(square, [], TWO)) == []


def test_a_worker_that_is_killed_is_replaced_and_its_shard_done_again(tmp_path, capfd):
    items = [(number, str(tmp_path / "killed")) for number in range(2 * MOST)]
    assert list(engines.run(end_once, items, TWO)) == list(range(2 * MOST))
    assert (tmp_path / "killed").exists()
    time.sleep(1)  # Ray tells of it when it is known to all
    assert capfd.readouterr() == ("", "")


def test_an_item_that_kills_its_workers_is_given_up_and_no_other():
    found = list(engines.run(end_at_five, range(9), TWO, failed))
    told = f"5: {TRIES} workers ended while they worked on it"
    assert found == [told if number == 5 else number for number in range(9)]
    with pytest.raises(ReportedlyError, match="workers ended"):
        list(engines.run(end_at_five, [5], TWO))


def test_an_item_that_fails_is_given_up_or_its_error_raised_here():
    assert list(engines.run(fail, range(5), TWO, failed)) == [0, 1, 2, "3: ValueError", 4]
    with pytest.raises(ValueError, match="three"):
        list(engines.run(fail, range(5), TWO))


def test_results_come_before_an_endless_list_ends_and_little_is_held():
    numbers = itertools.count()
    found = engines.run(square, numbers, TWO)
    assert list(itertools.islice(found, 1000)) == [n * n for n in range(1000)]
    found.close()
    assert next(numbers) <= 1000 + MOST * (2 * AHEAD + 2)


def test_another_installation_is_refused(monkeypatch):
    monkeypatch.setattr("reportedly.engines.cluster.installed", lambda: "another")
    with pytest.raises(UsageError, match="has another version of this program"):
        list(engines.run(square, [1], TWO))


def test_it_listens_on_loopback_only():
    list(engines.run(square, [1], TWO))
    ports = set(listening(mine(os.getpid())))
    assert ports
    assert {address for address, _ in ports} <= {"0100007F", LOOPBACK}


LOOPBACK = "0000000000000000FFFF00000100007F"
"""::ffff:127.0.0.1, as /proc/net/tcp6 has it."""


def mine(number):
    """A process, and all that it began, less what ends meanwhile."""
    below: list[int] = []
    for file in Path(f"/proc/{number}/task").glob("*/children"):
        with suppress(OSError):
            below += map(int, file.read_text().split())
    return [number, *itertools.chain.from_iterable(map(mine, below))]


def opened(process):
    """What a process has open, less what it closes meanwhile."""
    with suppress(OSError):
        for one in os.listdir(f"/proc/{process}/fd"):  # noqa: PTH208
            with suppress(OSError):
                yield os.readlink(f"/proc/{process}/fd/{one}")  # noqa: PTH115


def listening(processes):
    """Addresses and ports at which processes listen."""
    inodes = set(itertools.chain.from_iterable(map(opened, processes)))
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and f"socket:[{fields[9]}]" in inodes:
                yield tuple(fields[1].split(":"))


@pytest.mark.parametrize("address", ["127.0.0.1:9", "ray://127.0.0.1:9"])
def test_an_address_at_which_nothing_listens_is_told_at_once(address):
    with pytest.raises(UsageError, match=f"{address}: no Ray is reached there"):
        list(engines.run(square, [1], Workers(1, "ray", address)))
