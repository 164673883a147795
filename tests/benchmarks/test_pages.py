"""Pages with gold: the same every time, and gold that is really there."""

import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import asdict
from datetime import datetime
from functools import cache
from html import unescape
from pathlib import Path

import lxml.html
import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from pages.make import HERE, write
from pages.score import words
from pages.story import load

from benchmarks.banks import BANKS, BENCHMARKS, made

LAYOUTS = {
    "paper", "outlet", "broadcaster", "agency", "ministry", "live", "paywall", "consent", "blog",
    "post", "amp", "longread", "print",
}  # fmt: skip


@cache
def told(bank):
    return tomllib.loads((HERE / bank / "furniture.toml").read_text(encoding="utf-8"))


def decoded(data):
    """A page as a browser reads it, without what would make the parser decode it again."""
    said = re.search(rb"charset=[\"']?([\w-]+)", data, re.I)
    charset = {"iso-8859-1": "cp1252"}.get(name := said[1].decode(), name)
    return re.sub(r"(?i)charset=[\w-]+", "", data.decode(charset))


def digest():
    return hashlib.sha256(
        b"".join(p.data + json.dumps(asdict(p.gold)).encode() for p in made("a"))
    ).hexdigest()


def test_pages_are_the_same_bytes_with_another_hash_seed():
    code = (
        "import sys; sys.path += sys.argv[1:]\nimport benchmarks.test_pages as t; print(t.digest())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(Path(__file__).parents[1]), str(BENCHMARKS)],
        env={**os.environ, "PYTHONHASHSEED": "77"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert run.stdout.strip() == digest()


def test_files_and_gold_are_written_side_by_side(tmp_path):
    write("a", tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "gold.jsonl").read_text("utf-8").splitlines()]
    assert [row["file"] for row in rows] == [page.name for page in made("a")]
    assert all((tmp_path / p.name).read_bytes() == p.data for p in made("a"))


@pytest.mark.parametrize(("bank", "least"), [("a", 36), ("b", 72)])
def test_a_bank_has_every_layout_and_enough_pages(bank, least):
    assert len(made(bank)) >= least
    assert {page.gold.layout for page in made(bank)} == LAYOUTS


@pytest.mark.parametrize("bank", BANKS)
def test_half_of_the_pages_are_given_with_their_address(bank):
    share = sum(page.gold.fetched for page in made(bank)) / len(made(bank))
    assert 0.4 < share < 0.6


def test_the_banks_share_no_outlet_no_furniture_and_no_sentence():
    outlets = [{o["host"] for o in told(bank)["outlet"].values()} for bank in BANKS]
    pieces = [{x for held in told(bank)["pieces"].values() for x in held} for bank in BANKS]
    stories = [
        {line for path in (HERE / bank / "stories").glob("*.txt")
         for block in load(path).blocks for line in block.lines if len(line) > 30}
        for bank in BANKS
    ]  # fmt: skip
    assert not outlets[0] & outlets[1]
    assert not stories[0] & stories[1]
    assert {x for x in pieces[0] & pieces[1] if len(x) > 12} == set()


@pytest.mark.parametrize("bank", BANKS)
def test_every_paragraph_of_gold_stands_on_its_page(bank):
    for page in made(bank):
        tree = lxml.html.fromstring(decoded(page.data))
        for mark in tree.xpath("//sup | //script | //style"):
            mark.drop_tree()
        shown = " ".join(words(" ".join(tree.itertext())))
        for paragraph in page.gold.paragraphs:
            assert " ".join(words(paragraph)) in shown, (page.name, paragraph)


@pytest.mark.parametrize("bank", BANKS)
def test_furniture_that_must_not_be_read_stands_on_its_page(bank):
    for page in made(bank):
        tree = lxml.html.fromstring(decoded(page.data))
        shown = " ".join(words(" ".join(tree.itertext())))
        for piece in page.gold.without:
            assert " ".join(words(piece)) in shown, (page.name, piece)


@pytest.mark.parametrize("bank", BANKS)
def test_no_piece_must_and_must_not_be_in_the_text(bank):
    for page in made(bank):
        gold = page.gold
        assert gold.wall or (1 <= len(gold.within) <= 3 and 1 <= len(gold.without) <= 6)
        held = " ".join((*gold.paragraphs, *gold.optional))
        assert not [piece for piece in gold.without if piece in held], page.name


@pytest.mark.parametrize("bank", BANKS)
def test_what_has_no_date_and_what_has_no_publisher_is_gold_too(bank):
    held = [page.gold for page in made(bank) if not page.gold.wall]
    assert any(g.published is None for g in held)
    assert any(g.published is None and g.updated for g in held)
    assert any(not g.publisher for g in held)
    assert {place for g in held for place in g.dated} == {
        "meta", "jsonld", "time", "byline", "address", "text",
    }  # fmt: skip


def stated(page):
    """Days of publication that the page states by machine-readable place."""
    tree = lxml.html.fromstring(decoded(page.data))
    scripts = " ".join(tree.xpath("//script[@type='application/ld+json']/text()"))
    return {
        "meta": " ".join(tree.xpath("//meta/@content")),
        "jsonld": " ".join(re.findall(r'"datePublished": "([^"]+)', scripts)),
        "time": " ".join(tree.xpath("//time/@datetime")),
        "address": page.gold.url,
    }


def printed(page, moment):
    """Whether the page prints the day of a moment in words or figures that have one reading."""
    day = datetime.fromisoformat(moment)
    month = f"{day:%B}"
    names = f"{month}|{month[:3]}|{day:%m}"
    shapes = rf"\b0?{day.day}(?:\.|th)?[ .]+(?:{names})\W+2025|(?:{names})\W+0?{day.day}\W+2025"
    tree = lxml.html.fromstring(decoded(page.data))
    return re.search(shapes, " ".join(" ".join(tree.itertext()).split()))


@pytest.mark.parametrize("bank", BANKS)
def test_a_date_stands_in_every_place_that_gold_names(bank):
    for page in made(bank):
        held = stated(page)
        for where in page.gold.dated:
            day = page.gold.published[:10]
            if where == "address":
                days = (day.replace("-", "/"), f"{datetime.fromisoformat(day):%Y/%b/%d}")
                assert any(one in held[where] for one in days), page.name
            elif where in held:
                assert day in held[where], (page.name, where)
            else:
                assert printed(page, page.gold.published), (page.name, where)


@pytest.mark.parametrize("bank", BANKS)
def test_a_page_without_a_date_states_none_by_machine(bank):
    for page in made(bank):
        held = stated(page)
        if page.gold.published is None:
            assert not held["jsonld"], page.name
            assert not re.search(r"\d{4}-\d\d-\d\d", held["meta"]), page.name


@pytest.mark.parametrize("bank", BANKS)
def test_a_change_that_gold_names_stands_on_the_page(bank):
    for page in made(bank):
        if page.gold.updated:
            iso = datetime.fromisoformat(page.gold.updated).isoformat()
            there = iso in decoded(page.data)
            assert there or printed(page, page.gold.updated), page.name


@pytest.mark.parametrize("bank", BANKS)
def test_the_publisher_is_named_where_gold_has_a_name_and_nowhere_else(bank):
    for page in made(bank):
        outlets = [o["name"] for o in told(bank)["outlet"].values()]
        source = unescape(decoded(page.data))
        if not page.gold.publisher or page.gold.publisher[0] not in outlets:
            own = next(o for o in told(bank)["outlet"].values() if o["host"] in page.gold.url)
            assert own["name"] not in source, page.name
        else:
            assert page.gold.publisher[0] in source, page.name


@pytest.mark.parametrize("bank", BANKS)
def test_the_host_is_told_where_only_it_names_the_publisher(bank):
    for page in made(bank):
        host = page.gold.url.split("/")[2]
        if page.gold.publisher == [host]:
            assert page.gold.fetched or host in decoded(page.data), page.name
        elif not page.gold.publisher:
            assert not page.gold.fetched, page.name
            assert host not in decoded(page.data), page.name


@pytest.mark.parametrize("bank", BANKS)
def test_who_wrote_it_is_named_where_gold_says_so(bank):
    for page in made(bank):
        source = unescape(decoded(page.data))
        assert all(name in source for name in page.gold.byline), page.name
