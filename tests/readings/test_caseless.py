"""A pattern in small letters finds what it would find in any case, at the same places."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.readings.caseless import Caseless, small

PATTERNS = (
    r"\b(?:did|does) not (?:yet )?\w+",
    r"(?<!\w)no (?P<what>evidence|sign)(?!\w)",
    r"\bnot\b[^.;]{0,9}?\b[A-C]+",
    r"\W(?:says|SAID)\b",
    r"^\W*(?-i:Mr|[A-C]\w+)|\bit\b",
)
PARTS = ["Did ", "NOT ", "no EviDence ", "said", "not; Ba", "x", "İ ", "Mr ", "ba", "IT."]


@given(st.text())
def test_every_letter_keeps_its_place(text):
    assert len(small(text)) == len(text)
    assert small(small(text)) == small(text)
    if text.isascii():
        assert small(text) == text.lower()


@given(st.lists(st.sampled_from(PARTS)), st.integers(0, 9))
def test_what_is_found_is_found_in_any_case(parts, start):
    text = "".join(parts)
    for pattern in PATTERNS:
        plain, ours = re.compile(pattern, re.IGNORECASE), Caseless(pattern)
        wanted = [m.span() for m in plain.finditer(text, start)]
        assert [m.span() for m in ours.finditer(text, start)] == wanted
        first = ours.search(text, start)
        assert (first and first.span()) == (wanted[0] if wanted else None)
        assert bool(ours.match(text)) == bool(plain.match(text))


@pytest.mark.parametrize("text", ["İstanbul DENIES it", "İİ", "ΣΑΣ"])
def test_a_letter_that_would_become_two_stays(text):
    assert len(small(text)) == len(text)
    found = Caseless(r"\bdenies\b").search(text)
    assert found is None or text[slice(*found.span())] == "DENIES"


@given(st.lists(st.sampled_from(PARTS)), st.integers(0, 9), st.integers(0, 30))
def test_a_part_is_searched_as_if_it_stood_alone(parts, start, end):
    text = "".join(parts)
    for pattern in PATTERNS:
        whole, alone = Caseless(pattern).within(text, start, end), text[start:end]
        plain = re.compile(pattern, re.IGNORECASE).search(alone)
        assert (whole and whole.span()) == (plain and plain.span())


def test_where_case_counts_it_counts():
    named = Caseless(r"(?-i:[A-Z]\w+) denies")
    assert named.search("Rhone DENIES")
    assert not named.search("he DENIES")
