"""A ledger grows: order, batches and what was worked out before decide nothing but the time."""

import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from instalments import OUTLETS, REPORTS, Kept, stories, told
from newsroom import report
from reportedly import pipeline
from reportedly.claims import fields, gather, inside
from reportedly.claims.actors import directory
from reportedly.claims.compare import score
from reportedly.claims.fields import Group, across, grouped
from reportedly.claims.inside import from_row, to_row
from reportedly.claims.memory import Forgetful
from reportedly.claims.stories import Told
from reportedly.claims.table import EMPTY, table
from reportedly.claims.tellings import tellings
from reportedly.claims.words import rarity
from reportedly.model.plain import to_json, to_plain


def case(reports, memory=None):
    """All that is found across reports, as canonical bytes."""
    documents, readings = [r.document for r in reports], [r.reading for r in reports]
    return to_json(to_plain(pipeline.compare(documents, readings, memory=memory))).encode()


@given(REPORTS, st.randoms(use_true_random=False), st.lists(st.integers(0, 12), max_size=3))
@settings(max_examples=60, deadline=None)
def test_order_batches_and_memory_give_the_bytes_of_all_at_once(reports, chance, cuts):
    """Reports come in any order and in batches, each compared with the help of those before."""
    memory, shuffled = Kept(), list(reports)
    chance.shuffle(shuffled)
    for end in sorted(cuts):
        case(shuffled[:end], memory)
    assert case(shuffled, memory) == case(reports)


def test_only_the_story_that_a_new_report_touches_is_worked_out_again():
    old = [made for number in range(6) for made in stories(number)]
    memory = Kept()
    case(old, memory)
    new = report(f"{stories(2)[0].document.text} More fell.", "Hale Post", "2033-05-02")
    new.own("More fell", "fall")
    memory.missed.clear()
    case([*old, new], memory)
    # A wording whose sense nobody has asked for yet is not kept.
    missed = sorted(kind for kind, _ in memory.missed if kind != "wordings")
    assert missed == ["groups", "names", "senses"]


def test_what_was_read_by_another_table_of_names_is_not_recalled():
    made = told("Orrin", "flood", 3, "Lund Mail", denied=False)
    memory = Kept()
    for own in (EMPTY, table([{"name": "Ana Brel", "actor": "Orrin Council"}])):
        memory.missed.clear()
        directory([made.document], [made.reading], own, memory=memory)
        assert [kind for kind, _ in memory.missed] == ["names"]


def test_names_come_back_from_plain_data_as_they_were():
    made = told("Orrin", "flood", 3, "Lund Mail", denied=True)
    by_id = {made.document.id: made.reading}
    pools = {made.document.id: "one"}
    found = inside.resolved([made.document], by_id, pools, EMPTY, Forgetful())
    assert found[made.document.id].placed
    for one in found.values():
        assert from_row(json.loads(json.dumps(to_row(one)))) == one


def compared(reports, monkeypatch):
    """How many pairs of statements are compared to gather ``reports``."""
    pairs = []
    monkeypatch.setattr(fields, "score", lambda pair: pairs.append(pair) or score(pair))
    gather([r.document for r in reports], [r.reading for r in reports])
    return len(pairs)


def retold(number):
    """One event told again and again, in words of its own each time."""
    seen = "".join("bdfgklmnprst"[int(digit)] + "a" for digit in f"{number:04}")
    words = f"The Orrin dam burst above the Vesk mill and guard {seen} of Tarn saw it"
    one = report(f"{words}, the council said.", OUTLETS[number % 3], "2031-05-01")
    one.own(words, "flood")
    return one


@pytest.mark.parametrize("told", [stories, lambda at: [retold(at)]], ids=["other", "same"])
def test_four_times_the_reports_are_hardly_more_than_four_times_the_comparisons(told, monkeypatch):
    few, many = ([made for at in range(size) for made in told(at)] for size in (60, 240))
    assert compared(many, monkeypatch) <= 4.6 * compared(few, monkeypatch) + 40


def test_what_one_story_keeps_apart_no_other_story_joins():
    """Two statements of the first story are told by one report of the second, as one."""
    first = "Vesk officers sold the Orrin barges in June"
    second = "Vesk officers hid the Orrin barges in June"
    groups = []
    for story, texts in (("one", [first]), ("one", [second]), ("two", [first, second])):
        held = report(". ".join(texts) + ".", story + texts[0][:17])
        for text in texts:
            held.own(text, "deed")
        each = {held.document.id: story}
        told = tellings([held.document], [held.reading], Told(each, each))
        groups.append(Group(told, told[0], rarity(one.bag for one in told)))
    for order in itertools.permutations(groups):
        found = across(order)
        assert sorted(len({t.document.id for t in group.told}) for group in found) == [1, 2]


@pytest.mark.parametrize("number", ["7", "8"])
def test_the_same_words_in_two_stories_are_one_claim_unless_names_or_numbers_differ(number):
    background = "The Vesk war has killed 7 thousand people near Lund since spring"
    later = background.replace("7", number)
    reports = []
    for text, words in (
        ("The Orrin dam burst over Tarn and the Hale mill sank.", background),
        ("A Korvo miner named Ivo Doru won the Marn prize.", later),
    ):
        one = report(f"{text} {words}.", text[:9])
        one.own(words, "kill")
        reports.append(one)
    documents = [r.document for r in reports]
    each = {document.id: document.id for document in documents}
    held = tellings(documents, [r.reading for r in reports], Told(each, each))
    assert len(grouped(held, Forgetful())) == (1 if number == "7" else 2)
