"""Make the layers that find, or that judge, narrower, and teach them to give what they gave.

    python training/narrowing.py NARROW.pt finding|judging --heads 6 --columns 640
                                 [--start WEIGHTS.pt] [--go-on NARROW.pt] [--pieces 1500000]
                                 [--rate 6e-4] [--seed 0] [--no-causes] [--bfloat16]
    python training/attribution.py export NARROW.pt --parts weighed.onnx

Without ``--start`` from what ships. Of every layer those heads and those columns of the
feed-forward step are kept that move its result most over a sample of texts (Michel, Levy and Neubig
2019; Molchanov et al. 2017); the rest then learns, over texts without a label, to give the vectors
of the whole layers and the scores that are read off them (Hinton, Vinyals and Dean 2015; Jiao et
al. 2020). What is read off the vectors stays as it is. What finds was made so, what judges was not
yet: the model card tells what was tried.
"""

import argparse
import copy
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  the name that every reader of torch knows

sys.path.insert(0, str(Path(__file__).parent))

from attribution import BODIES, CAUSES, CORPUS, HERE, NEWS, SHORT
from tagger.batches import MASK
from tagger.corpus import bodies, causal_news, grouped, news, polnear
from tagger.export import network, shipped
from tagger.invented import invented, short_texts
from tagger.network import COLUMNS, HEADS, SHARED, WIDE, Layer, Tagger, pretrained
from tagger.phrases import phrases
from tagger.texts import contents, restyled

from reportedly.encoder import BEGIN, BREAK, Alphabet, windows

MASKED = 0.03
"""Share of pieces that are hidden."""

SAMPLE = 300
"""Windows by which heads and columns are chosen."""

BATCH, MIXED = 1000, 512
"""Pieces of a batch, padding included, and windows that are sorted by length together."""

BETWEEN = 0.2
"""What the vectors between two layers count for beside the last ones and the scores."""

LEAST = 0.05
"""A score that varies less over the sample counts as if it varied so much."""

Windows = list[list[int]]


@dataclass(frozen=True, slots=True)
class Stack:
    """Layers, and what reads scores off the vectors of the last."""

    layers: Sequence[Layer]
    columns: Sequence[nn.Linear]

    def through(self, x: Tensor, seen: Tensor | None) -> list[Tensor]:
        """The vectors behind every layer, for those that :meth:`Tagger.shared` gives."""
        found = []
        for layer in self.layers:
            x = layer(x, seen)
            found.append(x)
        return found

    def scores(self, vectors: Tensor) -> list[Tensor]:
        """What is read off the vectors behind the last layer."""
        return [one(vectors.float()) for one in self.columns]


def stack(of: Tagger, part: str) -> Stack:
    """The layers of ``of`` that are to be narrower."""
    if part == "judging":
        return Stack([*of.judging], [of.related, of.judged, of.committed])
    return Stack([*of.layers[SHARED:]], [of.tags, of.vectors, of.inner])


def texts(causes: bool) -> Iterator[str]:
    """What is read, without labels: whole reports, invented texts, contents by themselves."""
    chance = random.Random(0)  # noqa: S311  a seed, not a secret
    marked = [*invented(HERE / "invented"), *phrases(HERE / "phrases", 2, 1)]
    reports = polnear(CORPUS)
    plain = chance.sample([*news(NEWS), *bodies(BODIES)], 1500)
    held = [one for text in [*marked, *reports[:400]] for one in contents(text)]
    short = [one for path in SHORT for one in short_texts(path, {})]
    causal = grouped(causal_news(CAUSES)) if causes else []
    for text in [*reports, *marked, *plain, *held, *short, *causal]:
        yield restyled(text.text) if chance.random() < 0.3 else text.text


def cut(every: Iterator[str]) -> Windows:
    """The windows of texts as the reader cuts them."""
    alphabet = Alphabet.of((pretrained() / "tokenizer.json").read_bytes())
    read = (alphabet.pieces(text).ids for text in every)
    return [[BEGIN, *ids[one.first : one.last], BREAK] for ids in read for one in windows(ids)]


