"""Read the Causal News Corpus by five fits, each of which has not seen the fifth that it reads.

    python training/folds.py WEIGHTS.pt OUT.jsonl [--folds 0 1 2 3 4] [--seeds 1 2]
                             [--change KEY=VALUE …]

Each fit goes on from ``WEIGHTS.pt`` (fitted without that corpus) over the other four fifths, seen
as often as ``--change causal_repeats=`` says, and over our own sentences with causes. Of several
seeds the mean of the weights reads.
``benchmarks/causes.py --folds OUT.jsonl`` scores what was read.
"""

import argparse
import json
import random
import sys
from dataclasses import replace
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent))

from attribution import BODIES, CAUSES, CORPUS, HERE, NEWS
from tagger.batches import prepare
from tagger.corpus import bodies, causal_news, mixed, news, polnear
from tagger.export import network
from tagger.fit import Recipe, fit
from tagger.labels import labelled
from tagger.network import Tagger, pretrained
from tagger.texts import Text, View

from reportedly.encoder import BEGIN, BREAK, Alphabet
from reportedly.model import Span
from reportedly.readings.tagger.relations import causal, relations

FOLDS = 5


def main() -> None:
    """Fit and read."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("weights", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--folds", type=int, nargs="*", default=list(range(FOLDS)))
    options.add_argument("--seeds", type=int, nargs="*", default=[1])
    options.add_argument("--bfloat16", action="store_true", help="compute the layers in it")
    options.add_argument("--change", nargs="*", default=[], metavar="KEY=VALUE")
    chosen = options.parse_args()
    torch.set_num_threads(1)
    recipe = Recipe(
        epochs=1.0, rate=1.5e-4, head_rate=1e-3, causes=1.0, causal_repeats=3, learn="judging"
    ).changed(chosen.change)
    alphabet = Alphabet.of((pretrained() / "tokenizer.json").read_bytes())
    every, start = causal_news(CAUSES), torch.load(chosen.weights)
    own = [prepare(alphabet, text) for text in _own()]
    with chosen.out.open("a", encoding="utf-8") as out:
        for fold in chosen.folds:
            seen = [text for at, text in enumerate(every) if at % FOLDS != fold]
            kept = chosen.out.with_suffix(f".{fold}.pt")
            fits = []
            for seed in chosen.seeds:
                chance = random.Random(seed)  # noqa: S311  a seed, not a secret
                again = [t for _ in range(recipe.causal_repeats) for t in mixed(seen, chance)]
                prepared = [*(prepare(alphabet, text) for text in again), *own]
                one = replace(recipe, seed=seed)
                fits.append(fit(prepared, one, kept, start, halved=chosen.bfloat16))
            weights = {name: sum(w[name] for w in fits) / len(fits) for name in fits[0]}
            torch.save(weights, kept)
            made = network(weights)
            for text in every[fold::FOLDS]:
                out.write(json.dumps(_read(alphabet, made, text)) + "\n")
            out.flush()


def _own() -> list[Text]:
    """Reports in which we labelled sentences with causes, for these alone."""
    told = labelled([*polnear(CORPUS), *news(NEWS), *bodies(BODIES)], HERE / "labels")
    return [
        replace(text, views=tuple(_causal(view) for view in text.views))
        for text in told
        if text.views[0].causal
    ]


def _causal(view: View) -> View:
    return replace(view, judged=(), committed=(), marked=None)


def _read(alphabet: Alphabet, made: Tagger, text: Text) -> dict[str, object]:
    pieces = alphabet.pieces(text.text)
    with torch.inference_mode():
        ids = torch.tensor([[BEGIN, *pieces.ids[:510], BREAK]])
        out = made.judge(ids)["causal"][0, 1:-1].numpy()
    table = out[[w for w in pieces.words if w < 510]]
    found = relations(pieces, table, [Span(0, len(text.text))], 0.0)
    told = [
        {
            "cause": _pair(one.cause),
            "effect": _pair(one.effect),
            "signal": [_pair(s) for s in one.signal],
            "gain": round(one.gain, 2),
        }
        for one in found
    ]
    return {"name": text.name, "chance": round(causal(table), 4), "relations": told}


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


if __name__ == "__main__":
    main()
