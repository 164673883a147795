"""One document read as a whole, and what happens where a sentence fails."""

from hypothesis import given, settings
from hypothesis import strategies as st

import build
from reportedly.model import Foreign, Reading, Span, cut, hull
from reportedly.readings.reading import guarded, read

TEXT = "Rebels attacked Brenn. The wicked sentence fails. It is unclear who fired first."


def test_a_sentence_that_fails_is_skipped_and_named():
    """All others are read, and the failing one's place is kept."""

    def reader(document):
        if "wicked" in document.text:
            raise ValueError
        return Reading(document.id)

    document = build.document(TEXT)
    made = guarded(document, reader)
    assert [(s.source, s.spans) for s in made.skipped] == [("test.txt", (document.sentences[1],))]


def test_a_document_that_fails_as_a_whole_is_named():
    """Nothing is read, nothing is raised."""

    def reader(document):
        raise ValueError

    made = guarded(build.document(TEXT), reader)
    assert len(made.skipped) >= 1
    assert made.statements == ()


def test_an_endless_sentence_is_left_out():
    """A sentence of many thousand characters is a table or a dump."""
    made = read(build.document("Rebels attacked Brenn.\n" + "x " * 4000))
    assert len(made.skipped) == 1
    assert [s.event for s in made.statements] == ["attack"]


def test_an_empty_document_has_an_empty_reading():
    """No sentence, no record."""
    document = build.document("")
    assert read(document) == Reading(document.id)


def test_a_speaker_before_a_colon_is_no_dateline():
    """A colon alone follows a speaker; a date or an agency makes a dateline."""
    turn = read(build.document("ANA DORU: Rebels attacked Brenn.\nTEM KOVIC: No."))
    assert [a.source.name for a in turn.attributions if a.source][:1] == ["Ana Doru"]
    dated = read(build.document("VESK, May 4 (Varo): Rebels attacked Brenn."))
    assert dated.attributions == ()


@settings(max_examples=40, deadline=None)
@given(
    st.text(alphabet=st.sampled_from(" \n.,?“”\"'’abс—-0123456789"), max_size=120),
    st.sampled_from([
        "The ministry denied that soldiers fled.", "“It is false,” she said, citing the army.",
        "Reports of “killings” led to protests, which raised fears.", TEXT,
    ]),
)  # fmt: skip
def test_every_span_lies_within_the_text(noise, sentence):
    """Whatever is thrown at it: no crash, and all spans can be cut."""
    document = build.document(noise + sentence + noise)
    made = read(document)
    spans = [s.spans for s in made.statements] + [c.cause for c in made.causes]
    spans += [c.effect for c in made.causes] + [q.spans for q in made.questions]
    assert all(held for held in spans)
    assert all(0 <= hull(h).start < hull(h).end <= len(document.text) for h in spans)


def test_a_dateline_is_no_part_of_the_sentence():
    """Neither its place nor its day belong to the event."""
    made = read(build.document("VESK, May 2 (Brenn Press) - Rebels attacked the mill on Monday.",
                               published="2031-05-14"))  # fmt: skip
    (one,) = made.statements
    assert [a.name for a in one.actors] == ["rebel", "mill"]
    assert one.time is not None
    assert one.time.first == "2031-05-12"


def test_a_curly_apostrophe_denies_as_a_straight_one_does():
    """The negation is seen whichever mark is printed."""
    for mark in "'’":
        made = read(build.document(f"The rebels didn{mark}t attack the mill."))
        assert [s.factuality for s in made.statements] == ["CT-"]


def test_a_report_in_another_language_is_kept_and_named_and_not_read():
    held = build.document("Der Sprecher sagte, die Soldaten seien geflohen.", language="de")
    reading = read(held)
    assert (*reading.attributions, *reading.statements) == ()
    assert [held.name] == [skipped.source for skipped in reading.skipped]


def test_a_passage_in_another_language_is_not_read_and_named_with_it():
    text = "Officials said the garrison fled.\n\nDie Armee sagte, sie sei geblieben.\nNein.\n\nFin."
    start, end = text.index("Die"), text.index("\n\nFin")
    held = build.document(text, foreign=(Foreign(Span(start, end), "de"),))
    made = read(held)
    assert [cut(text, one.cue) for one in made.attributions] == ["said"]
    assert [(s.source, cut(text, s.spans)) for s in made.skipped] == [
        (held.name, "Die Armee sagte, sie sei geblieben. Nein.")
    ]
    assert "'de'" in made.skipped[0].reason


def test_what_stands_around_such_a_passage_is_read_as_if_it_were_blank():
    text = "Officials said the garrison fled.\n\n{}\n\nThe army denied it."
    other = "Никто не пострадал, заявил мэр."
    at = text.index("{}")
    held = build.document(text.format(other), foreign=(Foreign(Span(at, at + len(other)), None),))
    made, blank = read(held), read(build.document(text.format(" " * len(other))))
    assert [a.cue for a in made.attributions] == [a.cue for a in blank.attributions]
    assert [s.spans for s in made.statements] == [s.spans for s in blank.statements]
    assert [cut(held.text, one.spans) for one in made.skipped] == [other]
    assert "another script" in made.skipped[0].reason