def batches(every: Windows, chance: random.Random) -> Iterator[tuple[Tensor, Tensor]]:
    """Windows of like lengths together, for ever: their pieces, and which are no padding."""
    while True:
        order = chance.sample(every, len(every))
        for start in range(0, len(order), MIXED):
            held: list[Windows] = [[]]
            for one in sorted(order[start : start + MIXED], key=len):
                if (len(held[-1]) + 1) * len(one) > BATCH and held[-1]:
                    held.append([])
                held[-1].append(one)
            yield from map(_padded, chance.sample(held, len(held)))


def _padded(some: Windows) -> tuple[Tensor, Tensor]:
    longest = max(map(len, some))
    ids = torch.tensor([[*one, *[0] * (longest - len(one))] for one in some])
    used = torch.tensor([[at < len(one) for at in range(longest)] for one in some])
    return ids.masked_fill((torch.rand(ids.shape) < MASKED) & used, MASK), used


def narrow(layer: Layer, given: Sequence[Tensor], heads: int, columns: int) -> Layer:
    """A layer of the ``heads`` and ``columns`` of ``layer`` that move its result most.

    ``given``: the vectors that come to it, (1, pieces, 384) each.
    """
    by_head, by_column = torch.zeros(layer.heads), torch.zeros(len(layer.up.bias))
    for x in given:
        mixed, raised = _inside(layer, x)
        by_head += torch.stack([_moved(one) for one in mixed])
        by_column += (raised - raised.mean(1, keepdim=True)).square().sum((0, 1))
    by_column *= layer.down.weight.square().sum(0)
    kept = by_head.topk(heads).indices.sort().values
    wide = (kept[:, None] * WIDE + torch.arange(WIDE)).flatten()
    cols = by_column.topk(columns).indices.sort().values
    made = copy.deepcopy(layer)
    made.size(heads, columns)
    for name in ("query", "key", "value"):
        ours, theirs = getattr(made, name), getattr(layer, name)
        ours.load_state_dict({"weight": theirs.weight[wide], "bias": theirs.bias[wide]})
    made.mix.load_state_dict({"weight": layer.mix.weight[:, wide], "bias": layer.mix.bias})
    made.up.load_state_dict({"weight": layer.up.weight[cols], "bias": layer.up.bias[cols]})
    made.down.load_state_dict({"weight": layer.down.weight[:, cols], "bias": layer.down.bias})
    return made


def _inside(layer: Layer, x: Tensor) -> tuple[list[Tensor], Tensor]:
    """What each head adds, (1, pieces, 384), and the columns of the feed-forward step."""
    found = layer.attended(x, None)
    parts = zip(found.split(WIDE, -1), layer.mix.weight.split(WIDE, 1), strict=True)
    raised = F.gelu(layer.up(layer.after_mix(x + layer.mix(found))))
    return [given @ weights.T for given, weights in parts], raised


def _moved(x: Tensor) -> Tensor:
    """How far vectors lie from their mean in the window, squared."""
    return (x - x.mean(1, keepdim=True)).square().sum()


def narrowed(whole: Tagger, part: str, every: Windows, heads: int, columns: int) -> Tagger:
    """A copy of ``whole`` whose layers of ``part`` are narrower, before it learns."""
    made = copy.deepcopy(whole)
    with torch.no_grad():
        given = [whole.shared(torch.tensor([one])) for one in every]
        for number, layer in enumerate(stack(whole, part).layers):
            at, name = (number, "judging") if part == "judging" else (number + SHARED, "layers")
            getattr(made, name)[at] = narrow(layer, given, heads, columns)
            given = [layer(x, None) for x in given]
    return made


def spreads(whole: Tagger, part: str, every: Windows) -> tuple[Tensor, list[Tensor]]:
    """How far the vectors and each score vary over windows (standard deviations)."""
    of = stack(whole, part)
    with torch.no_grad():
        ends = [of.through(whole.shared(torch.tensor([one])), None)[-1] for one in every]
        rows = torch.cat([one[0] for one in ends])
        return rows.std(), [one.std(0).clamp(min=LEAST) for one in of.scores(rows)]


