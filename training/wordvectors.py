"""Make the table of word vectors by which words that mean nearly the same are told.

Each word of WordNet 3.0 (and its inflected forms in the encoder's alphabet) is read alone by the
plain encoder all-MiniLM-L6-v2; the mean of its pieces is its vector. Vectors of words with one
stem are averaged, centred, cut to their main directions (principal components), drawn towards
WordNet's synonyms and derived forms (retrofitting, Faruqui et al. 2015), and written as integers
of eight bits. No text of any corpus is read.

    python training/wordvectors.py WORDNET_FOLDER MINILM_FOLDER
"""

import hashlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import snowballstemmer
import torch
from numpy.typing import NDArray
from transformers import AutoModel, AutoTokenizer

Numbers = NDArray[np.float32]

SIZE, BATCH = 64, 512
STEPS = 27
"""Integers to each side of zero: so few that the package stays small."""
PULL = 0.35
"""How far a word is drawn towards what it is tied to."""
PARTS = ("noun", "verb", "adj", "adv")
SENSES = 4
DERIVED = "+"
"""WordNet's pointer from a word to what is derived from it."""
TARGET = Path(__file__).parents[1] / "src/reportedly/models/words"
_STEM = snowballstemmer.stemmer("english").stemWord
_PLAIN = re.compile(r"[a-z]{3,13}")


@dataclass(frozen=True, slots=True)
class Synset:
    """One sense of WordNet: its words, and its pointers (kind, part of speech, offset)."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, str], ...]


def synsets(folder: Path) -> dict[tuple[str, str], Synset]:
    """Every sense, by part of speech (n, v, a, r) and offset."""
    found = {}
    for part in PARTS:
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                found[part[0] if part != "adv" else "r", line[:8]] = _synset(line.split("|")[0])
    return found


def _synset(line: str) -> Synset:
    fields = line.split()
    count = int(fields[3], 16)
    words = tuple(re.sub(r"\(.*", "", fields[4 + 2 * i]) for i in range(count))
    at = 4 + 2 * count
    pointers = fields[at + 1 : at + 1 + 4 * int(fields[at])]
    return Synset(
        words,
        tuple((pointers[i], pointers[i + 2], pointers[i + 1]) for i in range(0, len(pointers), 4)),
    )


def senses(folder: Path) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Word, part of speech and the offsets of its commonest senses."""
    for part in PARTS:
        kind = part[0] if part != "adv" else "r"
        for line in (folder / f"index.{part}").read_text(encoding="utf-8").splitlines():
            fields = line.split()
            if not line.startswith(" ") and _PLAIN.fullmatch(fields[0]):
                count = int(fields[2])
                yield fields[0], kind, tuple(fields[-count:][:SENSES])


def irregular(folder: Path) -> dict[str, str]:
    """Irregular forms ("fled") with their base ("flee")."""
    found = {}
    for part in ("noun", "verb"):
        for line in (folder / f"{part}.exc").read_text(encoding="utf-8").splitlines():
            form, base = line.split()[:2]
            if _PLAIN.fullmatch(form) and _PLAIN.fullmatch(base):
                found.setdefault(form, base)
    return found


def vocabulary(folder: Path, pieces: set[str]) -> dict[str, list[str]]:
    """Stems with the words they stand for: words of WordNet, names left out, and their forms."""
    known = synsets(folder)
    common = {
        word
        for word, kind, offsets in senses(folder)
        if any(word in known[kind, offset].words for offset in offsets)
    }
    stems = defaultdict(set)
    for word in common:
        stems[_STEM(word)].add(word)
    forms = irregular(folder)
    for piece in pieces:
        if _PLAIN.fullmatch(piece) and piece not in forms and _STEM(piece) in stems:
            stems[_STEM(piece)].add(piece)
    return {stem: sorted(words) for stem, words in sorted(stems.items())}


