"""What the tagger finds and what the rules find, put together, and the mark where they agree."""

from dataclasses import replace

import pytest

from build import document
from reportedly import readings
from reportedly.model import Span, cut
from reportedly.readings.found import Found
from reportedly.readings.learned import _owned, _without_shreds
from reportedly.readings.parse import parse


def test_what_both_find_is_marked_and_says_so():
    text = "The harbour ministry said two ferries had sunk."
    found = readings.read(document(text)).attributions
    assert [a.agreed for a in found] == [True]
    assert "agreed" in [factor.name for factor in found[0].reasons]


def test_a_silence_that_only_the_rules_find_is_kept():
    text = "The Varo ministry remained tight-lipped about the desertions on Friday."
    (silent,) = readings.read(document(text)).attributions
    assert silent.stance == "silent"
    assert text[silent.source.spans[0].start : silent.source.spans[0].end] == "The Varo ministry"


def test_a_cue_without_a_source_takes_the_subject_that_the_rules_find():
    found = Found((), (Span(60, 64),), (Span(70, 90),), "tagger")
    others = [
        Found((Span(0, 9),), (Span(10, 14),), (Span(15, 40),), "clause"),
        Found((Span(0, 9),), (Span(60, 64),), (Span(72, 90),), "clause"),
    ]
    assert _owned(found, others).source == (Span(0, 9),)
    assert _owned(found, others[:1]).source == ()


def test_a_refusal_that_the_tagger_misses_is_read_by_the_rules():
    """Who could not be reached, or draws back, is told of though no word of saying stands there."""
    text = "The author could not be reached. The youth wing distanced itself from the attack."
    cues = {cut(text, a.cue): a for a in readings.read(document(text)).attributions}
    assert cues["could not be reached"].stance == "silent"
    assert cues["distanced itself from"].denial == "responsibility"


def test_what_somebody_is_believed_to_have_done_belongs_to_him():
    (found,) = readings.read(document("The general is believed to have resigned.")).attributions
    text = "The general is believed to have resigned."
    assert cut(text, found.cue) == "is believed"
    assert cut(text, found.content).startswith("The general")
    assert found.source is None or not found.source.spans


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Calls to the garrison went unanswered on Sunday night.", "the garrison"),
        ("Emails to the foundation about the grant went unanswered.", "the foundation"),
        ("The harbour bank had no comment.", "The harbour bank"),
        ("Calls to the mayor's office were not returned.", "the mayor's office"),
        ("Messages left for the abbess went unanswered.", "the abbess"),
        ("Letters sent to the diocese received no reply.", "the diocese"),
        ("Calls to the harbour bank were not picked up.", "the harbour bank"),
        ("Attempts to reach the pilot failed.", "the pilot"),
        ("Efforts to contact the sect were unsuccessful.", "the sect"),
        ("The miners' lawyer could not immediately be contacted.", "The miners' lawyer"),
        ("The duchess walked past reporters without a word.", "The duchess"),
    ],
)
def test_who_keeps_silent_is_found_without_a_word_of_saying(text, who):
    silent = [a for a in readings.read(document(text)).attributions if a.stance == "silent"]
    assert [cut(text, a.source.spans) for a in silent] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Pupils left for the school without a word.",
        "Attempts to reach the summit failed, and the pilot turned back.",
        "A parcel left with the guard received no stamp.",
        "The garrison refused to fly over the strait.",
    ],
)
def test_a_deed_without_words_is_no_silence(text):
    found = readings.read(document(text)).attributions
    assert not [a for a in found if a.stance == "silent"]


def test_who_pulls_his_own_report_takes_it_back():
    text = "The agency pulled its bulletin on the plane crash."
    (found,) = readings.read(document(text)).attributions
    assert (found.denial, cut(text, found.source.spans)) == ("retraction", "The agency")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Reports of a mutiny were dismissed as fabrications by the admiralty.", "the admiralty"),
        ("The toll was rejected as inflated by the governor of Ilm.", "the governor of Ilm"),
    ],
)
def test_a_denial_in_the_passive_is_the_agents(text, who):
    told = [a for a in readings.read(document(text)).attributions if a.stance == "against"]
    assert [cut(text, a.source.spans) for a in told] == [who]
    assert told[0].denial in {"whole", "number"}


