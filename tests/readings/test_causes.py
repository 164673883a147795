"""Causes as stated in invented sentences."""

import pytest

import build
from reportedly.model import cut
from reportedly.readings.causes import causes
from reportedly.readings.clauses import repair
from reportedly.readings.parse import parse


def stated(text, *attributions):
    document = build.document(text)
    return [
        (cut(text, c.cause), cut(text, c.effect), cut(text, c.signal))
        for c in causes(repair(parse(document)), document, attributions)
    ]


@pytest.mark.parametrize(
    ("text", "cause", "effect", "signal"),
    [
        ("The flood led to a shortage of bread.", "The flood", "a shortage of bread", "led to"),
        ("The mill closed because the river froze.", "the river froze", "The mill closed",
         "because"),
        ("The bridge fell due to rust.", "rust", "The bridge fell", "due to"),
        ("The panic was caused by a rumour.", "a rumour", "The panic", "caused by"),
        ("The decree sparked protests.", "The decree", "protests", "sparked"),
        ("The fire resulted from a leak.", "a leak", "The fire", "resulted from"),
        ("The raid drew condemnation.", "The raid", "condemnation", "drew"),
        ("The guards shot a boy, which prompted an outcry.", "The guards shot a boy",
         "an outcry", "prompted"),
        ("The mill stayed shut, owing to the frost.", "the frost", "The mill stayed shut",
         "owing to"),
        ("Owing to the frost, the mill stayed shut.", "the frost", "the mill stayed shut",
         "Owing to"),
        ("The bridge fell, and as a result both towns lack bread.", "The bridge fell",
         "both towns lack bread", "as a result"),
        ("The bridge fell; as a result, no bread reached Brenn.", "The bridge fell",
         "no bread reached Brenn", "as a result"),
        ("The bridge fell, so the mill closed.", "The bridge fell", "the mill closed", "so"),
        ("The loss of the depot makes matters worse, since fuel must now come by road.",
         "fuel must now come by road", "The loss of the depot makes matters worse", "since"),
        ("Since fuel is scarce, the buses run late.", "fuel is scarce", "the buses run late",
         "Since"),
        ("The mill closed early, since the river froze.", "the river froze",
         "The mill closed early", "since"),
        ("The unit had to leave its barracks because the roof leaked.", "the roof leaked",
         "The unit had to leave its barracks", "because"),
        ("The mill closed thanks to a strike.", "a strike", "The mill closed", "thanks to"),
    ],
)  # fmt: skip
def test_signals_tell_cause_from_effect(text, cause, effect, signal):
    """Each signal has its own direction."""
    assert (cause, effect, signal) in stated(text)


def test_a_verb_that_takes_any_object_is_a_cause_only_of_some():
    """Drawing a line causes nothing."""
    assert stated("The envoy drew a map.") == []


def test_no_signal_gives_no_cause():
    """Two clauses side by side are not cause and effect."""
    assert stated("The mill closed and the river froze.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The mill has been closed since March.",
        "The mill has been closed since the river froze.",
        "Since the war began, the mill has been closed.",
        "Since Sunday, thirty soldiers have left Brenn.",
        "The mayor has been silent so far.",
        "The gulls followed in the wake of the ship.",
    ],
)
def test_words_of_time_and_place_are_no_causes(text):
    """What only comes later or behind is not caused."""
    assert stated(text) == []
