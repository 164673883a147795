"""Whose word a sentence passes on, told by the words around the name."""

import re
from itertools import chain

import pytest

from build import document
from reportedly import readings
from reportedly.errors import LexiconError
from reportedly.model import Attribution, Document, Statement, cut, hull
from reportedly.readings.parse import parse
from reportedly.readings.rules.passing import _frame, frames, passing

FRAMES = (
    "X quoted Y as saying that C.",
    "X cites Y as confirming that C.",
    "C, Y was quoted as saying by X.",
    "Y was cited by X as saying that C.",
    "Y has been quoted in X to the effect that C.",
    "X has it from Y that C.",
    "X heard from Y that C.",
    "X was told by Y that C.",
    "X printed a statement by Y that C.",
    "X passed on word from Y that C.",
    "News that C reached X from Y.",
    "The report that C goes back to Y.",
    "Reports in X that C rest on Y.",
    "X based its story that C on Y.",
    "X gave Y as its authority for the news that C.",
    "Y was the source for the report in X that C.",
    "The source of the report in X that C is Y.",
    "X named Y as its source and wrote that C.",
    "X, which named Y as its source, wrote that C.",
    "C, X wrote, and named Y as its source.",
    "X, whose reporter spoke to Y, reported that C.",
    "X, drawing on Y, reported that C.",
    "C: thus Y.",
    "C: thus Y, in a talk with X.",
    "C — so Y.",
    "C: such was the word from Y.",
    "C: that was the version given by Y.",
    "C: so reads a notice that Y put up on a wall.",
    "C: that is what Y told X.",
    "It was to X that Y confided that C.",
    "It was in the church hall that Y announced that C.",
    "“Nobody sleeps here,” said Y, according to whom C.",
    "“It was loud,” said Y, by whose account C.",
    "Y gave X to understand that C.",
    "X reported that, according to Y, C.",
    "C, as Y told X.",
    "C, per Y.",
    "To the knowledge of Y, C.",
    "Per Y, C.",
    "Per X, which got hold of Y, C.",
    "As X was told by Y, C.",
    "C – such information was passed on to X by Y.",
    "C. This was announced by Y.",
    "C. The news was from Y.",
    "X spoke to Y, who said that C.",
    "X put the question to Y, who said that C.",
    "X reached Y by telephone and was told that C.",
    "X has spoken to Y, and the word there is that C.",
    "X reported, on the word of Y, that C.",
    "On the authority of Y, X reported that C.",
    "X ascribes to Y the account that C.",
    "X relayed what Y had told it: C.",
    "X printed the words of Y: C.",
    "X referred to Y when it reported that C.",
    "X quotes Y to the effect that C.",
    "X had the news that C from Y.",
    "X understands from Y that C.",
    "C, X says it heard from Y.",
    "C, X said after speaking to Y.",
    "According to X, which spoke to Y, C.",
    "According to an account that Y gave to X, C.",
    "Word that C reached X by way of Y.",
    "It was from Y that X learned that C.",
    "C (Y to X).",
    "C (X, citing Y).",
    "C – X, citing Y.",
    "Y (as quoted by X): C.",
    "C, writes X, which had this from Y.",
    "C, X reported, attributing this to Y.",
    "X, which attributed its information to Y, reported that C.",
    "C. So far X has this from Y.",
    "C, X said. It credited the information to Y.",
    "C. The announcement was made by Y at a fair.",
    "C. This was stressed by Y.",
    "C. That is now beyond doubt, according to Y.",
    "It looked to Y as if C.",
    "C – or so it seemed to Y.",
    "The working theory of Y is that C.",
    "“Nobody doubts it,” said Y: C.",
    "Y, at a briefing in Norrin: C.",
    "URGENT: X cites Y: C.",
    "11:40 – X quoted Y as saying that C.",
)
OF_AN_OUTLET = (
    "C, as first reported by X.",
    "C, as X has it.",
    "C, or so we read in X.",
    "C, if the account in X is to be followed.",
    "C, if one believes X.",
    "C, going by a report in X.",
    "C, to quote X.",
    "C, so X.",
    "C, was the news on X.",
    "C, is how X put it.",
    "C, with X first to report it.",
    "C, an item in X has it.",
    "C, and this from X.",
    "C; the source is X.",
    "C, as emerged from X.",
    "C, as it says in X.",
    "C; this was reported by X.",
    "C; X had it first.",
    "C. So reports X.",
    "C. That is what X reports.",
    "If one believes X, C.",
    "Should the report in X prove right, C.",
    "In the telling of X, C.",
    "On X it was said that C.",
    "It says in X that C.",
    "There was a report on X that C.",
    "We read in X that C.",
    "From X comes word that C.",
    "Readers of X learned that C.",
    "That C can be read in X.",
    "The report that C appeared in X.",
    "C (X).",
    "Citing no source, X wrote that C.",
)
SOURCES = (
    "Ilse Daren, the harbour master of Quay Nine",
    "a clerk at the land registry who asked not to be named",
    "the Tolvek Water Board",
)
OUTLETS = ("the Marsh Gazette", "Tolvek Radio", "the Norrin Post")
CLAIMS = (
    "the ferry sank off Norrin before dawn",
    "the army closed the road to Esk",
    "twelve clerks lost their posts at the land registry",
)


