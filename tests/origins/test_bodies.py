"""Named voices by side."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.origins.bodies import Named, parties

NAMES = ["Ana Brel", "the Orsk Board", "Board", "Ana Brel of the Orsk Board", "Vesk Ministry", "of"]
KINDS = st.sampled_from(["person", "government", "office", "organisation"])
WORDS = st.sets(st.sampled_from(["orsk", "board", "spokesman", "ana", "brel"]), max_size=3)
VOICES = st.builds(
    Named, st.sampled_from(NAMES), KINDS, st.sampled_from([None, "VS", "OR"]), WORDS.map(frozenset)
)
GAPS = st.sampled_from([" ", ", ", ", the ", " said ", ". "])
TEXTS = st.lists(st.tuples(st.sampled_from(NAMES), GAPS), max_size=5).map(
    lambda held: "".join(map("".join, held))
)


@settings(max_examples=300, deadline=None)
@given(st.lists(VOICES, max_size=6), st.lists(TEXTS, max_size=4))
def test_sides_are_what_hangs_together_pair_by_pair(named, texts):
    head = list(range(len(named)))
    for i, j in combinations(range(len(named)), 2):
        if len(parties((named[i], named[j]), texts)) == 1:
            head = [min(head[i], head[j]) if h in (head[i], head[j]) else h for h in head]
    sides = [tuple(i for i, h in enumerate(head) if h == one) for one in sorted(set(head))]
    assert parties(named, texts) == tuple(sides)


@settings(max_examples=200, deadline=None)
@given(VOICES, VOICES, st.lists(TEXTS, max_size=4))
def test_names_side_by_side_are_one_side(one, other, texts):
    gaps = (" ", ", ", ", the ", ", a ", ", an ")
    names = ((one.name, other.name), (other.name, one.name))
    met = any(f"{a}{gap}{b}" in text for a, b in names for gap in gaps for text in texts)
    alone = len(parties((one, other))) == 1
    assert (len(parties((one, other), texts)) == 1) == (met or alone)
