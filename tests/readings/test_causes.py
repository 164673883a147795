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
