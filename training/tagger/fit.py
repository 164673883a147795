"""Fit the network: tags by cross-entropy and a chain, links by whom each word points at."""

import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812  the name that every reader of torch knows
from torch.utils.data import DataLoader

from reportedly.readings.tagger.marks import (
    ACTS,
    DENIALS,
    JUDGED,
    SIZE,
    STANCES,
    TAGS,
    VALUES,
    VOTERS,
)

from .batches import OPEN, Epoch, Learn, Prepared, epoch
from .causes import causal_loss
from .network import JUDGING, LAYERS, SHARED, UNDER, Scores, Tagger, Transitions, load
from .tensors import Batch, Cues, Pointing, Tagged


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
    smoothed: float = 0.0
    taught: float = 1.0
    averaged: float = 0.0
    """The last share of the steps whose weights are averaged, so that no single batch decides."""
    under: int = UNDER
    layers: int = JUDGING
    """Layers of finding below what judges, and layers that judge."""
    learn: Learn = "all"
    """``above`` leaves the layers that all share as they are, ``finding`` and ``judging`` also
    what only the other uses, and ``judging`` the layers of finding below it."""
    workers: int = 3
    """Processes that make batches for another device."""
    seed: int = 0

    def changed(self, changes: Sequence[str]) -> "Recipe":
        """The same with other choices, each as ``KEY=VALUE``."""
        given = dict(change.split("=", 1) for change in changes)
        kinds = {name: type(getattr(self, name)) for name in given}
        return replace(
            self, **{n: v if kinds[n] is str else kinds[n](float(v)) for n, v in given.items()}
        )


Weights = dict[str, Tensor]

EVERY = 10
"""Steps between two weights that go into a mean."""

COLUMNS = [len(ACTS), len(STANCES), len(VALUES), len(DENIALS)]
"""Columns of what a cue does, in their order."""


