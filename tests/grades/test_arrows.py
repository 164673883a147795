"""How strongly an arrow pulls, and what changes it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import spans
from newsroom import report
from reportedly import pipeline


def told(n, signal="led to", polarity="causes", factuality="CT+", text=None, voice=""):
    """One report that says so; ``voice``: on whose word."""
    who = f"{voice}, a miller," if voice else "it"
    body = text or f"Hunger {signal} the revolt, {who} said on day {n}."
    made = report(body, f"Outlet {n}", f"2031-05-{n + 1:02}")
    by = None
    if voice:
        of = {"kind": "person", "name": voice, "role": spans(body, "a miller")}
        by = made.said(voice, "said", f"Hunger {signal} the revolt", "revolt", of=of)
    made.led("Hunger", signal, "the revolt", polarity, factuality, by)
    return made


def weights(*reports):
    case = pipeline.compare([r.document for r in reports], [r.reading for r in reports])
    return {
        (arrow.polarity, arrow.stance): weight
        for arrow, weight in zip(case.gathering.arrows, case.weights, strict=True)
    }


def held(*reports):
    return weights(*reports)["causes", "for"]


def test_a_weight_lies_in_its_band_and_says_why():
    """Its words, how sure it is, and how many origins say so."""
    weight = held(told(0))
    assert -1 < weight.low < weight.value < weight.high < 1
    assert [f.name for f in weight.factors] == ["signal", "certainty", "origins"]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ({"signal": "caused"}, {"signal": "led to"}),
        ({"signal": "led to"}, {"signal": "added to"}),
        ({"factuality": "CT+"}, {"factuality": "PR+"}),
        ({"factuality": "PR+"}, {"factuality": "PS+"}),
    ],
)
def test_stronger_words_and_a_surer_voice_pull_more(more, less):
    """At both ends of the band."""
    strong, weak = held(told(0, **more)), held(told(0, **less))
    assert strong.low > weak.low
    assert strong.high > weak.high


def test_what_enables_pulls_less_than_what_causes_and_what_prevents_pulls_back():
    """The sign is the arrow's."""
    enables = weights(told(0, polarity="enables"))["enables", "for"]
    prevents = weights(told(0, polarity="prevents"))["prevents", "for"]
    causes = held(told(0))
    assert 0 < enables.value < causes.value
    assert (prevents.low, prevents.high) == (-causes.high, -causes.low)


def test_a_second_named_voice_pulls_more_and_the_same_voice_again_does_not():
    """Reports are no origins."""
    one = held(told(0, voice="Ana Brel"))
    again = held(*(told(n, voice="Ana Brel") for n in range(3)))
    two = held(told(0, voice="Ana Brel"), told(1, voice="Jon Tarr"))
    assert again.low == one.low
    assert again.high == one.high
    assert two.low > one.low


def test_a_denial_lowers_the_lower_end_only():
    """Whoever denies may be right, or not."""
    alone = held(told(0))
    disputed = weights(told(0), told(1, factuality="CT-", voice="Ana Brel"))
    assert 0 < disputed["causes", "for"].low < alone.low
    assert disputed["causes", "for"].high == alone.high
    assert disputed["causes", "against"].value == 0
    assert "denial" in {f.name for f in disputed["causes", "for"].factors}


def test_what_is_left_open_counts_at_the_upper_end_only():
    """Nobody commits to it."""
    weight = weights(told(0, factuality="Uu"))["causes", "observing"]
    assert weight.low == 0 < weight.high


@given(st.integers(1, 4), st.sampled_from(["CT+", "PR+", "PS+"]), st.sampled_from(["CT-", "PR-"]))
@settings(deadline=None, max_examples=15)
def test_copies_of_a_report_or_of_a_denial_change_no_weight(copies, sure, no):
    """Word for word the same, in other outlets."""
    text = (
        "Hunger led to the revolt, people in the hills of Orrin said on the day after the mills "
        "closed and the council of Lund had left for the coast with its papers and its seal."
    )
    denial = text.replace("led to", "had no part in")
    one, not_so = told(0, factuality=sure, text=text), report(denial, "Hale Post", "2031-05-09")
    not_so.led("Hunger", "had no part in", "the revolt", "causes", no)
    more = [told(n, factuality=sure, text=text) for n in range(1, copies + 1)]
    before, after = weights(one, not_so), weights(one, not_so, *more)
    assert (before["causes", "for"].low, before["causes", "for"].high) == (
        after["causes", "for"].low, after["causes", "for"].high
    )  # fmt: skip
