"""What was lost or moved between two reports."""

from reportedly.model import cut
from reportedly.origins import trace
from retold import Told, Voice, report, story

OFFICERS = Voice("two officers", "anonymous", None, None, True)
WIRE = Voice("the Lanta Wire", "media", "Lanta Wire")
REPORTS = Voice("reports", "unspecified")

UP_TO = ("Up to 30", None, None, 30.0)
FLAT = ("30", 30.0, 30.0, 30.0)


def _drift(first, second):
    told = story(first, second)
    texts = {d.id: d.text for d in told.documents}
    lineage = trace(told.documents, told.readings, told.gathering)
    return {
        d.kind: (
            cut(texts[d.before.document], d.before.spans),
            cut(texts[d.after.document], d.after.spans),
        )
        for d in lineage.drifts
    }


def _first(text="Up to 30 guards may have fled, two officers said.", **fields):
    given = {"factuality": "PS+", "number": UP_TO, **fields}
    words = "Up to 30 guards may have fled"
    return report("Lanta Wire", 1, text, Told(words, OFFICERS, "said", **given))


def test_a_faithful_repeat_has_no_drift():
    second = report(
        "Vesk Courier", 2, "Up to 30 guards may have fled, two officers told the Lanta Wire.",
        Told("Up to 30 guards may have fled", OFFICERS, "told", factuality="PS+", number=UP_TO),
    )  # fmt: skip
    assert _drift(_first(), second) == {}


def test_a_flat_repeat_loses_its_speaker_its_hedge_and_its_bound():
    text = "30 guards have fled. Source: Lanta Wire"
    second = report("Vesk Courier", 2, text, Told("30 guards have fled", number=FLAT))
    assert _drift(_first(), second) == {
        "hedge": ("said", "30 guards have fled"),
        "attribution": ("two officers said", "30 guards have fled"),
        "number": ("Up to 30", "30"),
    }


def test_an_outlet_in_the_place_of_its_source_is_a_lost_source():
    text = "Up to 30 guards may have fled, according to the Lanta Wire."
    told = Told(
        "Up to 30 guards may have fled", WIRE, "according to", factuality="PS+", number=UP_TO
    )
    assert _drift(_first(), report("Vesk Courier", 2, text, told)) == {
        "source": ("two officers", "the Lanta Wire")
    }


def test_a_cue_that_suggests_becomes_one_that_states():
    first = report(
        "Lanta Wire", 1, "Some reports suggest the guards fled.",
        Told("the guards fled", REPORTS, "suggest", act="suggest", factuality="PR+"),
    )  # fmt: skip
    second = report(
        "Vesk Courier", 2, "Many reports confirm the guards fled. Source: Lanta Wire",
        Told("the guards fled", REPORTS, "confirm", act="confirm"),
    )  # fmt: skip
    assert _drift(first, second) == {"certainty": ("suggest", "confirm")}


def test_a_new_named_voice_with_a_number_of_its_own_is_news_and_no_drift():
    holm = Voice("Anders Holm", "witness", "Anders Holm")
    text = "40 guards fled, Anders Holm said. The Lanta Wire reported it first."
    told = Told("40 guards fled", holm, "said", number=("40", 40.0, 40.0, 40.0))
    assert _drift(_first(), report("Vesk Courier", 2, text, told)) == {}


def test_a_part_that_becomes_the_whole_is_a_drift_of_scope():
    first = report("Lanta Wire", 1, "Some guards fled.", Told("Some guards fled"))
    second = report(
        "Vesk Courier", 2, "All guards fled. Source: Lanta Wire", Told("All guards fled")
    )
    assert _drift(first, second) == {"scope": ("Some", "All")}


def test_reports_without_a_link_have_no_drift():
    second = report("Vesk Courier", 2, "30 guards have fled.", Told("30 guards have fled"))
    assert _drift(_first(), second) == {}
