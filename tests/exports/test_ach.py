"""Competing hypotheses as CSV: a row a voice, scores below, nothing for a spreadsheet to run."""

import csv
import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reportedly.exports.ach import HEAD, ach
from reportedly.exports.rows import harmless, row
from reportedly.model import Case, Logged, Ruling, Target
from reportedly.visible import plain
from views.case import story


def table(case: Case) -> list[list[str]]:
    written = b"".join(ach(case, lambda sha256: None)).decode()
    return list(csv.reader(io.StringIO(written, newline="")))


def test_each_voice_is_a_row_with_the_words_it_is_judged_by():
    case = story()
    head, *rows = table(case)
    assert tuple(head[: len(HEAD)]) == HEAD
    assert [name[:3] for name in head[len(HEAD) :]] == ["H1:", "H2:"]
    voices = [r for r in rows if r[1].startswith("E")]
    assert len(voices) == len(case.competing.items)
    texts = {d.id: d.text for d in case.documents}
    for found in (dict(zip(head, r, strict=True)) for r in voices):
        assert found["words"] in texts[found["document"]]


def test_a_voice_never_stands_without_the_attribution_that_carries_it():
    """Promise 5; a voice in its own words has a statement and no attribution."""
    case = story()
    head, *rows = table(case)
    carried = {s.id: s.attribution or "" for r in case.readings for s in r.statements}
    for found in (dict(zip(head, r, strict=True)) for r in rows if r[1].startswith("E")):
        assert carried[found["statement"]] == found["attribution"]


def test_scores_and_ranks_stand_below_the_rows_of_each_matrix():
    held = {(r[0], r[1]): r[-2:] for r in table(story())[1:]}
    assert held["C1 polarity", "weighted"] == ["-2.0", "-4.0"]
    assert held["C1 polarity", "plain"] == ["-2.0", "-4.0"]
    assert held["C1 polarity", "rank"] == ["1", "2"]


def test_what_is_hidden_is_left_out():
    case = story()
    claim = case.gathering.claims[0]
    target = Target("claim", claim.id, statement=claim.statements[0])
    hide = Logged(Ruling(1, "hide", (target,), "anna"), (claim.statements[0],), "in force")
    assert len(table(replace(case, rulings=(hide,)))) == 1


def test_a_voice_that_would_be_a_formula_is_none():
    case = story()
    held = case.competing
    worse = replace(held.items[0], voice='=HYPERLINK("http://x.example","see")')
    made = replace(case, competing=replace(held, items=(worse, *held.items[1:])))
    assert any(r[2] == "'" + worse.voice for r in table(made)[1:])


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_no_text_becomes_a_formula_and_none_is_lost(text):
    ((shown,),) = csv.reader(io.StringIO(row([text]).decode(), newline=""))
    assert shown == harmless(text)
    assert not shown.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
    assert shown in (plain(text), "'" + plain(text))


def test_numbers_of_the_program_stand_as_they_are():
    assert row([-1.5, 2, "-1.5"]) == b"-1.5,2,'-1.5\r\n"


def test_a_character_that_hides_is_written_as_its_number():
    assert (
        row(["a\ud800", "\u202eb\0", "c\r"]).decode() == "a⟨U+D800⟩,⟨U+202E⟩b⟨U+0000⟩,c⟨U+000D⟩\r\n"
    )
