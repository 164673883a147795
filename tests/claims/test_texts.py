"""Plain texts that tell of one thing are one group, in whatever order they come."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.claims.neighbours import candidates
from reportedly.claims.texts import Text, gather_texts, vectors
from reportedly.claims.vectors import product

JOIN = 0.3
FERRY = (
    "A ferry struck the quay at Orrin and 25 passengers were hurt",
    "25 hurt as ferry strikes quay in Orrin",
    "Orrin ferry crash: passengers hurt at the quay",
)
STRIKE = (
    "Miners of Doru walk out over wages",
    "Wage strike begins at the Doru mines, miners say",
)
WORDS = ("ferry", "quay", "Orrin", "miners", "Doru", "wages", "bridge", "mayor", "flood", "12")
STORY = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


def grouped(texts, join=JOIN):
    """The groups as sets of the texts themselves."""
    held = [text if isinstance(text, Text) else Text(text) for text in texts]
    return {frozenset(held[at].text for at in group) for group in gather_texts(held, join)}


def test_headlines_of_one_event_are_one_group():
    assert grouped(FERRY + STRIKE) == {frozenset(FERRY), frozenset(STRIKE)}


def test_another_spelling_and_another_form_of_a_word_are_met():
    assert grouped(["Zelmensky visits Orrin", "Zelmenskyy in Orrin visit"]) == {
        frozenset({"Zelmensky visits Orrin", "Zelmenskyy in Orrin visit"})
    }


def test_texts_that_share_no_word_stay_apart():
    assert len(grouped(["A flood in Lund", "Bread prices rose"])) == 2


@pytest.mark.xfail(strict=True, reason="among three texts, neighbours are all that there is")
def test_a_common_name_alone_joins_nothing():
    texts = ["Orrin mayor opens a school", "Snow falls on Orrin", "Orrin bakers win a prize"]
    assert len(grouped(texts)) == 3


def test_two_wordings_of_one_thing_meet_without_a_shared_word():
    ends = ("Blaze guts Hale warehouse", "Inferno destroys depot")
    assert grouped((*ends, "Bread prices rose in Lund")) == {
        frozenset(ends),
        frozenset({"Bread prices rose in Lund"}),
    }


def test_the_same_report_a_year_later_is_less_near():
    near = vectors([Text("Floods hit Orrin again", published=f"2031-05-0{n}") for n in (1, 2)])
    far = vectors([Text("Floods hit Orrin again", published=f"203{n}-05-01") for n in (1, 2)])
    assert product(*far) < 0.9 < product(*near)


def test_no_texts_make_no_groups_and_an_empty_one_stands_alone():
    assert gather_texts([], JOIN) == ()
    assert gather_texts([Text(""), Text("")], JOIN) == ((0,), (1,))


@given(st.lists(STORY, max_size=12), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_texts_changes_nothing(texts, chance):
    shuffled = list(texts)
    chance.shuffle(shuffled)
    first = gather_texts([Text(t) for t in texts], JOIN)
    second = gather_texts([Text(t) for t in shuffled], JOIN)
    by_text = sorted(sorted(texts[at] for at in group) for group in first)
    assert by_text == sorted(sorted(shuffled[at] for at in group) for group in second)


@given(st.lists(STORY, max_size=12))
@settings(max_examples=30, deadline=None)
def test_every_text_is_in_exactly_one_group(texts):
    groups = gather_texts([Text(text) for text in texts], JOIN)
    assert sorted(at for group in groups for at in group) == list(range(len(texts)))


def test_a_crowd_of_copies_is_one_group_whose_comparisons_grow_with_its_size():
    counts = []
    for size in (100, 200):
        texts = [Text(f"Ferry strikes quay in Orrin, {n} hurt") for n in range(1000, 1000 + size)]
        counts.append(len(candidates(vectors(texts))))
        assert len(gather_texts(texts, JOIN)) == 1
    assert counts[1] < 2.5 * counts[0]
