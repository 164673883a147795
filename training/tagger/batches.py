"""Windows of texts with the gold tags and links of their words."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from reportedly.encoder import BEGIN, BREAK, Alphabet, Pieces
from reportedly.readings.tagger.marks import TAGS

from .corpus import Pair, Text, View, restyled

MASK = 103
SIZE = 254
"""Pieces of a training window."""

_FIRST = {role: TAGS.index(f"B-{role}") for role in ("source", "cue", "content")}


Links = list[tuple[int, int, list[int]]]
"""Rows (window, piece, pieces that it should point at)."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text in pieces: a tag for each, whether it counts, and (cue, source, content) by piece."""

    pieces: Pieces
    tags: list[int]
    counts: list[bool]
    links: list[tuple[list[int], list[int], list[int]]]


@dataclass(slots=True)
class Batch:
    """Windows side by side."""

    ids: Tensor
    seen: Tensor
    words: list[list[int]] = field(default_factory=list)
    tags: list[list[int]] = field(default_factory=list)
    counts: list[list[bool]] = field(default_factory=list)
    to_cue: Links = field(default_factory=list)
    to_source: Links = field(default_factory=list)


def prepare(alphabet: Alphabet, text: Text) -> list[list[Prepared]]:
    """A text in both styles of quotation marks, each with every view of it."""
    styles = (alphabet.pieces(written) for written in (text.text, restyled(text.text)))
    return [[_prepared(pieces, view) for view in text.views] for pieces in styles]


def _prepared(pieces: Pieces, view: View) -> Prepared:
    at = {c: i for i, (s, e) in enumerate(zip(pieces.starts, pieces.ends, strict=True))
          for c in range(s, e)}  # fmt: skip
    firsts = set(pieces.words)

    def words(pair: Pair) -> list[int]:
        return sorted({at[c] for c in range(*pair) if c in at} & firsts)

    made = Prepared(pieces, [0] * len(pieces.ids), [True] * len(pieces.ids), [])
    for one in view.marked:
        if one.depth == 0:
            roles = [[words(p) for p in part] for part in (one.content, one.source, one.cue)]
            for role, found in zip(("content", "source", "cue"), roles, strict=True):
                for run in found:
                    for number, word in enumerate(run):
                        made.tags[word] = _FIRST[role] + (number > 0)
            content, source, cue = ([w for run in found for w in run] for found in roles)
            made.links.append((cue, source, content))
    for pair in view.hidden:
        for word in words(pair):
            made.counts[word] = False
    return made


def epoch(
    texts: Sequence[list[list[Prepared]]], size: int, chance: random.Random
) -> Iterator[list[tuple[Prepared, int, int]]]:
    """Every text once, cut at random places, in batches of windows of like length.

    ``size`` is the number of whole windows in a batch; of shorter ones it holds more.
    """
    cut = []
    for styles in texts:
        style = styles[0] if chance.random() < 0.7 else styles[1]
        one = chance.choice(style)
        count = len(one.pieces.ids)
        first = chance.randrange(1, SIZE) if count > SIZE else count
        starts = [0, *range(first, count, SIZE)]
        ends = [*starts[1:], count]
        cut += [
            (one, max(0, min(s, e - 24)), e) for s, e in zip(starts, ends, strict=True) if e > s
        ]
    chance.shuffle(cut)
    for at in range(0, len(cut), size * 32):
        block = sorted(cut[at : at + size * 32], key=lambda w: w[2] - w[1])
        batches = list(_filled(block, size))
        chance.shuffle(batches)
        yield from batches


def _filled(
    windows: list[tuple[Prepared, int, int]], size: int
) -> Iterator[list[tuple[Prepared, int, int]]]:
    batch: list[tuple[Prepared, int, int]] = []
    for one in windows:
        if (batch and (len(batch) + 1) * (one[2] - one[1]) > size * SIZE) or len(batch) >= size * 8:
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch


def collate(
    windows: Sequence[tuple[Prepared, int, int]], masked: float, chance: random.Random
) -> Batch:
    """Windows as tensors; a share ``masked`` of the pieces is hidden from the network."""
    length = max(end - start for _, start, end in windows) + 2
    batch = Batch(
        torch.zeros(len(windows), length, dtype=torch.long),
        torch.zeros(len(windows), length, dtype=torch.bool),
    )
    for row, (one, start, end) in enumerate(windows):
        ids = [
            MASK if i != BREAK and chance.random() < masked else i
            for i in one.pieces.ids[start:end]
        ]
        batch.ids[row, : len(ids) + 2] = torch.tensor([BEGIN, *ids, BREAK])
        batch.seen[row, : len(ids) + 2] = True
        words = [w for w in one.pieces.words if start <= w < end]
        batch.words.append([w - start + 1 for w in words])
        batch.tags.append([one.tags[w] for w in words])
        batch.counts.append([one.counts[w] for w in words])
        for cue, source, content in one.links:
            cues, sources, contents = (
                [w - start + 1 for w in part if start <= w < end] for part in (cue, source, content)
            )
            if cues:
                batch.to_cue += [(row, w, cues) for w in contents]
            if cues and (sources or not source):
                batch.to_source += [(row, w, sources or [0]) for w in cues]
    return batch
