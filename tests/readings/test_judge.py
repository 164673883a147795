"""Judging keeps to the text: order, sentences, ids, mode, reasons."""

from hypothesis import given, settings
from hypothesis import strategies as st

import build
from judging import both, judged
from reportedly.model import Span, cut, identify
from reportedly.readings.found import Found
from reportedly.readings.judge import judge, mode
from reportedly.readings.parse import parse
from reportedly.readings.quotes import quotes
from reportedly.readings.rules import find

TEXT = (
    "Dorn, Monday. The Tarsian army denied that men had fled. “We saw them,” two fishermen said, "
    "and Ana Kovic, citing local media, doubted it. She declined to comment on reports of deaths."
)


def test_an_attribution_is_named_by_what_it_points_at():
    """Document, source, cue and content, and nothing else."""
    document, (found,) = both("[The mayor] {said} <the dam had burst>.")
    assert found.source
    expected = identify("attribution", document.id, found.source.spans, found.cue, found.content)
    assert expected == found.id


def test_the_sentence_is_the_one_that_holds_the_cue():
    """Not the first sentence of the report."""
    document, (found,) = both("It rained. [The mayor] {said} <the dam had burst>. It is dry now.")
    assert cut(document.text, (found.sentence,)) == "The mayor said the dam had burst."


def test_nobody_named_is_no_source():
    """Who "has been accused" has no accuser."""
    (found,) = judged("Tarsia {-has been accused} <of shelling the depot>.")
    assert (found.source, found.act, found.stance) == (None, "accuse", "for")


def test_reports_of_something_are_a_vague_voice():
    """The plural cue noun is its own source."""
    (found,) = judged("There were {-reports} <of deaths at the dam>.")
    assert found.source
    assert (found.source.kind, found.source.name) == ("unspecified", None)


def test_we_in_a_quotation_is_whoever_is_quoted():
    """Outside a quotation it is the author."""
    inner = judged("[Ana Kovic] {said}: <“[We] {believe} <it leaked>.”>")[-1]
    assert inner.source
    assert inner.source.name == "Ana Kovic"
    (own,) = judged("[We] {believe} <it leaked>.")
    assert own.source
    assert own.source.kind == "author"


def test_i_in_a_turn_is_whose_turn_it_is():
    """A transcript has no quotation marks."""
    document = build.document("ANA KOVIC: I deny that men fled.\nPETRU DORU: Thank you.")
    doc = parse(document)
    inner = next(a for a in judge(doc, document, find(doc, document)) if a.act == "deny")
    assert inner.source
    assert inner.source.name == "Ana Kovic"


def test_nobody_who_says_so_commits_to_nothing():
    """Neither for nor against."""
    for text in ("[No group] {claimed} <the attack>.", "[Nobody] {denied} <the raid>."):
        (found,) = judged(text)
        assert (found.stance, found.factuality) == ("observing", "Uu")


def test_to_call_it_something_is_to_say_so():
    """Not a demand, as "called for" is."""
    (found,) = judged("[The army] {called} <the report a lie>.")
    assert (found.stance, found.factuality) == ("for", "CT+")


def test_mode_is_the_share_in_quotation_marks():
    """All, none, some."""
    text = "He said “it burst” and that “all” was lost"
    whole, some, none = (build.spans(text, w) for w in ("“it burst”", "that “all” was", "was lost"))
    marks = quotes(text)
    modes = [mode(text, content, marks) for content in (whole, some, none)]
    assert modes == ["direct", "mixed", "indirect"]


def test_reasons_never_quote_the_report():
    """Our own words; the report's words are cut from the evidence."""
    for found in judged("[The mayor] {flatly denied} <that the dam had burst>."):
        assert found.reasons
        assert all("flatly" not in reason.text for reason in found.reasons)


def test_the_order_found_in_changes_nothing():
    """Same input, same attributions."""
    document = build.document(TEXT)
    doc = parse(document)
    found = [
        Found(build.spans(TEXT, "The Tarsian army"), build.spans(TEXT, "denied"),
              build.spans(TEXT, "that men had fled"), "a"),
        Found(build.spans(TEXT, "two fishermen"), build.spans(TEXT, "said"),
              build.spans(TEXT, "“We saw them,”"), "b"),
    ]  # fmt: skip
    assert judge(doc, document, found) == judge(doc, document, found[::-1])


DOCUMENT = build.document(TEXT)
DOC = parse(DOCUMENT)
PLACES = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 60)).map(
    lambda at: Span(at[0], min(len(TEXT), at[0] + at[1]))
)


@given(st.lists(st.tuples(st.none() | PLACES, PLACES, PLACES), max_size=4))
@settings(max_examples=60, deadline=None)
def test_whatever_was_found_every_span_lies_in_the_text(places):
    """Any spans at all are judged without an error and without a circle."""
    found = [Found((s,) if s else (), (cue,), (content,), "any") for s, cue, content in places]
    judged_ = judge(DOC, DOCUMENT, found)
    ids = {a.id: a for a in judged_}
    for attribution in judged_:
        source = attribution.source
        spans = (*source.spans, *source.role, *source.anonymity) if source else ()
        assert all(0 <= s.start < s.end <= len(TEXT) for s in (*spans, attribution.sentence))
        seen, at = set(), attribution
        while at.within:
            assert at.id not in seen
            seen.add(at.id)
            at = ids[at.within]


def test_a_thing_that_shows_something_is_nobodys_word():
    """An inference is the author's own; a document that shows something is a source."""
    assert judged("[The flood] {shows} <that the dam is old>.") == ()
    assert len(judged("[A video] {shows} <that the dam is old>.")) == 1
