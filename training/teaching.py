"""Fit a larger network to our labels of cues, to teach the one that ships, and count both.

    python training/teaching.py fit LARGER.pt [--epochs 2] [--bfloat16]
    python training/teaching.py score LARGER.pt [--bfloat16]
    python training/teaching.py label LARGER.pt CHANCES.jsonl [--bfloat16]

It needs ``requirements-teaching.txt`` besides (``pip install --no-deps``, for its parts name others
without hashes), and sees every labelled cue in its sentence alone, and some of the short invented
texts. ``score`` prints how many labels that no fit has seen are told rightly, in sentences alone,
by what ships, by the larger network, and by both (the sum of the logarithms of their chances).
``label`` writes what both hold likely of cues, each in its sentence alone, for ``attribution.py fit
--chances``: of our labelled cues, of those sentences with other cues in their place
(``tagger/exchanged.py``), and of the cues that the reader finds in News Cluster and FNC-1.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

sys.path.insert(0, str(Path(__file__).parent))
sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

from attribution import BODIES, NEWS, SHORT
from columns import SIZES, judged_texts
from sources import document
from tagger.batches import SIZE, Epoch, Prepared, collate, epoch, prepare
from tagger.corpus import bodies, news
from tagger.exchanged import exchanged
from tagger.export import network, shipped
from tagger.fit import COLUMNS, judged_loss, of_cues
from tagger.invented import short_texts
from tagger.larger import LAYERS, Larger
from tagger.network import Scores
from tagger.network import pretrained as smaller
from tagger.tensors import Batch, Cues
from tagger.texts import Judgement, Pair, Text, View, alone, sentences, shifted, unlabelled

from reportedly import readings
from reportedly.encoder import Alphabet
from reportedly.model import Span

RATE, HEAD_RATE, DECAY, FROZEN = 4e-5, 4e-4, 0.9, 3
"""Of the highest layer and of the columns; what a layer's rate is of the next one's; the lowest
layers, which stay as they are."""

DROP, MASKED, WARMING = 0.1, 0.03, 0.06
BATCH, SHORT_ONES, TOLD = 4, 2000, 50

TIMES = 2
"""How many other cues stand in each sentence in turn."""

Judging = Callable[[Tensor, Tensor], Scores]


def main() -> None:
    """Fit and write; or count."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("what", choices=("fit", "score", "label"))
    options.add_argument("weights", type=Path)
    options.add_argument("chances", type=Path, nargs="?")
    options.add_argument("--epochs", type=float, default=2.0)
    options.add_argument("--bfloat16", action="store_true", help="compute the layers in it")
    chosen = options.parse_args()
    torch.set_num_threads(1)
    if chosen.what == "fit":
        torch.manual_seed(0)
        made = Larger(DROP, FROZEN).start()
        made.halved = chosen.bfloat16
        fit(made, _prepared(_texts()), chosen.epochs)
        torch.save(made.state_dict(), chosen.weights)
        return
    made = Larger()
    made.load_state_dict(torch.load(chosen.weights))
    made.halved = chosen.bfloat16
    if chosen.what == "score":
        _score(made.eval())
        return
    teachers = [network(shipped()).judge, made.eval().judge]
    with chosen.chances.open("w", encoding="utf-8") as file:
        told = judged_texts()
        for row in labels(teachers, [*told, *_found()], _exchanges(told)):
            print(json.dumps(row, ensure_ascii=False), file=file)


def _cut(which: str = "") -> list[Text]:
    return [part for text in judged_texts(which) for _, part in sentences(text)]


def _exchanges(told: Sequence[Text]) -> list[Text]:
    """The sentences of labelled cues with other cues in them."""
    cut = [one for text in told for one in alone(text)]
    return list(exchanged(cut, TIMES, random.Random(0)))  # noqa: S311  a seed, not a secret


def _found() -> Iterator[Text]:
    """The reports in which nobody marked anything, with the cues that the reader finds."""
    for text in [*news(NEWS), *bodies(BODIES)]:
        read = readings.read(document(text.name, text.text)).attributions
        cues = tuple(
            unlabelled(
                _pairs(one.cue), _pairs(one.source.spans if one.source else ()), _pairs(one.content)
            )
            for one in read
            if one.cue and one.content
        )
        yield replace(text, views=(View(None, judged=cues),))


def _pairs(spans: Sequence[Span]) -> tuple[Pair, ...]:
    return tuple((one.start, one.end) for one in spans)


def labels(
    teachers: Sequence[Judging], reports: Sequence[Text], made: Sequence[Text]
) -> Iterator[dict[str, object]]:
    """What ``teachers`` hold likely of the cues in ``reports`` and in the sentences ``made``.

    A row names its cue by offsets into a report, or holds the sentence; ``chances`` (42) are the
    mean of the teachers' logarithms, as chances of every kind of label.
    """
    cut = []
    for text in reports:
        for start, part in sentences(text):
            back = (shifted(one, start) for one in part.views[0].judged)
            cut.append((part, [{"name": text.name, **_offsets(one)} for one in back]))
    for text in made:
        one = text.views[0].judged[0]
        cut.append((text, [{"name": text.name, "text": text.text, **_offsets(one)}]))
    told = zip(_prepared([text for text, _ in cut]), (rows for _, rows in cut), strict=True)
    short = (one for one in told if len(one[0][0][0].pieces.ids) <= SIZE)
    order = sorted(short, key=lambda one: len(one[0][0][0].pieces.ids))
    for start in range(0, len(order), 16):
        some = order[start : start + 16]
        windows = [_whole(styles[0][0]) for styles, _ in some]
        chances = _chances(teachers, windows)
        rows = [
            row
            for (one, _, end), (_, rows) in zip(windows, some, strict=True)
            for judged, row in zip(one.judged, rows, strict=True)
            if judged.within(0, end)
        ]
        for row, given in zip(rows, chances, strict=True):
            yield {**row, "chances": given}


