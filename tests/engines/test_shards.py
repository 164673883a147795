"""Shards hold every item once, are called after what is in them, and are cut in two."""

import itertools

from reportedly.engines.shards import LARGEST, MOST, Shard, shards


def items(some):
    return [item for shard in some for item in shard.items]


def test_every_item_is_in_one_shard_in_its_order():
    cut = list(shards(range(3 * MOST + 5)))
    assert items(cut) == list(range(3 * MOST + 5))
    assert [shard.at for shard in cut] == [0, MOST, 2 * MOST, 3 * MOST]


def test_large_items_make_small_shards():
    cut = list(shards("x" * (LARGEST // 3) for _ in range(10)))
    assert [len(shard.items) for shard in cut] == [3, 3, 3, 1]


def test_no_more_is_asked_for_than_a_shard_holds():
    numbers = itertools.count()
    next(shards(numbers))
    assert next(numbers) == MOST


def test_the_name_tells_what_is_in_it_and_not_where_it_stands():
    one, other = shards([*range(MOST), *range(MOST)])
    assert (one.name, one.at) != (other.name, other.at)
    assert one.name == other.name
    assert next(shards(range(1, MOST + 1))).name != one.name
    assert next(shards(["a", "b"])).name != next(shards(["b", "a"])).name


def test_halves_are_the_whole_and_are_called_as_if_they_had_been_cut_so():
    (whole,) = shards(range(7))
    one, other = whole.halves()
    assert (one.at, one.items, other.at, other.items) == (0, (0, 1, 2), 3, (3, 4, 5, 6))
    assert [one.name, other.name] == [next(shards(half.items)).name for half in (one, other)]
    assert len({whole.name, one.name, other.name}) == 3


def test_a_text_with_half_a_character_has_a_name():
    assert isinstance(next(shards(["\ud800"])), Shard)
