"""Fit and export the network that takes the sense of a text and reads two texts together.

    python training/comparing.py fit WEIGHTS.pt SHARED.pt [--start W.pt] [--change KEY=VALUE …]
    python training/comparing.py export WEIGHTS.pt SHARED.pt
    python training/comparing.py score WEIGHTS.pt SHARED.pt

Five layers over the words and the first layer that ship (``SHARED.pt``: the weights of which
``training/attribution.py export`` made them), which stay as they are. The layers start from those
of all-MiniLM-L6-v2 and learn two things at once: the relation of two texts, on the invented pairs
of ``invented/pairs.tsv`` but a tenth of their first texts; and to give a single text the direction
that all-MiniLM-L6-v2 gives it (Hinton, Vinyals and Dean 2015), on sentences of news. Emergent, on
whose headlines gathering is measured, is not among either. ``score`` tells how well it does on the
tenth and on the tuning half of the traps.
"""

import argparse
import hashlib
import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import torch
from attribution import BODIES, CORPUS, HERE, NEWS
from onnxruntime.quantization import QuantType, quantize_dynamic
from related import Row, held_back, is_held_back, rows, traps
from tagger.corpus import bodies, news, polnear
from tagger.network import HIDDEN, LAYERS, SHARED, Layer, Tagger, load, pretrained
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  the name that every reader of torch knows

from reportedly.claims.relation import RELATIONS
from reportedly.encoder import BEGIN, BREAK, Alphabet

T = TypeVar("T")

MODELS = HERE.parent / "src/reportedly/models"
SENTENCES, TOLD = 18_000, 5_000
"""Texts whose directions are learnt; at most so many of them from the invented pairs."""

LONGEST, EACH = 94, 100
UNKNOWN = 103
"""The piece that stands for any."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Every choice of a fit."""

    epochs: float = 6.0
    pairs: int = 16
    texts: int = 20
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    decay: float = 0.9
    drop: float = 0.1
    masked: float = 0.03
    smoothed: float = 0.05
    sense: float = 3.0
    """What a text's direction counts for beside a pair's relation."""
    alike: float = 4.0
    """What the likeness of two texts counts for beside the direction of each."""
    seed: int = 0

    def changed(self, changes: Sequence[str]) -> "Recipe":
        """The same with other choices, each as ``KEY=VALUE``."""
        given = dict(change.split("=", 1) for change in changes)
        kinds = {name: type(getattr(self, name)) for name in given}
        return replace(self, **{name: kinds[name](value) for name, value in given.items()})


def sentences(chance: random.Random) -> list[str]:
    """Beginnings and sentences of reports, and texts of the invented pairs."""
    found: set[str] = set()
    for text in (*news(NEWS), *bodies(BODIES), *polnear(CORPUS)):
        parts = re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+", text.text)
        held = [part.strip() for part in parts if 20 < len(part.strip()) < 400]
        if held:
            found |= {held[0], " ".join(held[:2]), *chance.sample(held, min(5, len(held)))}
    told = sorted({text for row in rows() for text in (row.a, row.b)})
    every = sorted({*found, *chance.sample(told, min(TOLD, len(told)))})
    chance.shuffle(every)
    return [" ".join(text.split()) for text in every[:SENTENCES]]


