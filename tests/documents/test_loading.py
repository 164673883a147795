"""Files, folders, globs and standard input become documents; the rest is named with a reason."""

import hashlib
import io
import os
from pathlib import Path

import pytest

from documents.loading import kept, skipped
from reportedly.documents import load
from reportedly.model import Kept

TEXT = "The garrison left its posts on Friday, officials in Vesk said. The army denied it.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write(name, content=TEXT):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_raw_bytes_are_kept_and_hashed():
    write("a.txt")
    (found,) = load(["a.txt"])
    assert found.raw == TEXT.encode()
    assert found.document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_folder_is_read_in_order_without_hidden_files():
    for name in ("f/b.txt", "f/a.txt", "f/in/c.txt", "f/.d.txt", "f/.git/e.txt"):
        write(name, f"{name}: {TEXT}")
    assert [d.name for d in kept("f")] == ["f/a.txt", "f/b.txt", "f/in/c.txt"]


def test_a_glob_is_read_in_order():
    for name in ("b.txt", "a.txt", "c.md"):
        write(name, f"{name}: {TEXT}")
    assert [d.name for d in kept("*.txt")] == ["a.txt", "b.txt"]
    assert skipped("*.zip") == {"*.zip": "no file has a name like this"}


def test_an_absolute_path_does_not_get_into_the_name(tmp_path):
    write("f/a.txt")
    assert [d.name for d in kept(tmp_path / "f")] == ["f/a.txt"]
    os.chdir(tmp_path / "f")
    assert [d.name for d in kept(tmp_path / "f" / "a.txt")] == ["a.txt"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT, TEXT),
        (f'{{"text": "{TEXT.strip()}"}}', TEXT.strip()),
        (f"<html><body><p>{TEXT}</p></body></html>", TEXT.strip()),
        (f'url,text\nhttps://vesk.example/1,"{TEXT.strip()}"\n', TEXT.strip()),
    ],
)
def test_standard_input_is_read_as_what_it_looks_like(data, expected):
    assert [d.text for d in kept("-", stdin=io.BytesIO(data.encode()))] == [expected]


def test_standard_input_that_is_not_there_is_named():
    assert skipped("-") == {"standard input": "nothing is given there"}


def test_an_address_is_not_fetched_without_a_fetcher():
    found = skipped("https://vesk.example/report")
    assert list(found) == ["https://vesk.example/report"]
    assert "not fetched" in found["https://vesk.example/report"]


def test_the_same_report_by_two_routes_is_one_document():
    write(
        "a.jsonl", '{"text": "Same words here.", "url": "https://vesk.example/a?utm_source=x#top"}'
    )
    write("b.jsonl", '{"body": "Same words here.", "link": "https://VESK.example/a"}')
    assert [d.name for d in kept("a.jsonl", "b.jsonl", "a.jsonl")] == ["a.jsonl:1"]


def test_the_same_address_with_other_text_is_another_document():
    write("a.jsonl", '{"text": "One.", "url": "https://v.example/"}\n'
          '{"text": "Two.", "url": "https://v.example/"}')  # fmt: skip
    assert len({d.id for d in kept("a.jsonl")}) == 2


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_decoded(codec):
    text = "The ministry’s “answer” came late, said Anaïs Brel of the Vesk Courier on Friday."
    write("a.txt", (text * 3).encode(codec))
    assert [d.text for d in kept("a.txt")] == [text * 3]


def test_a_damaged_byte_does_not_cost_the_report():
    text = "The ministry’s “answer” came late. " * 5
    write("a.txt", text.encode()[:-3] + b"\xe2\x80")
    assert [d.text for d in kept("a.txt")] == [text[:-3] + "\ufffd"]


def test_cyrillic_in_an_old_encoding_is_recognised():
    text = "Министерство заявило, что солдаты не покидали свои посты. " * 5
    write("a.txt", text.encode("cp1251"))
    assert [(d.text, d.language) for d in kept("a.txt")] == [(text, "ru")]


def test_the_publisher_of_an_address_is_its_host_where_nobody_says():
    write("a.jsonl", '{"text": "One.", "url": "https://www.vesk.example/1"}')
    assert [d.publisher for d in kept("a.jsonl")] == ["vesk.example"]


def test_a_headline_alone_is_the_text():
    write("a.jsonl", '{"title": "Garrison flees", "text": ""}\n{"headline": "Army denies flight"}')
    assert [(d.title, d.text) for d in kept("a.jsonl")] == [
        ("Garrison flees", "Garrison flees"),
        ("Army denies flight", "Army denies flight"),
    ]


def test_too_short_a_text_has_no_language():
    write("a.txt", "Vesk.")
    assert [d.language for d in kept("a.txt")] == [None]


def test_an_item_kept_is_a_kept():
    write("a.txt")
    assert all(isinstance(item, Kept) for item in load(["a.txt"]))
