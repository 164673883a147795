"""How many origins stand behind a claim that somebody denies, or may deny."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fled import BODY, FERRYMAN, VOICES, range_of, said, traced
from retold import Told, Voice, report

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


def _misread(text, publisher="Radio Marn", day=2):
    voice = Voice("Orsk council", "government", "Orsk council", "QQ")
    return report(publisher, day, text, Told("the guards fled", voice, "council"))


@pytest.mark.parametrize("text", UNTRUE)
def test_what_a_sentence_calls_untrue_is_nobodys_word_in_it(text):
    assert range_of(_misread(text)) == (0, 0)
    assert range_of(said(FERRYMAN), _misread(text)) == (1, 1)


def test_what_is_said_beside_a_rejection_is_still_said():
    text = "The Orsk council rejected all criticism, saying that the guards fled."
    assert range_of(said(FERRYMAN), _misread(text)) == (1, 2)


@pytest.mark.parametrize("text", DENYING)
def test_a_voice_that_may_deny_is_never_shown(text):
    (origin,) = traced(_misread(text)).origins
    assert origin.shown is False
    assert [reason.name for reason in origin.reasons] == ["1 named", "may deny"]
    assert range_of(said(FERRYMAN), _misread(text)) == (1, 2)


def test_what_is_called_a_lie_with_the_word_itself_is_no_more_shown():
    words = "a lie that the guards fled"
    council = Voice("The Orsk council", "government", "Orsk council", "QQ")
    called = report("Radio Marn", 2, f"The Orsk council called it {words}.",
                    Told(words, council, "called"))  # fmt: skip
    (origin,) = traced(called).origins
    assert not origin.shown


def test_a_denying_word_in_another_sentence_or_inside_what_is_said_takes_nothing_away():
    elsewhere = "It was called a lie that it rained. The Orsk council said the guards fled."
    (origin,) = traced(_misread(elsewhere)).origins
    assert origin.shown
    council = Voice("The Orsk council", "government", "Orsk council", "QQ")
    words = "the guards fled with false papers"
    inside = report(
        "Radio Marn", 2, f"The Orsk council said {words}.", Told(words, council, "said")
    )
    (origin,) = traced(inside).origins
    assert origin.shown


def test_a_voice_that_says_it_plainly_elsewhere_is_shown():
    plain = said(COUNCIL, "Vesk Courier", 1)
    (origin,) = traced(plain, _misread(DENYING[0])).origins
    assert origin.shown


def test_a_voice_that_denies_it_elsewhere_is_not_shown_for_it():
    plain = said(COUNCIL, "Vesk Courier", 1)
    denial = said(COUNCIL, "Radio Marn", 2, stance="against", factuality="CT-")
    (origin,) = traced(plain, denial).origins
    assert "may deny" in {reason.name for reason in origin.reasons}
    assert not origin.shown


def test_another_that_denies_it_takes_nothing_from_who_says_it():
    denial = said(COUNCIL, "Radio Marn", 2, stance="against", factuality="CT-")
    (origin,) = traced(said(FERRYMAN), denial).origins
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
    (origin,) = traced(
        _both(DENIED, Told("they are gone", SERVICE, "suggests", act="suggest", factuality="PR+"))
    ).origins
    assert (origin.voice, origin.shown) == ("Tarn service", True)


def test_what_is_read_as_said_for_it_by_the_denier_of_the_same_sentence_does_not_count():
    again = Told("they are gone", Voice("Officials", "anonymous", None, None, True), "suggests")
    assert range_of(_both(DENIED, again)) == (0, 0)
    assert range_of(_both(again)) == (1, 1)


def test_what_the_report_itself_holds_in_the_denying_sentence_is_not_the_deniers():
    text = "The council denied the guards fled, but they are gone."
    council = Voice("The council", "government", "council", "QQ")
    denied = Told("the guards fled", council, "denied", act="deny", stance="against",
                  factuality="CT-")  # fmt: skip
    assert range_of(report("Radio Marn", 2, text, denied, Told("they are gone"))) == (1, 1)


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
    least, most = range_of(*(_drawn(number, *one) for number, one in enumerate(drawn)))
    assert 0 <= least <= most
    assert (most == 0) is (least == 0)
    assert most <= sum(stance == "for" for _, stance, _, _ in drawn)


@settings(max_examples=60, deadline=None)
@given(STORIES, st.sampled_from([*"012345"]), VOICES)
def test_a_denial_more_never_raises_at_least(drawn, day, voice):
    reports = [_drawn(number, *one) for number, one in enumerate(drawn)]
    denial = said(voice, "Ondra Herald", int(day) + 1, stance="against", factuality="CT-")
    assert range_of(*reports, denial)[0] <= range_of(*reports)[0]


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
    before, after = range_of(*rest, first), range_of(*rest, first, copied)
    assert after[0] <= before[0]
    assert after[1] <= before[1]


@settings(max_examples=60, deadline=None)
@given(STORIES, st.sampled_from(DENYING))
def test_who_may_deny_never_raises_at_least(drawn, text):
    reports = [_drawn(number, *one) for number, one in enumerate(drawn)]
    before, after = range_of(*reports), range_of(*reports, _misread(text, "Ondra Herald", 9))
    assert after[0] <= max(1, before[0])
