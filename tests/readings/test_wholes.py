"""Sources and contents that the tagger cut short, made whole."""

from hypothesis import given
from hypothesis import strategies as st

from build import document
from reportedly import readings
from reportedly.model import Span, cut
from reportedly.readings.found import Found
from reportedly.readings.wholes import named, whole


def test_what_is_said_not_to_be_true_is_not_said_to_be_so():
    """The clause over "that" is said, too."""
    text = "No, it is not true that the ferry sank off Norrin, Ilse Daren assured our readers."
    (sank,) = (
        s
        for s in readings.read(document(text)).statements
        if s.predicate.start == text.index("sank")
    )
    assert (sank.stance, sank.factuality) == ("against", "CT-")


def test_a_name_before_what_tells_who_it_is_belongs_to_the_source():
    text = "At a briefing on Monday, Ilse Daren, the harbour master, announced that the ferry sank."
    (found,) = readings.read(document(text)).attributions
    assert found.source is not None
    assert cut(text, found.source.spans) == "Ilse Daren, the harbour master"


@given(st.text(alphabet="Iti snoaru,. Ilse Daren’“”", max_size=40))
def test_what_is_made_whole_only_grows_to_the_left_and_stays_in_the_text(before: str):
    text = f"{before} that the ferry sank, the harbour master, said."
    at = text.index("that the ferry")
    source, cue = (Span(text.index(w), text.index(w) + len(w)) for w in ("the harbour", "said"))
    found = Found((source,), (cue,), (Span(at, text.index(", the harbour")),), "tagger")
    made = whole(named(found, [], document(text)), document(text))
    assert 0 <= made.content[0].start <= found.content[0].start
    assert made.content[0].end == found.content[0].end
    assert made.source[-1].end == source.end
    assert not any(s.overlaps(c) for s in made.source for c in made.content)
