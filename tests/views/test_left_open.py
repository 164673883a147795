"""What was left open is counted and told."""

from reportedly.shelf import Shelf
from reportedly.views import left_open
from views.case import story


def test_what_is_left_open_of_statements_is_counted():
    case = story()
    counted = left_open.counted(Shelf(case))
    told = [statement for reading in case.readings for statement in reading.statements]
    assert counted["statements"] == len(told)
    for part in ("code", "time", "place"):
        assert counted[part] == sum(getattr(one, part) is None for one in told)


def test_the_sentence_tells_the_same_numbers():
    shelf = Shelf(story())
    counted = left_open.counted(shelf)
    assert f"a date for {counted['time']}, a place for {counted['place']}." in left_open.told(shelf)
