"""Make ``lexicons/en/common.toml``: words of English in the order of how often they are written.

    python training/common.py > src/reportedly/lexicons/en/common.toml

The order is that of the vocabulary of BERT (uncased; Devlin et al. 2019, Apache-2.0), which the
tokenizer of ``models/attribution`` holds: whole words stand in it from the most frequent down.
"""

import json
from importlib.resources import files

from reportedly.claims.words import stem

FIRST = 1996
"""Where whole words begin; before them stand signs and single letters."""

MOST = 12_000


def main() -> None:
    """Print the table."""
    path = files("reportedly").joinpath("models", "attribution", "tokenizer.json")
    pieces = json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"]
    words = (piece for piece in pieces[FIRST:] if piece.isascii() and piece.isalpha())
    stems = dict.fromkeys(stem(word) for word in words)
    print("# How often words are written: made by training/common.py, not by hand.\n")
    print("[common]")
    print('source = "vocabulary of BERT, uncased (Devlin et al. 2019, Apache-2.0), as stems"')
    print('words = """')
    line = ""
    for word in list(stems)[:MOST]:
        if len(line) + len(word) > 110:
            print(line.rstrip())
            line = ""
        line += f"{word} "
    print(line.rstrip())
    print('"""')


if __name__ == "__main__":
    main()
