"""The lineage in a terminal: a tree that stays readable, however many reports there are."""

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from reportedly.shelf import Shelf
from reportedly.views import terminal, tree
from reportedly.visible import HIDDEN
from views.case import story
from views.travelled import Told, copied, copy, credit, travelled


def lines(case, width: int = 400, terminal_: bool = False, colours: str | None = None):
    shelf, out = Shelf(case), StringIO()
    console = Console(file=out, width=width, force_terminal=terminal_, color_system=colours,
                      highlight=False)  # fmt: skip
    tree.tree(shelf, shelf.claims[0], console)
    return out.getvalue().splitlines()


def test_origins_stand_at_the_root_and_reports_below_those_they_follow():
    """Date, outlet, how, certainty, voice and number in one line; what was lost in the next."""
    chain = travelled(Told(outlet="Post"), copy(0), credit(1, flat=True, lost=True))
    id_ = chain.lineage.origins[0].id
    assert lines(chain) == [
        "◇ a miller (unnamed, known to the report), counts in at most only, behind 3 reports, "
        f"id {id_}",
        "└─ R1 Post, 1 Mar 2031, 00:00 UTC: ▲ possible (PS+) on the word of “a miller”, "
        "number “Up to 30”",
        "   └─ R2 Outlet 1, 2 Mar 2031, 00:00 UTC, copied from R1: ▲ possible (PS+) on the word "
        "of “a miller”, number “Up to 30”",
        "      └─ R3 Outlet 2, 3 Mar 2031, 00:00 UTC, credits R2: ▲ certain (CT+) in its own "
        "words, number “30”",
        "         on the way from R2: D1 a hedge dropped",
    ]


def test_a_moved_number_is_printed_before_and_after():
    """Both are cut from the reports, at the hop."""
    case = story()
    first, *others = case.lineage.drifts
    drifts = (replace(first, kind="number"), *others)
    text = "\n".join(lines(replace(case, lineage=replace(case.lineage, drifts=drifts))))
    assert "on the way from R1: D1 a number moved “may have left” → “probably left”" in text


def test_a_report_that_follows_two_stands_once_and_is_named_below_the_other():
    """With how it follows the other, and where it stands."""
    found = lines(travelled(Told(), Told(), credit(0, 1)))
    assert sum("R3 Outlet 2, 3 Mar" in line for line in found) == 1
    assert "│  └─ also R3 Outlet 2, credits it; stands below R2" in found
    assert any("credits R2; credits R1" in line for line in found)


def test_a_circle_of_credits_ends_and_says_that_it_is_one():
    """Two reports that credit each other stand once each."""
    found = lines(travelled(credit(1), credit(0)))
    assert len(found) == 3
    assert any("credits R1 in a circle" in line for line in found)


def test_a_chain_of_two_thousand_needs_no_deep_stack_and_no_wide_screen():
    """Beyond the deepest indent each report says whom it follows; the rest is counted."""
    found = lines(travelled(Told(), *(credit(n) for n in range(2_000)), days=80))
    assert len(found) == tree.LINES + 1
    assert "↳ R100 Outlet 99" in "\n".join(found)
    assert found[-1].strip() == "and 1882 more lines, not shown here"
    assert max(line.index("R") for line in found[1:-1]) < 30


def test_reports_without_an_upstream_or_an_origin_stand_at_the_root_with_their_voice():
    """A denial leads to no origin of the claim."""
    found = lines(travelled(Told(), Told(denies=True)))
    assert found[-1] == (
        "R2 Outlet 1, 2 Mar 2031, 00:00 UTC, no upstream shown: ▼ certainly not (CT-) on the word "
        "of “a miller”, number “Up to 30”"
    )


def test_copies_are_folded_into_one_line_with_the_first_and_the_last():
    """Of forty, two are printed."""
    found = lines(travelled(Told(), *[copy(0)] * 40))
    assert len(found) == 5
    assert found[-1].startswith(
        "   └─ and 38 more, copied from R1, first 4 Mar 2031, 00:00 UTC (R4 Outlet 3), "
        "last 13 Mar 2031, 00:00 UTC (R41 Outlet 40): ▲ possible (PS+)"
    )


def test_a_loss_that_every_folded_report_shares_is_told_once():
    """By each of them."""
    found = lines(travelled(Told(), *[credit(0, flat=True, lost=True)] * 9))
    assert sum("a hedge dropped" in line for line in found) == 3
    assert "on the way from R1, by each: D3 a hedge dropped" in found[-1]


@pytest.mark.parametrize("width", [60, 120])
def test_two_hundred_reports_fit_the_screen(width):
    """No line is wider than the terminal, nothing ends in spaces, and there are not thousands."""
    found = lines(copied(200), width, terminal_=True)
    assert len(found) < 500
    assert [line for line in found if len(line) > width or line != line.rstrip()] == []


def test_a_folded_line_keeps_the_branches_beside_it():
    """Where a line goes on, the branch of what follows goes on, too."""
    found = lines(travelled(Told(), copy(0), credit(0)), 60, terminal_=True)
    at = next(n for n, line in enumerate(found) if "├─ R2" in line)
    assert found[at + 1].startswith("   │ ")


def test_nothing_but_text_goes_into_a_pipe():
    """No colours, one line each, however long."""
    found = lines(story(), 20)
    assert [line for line in found if HIDDEN.search(line)] == []
    assert any(len(line) > 100 for line in found)


def test_show_claim_and_show_claims_say_how_many_reports_lead_to_how_many_origins():
    """``N reports, between A and B origins``."""
    out = StringIO()
    console = Console(file=out, width=200, color_system=None)
    terminal.claims(story(), console)
    terminal.claim(story(), "C1", console)
    assert out.getvalue().count("8 reports, between 2 and 3 origins") == 3
    assert "3 reports, 1 origin" in out.getvalue()


def test_statements_in_the_same_words_are_folded():
    """Each distinct one with its id, the others by their reports."""
    out = StringIO()
    terminal.claim(copied(200), "C1", Console(file=out, width=200, color_system=None))
    said = out.getvalue().split("Statements (200)")[1]
    assert len(said.splitlines()) < 10
    assert "the same words 160 more times: R2 R3 R4 R5 R7" in said
    assert "the same words 38 more times: R11 R16" in said
