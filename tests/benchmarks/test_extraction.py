"""The score of what is read of a page, which can fail, and the two readers that are scored."""

import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

import extraction
from pages.make import write
from pages.score import Found, paragraphs, place, same_byline, same_day, same_moment, score, words
from pages.story import plain

from benchmarks.banks import golds, one, right


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
