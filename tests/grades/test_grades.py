"""Grades: suggestions, each a list of reasons."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.grades import weigh
from reportedly.model import Decisions, Factor, Tie
from reportedly.origins import trace
from retold import Told, Voice, report, story

SERVICE = Voice("Ukrainian intelligence", "intelligence", "Ukrainian intelligence", "UA")
KREMLIN = Voice("Kremlin officials", "government", None, "RU", True)
MINISTRY = Voice("the Orsk Ministry of Roads", "government", "Orsk Ministry of Roads")
FERRYMAN = Voice("Anders Holm", "witness", "Anders Holm")
UNION = Voice("the Bakers Union", "organisation", "Bakers Union")
OFFICER = Voice("an officer", "anonymous", None, None, True)
SOURCES = Voice("sources", "unspecified")
REPORTS = Voice("reports", "unspecified")


def _grade(*reports):
    told = story(*reports)
    lineage = trace(told.documents, told.readings, told.gathering)
    (grade,) = weigh(told.documents, told.readings, told.gathering, lineage)
    return grade


def _said(voice, publisher="Vesk Courier", day=1, **fields):
    text = f"{publisher} news. The guards fled, {voice.words} said. It rained in {publisher}."
    return report(publisher, day, text, Told("The guards fled", voice, "said", **fields))


def test_without_an_origin_shown_nothing_can_be_judged():
    grade = _grade(_said(OFFICER), _said(SOURCES, "Radio Marn", 2))
    assert (grade.letter, grade.digit) == ("F", "6")
    assert grade.summary == "Rests only on unnamed sources."


def test_one_party_to_the_war_and_otherwise_nobody_with_a_name():
    war = (("Ukrainian troops", "UA"), ("Russian troops", "RU"))
    text = (
        "The guards fled, reports suggest. Yet independent sources, like Ukrainian intelligence, "
        "suggest that guards left. Kremlin officials dismissed the desertions."
    )
    independent = Voice("independent sources", "unspecified")
    grade = _grade(
        report(
            "Vesk Courier", 1, text,
            Told("The guards fled", REPORTS, "suggest", "suggest", "for", "PR+", actors=war),
            Told("guards left", SERVICE, "suggest", "suggest", "for", "PR+"),
            Told("that guards", independent, "suggest", "suggest", "for", "PR+"),
            Told("the desertions", KREMLIN, "dismissed", "dismiss", "against", "CT-"),
        )
    )  # fmt: skip
    assert grade.summary == (
        "Rests on one named body, an intelligence service of a party to the matter; "
        "otherwise only on unnamed reports and sources. Nobody shown is told to have seen it. "
        "Denied by unnamed officials of Russia."
    )
    assert [f.name for f in grade.factors if f.weight] == [
        "origins shown", "named", "access", "party", "reserve", "denied",
    ]  # fmt: skip


def test_a_one_needs_two_origins_and_no_denial():
    two = (_said(FERRYMAN), _said(UNION, "Radio Marn", 2))
    denial = _said(MINISTRY, "Lanta Wire", 3, stance="against", factuality="CT-")
    assert _grade(two[0]).digit == "3"
    assert _grade(*two).digit == "1"
    assert _grade(*two, denial).digit == "2"


def test_a_one_needs_two_reports_too():
    text = "The guards fled, Anders Holm said. Guards left their huts, the Bakers Union said."
    one_reporter = report(
        "Vesk Courier", 1, text,
        Told("The guards fled", FERRYMAN, "said"),
        Told("Guards left their huts", UNION, "said"),
    )  # fmt: skip
    assert _grade(one_reporter).digit == "2"


def test_no_summary_names_a_person():
    denied = _said(FERRYMAN, "Radio Marn", 2, stance="against", factuality="CT-")
    summary = _grade(_said(OFFICER), denied).summary
    assert summary == "Rests only on unnamed sources. Denied by a named person."


def test_whoever_only_denies_supports_nothing():
    grade = _grade(_said(MINISTRY, stance="against", factuality="CT-"))
    assert grade.digit == "6"
    assert grade.summary.startswith("Nobody here stands for it")


def test_silence_is_told():
    silent = _said(MINISTRY, "Radio Marn", 2, stance="silent", factuality="Uu")
    assert _grade(_said(OFFICER), silent).summary.endswith("Silent: a government authority.")


VOICES = st.sampled_from([SERVICE, MINISTRY, FERRYMAN, UNION, OFFICER, SOURCES, REPORTS])
STANCES = st.sampled_from(["for", "against"])
BODY = "The lamps along the quay at Orsk burned all night while bakers slept in their carts."


def _story(tellings, again=None):
    """Reports with nothing in common, and a copy of one of them where ``again`` says so."""
    reports = []
    numbers = [*range(len(tellings)), *([again] if again is not None else [])]
    for place, n in enumerate(numbers):
        voice, stance = tellings[n]
        words = f"The guards fled, {voice.words} said."
        own = " ".join(f"{letter}{n}word" for letter in "abcdefghijklmnop")
        factuality = "CT+" if stance == "for" else "CT-"
        told = Told("The guards fled", voice, "said", stance=stance, factuality=factuality)
        reports.append(report(f"Outlet{place} Post", place + 1, f"{own} {BODY[:0]} {words}", told))
    return reports


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(VOICES, STANCES), min_size=1, max_size=4), st.data())
def test_one_more_copy_never_raises_a_grade(tellings, data):
    again = data.draw(st.integers(0, len(tellings) - 1))
    before, after = _grade(*_story(tellings)), _grade(*_story(tellings, again))
    assert after.digit >= before.digit
    assert sum(f.weight for f in after.factors) <= sum(f.weight for f in before.factors)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(VOICES, STANCES), min_size=1, max_size=4), VOICES)
def test_one_more_denial_never_raises_a_grade(tellings, voice):
    before = _grade(*_story(tellings))
    after = _grade(*_story([*tellings, (voice, "against")]))
    assert after.digit >= before.digit
    assert sum(f.weight for f in after.factors) <= sum(f.weight for f in before.factors)


def test_a_body_that_publishes_its_own_denial_is_told_by_its_kind():
    quoted = _said(MINISTRY, "Radio Marn", 2, stance="against", factuality="CT-")
    told = Told("No guard fled", stance="against", factuality="CT-")
    own = report("Orsk Ministry of Roads", 3, "No guard fled.", told)
    summary = _grade(_said(OFFICER), quoted, own).summary
    assert summary == "Rests only on unnamed sources. Denied by a government authority."


def test_a_person_who_vouches_for_two_voices_gives_them_no_name_and_no_eyes():
    own = report("Radio Marn", 2, "The guards fled.", Told("The guards fled"))
    reports = _said(OFFICER), own
    ends = (r[1].statements[0].id for r in reports)
    reason = Factor("ruling", 0.0, "Ruling 1, by anna.")
    tie = Tie(1, "different", *ends, reason, ("an officer", "Radio Marn"))
    told = story(*reports)
    lineage = trace(told.documents, told.readings, told.gathering, Decisions(origins=(tie,)))
    (grade,) = weigh(told.documents, told.readings, told.gathering, lineage)
    assert lineage.ranges[0].at_least == 2
    assert not {f.name for f in grade.factors} & {"named", "first hand"}
