"""Pages with gold: the same every time, gold that is really there, and a score that can fail."""

import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import asdict, replace
from datetime import datetime
from functools import cache
from html import unescape
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

import extraction
from pages.make import HERE, pages, write
from pages.score import Found, paragraphs, place, same_byline, same_day, same_moment, score, words
from pages.story import load, plain

BENCHMARKS = Path(extraction.__file__).parent
BANKS = ("a", "b")
LAYOUTS = {
    "paper", "outlet", "broadcaster", "agency", "ministry", "live", "paywall", "consent", "blog",
    "post", "amp", "longread", "print",
}  # fmt: skip


@cache
def made(bank):
    return pages(bank)


@cache
def told(bank):
    return tomllib.loads((HERE / bank / "furniture.toml").read_text(encoding="utf-8"))


def decoded(data):
    """A page as a browser reads it, without what would make the parser decode it again."""
    said = re.search(rb"charset=[\"']?([\w-]+)", data, re.I)
    charset = {"iso-8859-1": "cp1252"}.get(name := said[1].decode(), name)
    return re.sub(r"(?i)charset=[\w-]+", "", data.decode(charset))


def golds():
    return [asdict(page.gold) for bank in BANKS for page in made(bank)]


def right(gold):
    """What a reader without fault would give."""
    return Found(
        kept=not gold["wall"],
        text="\n\n".join(gold["paragraphs"]),
        title=gold["title"][0] if gold["title"] else None,
        byline=" and ".join(gold["byline"]) or None,
        published=gold["published"],
        dated=gold["dated"][0] if gold["dated"] else "",
        updated=gold["updated"],
        publisher=gold["publisher"][0] if gold["publisher"] else None,
        stub=gold["stub"],
        entries=tuple((e["when"], "\n".join(e["text"])) for e in gold["entries"]),
    )


def one(**wanted):
    """The first page of bank a whose gold is as wanted."""
    return next(
        g for g in golds() if g["id"][0] == "a" and all(bool(g[k]) == v for k, v in wanted.items())
    )


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


def test_a_reader_without_fault_gets_full_marks():
    for gold in golds():
        assert all(num == den for num, den in score(gold, right(gold)).values()), gold["id"]


def test_a_reader_that_gives_nothing_gets_none():
    gold = one(published=True, updated=True, byline=True, publisher=True, wall=False)
    counts = score(gold, Found(False, stub=True))
    assert counts.pop("segments accuracy")[0] == len(gold["without"])
    assert not any(num for num, _ in counts.values()), counts


GOLD = {"published": True, "updated": True, "byline": True, "wall": False, "stub": False}
DAMAGE = {
    "a paragraph is lost": (
        lambda f: {"text": f.text.split("\n\n", 1)[1]},
        {"text recall", "segments recall", "breaks kept", "paragraphs whole"},
    ),
    "furniture is read": (
        lambda f: {"text": f.text + "\n\nMost popular stories of our website today"},
        {"text F1", "text precision"},
    ),
    "paragraphs are merged": (
        lambda f: {"text": f.text.replace("\n\n", " ")},
        {"breaks kept", "breaks F1", "paragraphs whole"},
    ),
    "paragraphs are split": (
        lambda f: {"text": f.text.replace(", ", ",\n")},
        {"breaks F1", "paragraphs whole"},
    ),
    "paragraphs come twice": (
        lambda f: {"text": f"{f.text}\n\n{f.text}"},
        {"text F1", "text precision"},
    ),
    "the date is another": (lambda f: {"published": "2025-01-30"}, {"date"}),
    "the date is not found": (lambda f: {"published": None}, {"date", "date's place"}),
    "its place is another": (lambda f: {"dated": "nowhere in a json"}, {"date's place"}),
    "the change is not found": (lambda f: {"updated": None}, {"updated"}),
    "the publisher is the platform": (lambda f: {"publisher": "Blogs Inc"}, {"publisher"}),
    "the publisher is not found": (lambda f: {"publisher": None}, {"publisher"}),
    "the title has the outlet": (lambda f: {"title": f"{f.title} | Outlet"}, {"title"}),
    "nobody is named": (lambda f: {"byline": None}, {"byline"}),
    "somebody else is named": (lambda f: {"byline": "Staff"}, {"byline"}),
    "it is marked as cut off": (lambda f: {"stub": True}, {"others not marked"}),
    "it has entries it has not": (lambda f: {"entries": (("2025-01-01T10:00", "x"),)},
                                  {"entries F1"}),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGE)
def test_each_fault_lowers_what_it_should_and_is_seen(name):
    gold = one(**GOLD, entries=False)
    gold = gold | {"dated": ["meta"]}
    change, lowered = DAMAGE[name]
    found = right(gold)
    counts = score(gold, replace(found, **change(found)))
    assert all(counts[measure][0] < counts[measure][1] for measure in lowered), counts
    spared = {"date", "publisher", "title", "byline"} - lowered
    assert all(counts[measure][0] == counts[measure][1] for measure in spared)


def test_furniture_that_must_not_be_there_is_seen():
    gold = one(**GOLD)
    found = right(gold)
    counts = score(gold, replace(found, text=f"{found.text}\n\n{gold['without'][0]}"))
    assert counts["segments precision"][0] < counts["segments precision"][1]
    assert counts["segments accuracy"][0] < counts["segments accuracy"][1]


