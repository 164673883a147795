"""Which of an outlet's reports a credit means."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import document
from reportedly.origins import trace
from reportedly.origins.meant import Candidate, Sentences, likeliest
from retold import Told, report, story

PRINTED = "Forty guards fled the bridge at Orsk, the Lanta Wire reported."


def meant(*texts, printed=PRINTED, **fields):
    """The place of the report that is meant, of these of one outlet from first to last."""
    held = {"dated": True, "copied": False, "claim": False}
    candidates = [
        Candidate(document(text, id=str(at)), len(texts) - 1 - at, **{**held, **fields})
        for at, text in enumerate(texts)
    ]
    found = likeliest(printed, "Lanta Wire", candidates, Sentences())
    return int(found.id) if found else None


def test_the_one_with_the_likest_sentence_is_meant():
    assert meant("Guards fled the bridge at Orsk.", "It snowed in Tarn. Nobody fled.") == 0
    assert meant("It snowed in Tarn.", "Guards fled the bridge at Orsk. It rained.") == 1


def test_of_equals_the_last_is_meant():
    assert meant("Guards fled at Orsk.", "Guards fled at Orsk.") == 1
    assert meant(*["Guards fled at Orsk."] * 3) == 2
    assert meant(*["Guards fled at Orsk."] * 6) is None


def test_a_number_in_common_goes_before_a_later_report_with_another():
    printed = "40 guards fled the bridge at Orsk."
    texts = "40 guards fled the bridge.", "60 guards fled the bridge."
    assert meant(*texts, printed=printed) == 0
    assert meant(*reversed(texts), printed=printed) == 1
    assert meant("Guards fled the bridge.", texts[1], printed=printed) == 0


def test_where_none_is_like_it_none_is_meant():
    assert meant("It snowed in Tarn.", "A goat was found.") is None
    assert meant() is None
    assert meant("9 goats were found near Orsk.", printed="40 guards fled, all told.") is None


def test_one_that_tells_the_claim_in_other_words_is_meant():
    assert meant("Soldiers left their post.", claim=True) == 0


def test_the_name_of_the_outlet_makes_no_likeness():
    assert meant("The Lanta Wire is read here.", printed="Guards ran, the Lanta Wire said.") is None


def test_a_credit_leads_to_the_last_report_though_only_the_first_was_joined_to_the_claim():
    told = story(
        report("Lanta Wire", 1, "Soldiers left Orsk.", Told("Soldiers left Orsk"), id="first"),
        report("Lanta Wire", 2, "Forty guards fled the bridge at Orsk.",
               Told("guards fled", claim="other"), id="last"),
        report("Vesk Courier", 3, PRINTED, Told("guards fled"), id="late"),
    )  # fmt: skip
    links = trace(told.documents, told.readings, told.gathering).links
    assert [(k.document, k.to) for k in links if k.kind == "credited"] == [("late", "last")]


def test_where_none_of_its_reports_fits_the_link_keeps_the_outlets_name():
    told = story(
        report("Lanta Wire", 1, "9 goats were found in Tarn.", Told("goats were found", claim="g")),
        report("Vesk Courier", 3, "40 guards fled, the Lanta Wire reported. Goats were found.",
               Told("guards fled"), Told("Goats were found", claim="g"), id="late"),
    )  # fmt: skip
    links = trace(told.documents, told.readings, told.gathering).links
    assert [(k.to, k.name) for k in links] == [(None, "Lanta Wire")]


texts = st.lists(st.sampled_from(["guards", "fled", "40", "60", "Orsk", "."]), max_size=8).map(
    " ".join
)


@settings(max_examples=100, deadline=None)
@given(st.lists(texts.filter(lambda t: t.strip()), max_size=5), texts)
@pytest.mark.filterwarnings("error")
def test_one_of_them_or_none_is_meant(held, printed):
    found = meant(*held, printed=printed)
    assert found is None or 0 <= found < len(held)


def test_one_that_names_whom_the_credit_names_goes_before_a_later_one_that_does_not():
    printed = "The Lanta Wire, citing Anders Holm, reported that guards fled the bridge at Orsk."
    texts = "Guards fled, said Anders Holm, a ferryman.", "Guards fled, said a clerk."
    assert meant(*texts, printed=printed) == 0
    assert meant(*reversed(texts), printed=printed) == 1


def test_the_same_words_in_a_row_go_before_the_same_words():
    printed = "A fire at the mill drove forty families from Orsk, the Lanta Wire said."
    texts = (
        "A fire at the mill drove forty families from Orsk.",
        "From Orsk families drove; a mill at forty miles fire the lamps.",
    )
    assert meant(*texts, printed=printed) == 0


def test_none_is_meant_where_it_is_likelier_to_be_another():
    printed = "Forty guards fled the bridge at Orsk on Monday, the Lanta Wire reported."
    alike = "Forty guards fled the bridge at Orsk on Monday."
    assert meant(alike, "Guards fled the bridge.", printed=printed) == 0
    texts = [
        alike,
        "Guards fled the bridge at Orsk on Monday.",
        "Forty guards fled the bridge on Monday.",
    ]
    assert meant(*texts, *texts, printed=printed) is None
