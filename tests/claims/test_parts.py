"""A large ledger is cut into parts by what reports name, whatever order they come in."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import document
from reportedly.claims import partition

parts = pytest.importorskip("reportedly.claims.parts")

PLACES = ("Orrin", "Hale", "Lund", "Vesk")
WORDS = st.sampled_from([*PLACES, "Mayor Ana Brel", "the river", "a dam", "Colonel Ostra Vell"])
TEXTS = st.lists(WORDS, min_size=0, max_size=6).map(lambda held: f"They saw {', '.join(held)}.")
DAYS = st.sampled_from([None, "2031-05-01", "2031-05-02", "2031-05-09"])
REPORTS = st.lists(
    st.tuples(TEXTS, DAYS), max_size=30, unique=True
).map(lambda held: [document(text, published=day) for text, day in held])  # fmt: skip


def stories(count, each):
    """So many stories, each with names of its own, told by so many reports."""
    names = [f"{stem}{'aeiou'[n % 5]}{n}x" for n in range(count) for stem in ("Orr", "Ves", "Tar")]
    return [
        document(
            f"Word came from {a} that {b} and {c} are cut off, {n + 2} aides said in Lund.",
            f"Paper {n}", published=f"2031-05-{1 + n % 28:02}",
        )
        for a, b, c in zip(names[::3], names[1::3], names[2::3], strict=True)
        for n in range(each)
    ]  # fmt: skip


def alike(count):
    """So many reports of few names, so that many are as like one story as another."""
    chance = Random(5)
    names = [f"{stem}{vowel}x" for stem in ("Orr", "Ves", "Tar", "Lun") for vowel in "aeiou"]
    return [
        document(
            f"It was said that {', '.join(chance.sample(names, 5))} are cut off, as {n} heard.",
            f"Paper {n}", published=f"2031-05-{1 + n % 28:02}",
        )
        for n in range(count)
    ]  # fmt: skip


def homes(cuts):
    return {id_: at for at, ids in enumerate(cuts) for id_ in ids}


def test_few_reports_are_one_part():
    held = stories(3, 4)
    assert partition(held) == (tuple(one.id for one in held),)
    assert partition(()) == ((),)


@given(REPORTS, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_every_report_is_in_one_part_whatever_the_order(reports, chance):
    cuts = partition(reports, whole=0)
    assert Counter(id_ for ids in cuts for id_ in ids) == Counter(one.id for one in reports)
    shuffled = list(reports)
    chance.shuffle(shuffled)
    other = partition(shuffled, whole=0)
    assert {frozenset(ids) for ids in other} == {frozenset(ids) for ids in cuts}


def test_many_reports_that_are_alike_are_cut_alike_in_any_order(monkeypatch):
    """What is equally like two groups goes to the same one, whichever was given first."""
    monkeypatch.setattr(parts, "MOST", 40)
    held = alike(240)
    before = {frozenset(ids) for ids in partition(held, whole=0)}
    for seed in range(3):
        other = list(held)
        Random(seed).shuffle(other)
        cuts = partition(other, whole=0)
        assert {frozenset(ids) for ids in cuts} == before
        place = {one.id: at for at, one in enumerate(other)}
        assert [sorted(ids, key=place.__getitem__) for ids in cuts] == list(map(list, cuts))
        assert sorted(cuts, key=lambda ids: place[ids[0]]) == list(cuts)


@given(REPORTS, st.sets(st.integers(0, 29)))
@settings(max_examples=60)
def test_what_people_ruled_on_is_in_one_part(reports, chosen):
    ruled = {reports[at].id for at in chosen if at < len(reports)}
    at = homes(partition(reports, ruled, whole=0))
    assert len({at[id_] for id_ in ruled}) <= 1


def test_reports_of_one_story_are_in_one_part(monkeypatch):
    """Stories that share a town and nothing else are not chained into one by it."""
    monkeypatch.setattr(parts, "_BUNDLE", 1)
    monkeypatch.setattr(parts, "MOST", 30)
    held = stories(12, 6)
    at = homes(partition(held, whole=0))
    told = [{at[one.id] for one in held[n : n + 6]} for n in range(0, len(held), 6)]
    assert all(len(some) == 1 for some in told)
    assert len({part for some in told for part in some}) > 2


def test_no_part_is_larger_than_allowed(monkeypatch):
    monkeypatch.setattr(parts, "MOST", 10)
    held = stories(1, 25) + stories(6, 2)[2:]
    cuts = partition(held, whole=0)
    assert max(map(len, cuts)) <= 10
    assert len(cuts) > 2


def test_a_report_that_comes_changes_few_parts(monkeypatch):
    monkeypatch.setattr(parts, "_BUNDLE", 12)
    monkeypatch.setattr(parts, "MOST", 40)
    held = stories(60, 4)
    before = set(partition(held, whole=0))
    new = replace(held[100], id="0" * 16, text=f"{held[100].text} More came.")
    after = {tuple(id_ for id_ in ids if id_ != new.id) for ids in partition([*held, new], whole=0)}
    assert len(before) > 8
    assert len(after - before) <= 2


def test_a_report_that_names_nothing_has_a_part():
    held = [document("It is so.", published=f"2031-05-0{n}") for n in range(1, 5)]
    assert sum(map(len, partition(held, whole=0))) == 4
