"""Fit anew the columns that judge cues, over judging layers that stay as they are.

    python training/columns.py fit FITTED.pt [--start WEIGHTS.pt]
                                             [--kinds acts stances values denials] [--penalty 1e-3]
    python training/columns.py score [--start WEIGHTS.pt]
    python training/attribution.py export FITTED.pt --parts weighed.onnx

Without ``--start`` from what ships. Layers that were made narrower give other vectors than those
that the columns were fitted over; and most sentences that stood alone in the network's fit deny
something, and it took plain ones that stand alone for such. Here every labelled cue is seen in its
report and, once more, in its sentence alone, beside the short invented texts. A logistic regression
over the vectors of the judging layers (L-BFGS) whose penalty pulls to the columns of before; no
other column changes. ``score`` counts labels that no fit has seen.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from attribution import BODIES, CORPUS, HERE, NEWS, SHORT
from tagger.batches import SIZE, Judged, Prepared, prepare
from tagger.corpus import bodies, news, polnear
from tagger.export import shipped
from tagger.invented import invented, short_texts
from tagger.labels import labelled
from tagger.network import HIDDEN, Tagger, load, pretrained
from tagger.texts import Text, alone
from torch import Tensor
from torch.nn import functional as F  # noqa: N812  the name that every reader of torch knows

from reportedly.encoder import BEGIN, BREAK, Alphabet
from reportedly.readings.tagger.marks import ACTS, DENIALS, JUDGED, STANCES, VALUES, VOTERS

SIZES = {"acts": len(ACTS), "stances": len(STANCES), "values": len(VALUES), "denials": len(DENIALS)}
"""Columns of each kind, in the order in which a cue's labels stand."""

PENALTY = 1e-4
"""Of the square of what a weight moves by."""

DENYING_COUNTS = 4.0
"""What a text counts for that was written to deny something, or to look as if, for denials."""

MARGIN, BATCH = 20, 32
"""Pieces at the ends of a window in which no cue is judged; windows side by side."""

Window = tuple[list[int], list[Judged]]
"""Pieces, and the cues judged in them."""

Rows = tuple[Tensor, Tensor, Tensor]
"""Of each cue: the mean vectors of its words, its source's and its content's, side by side (1152);
which of them vote (3); its labels, -1 where there is none (4)."""


