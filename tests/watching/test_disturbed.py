"""Whoever is killed in the middle of a round loses nothing, and says nothing twice as news."""

import json
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
KILLS = {"sqlite": 5, "postgresql": 3}
"""Kills aimed at each of four steps."""


def test_killed_rounds_say_what_undisturbed_ones_say(place, request):
    """In the same order; what is said again has the id and the words that it had."""
    store = request.node.callspec.params["place"]
    wheres = [place.where, place.new().where, place.new().where]
    done = subprocess.run(
        [sys.executable, "-m", "watching.disturbed", str(KILLS[store]), "7", *wheres],
        cwd=TESTS, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": f"{TESTS}:{TESTS.parent / 'src'}"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    [[killed, spoken]] = json.loads(done.stderr)
    assert killed >= 8
    assert spoken >= 1
