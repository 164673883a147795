"""Read the Causal News Corpus by five fits, each of which has not seen the fifth that it reads.

    python training/folds.py WEIGHTS.pt OUT.jsonl [--folds 0 1 2 3 4] [--change KEY=VALUE …]

Each fit goes on from ``WEIGHTS.pt`` (fitted without that corpus) over the other four fifths, seen
as often as ``--change causal_repeats=`` says, and as many documents of PolNeAR as ``--documents``
says, so that it keeps what it knew.
``benchmarks/causes.py --folds OUT.jsonl`` scores what was read.
"""

import argparse
import json
import math
import random
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent))

from attribution import CAUSES, CORPUS
from tagger.batches import prepare
from tagger.corpus import causal_news, mixed, polnear
from tagger.export import network
from tagger.fit import Recipe, fit
from tagger.network import Tagger, pretrained
from tagger.texts import Text

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
    options.add_argument("--documents", type=int, default=60)
    options.add_argument("--change", nargs="*", default=[], metavar="KEY=VALUE")
    chosen = options.parse_args()
    torch.set_num_threads(1)
    recipe = Recipe(epochs=1.0, rate=1.5e-4, head_rate=1e-3, causes=1.0, causal_repeats=8)
    recipe = recipe.changed(chosen.change)
    alphabet = Alphabet.of((pretrained() / "tokenizer.json").read_bytes())
    chance = random.Random(0)  # noqa: S311  a seed, not a secret
    every, known = causal_news(CAUSES), polnear(CORPUS)[: chosen.documents]
    with chosen.out.open("a", encoding="utf-8") as out:
        for fold in chosen.folds:
            seen = [text for at, text in enumerate(every) if at % FOLDS != fold]
            every_time = [t for _ in range(recipe.causal_repeats) for t in mixed(seen, chance)]
            prepared = [prepare(alphabet, text) for text in (*every_time, *known)]
            kept = chosen.out.with_suffix(f".{fold}.pt")
            weights = fit(prepared, recipe, kept, torch.load(chosen.weights))
            made = network(weights)
            for text in every[fold::FOLDS]:
                out.write(json.dumps(_read(alphabet, made, text)) + "\n")
            out.flush()


def _read(alphabet: Alphabet, made: Tagger, text: Text) -> dict[str, object]:
    pieces = alphabet.pieces(text.text)
    with torch.inference_mode():
        ids = torch.tensor([[BEGIN, *pieces.ids[:510], BREAK]])
        out = made.judge(ids)["causal"][0, 1:-1].numpy()
    table = out[[w for w in pieces.words if w < 510]]
    found = relations(pieces, table, [Span(0, len(text.text))])
    told = [
        {
            "cause": _pair(one.cause),
            "effect": _pair(one.effect),
            "signal": [_pair(s) for s in one.signal],
            "gain": round(one.gain, 2),
        }
        for one in found
    ]
    chance = 1 / (1 + math.exp(-causal(table)))
    return {"name": text.name, "chance": round(chance, 4), "relations": told}


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


if __name__ == "__main__":
    main()
