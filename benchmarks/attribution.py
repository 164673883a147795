"""Score what ``reportedly read`` gives against PolNeAR: who said what, found where people found it.

    python benchmarks/attribution.py [--corpus DIR] [--scorer SCORER.py] [--peer PYTHON]

The corpus marks only the outermost of nested attributions and takes "A and B said" for one source,
so the first table leaves out attributions within others and puts sources that share cue and content
together again; the second is everything as it is printed. ``--peer`` names the Python of an
environment with textacy (``benchmarks/peer.sh`` makes one), whose direct quotations are
then read and scored in the same run. Neither the corpus nor the scorer is part of this project.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reportedly import readings
from reportedly.documents.sentences import sentences
from reportedly.model import Attribution, Document, Span, hull, identify

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


def score(
    rows: dict[str, list[dict[str, Any]]], corpus: Path, scorer: Path, bootstrap: int
) -> tuple[str, dict[str, Any]]:
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


def read_all(chosen: dict[str, Document]) -> tuple[dict[str, tuple[Attribution, ...]], float]:
    """Attributions of every document, and words read a second of processor time."""
    readings.read(next(iter(chosen.values())))
    start = time.process_time()
    found = {name: readings.read(one).attributions for name, one in chosen.items()}
    words = sum(len(one.text.split()) for one in chosen.values())
    return found, words / (time.process_time() - start)


def peer(python: str, corpus: Path) -> tuple[dict[str, list[dict[str, Any]]], float]:
    """What textacy finds in the same texts, and its words a second of processor time."""
    script = Path(__file__).with_name("peer_textacy.py")
    done = subprocess.run(
        [python, str(script), str(corpus)], capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    return told["rows"], told["words_per_second"]


def main() -> None:
    """Read the corpus once; print speed and scores."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--corpus", type=Path, default=CORPUS)
    options.add_argument("--scorer", type=Path, default=SCORER)
    options.add_argument("--bootstrap", type=int, default=1000)
    options.add_argument("--peer", help="Python of an environment with textacy")
    chosen = options.parse_args()
    texts = documents(chosen.corpus)
    if not texts:
        raise SystemExit(f"no corpus at {chosen.corpus}")
    found, speed = read_all(texts)
    tables = {
        "as read, outermost attributions": {n: outermost(a) for n, a in found.items()},
        "as read, nested attributions too": {n: everything(a) for n, a in found.items()},
    }
    print(f"whole reading: {speed:.0f} words a second of processor time\n")
    if chosen.peer:
        tables["textacy, direct quotations"], theirs = peer(chosen.peer, chosen.corpus)
        print(f"textacy: {theirs:.0f} words a second of processor time\n")
    for title, rows in tables.items():
        table, _ = score(rows, chosen.corpus, chosen.scorer, chosen.bootstrap)
        print(f"== {title}\n{table}")


if __name__ == "__main__":
    main()
