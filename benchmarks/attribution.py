"""Score what ``reportedly read`` gives against PolNeAR: who said what, found where people found it.

    python benchmarks/attribution.py [--corpus DIR] [--scorer SCORER.py] [--peer PYTHON]

The corpus marks only the outermost of nested attributions and takes "A and B said" for one source,
so one table leaves out attributions within others and puts sources that share cue and content
together again; the next is everything as it is printed. Both readers are read and compared, by
kind of cue, too. ``--peer`` names the Python of an
environment with textacy (``benchmarks/peer.sh`` makes one), whose direct quotations are
then read and scored in the same run. Neither the corpus nor the scorer is part of this project.
"""

import argparse
import importlib.util
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from reportedly import readings
from reportedly.documents.sentences import sentences
from reportedly.model import Attribution, Document, Span, hull, identify
from reportedly.readings.cues import frames, words

Rows = dict[str, list[dict[str, Any]]]

NEIGHBOUR = Path(__file__).resolve().parents[2] / "shared"
CORPUS = NEIGHBOUR / "corpora" / "polnear" / "dev"
SCORER = NEIGHBOUR / "tools" / "score_attribution.py"


def document(path: Path) -> Document:
    """The file's text with its line breaks untouched, as the scorer reads it."""
    text = path.read_bytes().decode()
    return Document(
        id=identify("document", path.name), name=path.name, url=None, publisher=None,
        byline=None, published=None, retrieved=None, title=None, language="en", text=text,
        sentences=sentences(text), sha256="",
    )  # fmt: skip


def outermost(attributions: Iterable[Attribution]) -> list[dict[str, Any]]:
    """Attributions as the corpus marks them: none within another, coordinated sources as one."""
    together: dict[tuple[object, object], list[Attribution]] = {}
    for one in attributions:
        if one.within is None:
            together.setdefault((one.cue, one.content), []).append(one)
    return [_plain(group) for group in together.values()]


def everything(attributions: Iterable[Attribution]) -> list[dict[str, Any]]:
    """Attributions as they are printed."""
    return [_plain([one]) for one in attributions]


