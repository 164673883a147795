"""What the causes in a sentence cost: a distribution over all ways to place cause and effect."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812  the name that every reader of torch knows
from torch.nn.utils.rnn import pad_sequence

from reportedly.readings.tagger.marks import LAYERS, PARTS, POOLS, SIGNALS

from .batches import Parted, Sentence

RELATED, SIGNAL = 0.2, 0.3
"""What relations count for beside the sentence, and signals beside cause and effect."""

FAR = -1e3
"""A score that nothing reaches."""


def causal_loss(scores: Tensor, sentences: Sequence[tuple[int, Sentence]]) -> Tensor:
    """Whether each sentence is causal, and its relations; scores of windows, each with its row."""
    rows = [scores[row, one.words] for row, one in sentences]
    votes = torch.stack(
        [(row[:, :POOLS].softmax(0) * row[:, POOLS : 2 * POOLS]).sum() for row in rows]
    )
    causal = torch.tensor([float(one.causal) for _, one in sentences])
    related = related_loss(rows, [one.relations for _, one in sentences])
    return F.binary_cross_entropy_with_logits(votes, causal) + RELATED * related


def related_loss(rows: Sequence[Tensor], relations: Sequence[Sequence[Parted | None]]) -> Tensor:
    """What the relations of each sentence cost, two of them in the order that costs less.

    ``rows`` hold the scores of the words of each sentence: (words, 26). A relation that is None
    costs nothing; in a layer without one all ways but "nothing" cost.
    """
    table = pad_sequence(list(rows), batch_first=True)
    used = torch.arange(table.shape[1])[None] < torch.tensor([len(row) for row in rows])[:, None]
    parts, signals = _by_layer(table)
    every = [all_ways(one, used) for one in parts]
    zero = table.sum() * 0

    def cost(at: int, layer: int, one: Parted | None) -> Tensor:
        if one is None:
            return zero
        given, tags = one
        gold = torch.tensor(tags)
        told = F.cross_entropy(signals[layer][at, : len(gold)], gold, reduction="sum")
        return every[layer][at] - way(parts[layer][at], given) + SIGNAL * told

    total = zero
    for at, found in enumerate(relations):
        if len(found) > 1:
            orders = (tuple(found), tuple(reversed(found)))
            ways = [sum((cost(at, k, one) for k, one in enumerate(o)), zero) for o in orders]
            total = total + min(ways, key=Tensor.item)
        else:
            total = total + (cost(at, 0, found[0]) if found else every[0][at]) + every[1][at]
    return total / len(rows)


def _by_layer(table: Tensor) -> tuple[list[Tensor], list[Tensor]]:
    first, width = 2 * POOLS, LAYERS * len(PARTS)
    parts, signals = table[..., first : first + width], table[..., first + width :]
    return list(parts.split(len(PARTS), -1)), list(signals.split(len(SIGNALS), -1))


def way(scores: Tensor, parts: tuple[int, int, int, int]) -> Tensor:
    """What one cause and one effect score, of (words, 6)."""
    cause, effect = parts[:2], parts[2:]
    total = scores.sum() * 0
    for (first, last), at in ((cause, 0), (effect, 3)):
        inside = scores[first + 1 : last + 1, at + 1].sum()
        total = total + scores[first, at] + inside + scores[last, at + 2]
    return total


def all_ways(scores: Tensor, used: Tensor) -> Tensor:
    """The logarithm of the sum over all ways, "nothing" (0) among them.

    ``scores`` (sentences, words, 6), ``used`` (sentences, words) → (sentences).
    """
    scores = scores.masked_fill(~used[..., None], FAR)
    cause, effect = scores[..., :3], scores[..., 3:]
    both = torch.stack([_in_order(cause, effect), _in_order(effect, cause)])
    return torch.logsumexp(torch.cat([both, torch.zeros_like(both[:1])]), 0)


def _in_order(one: Tensor, two: Tensor) -> Tensor:
    """Likewise over a run by ``one`` and one by ``two`` behind it: (sentences, words, 3) each."""
    if one.shape[1] < 2:
        return one.sum((1, 2)) * 0 + FAR
    left, right = one[..., 1].cumsum(1), two[..., 1].cumsum(1)
    ends = torch.logcumsumexp(one[..., 0] - left, 1) + left + one[..., 2]
    closing = (right + two[..., 2]).flip(1)
    begins = two[..., 0] - right + torch.logcumsumexp(closing, 1).flip(1)
    return torch.logsumexp(torch.logcumsumexp(ends, 1)[:, :-1] + begins[:, 1:], 1)
