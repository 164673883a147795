"""Bad input: a sentence names it, the rest is done, and the exit code says so."""

import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.documents import load
from reportedly.documents.record import LONGEST
from reportedly.model import Kept

GOOD = "The garrison left its posts on Friday, officials in Vesk said. The army denied it.\n"

BAD = {
    "empty.txt": (b"", "the file is empty"),
    "blank.md": (b" \n\t\n", "the file is empty"),
    "empty.jsonl": (b"\n\n", "the file is empty"),
    "binary.txt": (bytes(range(256)) * 20, "NUL bytes"),
    "noise.txt": (bytes(range(1, 32)) * 50, "not text"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "picture (PNG)"),
    "report.pdf": (b"%PDF-1.7\n" + b"x" * 50, "the PDF is damaged"),
    "report.docx": (b"PK\x03\x04" + b"x" * 50, "office document is damaged"),
    "half.txt": (b"\xff\xfea", "no text encoding"),
    "line.txt": (b"word " * 4_000_000, "longer than 1,000,000 characters"),
    "line.md": (b"word " * 4_000_000, "longer than 1,000,000 characters"),
    "line.html": (b"word " * 4_000_000, "larger than 10 MB"),
    "line.csv": (b"word " * 4_000_000, "header is longer than 10,000 characters"),
    "line.json": (b"[" * 2_000_000, "nested too deeply"),
    "columns.csv": (b"url,headline\nhttps://v.example/,Flight\n", "no column text"),
    "columns.jsonl": (b'{"url": "https://v.example/"}\n' * 3, "its columns are: url"),
    "frame.html": (b"<html><body><script>x</script></body></html>", "no report"),
}


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(GOOD, encoding="utf-8")


def loaded(*sources):
    found = list(load(sources))
    kept = [item.document for item in found if isinstance(item, Kept)]
    return kept, [(item.source, item.reason) for item in found if not isinstance(item, Kept)]


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_files_are_named_with_the_reason_and_the_good_one_is_read(name):
    data, words = BAD[name]
    Path(name).write_bytes(data)
    kept, skipped = loaded(name, "good.txt")
    assert [document.name for document in kept] == ["good.txt"]
    assert [source for source, _ in skipped] == [name]
    assert words in skipped[0][1]


def test_a_table_without_the_column_names_the_columns_it_has():
    Path("a.csv").write_text("url,headline\nhttps://v.example/,Flight\n", encoding="utf-8")
    assert loaded("a.csv")[1] == [
        ("a.csv", "the table has no column text; its columns are: url, headline")
    ]


def test_a_file_that_is_not_there_is_named():
    assert loaded("none.txt")[1] == [("none.txt", "there is no such file or folder")]


def test_a_folder_without_a_readable_report_is_named_after_its_files():
    Path("f").mkdir()
    Path("f/a.txt").write_bytes(b"")
    assert loaded("f")[1] == [
        ("f/a.txt", "the file is empty"),
        ("f", "the folder holds no report that could be read"),
    ]


def test_an_unreadable_file_among_good_ones_is_named(monkeypatch):
    Path("f").mkdir()
    for name in "abc":
        Path(f"f/{name}.txt").write_text(f"{name}. {GOOD}", encoding="utf-8")
    opened = Path.open

    def refuse(self, *rest, **more):
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *rest, **more)

    monkeypatch.setattr(Path, "open", refuse)
    kept, skipped = loaded("f")
    assert [document.name for document in kept] == ["f/a.txt", "f/c.txt"]
    assert skipped == [("f/b.txt", "it may not be read: permission denied")]


def test_a_link_that_leads_nowhere_is_named():
    Path("f").mkdir()
    Path("f/a.txt").symlink_to("nowhere")
    assert loaded("f")[1][0] == ("f/a.txt", "there is no such file or folder")


def test_the_longest_text_is_still_read():
    Path("a.txt").write_text("word " * (LONGEST // 5 - 1) + "word.", encoding="utf-8")
    assert [len(document.text) for document in loaded("a.txt")[0]] == [LONGEST]


@pytest.mark.parametrize("name", ["", "\x00", "a" * 5000, "[", "file://x", "\udcff.txt"])
def test_an_odd_name_is_no_crash(name):
    kept, skipped = loaded(name, "good.txt")
    assert kept
    assert "\x00" not in "".join(source + reason for source, reason in skipped)


def test_a_name_cannot_speak_to_the_terminal():
    Path("\x1b[31mred.txt").write_bytes(b"")
    assert loaded("\x1b[31mred.txt")[1] == [("?[31mred.txt", "the file is empty")]


def reportedly(*arguments):
    command = [sys.executable, "-m", "reportedly", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_the_command_reads_the_good_names_the_bad_and_leaves_with_one():
    Path("bad.txt").write_bytes(b"")
    Path("quotes.txt").write_text('“He ”said" that “they fled, the army said.', encoding="utf-8")
    done = reportedly("read", "bad.txt", "good.txt", "quotes.txt")
    assert done.returncode == 1
    assert "bad.txt: the file is empty" in done.stderr
    assert len(done.stdout.splitlines()) == 2


def test_the_command_leaves_with_three_where_nothing_could_be_read():
    Path("bad.txt").write_bytes(b"")
    done = reportedly("read", "bad.txt")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
