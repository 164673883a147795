"""The parse keeps the document's characters and sentences."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.build import document

from reportedly.readings.parse import parse


def test_offsets_of_tokens_are_offsets_into_the_text():
    text = "Doru  fled.\r\n\r\nThe  town\u00a0fell."
    doc = parse(document(text))
    assert "".join(t.text + t.whitespace_ for t in doc) == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_sentences_are_the_documents_own():
    report = document("Vesk falls\n\n“We fled. We hid,” Gen. Doru said. The town fell.")
    starts = [t.idx for t in parse(report) if t.is_sent_start]
    assert starts == [s.start for s in report.sentences]


def test_no_arc_crosses_a_line_break():
    doc = parse(document("Army says town fell\nDoru denied that"))
    assert all(t.head.sent.start == t.sent.start for t in doc)


def test_an_empty_text_has_an_empty_parse():
    assert len(parse(document(""))) == 0


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_parsed(text: str):
    assert "".join(t.text + t.whitespace_ for t in parse(document(text))) == text
