"""`reportedly export`: every format from the command line, the same bytes whatever the seed."""

import csv
import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from random import Random

import pytest

from exports.kept import fetched, ledger
from places import Place
from reportedly import cli, desk, exports, rulings
from reportedly.errors import UsageError
from reportedly.exports import guide
from reportedly.ledger import opened
from reportedly.visible import HIDDEN
from views.hostile import case_of

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "examples" / "tolvek" / "reports"
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


EVERY = """
import sys
from pathlib import Path
from reportedly import exports
from reportedly.errors import UsageError
from reportedly.exporting import export_to, save, written
from reportedly.ledger import opened

where, folder, how = sys.argv[1:]
with opened(where) as ledger:
    for form in exports.FORMATS:
        path = Path(folder) / form.name
        try:
            if how == "folded":
                export_to(ledger, form, path)
            else:
                save(written(ledger, form, ledger.case())[0], form, path)
        except UsageError as error:
            Path(f"{path}.missing").write_text(str(error))
"""
"""Writes a ledger in every format, in one process: as the command does, or all records decoded."""


@pytest.fixture(scope="session")
def bundled():
    """The bundled story with its copies, read by rules."""
    intake = desk.take_in([str(REPORTS)])
    return intake.kept, desk.look(intake, desk.Way("rules"))


def kept_at(where, bundled, monkeypatch):
    """The story in a ledger, with rulings of one and the same moment."""
    taken, case = bundled
    against = next(s for r in case.readings for s in r.statements if s.stance == "against")
    ruled = (("hide", case.gathering.claims[-1]), ("undeny", against), ("note", case.documents[0]))
    monkeypatch.setattr("reportedly.ledger.store._now", lambda: "2031-03-09T00:00:00+00:00")
    with opened(where) as made:
        made.taken.put(taken)
        made.record(case, "reader 1")
        for kind, record in ruled:
            draft = rulings.drafted(kind, [record], case, "Ana", "=1+1")
            made.keep_ruling(lambda _, d=draft: d)


@pytest.fixture(scope="module")
def exported(tmp_path_factory, bundled):
    """Every format of the story from a file: once as the command does, once from a decoded case."""
    folder = tmp_path_factory.mktemp("exported")
    with pytest.MonkeyPatch.context() as patch:
        kept_at(str(folder / "case.db"), bundled, patch)
    every(str(folder / "case.db"), folder / "1", 1, "folded")
    every(str(folder / "case.db"), folder / "2", 2, "decoded")
    return folder


@pytest.fixture(scope="module")
def on_server(exported, bundled, postgres):
    """The same from a server, under another hash seed."""
    where = postgres.new()
    with pytest.MonkeyPatch.context() as patch:
        kept_at(where, bundled, patch)
    every(where, exported / "3", 3, "folded")
    return exported


def every(where, folder, seed, how):
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", EVERY, where, str(folder), how], text=True, capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": str(seed)}, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def out(folder, run, name):
    if (missing := folder / run / f"{name}.missing").is_file():
        pytest.skip(missing.read_text())
    return (folder / run / name).read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_the_story_is_the_same_whatever_the_hash_seed_and_however_it_is_decoded(exported, name):
    first = out(exported, "1", name)
    assert first == out(exported, "2", name)
    assert len(first) > 1_000


@pytest.mark.parametrize("name", FORMATS)
def test_the_story_is_the_same_on_disk_and_on_a_server(on_server, name):
    assert out(on_server, "1", name) == out(on_server, "3", name)


BAD = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "\r=1",
    "\u202e=1",
    "\x00=1",
    "\x1b[2J",
    "\u200f@a",
)


def cells(name, data):
    """Every cell that is text, of what a spreadsheet opens; none where it opens no such file."""
    suffix = next(form.suffix for form in exports.FORMATS if form.name == name)
    if suffix.endswith(".csv"):
        rows = csv.reader(io.StringIO(data.decode(), newline=""))
        yield from (cell for row in rows for cell in row)
    elif suffix.endswith(".xlsx"):
        openpyxl = pytest.importorskip("openpyxl")
        for sheet in openpyxl.load_workbook(io.BytesIO(data), read_only=True):
            for row in sheet.iter_rows():
                assert all(cell.data_type != "f" for cell in row)
                yield from (cell.value for cell in row if isinstance(cell.value, str))
    elif suffix.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                if member.endswith(".csv"):
                    yield from cells("ach", archive.read(member))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("bad", BAD, ids=ascii)
