"""What is said of one thing is one claim, whoever says it and wherever."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import gathered, named, report, standing
from reportedly.claims import gather
from reportedly.model import cut
from reportedly.model.plain import to_json, to_plain

FLED = "Vesk soldiers fled the fort at Orrin"


def first():
    text = f"Officials of the Orrin Guild said {FLED}. Bread prices rose in Lund."
    told = report(text, "Vesk Courier", "2031-05-01")
    told.said(
        "the Orrin Guild", "said", FLED, "desertion", actors=[("agent", "Vesk soldiers", None)]
    )
    told.own("Bread prices rose in Lund", "rise")
    return told


def second():
    words = "troops fled the fort at Orrin on Monday"
    told = report(f"Reports suggest {words}.", "Lund Mail", "2031-05-02")
    source = named(told.document.text, "Reports", "unspecified")
    told.said(source, "suggest", words, "desertion", factuality="PR+")
    return told


def third():
    words = "reports of desertions"
    told = report(f"The Vesk Staff dismissed {words}.", "Hale Post", "2031-05-03")
    told.said("The Vesk Staff", "dismissed", "desertions", "desertion", "against")
    return told


def test_assertion_and_denial_are_one_contested_claim():
    claim = gathered(first(), second(), third()).claims[0]
    assert claim.status == "contested"
    assert standing(claim) == {
        "for": ["the Orrin Guild", "Reports"],
        "against": ["The Vesk Staff"],
        "observing": ["Vesk Courier", "Lund Mail", "Hale Post"],
    }


def test_every_statement_is_in_exactly_one_claim():
    reports = first(), second(), third()
    told = sorted(s.id for r in reports for s in r.statements)
    assert told == sorted(s for c in gathered(*reports).claims for s in c.statements)


def test_unrelated_statements_stay_apart():
    claims = gathered(first(), second()).claims
    assert [len(claim.statements) for claim in claims] == [2, 1]


def test_the_order_of_reports_changes_nothing():
    expected = gathered(first(), second(), third())
    for order in itertools.permutations([first(), second(), third()]):
        assert expected == gathered(*order)


def test_a_claim_keeps_its_id_when_later_reports_join_it():
    assert gathered(first()).claims[0].id in {c.id for c in gathered(first(), third()).claims}


def test_the_words_of_a_claim_are_a_supporting_clause_cut_from_a_report():
    reports = first(), second(), third()
    text = gathered(*reports).claims[0].text
    document = next(r.document for r in reports if r.document.id == text.document)
    assert cut(document.text, text.spans) in {FLED, "troops fled the fort at Orrin on Monday"}


def test_each_join_shows_both_statements():
    claim = gathered(first(), second(), third()).claims[0]
    assert len(claim.joins) == len(claim.statements) - 1
    assert all(len(join.evidence) == 2 and join.weight > 0 for join in claim.joins)


def test_first_and_last_seen_are_publication_dates():
    claim = gathered(first(), second(), third()).claims[0]
    assert (claim.first_seen, claim.last_seen) == ("2031-05-01", "2031-05-03")


def test_different_countries_are_never_one_claim():
    told = report("South Korean soldiers fled the fort. North Korean soldiers fled the fort.")
    told.own("South Korean soldiers fled the fort", "desertion",
             actors=[("agent", "South Korean soldiers", "KR")])  # fmt: skip
    told.own("North Korean soldiers fled the fort", "desertion",
             actors=[("agent", "North Korean soldiers", "KP")])  # fmt: skip
    assert len(gathered(told).claims) == 2


def test_what_may_yet_happen_is_apart_from_what_happened():
    told = report("Vesk sent arms to Hale. Vesk may send arms to Hale next year.")
    told.own("Vesk sent arms to Hale", "send")
    told.own("Vesk may send arms to Hale next year", "send", "PS+", mode="future")
    assert len(gathered(told).claims) == 2


@pytest.mark.parametrize("reports", [(), (report("Nothing was said."),)])
def test_nothing_said_gives_no_claims(reports):
    assert gathered(*reports).claims == ()


def test_the_same_few_words_in_two_stories_are_two_claims():
    stories = (
        ("A ferry struck the quay at Orrin, near Lund and Hale, and 25 people were hurt.", "25"),
        ("A roof fell in at Vesk, close to Tarn and Ulm, and 40 people were hurt.", "40"),
    )
    reports = []
    for text, number in stories:
        told = report(text, f"{number} News")
        told.own(f"{number} people were hurt", "injury")
        reports.append(told)
    assert len(gathered(*reports).claims) == 2


def test_a_negative_about_others_is_no_denial():
    told = report("Doctors said nine people were hurt. Staff said no Hale guards were hurt.")
    told.said("Doctors", "said", "nine people were hurt", "injury",
              actors=[("patient", "nine people", None)])  # fmt: skip
    told.said("Staff", "said", "no Hale guards were hurt", "injury", "against",
              actors=[("patient", "Hale guards", "FI")])  # fmt: skip
    assert [claim.status for claim in gathered(told).claims] == ["uncontested", "uncontested"]


def test_actors_do_not_depend_on_the_order_of_reports():
    reports = [first(), second(), third()]
    expected = gathered(*reports).actors
    assert all(expected == gathered(*order).actors for order in itertools.permutations(reports))


PLACES, DEEDS = ("Orrin", "Hale", "Lund"), ("flood", "strike", "desertion")


def invented(place, deed, day, outlet):
    words = f"A {deed} hit {place} on day {day}"
    told = report(f"{words}, near Vesk and Tarn.", outlet, f"2031-05-{day:02}")
    told.own(words, deed)
    return told


REPORTS = st.lists(
    st.builds(
        invented,
        st.sampled_from(PLACES),
        st.sampled_from(DEEDS),
        st.integers(1, 9),
        st.sampled_from(("Vesk Courier", "Lund Mail", "Hale Post")),
    ),
    max_size=10,
    unique_by=lambda told: told.document.id,
)


def as_bytes(reports):
    """All that is gathered, as canonical bytes."""
    return to_json(to_plain(gathered(*reports))).encode()


@given(REPORTS, st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_any_order_gives_the_same_bytes(reports, chance):
    shuffled = list(reports)
    chance.shuffle(shuffled)
    assert as_bytes(reports) == as_bytes(shuffled)


@given(REPORTS, st.integers(0, 10))
@settings(max_examples=30, deadline=None)
def test_reports_added_to_those_gathered_before_give_the_bytes_of_all_at_once(reports, at):
    before, later = reports[:at], reports[at:]
    gathered(*before)
    assert as_bytes([*later, *before]) == as_bytes(reports)
    held = [told.document for told in reports]
    once = iter([told.reading for told in reversed(reports)])
    assert to_json(to_plain(gather(iter(held), once))).encode() == as_bytes(reports)
