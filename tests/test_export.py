"""`reportedly export`: every format from the command line, the same bytes whatever the seed."""

import hashlib
import os
import subprocess
import sys

import pytest

from documents import samples
from exports.kept import fetched, ledger, loaded
from places import Place
from reportedly import exports

FORMATS = [form.name for form in exports.FORMATS]


@pytest.fixture
def run(tmp_path):
    """Export in a process of its own, under a hash seed."""

    def call(*arguments, seed=0):
        return subprocess.run(
            [sys.executable, "-m", "reportedly", "export", "-l", "case.db", *arguments],
            cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": str(seed)}, text=True,
            capture_output=True, check=False,
        )  # fmt: skip

    return call


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_is_the_same_whatever_the_hash_seed(run, tmp_path, name):
    (tmp_path / "given").mkdir()
    ledger(str(tmp_path / "case.db"), loaded(*samples.write(tmp_path / "given")))
    for seed in (1, 2):
        done = run("--to", name, "-o", f"out{seed}", seed=seed)
        assert (done.returncode, done.stderr) == (0, "")
    first, second = ((tmp_path / f"out{seed}").read_bytes() for seed in (1, 2))
    assert first == second
    assert len(first) > 100  # no claims here: some are only a header


def test_a_copy_that_was_changed_is_named_and_the_code_is_1(run, tmp_path):
    where = str(tmp_path / "case.db")
    (one,) = fetched("a.txt", b"The bridge fell.")
    ledger(where, [one, *fetched("b.txt", b"The bridge stood.")])
    sha256 = hashlib.sha256(one.raw).hexdigest()
    Place(where, None).rows(f"UPDATE copies SET bytes = x'00' WHERE sha256 = '{sha256}'")
    done = run("--to", "manifest", "-o", "out")
    assert done.returncode == 1
    assert done.stderr == f"skipped a.txt: its kept copy was changed: SHA-256 {sha256}\n"
    assert (tmp_path / "out").read_text().count("  copies/") == 1


def test_what_cannot_be_written_is_wrong_use_and_leaves_what_was_there(run, tmp_path):
    ledger(str(tmp_path / "case.db"), fetched("a.txt", b"The bridge fell."))
    done = run("--to", "warc", "-o", "missing/out")
    assert (done.returncode, done.stderr) == (
        2, "reportedly: missing/out: cannot be written (No such file or directory)\n",
    )  # fmt: skip
    assert [path.name for path in tmp_path.iterdir() if "out" in path.name] == []


def test_there_must_be_a_ledger(run):
    assert run("--to", "warc", "-o", "out").returncode == 2
