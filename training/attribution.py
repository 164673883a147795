"""Train the tagger that finds attributions, and write it with its hash to ``models/attribution/``.

    python training/attribution.py fit WEIGHTS.pt [--documents N] [--change KEY=VALUE …]
                                   [--chances CHANCES.jsonl] [--device cuda]
    python training/attribution.py export WEIGHTS.pt [MORE.pt …] [--shares .75 .25 …]
                                      [--parts weighed.onnx …]

Several weights (of several seeds) are averaged. ``training/requirements.txt`` names what is needed;
``OMP_NUM_THREADS=1`` is fastest where other work runs beside it.
"""

import argparse
import random
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent))

from tagger.batches import prepare
from tagger.corpus import bodies, causal_news, mixed, news, polnear
from tagger.export import PARTS, export, restored
from tagger.fit import Recipe, fit
from tagger.invented import invented, read_before, short_texts
from tagger.labels import Chances, labelled
from tagger.network import pretrained
from tagger.phrases import phrases
from tagger.texts import Text, contents

from reportedly.encoder import Alphabet

HERE = Path(__file__).parent
CORPORA = HERE.parents[1] / "shared" / "corpora"
CORPUS, CAUSES = CORPORA / "polnear" / "train", CORPORA / "causal_news"
NEWS = CORPORA / "news_cluster" / "articles.jsonl"
BODIES = CORPORA / "fnc1" / "bodies.jsonl"
SHORT = tuple(HERE / "invented" / f"{name}.tsv" for name in ("denials", "cues", "cues_plain"))
"""Invented texts with one attribution each."""


def main() -> None:
    """Fit or export."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("what", choices=("fit", "export"))
    options.add_argument("weights", type=Path, nargs="+")
    options.add_argument("--documents", type=int)
    options.add_argument("--start", type=Path, help="weights to go on from")
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--device", default="cpu", help="where torch computes: cpu or cuda")
    options.add_argument("--bfloat16", action="store_true", help="compute the layers in it")
    options.add_argument("--onward", action="store_true", help="what ships comes first")
    options.add_argument("--inner", type=Path, help="cues within contents, by training/inner.py")
    options.add_argument("--no-invented", action="store_true")
    options.add_argument("--short", type=int, help="so many of the texts with one attribution")
    options.add_argument("--phrases", type=int, default=0, help="how often each phrase is filled")
    options.add_argument("--no-causes", action="store_true")
    options.add_argument("--parts", nargs="*", default=PARTS, help="files to export; others stay")
    options.add_argument("--shares", type=float, nargs="*", default=[], help="of each in the mean")
    options.add_argument("--chances", type=Path, help="a teacher's, by training/teaching.py")
    options.add_argument("--change", nargs="*", default=[], metavar="KEY=VALUE")
    chosen = options.parse_args()
    if chosen.what == "fit":
        torch.save(_fit(chosen), chosen.weights[0])
    else:
        export(chosen.weights, parts=chosen.parts, shares=chosen.shares, onward=chosen.onward)


def _fit(chosen: argparse.Namespace) -> dict[str, torch.Tensor]:
    torch.set_num_threads(chosen.threads)
    recipe = Recipe().changed(chosen.change)
    alphabet = Alphabet.of((pretrained() / "tokenizer.json").read_bytes())
    every = _texts(chosen, recipe)
    start = restored() if chosen.onward else torch.load(chosen.start) if chosen.start else None
    prepared = [prepare(alphabet, text) for text in every]
    return fit(prepared, recipe, chosen.weights[0], start, chosen.device, chosen.bfloat16)


def _texts(chosen: argparse.Namespace, recipe: Recipe) -> list[Text]:
    """Everything that a fit learns from, what is to be seen several times several times."""
    given = Chances.read(chosen.chances) if chosen.chances else Chances()
    marked = labelled(polnear(CORPUS, chosen.inner)[: chosen.documents], HERE / "labels")
    texts = [given.beside(text) for text in marked]
    own = [] if chosen.no_invented else labelled(invented(HERE / "invented"), HERE / "labels")
    filled = phrases(HERE / "phrases", chosen.phrases, recipe.seed) if chosen.phrases else []
    excerpts = [excerpt for text in [*own, *filled] for excerpt in contents(text)]
    before = read_before(chosen.inner)
    short = [] if chosen.no_invented else [t for path in SHORT for t in short_texts(path, before)]
    plain = labelled([*news(NEWS), *bodies(BODIES)], HERE / "labels")
    told = [
        text
        for text in map(given.beside, plain)
        if text.views[0].committed or text.views[0].causal or text.views[0].judged
    ]
    chance = random.Random(recipe.seed)  # noqa: S311  a seed, not a secret
    short = short if chosen.short is None else chance.sample(short, chosen.short)
    repeats = range(0 if chosen.no_causes else recipe.causal_repeats)
    causal = [text for _ in repeats for text in mixed(causal_news(CAUSES), chance)]
    print(f"{len(texts)} documents, {len(own)} invented reports, {len(filled)} of phrases, "
          f"{len(excerpts)} contents of them, "
          f"{len(short)} short ones, {len(given.alone)} with a teacher's chances, "
          f"{len(told)} reports with labels, "
          f"{len(causal)} texts of causes; {recipe}", file=sys.stderr)  # fmt: skip
    return [
        *texts,
        *(own * recipe.repeats),
        *filled,
        *excerpts,
        *(short * recipe.short_repeats),
        *given.alone,
        *told,
        *causal,
    ]


if __name__ == "__main__":
    main()
