"""Score the reader's attributions against PolNeAR: who said what, found where a person found it.

    python benchmarks/attribution.py [--corpus DIR] [--scorer SCORER.py] [--bootstrap N]

The corpus marks only the outermost of nested attributions, so nested ones are left out: those
whose cue lies within another's content, and those of the rule "citing". Scores are printed for
all rules, and without the cues that name nobody ("reportedly", "the alleged raid", "reports of"),
which the corpus marks only now and then. Neither the corpus nor the scorer is part of this
project.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from reportedly.documents.sentences import sentences
from reportedly.model import Document, identify
from reportedly.readings.find import find, is_nested
from reportedly.readings.found import Found
from reportedly.readings.parse import parse

NEIGHBOUR = Path(__file__).resolve().parents[2] / "shared"
SOURCELESS = frozenset({"adverb", "adjective", "cue noun"})
"""Rules whose cues the article needs and the corpus seldom marks."""


def document(path: Path) -> Document:
    """The file's text with its line breaks untouched, as the scorer reads it."""
    text = path.read_bytes().decode()
    return Document(
        id=identify("document", path.name), name=path.name, url=None, publisher=None,
        byline=None, published=None, retrieved=None, title=None, language="en", text=text,
        sentences=sentences(text), sha256="",
    )  # fmt: skip


def row(name: str, found: Iterable[Found]) -> str:
    """One document's line for the scorer."""
    attributions = [
        {
            "source": [[s.start, s.end] for s in one.source],
            "cue": [[s.start, s.end] for s in one.cue],
            "content": [[s.start, s.end] for s in one.content],
        }
        for one in found
    ]
    return json.dumps({"doc": name, "attributions": attributions})


def outermost(found: list[Found], without: frozenset[str] = frozenset()) -> list[Found]:
    """``found`` less the rules ``without`` and less nested attributions."""
    kept = [one for one in found if one.rule not in without]
    return [one for one in kept if not is_nested(one, kept)]


def score(title: str, corpus: Path, scorer: Path, rows: Iterable[str], bootstrap: int) -> None:
    """Print the scorer's table for one configuration."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predicted.jsonl"
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        command = [sys.executable, str(scorer), str(corpus), str(path)]
        done = subprocess.run(
            [*command, "--bootstrap", str(bootstrap)], capture_output=True, text=True, check=True
        )
    print(f"== {title}\n{done.stdout}")


def main() -> None:
    """Read the corpus once, print speed and every configuration's scores."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--corpus", type=Path, default=NEIGHBOUR / "corpora" / "polnear" / "dev")
    options.add_argument(
        "--scorer", type=Path, default=NEIGHBOUR / "tools" / "score_attribution.py"
    )
    options.add_argument("--bootstrap", type=int, default=1000)
    chosen = options.parse_args()
    documents = [document(path) for path in sorted((chosen.corpus / "text").glob("*.txt"))]
    if not documents:
        raise SystemExit(f"no corpus at {chosen.corpus}")
    parse(documents[0])
    start = time.process_time()
    read = {d.name.removesuffix(".txt"): find(parse(d), d) for d in documents}
    seconds = time.process_time() - start
    words = sum(len(d.text.split()) for d in documents)
    print(f"{words} words in {seconds:.1f} CPU seconds: {words / seconds:.0f} words a second\n")
    for title, without in (
        ("all rules", frozenset[str]()),
        ("without cues that name nobody", SOURCELESS),
    ):
        rows = [row(name, outermost(found, without)) for name, found in read.items()]
        score(title, chosen.corpus, chosen.scorer, rows, chosen.bootstrap)
    rows = [row(name, found) for name, found in read.items()]
    score(
        "all rules, nested attributions too", chosen.corpus, chosen.scorer, rows, chosen.bootstrap
    )


if __name__ == "__main__":
    main()
