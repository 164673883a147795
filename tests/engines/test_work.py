"""One item that fails has a result that says so; what is wrong with all of them is raised."""

import pytest

from engines.square import fail, failed, square
from reportedly.engines.work import Work
from reportedly.errors import ModelError, ReportedlyError


def test_an_item_that_fails_is_given_up_with_the_kind_of_error():
    assert [Work(fail, failed)(n) for n in (2, 3, 4)] == [2, "3: ValueError", 4]


def test_without_anything_else_to_give_the_error_is_raised():
    with pytest.raises(ValueError, match="three"):
        Work(fail)(3)


def test_an_error_of_the_program_itself_is_raised_though_items_may_fail():
    def read(number):
        raise ModelError("weights were altered")

    with pytest.raises(ModelError):
        Work(read, failed)(1)


def test_an_item_that_ends_its_process_is_given_up_or_raised():
    assert Work(square, failed).lost(7, "it ended") == "7: it ended"
    with pytest.raises(ReportedlyError, match="it ended"):
        Work(square).lost(7, "it ended")