def _told(frame: str, at: int) -> tuple[str, str, str]:
    """The sentence, its source and its claim as they stand in it."""
    parts = {"X": OUTLETS[at], "Y": SOURCES[at], "C": CLAIMS[at]}
    first = frame[0] if frame[0] in parts and not frame[1].isalpha() else ""
    if first:
        parts[first] = parts[first][0].upper() + parts[first][1:]
    text = re.sub(r"\b[XYC]\b", lambda word: parts[word[0]], frame)
    return text, parts["Y"], parts["C"]


def _voices(one: Statement, by_id: dict[str, Attribution]) -> list[Attribution]:
    """Those whose word a statement is, innermost first."""
    found, at = [], by_id.get(one.attribution or "")
    while at is not None:
        found.append(at)
        at = by_id.get(at.within or "")
    return found


def _innermost(report: Document, claim: str) -> list[str]:
    """The words of the innermost source of each statement in the claim."""
    read = readings.read(report)
    by_id = {a.id: a for a in read.attributions}
    start = report.text.index(claim)
    return [
        cut(report.text, voices[0].source.spans) if voices and voices[0].source else ""
        for one in read.statements
        if start <= one.predicate.start < start + len(claim)
        for voices in (_voices(one, by_id),)
    ]


@pytest.mark.parametrize("frame", FRAMES)
def test_the_source_of_what_is_passed_on_is_the_innermost_voice(frame: str):
    """An outlet, a name with an apposition, somebody unnamed: the claim is the source's word."""
    for at in range(len(SOURCES)):
        text, source, claim = _told(frame, at)
        found = _innermost(document(text), claim)
        assert found, text
        heard = [one for one in found if one and (one in source or source in one)]
        assert heard, (text, found)
        assert "" not in found, (text, found)


@pytest.mark.parametrize("frame", OF_AN_OUTLET)
def test_what_a_report_has_from_an_outlet_is_no_word_of_its_own(frame: str):
    for at in range(len(SOURCES)):
        text, _, claim = _told(frame, at)
        found = _innermost(document(text), claim)
        assert found, text
        assert all(OUTLETS[at].removeprefix("the ") in one for one in found), (text, found)


def test_who_is_cited_by_an_outlet_speaks_within_its_word():
    text = "The bridge fell, the mayor said, as first reported by the Marsh Gazette."
    inner, outer = readings.read(document(text)).attributions
    assert inner.source
    assert cut(text, inner.source.spans) == "the mayor"
    assert cut(text, inner.content) == "The bridge fell"
    assert outer.source
    assert cut(text, outer.source.spans) == "the Marsh Gazette"
    assert inner.within == outer.id


