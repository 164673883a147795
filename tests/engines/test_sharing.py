"""Whatever becomes of workers, each item has one result, in order; or it is said that none has."""

import itertools
from random import Random

import pytest

from engines.square import failed, square
from reportedly.engines.shards import MOST, shards
from reportedly.engines.sharing import AHEAD, IN_A_ROW, TRIES, Done, Lost, share
from reportedly.engines.work import Work
from reportedly.errors import ReportedlyError

WORK = Work(square, failed)


class Room:
    """Workers that need no processes: they finish out of order, and end when ``ends`` says so."""

    def __init__(self, jobs, ends=lambda shard: False, chance=None):
        self.jobs, self.ends, self.chance = jobs, ends, chance or Random(1)
        self.busy, self.given = [], []

    def free(self):
        return len(self.busy) < self.jobs

    def give(self, shard):
        self.busy.append(shard)
        self.given.append(shard)

    def wait(self):
        if self.chance.random() < 0.2:
            return None
        shard = self.busy.pop(self.chance.randrange(len(self.busy)))
        if self.ends(shard):
            return Lost(shard, "it was killed")
        return Done(shard, tuple(WORK(item) for item in shard.items))


def shared(room, items):
    return list(share(WORK, shards(items), room, room.jobs))


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_items(jobs):
    assert shared(Room(jobs), range(1000)) == [n * n for n in range(1000)]


def test_no_items_give_no_results():
    assert shared(Room(2), []) == []


@pytest.mark.parametrize("seed", range(20))
def test_workers_that_end_at_random_change_nothing(seed):
    chance = Random(seed)
    room = Room(3, lambda shard: len(shard.items) > 1 and chance.random() < 0.4, chance)
    assert shared(room, range(500)) == [n * n for n in range(500)]


@pytest.mark.parametrize("bad", [{0}, {70}, {199}, {3, 4, 70, 130, 131, 132}])
def test_items_that_end_their_worker_are_named_and_no_others(bad):
    room = Room(2, lambda shard: not bad.isdisjoint(shard.items))
    found = shared(room, range(200))
    given_up = f"{TRIES} workers ended while they worked on it"
    assert found == [f"{n}: {given_up}" if n in bad else n * n for n in range(200)]
    assert all([s.items for s in room.given].count((n,)) == TRIES for n in bad)


def test_what_is_held_is_bounded_however_long_the_first_shard_takes():
    numbers = itertools.count()
    room = Room(2)
    room.wait = lambda: Done(shard := room.busy.pop(), tuple(map(WORK, shard.items)))
    first = []

    def give(shard):
        (first if shard.at == 0 else room.busy).append(shard)

    room.give, room.free = give, lambda: len(room.busy) + len(first) < 2
    found = share(WORK, shards(numbers), room, 2)
    with pytest.raises(IndexError):  # nobody works any more, and nothing new is handed out
        next(found)
    assert next(numbers) <= MOST * (AHEAD * 2 + 2)


def test_where_every_worker_ends_it_is_not_the_items():
    with pytest.raises(ReportedlyError, match=r"workers ended, one after another: it was killed"):
        shared(Room(2, lambda shard: True), range(1000))


def test_a_few_items_that_all_end_their_workers_are_all_named():
    assert len(shared(Room(1, lambda shard: True), range(IN_A_ROW // 2 // TRIES))) == 3
