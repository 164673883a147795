"""What was lost or moved between two reports."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Evidence, Factor, Span, cut
from reportedly.origins import trace
from retold import Told, Voice, drifted, report, story

OFFICERS = Voice("two officers", "anonymous", None, None, True)
WIRE = Voice("the Lanta Wire", "media", "Lanta Wire")
REPORTS = Voice("reports", "unspecified")

UP_TO = ("Up to 30", None, None, 30.0)
FLAT = ("30", 30.0, 30.0, 30.0)


def _first(text="Up to 30 guards may have fled, two officers said.", **fields):
    given = {"factuality": "PS+", "number": UP_TO, **fields}
    words = "Up to 30 guards may have fled"
    return report("Lanta Wire", 1, text, Told(words, OFFICERS, "said", **given))


def test_a_faithful_repeat_has_no_drift():
    second = report(
        "Vesk Courier", 2, "Up to 30 guards may have fled, two officers told the Lanta Wire.",
        Told("Up to 30 guards may have fled", OFFICERS, "told", factuality="PS+", number=UP_TO),
    )  # fmt: skip
    assert drifted(_first(), second) == {}


def test_a_flat_repeat_loses_its_speaker_its_hedge_and_its_bound():
    text = "30 guards have fled. Source: Lanta Wire"
    second = report("Vesk Courier", 2, text, Told("30 guards have fled", number=FLAT))
    assert drifted(_first(), second) == {
        "hedge": ("said", "30 guards have fled"),
        "attribution": ("two officers said", "30 guards have fled"),
        "number": ("Up to 30", "30"),
    }


def test_an_outlet_in_the_place_of_its_source_is_a_lost_source():
    text = "Up to 30 guards may have fled, according to the Lanta Wire."
    told = Told(
        "Up to 30 guards may have fled", WIRE, "according to", factuality="PS+", number=UP_TO
    )
    assert drifted(_first(), report("Vesk Courier", 2, text, told)) == {
        "source": ("two officers", "the Lanta Wire")
    }


def test_a_cue_that_suggests_becomes_one_that_states_or_an_outlets_word_which_is_no_surer():
    first = report(
        "Lanta Wire", 1, "Some reports suggest the guards fled.",
        Told("the guards fled", REPORTS, "suggest", act="suggest", factuality="PR+"),
    )  # fmt: skip
    surer = report(
        "Vesk Courier", 2, "Many reports confirm the guards fled. Source: Lanta Wire",
        Told("the guards fled", REPORTS, "confirm", act="confirm"),
    )  # fmt: skip
    assert drifted(first, surer) == {"certainty": ("suggest", "confirm")}
    outlets = report(
        "Vesk Courier", 2, "The guards fled, according to the Lanta Wire.",
        Told("The guards fled", WIRE, "according to"),
    )  # fmt: skip
    assert "certainty" not in drifted(first, outlets)


def test_a_plan_upstream_makes_nobody_surer():
    words = "the guards will flee"
    text = f"Two officers said {words}."
    voice = replace(OFFICERS, words="Two officers")
    first = report("Lanta Wire", 1, text, Told(words, voice, "said", factuality="PR+"))
    text = "Two officers told the Lanta Wire that the guards fled."
    second = report("Vesk Courier", 2, text, Told("the guards fled", voice, "told"))
    assert "certainty" not in drifted(_in_future(first), second)


def _in_future(made):
    held, reading, told = made
    planned = tuple(replace(s, mode="future") for s in reading.statements)
    return held, replace(reading, statements=planned), told


def test_a_new_named_voice_with_a_number_of_its_own_is_news_and_no_drift():
    holm = Voice("Anders Holm", "witness", "Anders Holm")
    text = "40 guards fled, Anders Holm said. The Lanta Wire reported it first."
    told = Told("40 guards fled", holm, "said", number=("40", 40.0, 40.0, 40.0))
    assert drifted(_first(), report("Vesk Courier", 2, text, told)) == {}


def test_reports_without_a_link_have_no_drift():
    second = report("Vesk Courier", 2, "30 guards have fled.", Told("30 guards have fled"))
    assert drifted(_first(), second) == {}


def _planned(text, words, **fields):
    """A report whose statement has yet to come."""
    held, reading, told = report("Lanta Wire", 1, text, Told(words, **fields))
    statements = tuple(replace(s, mode="future") for s in reading.statements)
    return held, replace(reading, statements=statements), told


DONE = report("Vesk Courier", 2, "The guards left. Source: Lanta Wire", Told("The guards left"))


def test_what_is_yet_to_come_and_then_has_happened_is_a_drift_of_tense():
    first = _planned("The guards will leave.", "The guards will leave")
    assert drifted(first, DONE) == {"tense": ("The guards will leave", "The guards left")}


def test_what_has_happened_upstream_or_is_yet_to_come_in_both_has_no_drift_of_tense():
    first = report("Lanta Wire", 1, "The guards went.", Told("The guards went"))
    assert drifted(first, DONE) == {}
    first = _planned("The guards will leave.", "The guards will leave")
    document, reading, told = DONE
    plan = tuple(replace(s, mode="future") for s in reading.statements)
    assert drifted(first, (document, replace(reading, statements=plan), told)) == {}


def test_what_may_have_happened_is_no_drift_of_tense():
    first = _planned("The guards will leave.", "The guards will leave")
    second = report(
        "Vesk Courier", 2, "The guards may have left. Source: Lanta Wire",
        Told("The guards may have left", factuality="PS+"),
    )  # fmt: skip
    assert "tense" not in drifted(first, second)


def test_one_statement_upstream_that_it_has_happened_is_enough():
    document, reading, told = report(
        "Lanta Wire", 1, "The guards will leave. The guards went.",
        Told("The guards will leave"), Told("The guards went"),
    )  # fmt: skip
    plan, done = reading.statements
    both = replace(reading, statements=(replace(plan, mode="future"), done))
    assert drifted((document, both, told), DONE) == {}


def test_a_plan_is_no_hedge():
    first = _planned("The guards plan to leave.", "The guards plan to leave", factuality="PR+")
    assert set(drifted(first, DONE)) == {"tense"}
    first = report(
        "Lanta Wire", 1, "The guards may leave.", Told("The guards may leave", factuality="PR+")
    )
    assert set(drifted(first, DONE)) == {"hedge"}


LINK = "At the quay, the Lanta Wire reported, guards burned lamps."
TALES = " ".join(f"Clerk tale {n} was of a goat." for n in range(4))


def _far(text, *others):
    """The drift from the first report to ``text``, where another report is upstream as well."""
    told = Told("30 guards have fled", number=FLAT)
    more = report("Radio Marn", 1, "A goat was found.", Told("A goat was found", claim="goat"))
    lower = report("Vesk Courier", 2, text, told, *others)
    return _kinds(_first(), more, lower)


def _kinds(*reports):
    told = story(*reports)
    return {d.kind for d in trace(told.documents, told.readings, told.gathering).drifts}


GOAT = Told("A goat was found", claim="goat")


def test_drift_is_found_where_the_link_reaches_the_claim():
    marn = "A goat was found, Radio Marn reported."
    near = f"The Lanta Wire reported this. 30 guards have fled. {TALES} {marn}"
    assert _far(near, GOAT) == {"hedge", "attribution", "number"}


def test_no_drift_is_found_where_the_link_is_for_something_else():
    marn = "A goat was found, Radio Marn reported."
    assert _far(f"{LINK} {TALES} 30 guards have fled. {TALES} {marn}", GOAT) == set()


def test_the_only_upstream_of_a_report_reaches_all_of_it():
    assert _far(f"{LINK} {TALES} 30 guards have fled.") == {"hedge", "attribution", "number"}


@pytest.mark.parametrize("line", ["\n\n(Lanta Wire)", "\n\nWith reporting by the Lanta Wire"])
def test_a_credit_for_the_whole_report_reaches_all_of_it(line):
    marn = "A goat was found, Radio Marn reported."
    assert _far(f"30 guards have fled. {TALES} {marn}{line}", GOAT) >= {"hedge", "number"}


COPIED = (
    "Lamps burned along the quay at Orsk until the bakers went home and the fog hid every crane."
)


def test_copied_words_reach_the_sentence_they_stand_in_and_no_other():
    upper = report(
        "Lanta Wire", 1, f"{COPIED[:-1]}, it may be. Guards may flee.",
        Told("Guards may flee", factuality="PS+"),
        Told("Lamps burned", factuality="PS+", claim="lamps"),
    )  # fmt: skip
    more = report("Radio Marn", 1, "A goat was found.", Told("A goat was found", claim="goat"))
    text = f"{COPIED} Every crew fled. {TALES} A goat was found, Radio Marn reported."

    def drifted(*said):
        return _kinds(upper, more, report("Vesk Courier", 2, text, *said, GOAT))

    assert drifted(Told("crew fled")) == set()
    assert drifted(Told("Lamps burned", claim="lamps")) == {"hedge"}


def test_where_the_sentence_names_an_outlet_the_source_is_lost_and_the_attribution_is_not():
    text = "Readers of the Lanta Wire knew that 30 guards have fled."
    second = report("Vesk Courier", 2, text, Told("30 guards have fled", number=FLAT))
    assert set(drifted(_first(), second)) == {"hedge", "number", "source"}
    text = "Readers knew that 30 guards have fled. Source: Lanta Wire"
    second = report("Vesk Courier", 2, text, Told("30 guards have fled", number=FLAT))
    assert set(drifted(_first(), second)) == {"hedge", "number", "attribution"}


def test_no_source_is_lost_that_is_called_by_the_first_words_of_its_description():
    clerk = Voice("a clerk at the port who fears for her post", "anonymous", None, None, True)
    words = "The guards have fled"
    first = report("Lanta Wire", 1, f"{words}, {clerk.words} said.", Told(words, clerk, "said"))

    def second(who):
        text = f"{words}: thus {who}, in conversation with the Lanta Wire."
        return report("Vesk Courier", 2, text, Told(words, WIRE, "thus"))

    assert drifted(first, second("a clerk")) == {}
    assert list(drifted(first, second("it stands"))) == ["source"]


def test_a_voice_that_is_not_sure_itself_is_made_sure_and_loses_no_hedge_of_the_report():
    words, officers = "the guards have fled", replace(OFFICERS, words="Two officers")
    told = Told(words, officers, "had heard", factuality="PR+", doubted=True)
    first = report("Lanta Wire", 1, f"Two officers had heard that {words}.", told)
    text = f"Two officers told the Lanta Wire that {words}."
    second = report("Vesk Courier", 2, text, Told(words, officers, "told"))
    assert list(drifted(first, second)) == ["certainty"]


def test_no_source_is_lost_whose_description_stands_in_the_sentence():
    text = "For two officers it is clear that 30 guards have fled. Source: Lanta Wire"
    second = report("Vesk Courier", 2, text, Told("30 guards have fled", number=FLAT))
    assert set(drifted(_first(), second)) == {"hedge", "number"}


def _counted(first, second, one, other):
    told = [
        report("Lanta Wire", 1, f"{first}.", Told(first, number=one[:4])),
        report("Vesk Courier", 2, f"{second}. Source: Lanta Wire", Told(second, number=other[:4])),
    ]
    units = iter((one[-1], other[-1]))

    def renamed(reading):
        unit = next(units)
        held = [replace(s, quantity=replace(s.quantity, unit=unit)) for s in reading.statements]
        return replace(reading, statements=tuple(held))

    return drifted(*((d, renamed(r), s) for d, r, s in told))


def _many(count, unit):
    return (str(count), float(count), float(count), float(count), unit)


def test_the_only_number_of_both_is_of_one_thing_whatever_it_is_called():
    first, second = "30 pupils fell ill", "40 children fell ill"
    found = _counted(first, second, _many(30, "pupil"), _many(40, "children"))
    assert found["number"] == ("30", "40")


def test_a_number_that_the_upstream_prints_under_any_name_has_not_moved():
    first = "30 pupils fell ill and 12 teachers slept"
    reports = [
        report("Lanta Wire", 1, f"{first}.",
               Told("30 pupils fell ill", number=_many(30, "pupil")[:4]),
               Told("12 teachers slept", number=_many(12, "pupil")[:4])),
        report("Vesk Courier", 2, "12 teachers slept. Source: Lanta Wire",
               Told("12 teachers slept", number=_many(12, "pupil")[:4])),
    ]  # fmt: skip
    assert "number" not in drifted(*reports)


def test_what_is_measured_is_not_compared_with_what_is_counted():
    first, second = "30 pupils walked home", "They walked 40 kilometres home"
    found = _counted(first, second, _many(30, "pupil"), _many(40, "kilometre"))
    assert "number" not in found


def test_an_outlet_named_in_a_dateline_is_not_whose_word_it_is():
    line = "TOLVEK, May 2 (Lanta Wire) - "
    text = f"{line}Up to 30 guards have fled."
    second = report("Vesk Courier", 2, text, Told("Up to 30 guards have fled", number=UP_TO))
    assert "attribution" in drifted(_first(), second)


VOICES = st.sampled_from(
    [None, OFFICERS, WIRE, REPORTS, Voice("Anders Holm", "witness", "Anders Holm")]
)
SURE = st.sampled_from(["CT+", "PR+", "PS+"])
NUMBERS = st.sampled_from(["30 guards", "Up to 40 guards", "Some guards", "All guards", "Guards"])
FOOTS = st.sampled_from(["", " Source: Lanta Wire", " «Read", "\n\n(Lanta Wire)"])
LINES = st.tuples(NUMBERS, VOICES, SURE, st.sampled_from(["actual", "future"]), FOOTS)


def _line(outlet, day, who, voice, sure, mode, foot):
    words = f"{who} fled"
    text = f"{words}, {voice.words} said.{foot}" if voice else f"{words}.{foot}"
    number = None
    if any(letter.isdigit() for letter in who):
        printed = who.removesuffix(" guards")
        count = float(printed.split()[-1])
        number = (printed, None if "Up" in who else count, None if "Up" in who else count, count)
    told = Told(words, voice, "said" if voice else None, factuality=sure, number=number)
    held, reading, said = report(outlet, day, text, told)
    return (
        held,
        replace(reading, statements=tuple(replace(s, mode=mode) for s in reading.statements)),
        said,
    )


@settings(max_examples=150, deadline=None)
@given(LINES, LINES)
def test_every_drift_shows_words_of_both_reports_and_none_is_found_twice(one, other):
    upper, lower = _line("Lanta Wire", 1, *one), _line("Vesk Courier", 2, *other)
    told = story(upper, lower)
    lineage = trace(told.documents, told.readings, told.gathering)
    texts = {d.id: d.text for d in told.documents}
    for drift in lineage.drifts:
        assert drift.before.document == upper[0].id
        assert drift.after.document == lower[0].id
        assert cut(texts[upper[0].id], drift.before.spans)
        assert cut(texts[lower[0].id], drift.after.spans)
    kinds = [d.kind for d in lineage.drifts]
    assert len(kinds) == len(set(kinds))
    assert {"certainty", "hedge"} - set(kinds)


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_what_is_told_just_as_upstream_has_no_drift(line):
    who, voice, sure, mode, _ = line
    upper = _line("Lanta Wire", 1, who, voice, sure, mode, "")
    lower = _line("Vesk Courier", 2, who, voice, sure, mode, " Source: Lanta Wire")
    assert drifted(upper, lower) == {}


def _marked(word):
    """The drift from a possible statement whose reserve ``word`` shows, to a certain one."""
    text = "Thirty guards perhaps fled Orsk."
    told = Told("Thirty guards perhaps fled Orsk", factuality="PS+")
    document, reading, given = report("Lanta Wire", 1, text, told)
    where = {w: Span(text.index(w), text.index(w) + len(w)) for w in ("perhaps", "fled")}
    marks = (Factor("mark", 1.0, "", (Evidence(document.id, (where[word],)),)),)
    statement = replace(reading.statements[0], predicate=where["fled"], reasons=marks)
    first = document, replace(reading, statements=(statement,)), given
    second = report("Vesk Courier", 2, "Guards fled Orsk. Source: Lanta Wire", Told("Guards fled"))
    return _kinds(first, second)


def test_a_reserve_that_only_the_verb_itself_shows_is_not_lost():
    assert "hedge" in _marked("perhaps")
    assert "hedge" not in _marked("fled")


LOST = "Guards fled the bridge at Orsk on Monday, according to the Lanta Wire."


def _of_the_wire(*texts, told):
    """Drift where the outlet had several reports that a credit may mean."""
    first = [report("Lanta Wire", day, text, said, id=f"w{day}")
             for day, (text, said) in enumerate(zip(texts, told, strict=True), 1)]  # fmt: skip
    words = "Guards fled the bridge at Orsk on Monday"
    return _kinds(*first, report("Vesk Courier", 9, LOST, Told(words, WIRE, "according to")))


def test_a_source_is_lost_from_the_report_that_is_meant_whatever_others_have():
    text, words = "Guards fled the bridge at Orsk on Monday, two officers said.", LOST[:40]
    named = Told(words, OFFICERS, "said")
    assert _of_the_wire(text, text, told=(named, named)) == {"source"}
    bare = "Guards fled the bridge at Orsk on Monday in rain.", Told(words)
    assert _of_the_wire(bare[0], text, told=(bare[1], named)) == {"source"}


def test_a_voice_that_the_sentence_upstream_names_is_handed_on_however_it_was_read():
    holm = Voice("Anders Holm", "person", "Anders Holm")
    text = "30 guards fled, Anders Holm was quoted as saying by the Orsk Echo."
    first = report("Lanta Wire", 1, text, Told("30 guards fled", number=FLAT))
    text = "40 guards fled, Anders Holm told the Lanta Wire."
    forty = ("40", 40.0, 40.0, 40.0)
    second = report("Vesk Courier", 2, text, Told("40 guards fled", holm, "told", number=forty))
    assert drifted(first, second) == {"number": ("30", "40")}
