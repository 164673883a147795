"""Who passes a word on is one voice, and whose word it is another."""

from build import document
from reportedly import readings
from reportedly.model import Span, cut
from reportedly.readings.found import Found
from reportedly.readings.framed import framed
from reportedly.readings.rules.passing import OWN as PASSED


def test_who_cites_somebody_is_named_without_whom_it_cites():
    text = "Varo, citing two officers, said that 1,500 men had left the garrison at Tolm."
    found = readings.read(document(text)).attributions
    named = {text[a.source.spans[0].start : a.source.spans[0].end]: a for a in found}
    assert set(named) == {"Varo", "two officers"}
    assert named["two officers"].within == named["Varo"].id


def test_an_outlet_keeps_its_name_where_the_source_it_names_follows():
    text = "The Norrin Post named Ilse Daren as its source and wrote that the old mill burnt down."
    found = readings.read(document(text)).attributions
    named = {cut(text, a.source.spans) for a in found}
    assert {"The Norrin Post", "Ilse Daren"} == named


def test_whom_an_outlet_tells_is_not_who_tells():
    text = "Readers of Vesk Courier were told that 30 soldiers had left the garrison."
    [found] = readings.read(document(text)).attributions
    assert cut(text, found.source.spans) == "Vesk Courier"
    assert found.source.kind == "media"


def test_what_leads_up_to_a_frame_is_not_what_the_source_said():
    """The tagger may take all that follows for the source's word: the frame then tells better."""
    text = "It was from Ilse Daren that the Post learned that the ferry sank off Norrin."
    frame, learned, other = (
        Found((Span(12, 22),), (Span(7, 11),), (Span(44, 75),), PASSED),
        Found((Span(12, 22),), (Span(0, 11),), (Span(23, 75),), "tagger"),
        Found((Span(28, 36),), (Span(37, 44),), (Span(45, 75),), "tagger"),
    )
    assert cut(text, frame.source) == cut(text, learned.source) == "Ilse Daren"
    fixed, tagged, _ = framed([learned, other], [frame])
    assert (fixed, tagged) == ([frame], [other])
    fixed, tagged, _ = framed([learned], [frame])
    assert (fixed, tagged) == ([], [learned])
