"""A list of addresses is asked for where it is named, and nowhere else."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.fetching.site import PAGE, TEXT, answer, fetcher, page
from reportedly import documents
from reportedly.documents.fetching import listed
from reportedly.documents.raw import Raw
from reportedly.model import Kept, Skipped


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def two(site):
    """A site with two pages, and a list of them."""
    site.pages |= {"/a": page(), "/b": page(PAGE.replace(b"Vesk", b"Ostra"))}
    return f"# reports\n\n{site.at('/a')}\r\n  {site.at('/b')}  \n{site.at('/a')}\n"


def texts(found):
    return [one.document.text for one in found if isinstance(one, Kept)]


@pytest.mark.parametrize("name", ["list.txt", "list", "list.urls"])
def test_a_list_is_fetched_line_by_line(site, two, name):
    Path(name).write_text(two, encoding="utf-8")
    assert len(texts(documents.load([name], None, fetcher(site)))) == 2
    assert site.paths == ["/a", "/b"]


def test_a_list_on_standard_input_is_fetched(site, two):
    found = documents.load(["-"], io.BytesIO(two.encode()), fetcher(site))
    assert texts(found) == [TEXT, TEXT.replace("Vesk", "Ostra")]


def test_a_list_that_lies_in_a_folder_is_named_and_not_fetched(site, two):
    Path("f").mkdir()
    Path("f/list.txt").write_text(two, encoding="utf-8")
    Path("f/a.txt").write_text("The bridge at Vesk fell, two witnesses said.", encoding="utf-8")
    found = list(documents.load(["f"], None, fetcher(site)))
    (skipped,) = [one for one in found if isinstance(one, Skipped)]
    assert skipped.source == "f/list.txt"
    assert "name it by itself" in skipped.reason
    assert site.asked == []


def test_a_fetched_list_is_a_text_and_not_followed(site, two):
    site.pages["/list.txt"] = answer(two.encode(), content_type="text/plain")
    assert len(texts(documents.load([site.at("/list.txt")], None, fetcher(site)))) == 1
    assert site.paths == ["/list.txt"]


def test_a_list_is_skipped_address_by_address_without_a_fetcher(two):
    Path("list.txt").write_text(two, encoding="utf-8")
    found = list(documents.load(["list.txt"]))
    assert [type(one) for one in found] == [Skipped, Skipped]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("https://vesk.example/1", ("https://vesk.example/1",)),
        ("\ufeffHTTPS://vesk.example/1\n", ("HTTPS://vesk.example/1",)),
        ("https://vesk.example/1\n#https://vesk.example/2", ("https://vesk.example/1",)),
        ("https://vesk.example/1 fell", ()),
        ("See https://vesk.example/1", ()),
        ("https://vesk.example/1\nThe bridge fell.", ()),
        ("ftp://vesk.example/1", ()),
        ("file:///etc/passwd", ()),
        ("# nothing://", ()),
        ("", ()),
    ],
)
def test_a_list_holds_nothing_but_addresses(text, addresses):
    assert listed(Raw("list.txt", text.encode())) == addresses


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.csv", "a.jsonl"])
def test_a_file_of_another_format_is_no_list(name):
    assert listed(Raw(name, b"https://vesk.example/1\n")) == ()


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_a_list_or_not(data):
    found = listed(Raw("a.txt", data))
    assert all(url.lower().startswith(("http://", "https://")) for url in found)
