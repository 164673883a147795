"""What the causes in a sentence cost: a distribution over all ways to place cause and effect."""

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812  the name that every reader of torch knows

from reportedly.readings.tagger.marks import LAYERS, PARTS, POOLS, SIGNALS

from .tensors import Sentences

RELATED, SIGNAL = 0.2, 0.3
"""What relations count for beside the sentence, and signals beside cause and effect."""

FAR = -1e3
"""A score that nothing reaches."""


def causal_loss(scores: Tensor, told: Sentences) -> Tensor:
    """Whether each sentence is causal, and its relations; ``scores`` (windows, pieces, 26)."""
    table = scores[told.rows[:, None], told.at]
    weights = table[..., :POOLS].masked_fill(~told.used[..., None], FAR).softmax(1)
    votes = (weights * table[..., POOLS : 2 * POOLS]).sum((1, 2))
    related = related_loss(table, told)
    return F.binary_cross_entropy_with_logits(votes, told.causal) + RELATED * related


def related_loss(table: Tensor, told: Sentences) -> Tensor:
    """What the relations of each sentence cost, two of them in the order that costs less.

    ``table`` holds the scores of the words of each sentence: (sentences, words, 26). A relation
    whose parts are not known costs nothing; in a layer without one all ways but "nothing" cost.
    """
    parts, signals = _by_layer(table)
    every = [all_ways(one, told.used) for one in parts]

    def cost(layer: int, number: int) -> Tensor:
        tags = F.cross_entropy(
            signals[layer].transpose(1, 2), told.signals[:, number], reduction="none"
        ).sum(1)
        found = every[layer] - way(parts[layer], told.parts[:, number]) + SIGNAL * tags
        return found * told.known[:, number]

    one = torch.where(told.count > 0, cost(0, 0), every[0]) + every[1]
    both = torch.minimum(cost(0, 0) + cost(1, 1), cost(0, 1) + cost(1, 0))
    return torch.where(told.count > 1, both, one).mean()


def _by_layer(table: Tensor) -> tuple[list[Tensor], list[Tensor]]:
    first, width = 2 * POOLS, LAYERS * len(PARTS)
    parts, signals = table[..., first : first + width], table[..., first + width :]
    return list(parts.split(len(PARTS), -1)), list(signals.split(len(SIGNALS), -1))


def way(scores: Tensor, parts: Tensor) -> Tensor:
    """What one cause and one effect score in each sentence, of (sentences, words, 6).

    ``parts``: first and last word of the cause, first and last of the effect (sentences, 4).
    """
    rows, upto = torch.arange(len(scores), device=scores.device), scores.cumsum(1)
    total = torch.zeros(len(scores), device=scores.device)
    for first, last, at in ((parts[:, 0], parts[:, 1], 0), (parts[:, 2], parts[:, 3], 3)):
        inside = upto[rows, last, at + 1] - upto[rows, first, at + 1]
        total = total + scores[rows, first, at] + inside + scores[rows, last, at + 2]
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
