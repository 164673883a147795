"""What causes what, decoded from scores: always one cause and one effect, inside the sentence."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.encoder import Pieces
from reportedly.model import Span
from reportedly.readings.tagger.marks import CAUSAL, LAYERS, PARTS, POOLS
from reportedly.readings.tagger.relations import causal, relations

TEXT = "Rain fell so the road closed."


def pieces(text):
    at, starts, ends = 0, [], []
    for word in text.split():
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
        ends.append(at)
    return Pieces(tuple(range(len(starts))), tuple(starts), tuple(ends), tuple(range(len(starts))))


def test_the_runs_that_score_most_are_the_parts():
    table = np.full((6, CAUSAL), -1, dtype=np.float32)
    parts, signals = 2 * POOLS, 2 * POOLS + LAYERS * len(PARTS)
    cause, effect = (parts + PARTS.index(f"B-{role}") for role in ("cause", "effect"))
    table[:, POOLS:parts] = 2
    table[0, cause], table[1, cause + 1 : cause + 3] = 5, 5
    table[3, effect], table[4:, effect + 1], table[5, effect + 2] = 5, 5, 5
    table[:, signals] = 1
    table[2, signals + 1] = 5
    first, *more = relations(pieces(TEXT), table, [Span(0, len(TEXT))])
    words = [TEXT[s.start : s.end] for s in (first.cause, first.effect, *first.signal)]
    assert words == ["Rain fell", "the road closed.", "so"]
    assert first.gain > 0
    assert all(one.gain < 0 for one in more)


def test_a_part_ends_where_its_last_word_speaks_for_it():
    table = np.zeros((6, CAUSAL), dtype=np.float32)
    cause, effect = (2 * POOLS + PARTS.index(f"B-{role}") for role in ("cause", "effect"))
    table[0, cause], table[3, effect] = 5, 5
    table[1, cause + 2], table[4, effect + 2] = 5, 5
    first = relations(pieces(TEXT), table, [Span(0, len(TEXT))])[0]
    assert [TEXT[s.start : s.end] for s in (first.cause, first.effect)] == ["Rain fell", "the road"]


def test_votes_of_words_speak_for_or_against_a_sentence():
    table = np.full((6, CAUSAL), -9, dtype=np.float32)
    assert causal(table) < -4 < 4 < causal(-table)


def test_ways_to_place_the_parts_speak_for_a_sentence_too():
    table = np.zeros((6, CAUSAL), dtype=np.float32)
    odds = [causal(table + shift * (np.arange(CAUSAL) >= 2 * POOLS)) for shift in (-3, 0, 3)]
    assert odds[0] < -2 < odds[1] < odds[2]


@given(st.integers(0, 2**32 - 1), st.integers(1, 12))
def test_parts_lie_inside_the_sentence_and_apart(seed, count):
    table = np.random.default_rng(seed).normal(size=(count, CAUSAL)).astype(np.float32)
    text = " ".join("abcdefghijkl"[:count])
    for one in relations(pieces(text), table, [Span(0, len(text))]):
        assert not one.cause.overlaps(one.effect)
        for span in (one.cause, one.effect, *one.signal):
            assert 0 <= span.start < span.end <= len(text)
