"""Readings as people corrected them: what changes, and that nothing else does."""

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from build import spans
from newsroom import named, report
from reportedly.model import (
    Conflict,
    Decisions,
    Evidence,
    Factor,
    Heard,
    Undenied,
    corrected,
    identify,
)

RULED = Factor("ruling", 0.0, "Ruling 1, by anna: as it is.")


def made():
    """One report: the board denies two things, the union says one, the report denies one itself."""
    one = report(
        "The board denied that the mill burnt and fell. It stands, a union said. No flood."
    )
    one.said("The board", "denied", "the mill burnt", "fire", "against", act="deny")
    second = one.said("The board", "denied", "fell", "fall", "against", act="deny")
    one.attributions.pop()
    one.statements[-1] = replace(second, attribution=one.attributions[0].id)
    one.said("a union", "said", "It stands", "stand")
    one.own("No flood", "flood", "CT-", polarity="-")
    one.attributions[0] = replace(one.attributions[0], denial="whole")
    return one


ONE = made()
BOARD, UNION = ONE.attributions
BURNT, FELL, STANDS, FLOOD = ONE.statements


def apply(*, heard=(), undenied=()):
    decided = Decisions(
        heard=tuple(Heard(id_, source, RULED) for id_, source in heard),
        undenied=tuple(Undenied(id_, RULED) for id_ in undenied),
    )
    (reading,) = corrected([ONE.reading], decided)
    return reading


def test_what_nobody_corrected_is_given_back_as_it_is():
    assert corrected([ONE.reading], Decisions())[0] == ONE.reading
    other = report("A lamp burns.").reading
    decided = Decisions(undenied=(Undenied(BURNT.id, RULED),))
    assert corrected([other], decided)[0] is other


def test_of_the_sources_given_to_an_attribution_the_last_counts():
    union = named(ONE.document.text, "a union")
    reading = apply(heard=[(BOARD.id, None), (BOARD.id, union)])
    assert reading.attributions[0] == replace(BOARD, source=union, reasons=(*BOARD.reasons, RULED))
    assert reading.attributions[1:] == (UNION,)
    assert reading.statements == ONE.reading.statements


def test_an_attribution_that_denies_nothing_takes_no_side_on_all_that_it_says():
    reading = apply(undenied=[BOARD.id])
    board = reading.attributions[0]
    assert (board.act, board.stance, board.factuality, board.denial) == (
        "say", "observing", "Uu", None,
    )  # fmt: skip
    assert board.reasons[-1] == replace(RULED, evidence=(Evidence(ONE.document.id, BOARD.cue),))
    assert [s.stance for s in reading.statements] == ["observing", "observing", "for", "against"]


def test_an_attribution_denies_until_nothing_is_left_that_it_denies():
    assert apply(undenied=[BURNT.id]).attributions[0] == BOARD
    assert [s.stance for s in apply(undenied=[BURNT.id]).statements][:2] == ["observing", "against"]
    assert apply(undenied=[BURNT.id, FELL.id]).attributions[0].stance == "observing"


def test_a_denial_in_own_words_loses_its_no():
    flood = apply(undenied=[FLOOD.id]).statements[3]
    assert (flood.polarity, flood.factuality, flood.author_factuality) == ("+", "Uu", "Uu")


def test_what_is_not_against_is_left_alone():
    assert apply(undenied=[UNION.id, STANDS.id]) == ONE.reading


def test_a_conflict_with_what_is_no_denial_is_gone_and_every_other_stays():
    def conflict(name, *pair):
        ends = (Evidence(ONE.document.id, s.spans) for s in pair)
        ids = tuple(s.id for s in pair)
        return Conflict(identify("conflict", name, ids), "polarity", ids, *ends, None,
                        (Factor(name, 1.0, ""),))  # fmt: skip

    clashes = (
        conflict("polarity", FLOOD, STANDS), conflict("custom", FLOOD, STANDS),
        conflict("polarity", BURNT, STANDS),
    )  # fmt: skip
    reading = replace(ONE.reading, conflicts=clashes)
    decided = Decisions(undenied=(Undenied(FLOOD.id, RULED),))
    assert corrected([reading], decided)[0].conflicts == clashes[1:]


IDS = st.sampled_from([BOARD.id, UNION.id, BURNT.id, FELL.id, STANDS.id, FLOOD.id, "gone"])
SOURCES = st.sampled_from([None, named(ONE.document.text, "a union")])
FREE = {"source", "stance", "factuality", "author_factuality", "polarity", "denial", "act",
        "reasons"}  # fmt: skip


@given(st.lists(IDS, max_size=4), st.lists(st.tuples(IDS, SOURCES), max_size=3))
def test_ids_and_places_stay_and_whoever_changes_says_why(undenied, heard):
    reading = apply(undenied=undenied, heard=heard)
    found = (*ONE.reading.attributions, *ONE.reading.statements)
    now = (*reading.attributions, *reading.statements)
    assert len(found) == len(now)
    for before, after in zip(found, now, strict=True):
        moved = {f.name for f in fields(before)
                 if getattr(before, f.name) != getattr(after, f.name)}  # fmt: skip
        assert moved <= FREE
        assert not moved or after.reasons[len(before.reasons) :]
        assert after.stance == before.stance or (before.stance, after.stance) == (
            "against", "observing",
        )  # fmt: skip


@given(st.lists(IDS, max_size=4))
def test_correcting_twice_changes_nothing_of_who_stands_where(undenied):
    decided = Decisions(undenied=tuple(Undenied(id_, RULED) for id_ in undenied))
    once = corrected([ONE.reading], decided)
    twice = corrected(once, decided)
    assert [s.stance for s in once[0].statements] == [s.stance for s in twice[0].statements]


def test_the_words_of_a_denial_are_shown():
    (given_,) = apply(undenied=[FLOOD.id]).statements[3].reasons
    assert given_.evidence == (Evidence(ONE.document.id, spans(ONE.document.text, "No flood")),)
