"""A case whose records are decoded when they are asked for is the case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import rulings
from reportedly.ledger import opened
from reportedly.model import Case, Factor, as_ruled, hidden, identify
from reportedly.model.folded import CHUNK, RECENT, Folded, Records, by_id, grouped, without
from reportedly.shelf import Shelf
from views.case import story

NAMES = (
    "documents", "statements", "attributions", "found", "claims", "claims_by_id", "claim_of",
    "claim_numbers", "ranges", "origins", "drifts", "grades", "links", "links_of", "actors",
    "issues", "conflicts", "causes", "questions", "items", "item_numbers", "cells", "routes",
    "arrow_origins", "arrow_ranges", "map_numbers", "records",
)  # fmt: skip


@pytest.fixture
def kept(place):
    with opened(place.where) as ledger:
        ledger.record(story(), "reader 1")
        yield ledger


def same(one: object, other: object) -> bool:
    return list(one.items()) == list(other.items()) if hasattr(one, "items") else other == one


def differing(kept) -> list[str]:
    """Look-ups that give something else over the folded case."""
    plain, folded = Shelf(kept.case()), Shelf(kept.folded())
    return [n for n in NAMES if not same(getattr(plain, n), getattr(folded, n))]


def test_it_holds_the_same_records_on_disk_and_on_a_server(kept):
    plain, folded = kept.case(), kept.folded()
    for one in ("documents", "readings", "grades", "skipped", "retrievals", "weights", "courses"):
        assert getattr(folded, one) == getattr(plain, one), one
    for part in ("gathering", "lineage", "competing"):
        for name in getattr(plain, part).__slots__:
            assert getattr(getattr(folded, part), name) == getattr(getattr(plain, part), name), name


def test_every_look_up_finds_the_same(kept):
    assert differing(kept) == []


def test_what_people_ruled_is_heeded(kept):
    case = kept.case()
    statement = next(s for r in case.readings for s in r.statements if s.stance == "against")
    for kind, record in (("hide", case.gathering.claims[1]), ("undeny", statement)):
        kept.keep_ruling(lambda _, k=kind, r=record: rulings.drafted(k, [r], case, "Ana", "why"))
    plain, folded = kept.case(), kept.folded()
    assert hidden(folded) == hidden(plain) != frozenset()
    assert as_ruled(folded) == as_ruled(plain) != plain.readings
    assert folded.rulings == plain.rulings
    assert differing(kept) == []


def test_an_empty_ledger_is_an_empty_case(place):
    with opened(place.where) as ledger:
        assert ledger.folded() == Case()


def factors(count: int) -> Folded[Factor]:
    made: Folded[Factor] = Folded(Factor)
    for n in range(count):
        body = f'{{"name":"n{n}","weight":{n}.0,"text":"{"x" * (n % 7)}\\n","evidence":[]}}'
        made.append(identify("factor", n), body)
    return made


@given(st.integers(0, 3 * CHUNK), st.data())
def test_any_place_and_any_slice_is_what_was_put_there(count, data):
    records = Records.all(factors(count))
    plain = tuple(records)
    assert [one.name for one in plain] == [f"n{n}" for n in range(count)]
    part = data.draw(st.slices(count))
    assert records[part] == plain[part]
    assert records[part] == records[part]
    assert (records == plain[:-1]) is (count == 0)
    for at in data.draw(st.lists(st.integers(0, count - 1))) if count else ():
        assert records[at] == plain[at]


def test_more_than_stay_decoded_are_found_again():
    records = Records.all(factors(RECENT + 3))
    assert [one.name for one in records] == [one.name for one in records]
    assert records[0] is records[0]


def test_look_ups_keep_the_order_and_take_both_kinds():
    shelf = factors(3)
    records, named = Records.all(shelf), [identify("factor", n) for n in range(3)]
    own = Factor("own", 1.0, "")
    found = by_id([records[:1], (own,), records[2:]], lambda one: one.name)
    assert list(found) == [named[0], "own", named[2]]
    assert found["own"] is own
    assert found.get(named[2]) == records[2]
    assert found.get(named[1]) is None
    assert without(records, frozenset(named[:1]), lambda one: one.name) == tuple(records)[1:]
    assert without(records, frozenset(), lambda one: one.name) is records
    text = grouped(records, lambda one: one.weight > 0)
    assert dict(text) == {False: (records[0],), True: (records[1], records[2])}
    assert (True in text, len(text)) == (True, 2)
