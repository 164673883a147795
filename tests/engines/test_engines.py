"""An engine changes where work is done, never what comes out."""

import itertools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engines.square import die, fail, failed, square, wait
from reportedly import engines
from reportedly.engines import Workers
from reportedly.errors import ReportedlyError, UsageError

TWO = Workers(2)


def test_two_processes_give_what_one_gives():
    numbers = range(50)
    assert list(engines.run(square, numbers, TWO)) == list(engines.run(square, numbers))


def test_results_come_before_an_endless_list_ends():
    found = engines.run(square, itertools.count(), TWO)
    assert list(itertools.islice(found, 20)) == [n * n for n in range(20)]
    found.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_in_the_work_is_raised_here(jobs):
    with pytest.raises(ValueError, match="three"):
        list(engines.run(fail, range(5), Workers(jobs)))


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_items_give_no_results(jobs):
    assert list(engines.run(square, [], Workers(jobs))) == []


def test_a_process_that_dies_is_told_in_a_sentence():
    with pytest.raises(ReportedlyError, match="worker process died"):
        list(engines.run(die, range(3), TWO))


def test_a_process_that_is_killed_leaves_none_behind(tmp_path):
    code = (
        "import os, signal, sys\n"
        "from engines.square import where\n"
        "from reportedly import engines\n"
        "if __name__ == '__main__':\n"
        "    found = engines.run(where, range(99), engines.Workers(2))\n"
        "    print(*{next(found) for _ in range(20)}, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    (tmp_path / "work.py").write_text(code)
    with (tmp_path / "numbers").open("w") as told:  # whoever is left would keep a pipe open
        done = subprocess.run(
            [sys.executable, tmp_path / "work.py"], stdout=told, check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )  # fmt: skip
    assert done.returncode == -signal.SIGKILL
    left = {int(number) for number in (tmp_path / "numbers").read_text().split()}
    assert left
    deadline = time.monotonic() + 20
    while left and time.monotonic() < deadline:
        left = {number for number in left if alive(number)}
        time.sleep(0.05)
    assert left == set()


def alive(number):
    """Whether a process runs; one that has ended and waits for nobody to ask does not."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_whoever_wants_no_more_waits_for_nobody():
    found = engines.run(wait, itertools.count(), TWO)
    assert next(found) == 0
    start = time.monotonic()
    found.close()
    assert time.monotonic() - start < 10


def test_what_does_not_go_together_is_wrong_use():
    for asked, told in [
        ((1, "cloud"), "no such engine"),
        ((2, "local"), "has one job"),
        ((2, "processes", "x:1"), "an address goes with"),
        ((1, "", "x:1"), "an address goes with"),
        ((1, "ray", "x"), "an address is HOST:PORT"),
        ((1, "ray", "http://x:1"), "an address is HOST:PORT"),
    ]:
        with pytest.raises(UsageError, match=told):
            Workers(*asked)


def test_an_engine_that_is_not_installed_is_told_with_what_installs_it(monkeypatch):
    monkeypatch.setattr("reportedly.engines.ray.find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"pip install .reportedly\[ray\]."):
        Workers(2, "ray")


@pytest.mark.parametrize("workers", [Workers(), TWO])
def test_an_item_that_fails_has_a_result_that_says_so(workers):
    assert list(engines.run(fail, range(5), workers, failed)) == [0, 1, 2, "3: ValueError", 4]


def test_less_than_one_job_is_wrong_use():
    with pytest.raises(UsageError, match="at least one job"):
        Workers(0)
