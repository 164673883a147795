"""What users install works without the source beside it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import reportedly

ROOT = Path(__file__).parents[1]
LIMIT = 40_000_000


def test_public_names_are_sorted_and_exist():
    assert sorted(reportedly.__all__) == reportedly.__all__
    assert all(hasattr(reportedly, name) for name in reportedly.__all__)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
         "--no-index", "--wheel-dir", str(folder), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    [built] = folder.glob("*.whl")
    return built


def test_the_wheel_is_small(wheel):
    assert wheel.stat().st_size < LIMIT


def test_the_wheel_runs_the_demo_without_the_source(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    shown = subprocess.run(
        [sys.executable, "-m", "reportedly", "demo"],
        check=True, cwd=tmp_path, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
    )  # fmt: skip
    assert "dossier.html" in shown.stdout
    assert (tmp_path / "dossier.html").stat().st_size > 10_000
