"""Plain trees hang together as spaCy's own do, before and after arcs are changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc as Theirs
from spacy.vocab import Vocab
from tests.build import document

from reportedly.readings.parse import parse
from reportedly.readings.tokens import Doc, Word

VOCAB = Vocab()


def word(dep):
    plain = [False] * 9
    return Word("a", "a", "a", "NN", "NOUN", dep, *plain)


def pair(heads, deps):
    """One tree in spaCy's records and as plain tokens."""
    theirs = Theirs(VOCAB, words=["a"] * len(heads), heads=heads, deps=deps)
    words = [word(dep) for dep in deps]
    return theirs, Doc("a " * len(heads), words, [" "] * len(heads), heads)


def shape(doc):
    return [
        (
            t.head.i, t.dep_, t.left_edge.i, t.right_edge.i,
            t.is_sent_start, t.sent.start, t.sent.end,
            *([one.i for one in getattr(t, name)] for name in
              ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")),
        )
        for t in doc
    ]  # fmt: skip


@st.composite
def sentences(draw):
    """Heads and labels of one or more sentences whose arcs may cross within them."""
    heads, deps = [], []
    for size in draw(st.lists(st.integers(1, 7), min_size=1, max_size=3)):
        begun = len(heads)
        order = draw(st.permutations(range(size)))
        over = {order[0]: order[0]}
        for at, child in enumerate(order[1:], 1):
            over[child] = order[draw(st.integers(0, at - 1))]
        heads += [begun + over[i] for i in range(size)]
        deps += ["ROOT" if over[i] == i else draw(st.sampled_from(("conj", "dep")))
                 for i in range(size)]  # fmt: skip
    return heads, deps


@settings(max_examples=200, deadline=None)
@given(sentences())
def test_any_tree_is_the_parsers_own(tree):
    theirs, ours = pair(*tree)
    assert shape(ours) == shape(theirs)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_arcs_are_changed_as_the_parsers_records_change_them(data):
    size = data.draw(st.integers(2, 8))
    heads = [max(i - 1, 0) for i in range(size)]
    theirs, ours = pair(heads, ["ROOT", *["dep"] * (size - 1)])
    child = data.draw(st.integers(1, size - 1))
    head = data.draw(st.integers(0, child))
    theirs[child].head = theirs[head]
    ours[child].hang(ours[head])
    assert shape(ours) == shape(theirs)


def test_a_slice_has_its_characters_and_bounds():
    doc = parse(document("Vesk fell.  Doru denied  it."))
    piece = doc[1:5]
    assert (piece.start, piece.end, piece.text) == (1, 5, "fell.  Doru")
    assert [t.text for t in reversed(piece)] == ["Doru", " ", ".", "fell"]
    assert piece[1:].text == ".  Doru"
    assert not doc[3:2]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 4, ["Vesk"]), (2, 6, ["Vesk", "fell"]), (4, 7, ["fell"]), (4, 5, []), (9, 10, ["."])],
)
def test_tokens_are_touched_by_their_characters(start, end, expected):
    found = parse(document("Vesk fell.")).touched(start, end)
    assert [t.text for t in found] == expected


def test_nothing_is_touched_beyond_the_text():
    assert parse(document("Vesk fell.")).touched(3, 40) is None


def test_neighbours_end_with_the_text():
    doc = parse(document("Vesk fell."))
    assert doc[0].nbor() is doc[1]
    for token, distance in ((doc[0], -1), (doc[2], 1)):
        with pytest.raises(IndexError):
            token.nbor(distance)
