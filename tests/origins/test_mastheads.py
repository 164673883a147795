"""Names in the texts that read like an outlet's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import document
from reportedly.origins.mastheads import mastheads, nation


def found(*texts):
    return mastheads([document(text, id=str(n)) for n, text in enumerate(texts)])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It stood on the news site Orsknet on Monday.", "Orsknet"),
        ("It stood in the newspaper Novi Glas.", "Novi Glas"),
        ("The editors of the Lampada magazine met.", "Lampada"),
        ("Guards left, Zvon news agency said.", "Zvon"),
        ("They read websites such as Glas de Orsk and Zvono.", "Glas de Orsk"),
        ("They read websites such as Glas de Orsk and Zvono.", "Zvono"),
    ],
)
def test_a_name_beside_a_word_for_a_medium_is_an_outlets(text, name):
    assert name in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "A French newspaper wrote so.",
        "The French newspaper wrote so.",
        "It was in a Tarn newspaper.",
        "It happened in Tarn. It was in the Tarn newspaper.",
        "He met her on the website Facebook.",
        "It is on youtube.com now.",
        "On Monday newspaper sellers were gone.",
    ],
)
def test_what_only_describes_one_is_no_name(text):
    assert found(text) == []


def test_one_that_is_told_things_and_has_articles_is_an_outlet():
    told, telling = "An officer told Zvono that guards left.", "A Zvono article names the officer."
    assert found(told, telling) == ["Zvono"]
    assert found(told) == []
    assert found(telling) == []


def test_a_listed_outlet_is_found_where_it_stands_as_a_name_of_its_own():
    assert "Mother Jones" in found("He read Mother Jones at noon.")
    assert found("Old Mother Jones Street is closed.") == []
    assert found("Time passed, and Fox said nothing.") == []


@pytest.mark.parametrize(
    "text", ["guards left, orsk-now.net said", "It is on orsknow.co.uk today."]
)
def test_an_address_of_any_case_is_a_site(text):
    assert [name for name in found(text) if "orsk" in name]


def test_bodies_and_things_that_are_called_as_papers_are_none():
    assert found("The Orsk Atomic Energy Agency said so.") == []
    assert found("The Orsk County Medical Examiner said so.") == []
    assert "Orsk News Agency" in found("The Orsk News Agency said so.")


def test_a_sunday_paper_keeps_its_sunday():
    assert "Marn Mail on Sunday" in found("The Marn Mail on Sunday had it.")


def test_a_country_or_its_people_name_no_outlet():
    assert nation("French")
    assert nation("South Korea")
    assert not nation("Japan Times")
    assert not nation("Orsk")


pieces = st.sampled_from(
    ["told", "Zvono", "the", "newspaper", "website", "such as", "and", ",", "article", "’s", "in",
     "Tarn", "French", "x.com", "Mother Jones", ".", "9orskNews", "\n"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(pieces, max_size=14).map(" ".join), max_size=3))
def test_every_name_is_printed_and_sorted_whatever_the_order_of_reports(texts):
    names = found(*texts)
    assert names == sorted(set(names)) == found(*reversed(texts))
    assert all(any(name in text for text in texts) for name in names)