def test_no_cell_is_a_formula_or_holds_what_is_hidden(name, bad):
    """What begins like a formula is a number; hidden characters stand by their code points."""
    form = next(form for form in exports.FORMATS if form.name == name)
    if not form.suffix.endswith((".csv", ".xlsx", ".zip")):
        return
    try:
        write = form.writer()
    except UsageError as error:
        pytest.skip(str(error))
    case = case_of(f"{bad}{bad} said it. {bad} denied.\n\n{bad}", Random(1))
    held = list(cells(name, b"".join(write(case, lambda _: None))))
    for cell in held:
        assert not HIDDEN.search(cell), ascii(cell)
        begins = cell.lstrip(" ")
        if begins.startswith(("=", "+", "-", "@", "\t", "\r", "\n")):
            assert re.fullmatch(r"[+-]?\d+(\.\d+)?(e-?\d+)?", cell), ascii(cell)
            assert bad not in ("+1", "-1") or cell not in ("+1", "-1")
    assert held or not form.suffix.endswith((".csv", ".csv.zip", ".xlsx"))


def test_every_format_is_in_one_group():
    told = [use.name for _, uses in guide.GROUPS for use in uses]
    assert len(told) == len(set(told))
    assert set(FORMATS) <= set(told)
    assert [form.name for _, held in guide.guided() for form, _ in held] == [
        name for name in told if name in FORMATS
    ]


def test_the_manual_has_the_same_groups():
    manual = (ROOT / "docs/exports.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", manual, re.MULTILINE) == [title for title, _ in guide.GROUPS]
    named = re.findall(r"^### (.*)$", manual, re.MULTILINE)
    assert set(FORMATS) <= {name for line in named for name in line.split(", ")}


def test_the_list_of_formats_names_each(run):
    done = run("--list")
    assert done.returncode == 0
    assert [n for n in FORMATS if not re.search(rf"^  {n} ", done.stdout, re.MULTILINE)] == []
    assert max(map(len, done.stdout.splitlines())) <= 100


def test_a_format_that_there_is_not_is_wrong_use_and_the_others_are_named(run, tmp_path):
    ledger(str(tmp_path / "case.db"), fetched("a.txt", b"The bridge fell."))
    done = run("--to", "papyrus", "-o", "out")
    assert done.returncode == 2
    assert (
        done.stderr == f"reportedly: there is no format papyrus; known are {', '.join(FORMATS)}\n"
    )


def test_it_can_be_written_to_standard_output_and_into_a_pipe(run, tmp_path):
    ledger(str(tmp_path / "case.db"), fetched("a.txt", b"The bridge fell."))
    run("--to", "manifest", "-o", "out")
    whole = (tmp_path / "out").read_text()
    done = run("--to", "manifest", "-o", "-")
    assert (done.stdout, done.stderr, done.returncode) == (whole, "", 0)
    assert run("--to", "manifest", "-o", "/dev/stdout").stdout == whole


@pytest.mark.parametrize(
    ("error", "left"), [(KeyboardInterrupt, 130), (OSError(28, "No space left on device"), 2)]
)
def test_whatever_stops_it_leaves_no_part_and_what_was_there(monkeypatch, tmp_path, error, left):
    def pieces(*_):
        yield b"half"
        assert [path.name for path in tmp_path.iterdir() if "part" in path.name]
        raise error

    monkeypatch.chdir(tmp_path)
    ledger("case.db", fetched("a.txt", b"The bridge fell."))
    (tmp_path / "out").write_text("before")
    monkeypatch.setattr("reportedly.exports.manifest.manifest", pieces)
    asked = ["reportedly", "export", "-l", "case.db", "--to", "manifest", "-o", "out"]
    monkeypatch.setattr("sys.argv", asked)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == left
    assert (tmp_path / "out").read_text() == "before"
    assert sorted(p.name for p in tmp_path.iterdir() if not p.name.startswith("case")) == ["out"]


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
