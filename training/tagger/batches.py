"""Windows of texts with the gold tags and links of their words."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.encoder import BEGIN, BREAK, Alphabet, Pieces
from reportedly.readings.tagger.marks import (
    ACTS,
    DENIALS,
    LAYERS,
    STANCES,
    TAGS,
    VALUES,
)

from .tensors import Batch, Gathered, Parted
from .texts import Causal, Judgement, Marked, Pair, Text, View, restyled

MASK = 103
OPEN = -100
"""The column of a label that nobody knows."""

SIZE = 208
"""Pieces of a training window: no window that is read is longer."""

_FIRST = {role: TAGS.index(f"B-{role}") for role in ("source", "cue", "content")}


Words = Callable[[Pair], list[int]]
"""From a stretch of the text to its words, by piece."""

Learn = Literal["all", "above", "finding", "judging"]
"""What a fit learns: everything, what finds attributions, or what judges them and causes."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text in pieces: a tag for each, whether it counts, and who goes with whom by piece."""

    pieces: Pieces
    tags: list[int]
    counts: list[bool]
    links: list["Link"]
    sentences: list["Sentence"]
    inner: list[float] | None
    judged: list["Judged"]
    committed: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A cue's labels by column, and the words that vote on them, each part by piece.

    ``chances`` (42) are what a teacher gives each label; empty where it was not asked.
    """

    voters: tuple[list[int], ...]
    labels: tuple[int, ...]
    chances: tuple[float, ...] = ()

    def within(self, start: int, end: int) -> "Judged | None":
        """The same in a window, counted from its opening piece; None where the cue is cut."""
        inside = tuple([w - start + 1 for w in part if start <= w < end] for part in self.voters)
        whole = inside[0] and len(inside[0]) == len(self.voters[0])
        return replace(self, voters=inside) if whole else None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of which causes are known: its words by piece, its relations.

    A relation: first and last word of the cause and of the effect, by number, and the tags of
    every word in its signal. None where the relation is not of two parts that stand apart.
    """

    words: list[int]
    causal: bool
    relations: list["Parted | None"]


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution by piece; ``carrier`` is None where nothing is known of one."""

    cue: list[int]
    source: list[int]
    content: list[int]
    carrier: list[int] | None


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

    told = view.marked is not None
    causal = [_sentence(one, words) for one in view.causal or ()]
    inner: list[float] | None = None if view.inner is None else [0.0] * len(pieces.ids)
    for word in (w for pair in view.inner or () for w in words(pair)):
        inner[word] = 1.0  # type: ignore[index]

    committed = [
        (words(one.place)[0], VALUES.index(one.factuality))
        for one in view.committed
        if words(one.place)
    ]
    made = Prepared(
        pieces,
        [0] * len(pieces.ids),
        [told] * len(pieces.ids),
        [],
        causal,
        inner,
        list(_judgements(view, words)),
        committed,
    )
    _mark(made, view, words)
    for pair in view.hidden:
        for word in words(pair):
            made.counts[word] = False
    return made


def _judgements(view: View, words: Words) -> Iterator[Judged]:
    """The cues of ``view`` with their labels."""
    for one in view.judged:
        parts = (one.cue, one.source, one.content)
        voters = tuple([w for p in part for w in words(p)] for part in parts)
        yield Judged(voters, _labels(one), one.chances)


def _mark(made: Prepared, view: View, words: Words) -> None:
    """Put down the tags and links of the attributions of ``view``."""
    flat = [one for one in view.marked or () if one.depth == 0]
    for one in sorted(flat, key=lambda m: bool(m.carrier), reverse=True):
        roles = [[words(p) for p in part] for part in (one.content, one.source, one.cue)]
        for role, found in zip(("content", "source", "cue"), roles, strict=True):
            for run in found:
                for number, word in enumerate(run):
                    made.tags[word] = _FIRST[role] + (number > 0)
        content, source, cue = ([w for run in found for w in run] for found in roles)
        passed = {w for other in _carried(one, flat) for p in other.content for w in words(p)}
        carrier = None if one.carrier is None else [w for p in one.carrier for w in words(p)]
        own = [w for w in content if w not in passed]
        made.links.append(Link(cue, source, own, carrier))


def _labels(one: Judgement) -> tuple[int, ...]:
    """The columns of act, stance, factuality and denial, each within its own."""
    denial = None if one.denial in {"-", "silence"} else one.denial
    told = ((one.act, ACTS), (one.stance, STANCES), (one.factuality, VALUES), (denial, DENIALS))
    return tuple(OPEN if label == "?" else columns.index(label) for label, columns in told)


def _sentence(one: Causal, words: Words) -> Sentence:
    of = {word: i for i, word in enumerate(words(one.sentence))}
    found: list[Parted | None] = []
    for relation in one.relations[:LAYERS]:
        signal = [0] * len(of)
        for pair in relation.signal:
            for number, word in enumerate(w for w in words(pair) if w in of):
                signal[of[word]] = 1 + (number > 0)
        cause, effect = (
            [of[w] for w in words(p) if w in of] for p in (relation.cause, relation.effect)
        )
        apart = cause and effect and (cause[-1] < effect[0] or effect[-1] < cause[0])
        parts = (cause[0], cause[-1], effect[0], effect[-1]) if apart else None
        found.append((parts, signal) if parts else None)
    return Sentence(list(of), bool(one.relations), found)


def _carried(one: Marked, flat: list[Marked]) -> Iterator[Marked]:
    """Those that ``one`` passes on, and those that they pass on."""
    for other in flat:
        if other.carrier == one.cue and other is not one:
            yield other
            yield from _carried(other, flat)


def epoch(
    texts: Sequence[list[list[Prepared]]], size: int, chance: random.Random, learn: Learn = "all"
) -> Iterator[list[tuple[Prepared, int, int]]]:
    """Every text once, cut at random places, in batches of windows of like length.

    ``size`` is the number of whole windows in a batch; of shorter ones it holds more. Windows
    from which nothing of what is to be learnt can be learnt are left out.
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
    cut = [window for window in cut if _teaches(window, learn)]
    chance.shuffle(cut)
    for at in range(0, len(cut), size * 32):
        block = sorted(cut[at : at + size * 32], key=lambda w: w[2] - w[1])
        batches = list(_filled(block, size))
        chance.shuffle(batches)
        yield from batches


