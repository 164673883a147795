"""Weights → the files that ship: eight-bit integers in ONNX, the alphabet, their hashes."""

import hashlib
import json
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from reportedly.readings.tagger.marks import OUTPUTS

from .network import HIDDEN, SHARED, Scores, Tagger, Words, load, pretrained

PARTS = ("shared.onnx", "found.onnx", "weighed.onnx")
TARGET = Path(__file__).parents[2] / "src/reportedly/models/attribution"


PLACES_HELD = 212
"""Places of pieces that ship: no window is longer."""


class Small(nn.Module):
    """Embeddings as integers of eight bits, each row with a scale of its own."""

    def __init__(self, weights: Tensor) -> None:
        super().__init__()
        scale = weights.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", (weights / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """(windows, pieces) to (windows, pieces, 384)."""
        return self.rows[ids].float() * self.scale[ids]


def lean(words: Words) -> None:
    """Leave out of ``words`` what no report in English needs, so that the files are smaller.

    Places beyond the longest window, and the vectors of pieces that stand for nothing or are in
    another script than Latin: these become zeros, and a name in Greek letters is unknown to it.
    """
    words.place = nn.Embedding.from_pretrained(words.place.weight.data[:PLACES_HELD])
    known = json.loads((pretrained() / "tokenizer.json").read_bytes())["model"]["vocab"]
    other = [
        number
        for piece, number in known.items()
        if piece.startswith("[unused") or any(_is_foreign(letter) for letter in piece)
    ]
    words.piece.weight.data[other] = 0.0


def _is_foreign(letter: str) -> bool:
    """Whether it is a letter of another script than Latin."""
    return letter.isalpha() and "LATIN" not in unicodedata.name(letter, "")


def averaged(
    paths: Sequence[Path], shares: Sequence[float] = (), onward: bool = False
) -> dict[str, Tensor]:
    """The mean of several fits, which started from the same weights; equal shares if none given.

    ``onward``: what ships is the first of them.
    """
    given = [*([shipped()] if onward else []), *(torch.load(path) for path in paths)]
    parts = shares or [1 / len(given)] * len(given)
    pairs = list(zip(given, parts, strict=True))
    return {name: sum(one[name] * share for one, share in pairs) for name in given[0]}


def restored(source: Path = TARGET) -> dict[str, Tensor]:
    """The weights that ship, read back from their integers, to go on from."""
    found = {name: one for part in PARTS for name, one in _restored(source / part).items()}
    rows, scale = found.pop("words.piece.rows"), found.pop("words.piece.scale")
    found["words.piece.weight"] = rows.float() * scale
    settings = json.loads((source / "model.json").read_text(encoding="utf-8"))
    return {**found, "chain": torch.tensor(settings["transitions"])}


def shipped() -> dict[str, Tensor]:
    """The weights that ship, of the shapes that a fit has."""
    held, made = restored(), Tagger()
    load(made, held)
    return {**made.state_dict(), "chain": held["chain"]}


def network(weights: dict[str, Tensor]) -> Tagger:
    """The network with ``weights``, ready to read; refuses those of another number of layers."""
    made = Tagger()
    if {n for n in weights if n.startswith("judging.")} != _judging(made):
        raise SystemExit("these weights do not judge by as many layers as what ships")
    load(made, weights)
    return made.eval()


def _judging(made: Tagger) -> set[str]:
    return {name for name in made.state_dict() if name.startswith("judging.")}


def export(
    paths: Sequence[Path],
    target: Path = TARGET,
    integers: bool = True,
    parts: Sequence[str] = PARTS,
    shares: Sequence[float] = (),
    onward: bool = False,
) -> None:
    """Write ``parts``, ``tokenizer.json`` and ``model.json`` to ``target``.

    A part that is left out stays as it is there: ``shared.onnx`` has to where comparing was fitted
    over it. Without ``integers`` the network keeps its full precision, to measure what they cost.
    """
    weights = averaged(paths, shares, onward)
    made = network(weights)
    target.mkdir(parents=True, exist_ok=True)
    lean(made.words)
    for layer in (*made.layers[SHARED:], *made.judging):
        layer.join()
    if integers:
        made.words.piece = Small(made.words.piece.weight.data)
    with tempfile.TemporaryDirectory() as folder:
        for name, write in ((name, write) for name, write in _parts(made) if name in parts):
            plain = Path(folder) / name
            write(f=plain)
            if integers:
                quantize_dynamic(
                    plain, target / name, op_types_to_quantize=["MatMul"], per_channel=True,
                    weight_type=QuantType.QInt8,
                )  # fmt: skip
            else:
                (target / name).write_bytes(plain.read_bytes())
    (target / "tokenizer.json").write_text(_listed(pretrained() / "tokenizer.json"), "utf-8")
    chain = [[round(float(x), 4) for x in row] for row in weights["chain"]]
    settings = {
        "sha256": {
            name: hashlib.sha256((target / name).read_bytes()).hexdigest()
            for name in (*PARTS, "tokenizer.json")
        },
        "transitions": chain,
    }
    text = json.dumps(settings, indent=1, sort_keys=True)
    (target / "model.json").write_text(text + "\n", encoding="utf-8")


def _listed(path: Path) -> str:
    """A tokenizer with its pieces as a list in the order of their numbers, which is smaller."""
    settings = json.loads(path.read_text(encoding="utf-8"))
    pieces = settings["model"]["vocab"]
    settings["model"]["vocab"] = sorted(pieces, key=pieces.__getitem__)
    return json.dumps(settings, ensure_ascii=False, separators=(",", ":"))


class Sharing(nn.Module):
    """The part of a network that all others go on from."""

    def __init__(self, network: Tagger) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor) -> Tensor:
        """(windows, pieces) to (windows, pieces, 384)."""
        return self.network.shared(ids)


class Finding(nn.Module):
    """The part of a network that finds."""

    def __init__(self, network: Tagger) -> None:
        super().__init__()
        self.network = network

    def forward(self, shared: Tensor) -> Tensor:
        """(windows, pieces, 384) to (windows, pieces, columns)."""
        return _joined(self.network.found(shared), "found")


class Weighing(nn.Module):
    """The part of a network that judges."""

    def __init__(self, network: Tagger) -> None:
        super().__init__()
        self.network = network

    def forward(self, shared: Tensor) -> Tensor:
        """(windows, pieces, 384) to (windows, pieces, columns)."""
        return _joined(self.network.weighed(shared), "weighed")


def _joined(scores: Scores, output: str) -> Tensor:
    return torch.cat([scores[name] for name in OUTPUTS[output]], dim=-1)


def _parts(made: Tagger) -> Iterator[tuple[str, Callable[..., None]]]:
    """The name of each file of weights, and what writes it."""
    ids, rows = torch.zeros(1, 32, dtype=torch.long), torch.zeros(1, 32, HIDDEN)
    for name, part, given in (
        ("shared", Sharing(made), {"ids": ids}),
        ("found", Finding(made), {"shared": rows}),
        ("weighed", Weighing(made), {"shared": rows}),
    ):
        yield f"{name}.onnx", partial(
            torch.onnx.export, part, tuple(given.values()), input_names=[*given],
            output_names=[name], dynamic_axes={n: {1: "pieces"} for n in (*given, name)},
            dynamo=False, opset_version=17,
        )  # fmt: skip


def _restored(path: Path) -> dict[str, Tensor]:
    """The weights of one file, those of integers in full precision again."""
    graph = onnx.load(path).graph
    given = {one.name: torch.tensor(numpy_helper.to_array(one)) for one in graph.initializer}
    after = {name: node for node in graph.node for name in node.input}
    found = {name: value for name, value in given.items() if "::" not in name}
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.input[1] in given:
            rows = given[node.input[1]].float() * given[node.input[1].replace("quantized", "scale")]
            at = node
            while not any(name.endswith(".bias") for name in at.input):
                at = after[at.output[0]]
            bias = next(name for name in at.input if name.endswith(".bias"))
            found[bias.replace(".bias", ".weight")] = rows.T.contiguous()
    for name in [name for name in found if ".joined." in name]:
        three = zip(("query", "key", "value"), found.pop(name).chunk(3), strict=True)
        found |= {name.replace("joined", part): one for part, one in three}
    return {name.removeprefix("network."): value for name, value in found.items()}
