"""Ends of stated causes as concepts, and the arrows and loops between them."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import report
from reportedly.claims import gather
from reportedly.claims.loops import circles
from reportedly.model import Decisions, Factor, Tie, cut, mention_id
from reportedly.model.plain import to_json, to_plain

FLOOD = "The flood delayed the ferry at Orrin. The flood was caused by rain in the hills."


def flooded():
    told = report(FLOOD)
    told.led("The flood", "delayed", "the ferry at Orrin")
    told.led("rain in the hills", "caused by", "The flood was")
    return told


def found(*reports, decided=None):
    documents, readings = [r.document for r in reports], [r.reading for r in reports]
    return gather(documents, readings, decided=decided or Decisions())


def named(gathering, *reports):
    """The words of every concept's mentions."""
    texts = {r.document.id: r.document.text for r in reports}
    return {
        frozenset(cut(texts[m.document], m.spans) for m in c.mentions) for c in gathering.concepts
    }


def ruling(kind, one, other):
    return Tie(1, kind, one, other, Factor("ruling", 0.0, "Ruling 1, by anna."))


def test_what_is_told_in_the_same_words_is_one_concept():
    """An article or a capital makes no difference."""
    one = report("The flood caused a delay.", "Hale Post")
    one.led("The flood", "caused", "a delay")
    other = report("Rain brought a flood.", "Lund Mail", "2031-05-02")
    other.led("Rain", "brought", "a flood")
    assert frozenset({"The flood", "a flood"}) in named(found(one, other), one, other)


@pytest.mark.parametrize(("one", "other"), [("block 3", "block 7"), ("Hale", "Lund")])
def test_other_numbers_and_other_names_are_other_things(one, other):
    """A fire in block 3 is none in block 7; in one report and in two."""
    text = "A fire in {0} caused a delay. The fire in {0} was put out by rain."
    first = report(text.format(one), "Hale Post")
    second = report(text.format(other), "Lund Mail", "2031-05-02")
    whole = report(text.format(one) + " The fire in " + other + " went on for want of rain.")
    for told, place in ((first, one), (second, other)):
        told.led(f"A fire in {place}", "caused", "a delay")
        told.led("rain", "by", f"The fire in {place}")
    whole.led("rain", "by", f"The fire in {one}")
    whole.led("want", "for", f"The fire in {other}")
    names = named(found(first, second), first, second)
    assert frozenset({f"A fire in {one}", f"The fire in {one}"}) in names
    assert frozenset({f"A fire in {other}", f"The fire in {other}"}) in names
    assert frozenset({f"The fire in {other}"}) in named(found(whole), whole)


def test_what_tells_one_claim_is_one_concept_and_what_tells_two_is_two():
    """However alike the words are."""
    text = "The mill at Orrin burnt because of a spark. The mill at Hale burnt because of a spark."
    told = report(text)
    told.own("The mill at Orrin burnt", "fire", predicate="burnt", actors=[
        ("patient", "The mill at Orrin", "DE")])  # fmt: skip
    second = report("A fire ate the Orrin mill for want of water.", "Hale Post", "2031-05-02")
    second.own("A fire ate the Orrin mill", "fire", actors=[("patient", "the Orrin mill", "DE")])
    told.led("a spark", "because of", "The mill at Orrin burnt")
    second.led("water", "for want of", "A fire ate the Orrin mill")
    gathering = found(told, second)
    assert frozenset({"The mill at Orrin burnt", "A fire ate the Orrin mill"}) in named(
        gathering, told, second
    )
    [both] = [c for c in gathering.concepts if len(c.documents) == 2]
    assert both.claims == (gathering.claims[0].id,)
    assert [join.name for join in both.joins] == ["claim"]