def _offsets(one: Judgement) -> dict[str, tuple[Pair, ...]]:
    return {"cue": one.cue, "source": one.source, "content": one.content}


def _whole(one: Prepared) -> tuple[Prepared, int, int]:
    """A window of all of it."""
    return one, 0, len(one.pieces.ids)


def _chances(
    teachers: Sequence[Judging], windows: Sequence[tuple[Prepared, int, int]]
) -> list[list[float]]:
    """Of every cue that stands in ``windows``, in their order."""
    batch = collate(windows, 0.0, random.Random(0))  # noqa: S311
    if not batch.judged:
        return []
    with torch.inference_mode():
        given = [
            of_cues(judge(batch.ids, _seen(batch))["judged"], batch.judged).split(COLUMNS, -1)
            for judge in teachers
        ]
    means = (
        torch.stack([one.log_softmax(-1) for one in kind]).mean(0).softmax(-1)
        for kind in zip(*given, strict=True)
    )
    return [[round(x, 4) for x in row] for row in torch.cat([*means], -1).tolist()]


def _texts() -> list[Text]:
    short = [text for path in SHORT for text in short_texts(path, {})]
    chance = random.Random(1)  # noqa: S311  a seed, not a secret
    return [*_cut(), *chance.sample(short, SHORT_ONES)]


def _prepared(texts: Sequence[Text]) -> list[list[list[Prepared]]]:
    """As a fit takes them: of each text and style of quotation marks its first view."""
    alphabet = Alphabet.of((smaller() / "tokenizer.json").read_bytes())
    return [[[style[0]] for style in prepare(alphabet, text)] for text in texts]


def fit(made: Larger, every: Sequence[list[list[Prepared]]], epochs: float) -> None:
    """Let ``made`` learn the labels of cues, lower layers more slowly."""
    made.train()
    groups = [
        {"params": [p], "lr": r, "base": r} for n, p in made.named_parameters() if (r := _rate(n))
    ]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    chance, since, lost = random.Random(1), time.monotonic(), 0.0  # noqa: S311
    total = int(epochs * sum(1 for _ in epoch(every, BATCH, random.Random(0), "judging")))  # noqa: S311
    for step, (batch, cues) in enumerate(_batches(every, total, chance)):
        slope = min(1.0, (step + 1) / (total * WARMING)) * (1 - step / total)
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * slope
        loss = judged_loss(made.judge(batch.ids, _seen(batch))["judged"], cues, 0.0)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for group in groups for p in group["params"]], 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        lost += float(loss.detach())
        if (step + 1) % TOLD == 0:
            spent = time.monotonic() - since
            told = f"step {step + 1} of {total}, loss {lost / TOLD:.3f}, {spent:.0f} s"
            print(told, file=sys.stderr, flush=True)
            lost = 0.0


def _rate(name: str) -> float:
    """The rate of a parameter; 0 where it does not learn."""
    head, _, rest = name.partition(".")
    if head == "judged":
        return HEAD_RATE
    number = int(rest.split(".")[0]) if head == "layers" else -1
    return RATE * DECAY ** (LAYERS - 1 - number) if number >= FROZEN else 0.0


def _batches(
    every: Sequence[list[list[Prepared]]], total: int, chance: random.Random
) -> Iterator[tuple[Batch, Cues]]:
    """So many batches, epoch after epoch, of those in which a cue stands whole."""
    given = 0
    while given < total:
        held = Epoch(list(epoch(every, BATCH, chance, "judging")), MASKED, chance.random())
        for at in range(min(len(held), total - given)):
            given += 1
            batch = held[at]
            if batch.judged:
                yield batch, batch.judged


def _seen(batch: Batch) -> Tensor:
    return batch.seen[:, None, None, :]


def _score(made: Larger) -> None:
    held = [one[0][0] for one in _prepared(_cut("_held_back"))]
    ours, labels = _read(network(shipped()).judge, held)
    theirs, _ = _read(made.judge, held)
    both = [a + b for a, b in zip(ours, theirs, strict=True)]
    for name, told in (("what ships", ours), ("larger", theirs), ("both", both)):
        shares = [_share(one, labels[:, at]) for at, one in enumerate(told)]
        line = "  ".join(f"{kind} {share:.3f}" for kind, share in zip(SIZES, shares, strict=True))
        print(f"{name:10} {line}  of {len(labels)}")


def _share(told: Tensor, labels: Tensor) -> float:
    known = labels >= 0
    return float((told.argmax(1) == labels)[known].float().mean())


def _read(judge: Judging, held: Sequence[Prepared]) -> tuple[list[Tensor], Tensor]:
    """The logarithms of chances of every kind of label, and the labels, cue by cue."""
    order = sorted(held, key=lambda one: len(one.pieces.ids))
    found, labels = [], []
    with torch.inference_mode():
        for start in range(0, len(order), 16):
            windows = [_whole(one) for one in order[start : start + 16]]
            batch = collate(windows, 0.0, random.Random(0))  # noqa: S311
            if batch.judged:
                scores = judge(batch.ids, _seen(batch))["judged"]
                found.append(of_cues(scores, batch.judged))
                labels.append(batch.judged.labels)
    parts = torch.cat(found).split(COLUMNS, -1)
    return [part.log_softmax(-1) for part in parts], torch.cat(labels)


if __name__ == "__main__":
    main()
