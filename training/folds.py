"""Read the Causal News Corpus by five fits, each of which has not seen the fifth that it reads.

    python training/folds.py WEIGHTS.pt OUT.jsonl [--folds 0 1 2 3 4] [--change KEY=VALUE …]

Each fit goes on from ``WEIGHTS.pt`` (fitted without that corpus) over the other four fifths and
as many documents of PolNeAR as ``--documents`` says, so that it keeps what it knew.
``benchmarks/causes.py --folds OUT.jsonl`` scores what was read.
"""

import argparse
import json
import sys
from dataclasses import asdict, replace
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent))

from attribution import CAUSES, CORPUS
from tagger.batches import prepare
from tagger.corpus import Text, causal_news, grouped, polnear
from tagger.export import network
from tagger.fit import Recipe, fit
from tagger.network import pretrained

from reportedly.encoder import BEGIN, BREAK, Alphabet
from reportedly.model import Span
from reportedly.readings.tagger.marks import CAUSAL, Marks
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
    recipe = Recipe(epochs=5.0, rate=1e-4, head_rate=1e-3)
    for change in chosen.change:
        key, _, value = change.partition("=")
        recipe = replace(recipe, **{key: type(getattr(recipe, key))(float(value))})
    alphabet = Alphabet.of((pretrained() / "tokenizer.json").read_bytes())
    every, known = causal_news(CAUSES), polnear(CORPUS)[: chosen.documents]
    with chosen.out.open("a", encoding="utf-8") as out:
        for fold in chosen.folds:
            seen = [text for at, text in enumerate(every) if at % FOLDS != fold]
            prepared = [prepare(alphabet, text) for text in (*grouped(seen), *known)]
            kept = chosen.out.with_suffix(f".{fold}.pt")
            weights = fit(prepared, recipe, kept, torch.load(chosen.weights))
            for text in every[fold::FOLDS]:
                out.write(json.dumps(_read(alphabet, weights, text)) + "\n")


def _read(alphabet: Alphabet, weights: dict[str, torch.Tensor], text: Text) -> dict[str, object]:
    pieces = alphabet.pieces(text.text)
    with torch.inference_mode():
        ids = torch.tensor([[BEGIN, *pieces.ids[:510], BREAK]])
        out = network(weights)(ids)[0, 1:-1, -CAUSAL - 1 : -1].numpy()
    table = out[[w for w in pieces.words if w < 510]]
    seen, whole = Marks(table[:, :0], table, table[:, 0], ()), Span(0, len(text.text))
    found = relations(pieces, seen, [whole], 0.0)
    told = [{k: v for k, v in asdict(one).items() if k != "chance"} for one in found]
    return {"name": text.name, "chance": causal(table), "relations": told}


if __name__ == "__main__":
    main()
