"""Features of two texts: what each sees, and that each is published."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.aligned import akin
from reportedly.claims.figures import figures
from reportedly.claims.marks import FEATURES, marks
from reportedly.claims.outline import outline
from reportedly.claims.relation import RELATIONS, chances, laid, valued

PAGE = Path(__file__).parents[2] / "docs/claims.md"
WORDS = (
    *("the", "rebels", "North", "South", "Orrin", "Tarn", "army", "denied", "not", "killed"),
    *("fled", "from", "to", "12", "twelve", "Monday", "by", "was", "said", ",", "."),
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


def seen(a, b):
    """The features of two texts that are not 0."""
    return {name for name, value in marks(laid(a, b)).items() if value}


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.__name__)
def test_every_feature_of_the_pair_model_stands_in_the_docs(feature):
    explained = (feature.__doc__ or "").splitlines()[0]
    row = f"| `{feature.__name__}` | {explained} |"
    assert row in PAGE.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("feature", "a", "b"),
    [
        ("negation", "The rebels left Tarn.", "The rebels did not leave Tarn."),
        (
            "negation",
            "The army shelled Tarn.",
            "The ministry denied that the army had shelled Tarn.",
        ),
        ("denied_by_both", "The army did not shell Tarn.", "The army denied having shelled Tarn."),
        ("opposites", "The mayor of Tarn survived.", "The mayor of Tarn was killed."),
        ("compass", "North Orrin fired first.", "South Orrin fired first."),
        ("figures_clash", "Twelve miners died in Tarn.", "Some 40 miners died in Tarn."),
        ("figures_meet", "At least 30 miners died in Tarn.", "The toll in Tarn: 34 miners."),
        ("figures_of_others", "Ten miners died in Tarn.", "Ten ships reached Tarn."),
        ("days_clash", "The talks opened on Monday.", "The talks opened on Friday."),
        ("days_clash", "The talks opened on May 3.", "The talks opened on May 5."),
        ("swapped", "Captain Roe struck Sergeant Dunn.", "Sergeant Dunn struck Captain Roe."),
        ("kept", "Captain Roe struck Sergeant Dunn.", "Sergeant Dunn was struck by Captain Roe."),
        ("kept", "Orrin bought tanks from Velk.", "Velk sold tanks to Orrin."),
        ("ways", "They fled from Orrin to Tarn.", "They fled from Tarn to Orrin."),
        ("former", "The former judge of Orrin spoke.", "The judge of Orrin spoke."),
        ("deputies", "The king's spokesman was shot.", "The king was shot."),
        ("whole_and_part", "The whole city is dark.", "Only a part of the city is dark."),
    ],
)
def test_a_feature_sees_what_it_asks_for(feature, a, b):
    assert feature in seen(a, b)


@pytest.mark.parametrize(
    ("feature", "a", "b"),
    [
        (
            "swapped",
            "Captain Roe struck Sergeant Dunn.",
            "Sergeant Dunn was struck by Captain Roe.",
        ),
        ("swapped", "Lor accused Mesk of theft.", "Mesk accused Lor of theft."),
        ("figures_clash", "At least 30 miners died.", "Some 34 miners died."),
        ("compass", "North Orrin fired at South Orrin.", "South Orrin was shot at by North Orrin."),
        ("negation", "The army did not shell Tarn.", "The army denied having shelled Tarn."),
        ("strangers", "The rebels left Tarn.", "The rebels quit Tarn, the Orrin ministry said."),
    ],
)
def test_a_feature_is_silent_where_there_is_nothing(feature, a, b):
    assert feature not in seen(a, b)


@given(TEXTS, TEXTS)
def test_features_lie_between_0_and_1_and_chances_sum_to_1(a, b):
    found = valued(laid(a, b))
    assert all(0 <= value <= 1.000001 for value in found.values())
    chance = chances(found)
    assert set(chance) == set(RELATIONS)
    assert sum(chance.values()) == pytest.approx(1)


@given(TEXTS)
def test_a_text_stands_word_for_word_beside_itself(text):
    pair = laid(text, text)
    assert len(pair.pairs) == len(pair.a.words)
    assert all(one.stem == two.stem for one, two, _ in pair.pairs)


@given(st.text(max_size=200))
def test_any_text_has_an_outline_whose_words_are_its_tokens(text):
    found = outline(text)
    assert all(found.tokens[word.at] == word.text for word in found.words)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 40 men", 40, 120),
        ("up to forty men", 0, 40),
        ("more than a dozen men", 12, 36),
        ("two hundred thousand men", 198_000, 202_000),
        ("twenty-seven men", 26.73, 27.27),
    ],
)
def test_a_figure_has_the_range_that_its_words_leave_it(text, low, high):
    (found,) = figures(tuple(text.split()))
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


def test_peoples_and_their_countries_are_one_name_and_different_places_are_not():
    assert akin("orrinia", "orrinian")
    assert not akin("orrinia", "marlinia")