def test_optional_pieces_may_be_read_or_not():
    gold = one(**GOLD)
    found = right(gold)
    text = "\n\n".join((*gold["optional"], found.text))
    assert score(gold, replace(found, text=text))["text F1"] == (1, 1)


def test_optional_words_beyond_their_number_are_wrong():
    gold = one(**GOLD)
    found = right(gold)
    text = "\n\n".join((*gold["optional"], *gold["optional"], found.text))
    assert score(gold, replace(found, text=text))["text F1"][0] < 1


@pytest.mark.parametrize("wrong", ["moment", "text", "one lost"])
def test_an_entry_of_a_live_blog_must_have_its_moment_and_its_text(wrong):
    gold = one(entries=True)
    found = right(gold)
    assert found.entries
    (when, text), *rest = found.entries
    entries = {
        "moment": (("2025-01-01T00:00", text), *rest),
        "text": ((when, "Something else."), *rest),
        "one lost": tuple(rest),
    }[wrong]
    counts = score(gold, replace(found, entries=entries))
    assert counts["entries F1"][0] < counts["entries F1"][1]


def test_a_wall_that_is_kept_as_a_report_is_wrong():
    gold = one(wall=True)
    assert score(gold, Found(False)) == {"walls": (True, 1)}
    assert score(gold, Found(True, "We value your privacy.")) == {"walls": (False, 1)}


def test_a_stub_that_is_not_marked_is_wrong():
    gold = one(stub=True)
    assert score(gold, replace(right(gold), stub=False))["stubs marked"] == (False, 1)


def test_a_date_found_where_there_is_none_is_wrong():
    assert not same_day(None, "2025-04-03")
    assert same_day(None, None)


def test_a_day_counts_where_the_page_is_and_in_utc():
    gold = "2025-09-11T00:35:00+02:00"
    assert same_day(gold, "2025-09-11")
    assert same_day(gold, "2025-09-10T22:35:00Z")
    assert not same_day(gold, "2025-09-12")


def test_a_moment_counts_by_the_minute_and_its_zone():
    assert same_moment("2025-09-11T00:35:00+02:00", "2025-09-10T22:35:00Z")
    assert not same_moment("2025-09-11T00:35:00+02:00", "2025-09-11T00:35:00Z")
    assert same_moment("2025-09-11T00:35:00+02:00", "2025-09-11T00:35")
    assert not same_moment("2025-09-11T00:35:00+02:00", "2025-09-11")
    assert not same_moment("2025-09-11T00:35:00+02:00", "just now")


def test_a_byline_may_have_little_beside_the_names():
    assert same_byline(["Ada Vinter"], "By Ada Vinter, Norrby")
    assert not same_byline(
        ["Ada Vinter"], "Ada Vinter has covered the east of the country for years"
    )
    assert not same_byline([], "Staff")


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("meta element article:published_time", "meta"), ("JSON-LD datePublished", "jsonld"),
        ("time element", "time"), ("the address", "address"), ("in the byline", "words"),
    ],
)  # fmt: skip
def test_the_place_of_a_date_is_told_from_its_words(said, where):
    assert place(said) == where


LINE = st.text("abc d", min_size=1, max_size=30).filter(words)


@settings(deadline=None)
@given(st.lists(LINE, min_size=2, max_size=6))
def test_breaks_of_any_text_are_kept_by_itself_and_lost_in_one_line(lines):
    gold = one(**GOLD) | {"paragraphs": lines}
    kept = score(gold, replace(right(gold), text="\n".join(lines)))
    lost = score(gold, replace(right(gold), text=" ".join(lines)))
    assert kept["breaks kept"] == (len(lines) - 1, len(lines) - 1)
    assert lost["breaks kept"] == (0, len(lines) - 1)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_scores_below_nothing_or_above_all(text):
    gold = one(**GOLD)
    for num, den in score(gold, replace(right(gold), text=text)).values():
        assert 0 <= num <= den or den == 0


def test_lines_without_a_word_are_no_paragraphs():
    assert paragraphs("One.\n\n---\n\nTwo.") == ["One.", "Two."]


def test_marks_of_a_story_are_not_in_its_words():
    assert plain("So *it* [[was|https://x.example]].{2}") == "So it was."


def test_bank_b_is_never_looked_at(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["extraction.py", "--bank", "b", "--errors"])
    with pytest.raises(SystemExit):
        extraction.main()
    assert "never looked at" in capsys.readouterr().err


def test_both_readers_read_a_page(tmp_path):
    page = next(p for p in write("a", tmp_path) if p.gold.layout == "paper")
    gold = asdict(page.gold) | {"file": page.name}
    for reader in (extraction.ours, extraction.alone):
        for fetched in (True, False):
            found = reader(tmp_path / page.name, gold | {"fetched": fetched})
            assert score(gold, found)["text recall"][0] > 0.9


def test_a_measure_is_summed_over_the_pages_that_have_it():
    counts = [{"date": (1, 1)}, {"date": (0, 1)}, {"entries F1": (2, 4)}]
    assert extraction.share(counts, "date") == 0.5
    low, high = extraction.interval("date", counts)
    assert 0 <= low < high <= 1


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
