"""Versions of one page: which there are, and what a later one says otherwise, word for word."""

import io
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from rich.console import Console

from build import document
from reportedly.model import Case, Reading
from reportedly.origins.between import Between
from reportedly.origins.edits import edits
from reportedly.shelf import Shelf
from reportedly.views import terminal, versions
from reportedly.views.pages import PAGES, Asked, State, render
from views import page
from views.test_quotes import texts

URL = "https://vesk.example/1"
OLD = document(
    "Up to 30 soldiers may have left Tolm, two officials said.\n\nIt is quiet now.",
    url=URL, published="2031-03-04", retrieved="2031-03-04T10:00:00Z",
)  # fmt: skip
NEW = document(
    "Some 40 soldiers left Tolm, two officials said.\n\nIt is quiet now. The army denied it.",
    url=URL, published="2031-03-04", retrieved="2031-03-05T10:00:00Z",
)  # fmt: skip
OTHER = document("Nothing was heard from Orsk.", url="https://tarn.example/1")


def case(*held):
    return Case(held, tuple(Reading(one.id) for one in held))


def said(show, *given):
    out = io.StringIO()
    show(*given, Console(file=out, width=300, highlight=False, color_system=None))
    return " ".join(out.getvalue().split())


def why(one, other, held=(OLD, NEW, OTHER)):
    made = case(*held)
    return said(
        terminal.between, made, (one.id, other.id), Between(made).tie(one.id, other.id), edits
    )


def rendered(held, of):
    shelf = Shelf(case(*held))
    state = State(shelf, (), (), lambda run: None, lambda run: shelf, edits)
    one = next(page for page in PAGES if page.path == "/documents/{id}/versions")
    return render(one, state, Asked(id=of.id))


@pytest.mark.parametrize(("one", "other"), [(OLD, NEW), (NEW, OLD)])
def test_why_of_two_versions_tells_what_was_changed_and_when_each_was_had(one, other):
    text = why(one, other)
    assert (
        "earlier version: R1 The Vesk Courier, 4 Mar 2031, retrieved 4 Mar 2031, 10:00 UTC" in text
    )
    assert "later version: R2 The Vesk Courier, 4 Mar 2031, retrieved 5 Mar 2031, 10:00 UTC" in text
    assert "changed: R1 [0, 8) “Up to 30” → R2 [0, 7) “Some 40”" in text
    assert "taken out: R1 [18, 27) “may have ”" in text
    assert (
        f"added: R2 [{NEW.text.index(' The army')}, {len(NEW.text)}) “ The army denied it.”" in text
    )


def test_two_reports_at_different_addresses_are_no_versions():
    assert "version" not in why(OLD, OTHER)


def test_the_list_of_reports_says_which_version_each_is():
    text = said(terminal.documents, case(OLD, NEW, OTHER))
    assert f"version 1 of 2 of {URL}" in text
    assert f"version 2 of 2 of {URL}" in text
    assert text.count("version") == 2


def test_a_page_shows_the_changes_with_the_words_around_them():
    html = rendered((OLD, NEW, OTHER), NEW)
    held = page.read(html)
    shown = {(s.document, s.text) for s in held.slices}
    assert (OLD.id, "Up to 30") in shown
    assert (NEW.id, "It is quiet now. The army denied it.") in shown
    assert "retrieved 5 Mar 2031, 10:00 UTC" in html
    assert "There is no earlier version" in rendered((OLD, NEW, OTHER), OLD)
    assert "There is no earlier version" in rendered((OLD, NEW, OTHER), OTHER)


@given(texts, texts)
@settings(max_examples=60, deadline=None)
def test_whatever_two_versions_hold_every_piece_is_a_slice_of_one(old, new):
    old, new = (text.replace("\ud800", "") for text in (old, f"{new} again"))
    made = document(old, url=URL), document(new, url=URL)
    assume(made[0].id != made[1].id)
    held = page.read(rendered(made, made[1]))
    by_id = {one.id: one.text for one in made}
    assert held.unmarked == []
    for one in held.slices:
        assert by_id[one.document][one.start : one.end] == one.text


def test_of_what_is_long_beginning_and_end_are_shown_and_of_many_the_first():
    old = replace(OLD, text="")
    new = replace(NEW, text="x" * 5_000)
    (change,), more = versions.changes(old, new, edits)
    assert [s.end - s.start for s in change.after] == [versions.LONGEST // 2] * 2
    assert (change.new.end, more) == (5_000, 0)
    many = " ".join(f"w{n} kept {n} and {n} here" for n in range(300))
    shown, more = versions.changes(
        replace(OLD, text=many), replace(NEW, text=many.replace("w", "v")), edits
    )
    assert (len(shown), more) == (versions.MOST, 200)


def test_only_space_that_is_other_is_no_change_to_show():
    spaced = replace(NEW, text=OLD.text.replace("\n\n", "\n"))
    assert versions.changes(OLD, spaced, edits) == ((), 0)


def test_the_page_of_two_versions_that_share_little_stays_light():
    old, new = (
        document(
            "".join(f"Kept {n} so it is. {(w + str(n) + ' ') * 200} " for n in range(150)), url=URL
        )
        for w in ("<a", "<b")
    )
    assert len(rendered((old, new), new)) < 500_000
