"""500 damaged copies of reports go through the whole flow without a crash."""

import random
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from reportedly import pipeline, readings
from reportedly.documents import load
from reportedly.model import Kept, Span
from reportedly.views import dossier

STORY = Path(__file__).parents[1] / "examples" / "tolvek"
MUTATIONS, BATCH, LONGEST = 500, 20, 500
INSERTED = [
    "“", "”", "\"", "'", "‘", "«", "(", "[", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff",
    "\x07", "\x0b", "\x1b[31m", "\u2028", "\x85", "\r", "\n\n", "\t", "...", "…", "—", "!?",
    "\U0001f41f", "e\u0301", "\u0600", "￾", "<b>", "&amp;", "%s", "{0}", "\\", "a" * 200, " said ",
    " denied that ",
]  # fmt: skip


def _flip(data, chance):
    for _ in range(chance.randint(1, 5)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _cut(data, chance):
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, 80)]


def _swap(data, chance):
    a, b = sorted(chance.sample(range(len(data)), 2))
    data[a : a + 20], data[b : b + 20] = data[b : b + 20], data[a : a + 20]


def _insert(data, chance):
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data))
        data[at:at] = chance.choice(INSERTED).encode()


def mutated(text, chance):
    """``text`` after one to three kinds of damage."""
    start = chance.randrange(max(1, len(text) - LONGEST))
    data = bytearray(text[start : start + LONGEST].encode())
    for damage in chance.choices([_flip, _cut, _swap, _insert], k=chance.randint(1, 3)):
        if len(data) > 1:
            damage(data, chance)
    return bytes(data)


def spans(record):
    """Every span anywhere in a record."""
    if isinstance(record, Span):
        yield record
    elif is_dataclass(record):
        for field in fields(record):
            yield from spans(getattr(record, field.name))
    elif isinstance(record, tuple):
        for part in record:
            yield from spans(part)


@pytest.fixture(scope="module")
def texts():
    return [item.document.text for item in load([str(STORY)]) if isinstance(item, Kept)]


@pytest.mark.parametrize("seed", range(MUTATIONS // BATCH))
def test_damaged_reports_are_read_compared_and_shown(texts, seed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    chance = random.Random(seed)
    for number in range(BATCH):
        Path(f"{number:02}.txt").write_bytes(mutated(chance.choice(texts), chance))
    documents = [item.document for item in load(["."]) if isinstance(item, Kept)]
    assert documents
    found = [readings.read(document) for document in documents]
    for document, reading in zip(documents, found, strict=True):
        for span in spans(reading):
            assert 0 <= span.start <= span.end <= len(document.text)
    dossier.render(pipeline.compare(documents, found)).encode()
