"""Write which cues the shipped tagger reads within contents of PolNeAR, which does not mark them.

    python training/inner.py INNER.json

From these the tagger learns to tell, before it reads a content again, whether anything is in it.
"""

import json
import sys
from pathlib import Path

from attribution import CORPUS

from reportedly.readings import tagger


def main() -> None:
    """Read every training article to the last depth."""
    found = {}
    for path in sorted((CORPUS / "text").glob("*.txt")):
        every = tagger.find(path.read_bytes().decode())
        contents = [span for one in every for span in one.content]
        found[path.stem] = [
            (cue.start, cue.end)
            for one in every
            for cue in one.cue
            if any(cue in content for content in contents)
        ]
    Path(sys.argv[1]).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
