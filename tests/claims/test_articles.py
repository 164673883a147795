"""Whole articles: the passage that bears on a claim, and the stance taken in it."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims import compare_texts
from reportedly.claims.articles import article_cues, is_article, passage, sentences

CLAIM = "A bear was found asleep in the library of Orrin"
FILLER = "The harbour of Lund was quiet on Tuesday and the ferries ran on time all day long. " * 6
DENIAL = "No bear was ever found asleep in the Orrin library: the story is a hoax, police said. "


def test_the_passage_is_where_most_of_the_claim_is_repeated():
    assert passage(FILLER + DENIAL + FILLER, CLAIM).startswith("No bear was ever found")


def test_an_article_that_debunks_a_claim_is_against_it():
    assert compare_texts(DENIAL + FILLER + DENIAL, CLAIM).stance == "against"


def test_a_headline_is_no_article():
    assert not is_article(CLAIM)
    assert is_article(FILLER)


def test_every_reason_for_the_stance_of_an_article_is_a_sentence():
    reasons = compare_texts(DENIAL + FILLER, CLAIM).reasons
    assert all(reason.text.endswith(".") and reason.text[0].isupper() for reason in reasons)


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_article_has_cues_between_0_and_1(article, claim):
    assert all(0 <= value <= 1 for _, value in article_cues(article, claim).values)


@given(st.text(max_size=300))
def test_sentences_are_slices_of_their_text(text):
    assert all(part.text in text for part in sentences(text))