def test_a_credit_line_takes_no_content_from_who_says_it():
    """Below a report "Adapted from a report by the Post." names whose it is, not who said it."""
    said = "In a talk with the Marsh Gazette, four shepherds said that the ferry sank off Norrin."
    text = f"{said}\n\nAdapted from a report by the Norrin Post."
    found = readings.read(document(text))
    at = {a.id: a for a in found.attributions}
    (sank,) = (s for s in found.statements if cut(text, (s.predicate,)) == "sank")
    voice = at[sank.attribution]
    assert cut(text, voice.source.spans) == "four shepherds"


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "The ferry sank before dawn, Ilse Daren, the harbour master of Esk, told reporters.",
            "Ilse Daren, the harbour master of Esk",
            "The ferry sank before dawn",
        ),
        (
            "The army closed the road to Esk, Daren, its chief engineer, told the Marsh Gazette.",
            "Daren, its chief engineer",
            "The army closed the road to Esk",
        ),
        (
            "Forty men left the garrison at Esk, Norrin and Tull, the ministry said.",
            "the ministry",
            "Forty men left the garrison at Esk, Norrin and Tull",
        ),
    ],
)
def test_a_name_before_what_somebody_is_belongs_to_the_source(text, who, what):
    (found,) = readings.read(document(text)).attributions
    assert cut(text, found.source.spans) == who
    assert cut(text, found.content) == what


def test_who_breaks_silence_is_not_silent():
    text = "Two officers broke the silence in a letter to the Post: “The army closed the road.”"
    (found,) = readings.read(document(text)).attributions
    assert (found.stance, found.act) == ("for", "say")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Norrin Post has approached the ministry for comment.", "the ministry"),
        ("The Tolvek Water Board has been asked for comment.", "The Tolvek Water Board"),
        ("We asked the port for a response and will update this page.", "the port"),
    ],
)
def test_who_was_asked_and_has_not_answered_is_silent_and_not_who_asks(text: str, who: str):
    (found,) = readings.read(document(text)).attributions
    assert found.source is not None
    assert (cut(text, found.source.spans), found.stance) == (who, "silent")


def test_who_was_asked_and_answered_is_not_silent():
    text = "Asked for comment, the ministry said the road was open."
    assert [a.stance for a in readings.read(document(text)).attributions] == ["for"]


def test_what_a_source_asks_for_is_no_part_of_what_it_says():
    text = (
        "The army closed the road to Esk, Tolvek Radio said. It credited the information to a "
        "clerk at the land registry who asked not to be named."
    )
    told = [cut(text, a.content) for a in readings.read(document(text)).attributions]
    assert told == ["The army closed the road to Esk"] * 2


def test_the_beginning_of_another_sentence_is_no_part_of_what_is_said():
    text = "The police arrived. Nine were hurt, a doctor said."
    one = Found((Span(36, 44),), (Span(45, 49),), (Span(0, 10), Span(20, 34)), "tagger")
    held = document(text)
    assert _without_shreds(one, parse(held), held).content == (Span(20, 34),)
    whole = replace(one, content=(Span(0, 18), Span(20, 34)))
    assert _without_shreds(whole, parse(held), held) == whole


def test_a_deed_that_was_not_done_is_nobodys_blame():
    for mark in "'’":
        text = f"The rebels didn{mark}t attack the mill."
        assert readings.read(document(text)).attributions == ()


def test_what_only_the_rules_find_of_a_cue_is_its_content():
    text = "Citing no source, Tolvek Radio wrote that the army closed the road to Esk."
    (found,) = readings.read(document(text)).attributions
    assert cut(text, found.content) == "that the army closed the road to Esk"


@pytest.mark.parametrize("as_what", ["fabrications", "“fabrications,”"])
def test_reports_that_are_dismissed_tell_what_they_told(as_what):
    text = f"Officials have dismissed reports of desertions as {as_what} but spies suggest more."
    told = {cut(text, a.cue): a for a in readings.read(document(text)).attributions}
    assert cut(text, told["reports"].content) == "desertions"
    assert (told["reports"].stance, told["have dismissed"].stance) == ("for", "against")