@pytest.mark.parametrize(
    "text",
    [
        "The army has left the town, judging by the empty barracks.",
        "The book sold well, published by the Marsh Press.",
        "The ferry sails at noon, via Esk and Norrin.",
        "He wanted the boat; Peter had it.",
        "The boat was late, so inappropriate for a wedding.",
        "The defeat shows how weak the province is, relying on recruits who may not fight.",
        "The crew left at noon, thus making the harbour master angry.",
        "So good luck with that.",
        "They kept telling the story of Norrin: in 1912 the sea froze.",
        "The ferry appeared on screen, courtesy of the harbour museum.",
        "She left the town early, as others had.",
        "Her novel, a great success, is the story of Anna.",
        "The council said that the ferry sank off Norrin before dawn.",
        "The road was closed, as everybody knows.",
        "He gave the clerk a letter from the mayor and left the town.",
        "Thus the ferry sank off Norrin before dawn.",
        "The town relies on the ferry, and the ferry sank off Norrin.",
        "It was in the church hall that the two sides met on Monday.",
        "The band was named as the best of the festival, and the crowd sang.",
        "Prices rose: this was the end of the harvest.",
    ],
)
def test_other_sentences_pass_nobody_on(text: str):
    report = document(text)
    assert passing(parse(report), report) == []


def test_an_outlet_that_quotes_holds_the_words_of_whom_it_quotes():
    """One passes the other's word on, and neither is lost."""
    text = "The Marsh Gazette quoted two fishermen as saying that the ferry sank off Norrin."
    found = readings.read(document(text)).attributions
    outer, inner = sorted(found, key=lambda a: a.within is not None)
    assert [cut(text, a.source.spans) for a in (outer, inner) if a.source] == [
        "The Marsh Gazette",
        "two fishermen",
    ]
    assert inner.within == outer.id
    assert (outer.stance, inner.stance) == ("observing", "for")


def test_what_can_be_seen_is_nobodys_view():
    """In "in full view of the crowd" nobody believes anything."""
    text = "The ferry sank in full view of the crowd on the quay."
    assert readings.read(document(text)).attributions == ()


def test_spans_stay_inside_the_sentence_and_apart():
    """Source, cue and content of a frame never overlap."""
    texts = (_told(frame, at)[0] for frame in FRAMES for at in range(len(SOURCES)))
    for text in texts:
        report = document(text)
        for one in passing(parse(report), report):
            source, cue, content = (hull(spans) for spans in (one.source, one.cue, one.content))
            assert max(s.end for s in (source, cue, content)) <= len(text)
            assert not source.overlaps(content)
            assert not source.overlaps(cue)


def test_every_frame_is_a_pattern_with_a_source_and_a_cue():
    kept = frames()
    assert kept
    assert set(chain.from_iterable(f.pattern.groups for f in kept)) <= {
        "who", "back", "cue", "said"
    }  # fmt: skip


@pytest.mark.parametrize("frame", ["WHO said SAID", "<said> SAID", "<said> WHO NOWHERE", "<(> WHO"])
def test_a_frame_without_a_source_or_a_cue_is_refused(frame: str):
    with pytest.raises(LexiconError):
        _frame({"when": [" "], "frame": frame}, "passed on", {})


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rumour has it that the ferry sank off Norrin before dawn.", "Rumour"),
        ("A rumour spread like wildfire that the army closed the road to Esk.", "A rumour"),
        ("Word reached the capital at nightfall that the ferry sank.", "Word"),
        ("Reports are appearing on the networks that twelve clerks lost their posts.", "Reports"),
        ("The ferry sank, in the version of two officers at the base.", "two officers at the base"),
    ],
)
def test_what_is_talked_of_is_talk_and_a_version_somebodys(text: str, who: str):
    (found,) = readings.read(document(text)).attributions
    assert found.source is not None
    assert cut(text, found.source.spans) == who


