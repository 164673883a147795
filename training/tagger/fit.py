"""Fit the network: tags by cross-entropy and a chain, links by whom each word points at."""

import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812  the name that every reader of torch knows

from reportedly.readings.tagger.marks import ACTS, DENIALS, SIZE, STANCES, TAGS, VALUES

from .batches import OPEN, Batch, Learn, Prepared, collate, epoch
from .causes import causal_loss
from .network import LAYERS, SHARED, Scores, Tagger, Transitions, load


@dataclass(frozen=True, slots=True)
class Recipe:
    """Every choice of a fit; an ablation changes one of them."""

    epochs: float = 5.0
    batch: int = 8
    rate: float = 2e-4
    head_rate: float = 1e-3
    decay: float = 0.9
    drop: float = 0.1
    masked: float = 0.05
    chain: bool = True
    links: float = 0.3
    causes: float = 0.5
    judged: float = 0.5
    committed: float = 0.3
    inner: float = 0.5
    repeats: int = 2
    short_repeats: int = 2
    causal_repeats: int = 3
    learn: Learn = "all"
    """``finding`` and ``judging`` leave the layers that both share, and the other, as they are."""
    seed: int = 0

    def changed(self, changes: Sequence[str]) -> "Recipe":
        """The same with other choices, each as ``KEY=VALUE``."""
        given = dict(change.split("=", 1) for change in changes)
        kinds = {name: type(getattr(self, name)) for name in given}
        return replace(
            self, **{n: v if kinds[n] is str else kinds[n](float(v)) for n, v in given.items()}
        )


Weights = dict[str, Tensor]


