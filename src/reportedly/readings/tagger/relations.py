"""What causes what in a sentence, by the trained tagger (after the Causal News Corpus)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.encoder import Pieces
from reportedly.model import Span

from .marks import LAYERS, PARTS, POOLS, SIGNALS, Numbers

_OF = {role: [PARTS.index(f"{at}-{role}") for at in "BIE"] for role in ("cause", "effect")}
"""The columns of each part, within those of a layer."""

_ORDERS = (("cause", "effect"), ("effect", "cause"))
_FAR = -1e3
"""A score that nothing reaches."""


@dataclass(frozen=True, slots=True)
class Related:
    """One relation; spans are code points into the text.

    ``gain``: how far the words speak for it; ``layer``: 0 for the first of a sentence.
    """

    cause: Span
    effect: Span
    signal: tuple[Span, ...]
    gain: float
    layer: int = 0


def relations(pieces: Pieces, scores: Numbers, sentences: Sequence[Span]) -> list[Related]:
    """The relations of every sentence, taken for one that has any.

    ``scores`` of the words of a text: (words, 26).
    """
    found = []
    for sentence in sentences:
        words = pieces.words_in(sentence)
        found += list(_related(pieces, words, scores[words.start : words.stop]))
    return found


def causal(scores: Numbers) -> float:
    """The logarithm of the odds that the words with these scores (words, 26) say what causes what.

    The mean of two: every pool weighs the words and sums up their votes (attention pooling); and
    all ways to place a cause and an effect are weighed against none (a globally normalised model).
    """
    weights = np.exp(scores[:, :POOLS] - scores[:, :POOLS].max(axis=0))
    votes = (weights / weights.sum(axis=0) * scores[:, POOLS : 2 * POOLS]).sum()
    parts = scores[:, 2 * POOLS : 2 * POOLS + len(PARTS)]
    one, two = (_all_ways(*(parts[:, _OF[role]] for role in roles)) for roles in _ORDERS)
    return float((votes + np.logaddexp(one, two)) / 2)


def _all_ways(one: Numbers, two: Numbers) -> float:
    """The logarithm of the sum over all ways to place a run by ``one`` and one behind it."""
    return float(np.logaddexp.reduce(_placed(one, two, np.logaddexp)[-1])) if len(one) > 1 else _FAR


def _placed(
    one: Numbers, two: Numbers, over: np.ufunc
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """What it scores to place a run by ``one`` and one behind it, ``over`` all ways to.

    Both (words, 3): what a word gains as the first of its run, as a later one, and as the last.
    By word: to open the first run; to have ended it; to close the second; and, from the second word
    on, to begin the second with all before it.
    """
    left, right = (np.cumsum(part[:, 1]) for part in (one, two))
    opening, closing = one[:, 0] - left, right + two[:, 2]
    ends = over.accumulate(opening) + left + one[:, 2]
    begins = two[:, 0] - right + over.accumulate(closing[::-1])[::-1]
    return opening, ends, closing, over.accumulate(ends)[:-1] + begins[1:]


def _related(pieces: Pieces, words: range, scores: Numbers) -> Iterator[Related]:
    """The relation that fits best, and a second one, which may have a negative gain."""
    first = 2 * POOLS + np.arange(LAYERS + 1) * len(PARTS)
    more = first[-1] + np.arange(LAYERS + 1) * len(SIGNALS)
    seen = set()
    for layer in range(LAYERS):
        parts = scores[:, first[layer] : first[layer + 1]]
        gain, cause, effect = _pair(parts)
        if len(parts) < 2:
            break
        spans = tuple(_span(pieces, words[s.start : s.stop]) for s in (cause, effect))
        if spans not in seen:
            seen.add(spans)
            signals = _signals(scores[:, more[layer] : more[layer + 1]])
            found = tuple(_span(pieces, [words[at] for at in run]) for run in signals)
            yield Related(spans[0], spans[1], found, gain, layer)


def _pair(scores: Numbers) -> tuple[float, range, range]:
    """One cause and one effect, each a run of words, that fit best, in either order.

    With them what they score, where nothing at all scores 0; ``scores`` (words, 6) of a layer.
    """
    ways = []
    for roles in _ORDERS:
        gain, runs = _in_order(*(scores[:, _OF[role]] for role in roles))
        of = dict(zip(roles, runs, strict=True))
        ways.append((gain, of["cause"], of["effect"]))
    return max(ways, key=lambda way: way[0])


def _in_order(one: Numbers, two: Numbers) -> tuple[float, tuple[range, range]]:
    """A run by ``one`` and behind it a run by ``two`` with the most gain together."""
    if len(one) < 2:
        return 0.0, (range(len(one)), range(len(one)))
    opening, ends, closing, total = _placed(one, two, np.maximum)
    start = 1 + int(total.argmax())
    end = int(ends[:start].argmax())
    first = int(opening[: end + 1].argmax())
    last = start + int(closing[start:].argmax())
    return float(total.max()), (range(first, end + 1), range(start, last + 1))


def _signals(scores: Numbers) -> list[list[int]]:
    """Runs of words that are likelier in a signal than not."""
    found: list[list[int]] = []
    before = 0
    for i, tag in enumerate(scores.argmax(axis=1)):
        if SIGNALS[tag][0] == "B" or (tag and not before):
            found.append([i])
        elif tag:
            found[-1].append(i)
        before = int(tag)
    return found


def _span(pieces: Pieces, words: Sequence[int]) -> Span:
    """From the first piece of the first word to the last piece of the last."""
    last = words[-1]
    after = pieces.words[last + 1] if last + 1 < len(pieces.words) else len(pieces.ids)
    start = pieces.words[words[0]]
    return Span(pieces.starts[start], max(pieces.ends[pieces.words[last] : after]))
