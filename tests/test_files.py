"""Several processes read files as one does: the same reports, in the same order."""

import json
import os
import zipfile
from pathlib import Path

import pytest

from reportedly import documents, files
from reportedly.documents import Ended
from reportedly.files import Files
from reportedly.model import Kept, Skipped

TEXT = "Report {} from Vesk: the bridge fell on Friday, officials said.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Texts, a table, what cannot be read, an archive with more than one process hands over."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(files, "FIRST", 2)
    monkeypatch.setattr(files, "SETTLED", 0)
    for number in range(12):
        path = Path(f"in/{number % 3}/{number:02}.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(number))
    rows = [json.dumps({"text": TEXT.format(f"row {n}")}) for n in range(5)]
    Path("in/1/rows.jsonl").write_text("\n".join([*rows[:3], "{", *rows[3:]]))
    Path("in/2/bad.bin").write_bytes(b"\0\1")
    with zipfile.ZipFile("in/many.zip", "w") as archive:
        for number in range(files.FEW[0] + 9):
            archive.writestr(f"{number:04}.txt", TEXT.format(f"packed {number}"))
    return "in"


def walked(jobs, recall=None):
    return list(documents.walk(["in"], None, Files(jobs, recall)))


def test_two_processes_give_what_one_gives(folder):
    one = walked(1)
    assert walked(2) == one
    assert len([item for item in one if isinstance(item, Kept)]) == 12 + 5 + files.FEW[0] + 9
    plain = [item for item in one if not isinstance(item, Ended)]
    assert plain == list(documents.load(["in"]))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_known_file_gives_what_was_skipped_in_it_and_nothing_else(folder, jobs):
    first = walked(1)
    known = {item.key: files.told(item) for item in first if isinstance(item, Ended)}
    assert len(known) == 15
    left = dict(sorted(known.items())[:9])
    again = walked(jobs, lambda keys: {key: left[key] for key in keys if key in left})
    assert [i for i in again if isinstance(i, Skipped)] == [
        i for i in first if isinstance(i, Skipped)
    ]
    ended = [item for item in again if isinstance(item, Ended)]
    assert [e.kept for e in ended] == [e.kept for e in first if isinstance(e, Ended)]
    assert {e.key for e in ended if e.again} == set(left)
    kept = sum(e.kept for e in ended if not e.again)
    assert len([item for item in again if isinstance(item, Kept)]) == kept


def test_a_file_has_a_key_of_its_own_content_place_and_name(folder):
    path = Path("in/0/00.txt")
    key = files.key(documents.File(path, "a"))
    assert key == files.key(documents.File(path.absolute(), "a"))
    assert key != files.key(documents.File(path, "b"))
    assert key != files.key(documents.File(Path("in/0/03.txt"), "a"))
    path.chmod(0o600)
    assert key != files.key(documents.File(path, "a"))


def test_what_reads_documents_is_in_the_key(folder, monkeypatch):
    file = documents.File(Path("in/0/00.txt"), "a")
    key = files.key(file)
    monkeypatch.setattr(documents, "identity", lambda: "another")
    assert files.key(file) != key


def test_what_is_no_file_or_has_just_changed_has_no_key(tmp_path):
    fresh = tmp_path / "a.txt"
    fresh.write_text("x")
    os.mkfifo(tmp_path / "pipe")
    for path in (fresh, tmp_path / "pipe", tmp_path, tmp_path / "none", Path("a\0b")):
        assert files.key(documents.File(path, "a")) is None
    assert files.key(Skipped("a", "it is not there")) is None


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = ["b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "a/b.txt", "a-b.txt", "B.txt", "a b/é.txt"]
    for name in names:
        path = Path("f", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    Path("f/link").symlink_to("a", target_is_directory=True)
    found = [one for one in documents.load(["f"]) if isinstance(one, Skipped)]
    assert found == []
    found = [one.document.name for one in documents.load(["f"])]
    assert found == [path.as_posix() for path in sorted(Path("f", name) for name in names)]
    assert documents.count(["f", "-", "f/*.txt", "nothing"]) == 8 + 1 + 4 + 1
