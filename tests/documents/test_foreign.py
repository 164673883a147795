"""Passages in another language: found where that is sure, never where it is only likely."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.loading import kept
from reportedly.documents import foreign as telling
from reportedly.documents.foreign import foreign
from reportedly.documents.sentences import paragraphs, sentences
from reportedly.model import Foreign, Span, cut
from reportedly.model.plain import to_plain

BEFORE = "Officials in Vesk said on Friday that the garrison had left its posts."
AFTER = "The army denied that anybody had fled, and the mayor would not comment."
GERMAN = "Die Garnison von Tolm hat am Freitag ihre Stellungen verlassen, wie Beamte mitteilten."
RUSSIAN = "По данным портовых властей, грузовое судно уже три дня стоит у берега, сказал владелец."
GOLD = Path(__file__).parents[2] / "benchmarks/gold/passages.jsonl"
ROWS = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
LONG = [r for r in ROWS if r["language"] != "en" and len(r["text"]) > 110]


def shown(text, own="en"):
    return [(one.language, cut(text, (one.span,))) for one in foreign(text, own)]


@pytest.mark.parametrize("row", LONG, ids=lambda row: row["language"])
def test_a_passage_of_some_length_is_found_with_its_very_characters(row):
    text = f"{BEFORE}\n\n{row['text']}\n\n{AFTER}"
    assert shown(text) in ([(row["language"], row["text"])], [(None, row["text"])])


@pytest.mark.parametrize("row", [r for r in ROWS if r["language"] == "en"], ids=range(16))
def test_english_full_of_names_and_quotations_is_the_report_s_own(row):
    assert shown(f"{BEFORE}\n\n{row['text']}\n\n{AFTER}") == []


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Ja, das stimmt.", "Слава", "東京", "🙂 🙂", "12 34 56"]
)
def test_a_passage_too_short_to_tell_is_the_report_s_own(text):
    assert shown(f"{BEFORE}\n{text}") == []


def test_neighbours_in_one_language_are_one_passage():
    text = f"{BEFORE}\n\n{GERMAN}\n\n{GERMAN}\n{RUSSIAN}\n\n{AFTER}"
    assert shown(text) == [("de", f"{GERMAN}\n\n{GERMAN}"), ("ru", RUSSIAN)]


def test_a_report_whose_language_is_not_told_is_taken_for_english():
    text = f"{BEFORE}\n{RUSSIAN}"
    assert shown(text, None) == [("ru", RUSSIAN)]


def test_of_a_report_in_another_language_what_is_not_in_it_is_foreign():
    assert shown(f"{RUSSIAN}\n{BEFORE}", "ru") == [("en", BEFORE)]
    assert shown(f"{GERMAN}\n{RUSSIAN}\n{GERMAN}", "de") == [("ru", RUSSIAN)]


def test_letters_that_only_look_otherwise_are_no_other_script():
    styled = "𝐎𝐟𝐟𝐢𝐜𝐢𝐚𝐥𝐬 𝐬𝐚𝐢𝐝 𝐭𝐡𝐞 𝐠𝐚𝐫𝐫𝐢𝐬𝐨𝐧 Ｆｌｅｄ ﬁﬂ ǅ"
    assert shown(f"{BEFORE}\n{styled}") == []


def test_passages_that_are_looked_at_are_bounded(monkeypatch):
    monkeypatch.setattr(telling, "MOST_ASKED", 2)
    text = "\n".join([GERMAN, BEFORE] * 4)
    assert shown(text) == [("de", GERMAN), ("de", GERMAN)]


def test_a_document_keeps_them_and_one_without_any_is_as_before(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(f"{BEFORE}\n\n{GERMAN}\n\n{AFTER}\n", encoding="utf-8")
    Path("b.txt").write_text(f"{BEFORE}\n\n{AFTER}\n", encoding="utf-8")
    mixed, plain = kept("a.txt", "b.txt")
    at = mixed.text.index("Die")
    assert mixed.foreign == (Foreign(Span(at, at + len(GERMAN)), "de"),)
    assert plain.foreign == ()
    assert "foreign" not in to_plain(plain)


PIECES = st.sampled_from(
    [BEFORE, AFTER, GERMAN, RUSSIAN, "x", "Ana Brel", "目击者说，他们听到了枪声。"]
)


@given(
    st.lists(PIECES | st.text(max_size=80), max_size=8).map("\n".join),
    st.sampled_from([None, "en", "de", "ru", "zh"]),
)
def test_passages_lie_in_order_on_whole_paragraphs_and_cover_whole_sentences(text, own):
    found = foreign(text, own)
    assert foreign(text, own) == found
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    starts, ends = (
        zip(*((p.start, p.end) for p in paragraphs(text)), strict=True) if found else ((), ())
    )
    for one in found:
        assert one.span.start in starts
        assert one.span.end in ends
        assert one.language != (own or "en")
        assert all(s in one.span for s in sentences(text) if s.overlaps(one.span))