@pytest.mark.parametrize(
    "text",
    [
        "News of the crash spread so fast that the army closed the road.",
        "A truth emerged on the quay that morning.",
        "Talk of war spread through the town.",
        "He had it that morning.",
    ],
)
def test_what_only_spreads_tells_nothing(text: str):
    assert not [a for a in readings.read(document(text)).attributions if a.cue]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It emerged on Wednesday that the ferry sank off Norrin.", "emerged"),
        ("It has become known that the ferry sank off Norrin.", "has become known"),
        ("The ferry sank off Norrin, or so they say in the market.", "or so they say"),
        ("There is persistent talk that the ferry sank off Norrin.", "persistent talk"),
        ("We are hearing claims, not verified, that the ferry sank off Norrin.", "claims"),
        ("The ferry sank off Norrin, if the gossip is right.", "if the gossip is right"),
        ("The ferry sank off Norrin, it is said.", "it is said"),
        ("Speculation is growing that the ferry sank off Norrin.", "Speculation is growing"),
        ("Unconfirmed: the ferry sank off Norrin.", "Unconfirmed:"),
        ("The talk in the market is that the ferry sank off Norrin.", "talk in the market is that"),
    ],
)
def test_what_nobody_in_particular_says_is_no_word_of_the_reports_own(text: str, cue: str):
    read = readings.read(document(text))
    (found,) = (a for a in read.attributions if cut(text, a.cue) == cue)
    assert found.source is None or found.source.kind == "unspecified"
    assert [s.attribution for s in read.statements if s.predicate.start == text.index("sank")] == [
        found.id
    ]


def test_what_an_earlier_source_said_is_taken_up_without_it():
    text = "The ferry sank off Norrin, Ilse Daren said. This was confirmed by the police."
    found = readings.read(document(text)).attributions
    (police,) = (a for a in found if a.source and cut(text, a.source.spans) == "the police")
    assert cut(text, police.content) == "The ferry sank off Norrin"


def test_nobody_is_cited_where_it_is_told_that_nobody_is():
    text = "The ferry sank off Norrin, claims the Marsh Gazette, without citing its sources."
    found = readings.read(document(text)).attributions
    assert {cut(text, a.source.spans) for a in found if a.source} == {"the Marsh Gazette"}


@pytest.mark.parametrize(
    "text",
    [
        "It was not possible to reach the Tolvek Water Board on Sunday.",
        "From the Tolvek Water Board, not a word.",
        "No reaction was available from the Tolvek Water Board.",
        "We rang three times and heard nothing from the Tolvek Water Board.",
        "Letters sent to the Tolvek Water Board received no reply.",
        "Two requests to the Tolvek Water Board were not answered by Sunday.",
    ],
)
def test_who_cannot_be_reached_is_silent(text: str):
    (found,) = readings.read(document(text)).attributions
    assert found.source is not None
    assert (cut(text, found.source.spans), found.stance) == ("the Tolvek Water Board", "silent")


def test_a_name_behind_a_dash_is_whose_word_it_is_in_an_alert_alone():
    alert = "The ferry sank off Norrin before dawn – Ilse Daren"
    (found,) = readings.read(document(alert)).attributions
    assert found.source is not None
    assert cut(alert, found.source.spans) == "Ilse Daren"
    assert not readings.read(document("The port lost its best pilot – Ilse Daren.")).attributions


def test_what_somebody_said_somewhere_is_not_where_it_was_said():
    text = "Speaking in Norrin, a clerk who asked not to be named said twelve men lost their posts."
    read = readings.read(document(text))
    (lost,) = (s for s in read.statements if s.predicate.start == text.index("lost"))
    (clerk,) = (a for a in read.attributions if a.id == lost.attribution)
    assert clerk.source is not None
    assert "clerk" in cut(text, clerk.source.spans)
