"""Words of a report in a drawing are slices of it, whatever they are and however little room."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Span
from reportedly.views.drawings.lettering import lettered, lettering, letters, short
from reportedly.views.drawings.svg import picture, text
from reportedly.visible import HIDDEN
from views import page
from views.desks import desk

words = st.text(st.one_of(st.characters(), st.sampled_from("\u202e\x1b\r\n\t <&\"'“\ud800한")),
                min_size=1, max_size=80)  # fmt: skip


@given(words, st.data(), st.integers(1, 30), st.integers(1, 5))
def test_lines_are_slices_in_order_and_no_more_than_asked_for(held, data, room, most):
    """Within the spans; where all fits, nothing but white space is missing."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(held)), max_size=6)))
    spans = tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b)
    set_ = lettering(desk(held, None, None).document, spans, room, most)
    pieces = [piece for line in set_.lines for piece in line]
    assert len(set_.lines) <= most
    assert pieces == sorted(pieces)
    assert all(any(piece in span for span in spans) for piece in pieces)
    if set_.whole:
        shown = "".join(held[p.start : p.end] for p in pieces)
        assert "".join(shown.split()) == "".join(
            "".join(held[s.start : s.end] for s in spans).split()
        )


@given(words, st.integers(1, 30))
def test_a_line_is_no_wider_than_its_room(held, room):
    """Unless it is one character that is wider alone."""
    document = desk(held, None, None).document
    for line in lettering(document, (Span(0, len(held)),), room, 99).lines:
        pieces = ["".join(held[p.start : p.end].split()) for p in line]
        assert letters("".join(pieces)) <= room or len("".join(pieces)) == 1


@given(words)
def test_what_is_drawn_is_the_slice_it_says(held):
    """Escaped, hidden characters by their code; nothing of it becomes markup."""
    document = desk(held, None, None).document
    set_ = lettering(document, (Span(0, len(held)),), 20, 9)
    html = f"<svg>{lettered(document, set_, 0, 0)}</svg>"
    found = page.read(html)
    assert all(held[s.start : s.end] == s.text for s in found.slices)
    assert set(found.tags) <= {"svg", "text", "tspan"}
    assert HIDDEN.search(html) is None


def test_a_word_of_ten_thousand_letters_is_parted():
    """And what has no room is marked as left out."""
    document = desk("x" * 10_000, None, None).document
    set_ = lettering(document, (Span(0, 10_000),), 18, 6)
    assert [line[0].end - line[0].start for line in set_.lines] == [18] * 5 + [15]
    assert str(lettered(document, set_, 0, 0)).endswith(" …”</text>")


def test_the_last_line_leaves_room_for_the_sign_that_more_follows():
    """Cut between words."""
    text = "alpha beta gamma delta epsilon"
    set_ = lettering(desk(text, None, None).document, (Span(0, len(text)),), 17, 1)
    assert [text[p.start : p.end] for p in set_.lines[0]] == ["alpha beta"]


def test_fragments_have_a_gap_sign_between_them_outside_the_slices():
    """The sign is ours."""
    document = desk("one two three", None, None).document
    set_ = lettering(document, (Span(0, 3), Span(8, 13)), 30, 2)
    drawn = str(lettered(document, set_, 0, 0))
    assert "one</tspan> […] <tspan" in drawn


@given(words, st.integers(2, 20))
def test_names_are_cut_to_their_room(name, room):
    """Wide characters count twice."""
    assert letters(short(name, room)) <= room


@given(words)
def test_titles_and_labels_are_escaped(held):
    """They hold names from reports."""
    html = str(picture("x", held, held, 10, 10, text(0, 0, held)))
    assert HIDDEN.search(html) is None
    assert page.read(html).tags == ["svg", "title", "desc", "text"]
