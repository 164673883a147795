"""How many origins stand behind a claim."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import WHOLE, Evidence, Factor, Gathering
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


def test_talk_is_one_unidentified_origin_however_many_reports_pass_it_on():
    assert _range(_said(REPORTS), _said(REPORTS, "Radio Marn", 2)) == (1, 1)
    talk = [_said(REPORTS, f"Outlet {day}", day) for day in (2, 3, 4)]
    assert _range(_said(FERRYMAN), *talk) == (1, 2)


def test_a_source_from_elsewhere_in_the_same_three_words_is_the_same():
    baker = Voice("a baker on the west quay", "witness", None, None, True)
    same = Voice("a baker on the west quay who asked for silence", "witness", None, None, True)
    text = "The guards fled, a baker on the west quay who asked for silence told the Harbour Mail."
    passed = report("Radio Marn", 2, text, Told("The guards fled", same, "told"))
    assert _range(_said(baker), passed) == (1, 1)
    assert _range(_said(baker), _said(same, "Radio Marn", 2)) == (1, 2)


def test_a_source_from_elsewhere_in_two_words_may_be_another():
    text = "The guards fled, two officers told the Harbour Mail."
    passed = report("Radio Marn", 2, text, Told("The guards fled", OFFICER, "told"))
    assert _range(_said(OFFICER), passed) == (1, 2)


def test_a_body_whose_name_goes_on_is_the_same_body():
    short = Voice("the Vesk chamber", "organisation", "Vesk chamber")
    full = Voice("the Vesk chamber of trade", "organisation", "Vesk chamber of trade")
    assert _range(_said(short), _said(full, "Radio Marn", 2)) == (1, 1)
    assert _range(_said(FERRYMAN), _said(full, "Radio Marn", 2)) == (2, 2)


def test_a_link_leads_on_through_a_report_that_is_read_as_telling_of_something_else():
    courier = Voice("the Vesk Courier", "media", "Vesk Courier")
    mail = Voice("the Harbour Mail", "media", "Harbour Mail")
    first = _said(FERRYMAN)
    passed = _said(courier, "Harbour Mail", 2, claim="another")
    told = story(first, passed, _said(mail, "Radio Marn", 3))
    found = {
        r.claim: (r.at_least, r.at_most)
        for r in trace(told.documents, told.readings, told.gathering).ranges
    }
    assert found["claim"] == (1, 1)


def test_a_credit_that_leads_to_no_report_in_particular_leads_to_the_outlets_earlier_ones():
    mail = Voice("the Harbour Mail", "media", "Harbour Mail")
    text = "Anders Holm told a crowd on the quay that every guard had run off."
    first = report("Harbour Mail", 1, text, Told("every guard had run off", FERRYMAN, "told"))
    assert _range(first, _said(mail, "Radio Marn", 2)) == (1, 1)
    assert _range(_said(FERRYMAN), _said(mail, "Radio Marn", 2)) == (1, 2)


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
    assert _range(_said(FERRYMAN), denial) == (1, 1)


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


def test_who_is_introduced_by_no_report_counts_in_at_most_only():
    stranger = Voice("Der Talbote", "person", "Der Talbote")
    assert _range(_said(MINISTRY), _said(stranger, "Radio Marn", 2)) == (1, 2)


def test_who_joined_the_claim_only_as_a_whole_counts_in_at_most_only():
    told = story(_said(MINISTRY), _said(FERRYMAN, "Radio Marn", 2))
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
    assert _range(saw("Vesk Courier", 1, same), saw("Radio Marn", 2, f"{same} alone")) == (1, 2)
    assert _range(saw("Vesk Courier", 1, same), saw("Radio Marn", 2, other)) == (2, 2)


def test_a_credit_leads_to_the_outlets_report_of_the_claim_rather_than_of_something_else():
    courier = Voice("the Vesk Courier", "media", "Vesk Courier")
    first = _said(FERRYMAN)
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


COUNCIL = Voice("the Orsk council", "government", "Orsk council", "QQ")
SERVICE = Voice("the Tarn service", "intelligence", "Tarn service", "QX")
UNTRUE = [
    "The Orsk council called it a lie that the guards fled.",
    "The Orsk council dismissed it as nonsense that the guards fled.",
    "The Orsk council rejected the claim that the guards fled.",
    "The claim that the guards fled is pure invention, the Orsk council said.",
]
DENYING = [
    "The Orsk council calls a story in which the guards fled untrue.",
    "The Orsk council said that the guards fled, and that the rest is a lie.",
]
"""Sentences whose content a reader may take for what the council says."""


def _traced(*reports):
    told = story(*reports)
    return trace(told.documents, told.readings, told.gathering)


def _misread(text, publisher="Radio Marn", day=2):
    voice = Voice("Orsk council", "government", "Orsk council", "QQ")
    return report(publisher, day, text, Told("the guards fled", voice, "council"))


@pytest.mark.parametrize("text", UNTRUE)
def test_what_a_sentence_calls_untrue_is_nobodys_word_in_it(text):
    assert _range(_misread(text)) == (0, 0)
    assert _range(_said(FERRYMAN), _misread(text)) == (1, 1)


def test_what_is_said_beside_a_rejection_is_still_said():
    text = "The Orsk council rejected all criticism, saying that the guards fled."
    assert _range(_said(FERRYMAN), _misread(text)) == (1, 2)


@pytest.mark.parametrize("text", DENYING)
def test_a_voice_that_may_deny_is_never_shown(text):
    (origin,) = _traced(_misread(text)).origins
    assert origin.shown is False
    assert [reason.name for reason in origin.reasons] == ["1 named", "may deny"]
    assert _range(_said(FERRYMAN), _misread(text)) == (1, 2)


def test_what_is_called_a_lie_with_the_word_itself_is_no_more_shown():
    words = "a lie that the guards fled"
    council = Voice("The Orsk council", "government", "Orsk council", "QQ")
    called = report("Radio Marn", 2, f"The Orsk council called it {words}.",
                    Told(words, council, "called"))  # fmt: skip
    (origin,) = _traced(called).origins
    assert not origin.shown


def test_a_denying_word_in_another_sentence_or_inside_what_is_said_takes_nothing_away():
    elsewhere = "It was called a lie that it rained. The Orsk council said the guards fled."
    (origin,) = _traced(_misread(elsewhere)).origins
    assert origin.shown
    council = Voice("The Orsk council", "government", "Orsk council", "QQ")
    words = "the guards fled with false papers"
    inside = report(
        "Radio Marn", 2, f"The Orsk council said {words}.", Told(words, council, "said")
    )
    (origin,) = _traced(inside).origins
    assert origin.shown


def test_a_voice_that_says_it_plainly_elsewhere_is_shown():
    plain = _said(COUNCIL, "Vesk Courier", 1)
    (origin,) = _traced(plain, _misread(DENYING[0])).origins
    assert origin.shown


def test_a_voice_that_denies_it_elsewhere_is_not_shown_for_it():
    plain = _said(COUNCIL, "Vesk Courier", 1)
    denial = _said(COUNCIL, "Radio Marn", 2, stance="against", factuality="CT-")
    (origin,) = _traced(plain, denial).origins
    assert "may deny" in {reason.name for reason in origin.reasons}
    assert not origin.shown


def test_another_that_denies_it_takes_nothing_from_who_says_it():
    denial = _said(COUNCIL, "Radio Marn", 2, stance="against", factuality="CT-")
    (origin,) = _traced(_said(FERRYMAN), denial).origins
    assert origin.shown


BOTH = (
    "Officials dismissed reports that the guards fled as fabrications, but the Tarn service "
    "suggests they are gone."
)


def _both(*told):
    return report("Radio Marn", 2, BOTH, *told)


DENIED = Told(
    "the guards fled", Voice("Officials", "anonymous", None, None, True), "dismissed",
    act="deny", stance="against", factuality="CT-",
)  # fmt: skip


def test_another_voice_in_a_sentence_that_denies_is_heard():
    (origin,) = _traced(
        _both(DENIED, Told("they are gone", SERVICE, "suggests", act="suggest", factuality="PR+"))
    ).origins
    assert (origin.voice, origin.shown) == ("Tarn service", True)


def test_what_is_read_as_said_for_it_by_the_denier_of_the_same_sentence_does_not_count():
    again = Told("they are gone", Voice("Officials", "anonymous", None, None, True), "suggests")
    assert _range(_both(DENIED, again)) == (0, 0)
    assert _range(_both(again)) == (1, 1)


def test_what_the_report_itself_holds_in_the_denying_sentence_is_not_the_deniers():
    text = "The council denied the guards fled, but they are gone."
    council = Voice("The council", "government", "council", "QQ")
    denied = Told("the guards fled", council, "denied", act="deny", stance="against",
                  factuality="CT-")  # fmt: skip
    assert _range(report("Radio Marn", 2, text, denied, Told("they are gone"))) == (1, 1)


STORIES = st.lists(
    st.tuples(
        VOICES,
        st.sampled_from(["for", "for", "against", "observing"]),
        st.sampled_from(["Vesk Courier", "Radio Marn", "Lanta Wire"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


def _drawn(number, voice, stance, outlet, lied):
    """A report of what a voice says; ``lied``: with a word beside it by which it may deny."""
    before = "It is a lie that" if lied else "Page"
    text = f"{before} {number}: the guards fled, {voice.words} said."
    sure = "CT-" if stance == "against" else "CT+"
    told = Told("the guards fled", voice, "said", stance=stance, factuality=sure)
    return report(outlet, number + 1, text, told)


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_at_least_never_exceeds_at_most_whoever_says_denies_or_repeats_it(drawn):
    least, most = _range(*(_drawn(number, *one) for number, one in enumerate(drawn)))
    assert 0 <= least <= most
    assert (most == 0) is (least == 0)
    assert most <= sum(stance == "for" for _, stance, _, _ in drawn)


@settings(max_examples=60, deadline=None)
@given(STORIES, st.sampled_from([*"012345"]), VOICES)
def test_a_denial_more_never_raises_at_least(drawn, day, voice):
    reports = [_drawn(number, *one) for number, one in enumerate(drawn)]
    denial = _said(voice, "Ondra Herald", int(day) + 1, stance="against", factuality="CT-")
    assert _range(*reports, denial)[0] <= _range(*reports)[0]


@settings(max_examples=60, deadline=None)
@given(STORIES, st.integers(0, 3), st.booleans())
def test_a_copy_more_never_raises_at_least_nor_at_most(drawn, which, named):
    """A reprint with or without a credit, later than all."""
    reports = [_drawn(number, *one) for number, one in enumerate(drawn)]
    document, _, told = reports[which % len(reports)]
    long = f"{BODY}{document.text}"
    first = report(document.publisher, 1 + which, long, *told)
    rest = [one for at, one in enumerate(reports) if at != which % len(reports)]
    foot = f" With reporting by the {document.publisher}." if named else ""
    copied = report("Ondra Herald", 9, f"{long}{foot}", *told)
    before, after = _range(*rest, first), _range(*rest, first, copied)
    assert after[0] <= before[0]
    assert after[1] <= before[1]


@settings(max_examples=60, deadline=None)
@given(STORIES, st.sampled_from(DENYING))
def test_who_may_deny_never_raises_at_least(drawn, text):
    reports = [_drawn(number, *one) for number, one in enumerate(drawn)]
    before, after = _range(*reports), _range(*reports, _misread(text, "Ondra Herald", 9))
    assert after[0] <= max(1, before[0])