def test_a_definite_phrase_takes_up_what_its_report_told_before():
    """Only there, and only where nothing before the word tells the two apart."""
    text = "The war in the north cost lives. The long war emptied the mills. A price war hit us."
    told = report(text)
    told.led("The war in the north", "cost", "lives")
    told.led("The long war", "emptied", "the mills")
    told.led("A price war", "hit", "us")
    names = named(found(told), told)
    assert frozenset({"The war in the north", "The long war"}) in names
    assert frozenset({"A price war"}) in names


def test_both_ends_of_a_cause_are_never_one_concept():
    """A flood that causes a flood is told as two."""
    told = report("The flood caused the flood.")
    told.led("The flood", "caused", "the flood")
    [arrow] = found(told).arrows
    assert arrow.cause != arrow.effect


def test_a_subject_and_what_it_does_are_one_event_and_no_arrow():
    told = report("A pump caused the blast. The blast wrecked the mill.")
    told.led("A pump", "caused", "the blast")
    told.led("The blast", "", "wrecked the mill")
    told.causes[-1] = replace(told.causes[-1], signal=())
    gathering = found(told)
    assert len(gathering.arrows) == 1
    assert named(gathering, told) == {frozenset({"A pump"}), frozenset({"the blast"})}


def test_an_end_that_tells_a_cause_of_its_own_stands_for_the_effect_of_that():
    """Because of the flood, hunger led to a strike: the flood leads to the strike."""
    told = report("Hunger led to a strike because of the flood.")
    told.led("Hunger", "led to", "a strike")
    told.led("the flood", "because of", "Hunger led to a strike")
    gathering = found(told)
    assert frozenset({"a strike"}) in named(gathering, told)
    assert len({arrow.effect for arrow in gathering.arrows}) == 1


def test_arrows_lead_from_concept_to_concept():
    """Two causes with one in the middle are a chain."""
    gathering = found(flooded())
    names = {c.id: cut(FLOOD, c.text.spans) for c in gathering.concepts}
    steps = {(names[a.cause], names[a.effect]) for a in gathering.arrows}
    assert steps == {("The flood", "the ferry at Orrin"), ("rain in the hills", "The flood")}


def test_what_is_held_denied_and_left_open_stands_apart_and_knows_its_opposite():
    """A says because, B denies it, C says in spite of it, D leaves it open."""
    reports = []
    told = (("causes", "CT+"), ("causes", "CT-"), ("prevents", "CT+"), ("causes", "Uu"))
    for n, (polarity, factuality) in enumerate(told):
        one = report("Hunger drove the revolt.", f"Outlet {n}", f"2031-05-0{n + 1}")
        one.led("Hunger", "drove", "the revolt", polarity, factuality)
        reports.append(one)
    arrows = found(*reports).arrows
    by = {(a.polarity, a.stance): a for a in arrows}
    assert set(by) == {("causes", "for"), ("causes", "against"), ("prevents", "for"),
                       ("causes", "observing")}  # fmt: skip
    held, denied = by["causes", "for"], by["causes", "against"]
    spite = by["prevents", "for"]
    assert set(held.opposed) == {denied.id, spite.id}
    assert denied.opposed == (held.id,)
    assert by["causes", "observing"].opposed == ()


@pytest.mark.parametrize(
    ("signs", "kind"),
    [(("causes", "causes"), "reinforcing"), (("causes", "prevents"), "balancing"),
     (("prevents", "prevents"), "reinforcing"), (("enables", "prevents"), "balancing")],
)  # fmt: skip
def test_a_loop_is_named_by_the_product_of_its_signs(signs, kind):
    """Of two steps here."""
    told = report("Fear feeds hoarding. Hoarding feeds fear.")
    told.led("Fear", "feeds", "hoarding", signs[0])
    told.led("Hoarding", "feeds", "fear", signs[1])
    gathering = found(told)
    [loop] = gathering.loops
    assert (loop.kind, len(loop.concepts), len(loop.arrows)) == (kind, 2, 2)


