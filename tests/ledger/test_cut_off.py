"""An addition that loses its server, its connection or its disk says so, and goes on later."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import server

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "cut_off.py"


@pytest.mark.parametrize(
    ("trouble", "files", "said"),
    [
        ("server", 100, "this database cannot be used as a ledger ("),
        ("connection", 100, "this database cannot be used as a ledger ("),
        ("disk", 200, "LEDGER: this file cannot be used as a ledger (database or disk is full)"),
        ("space", 200, "this database cannot be used as a ledger (could not extend file"),
    ],
)
def test_an_addition_that_is_cut_off_ends_as_if_undisturbed(trouble, files, said):
    if trouble != "disk" and server.BINARIES is None:
        pytest.skip(server.MISSING)
    done = subprocess.run(
        [sys.executable, BENCHMARK, trouble, "--files", str(files), "--times", "2",
         "--reader", "none"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    if "cannot mount" in done.stderr:
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    found = {100: "114 reports by 117 routes", 200: "228 reports by 234 routes"}[files]
    assert f"{trouble}: {files} files, cut off 2 times: {found}, none" in done.stdout
    assert said in done.stdout
