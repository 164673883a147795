"""What a million reports cost is arithmetic, and the assumptions are those that are printed."""

import sys
from argparse import Namespace
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from cost import Cost, model, ours


def test_core_hours_are_words_by_words_a_second():
    assert ours(1000, 360, 100, 0.5) == Cost(1.0, 0.5)


def test_a_language_model_is_paid_for_what_it_reads_and_for_what_it_writes():
    asked = Namespace(
        reports=1000, words=500, tokens=1.2, prompt=400, answer=0.5, input=2.0, output=10.0
    )
    assert model(asked) == pytest.approx(1000 * ((600 + 400) * 2 + 300 * 10) / 1e6)