def read(words: list[str], folder: str) -> Numbers:
    """One row a word, from the plain encoder."""
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder)
    order = sorted(range(len(words)), key=lambda i: (len(tokenizer.tokenize(words[i])), words[i]))
    rows = np.zeros((len(words), 384), np.float32)
    with torch.no_grad():
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            fed = tokenizer([words[i] for i in some], return_tensors="pt", padding=True)
            mask = fed["attention_mask"].unsqueeze(-1)
            state = (model(**fed).last_hidden_state * mask).sum(1) / mask.sum(1)
            rows[some] = torch.nn.functional.normalize(state, dim=1).numpy()
    return rows


def narrowed(rows: Numbers) -> Numbers:
    """Centred, along the main directions, of length 1."""
    centred = rows - rows.mean(0)
    _, _, directions = np.linalg.svd(centred[::4], full_matrices=False)
    return unit(centred @ directions[:SIZE].T)


def unit(rows: Numbers) -> Numbers:
    """Every row with length 1."""
    found: Numbers = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return found


def links(folder: Path, stems: dict[str, int]) -> dict[tuple[int, int], float]:
    """Pairs of stems that WordNet ties, each with a weight: one over the rank of the sense."""
    known = synsets(folder)
    found: dict[tuple[int, int], float] = defaultdict(float)
    for word, kind, offsets in senses(folder):
        for rank, offset in enumerate(offsets, 1):
            for other in _tied(known, known[kind, offset]):
                one, two = stems.get(_STEM(word)), stems.get(_STEM(other))
                if one is not None and two is not None and one != two:
                    found[one, two] = max(found[one, two], 1 / rank)
    return found


def _tied(known: dict[tuple[str, str], Synset], sense: Synset) -> Iterator[str]:
    yield from sense.words
    for sign, part, offset in sense.pointers:
        if sign == DERIVED:
            yield from known[part, offset].words


def retrofitted(rows: Numbers, pairs: dict[tuple[int, int], float]) -> Numbers:
    """Each row drawn towards the weighted mean of the rows that it is tied to."""
    ends = np.array(sorted(pairs))
    weights = np.array([pairs[one, two] for one, two in ends.tolist()], np.float32)
    pulled = np.zeros_like(rows)
    np.add.at(pulled, ends[:, 0], weights[:, None] * rows[ends[:, 1]])
    tied = np.linalg.norm(pulled, axis=1, keepdims=True) > 0
    return unit(np.where(tied, (1 - PULL) * rows + PULL * unit(pulled), rows))


def main(wordnet: str, minilm: str) -> None:
    """Write ``words.txt``, ``vectors.npy``, ``irregular.txt`` and their hashes."""
    folder = Path(wordnet)
    pieces = set((Path(minilm) / "vocab.txt").read_text(encoding="utf-8").split("\n"))
    stems = vocabulary(folder, pieces)
    words = sorted({word for held in stems.values() for word in held})
    place = {word: at for at, word in enumerate(words)}
    rows = read(words, minilm)
    means = np.stack([rows[[place[w] for w in held]].mean(0) for held in stems.values()])
    index = {stem: at for at, stem in enumerate(stems)}
    found = retrofitted(narrowed(means), links(folder, index))
    bent = {_STEM(form): _STEM(base) for form, base in irregular(folder).items()}
    more = sorted(form for form, base in bent.items() if form not in index and base in index)
    found = np.concatenate([found, found[[index[bent[form]] for form in more]]])
    TARGET.mkdir(exist_ok=True)
    (TARGET / "words.txt").write_text("\n".join([*stems, *more]) + "\n", encoding="utf-8")
    # Column by column, numbers of one size side by side, which packs better.
    rows = np.round(found * STEPS).astype(np.int8)
    np.save(TARGET / "vectors.npy", np.asfortranarray(rows))
    hashes = {
        name: hashlib.sha256((TARGET / name).read_bytes()).hexdigest()
        for name in ("words.txt", "vectors.npy")
    }
    (TARGET / "model.json").write_text(json.dumps({"sha256": hashes}, indent=1) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
