"""Fit anew which columns tell denials, over judging layers that stay as they ship.

    python training/denying.py fit WEIGHTS.pt
    python training/denying.py score [WEIGHTS.pt]
    python training/attribution.py export WEIGHTS.pt --parts weighed.onnx

Most sentences that stood alone in the network's fit deny something, and it took plain ones that
stand alone for such. Here every labelled cue is seen in its report and, once more, in its sentence
alone, beside the short invented texts. A logistic regression over the vectors of the judging layers
(L-BFGS) whose penalty pulls to the columns that ship; no other column changes.
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
from reportedly.readings.tagger.marks import DENIALS, JUDGED, VOTERS

PENALTY = 1e-4
"""Of the square of what a weight moves by."""

DENYING_COUNTS = 4.0
"""What a text counts for that was written to deny something, or to look as if."""

COLUMN = 3
"""Of what is denied among a cue's labels."""

PLACES = torch.cat([torch.arange(v * JUDGED - len(DENIALS), v * JUDGED) for v in (1, 2, 3)])
"""The columns for denials, of those that vote one behind another."""

MARGIN, BATCH = 20, 32
"""Pieces at the ends of a window in which no cue is judged; windows side by side."""

Window = tuple[list[int], list[Judged]]
"""Pieces, and the cues judged in them."""

Rows = tuple[Tensor, Tensor, Tensor]
"""Of each cue: the mean vectors of its words, its source's and its content's, side by side (1152);
which of them vote (3); what it denies."""


def main() -> None:
    """Fit and write all weights; or score them, else what ships, on labels that no fit has seen."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("what", choices=("fit", "score"))
    options.add_argument("weights", type=Path, nargs="?")
    chosen = options.parse_args()
    weights = shipped()
    network = Tagger()
    load(network, weights)
    if chosen.what == "score":
        _score(network.eval(), torch.load(chosen.weights) if chosen.weights else weights)
        return
    other, denying = (list(rows(network.eval(), texts)) for texts in _texts())
    every = [torch.cat(part) for part in zip(*other, *denying, strict=True)]
    counts = torch.ones(len(every[2]))
    counts[sum(len(labels) for *_, labels in other) :] = DENYING_COUNTS
    torch.save(fitted(weights, every, counts), chosen.weights)


def _score(network: Tagger, weights: dict[str, Tensor]) -> None:
    """Print what is told rightly in reports, in their sentences alone, and in texts that deny."""
    whole = _labelled("_held_back")
    cut = [one for text in whole for one in alone(text)]
    short = short_texts(HERE / "invented" / "denials_held_back.tsv", {})
    slopes, offsets = _columns(weights)
    for name, texts in (("in reports", whole), ("in sentences", cut), ("denials", short)):
        vectors, votes, labels = (
            torch.cat(part) for part in zip(*rows(network, texts), strict=True)
        )
        told = (vectors @ slopes + votes @ offsets).argmax(1)
        plain = labels == 0
        print(
            f"{name:13} {float((told == labels).float().mean()):.3f} of {len(labels)}; denies "
            f"where nothing is denied {int((told[plain] > 0).sum())} of {int(plain.sum())}, denies "
            f"nothing where something is {int((told[~plain] == 0).sum())} of {int((~plain).sum())}"
        )


def _labelled(which: str = "") -> list[Text]:
    every = [*polnear(CORPUS), *invented(HERE / "invented"), *news(NEWS), *bodies(BODIES)]
    return [text for text in labelled(every, HERE / "labels", which) if text.views[0].judged]


def _texts() -> tuple[list[Text], list[Text]]:
    """Reports with labels, their sentences alone and short texts; those that deny or seem to."""
    whole = _labelled()
    cut = [one for text in whole for one in alone(text)]
    denying, *others = ([*short_texts(path, {})] for path in SHORT)
    return [*whole, *cut, *(text for found in others for text in found)], denying


def rows(network: Tagger, texts: Sequence[Text]) -> Iterator[Rows]:
    """What the columns for denials are fitted to, batch by batch."""
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
        cues = (j for j in one.judged if j.labels[COLUMN] >= 0 and j.voters[0])
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
    return torch.stack(means), votes, torch.tensor([one.labels[COLUMN] for _, one in cues])


def fitted(
    weights: dict[str, Tensor], every: Sequence[Tensor], counts: Tensor
) -> dict[str, Tensor]:
    """``weights`` with other columns for denials."""
    vectors, votes, labels = every
    start = _columns(weights)
    slopes, offsets = (one.clone().requires_grad_() for one in start)
    steps = torch.optim.LBFGS([slopes, offsets], max_iter=60, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        steps.zero_grad()
        told = F.cross_entropy(vectors @ slopes + votes @ offsets, labels, reduction="none")
        moved = sum(((a - b) ** 2).sum() for a, b in zip((slopes, offsets), start, strict=True))
        found = (told * counts).sum() / counts.sum() + PENALTY * moved
        found.backward()
        return found

    steps.step(loss)
    made = {name: one.clone() for name, one in weights.items()}
    back = slopes.detach().view(len(VOTERS), HIDDEN, -1).transpose(1, 2)
    made["judged.weight"][PLACES] = back.reshape(-1, HIDDEN)
    made["judged.bias"][PLACES] = offsets.detach().flatten()
    return made


def _columns(weights: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """Slopes (1152, denials) and offsets (3, denials) of what tells denials."""
    table = weights["judged.weight"][PLACES].view(len(VOTERS), len(DENIALS), HIDDEN)
    slopes = table.transpose(1, 2).reshape(-1, len(DENIALS))
    return slopes, weights["judged.bias"][PLACES].view(len(VOTERS), -1)


if __name__ == "__main__":
    main()