class Comparer(nn.Module):
    """Layers above the shared one: the mean of the rows, and scores of the four relations."""

    def __init__(self, drop: float = 0.0) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(drop) for _ in range(LAYERS - SHARED))
        self.second = nn.Parameter(torch.zeros(HIDDEN))
        self.drop = nn.Dropout(drop)
        self.relation = nn.Linear(2 * HIDDEN, len(RELATIONS))

    def start(self) -> "Comparer":
        """Take over the pretrained layers."""
        whole = Tagger().start()
        for layer, given in zip(self.layers, whole.layers[SHARED:], strict=True):
            layer.load_state_dict(given.state_dict())
        return self

    def forward(
        self, shared: Tensor, kind: Tensor, seen: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """(texts, pieces, 384), 1 where a piece is of the second text, and what is no padding."""
        x = shared + kind[..., None] * self.second
        mask = None if seen is None else seen[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        if seen is None:
            mean = x.mean(1)
        else:
            mean = (x * seen[..., None]).sum(1) / seen.sum(1, keepdim=True)
        return mean, self.relation(self.drop(torch.cat([x[:, 0], mean], dim=-1)))


class Reader:
    """Texts as batches of what the shared layer gives."""

    def __init__(self, shared: Tagger) -> None:
        self.shared = shared.eval()
        self.alphabet = Alphabet.of((pretrained() / "tokenizer.json").read_bytes())
        self._known: dict[str, list[int]] = {}

    def ids(self, text: str) -> list[int]:
        """All pieces of a text."""
        if text not in self._known:
            self._known[text] = list(self.alphabet.pieces(" ".join(text.split())).ids)
        return self._known[text]

    def pairs(self, held: Sequence[tuple[str, str]]) -> tuple[Tensor, Tensor, Tensor]:
        """Pieces, which are of the second text, and which are none: (pairs, pieces) each."""
        both = [(self.ids(a)[:EACH], self.ids(b)[:EACH]) for a, b in held]
        return _padded([([BEGIN, *a, BREAK, *b, BREAK], len(a) + 2) for a, b in both])

    def texts(self, held: Sequence[str]) -> tuple[Tensor, Tensor, Tensor]:
        """The same of single texts."""
        cut = [self.ids(text)[:LONGEST] for text in held]
        return _padded([([BEGIN, *ids, BREAK], len(ids) + 2) for ids in cut])

    def below(self, ids: Tensor, seen: Tensor) -> Tensor:
        """What the shared layer gives."""
        with torch.no_grad():
            return self.shared.shared(ids, seen[:, None, None, :])


def _padded(held: Sequence[tuple[list[int], int]]) -> tuple[Tensor, Tensor, Tensor]:
    longest = max(len(ids) for ids, _ in held)
    ids = torch.tensor([[*ids, *[0] * (longest - len(ids))] for ids, _ in held])
    kind = torch.tensor(
        [[float(second <= at < len(ids)) for at in range(longest)] for ids, second in held]
    )
    return ids, kind, ids != 0


def taught(texts: Sequence[str], reader: Reader) -> Tensor:
    """The directions that the pretrained network gives: (texts, 384)."""
    whole, found = Tagger().start().eval(), torch.zeros(len(texts), HIDDEN)
    order = sorted(range(len(texts)), key=lambda at: len(reader.ids(texts[at])))
    with torch.inference_mode():
        for start in range(0, len(order), 32):
            part = order[start : start + 32]
            ids, _, seen = reader.texts([texts[at] for at in part])
            x = whole.words(ids)
            for layer in whole.layers:
                x = layer(x, seen[:, None, None, :])
            mean = (x * seen[..., None]).sum(1) / seen.sum(1, keepdim=True)
            found[part] = F.normalize(mean)
    return found


def fit(recipe: Recipe, shared: Tagger, keep: Path, start: Path | None) -> Comparer:
    """The layers after the last step; ``keep`` is written on the way.

    ``start`` holds layers to go on from, in place of the pretrained ones.
    """
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)  # noqa: S311  a seed, not a secret
    reader, made = Reader(shared), Comparer(recipe.drop).start().train()
    if start:
        made.load_state_dict(torch.load(start))
    learnt = [row for row in rows() if not is_held_back(row)]
    texts = sentences(chance)
    directions = taught(texts, reader)
    optimiser = torch.optim.AdamW(_groups(made, recipe), betas=(0.9, 0.98))
    rates = [group["lr"] for group in optimiser.param_groups]
    total = int(recipe.epochs * len(learnt) / recipe.pairs)
    pairs = _for_ever(
        learnt, recipe.pairs, lambda row: len(reader.ids(row.a)) + len(reader.ids(row.b)), chance
    )
    singles = _for_ever(
        range(len(texts)), recipe.texts, lambda at: len(reader.ids(texts[at])), chance
    )
    for step in range(total):
        slope = min(1.0, (step + 1) / max(1, total // 15)) * (1 - step / total)
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * slope
        loss = _relation_loss(made, reader, next(pairs), recipe, chance)
        at = next(singles)
        loss = loss + recipe.sense * _sense_loss(
            made, reader, [texts[n] for n in at], directions[list(at)], recipe
        )
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(made.parameters(), 1.0)
        optimiser.step()
        if (step + 1) % 100 == 0:
            print(f"step {step + 1} of {total}, loss {loss:.3f}", file=sys.stderr, flush=True)
            torch.save(made.state_dict(), keep)
    return made.eval()


def _groups(made: Comparer, recipe: Recipe) -> list[dict[str, object]]:
    """Lower layers learn more slowly; what is new learns fastest."""
    found: list[dict[str, object]] = []
    for name, parameter in made.named_parameters():
        rate = recipe.head_rate
        if name.startswith("layers"):
            above = len(made.layers) - 1 - int(name.split(".")[1])
            rate = recipe.rate * recipe.decay**above
        plain = 0.0 if parameter.dim() < 2 else 0.01
        found.append({"params": [parameter], "lr": rate, "weight_decay": plain})
    return found


def _for_ever(
    items: Sequence[T], size: int, length: Callable[[T], int], chance: random.Random
) -> Iterator[list[T]]:
    """Batches of ``items`` of like length, all of them before any comes again."""
    while True:
        held = list(items)
        chance.shuffle(held)
        wide = 20 * size
        parts = [sorted(held[at : at + wide], key=length) for at in range(0, len(held), wide)]
        batches = [part[at : at + size] for part in parts for at in range(0, len(part), size)]
        chance.shuffle(batches)
        yield from batches


def _relation_loss(
    made: Comparer, reader: Reader, held: Sequence[Row], recipe: Recipe, chance: random.Random
) -> Tensor:
    turned = [(row.a, row.b) if chance.random() < 0.5 else (row.b, row.a) for row in held]
    ids, kind, seen = reader.pairs(turned)
    hidden = (torch.rand(ids.shape) < recipe.masked) & (ids > UNKNOWN)
    _, scores = made(reader.below(ids.masked_fill(hidden, UNKNOWN), seen), kind, seen)
    gold = torch.tensor([RELATIONS.index(row.relation) for row in held])
    return F.cross_entropy(scores, gold, label_smoothing=recipe.smoothed)


def _sense_loss(
    made: Comparer, reader: Reader, texts: Sequence[str], wanted: Tensor, recipe: Recipe
) -> Tensor:
    ids, _, seen = reader.texts(texts)
    mean, _ = made(reader.below(ids, seen), torch.zeros(ids.shape), seen)
    found = F.normalize(mean)
    apart = ((found @ found.T - wanted @ wanted.T) ** 2).mean()
    return (1 - (found * wanted).sum(-1)).mean() + recipe.alike * apart


def judged(made: Comparer, reader: Reader, held: Sequence[Row]) -> list[list[float]]:
    """Logarithms of the chances of the relations of each pair, the mean of both orders."""
    found: list[list[float]] = []
    with torch.inference_mode():
        for row in held:
            both = [(row.a, row.b), (row.b, row.a)]
            ids, kind, seen = reader.pairs(both)
            _, scores = made(reader.below(ids, seen), kind, seen)
            found.append(F.log_softmax(scores, dim=-1).mean(0).tolist())
    return found


def export(made: Comparer, target: Path = MODELS / "comparison") -> None:
    """Write ``compared.onnx`` and ``model.json``, which names the shared layer it goes on from."""
    target.mkdir(parents=True, exist_ok=True)
    given = {"shared": torch.zeros(1, 32, HIDDEN), "kind": torch.zeros(1, 32)}
    plain, whole = target / "plain.onnx", target / "compared.onnx"
    torch.onnx.export(
        made.eval(), (*given.values(),), plain, input_names=[*given],
        output_names=["mean", "relation"], dynamic_axes={name: {1: "pieces"} for name in given},
        dynamo=False, opset_version=17,
    )  # fmt: skip
    quantize_dynamic(
        plain, whole, op_types_to_quantize=["MatMul"], per_channel=True, weight_type=QuantType.QInt8
    )
    plain.unlink()
    below = json.loads((MODELS / "attribution/model.json").read_text(encoding="utf-8"))
    settings = {
        "over": below["sha256"]["shared.onnx"],
        "sha256": {"compared.onnx": hashlib.sha256(whole.read_bytes()).hexdigest()},
    }
    text = json.dumps(settings, indent=1, sort_keys=True)
    (target / "model.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Fit, export or score."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("what", choices=("fit", "export", "score"))
    options.add_argument("weights", type=Path)
    options.add_argument("shared", type=Path)
    options.add_argument("--start", type=Path, help="layers to go on from")
    options.add_argument("--change", nargs="*", default=[], metavar="KEY=VALUE")
    chosen = options.parse_args()
    torch.set_num_threads(1)
    shared, made = Tagger(), Comparer()
    load(shared, torch.load(chosen.shared))
    if chosen.what == "fit":
        made = fit(Recipe().changed(chosen.change), shared, chosen.weights, chosen.start)
        torch.save(made.state_dict(), chosen.weights)
        return
    made.load_state_dict(torch.load(chosen.weights))
    made.eval()
    if chosen.what == "export":
        export(made)
        return
    reader = Reader(shared)
    for name, held in (("tenth", held_back()), ("traps", traps())):
        told = judged(made, reader, held)
        best = [RELATIONS[max(range(len(one)), key=one.__getitem__)] for one in told]
        right = sum(row.relation == one for row, one in zip(held, best, strict=True))
        print(f"{name}: {right} of {len(held)}")


if __name__ == "__main__":
    main()
