"""Draw attributions to be labelled by hand: what their cues do, on which side, how sure.

    python benchmarks/sample_stances.py [--seed N] [--count N]
    python benchmarks/sample_stances.py --shares

Every attribution of PolNeAR's development part, which no fit of what judges has seen, is as likely
as any other; knows nothing of the program that is to be judged. Writes offsets, and no text.
``--shares`` prints how common the cues of the rows of ``gold/polnear_stances.jsonl`` are beside
those of the corpus.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sources import CORPUS, annotated, rows, spans

from reportedly.model import Span
from reportedly.readings.found import Found

PLAIN = ("said", "says", "say")


def attributions(part: str) -> Iterator[tuple[str, str, Found]]:
    """Name and text of the article, and the attribution, of a part of PolNeAR, in its order."""
    folder = CORPUS.parent / part
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rpartition("_")[0]
        text = (folder / "text" / f"{name}.txt").read_bytes().decode()
        yield from ((name, text, one) for one in annotated(path) if one.cue)


def row(name: str, one: Found) -> dict[str, object]:
    """What is kept of an attribution."""
    parts = {"source": one.source, "cue": one.cue, "content": one.content}
    return {"part": "dev", "doc": name} | {key: _pairs(spans) for key, spans in parts.items()}


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def shares(cues: Counter[str]) -> str:
    """How many there are, how many are "said", and how many no other is like."""
    count = sum(cues.values())
    plain = sum(cues[one] for one in PLAIN) / count
    alone = sum(times for times in cues.values() if times == 1) / count
    return f"{count:,} cues, {plain:.1%} said, says or say, {alone:.1%} with no other like them"


def words(text: str, cue: Iterable[Span]) -> str:
    """A cue as it is printed, in small letters."""
    return " ".join(text[span.start : span.end] for span in cue).lower()


def _of_gold(split: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in rows("polnear_stances", split):
        path: Path = CORPUS.parent / one.get("part", "train") / "text" / f"{one['doc']}.txt"
        found[words(path.read_bytes().decode(), spans(one["cue"]))] += 1
    return found


def main() -> None:
    """Print the rows, or the shares."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--seed", type=int, default=32)
    options.add_argument("--count", type=int, default=400)
    options.add_argument("--shares", action="store_true")
    chosen = options.parse_args()
    if chosen.shares:
        for part in ("train", "dev"):
            cues = Counter(words(text, one.cue) for _, text, one in attributions(part))
            print(f"{part}: {shares(cues)}")
        for split in ("tune", "score", "random"):
            print(f"{split}: {shares(_of_gold(split))}")
        return
    drawn = random.Random(chosen.seed).sample(list(attributions("dev")), chosen.count)
    for name, _, one in drawn:
        print(json.dumps(row(name, one)))


if __name__ == "__main__":
    main()