def _plain(group: list[Attribution]) -> dict[str, Any]:
    sources = [span for one in group if one.source for span in one.source.spans]
    if len(group) > 1 and sources:
        sources = [hull(sources)]
    first = group[0]
    return {"source": _pairs(sources), "cue": _pairs(first.cue), "content": _pairs(first.content)}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def score(rows: Rows, corpus: Path, scorer: Path, bootstrap: int) -> tuple[str, dict[str, Any]]:
    """Score one configuration: the scorer's table as text, and as numbers."""
    with tempfile.TemporaryDirectory() as folder:
        predicted, table = Path(folder) / "predicted.jsonl", Path(folder) / "table.json"
        lines = [json.dumps({"doc": name, "attributions": row}) for name, row in rows.items()]
        predicted.write_text("\n".join(lines) + "\n", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(scorer), str(corpus), str(predicted), "--json", str(table),
             "--bootstrap", str(bootstrap)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout, json.loads(table.read_text(encoding="utf-8"))


def documents(corpus: Path) -> dict[str, Document]:
    """The corpus's texts by name."""
    return {path.stem: document(path) for path in sorted((corpus / "text").glob("*.txt"))}


def read_all(
    chosen: dict[str, Document], reader: str = readings.DEFAULT
) -> tuple[dict[str, tuple[Attribution, ...]], float]:
    """Attributions of every document, and words read a second of processor time."""
    readings.read(next(iter(chosen.values())), reader)
    start = time.process_time()
    found = {name: readings.read(one, reader).attributions for name, one in chosen.items()}
    words = sum(len(one.text.split()) for one in chosen.values())
    return found, words / (time.process_time() - start)


def peer(python: str, corpus: Path) -> tuple[Rows, float]:
    """What textacy finds in the same texts, and its words a second of processor time."""
    script = Path(__file__).with_name("peer_textacy.py")
    done = subprocess.run(
        [python, str(script), str(corpus)], capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    return told["rows"], told["words_per_second"]


def scorer_of(path: Path) -> ModuleType:
    """The scorer as a module, for what its command does not print."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cue_kind(cue: str) -> str:
    """What kind of word a gold cue is, by the program's own list of cues."""
    lowered = re.findall(r"[a-z’'-]+", cue.casefold())
    if not lowered:
        return "no word (colon)"
    if "according" in lowered:
        return "according to"
    verbs, nouns = words("verbs"), words("nouns")
    stems = [form for word in lowered for form in _stems(word)]
    if any(verbs.get(s) and s not in frames("thinking") for s in stems):
        return "verb of saying"
    if any(s in verbs or s in frames("thinking") for s in stems):
        return "verb of thinking"
    return "noun" if any(s in nouns for s in stems) else "other"


_PAST = {
    "said": "say", "told": "tell", "wrote": "write", "thought": "think", "felt": "feel",
    "knew": "know", "saw": "see", "spoke": "speak", "found": "find",
}  # fmt: skip


def _stems(word: str) -> Iterator[str]:
    yield _PAST.get(word, word)
    for ending in ("s", "es", "d", "ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem)
    if word.endswith("ied") or word.endswith("ies"):
        yield word[:-3] + "y"


def by_cue(module: ModuleType, corpus: Path, rows: Rows) -> dict[str, tuple[float, float]]:
    """Of each kind of cue: gold attributions, and the share whose relation is found."""
    hits: dict[str, list[float]] = {}
    for name, (doc, views) in module.load_gold(str(corpus)).items():
        for _, gold, hidden in views:
            met = module.match_attributions(
                gold, module.to_sets(doc, rows.get(name, []), hidden), "relation"
            )
            for at, one in enumerate(gold):
                cue = " ".join(doc.text[slice(*doc.tokens[i])] for i in sorted(one["cue"]))
                share = hits.setdefault(cue_kind(cue), [0.0, 0.0])
                share[0] += 1 / len(views)
                share[1] += (at in met) / len(views)
    return {kind: (n, hit / n) for kind, (n, hit) in sorted(hits.items())}


def compared(
    module: ModuleType, corpus: Path, one: Rows, other: Rows, variant: str, times: int
) -> tuple[float, float, float]:
    """F1 of ``one`` less that of ``other`` with its 95 % interval: documents drawn in pairs."""
    gold = module.load_gold(str(corpus))
    tables = [[c["relation", variant] for c in module.score(gold, rows)] for rows in (one, other)]
    chance = random.Random(0)

    def gap(picked: Iterable[int]) -> float:
        chosen = list(picked)
        sums = [[sum(t[i][k] for i in chosen) for k in range(3)] for t in tables]
        a, b = (100 * module.prf(s)[2] for s in sums)
        return float(a - b)

    size = len(gold)
    drawn = sorted(gap(chance.choices(range(size), k=size)) for _ in range(times))
    return gap(range(size)), drawn[int(0.025 * times)], drawn[int(0.975 * times)]


def main() -> None:
    """Read the corpus once a reader; print speed and scores."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--corpus", type=Path, default=CORPUS)
    options.add_argument("--scorer", type=Path, default=SCORER)
    options.add_argument("--bootstrap", type=int, default=1000)
    options.add_argument("--peer", help="Python of an environment with textacy")
    chosen = options.parse_args()
    texts = documents(chosen.corpus)
    if not texts:
        raise SystemExit(f"no corpus at {chosen.corpus}")
    outer: dict[str, Rows] = {}
    tables: dict[str, Rows] = {}
    for reader in readings.READERS:
        found, speed = read_all(texts, reader)
        outer[reader] = {name: outermost(a) for name, a in found.items()}
        tables[f"{reader}, outermost attributions"] = outer[reader]
        tables[f"{reader}, nested attributions too"] = {n: everything(a) for n, a in found.items()}
        if reader == readings.DEFAULT:
            tables["relations on which both readers agree"] = {
                name: outermost(one for one in a if one.agreed) for name, a in found.items()
            }
        print(f"{reader}, whole reading: {speed:.0f} words a second of processor time")
    if chosen.peer:
        outer["textacy"], theirs = peer(chosen.peer, chosen.corpus)
        tables["textacy, direct quotations"] = outer["textacy"]
        print(f"textacy: {theirs:.0f} words a second of processor time")
    for title, rows in tables.items():
        table, _ = score(rows, chosen.corpus, chosen.scorer, chosen.bootstrap)
        print(f"\n== {title}\n{table}")
    module = scorer_of(chosen.scorer)
    kinds = {name: by_cue(module, chosen.corpus, rows) for name, rows in outer.items()}
    print("== recall of relations by kind of cue")
    for kind, (n, _) in kinds[readings.DEFAULT].items():
        shares = "  ".join(f"{name} {100 * kinds[name][kind][1]:.1f}" for name in kinds)
        print(f"{kind:18} of {n:5.0f}  {shares}")
    print(f"\n== {readings.DEFAULT} against the others, documents drawn in pairs")
    for name in [n for n in outer if n != readings.DEFAULT]:
        for variant in ("relation", "full"):
            told = compared(module, chosen.corpus, outer[readings.DEFAULT], outer[name], variant,
                            chosen.bootstrap)  # fmt: skip
            print(f"{variant} against {name}: {told[0]:+.1f} ({told[1]:+.1f} to {told[2]:+.1f})")


if __name__ == "__main__":
    main()
