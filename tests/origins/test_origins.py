"""How many origins stand behind a claim."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.origins import trace
from retold import Told, Voice, report, story

MINISTRY = Voice("the Orsk Ministry of Roads", "government", "Orsk Ministry of Roads", "QQ")
FERRYMAN = Voice("Anders Holm", "witness", "Anders Holm")
OFFICIAL = Voice("a senior bridge official", "anonymous", None, None, True)
OFFICER = Voice("two officers", "anonymous", None, None, True)
REPORTS = Voice("reports", "unspecified")


def _range(*reports):
    told = story(*reports)
    (found,) = trace(told.documents, told.readings, told.gathering).ranges
    return found.at_least, found.at_most


def _said(voice, publisher="Vesk Courier", day=1, **fields):
    text = f"{publisher} news. The guards fled, {voice.words} said. It rained in {publisher}."
    return report(publisher, day, text, Told("The guards fled", voice, "said", **fields))


def test_one_named_source_is_one_origin_wherever_it_is_quoted():
    assert _range(_said(MINISTRY), _said(MINISTRY, "Radio Marn", 2)) == (1, 1)


def test_two_named_sources_of_different_sides_are_two():
    assert _range(_said(MINISTRY), _said(FERRYMAN, "Radio Marn", 2)) == (2, 2)


def test_two_arms_of_one_state_are_not_shown_to_be_independent():
    army = Voice("the Orsk army", "military", "Orsk army", "QQ")
    assert _range(_said(MINISTRY), _said(army, "Radio Marn", 2)) == (1, 2)


def test_a_spokesman_is_on_the_side_of_his_body():
    text = "The guards fled, Ivo Tarn, spokesman of the Orsk Ministry of Roads, said."
    role = "spokesman of the Orsk Ministry of Roads"
    tarn = Voice("Ivo Tarn", "person", "Ivo Tarn", None, False, role)
    spoken = report("Radio Marn", 2, text, Told("The guards fled", tarn, "said"))
    assert _range(_said(MINISTRY), spoken) == (1, 2)


def test_unnamed_sources_count_only_in_at_most():
    assert _range(_said(OFFICIAL), _said(OFFICER, "Radio Marn", 2)) == (1, 2)


def test_a_report_that_credits_another_adds_no_origin():
    text = "The guards fled, a senior official told the Vesk Courier."
    official = Voice("a senior official", "anonymous", None, None, True)
    follows = report("Radio Marn", 2, text, Told("The guards fled", official, "told"))
    assert _range(_said(OFFICIAL), follows) == (1, 1)


def test_a_credited_outlet_is_followed_to_its_own_report():
    courier = Voice("the Vesk Courier", "media", "Vesk Courier")
    assert _range(_said(OFFICIAL), _said(courier, "Radio Marn", 2)) == (1, 1)


def test_a_credited_outlet_from_outside_is_one_origin():
    mail = Voice("the Harbour Mail", "media", "Harbour Mail")
    assert _range(_said(mail), _said(mail, "Radio Marn", 2)) == (1, 1)


def test_reports_of_nobody_in_particular_stand_for_one_unidentified_origin():
    assert _range(_said(REPORTS)) == (1, 1)


def test_talk_beside_a_named_source_opens_no_origin():
    text = "The guards fled, reports suggest. Guards are gone, Anders Holm said."
    both = report(
        "Vesk Courier", 1, text,
        Told("The guards fled", REPORTS, "suggest"), Told("Guards are gone", FERRYMAN, "said"),
    )  # fmt: skip
    assert _range(both) == (1, 1)


def test_own_words_count_in_at_most_and_a_correspondent_who_saw_it_in_at_least():
    flat = report("Vesk Courier", 1, "The guards fled.", Told("The guards fled"))
    seen = "The guards fled. Our correspondent counted twelve of them."
    assert _range(flat) == (1, 1)
    assert _range(_said(FERRYMAN, "Lanta Wire"), flat) == (1, 2)
    there = report("Radio Marn", 2, seen, Told("The guards fled"))
    assert _range(_said(FERRYMAN, "Lanta Wire"), there) == (2, 2)


def test_having_seen_nothing_is_no_first_hand_report():
    text = "The guards fled. I saw no boats."
    assert _range(_said(MINISTRY), report("A Blog", 2, text, Told("The guards fled"))) == (1, 2)


def test_a_denial_is_no_source_for_what_it_denies():
    denial = _said(MINISTRY, "Radio Marn", 2, stance="against", factuality="CT-")
    assert _range(denial) == (0, 0)
    assert _range(_said(OFFICIAL), denial) == (1, 1)


def test_a_circle_of_credits_is_one_origin_and_is_reported():
    courier = Voice("the Vesk Courier", "media", "Vesk Courier")
    radio = Voice("Radio Marn", "media", "Radio Marn")
    told = story(
        _said(radio, "Vesk Courier", 1), _said(courier, "Radio Marn", 1),
    )  # fmt: skip
    (found,) = trace(told.documents, told.readings, told.gathering).ranges
    assert (found.at_least, found.at_most) == (1, 1)
    assert "circle" in [reason.name for reason in found.reasons]


VOICES = st.sampled_from([MINISTRY, FERRYMAN, OFFICIAL, OFFICER, REPORTS])
BODY = "The lamps along the quay at Orsk burned all night while bakers slept in their carts. "


def _printed(publisher, day, voice, stance="for"):
    text = f"{BODY} The guards fled, {voice.words} said."
    told = Told("The guards fled", voice, "said", stance=stance)
    return report(publisher, day, text, told)


@settings(max_examples=40, deadline=None)
@given(st.lists(VOICES, min_size=1, max_size=4))
def test_at_least_never_exceeds_at_most_nor_the_reports(voices):
    least, most = _range(*(_said(v, f"Outlet {n}", n + 1) for n, v in enumerate(voices)))
    assert 1 <= least <= most <= len(voices)


@settings(max_examples=40, deadline=None)
@given(VOICES, st.integers(1, 4))
def test_copies_add_no_origin(voice, copies):
    reports = [_printed(f"Outlet {n}", n + 1, voice) for n in range(copies + 1)]
    assert _range(*reports) == _range(reports[0])
