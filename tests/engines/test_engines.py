"""An engine changes where work is done, never what comes out."""

import itertools
import time

import pytest

from engines.square import die, fail, square, wait
from reportedly import engines
from reportedly.errors import ReportedlyError, UsageError


def test_two_processes_give_what_one_gives():
    numbers = range(50)
    assert list(engines.run(square, numbers, 2)) == list(engines.run(square, numbers, 1))


def test_results_come_before_an_endless_list_ends():
    found = engines.run(square, itertools.count(), 2)
    assert list(itertools.islice(found, 20)) == [n * n for n in range(20)]
    found.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_in_the_work_is_raised_here(jobs):
    with pytest.raises(ValueError, match="three"):
        list(engines.run(fail, range(5), jobs))


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_items_give_no_results(jobs):
    assert list(engines.run(square, [], jobs)) == []


def test_a_process_that_dies_is_told_in_a_sentence():
    with pytest.raises(ReportedlyError, match="worker process died"):
        list(engines.run(die, range(3), 2))


def test_whoever_wants_no_more_waits_for_nobody():
    found = engines.run(wait, itertools.count(), 2)
    assert next(found) == 0
    start = time.monotonic()
    found.close()
    assert time.monotonic() - start < 10


def test_less_than_one_job_is_wrong_use():
    with pytest.raises(UsageError, match="at least one job"):
        engines.run(square, [], 0)
