"""Write what the shipped tagger reads where a corpus marks too little.

    python training/inner.py INNER.json

PolNeAR does not mark cues within contents, from which the tagger learns to tell, before it reads
a content again, whether anything is in it; our short texts mark one attribution each.
"""

import json
import sys
from pathlib import Path

from attribution import CORPUS, SHORT
from tagger.invented import one_marked
from tagger.labels import table

from reportedly.model import Spans
from reportedly.readings import tagger

Pairs = list[tuple[int, int]]


def main() -> None:
    """Read every training article to the last depth, and the short texts."""
    found = {
        "polnear": {
            path.stem: _inner(path.read_bytes().decode())
            for path in sorted((CORPUS / "text").glob("*.txt"))
        },
        "short": {
            f"{path.stem} {number}": _every(one_marked(row[-1])[0])
            for path in SHORT
            for number, row in enumerate(table(path))
        },
    }
    Path(sys.argv[1]).write_text(json.dumps(found), encoding="utf-8")


def _inner(text: str) -> Pairs:
    every = [one for one in tagger.find(text) if one.content]
    contents = [span for one in every for span in one.content]
    return _pairs(
        tuple(c for one in every for c in one.cue if any(c in content for content in contents))
    )


def _every(text: str) -> list[list[Pairs]]:
    return [
        [_pairs(part) for part in (f.source, f.cue, f.content)]
        for f in tagger.find(text)
        if f.content
    ]


def _pairs(spans: Spans) -> Pairs:
    return [(span.start, span.end) for span in spans]


if __name__ == "__main__":
    main()
