"""One document read as a whole, and what happens where a sentence fails."""

from hypothesis import given, settings
from hypothesis import strategies as st

import build
from reportedly.model import Reading, hull
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
