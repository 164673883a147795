"""Read damaged copies of real texts: nothing may raise, no span may lie outside its document.

    python benchmarks/mutations.py [--count 2000] [--texts FOLDER]

The damage is that of ``tests/test_mutations.py``: bits flipped, stretches cut, swapped or put in.
"""

import argparse
import random
import sys
from pathlib import Path

from attribution import CORPUS

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from build import document
from reportedly import readings
from test_mutations import mutated, spans


def main() -> None:
    """Read so many damaged texts with both readers; print how many, or fail with the text."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--texts", type=Path, default=CORPUS / "text")
    chosen = options.parse_args()
    texts = [path.read_bytes().decode() for path in sorted(chosen.texts.glob("*.txt"))]
    chance = random.Random(0)
    found = skipped = 0
    for number in range(chosen.count):
        text = mutated(chance.choice(texts), chance).decode("utf-8", "replace")
        reader = list(readings.READERS)[number % len(readings.READERS)]
        reading = readings.read(document(text), reader)
        found += len(reading.attributions)
        skipped += len(reading.skipped)
        for span in spans(reading):
            assert 0 <= span.start <= span.end <= len(text), (text, span)
    print(f"{chosen.count} damaged texts read: {found} attributions, {skipped} sentences skipped")


if __name__ == "__main__":
    main()
