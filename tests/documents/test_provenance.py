"""Whom a page or row states it has its report from, and what it calls its proper address."""

import json

import pytest

from documents.loading import kept

OWN, OTHER = "https://vesk.example/a", "https://www.tarn.example/b"


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def one(head_or_row):
        if isinstance(head_or_row, dict):
            name, text = "a.jsonl", json.dumps({"text": "The army said so."} | head_or_row)
        else:
            text = f"<html><head>{head_or_row}</head><body><p>The army said so.</p></body></html>"
            name = "a.html"
        (tmp_path / name).write_text(text, encoding="utf-8")
        (found,) = kept(name)
        return found

    return one


def meta(name, content, attribute="name"):
    return f'<meta {attribute}="{name}" content="{content}">'


def canonical(url):
    return f'<link rel="canonical" href="{url}">'


def about(**fields):
    told = json.dumps({"@type": "NewsArticle", "headline": "Flight"} | fields)
    return f'<script type="application/ld+json">{told}</script>'


@pytest.mark.parametrize(
    "column", ["syndicated", "Syndicated From", "rss_source", "credit", "Agency"]
)
def test_a_column_states_whom_a_row_is_from(read, column):
    assert (
        read({column: " Anseval\n News Agency ", "source": "Vesk"}).syndicated
        == "Anseval News Agency"
    )


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ({"name": "ANV", "url": OTHER}, "ANV"), ({"url": OTHER}, OTHER),
        (["ANV", "Tarn"], "ANV, Tarn"), (None, None), ({}, None), ("", None), ("a\u202eb", None),
        ("a\x00b", None), ("\ud800", None),
        ("a" * 2_001, None), ("Vesk Courier", None), ("vesk courier", None), (OWN, None),
        ("https://m.vesk.example/x", None), ("vesk.example", None), (7, "7"), (True, None),
    ],
)  # fmt: skip
def test_a_cell_that_names_nobody_else_states_nothing(read, cell, expected):
    found = read({"agency": cell, "publisher": "Vesk Courier", "url": OWN})
    assert found.syndicated == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (meta("syndication-source", OTHER), OTHER),
        (meta("original-source", "ANV"), "ANV"),
        (meta("article:source", "ANV", "property"), "ANV"),
        (about(sourceOrganization={"@type": "Organization", "name": "ANV", "url": OTHER}), "ANV"),
        (about(sourceOrganization={"url": OTHER}), OTHER),
        (about(isBasedOn={"name": "Flight", "url": OTHER}), OTHER),
        (about(isBasedOn=[OTHER]), OTHER),
        (about(creditText="ANV via Tarn"), "ANV via Tarn"),
        (about(image={"creditText": "A. Brel"}), None),
        (
            about(sourceOrganization={"name": "Vesk"}, creditText="ANV")
            + meta("og:site_name", "Vesk"),
            "ANV",
        ),
        (meta("syndication-source", OWN) + canonical(OWN) + about(creditText="ANV"), "ANV"),
        (meta("description", "ANV"), None),
    ],
)  # fmt: skip
def test_a_page_states_whom_it_is_from(read, head, expected):
    assert read(head).syndicated == expected


@pytest.mark.parametrize(
    ("head", "url", "other"),
    [
        (canonical(OTHER), OTHER, None),
        (canonical(OTHER) + meta("og:url", OWN, "property"), OWN, OTHER),
        (canonical(OWN) + meta("og:url", OWN + "?x=1", "property"), OWN, None),
        (canonical(OWN) + meta("og:url", "https://www.vesk.example/c", "property"), OWN, None),
        (canonical(OWN) + meta("og:url", "https://amp.vesk.example/c", "property"), OWN, None),
        (canonical(OWN) + meta("og:url", "https://news.vesk.example/c", "property"), OWN, None),
        (canonical(OWN) + meta("og:url", "/c", "property"), OWN, None),
        (canonical("/b") + meta("og:url", OWN, "property"), OWN, None),
        (canonical("javascript:x") + meta("og:url", OWN, "property"), OWN, None),
        (meta("og:url", OWN, "property"), OWN, None),
    ],
)
def test_a_page_whose_proper_address_is_on_another_host_keeps_its_own(read, head, url, other):
    found = read(head)
    assert (found.url, found.canonical) == (url, other)


@pytest.mark.parametrize(
    ("row", "url", "other"),
    [
        ({"url": OWN, "canonicalurl": OTHER + "?utm_source=x"}, OWN, OTHER),
        ({"url": OWN, "canonical": OTHER}, OWN, OTHER),
        ({"url": OWN, "canonical": OWN + "/x"}, OWN, None),
        ({"url": OWN, "canonical": "data:x"}, OWN, None),
        ({"canonical_url": OTHER}, OTHER, None),
        ({"canonical": OTHER}, None, None),
    ],
)
def test_a_row_with_two_addresses_keeps_both_where_the_hosts_differ(read, row, url, other):
    found = read(row)
    assert (found.url, found.canonical) == (url, other)
