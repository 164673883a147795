"""How many origins stand behind a claim."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fled import BODY, FERRYMAN, MINISTRY, OFFICER, OFFICIAL, REPORTS, VOICES, range_of, said
from reportedly.model import WHOLE, Evidence, Factor, Gathering
from reportedly.origins import trace
from retold import Told, Voice, report, story


def test_one_named_source_is_one_origin_wherever_it_is_quoted():
    assert range_of(said(MINISTRY), said(MINISTRY, "Radio Marn", 2)) == (1, 1)


def test_two_named_sources_of_different_sides_are_two():
    assert range_of(said(MINISTRY), said(FERRYMAN, "Radio Marn", 2)) == (2, 2)


def test_two_arms_of_one_state_are_not_shown_to_be_independent():
    army = Voice("the Orsk army", "military", "Orsk army", "QQ")
    assert range_of(said(MINISTRY), said(army, "Radio Marn", 2)) == (1, 2)


def test_a_spokesman_is_on_the_side_of_his_body():
    text = "The guards fled, Ivo Tarn, spokesman of the Orsk Ministry of Roads, said."
    role = "spokesman of the Orsk Ministry of Roads"
    tarn = Voice("Ivo Tarn", "person", "Ivo Tarn", None, False, role)
    spoken = report("Radio Marn", 2, text, Told("The guards fled", tarn, "said"))
    assert range_of(said(MINISTRY), spoken) == (1, 2)


def test_unnamed_sources_count_only_in_at_most():
    assert range_of(said(OFFICIAL), said(OFFICER, "Radio Marn", 2)) == (1, 2)


def test_a_report_that_credits_another_adds_no_origin():
    text = "The guards fled, a senior official told the Vesk Courier."
    official = Voice("a senior official", "anonymous", None, None, True)
    follows = report("Radio Marn", 2, text, Told("The guards fled", official, "told"))
    assert range_of(said(OFFICIAL), follows) == (1, 1)


def test_a_credited_outlet_is_followed_to_its_own_report():
    courier = Voice("the Vesk Courier", "media", "Vesk Courier")
    assert range_of(said(OFFICIAL), said(courier, "Radio Marn", 2)) == (1, 1)


def test_a_credited_outlet_from_outside_is_one_origin():
    mail = Voice("the Harbour Mail", "media", "Harbour Mail")
    assert range_of(said(mail), said(mail, "Radio Marn", 2)) == (1, 1)


def test_reports_of_nobody_in_particular_stand_for_one_unidentified_origin():
    assert range_of(said(REPORTS)) == (1, 1)


def test_talk_is_one_unidentified_origin_however_many_reports_pass_it_on():
    assert range_of(said(REPORTS), said(REPORTS, "Radio Marn", 2)) == (1, 1)
    talk = [said(REPORTS, f"Outlet {day}", day) for day in (2, 3, 4)]
    assert range_of(said(FERRYMAN), *talk) == (1, 2)


def test_a_source_from_elsewhere_in_the_same_three_words_is_the_same():
    baker = Voice("a baker on the west quay", "witness", None, None, True)
    same = Voice("a baker on the west quay who asked for silence", "witness", None, None, True)
    text = "The guards fled, a baker on the west quay who asked for silence told the Harbour Mail."
    passed = report("Radio Marn", 2, text, Told("The guards fled", same, "told"))
    assert range_of(said(baker), passed) == (1, 1)
    assert range_of(said(baker), said(same, "Radio Marn", 2)) == (1, 2)


def test_a_source_from_elsewhere_in_two_words_may_be_another():
    text = "The guards fled, two officers told the Harbour Mail."
    passed = report("Radio Marn", 2, text, Told("The guards fled", OFFICER, "told"))
    assert range_of(said(OFFICER), passed) == (1, 2)


def test_a_body_whose_name_goes_on_is_the_same_body():
    short = Voice("the Vesk chamber", "organisation", "Vesk chamber")
    full = Voice("the Vesk chamber of trade", "organisation", "Vesk chamber of trade")
    assert range_of(said(short), said(full, "Radio Marn", 2)) == (1, 1)
    assert range_of(said(FERRYMAN), said(full, "Radio Marn", 2)) == (2, 2)


def test_a_link_leads_on_through_a_report_that_is_read_as_telling_of_something_else():
    courier = Voice("the Vesk Courier", "media", "Vesk Courier")
    mail = Voice("the Harbour Mail", "media", "Harbour Mail")
    first = said(FERRYMAN)
    passed = said(courier, "Harbour Mail", 2, claim="another")
    told = story(first, passed, said(mail, "Radio Marn", 3))
    found = {
        r.claim: (r.at_least, r.at_most)
        for r in trace(told.documents, told.readings, told.gathering).ranges
    }
    assert found["claim"] == (1, 1)


def test_a_credit_that_leads_to_no_report_in_particular_leads_to_the_outlets_earlier_ones():
    mail = Voice("the Harbour Mail", "media", "Harbour Mail")
    text = "Anders Holm told a crowd on the quay that every guard had run off."
    first = report("Harbour Mail", 1, text, Told("every guard had run off", FERRYMAN, "told"))
    assert range_of(first, said(mail, "Radio Marn", 2)) == (1, 1)
    assert range_of(said(FERRYMAN), said(mail, "Radio Marn", 2)) == (1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "At no time had it been the case that the guards fled, the Orsk council maintained.",
        "It is simply untrue that the guards fled, the Orsk council maintained.",
        "It called it a lie that the guards fled, the Orsk council maintained.",
        "It rejected the version according to which the guards fled, the Orsk council maintained.",
    ],
)
def test_what_is_called_untrue_before_it_is_told_has_no_origin(text):
    council = Voice("the Orsk council", "government", "Orsk council")
    denial = report("Radio Marn", 2, text, Told("the guards fled", council, "maintained"))
    assert range_of(said(FERRYMAN), denial) == (1, 1)


def test_talk_beside_a_named_source_opens_no_origin():
    text = "The guards fled, reports suggest. Guards are gone, Anders Holm said."
    both = report(
        "Vesk Courier", 1, text,
        Told("The guards fled", REPORTS, "suggest"), Told("Guards are gone", FERRYMAN, "said"),
    )  # fmt: skip
    assert range_of(both) == (1, 1)


def test_own_words_count_in_at_most_and_a_correspondent_who_saw_it_in_at_least():
    flat = report("Vesk Courier", 1, "The guards fled.", Told("The guards fled"))
    seen = "The guards fled. Our correspondent counted twelve of them."
    assert range_of(flat) == (1, 1)
    assert range_of(said(FERRYMAN, "Lanta Wire"), flat) == (1, 2)
    there = report("Radio Marn", 2, seen, Told("The guards fled"))
    assert range_of(said(FERRYMAN, "Lanta Wire"), there) == (2, 2)


def test_having_seen_nothing_is_no_first_hand_report():
    text = "The guards fled. I saw no boats."
    assert range_of(said(MINISTRY), report("A Blog", 2, text, Told("The guards fled"))) == (1, 2)


def test_a_denial_is_no_source_for_what_it_denies():
    denial = said(MINISTRY, "Radio Marn", 2, stance="against", factuality="CT-")
    assert range_of(denial) == (0, 0)
    assert range_of(said(OFFICIAL), denial) == (1, 1)


def test_a_circle_of_credits_is_one_origin_and_is_reported():
    courier = Voice("the Vesk Courier", "media", "Vesk Courier")
    radio = Voice("Radio Marn", "media", "Radio Marn")
    told = story(
        said(radio, "Vesk Courier", 1), said(courier, "Radio Marn", 1),
    )  # fmt: skip
    (found,) = trace(told.documents, told.readings, told.gathering).ranges
    assert (found.at_least, found.at_most) == (1, 1)
    assert "circle" in [reason.name for reason in found.reasons]


def test_who_is_introduced_by_no_report_counts_in_at_most_only():
    stranger = Voice("Der Talbote", "person", "Der Talbote")
    assert range_of(said(MINISTRY), said(stranger, "Radio Marn", 2)) == (1, 2)


def test_who_joined_the_claim_only_as_a_whole_counts_in_at_most_only():
    told = story(said(MINISTRY), said(FERRYMAN, "Radio Marn", 2))
    (claim,) = told.gathering.claims
    first, second = (r.statements[0] for r in told.readings)
    ends = tuple(Evidence(s.document, s.spans) for s in (first, second))
    beside = replace(claim, joins=(Factor(WHOLE, 0.7, "", ends),))
    lineage = trace(told.documents, told.readings, Gathering((beside,)))
    (found,) = lineage.ranges
    assert (found.at_least, found.at_most) == (1, 2)
    assert [r.name for o in lineage.origins for r in o.reasons] == ["1 named", "1 named", WHOLE]


def test_what_own_people_saw_in_the_same_words_is_shown_once():
    rest = {
        "Vesk Courier": "Bakers slept in their carts while lamps along the quay burned all night.",
        "Radio Marn": "Trams stood still, schools closed early, and no ferry crossed over.",
    }

    def saw(publisher, day, words):
        text = f"{rest[publisher]} Our correspondent in Tressen saw how {words}."
        return report(publisher, day, text, Told(words))

    same = "the guards fled at night"
    other = "men in grey coats ran"
    assert range_of(saw("Vesk Courier", 1, same), saw("Radio Marn", 2, f"{same} alone")) == (1, 2)
    assert range_of(saw("Vesk Courier", 1, same), saw("Radio Marn", 2, other)) == (2, 2)


def test_a_credit_leads_to_the_outlets_report_of_the_claim_rather_than_of_something_else():
    courier = Voice("the Vesk Courier", "media", "Vesk Courier")
    first = said(FERRYMAN)
    text = "The Vesk Courier says it rained in Orsk, and the guards fled there, in Orsk, it rained."
    later = report("Vesk Courier", 2, text, Told("it rained in Orsk", claim="another"))
    words = "it rained in Orsk, and the guards fled there"
    text = f"{words.capitalize()}, the Vesk Courier said."
    follows = report("Radio Marn", 3, text, Told("the guards fled there", courier, "said"))
    told = story(first, later, follows)
    found = trace(told.documents, told.readings, told.gathering)
    assert {link.to for link in found.links} == {later[0].id}
    held = {r.claim: (r.at_least, r.at_most) for r in found.ranges}
    assert held["claim"] == (1, 1)


def _printed(publisher, day, voice, stance="for"):
    text = f"{BODY} The guards fled, {voice.words} said."
    told = Told("The guards fled", voice, "said", stance=stance)
    return report(publisher, day, text, told)


@settings(max_examples=40, deadline=None)
@given(st.lists(VOICES, min_size=1, max_size=4))
def test_at_least_never_exceeds_at_most_nor_the_reports(voices):
    least, most = range_of(*(said(v, f"Outlet {n}", n + 1) for n, v in enumerate(voices)))
    assert 1 <= least <= most <= len(voices)


@settings(max_examples=40, deadline=None)
@given(VOICES, st.integers(1, 4))
def test_copies_add_no_origin(voice, copies):
    reports = [_printed(f"Outlet {n}", n + 1, voice) for n in range(copies + 1)]
    assert range_of(*reports) == range_of(reports[0])