def test_a_step_of_both_signs_leaves_the_kind_of_a_loop_disputed():
    """One says that it feeds it, another that it stops it."""
    one = report("Fear feeds hoarding. Hoarding feeds fear.")
    one.led("Fear", "feeds", "hoarding")
    one.led("Hoarding", "feeds", "fear")
    other = report("Fear stops hoarding.", "Hale Post", "2031-05-03")
    other.led("Fear", "stops", "hoarding", "prevents")
    [loop] = found(one, other).loops
    assert (loop.kind, len(loop.arrows)) == ("disputed", 3)


def test_what_is_denied_or_left_open_closes_no_loop():
    """Nobody holds that it runs in a circle."""
    told = report("Fear feeds hoarding. Hoarding does not feed fear.")
    told.led("Fear", "feeds", "hoarding")
    told.led("Hoarding", "feed", "fear", factuality="CT-")
    assert found(told).loops == ()


def test_a_person_joins_and_parts_concepts():
    """Before what is found here, whatever it is."""
    told = flooded()
    first, second = told.causes
    flood, rain = mention_id(first.id, "cause"), mention_id(second.id, "cause")
    joined = found(told, decided=Decisions(concepts=(ruling("same", flood, rain),)))
    [both] = [c for c in joined.concepts if rain in {m.id for m in c.mentions}]
    assert flood in {m.id for m in both.mentions}
    assert both.joins[0].name == "ruling"
    other = mention_id(second.id, "effect")
    parted = found(told, decided=Decisions(concepts=(ruling("different", flood, other),)))
    assert not any({flood, other} <= {m.id for m in c.mentions} for c in parted.concepts)


def test_a_hidden_cause_is_in_no_map():
    """It stays in its reading."""
    told = flooded()
    gathering = found(told, decided=Decisions(hidden=frozenset({told.causes[0].id})))
    assert [a.causes for a in gathering.arrows] == [(told.causes[1].id,)]


WORDS = ("the flood", "rain", "the ferry", "a delay at Orrin", "hunger", "the revolt in Lund")
steps = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)).filter(lambda s: s[0] != s[1]),
    min_size=1, max_size=6,
)  # fmt: skip


@given(steps)
@settings(deadline=None, max_examples=25)
def test_every_end_is_in_one_concept_and_every_cause_in_one_arrow_whatever_the_order(told):
    reports = []
    for n, (one, other) in enumerate(told):
        made = report(f"Item {n}: {one} led to {other}.", f"Outlet {n}", f"2031-05-{n + 1:02}")
        made.led(one, "led to", other)
        reports.append(made)
    gathering = found(*reports)
    mentions = [m.id for c in gathering.concepts for m in c.mentions]
    assert len(mentions) == len(set(mentions)) == 2 * len(told)
    causes = [c for a in gathering.arrows for c in a.causes]
    assert sorted(causes) == sorted(c.id for r in reports for c in r.causes)
    again = found(*reversed(reports))
    assert to_json(to_plain(again.concepts)) == to_json(to_plain(gathering.concepts))
    assert to_json(to_plain(again.arrows)) == to_json(to_plain(gathering.arrows))


@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda s: s[0] != s[1])))
def test_circles_are_those_that_trying_every_order_finds(pairs):
    steps_ = {n: sorted(b for a, b in pairs if a == n) for n in range(6)}
    every = {
        order
        for size in range(2, 7)
        for order in permutations(range(6), size)
        if order[0] == min(order)
        and all((a, b) in pairs for a, b in zip(order, (*order[1:], order[0]), strict=True))
    }
    made = circles(steps_, most=1_000)
    assert len(made) == len(set(made))
    assert set(made) == every
    assert [len(c) for c in made] == sorted(len(c) for c in made)


def test_circles_stop_at_their_number_and_length():
    """Of a dense graph the short ones are kept, and it does not take forever."""
    dense = {n: [m for m in range(40) if m != n] for n in range(40)}
    made = circles(dense, most=900)
    assert len(made) == 900
    assert {len(c) for c in made} == {2, 3}
    ring = {n: [(n + 1) % 30] for n in range(30)}
    assert circles(ring, longest=12) == []
