"""Whoever is killed while adding many files loses none of them, and doubles none."""

import os
import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "killed.py"


def test_an_addition_killed_again_and_again_ends_as_if_undisturbed(place):
    done = subprocess.run(
        [sys.executable, BENCHMARK, "--files", "150", "--kills", "4", "--reader", "none",
         "--at", place.new().where, place.new().where],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    assert "150 files, 4 kills: 161 reports by 166 routes, 4 skipped, none lost" in done.stdout