def fit(
    every: Sequence[list[list[Prepared]]],
    recipe: Recipe,
    keep: Path,
    start: Weights | None = None,
) -> Weights:
    """The weights of the last step; ``keep`` is written every epoch.

    ``start`` holds weights to go on from, in place of the pretrained ones.
    """
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)  # noqa: S311  a seed, not a secret
    network, chain = Tagger(recipe.drop).start(), Transitions()
    if start:
        load(network, start)
        chain.scores.data.copy_(start["chain"])
    network.train()
    named = [*network.named_parameters(), ("chain", chain.scores)]
    learning = [(n, p) for n, p in named if not _is_frozen(n, recipe)]
    for name, parameter in named:
        parameter.requires_grad_(not _is_frozen(name, recipe))
    optimiser = torch.optim.AdamW([_group(n, p, recipe) for n, p in learning], betas=(0.9, 0.98))
    rates = [group["lr"] for group in optimiser.param_groups]
    passes = epoch(every, recipe.batch, random.Random(0), recipe.learn)  # noqa: S311
    total = int(recipe.epochs * sum(1 for _ in passes))
    step, begun, losses = 0, time.monotonic(), []
    while step < total:
        for windows in epoch(every, recipe.batch, chance, recipe.learn):
            if step >= total:
                break
            slope = min(1.0, (step + 1) / max(1, total // 20)) * (1 - step / total)
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * slope
            found = _loss(network, chain, collate(windows, recipe.masked, chance), recipe)
            found.backward()
            torch.nn.utils.clip_grad_norm_([p for _, p in learning], 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            losses.append(found.item())
            step += 1
            if step % 50 == 0:
                loss, spent = sum(losses) / len(losses), time.monotonic() - begun
                told = f"step {step} of {total}, loss {loss:.3f}, {spent:.0f} s"
                print(told, file=sys.stderr, flush=True)
                losses = []
        torch.save(_weights(named), keep)
    return _weights(named)


def _weights(named: list[tuple[str, torch.nn.Parameter]]) -> Weights:
    return {name: p.detach().clone() for name, p in named}


_JUDGES = ("judging", "related", "judged", "committed")
_FINDS = ("tags", "vectors", "inner", "chain", *(f"layers.{n}" for n in range(SHARED, LAYERS)))


def _is_frozen(name: str, recipe: Recipe) -> bool:
    learnt = {"finding": _FINDS, "judging": _JUDGES}.get(recipe.learn)
    return learnt is not None and not name.startswith(learnt)


def _group(name: str, parameter: torch.nn.Parameter, recipe: Recipe) -> dict[str, object]:
    """Lower layers learn more slowly; what is new learns fastest."""
    rate = recipe.head_rate
    if name == "chain":
        rate = 5e-3
    elif name.startswith("words"):
        rate = recipe.rate * recipe.decay**LAYERS
    elif name.startswith("layers"):
        rate = recipe.rate * recipe.decay ** (LAYERS - 1 - int(name.split(".")[1]))
    elif name.startswith("judging"):
        rate = recipe.rate * recipe.decay ** (LAYERS - SHARED - 1 - int(name.split(".")[1]))
    plain = parameter.dim() < 2 or name.startswith("words") or name == "chain"
    return {"params": [parameter], "lr": rate, "weight_decay": 0.0 if plain else 0.01}


def _loss(network: Tagger, chain: Transitions, batch: Batch, recipe: Recipe) -> Tensor:
    seen = batch.seen[:, None, None, :]
    if recipe.learn == "judging":
        return _judging_loss(network.judge(batch.ids, seen), batch, recipe)
    if recipe.learn == "finding":
        return _finding_loss(network.find(batch.ids, seen), chain, batch, recipe)
    of = network.both(batch.ids, seen)
    return _finding_loss(of, chain, batch, recipe) + _judging_loss(of, batch, recipe)


def _finding_loss(of: Scores, chain: Transitions, batch: Batch, recipe: Recipe) -> Tensor:
    total = _tag_loss(of["tags"], chain, batch, recipe)
    vectors = of["vectors"].split(SIZE, dim=-1)
    for pairs, at in ((batch.to_cue, 0), (batch.to_source, 2), (batch.to_carrier, 4)):
        if pairs and recipe.links:
            total = total + recipe.links * _link_loss(*vectors[at : at + 2], batch.seen, pairs)
    if batch.inner:
        rows, at, gold = (torch.tensor(part) for part in zip(*batch.inner, strict=True))
        found = F.binary_cross_entropy_with_logits(of["inner"][rows, at, 0], gold)
        total = total + recipe.inner * found
    return total


def _judging_loss(of: Scores, batch: Batch, recipe: Recipe) -> Tensor:
    total = of["judged"].sum() * 0
    if batch.sentences:
        total = total + recipe.causes * causal_loss(of["causal"], batch.sentences)
    if batch.judged:
        total = total + recipe.judged * _judged_loss(of["judged"], batch)
    if batch.committed:
        rows, at, gold = (torch.tensor(part) for part in zip(*batch.committed, strict=True))
        total = total + recipe.committed * F.cross_entropy(of["committed"][rows, at], gold)
    return total


def _judged_loss(scores: Tensor, batch: Batch) -> Tensor:
    """What cues do: the mean of the scores of their words against each label."""
    cues = torch.stack([scores[row, words].mean(0) for row, words, _ in batch.judged])
    gold = torch.tensor([labels for _, _, labels in batch.judged])
    parts = cues.split([len(ACTS), len(STANCES), len(VALUES), len(DENIALS)], dim=-1)
    total = torch.zeros(())
    for k, part in enumerate(parts):
        known = gold[:, k] != OPEN
        if known.any():
            total = total + F.cross_entropy(part[known], gold[known, k])
    return total


def _tag_loss(tags: Tensor, chain: Transitions, batch: Batch, recipe: Recipe) -> Tensor:
    told = [row for row, counts in enumerate(batch.counts) if any(counts)]
    if not told:
        return tags.sum() * 0
    tags = tags[told]
    longest = max(len(batch.words[row]) for row in told)
    counts = torch.tensor([len(batch.words[row]) for row in told])

    def padded(rows: Sequence[Sequence[int]]) -> Tensor:
        return torch.tensor([[*rows[k], *[0] * (longest - len(rows[k]))] for k in told])

    at, gold, used = padded(batch.words), padded(batch.tags), padded(batch.counts).bool()
    words = tags.gather(1, at[..., None].expand(-1, -1, len(TAGS)))
    loss = F.cross_entropy(words[used], gold[used])
    if recipe.chain:
        loss = 0.5 * loss + 0.5 * chain.loss(words * used[..., None], gold, counts)
    return loss


def _link_loss(
    asking: Tensor, answering: Tensor, seen: Tensor, pairs: list[tuple[int, int, list[int]]]
) -> Tensor:
    rows = torch.tensor([row for row, _, _ in pairs])
    scores = (
        torch.einsum(
            "nd,ntd->nt", asking[rows, torch.tensor([at for _, at, _ in pairs])], answering[rows]
        )
        / SIZE**0.5
    )
    scores = scores.masked_fill(~seen[rows], -1e4)
    wanted = torch.zeros_like(scores, dtype=torch.bool)
    for number, (_, _, found) in enumerate(pairs):
        wanted[number, found] = True
    right = torch.logsumexp(scores.masked_fill(~wanted, -1e4), 1)
    return (torch.logsumexp(scores, 1) - right).mean()
