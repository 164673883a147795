"""What moved is told in the words of the reports, in the terminal, on the page and to programs."""

import json
from dataclasses import replace
from functools import partial

import pytest

from exports.test_changes_json import everything
from reportedly.ledger import changes
from reportedly.model import Case, Factor, Grade, Run
from reportedly.origins.edits import edits
from reportedly.shelf import Shelf
from reportedly.views import terminal
from reportedly.views.moves import told
from reportedly.views.pages import PAGES, Asked, State, render
from reportedly.views.words import graded
from reportedly.web.api.table import ADDRESSES
from told import Desk, base
from views.test_terminal import printed, said

HEADING = "Run 4, 1 May 2031, 10:00 UTC"


def round_of(before, after, **more):
    return said(partial(_news, more), changes(before, after), after)


def _news(more, came, case, console):
    terminal.news(came, case, HEADING, console, **more)


def test_a_round_tells_reports_new_claims_and_what_moved_in_earlier_ones():
    text = round_of(*everything())
    assert text.startswith(
        f"{HEADING}: 4 new reports, 1 new claim, 1 new denial, 1 new origin, 1 earlier claim moved"
    )
    for words in (
        "one more report of C1; no new origin",
        "New claims (1) C3 “y” uncontested, 1 report, no origin,",
        "Earlier claims that moved (1) C1 “k” contested, 5 reports, between 1 and 2 origins",
        "▼ denied by Ivo (person, CT-) “n” R3 Post",
        "◆ new origin Cleo (person) “p” R4 Post",
        "how sure (Ana): possible (PS+) before, certain (CT+) now “q” R5 Post",
        "status: uncontested before, contested now origins: 1 before, between 1 and 2 now",
        "a hedge dropped: “k” → “q”",
    ):
        assert words in text


def test_a_copy_is_one_line_and_no_section_is_empty():
    text = round_of(base().case, base().said("z", "one", "Ana", factuality="PS+").case)
    assert text == (
        f"{HEADING}: 1 new report New reports (1) R3 Post, undated one more report of C1; "
        "no new origin"
    )


def test_a_first_round_on_an_empty_ledger_is_only_counted():
    text = round_of(Case(), base().case, whole=True)
    assert text.startswith(f"{HEADING}: 2 new reports, 2 new claims All of it is new")
    assert "“" not in text


def test_a_large_round_tells_twelve_of_a_kind_and_counts_the_rest():
    desk = base()
    for number in range(30):
        desk.said(f"z{number:02}", f"new {number}", f"Voice {number}")
    text = round_of(base().case, desk.case)
    assert "New reports (12 of 30)" in text
    assert "New claims (12 of 30)" in text
    assert text.count("and 18 more") == 2


@pytest.mark.parametrize("width", [60, 120])
def test_a_round_keeps_within_the_terminal(width):
    before, after = everything()
    lines = printed(terminal.news, changes(before, after), after, HEADING, width=width)
    assert [line for line in lines.split("\n") if len(line) > width or line != line.rstrip()] == []


def test_a_new_voice_of_another_certainty_is_named_as_such():
    after = base().said("z", "one", "Ivo", factuality="CT+")
    text = round_of(base().case, after.case)
    assert "how sure: possible (PS+) before, certain (CT+) now, by Ivo “z” R3 Post" in text


def test_claims_that_are_one_now_are_told_with_the_words_of_each():
    after = base().said("a", "one", "Ana", factuality="PS+")
    after.claims["one"] += after.claims.pop("two")
    assert "one claim now, and was several “k” R2 Post “x” R3 Post" in round_of(
        base().case, after.case
    )


def test_diff_lists_what_moved_after_what_came():
    before, after = everything()
    text = said(terminal.changes, changes(before, after), after)
    assert "Claims that stand otherwise than before (1) C1 “k”" in text
    assert "how sure (Ana): possible (PS+) before, certain (CT+) now “q” R5 Post" in text


def state(before, after):
    runs = (
        Run(1, "2031-05-01T10:00:00+00:00", "reader 1", 0),
        Run(2, "2031-05-02T10:00:00+00:00", "reader 1", 0),
    )
    return State(
        Shelf(after), runs, (), lambda run: changes(before, after), lambda run: Shelf(before), edits
    )


def test_the_page_of_changes_shows_what_moved():
    page = next(one for one in PAGES if one.path == "/changes")
    html = render(page, state(*everything()), Asked())
    assert "1 earlier claim moved" in html
    assert "<b>how sure (Ana): possible (PS+) before, certain (CT+) now</b>" in html
    assert "<b>origins: 1 before, between 1 and 2 now</b>" in html


def test_programs_get_what_moved_beside_what_it_was():
    before, after = everything()
    one = next(one for one in ADDRESSES if one.name == "changes")
    raw = one.answer(state(before, after), Asked())
    answer = json.loads(raw)
    one.gives.model_validate(answer)
    assert [(m["kind"], m["before"], m["after"]) for m in answer["moved"]] == [
        ("certainty", "PS+", "CT+"),
        ("status", "uncontested", "contested"),
        ("origins", {"at_least": 1, "at_most": 1}, {"at_least": 1, "at_most": 2}),
        ("grade", {"letter": None, "digit": None, "code": "F6", "suggested": None, "factors": []},
         {"letter": "C", "digit": "3", "code": "C3", "suggested": None, "factors": []}),
    ]  # fmt: skip
    assert answer["moved"][0]["position"]["voice"] == "Ana"


def test_a_grade_stands_with_the_names_of_the_reasons_that_weigh():
    weighed = tuple(Factor(name, weight, "A reason.") for name, weight in
                    (("1 named", 1.0), ("digit", 0.0), ("denied", -1.0)))  # fmt: skip
    assert graded(Grade("c", "F", "3", "", weighed)) == (
        "F3 suggested (for it: named; against it: denied)"
    )
    assert graded(Grade("c", "C", "4", "", weighed[1:2], "F6")) == (
        "C4 by a person, F6 suggested (no reason weighs)"
    )
    of_a_person = (*weighed, Factor("own table", 0.0, "Judged B."))
    assert graded(Grade("c", "B", "3", "", of_a_person)) == (
        "B3 suggested (graded by: own table; for it: named; against it: denied)"
    )


def test_a_grade_says_that_it_is_suggested_and_none_is_no_origin():
    before, after = base(), base().said("z", "one", "Ana", factuality="PS+")
    before.ranges, after.ranges = {"one": (0, 0)}, {"one": (1, 1)}
    before.grades, after.grades = {"one": ("F", "6")}, {"one": ("C", "3")}
    moved = changes(before.case, after.case).moved
    assert [told(move) for move in moved] == [
        "origins: none before, 1 now", "grade: F6 suggested before, C3 suggested now",
    ]  # fmt: skip


def test_what_a_report_could_do_to_a_terminal_is_shown_and_not_done():
    desk = Desk().said("k", "one", "Ana")
    case = desk.case
    hostile = replace(case.documents[0], title="\x1b[2Jgone", publisher="\u202ePost")
    after = replace(case, documents=(hostile,))
    raw = printed(terminal.news, changes(Case(), after), after, HEADING)
    assert "\x1b[2J" not in raw.replace("\x1b[1m", "")
    assert "\u202e" not in raw
    assert "⟨U+001B⟩[2Jgone" in raw
