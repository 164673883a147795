"""Causes as stated in invented sentences."""

from dataclasses import dataclass

import pytest

import build
from build import spans
from reportedly import readings
from reportedly.model import Span, cut
from reportedly.readings.causes import causes
from reportedly.readings.clauses import repair
from reportedly.readings.found import Found
from reportedly.readings.parse import parse
from reportedly.readings.tagger import Related


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


@dataclass(frozen=True)
class Seen:
    """A text as a network might see it that finds these relations."""

    found: tuple[Related, ...]
    odds: float = 9.0

    def causal(self, sentence):
        return self.odds

    def relations(self, sentences):
        return [r for r in self.found if any(s.overlaps(r.cause) for s in sentences)]


def related(text, cause, effect, *, gain=2.0, layer=0):
    """The words ``cause`` and ``effect`` of ``text`` as a relation without a signal."""
    spans = (Span(text.index(part), text.index(part) + len(part)) for part in (cause, effect))
    return Related(*spans, (), gain, layer)


def told(text, *found, attributions=(), odds=9.0):
    document = build.document(text)
    seen = Seen(found, odds)
    made = causes(repair(parse(document)), document, attributions, seen)
    return [(cut(text, c.cause), cut(text, c.effect), cut(text, c.signal)) for c in made]


def test_what_happens_in_spite_of_something_is_held_back_by_it():
    text = "The ferry ran in spite of the flood."
    one = related(text, "the flood", "The ferry ran")
    one = Related(one.cause, one.effect, spans(text, "in spite of"), 2.0, 0)
    document = build.document(text)
    (made,) = causes(repair(parse(document)), document, (), Seen((one,)))
    assert (made.polarity, made.factuality) == ("prevents", "CT+")


def test_where_no_signal_stands_the_network_is_asked():
    text = "Shells hit the mill and two towns went hungry."
    one = related(text, "Shells hit the mill", "two towns went hungry")
    assert told(text, one) == [("Shells hit the mill", "two towns went hungry", "")]


def test_a_sentence_that_hardly_looks_causal_is_not_taken_for_one():
    text = "Shells hit the mill and two towns went hungry."
    one = related(text, "Shells hit the mill", "two towns went hungry")
    assert told(text, one, odds=-9.0) == []


def test_words_and_arcs_decide_where_the_network_is_unsure():
    """A demonstration "after" a death is what the corpus calls causal; a price is not."""
    plain = "The bread costs four crowns at the mill."
    grave = "Thousands protested on Monday after police killed a student."
    for text, parts, count in (
        (plain, ("The bread", "four crowns"), 0),
        (grave, ("police killed a student", "Thousands protested"), 1),
    ):
        assert len(told(text, related(text, *parts), odds=0.0)) == count


def test_words_in_the_middle_of_a_part_are_no_sign():
    text = "The mill burned and the two towns gave different reasons for it."
    one = related(text, "The mill burned", "the two towns gave different reasons for it")
    one = Related(one.cause, one.effect, spans(text, "gave different reasons"), 2.0, 0)
    assert told(text, one) == [
        ("The mill burned", "the two towns gave different reasons for it", "")
    ]


def test_where_a_signal_stands_the_network_is_not_asked():
    text = "The mill closed because the river froze."
    one = related(text, "The mill closed", "the river froze")
    assert told(text, one) == [("the river froze", "The mill closed", "because")]


@pytest.mark.parametrize(("gain", "count"), [(1.9, 2), (0.4, 2), (-1.0, 1)])
def test_a_second_relation_of_a_sentence_must_be_likelier_than_nothing(gain, count):
    text = "Shells hit the mill, the bakers fled and two towns went hungry."
    first = related(text, "Shells hit the mill", "the bakers fled")
    second = related(text, "the bakers fled", "two towns went hungry", gain=gain, layer=1)
    assert len(told(text, first, second)) == count


def test_a_cause_lies_within_what_its_voice_says():
    text = "The mayor said the flood ruined the mill."
    who, cue, content = (spans(text, part) for part in ("The mayor", "said", text[15:-1]))
    voices = readings.judged(build.document(text), [Found(who, cue, content, "gold")], "rules")
    one = related(text, "the flood", "ruined the mill.")
    assert told(text, one, attributions=voices) == [("the flood", "ruined the mill", "")]


@pytest.mark.parametrize(
    ("text", "polarity", "factuality"),
    [
        ("The flood led to a shortage of bread.", "causes", "CT+"),
        ("The flood could lead to a shortage of bread.", "causes", "PS+"),
        ("The flood did not lead to a shortage of bread.", "causes", "CT-"),
        ("The dam prevented a flood.", "prevents", "CT+"),
        ("The bridge enabled a retreat.", "enables", "CT+"),
        ("They left because they were not paid.", "causes", "CT+"),
        ("They did not leave because of the rain.", "causes", "CT+"),
        ("They left, not because of the rain.", "causes", "CT-"),
        ("The rain was not the cause of the flood.", "causes", "CT-"),
    ],
)
def test_a_cause_tells_what_it_does_and_how_sure_that_is(text, polarity, factuality):
    document = build.document(text)
    (one,) = causes(repair(parse(document)), document, ())
    assert (one.polarity, one.factuality) == (polarity, factuality)
