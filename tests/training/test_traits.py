"""A linear model over traits is written as it is read: a line a trait, steps, hashes."""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).parents[2] / "training"))

import traits


def test_steps_that_are_too_many_are_cut_and_hashes_are_those_of_the_files(tmp_path):
    traits.write(
        tmp_path / "new", ["mark because", "# VBD"], np.array([3.0, -400.0]), {"step": 0.1}
    )
    assert np.load(tmp_path / "new" / "weights.npy").tolist() == [3, -traits.MOST]
    assert (tmp_path / "new" / "traits.txt").read_text() == "mark because\n# VBD\n"
    settings = json.loads((tmp_path / "new" / "model.json").read_text())
    assert settings["step"] == 0.1
    for name, digest in settings["sha256"].items():
        assert digest == hashlib.sha256((tmp_path / "new" / name).read_bytes()).hexdigest()