def fit(
    every: Sequence[list[list[Prepared]]],
    recipe: Recipe,
    keep: Path,
    start: Weights | None = None,
    device: str = "cpu",
    halved: bool = False,
) -> Weights:
    """The weights of the last step; ``keep`` is written every epoch.

    Where the recipe asks for it they are the mean of the last ones (Polyak and Juditsky 1992).

    ``start`` holds weights to go on from, in place of the pretrained ones. ``device`` is one of
    torch's. Where ``halved`` the layers compute in bfloat16; weights stay in full precision.
    """
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)  # noqa: S311  a seed, not a secret
    network, chain = begun(recipe, start)
    network.to(device).train()
    chain.to(device)
    network.halved = halved
    named = [*network.named_parameters(), ("chain", chain.scores)]
    learning = [(n, p) for n, p in named if not _is_frozen(n, recipe)]
    for name, parameter in named:
        parameter.requires_grad_(not _is_frozen(name, recipe))
    optimiser = torch.optim.AdamW([_group(n, p, recipe) for n, p in learning], betas=(0.9, 0.98))
    rates = [group["lr"] for group in optimiser.param_groups]
    passes = epoch(every, recipe.batch, random.Random(0), recipe.learn)  # noqa: S311
    total = int(recipe.epochs * sum(1 for _ in passes))
    step, since, losses = 0, time.monotonic(), torch.zeros((), device=device)
    mean = _Mean(learning, int(total * (1 - recipe.averaged)))
    while step < total:
        for batch in _batches(every, recipe, chance, device):
            if step >= total:
                break
            slope = min(1.0, (step + 1) / max(1, total // 20)) * (1 - step / total)
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * slope
            found = _loss(network, chain, batch, recipe)
            found.backward()
            torch.nn.utils.clip_grad_norm_([p for _, p in learning], 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            losses += found.detach()
            step += 1
            mean.after(step)
            if step % 50 == 0:
                spent = time.monotonic() - since
                told = f"step {step} of {total}, loss {float(losses) / 50:.3f}, {spent:.0f} s"
                print(told, file=sys.stderr, flush=True)
                losses.zero_()
        torch.save(_weights(named), keep)
    return {**_weights(named), **mean.weights()}


class _Mean:
    """The mean of the weights after every :data:`EVERY` steps from ``first`` on."""

    def __init__(self, named: list[tuple[str, torch.nn.Parameter]], first: int) -> None:
        self._named, self._first, self._count = named, first, 0
        self._sums: Weights = {}

    def after(self, step: int) -> None:
        """Take the weights in, if it is time for it."""
        if step > self._first and step % EVERY == 0:
            for name, one in _weights(self._named).items():
                self._sums[name] = self._sums[name] + one if self._count else one
            self._count += 1

    def weights(self) -> Weights:
        """The mean; nothing where no weights were taken in."""
        return {name: one / self._count for name, one in self._sums.items()}


def begun(recipe: Recipe, start: Weights | None) -> tuple[Tagger, Transitions]:
    """The network of a recipe before its first step."""
    network, chain = Tagger(recipe.drop, recipe.under, recipe.layers), Transitions()
    if start is None:
        return network.start(), chain
    load(network, start)
    chain.scores.data.copy_(start["chain"])
    return network, chain


def _batches(
    every: Sequence[list[list[Prepared]]], recipe: Recipe, chance: random.Random, device: str
) -> Iterator[Batch]:
    """An epoch, on ``device``; where that is another one, processes make batches meanwhile."""
    held = Epoch(
        list(epoch(every, recipe.batch, chance, recipe.learn)), recipe.masked, chance.random()
    )
    busy = 0 if device == "cpu" else recipe.workers
    for batch in DataLoader(held, batch_size=None, num_workers=busy):
        yield batch.on(device)


def _weights(named: list[tuple[str, torch.nn.Parameter]]) -> Weights:
    return {name: p.detach().cpu().clone() for name, p in named}


_JUDGES = ("judging", "related", "judged", "committed")
_FINDS = ("tags", "vectors", "inner", "chain", *(f"layers.{n}" for n in range(SHARED, LAYERS)))


def _is_frozen(name: str, recipe: Recipe) -> bool:
    learnt = {"finding": _FINDS, "judging": _JUDGES, "above": (*_FINDS, *_JUDGES)}.get(recipe.learn)
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
        rate = recipe.rate * recipe.decay ** (recipe.layers - 1 - int(name.split(".")[1]))
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
    total = of["tags"].sum() * 0
    if batch.tagged:
        total = total + _tag_loss(of["tags"], chain, batch.tagged, recipe)
    vectors = of["vectors"].split(SIZE, dim=-1)
    for pairs, at in ((batch.to_cue, 0), (batch.to_source, 2), (batch.to_carrier, 4)):
        if pairs and recipe.links:
            total = total + recipe.links * _link_loss(*vectors[at : at + 2], batch.seen, pairs)
    if batch.inner:
        found, gold = of["inner"][batch.inner.rows, batch.inner.at, 0], batch.inner.gold
        total = total + recipe.inner * F.binary_cross_entropy_with_logits(found, gold)
    return total


def _judging_loss(of: Scores, batch: Batch, recipe: Recipe) -> Tensor:
    total = of["judged"].sum() * 0
    if batch.sentences:
        total = total + recipe.causes * causal_loss(of["causal"], batch.sentences)
    if batch.judged:
        total = total + recipe.judged * judged_loss(of["judged"], batch.judged, recipe.smoothed)
    if batch.judged and len(batch.judged.taught):
        total = total + recipe.taught * _chances_loss(of["judged"], batch.judged)
    if batch.committed:
        found, gold = (
            of["committed"][batch.committed.rows, batch.committed.at],
            batch.committed.gold,
        )
        total = total + recipe.committed * F.cross_entropy(
            found, gold, label_smoothing=recipe.smoothed
        )
    return total


def of_cues(scores: Tensor, told: Cues) -> Tensor:
    """The sum of every voter's mean score of a cue: (windows, pieces, 126) to (cues, 42)."""
    votes = scores[told.rows, told.at].unflatten(-1, (len(VOTERS), JUDGED))
    chosen = votes[torch.arange(len(votes), device=votes.device), told.voter] * told.share[:, None]
    return scores.new_zeros(len(told.labels), JUDGED).index_add(0, told.number, chosen)


def judged_loss(scores: Tensor, told: Cues, smoothed: float) -> Tensor:
    """What cues do, against each of their labels."""
    parts = of_cues(scores, told).split(COLUMNS, -1)
    total = scores.new_zeros(())
    for k, part in enumerate(parts):
        gold = told.labels[:, k]
        losses = F.cross_entropy(
            part, gold, ignore_index=OPEN, label_smoothing=smoothed, reduction="sum"
        )
        total = total + losses / (gold != OPEN).sum().clamp(min=1)
    return total


def _chances_loss(scores: Tensor, told: Cues) -> Tensor:
    """What cues do, against what a teacher gives each label (Hinton, Vinyals and Dean 2015)."""
    found = of_cues(scores, told)[told.taught].split(COLUMNS, -1)
    given = told.chances.split(COLUMNS, -1)
    return torch.stack([F.cross_entropy(a, b) for a, b in zip(found, given, strict=True)]).sum()


def _tag_loss(tags: Tensor, chain: Transitions, told: Tagged, recipe: Recipe) -> Tensor:
    tags = tags[told.rows]
    words = tags.gather(1, told.at[..., None].expand(-1, -1, len(TAGS)))
    loss = F.cross_entropy(words[told.used], told.gold[told.used])
    if recipe.chain:
        whole = chain.loss(words * told.used[..., None], told.gold, told.counts)
        loss = 0.5 * loss + 0.5 * whole
    return loss


def _link_loss(asking: Tensor, answering: Tensor, seen: Tensor, pairs: Pointing) -> Tensor:
    asked = asking[pairs.rows, pairs.at]
    scores = torch.einsum("nd,ntd->nt", asked, answering[pairs.rows]) / SIZE**0.5
    scores = scores.masked_fill(~seen[pairs.rows], -1e4)
    wanted = torch.zeros_like(scores, dtype=torch.bool)
    wanted[pairs.number, pairs.wanted] = True
    right = torch.logsumexp(scores.masked_fill(~wanted, -1e4), 1)
    return (torch.logsumexp(scores, 1) - right).mean()
