"""The trained reader finds who says what, to any depth, and never a span outside of its text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.readings import tagger

PIECES = st.sampled_from(
    ["The ministry", " said ", "denied that ", ", citing ", "“", "”", '"', "\n\n", "he ", ": ",
     "two officers", "1,500 soldiers had left", " told ", ". ", "'", "Вести", "日本", "\u200b"]
)  # fmt: skip


def found(text):
    def words(spans):
        return " … ".join(text[s.start : s.end] for s in spans)

    return [(words(f.source), words(f.cue), words(f.content)) for f in tagger.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour ministry said two ferries had sunk.",
         ("The harbour ministry", "said", "two ferries had sunk")),
        ("According to residents of Ostrel, the bridge has fallen.",
         ("residents of Ostrel", "According to", "the bridge has fallen")),
        ("“Nobody was hurt,” said Ana Kovic.", ("Ana Kovic", "said", "Nobody was hurt")),
    ],
)  # fmt: skip
def test_a_sentence_gives_its_attribution(text, expected):
    words = [[w.strip("“”,. ") for w in one] for one in found(text)]
    assert list(expected)[:2] in [one[:2] for one in words] or list(expected) in words


def test_both_parts_of_a_quotation_cut_by_its_cue_are_one_content():
    text = "“The road is closed,” he said, “and nobody knows until when.”"
    contents = [one[2] for one in found(text)]
    assert any("closed" in c and "until when" in c for c in contents)


def test_an_attribution_within_another_is_found_too():
    text = "The Vesk Courier reported that two officers had said the general had fled."
    assert [(s, c) for s, c, _ in found(text)] == [
        ("The Vesk Courier", "reported"),
        ("two officers", "had said"),
    ]


def test_blank_text_gives_nothing():
    assert tagger.find("") == []
    assert tagger.find(" \n\n\t\n") == []


def test_a_paragraph_of_one_word_and_one_of_very_many_are_read():
    text = (
        "Fled.\n\n" + "The army said the town of Vesk was calm and that its men had stayed. " * 300
    )
    assert len(tagger.find(text)) > 200


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(deadline=None, max_examples=60)
def test_spans_lie_inside_the_text_and_are_not_empty(text):
    for one in tagger.find(text):
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()


@given(st.lists(PIECES, max_size=20).map("".join), st.lists(PIECES, max_size=20).map("".join))
@settings(deadline=None, max_examples=20)
def test_a_reading_does_not_depend_on_what_was_read_before(one, other):
    before = tagger.find(one)
    tagger.find(other)
    assert tagger.find(one) == before


def test_what_stands_in_a_content_of_two_pieces_is_made_of_these_pieces_alone():
    text = (
        "The rebels, according to Radio Vesk, claim to control seven districts. Nobody came. "
        "Two officers said the town, residents of Ostrel believed, would fall."
    )
    for one in tagger.find(text):
        for span in (*one.source, *one.cue, *one.content):
            assert text[span.start : span.end].strip(" .,")


@pytest.mark.parametrize(
    ("text", "carrier", "carried"),
    [
        ("Witnesses cited by the Varo Courier say the bridge has fallen.",
         "the Varo Courier", "Witnesses"),
        ("A memo from the ministry, leaked to the Dispatch, states that the tax will rise.",
         "the Dispatch", "A memo from the ministry"),
        ("The Orlan Gazette, citing two officers, reported that the garrison had left.",
         "The Orlan Gazette", "two officers"),
    ],
)  # fmt: skip
def test_who_passes_a_word_on_has_the_same_content(text, carrier, carried):
    of = {text[f.source[0].start : f.source[0].end]: f for f in tagger.find(text) if f.source}
    assert of[carried].carrier == of[carrier].cue
    assert of[carried].content == of[carrier].content


def test_nobody_passes_himself_on():
    for text in ("Radio Marn said so, citing Radio Marn.", "He said, she said, they said: gone."):
        assert all(one.carrier != one.cue for one in tagger.find(text))
