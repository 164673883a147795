"""Every parser is fed its seeds, what fuzzing found, and some hundred inputs made of them.

Fuzzing itself, guided by coverage, is ``benchmarks/fuzz.py``; this is what of it fits in a test.
"""

import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from fuzzing import checks, seeds
from fuzzing.targets import TARGETS

from reportedly.documents.opening import Opening
from reportedly.documents.raw import Raw
from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped, Span

TIMES = {"html": 40, "opening": 80, "pdf": 80}
"""Inputs made for a target, 300 where it is not named: some take longer than others."""


def mutated(seeds_, chance):
    """One of the seeds, or two put together, with some bytes moved, doubled or changed."""
    data = bytearray(chance.choice(seeds_))
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice((1, 2, 8, 60)))
        cut = bytes(data[at:end])
        other = chance.choice(seeds_)
        start = chance.randrange(len(other) + 1)
        data[at:end] = chance.choice(
            (b"", cut * 2, cut * 40, chance.randbytes(len(cut)), other[start : start + 40])
        )
    return bytes(data[:6_000])


@pytest.mark.parametrize("name", TARGETS)
def test_a_parser_holds_what_it_promises_on_seeds_findings_and_mutations(name):
    target, chance = TARGETS[name], random.Random(name)
    given = target.seeds()
    for data in [*given, *(mutated(given, chance) for _ in range(TIMES.get(name, 300)))]:
        target.feed(data)


@pytest.mark.parametrize("name", sorted(set(TARGETS) - {"pieces"}))
def test_seeds_are_inputs_that_the_parser_reads(name, monkeypatch):
    found = []
    monkeypatch.setattr(checks, "_item", found.append)
    for data in TARGETS[name].seeds():
        TARGETS[name].feed(data)
    assert any(isinstance(item, Kept | Raw) for item in found)


@pytest.mark.parametrize(
    "given",
    [
        lambda raw: iter([1]),
        lambda raw: iter([Skipped("a", "")]),
        lambda raw: iter([Skipped("a", "it could not be read as text (KeyError)")]),
        lambda raw: iter([Skipped("a", "a\x1b[31m")]),
        lambda raw: 1 / 0,
        lambda raw: iter(range(checks.MOST + 1)),
        lambda raw: iter([Raw("", b"a")]),
    ],
)
def test_a_reader_that_breaks_a_promise_is_found_out(given):
    with pytest.raises((AssertionError, ZeroDivisionError)):
        checks.read(given, Raw("a", b"a"))


def test_a_reader_that_names_a_source_it_cannot_read_breaks_none():
    def refuses(raw):
        raise SourceError(raw.name, "it is empty")

    checks.read(refuses, Raw("a", b"a"))


@pytest.mark.parametrize(
    "sentences", [(), (Span(0, 4),), (Span(0, 8), Span(7, 10)), (Span(0, 11),), (Span(0, 10),)]
)
def test_sentences_that_do_not_tile_their_text_are_found_out(sentences):
    with pytest.raises(AssertionError):
        checks.tiled("One.\nTwo.x"[:10] if len(sentences) else "One.", sentences)


def test_spans_outside_of_the_text_are_found_out():
    (kept,) = Opening().reports(Raw("a.txt", seeds.TEXT.encode()))
    held = kept.document
    checks.document(held)
    with pytest.raises(AssertionError):
        checks.document(replace(held, signed=Span(0, 999)))