def learn(
    lesson: "Lesson", every: Windows, pieces: int, rate: float, chance: random.Random
) -> None:
    """Let the narrow layers give what the whole ones give, over so many ``pieces``."""
    learning = [p for layer in lesson.ours.layers for p in layer.parameters()]
    optimiser = torch.optim.AdamW(learning, lr=rate, betas=(0.9, 0.98), weight_decay=0.0)
    done, step, since, lost = 0, 0, time.monotonic(), 0.0
    for ids, used in batches(every, chance):
        if done >= pieces:
            return
        slope = min(1.0, (step + 1) / 100) * (1 - 0.97 * done / pieces)
        optimiser.param_groups[0]["lr"] = rate * slope
        loss, apart = lesson.loss(ids, used)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        done, step, lost = done + int(used.sum()), step + 1, lost + apart
        if step % 100 == 0:
            told = f"{done} pieces, scores {lost / 100:.4f} apart, {time.monotonic() - since:.0f} s"
            print(told, file=sys.stderr, flush=True)
            lost = 0.0


@dataclass(frozen=True, slots=True)
class Lesson:
    """Whole layers, narrow ones that are to give the same, and how far vectors and scores vary."""

    whole: Tagger
    ours: Stack
    theirs: Stack
    spread: Tensor
    spreads: list[Tensor]

    @classmethod
    def of(cls, made: Tagger, whole: Tagger, part: str, sample: Windows) -> "Lesson":
        """The layers of ``part`` in ``made`` are to give what those in ``whole`` give."""
        return cls(whole, stack(made, part), stack(whole, part), *spreads(whole, part, sample))

    def loss(self, ids: Tensor, used: Tensor) -> tuple[Tensor, float]:
        """What a batch costs, and how far apart its scores are, as a share of their variance."""
        seen = used[:, None, None, :]
        with torch.autocast(ids.device.type, torch.bfloat16, enabled=self.whole.halved):
            with torch.no_grad():
                given = self.whole.shared(ids, seen)
                wanted = self.theirs.through(given, seen)
            found = self.ours.through(given, seen)
        pairs = [(a.float()[used], b.float()[used]) for a, b in zip(found, wanted, strict=True)]
        apart = [_apart(a, b, self.spread) for a, b in pairs]
        told = zip(*map(self.theirs.scores, pairs[-1]), self.spreads, strict=True)
        read = torch.stack([_apart(*one) for one in told]).mean()
        return read + apart[-1] + BETWEEN * sum(apart), float(read.detach())


def _apart(ours: Tensor, theirs: Tensor, spread: Tensor) -> Tensor:
    return ((ours - theirs) / spread).square().mean()


def main() -> None:
    """Choose, teach, write."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("weights", type=Path)
    options.add_argument("part", choices=("finding", "judging"))
    options.add_argument("--heads", type=int, default=HEADS)
    options.add_argument("--columns", type=int, default=COLUMNS)
    options.add_argument("--start", type=Path, help="whole weights; without it what ships")
    options.add_argument("--go-on", type=Path, help="narrow weights that learn on")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--pieces", type=int, default=1_500_000)
    options.add_argument("--rate", type=float, default=6e-4)
    options.add_argument("--no-causes", action="store_true")
    options.add_argument("--bfloat16", action="store_true", help="compute the layers in it")
    chosen = options.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    weights = torch.load(chosen.start) if chosen.start else shipped()
    whole, every = network(weights), cut(texts(not chosen.no_causes))
    whole.halved = chosen.bfloat16
    sample = random.Random(1).sample(every, SAMPLE)  # noqa: S311  a seed, not a secret
    if chosen.go_on:
        made = network(torch.load(chosen.go_on))
    else:
        made = narrowed(whole, chosen.part, sample, chosen.heads, chosen.columns)
    chance = random.Random(chosen.seed)  # noqa: S311  a seed, not a secret
    lesson = Lesson.of(made, whole, chosen.part, sample)
    learn(lesson, every, chosen.pieces, chosen.rate, chance)
    torch.save({**made.state_dict(), "chain": weights["chain"]}, chosen.weights)


if __name__ == "__main__":
    main()