def _teaches(window: tuple[Prepared, int, int], learn: Learn) -> bool:
    one, start, end = window
    judging = [*(of.voters[0] for of in one.judged), *(s.words for s in one.sentences)]
    judges = any(start <= words[0] < end for words in judging if words) or any(
        start <= w < end for w, _ in one.committed
    )
    finds = any(one.counts) or one.inner is not None
    return {"judging": judges, "finding": finds}.get(learn, judges or finds)


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


@dataclass(frozen=True, slots=True)
class Epoch:
    """The batches of an epoch, each made when it is asked for, the same whoever asks."""

    windows: Sequence[list[tuple[Prepared, int, int]]]
    masked: float
    seed: float

    def __len__(self) -> int:
        """How many batches."""
        return len(self.windows)

    def __getitem__(self, at: int) -> Batch:
        """One of them."""
        chance = random.Random(f"{self.seed} {at}")  # noqa: S311  a seed, not a secret
        return collate(self.windows[at], self.masked, chance)


def collate(
    windows: Sequence[tuple[Prepared, int, int]], masked: float, chance: random.Random
) -> Batch:
    """Windows as tensors; a share ``masked`` of the pieces is hidden from the network."""
    made = Gathered()
    for row, (one, start, end) in enumerate(windows):
        ids = [
            MASK if i != BREAK and chance.random() < masked else i
            for i in one.pieces.ids[start:end]
        ]
        made.ids.append([BEGIN, *ids, BREAK])
        words = [w for w in one.pieces.words if start <= w < end]
        if any(one.counts[w] for w in words):
            tags = [one.tags[w] for w in words]
            counts = [one.counts[w] for w in words]
            made.tagged.append((row, [w - start + 1 for w in words], tags, counts))
        _judged(made, row, (one, start, end), words)
        for link in one.links:
            _linked(made, row, link, (start, end))
    return made.batch()


def _judged(
    made: Gathered, row: int, window: tuple[Prepared, int, int], words: Sequence[int]
) -> None:
    """Put down what is known of the words, cues, events and sentences of one window."""
    one, start, end = window
    if one.inner is not None:
        made.inner += [(row, w - start + 1, one.inner[w]) for w in words]
    for judged in one.judged:
        if here := judged.within(start, end):
            made.judged.append((row, here.voters, here.labels, here.chances))
    made.committed += [(row, w - start + 1, v) for w, v in one.committed if start <= w < end]
    for sentence in one.sentences:
        if start <= sentence.words[0] and sentence.words[-1] < end:
            here = [w - start + 1 for w in sentence.words]
            made.sentences.append((row, here, sentence.causal, sentence.relations))


def _linked(made: Gathered, row: int, link: Link, window: Pair) -> None:
    """Put down who points at whom in one attribution, as far as the window holds it."""
    start, end = window
    cues, sources, contents, carriers = (
        [w - start + 1 for w in part if start <= w < end]
        for part in (link.cue, link.source, link.content, link.carrier or ())
    )
    if cues:
        made.to_cue += [(row, w, cues) for w in contents]
    if cues and (sources or not link.source):
        made.to_source += [(row, w, sources or [0]) for w in cues]
    if cues and link.carrier is not None and (carriers or not link.carrier):
        made.to_carrier += [(row, w, carriers or [0]) for w in cues]
