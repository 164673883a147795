"""The parse keeps the document's characters and sentences."""

import subprocess
import sys

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


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["Doru fled.", "Who fled?", "“We hid,” he said.", "\n\n", "  "])))
def test_no_arc_leaves_its_sentence(parts: list[str]):
    report = document(" ".join(parts))
    heads = [(t.idx, t.head.idx) for t in parse(report)]
    assert all(
        s.start <= head < s.end
        for s in report.sentences
        for at, head in heads
        if s.start <= at < s.end
    )


def test_every_sentence_has_one_root():
    report = document("The town fell. “We fled,” Doru said.\n\nNo word from the army\nWho fled?")
    roots = [t.sent.start for t in parse(report) if t.head is t or t.head.i == t.i]
    assert len(roots) == len(set(roots)) == len(report.sentences)


def test_an_empty_text_has_an_empty_parse():
    assert len(parse(document(""))) == 0


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_parsed(text: str):
    assert "".join(t.text + t.whitespace_ for t in parse(document(text))) == text


def test_a_command_that_reads_nothing_does_not_wait_for_the_parser():
    code = "import reportedly.cli, sys; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
