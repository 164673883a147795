"""A ledger in parts is one case: every record once, in one order, whatever came first."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from instalments import REPORTS, Kept, stories
from newsroom import report
from reportedly import claims, engines, parting, pipeline
from reportedly.ledger import opened
from reportedly.model import Decisions, Ruling, Target
from reportedly.model.plain import to_json, to_plain


@pytest.fixture(autouse=True)
def _parts(monkeypatch):
    """However few reports there are, they are cut into parts, and into small ones."""
    cut = claims.partition
    monkeypatch.setattr("reportedly.claims.parts._BUNDLE", 2)
    monkeypatch.setattr("reportedly.claims.parts.MOST", 4)
    monkeypatch.setattr(claims, "partition", lambda held, ruled: cut(held, ruled, whole=0))


def compared(reports, memory=None, rulings=()):
    documents, readings = [r.document for r in reports], [r.reading for r in reports]
    return pipeline.compare(documents, readings, memory=memory, rulings=rulings)


def written(case):
    return to_json(to_plain(case)).encode()


@given(REPORTS, st.randoms(use_true_random=False), st.lists(st.integers(0, 12), max_size=3))
@settings(max_examples=40)
def test_order_batches_and_memory_give_the_bytes_of_all_at_once(reports, chance, cuts):
    memory, shuffled = Kept(), list(reports)
    chance.shuffle(shuffled)
    for end in sorted(cuts):
        compared(shuffled[:end], memory)
    assert written(compared(shuffled, memory)) == written(compared(reports))


@given(REPORTS)
@settings(max_examples=40)
def test_every_statement_is_in_one_claim_and_every_claim_has_what_belongs_to_it(reports):
    case = compared(reports)
    held = [s for claim in case.gathering.claims for s in claim.statements]
    told = [s.id for r in reports for s in r.reading.statements if s.spans]
    assert sorted(held) == sorted(told)
    order = [claim.id for claim in case.gathering.claims]
    assert [one.claim for one in case.lineage.ranges] == order
    assert [one.claim for one in case.grades] == order
    assert len({a.id for a in case.gathering.actors}) == len(case.gathering.actors)
    assert [d.id for d in case.documents] == [r.document for r in case.readings]


def cuts(reports, rulings=()):
    documents = sorted((r.document for r in reports), key=lambda d: d.id)
    readings = {r.document.id: r.reading for r in reports}
    found = tuple(readings[d.id] for d in documents)
    whole = parting.Part(tuple(documents), found, Decisions(), claims.EMPTY, (), 0)
    return parting.parted(whole, rulings)


def spoken(number):
    """A report of a story of its own in which one person speaks."""
    place, mill = (f"{stem}{'aeiou'[number % 5]}{number}x" for stem in ("Orr", "Ves"))
    words = f"the {place} dam burst above the {mill} mill"
    made = report(f"In {place}, Ana Brel said {words}.", "Lund Mail", f"2031-05-0{number + 1}")
    made.said("Ana Brel", "said", words, "flood", of={"kind": "person"})
    return made


def test_an_actor_of_several_parts_is_one_with_the_mentions_of_all():
    held = [spoken(number) for number in range(6)]
    apart = cuts(held)
    assert len(apart) > 1
    assert all(part.beside for part in apart)
    (brel,) = [a for a in compared(held).gathering.actors if a.name == "Ana Brel"]
    assert {e.document for e in brel.mentions} == {one.document.id for one in held}


def test_rulings_bring_what_they_are_about_into_one_part():
    held = [made for number in range(6) for made in stories(number)]
    before = cuts(held)
    first, last = (part.documents[0].id for part in (before[0], before[-1]))
    ruling = Ruling(
        1, "same", (Target("claim", "a", first), Target("claim", "b", last)), "Ana Merle"
    )
    homes = [{d.id for d in part.documents} for part in cuts(held, [ruling])]
    assert any({first, last} <= ids for ids in homes)
    assert len(before) > 1
    assert parting.touched([ruling]) == {first, last}


def missed(memory, kind):
    return [key for of, key in memory.missed if of == kind]


def test_only_parts_that_changed_are_looked_across_again():
    held = [made for number in range(6) for made in stories(number)]
    memory = Kept()
    case = compared(held, memory)
    assert len(missed(memory, "part")) == len(cuts(held)) > 1
    memory.missed.clear()
    assert written(compared(held, memory)) == written(case)
    assert memory.missed == []
    grown = compared([*held, late(held)], memory)
    assert 0 < len(missed(memory, "part")) <= 3
    assert written(grown) == written(compared([*held, late(held)]))


def late(held):
    """A report of the first story that comes after all others."""
    made = report(f"{held[0].document.text} More fell.", "Hale Post", "2031-05-02")
    made.own("More fell", "fall")
    return made


def test_of_a_part_that_changed_only_the_sense_of_a_new_report_is_worked_out():
    held = [made for number in range(6) for made in stories(number)]
    memory = Kept()
    compared(held, memory)
    memory.missed.clear()
    compared([*held, late(held)], memory)
    assert len(missed(memory, "part")) > 0
    assert len(missed(memory, "senses")) == 1


def test_a_ledger_remembers_for_processes_and_forgets_what_no_part_leads_to(tmp_path):
    held = [made for number in range(6) for made in stories(number)]
    path = str(tmp_path / "case.db")
    with opened(path) as ledger:

        def remembered(some):
            documents, readings = [r.document for r in some], [r.reading for r in some]
            two = engines.Workers(2)
            case = pipeline.compare(documents, readings, memory=ledger.memory, workers=two)
            assert written(case) == written(compared(some))
            with closing(sqlite3.connect(path)) as connection:
                rows = connection.execute("SELECT kind, key FROM memory").fetchall()
            return {of: {key for kind, key in rows if kind == of} for of, _ in rows}

        few = remembered(held[:8])
        assert few.keys() == {"groups", "names", "part", "senses", "wordings"}
        assert few["senses"] < remembered(held)["senses"]
        assert remembered(held[:8]) == few


def test_processes_find_what_one_finds():
    held = [made for number in range(4) for made in stories(number)]
    documents, readings = [r.document for r in held], [r.reading for r in held]
    two = pipeline.compare(documents, readings, workers=engines.Workers(2))
    assert written(two) == written(compared(held))


def test_a_part_has_a_key_of_all_that_decides_it():
    first, *_ = cuts([made for number in range(3) for made in stories(number)])
    other = replace(first, decided=Decisions(hidden=frozenset({"a" * 16, "b" * 16})))
    assert len({first.key, other.key, replace(first, beside=1).key}) == 3
    assert other.key == replace(other, decided=replace(other.decided)).key
