"""What a batch of windows teaches, as tensors, so that a step has no loop over its words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import TypeVar

import torch
from torch import Tensor

from reportedly.readings.tagger.marks import LAYERS

T = TypeVar("T")

Parted = tuple[tuple[int, int, int, int], list[int]]
"""Cause and effect of one relation (first and last word of each) and the tags of its signal."""

Relations = Sequence["Parted | None"]

Voters = tuple[list[int], ...]
"""The words of a cue, of its source and of its content."""

Judging = tuple[int, Voters, tuple[int, ...], tuple[float, ...]]
"""The window of a cue, who votes on it, its labels, and a teacher's chances of each, if any."""

Links = list[tuple[int, int, list[int]]]
"""Rows (window, piece, pieces that it should point at)."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """Windows in which attributions are marked: (rows), then (rows, words) each, and (rows)."""

    rows: Tensor
    at: Tensor
    gold: Tensor
    used: Tensor
    counts: Tensor


@dataclass(frozen=True, slots=True)
class Pointing:
    """Pieces that point (``rows``, ``at``); ``wanted`` is where the one of a ``number`` may."""

    rows: Tensor
    at: Tensor
    number: Tensor
    wanted: Tensor


@dataclass(frozen=True, slots=True)
class Placed:
    """Pieces with one label each."""

    rows: Tensor
    at: Tensor
    gold: Tensor


@dataclass(frozen=True, slots=True)
class Cues:
    """The words that vote on cues: the cue's number, who votes, and what for; labels (cues, 4).

    ``chances``: what a teacher gives each label, of the cues ``taught`` (taught, 42).
    """

    number: Tensor
    rows: Tensor
    at: Tensor
    voter: Tensor
    share: Tensor
    labels: Tensor
    taught: Tensor
    chances: Tensor


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences of which causes are known.

    ``at`` and ``used``: (sentences, words). ``parts``: cause and effect of up to two relations
    (sentences, 2, 4), ``signals`` (sentences, 2, words) with -100 behind the last word, ``known``
    whether the parts are, ``count`` of relations.
    """

    rows: Tensor
    at: Tensor
    used: Tensor
    causal: Tensor
    parts: Tensor
    signals: Tensor
    known: Tensor
    count: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side; what none of them teaches is None."""

    ids: Tensor
    seen: Tensor
    tagged: Tagged | None
    to_cue: Pointing | None
    to_source: Pointing | None
    to_carrier: Pointing | None
    inner: Placed | None
    judged: Cues | None
    committed: Placed | None
    sentences: Sentences | None

    def on(self, device: str) -> "Batch":
        """The same on another device."""
        return _on(self, device)


@dataclass(slots=True)
class Gathered:
    """What the windows of a batch teach, as it is gathered: rows are numbers of windows."""

    ids: list[list[int]] = field(default_factory=list)
    tagged: list[tuple[int, list[int], list[int], list[bool]]] = field(default_factory=list)
    to_cue: Links = field(default_factory=list)
    to_source: Links = field(default_factory=list)
    to_carrier: Links = field(default_factory=list)
    inner: list[tuple[int, int, float]] = field(default_factory=list)
    judged: list[Judging] = field(default_factory=list)
    committed: list[tuple[int, int, int]] = field(default_factory=list)
    sentences: list[tuple[int, list[int], bool, Relations]] = field(default_factory=list)

    def batch(self) -> Batch:
        """As tensors."""
        lengths = torch.tensor([len(row) for row in self.ids])
        ids = _padded(self.ids)
        return Batch(
            ids,
            torch.arange(ids.shape[1])[None] < lengths[:, None],
            _some(self.tagged, _tagged),
            _some(self.to_cue, _pointing),
            _some(self.to_source, _pointing),
            _some(self.to_carrier, _pointing),
            _some(self.inner, _placed),
            _some(self.judged, _cues),
            _some(self.committed, _placed),
            _some(self.sentences, sentences),
        )


def _some(rows: list[T], made: Callable[[list[T]], object]) -> "object | None":
    return made(rows) if rows else None


def _tagged(rows: Sequence[tuple[int, list[int], list[int], list[bool]]]) -> Tagged:
    numbers, at, tags, used = zip(*rows, strict=True)
    counts = torch.tensor([len(row) for row in at])
    return Tagged(torch.tensor(numbers), _padded(at), _padded(tags), _padded(used).bool(), counts)


def _pointing(links: Links) -> Pointing:
    rows, at, found = zip(*links, strict=True)
    flat = [(number, piece) for number, pieces in enumerate(found) for piece in pieces]
    number, wanted = zip(*flat, strict=True)
    return Pointing(*map(torch.tensor, (rows, at, number, wanted)))


def _placed(rows: Sequence[tuple[int, int, float]]) -> Placed:
    return Placed(*(torch.tensor(part) for part in zip(*rows, strict=True)))


def _cues(rows: Sequence[Judging]) -> Cues:
    flat = [
        (number, row, word, voter, 1 / len(words))
        for number, (row, voters, *_) in enumerate(rows)
        for voter, words in enumerate(voters)
        for word in words
    ]
    labels = torch.tensor([labels for _, _, labels, _ in rows])
    taught = [(number, chances) for number, (*_, chances) in enumerate(rows) if chances]
    at = torch.tensor([number for number, _ in taught], dtype=torch.long)
    chances = torch.tensor([given for _, given in taught])
    return Cues(*map(torch.tensor, zip(*flat, strict=True)), labels, at, chances)


def sentences(rows: Sequence[tuple[int, list[int], bool, Relations]]) -> Sentences:
    """Sentences (window, words, whether causal, relations) as tensors."""
    numbers, words, causal, relations = zip(*rows, strict=True)
    at = _padded(words)
    lengths = torch.tensor([len(row) for row in words])
    held = [[*row, *[None] * (LAYERS - len(row))] for row in relations]
    parts = [[one[0] if one else (0, 0, 0, 0) for one in row] for row in held]
    signals = torch.full((len(rows), LAYERS, at.shape[1]), -100)
    for number, row in enumerate(held):
        for layer, one in enumerate(row):
            if one:
                signals[number, layer, : len(one[1])] = torch.tensor(one[1])
    return Sentences(
        torch.tensor(numbers),
        at,
        torch.arange(at.shape[1])[None] < lengths[:, None],
        torch.tensor([float(one) for one in causal]),
        torch.tensor(parts),
        signals,
        torch.tensor([[one is not None for one in row] for row in held]),
        torch.tensor([len(row) for row in relations]),
    )


def _padded(rows: Iterable[Sequence[int]]) -> Tensor:
    """(rows, longest), zeros behind the end of each."""
    parts = [torch.tensor(row, dtype=torch.long) for row in rows]
    return torch.nn.utils.rnn.pad_sequence(parts, batch_first=True)


def _on(record: T, device: str) -> T:
    moved = []
    for one in fields(record):  # type: ignore[arg-type]
        value = getattr(record, one.name)
        if isinstance(value, Tensor):
            moved.append(value.to(device, non_blocking=True))
        else:
            moved.append(None if value is None else _on(value, device))
    return type(record)(*moved)
