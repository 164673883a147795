"""A large ledger is cut into parts by what reports name, whatever order they come in."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
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


def lasting(count):
    """So many stories, one begun every twelve hours, each told four times within two days."""
    ends = [f"{one}{other}n" for one in "bdfgklmprstvz" for other in "aeioubdglmrst"]
    names = [[f"{stem}{ends[n]}" for stem in ("Orri", "Vesu", "Taro")] for n in range(count)]
    begun = [datetime(2031, 5, 1, tzinfo=UTC) + timedelta(hours=12 * n) for n in range(count)]
    told = [
        document(
            f"Word came from {a} that {b} and {c} are cut off, {n + 2} aides said in Lund.",
            f"Paper {n} {hour}", published=(begun[n] + timedelta(hours=hour)).isoformat(),
        )
        for n, (a, b, c) in enumerate(names)
        for hour in (0, 15, 31, 44)
    ]  # fmt: skip
    return sorted(told, key=lambda one: one.published)


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


def test_what_comes_out_later_leaves_most_parts_as_they_were(monkeypatch):
    monkeypatch.setattr(parts, "_BUNDLE", 8)
    monkeypatch.setattr(parts, "MOST", 40)
    monkeypatch.setattr(parts, "_STRETCH", 60)
    monkeypatch.setattr("reportedly.claims.alike._COUNTED", 50)
    held = lasting(160)
    later = held[-8:]
    before, after = (set(partition(some, whole=0)) for some in (held[:-8], held))
    changed = after - before
    assert len(before) > 20
    assert all(any(one.id in ids for ids in changed) for one in later)
    assert len(changed) <= 5
    reports = [one for one in held if any(one.id in ids for ids in changed)]
    assert min(one.published for one in reports) > "2031-06"


def test_a_report_without_a_date_goes_with_its_story_and_ties_no_others(monkeypatch):
    monkeypatch.setattr(parts, "_BUNDLE", 8)
    monkeypatch.setattr(parts, "MOST", 40)
    held = lasting(100)
    late = [replace(one, id=f"{n:016}", published=None) for n, one in enumerate(held[::10])]
    told, led = homes(partition(held, whole=0)), homes(partition([*held, *late], whole=0))
    assert all(led[f"{n:016}"] == led[one.id] for n, one in enumerate(held[::10]))
    assert {id_: at for id_, at in led.items() if id_ in told} == told


def test_reports_of_which_none_has_a_date_are_cut_by_what_they_say(monkeypatch):
    monkeypatch.setattr(parts, "_BUNDLE", 1)
    monkeypatch.setattr(parts, "MOST", 30)
    held = [replace(one, published=None) for one in stories(12, 6)]
    at = homes(partition(held, whole=0))
    assert all(len({at[one.id] for one in held[n : n + 6]}) == 1 for n in range(0, 72, 6))
    assert len(set(at.values())) > 2


def test_a_report_that_names_nothing_has_a_part():
    held = [document("It is so.", published=f"2031-05-0{n}") for n in range(1, 5)]
    assert sum(map(len, partition(held, whole=0))) == 4
