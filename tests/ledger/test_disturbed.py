"""Whoever is killed while working on a ledger loses nothing that was acknowledged."""

import json
import os
import subprocess
import sys


def run(place, what, kills, seed):
    """What becomes of ledgers that several processes work on."""
    places = [place.new().where for _ in range(6)]
    done = subprocess.run(
        [sys.executable, "-m", "ledger.disturbed", what, str(kills), str(seed), *places],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)


def test_killed_again_and_again_a_ledger_loses_nothing_and_ends_as_if_undisturbed(place):
    kills = 20 if place.on_server else 30
    assert run(place, "killed", kills, 1) >= kills


def test_several_people_at_once_lose_nothing_and_end_as_if_one_after_another(place):
    assert run(place, "together", 9, 3) == 9