def main() -> None:
    """Fit and write all weights; or score them on labels that no fit has seen."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("what", choices=("fit", "score"))
    options.add_argument("weights", type=Path, nargs="?")
    options.add_argument("--start", type=Path, help="weights; without it what ships")
    options.add_argument("--kinds", nargs="+", choices=[*SIZES], default=["denials"])
    options.add_argument("--penalty", type=float, default=PENALTY)
    chosen = options.parse_args()
    weights = torch.load(chosen.start) if chosen.start else shipped()
    network = Tagger()
    load(network, weights)
    if chosen.what == "score":
        _score(network.eval(), weights)
        return
    other, denying = (list(rows(network.eval(), texts)) for texts in _texts())
    every = [torch.cat(part) for part in zip(*other, *denying, strict=True)]
    counts = torch.ones(len(every[2]))
    counts[sum(len(labels) for *_, labels in other) :] = DENYING_COUNTS
    for kind in chosen.kinds:
        counted = counts if kind == "denials" else torch.ones(len(counts))
        weights = fitted(weights, kind, every, counted, chosen.penalty)
    torch.save(weights, chosen.weights)


def _score(network: Tagger, weights: dict[str, Tensor]) -> None:
    """Print what is told rightly in reports, in their sentences alone, and in texts that deny."""
    whole = judged_texts("_held_back")
    cut = [one for text in whole for one in alone(text)]
    short = short_texts(HERE / "invented" / "denials_held_back.tsv", {})
    for name, texts in (("in reports", whole), ("in sentences", cut), ("denials", short)):
        vectors, votes, labels = (
            torch.cat(part) for part in zip(*rows(network, texts), strict=True)
        )
        for at, kind in enumerate(SIZES):
            slopes, offsets = _columns(weights, kind)
            right = (vectors @ slopes + votes @ offsets).argmax(1) == labels[:, at]
            known = labels[:, at] >= 0
            share = float(right[known].float().mean())
            print(f"{name:13} {kind:8} {share:.3f} of {int(known.sum())}")
        # The last kind is what is denied.
        told = (vectors @ slopes + votes @ offsets).argmax(1)[known] > 0
        denied = labels[known, at] > 0
        print(
            f"{name:13} denies where nothing is denied {int((told & ~denied).sum())} of "
            f"{int((~denied).sum())}, nothing where something is {int((denied & ~told).sum())} of "
            f"{int(denied.sum())}"
        )


def judged_texts(which: str = "") -> list[Text]:
    """Texts with our labels of cues; ``which`` as for :func:`tagger.labels.labelled`."""
    every = [*polnear(CORPUS), *invented(HERE / "invented"), *news(NEWS), *bodies(BODIES)]
    return [text for text in labelled(every, HERE / "labels", which) if text.views[0].judged]


def _texts() -> tuple[list[Text], list[Text]]:
    """Reports with labels, their sentences alone and short texts; those that deny or seem to."""
    whole = judged_texts()
    cut = [one for text in whole for one in alone(text)]
    denying, *others = ([*short_texts(path, {})] for path in SHORT)
    return [*whole, *cut, *(text for found in others for text in found)], denying


def rows(network: Tagger, texts: Sequence[Text]) -> Iterator[Rows]:
    """What the columns are fitted to, batch by batch."""
    alphabet = Alphabet.of((pretrained() / "tokenizer.json").read_bytes())
    firsts = (replace(text, views=text.views[:1]) for text in texts)
    held = [window for text in firsts for window in _windows(prepare(alphabet, text)[0][0])]
    held.sort(key=lambda window: len(window[0]))
    for at in range(0, len(held), BATCH):
        yield _rows(network, held[at : at + BATCH])


def _windows(one: Prepared) -> Iterator[Window]:
    """Stretches of a text with the judged cues that stand well within, each in one of them."""
    count = len(one.pieces.ids)
    for start in range(0, count, SIZE - 2 * MARGIN):
        end = min(count, start + SIZE - 2)
        first = start + MARGIN if start else 0
        last = end - MARGIN if end < count else end
        cues = (j for j in one.judged if j.voters[0])
        inside = (j for j in cues if first <= j.voters[0][0] and j.voters[0][-1] < last)
        found = [here for j in inside if (here := j.within(start, end))]
        if found:
            yield one.pieces.ids[start:end], found
        if end == count:
            return


def _rows(network: Tagger, windows: Sequence[Window]) -> Rows:
    ids = [torch.tensor([BEGIN, *ids, BREAK]) for ids, _ in windows]
    padded = torch.nn.utils.rnn.pad_sequence(ids, batch_first=True)
    lengths = torch.tensor([len(one) for one in ids])
    seen = (torch.arange(padded.shape[1])[None] < lengths[:, None])[:, None, None, :]
    with torch.no_grad():
        shared = network.shared(padded, seen)
        vectors = network.pondered(network.middle(shared, seen), seen)
    cues = [(row, one) for row, (_, found) in enumerate(windows) for one in found]
    nobody = torch.zeros(HIDDEN)
    means = [
        torch.cat([vectors[row, part].mean(0) if part else nobody for part in one.voters])
        for row, one in cues
    ]
    votes = torch.tensor([[float(bool(part)) for part in one.voters] for _, one in cues])
    return torch.stack(means), votes, torch.tensor([one.labels for _, one in cues])


def fitted(
    weights: dict[str, Tensor], kind: str, every: Sequence[Tensor], counts: Tensor, penalty: float
) -> dict[str, Tensor]:
    """``weights`` with other columns of one kind; ``counts``: what each of the rows counts for."""
    labels = every[2][:, [*SIZES].index(kind)]
    known = labels >= 0
    vectors, votes, labels, counts = (one[known] for one in (*every[:2], labels, counts))
    start = _columns(weights, kind)
    slopes, offsets = (one.clone().requires_grad_() for one in start)
    steps = torch.optim.LBFGS([slopes, offsets], max_iter=60, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        steps.zero_grad()
        told = F.cross_entropy(vectors @ slopes + votes @ offsets, labels, reduction="none")
        moved = sum(((a - b) ** 2).sum() for a, b in zip((slopes, offsets), start, strict=True))
        found = (told * counts).sum() / counts.sum() + penalty * moved
        found.backward()
        return found

    steps.step(loss)
    made = {name: one.clone() for name, one in weights.items()}
    back = slopes.detach().view(len(VOTERS), HIDDEN, -1).transpose(1, 2)
    made["judged.weight"][_places(kind)] = back.reshape(-1, HIDDEN)
    made["judged.bias"][_places(kind)] = offsets.detach().flatten()
    return made


def _places(kind: str) -> Tensor:
    """Where the columns of a kind stand, those of one voter behind another's."""
    at = [*SIZES].index(kind)
    before, size = sum([*SIZES.values()][:at]), SIZES[kind]
    starts = (voter * JUDGED + before for voter in range(len(VOTERS)))
    return torch.cat([torch.arange(start, start + size) for start in starts])


def _columns(weights: dict[str, Tensor], kind: str) -> tuple[Tensor, Tensor]:
    """Slopes (1152, columns) and offsets (3, columns) of what tells one kind."""
    places = _places(kind)
    table = weights["judged.weight"][places].view(len(VOTERS), SIZES[kind], HIDDEN)
    slopes = table.transpose(1, 2).reshape(-1, SIZES[kind])
    return slopes, weights["judged.bias"][places].view(len(VOTERS), -1)


if __name__ == "__main__":
    main()
