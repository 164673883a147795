"""Score which passages of an English report are told to be in another language.

    python benchmarks/languages.py [--show]

``gold/passages.jsonl`` holds invented passages in eleven languages, and English ones full of names
and quotations; each stands between English paragraphs. Of the English texts in ``corpora`` every
passage told to be foreign is counted, except those that ``gold/passages_foreign.txt`` names by
hash: somebody has looked at them, and they are. Also what telling takes of the time of loading.
"""

import argparse
import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportedly.documents import foreign as telling
from reportedly.documents.raw import Fields, Raw
from reportedly.documents.record import keep
from reportedly.documents.sentences import paragraphs

GOLD = Path(__file__).with_name("gold")
CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
BEFORE = "Officials in Vesk said on Friday that the garrison had left its posts.\n\n"
AFTER = "\n\nThe army denied that anybody had fled, and the mayor would not comment."


def invented(show: bool) -> None:
    """How many invented passages are found, and told as what they are, a language."""
    found, named, all_ = Counter[str](), Counter[str](), Counter[str]()
    for line in (GOLD / "passages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        told = telling.foreign(BEFORE + row["text"] + AFTER, "en")
        all_[row["language"]] += 1
        found[row["language"]] += len(told) == 1
        named[row["language"]] += [one.language for one in told] == [row["language"]]
        if show and bool(told) == (row["language"] == "en"):
            print(f"  {row['language']} {[one.language for one in told]}: {row['text'][:90]}")
    for language in all_:
        print(
            f"{language}: {found[language]} of {all_[language]} foreign, {named[language]} by name"
        )


def texts() -> Iterator[str]:
    """The English texts of the corpora that are for development."""
    for name, keys in (
        ("fnc1/bodies.jsonl", ("text",)), ("news_cluster/articles.jsonl", ("text",)),
        ("causal_news/train_subtask1.jsonl", ("text",)), ("plover/gold_odd.jsonl", ("text",)),
        ("emergent/train.jsonl", ("claim", "headline")),
        ("claimdiff/strength_train.jsonl", ("article_a", "article_b", "claim_a", "claim_b")),
    ):  # fmt: skip
        for line in (CORPORA / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield from (row[key] for key in keys if isinstance(row.get(key), str))
    for path in sorted((CORPORA / "polnear").glob("*/text/*.txt")):
        yield path.read_text(encoding="utf-8")


def wrongly(show: bool) -> None:
    """How many passages of English texts are told to be foreign, and how long that takes."""
    truly = set((GOLD / "passages_foreign.txt").read_text(encoding="ascii").split())
    given = list(texts())
    passages = {text[s.start : s.end] for text in given for s in paragraphs(text)}
    told = [one for one in sorted(passages) if telling.foreign(one, "en")]
    wrong = [one for one in told if _hash(one) not in truly]
    for one in wrong if show else ():
        print(f"  {_hash(one)} {one[:110]}")
    print(f"{len(passages):,} passages, {len(told)} told to be foreign, {len(wrong)} wrongly")


def _hash(passage: str) -> str:
    return hashlib.sha256(passage.encode()).hexdigest()[:16]


def cost() -> None:
    """What telling takes of making documents of texts, in processor time."""
    given = [text for text in texts() if len(text) > 1_000][:1_000]
    begun = time.process_time()
    for number, text in enumerate(given):
        keep(Raw(f"{number}.txt", text.encode()), Fields(text))
    whole = time.process_time() - begun
    begun = time.process_time()
    for text in given:
        telling.foreign(text, "en")
    alone = time.process_time() - begun
    each = alone / len(given) * 1_000
    print(f"{each:.2f} ms a report, {alone / whole:.1%} of making a document of its text")


def main() -> None:
    """Print all three."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--show", action="store_true", help="what is missed or wrong")
    chosen = options.parse_args()
    invented(chosen.show)
    wrongly(chosen.show)
    cost()


if __name__ == "__main__":
    main()
