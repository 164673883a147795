"""Competing hypotheses in dossier and terminal: the limit first, every cell with its why."""

from dataclasses import replace

import pytest

from reportedly.grades import compete
from reportedly.model import Assessed, Case, Decisions, Factor, Posed, Score, Target
from reportedly.shelf import Shelf
from reportedly.views import dossier, terminal
from reportedly.views.hypotheses import LIMIT, matrices, points, ranked
from reportedly.views.moved import moved
from views.case import story
from views.test_quotes import check
from views.test_terminal import printed, said

RULED = Factor("ruling", 0.0, "Ruling 1, by anna: a hypothesis.")
HOSTILE = "<script>alert(1)</script> \u202e“& they left"


def posed(*judged: Assessed, texts=(HOSTILE, "They were moved.")) -> Case:
    """The case with two hypotheses of a person, on either side of the first claim."""
    case = story()
    first = case.gathering.claims[0].statements[0]
    pair = tuple(
        Posed(number, text, ((side, first),), RULED)
        for number, (text, side) in enumerate(zip(texts, "+-", strict=True), 1)
    )
    decided = Decisions(posed=pair, assessed=judged)
    made = compete(case.documents, case.readings, case.gathering, case.lineage, decided)
    return replace(case, competing=made)


def section(html: str) -> str:
    return html[html.index('<section id="hypotheses"') : html.index('<section id="actors"')]


def test_the_limit_is_said_before_any_matrix():
    html = section(dossier.render(story()))
    assert html.index(LIMIT) < html.index("<table")
    assert printed(terminal.hypotheses, story()).startswith(LIMIT)


def test_a_row_stands_for_a_voice_and_says_for_how_many_reports():
    text = said(terminal.hypotheses, story(), width=200)
    assert "E1 H1 C H2 N ▲ a senior official (unnamed, known to the report, C1, 4 reports" in text
    assert "H2 CC ▼ Ministry of Defence of Karvonia (government, C1, 1 report" in text
    (matrix,) = matrices(Shelf(story()))
    assert len(matrix.rows) == len({row.item.id for row in matrix.rows})


def test_proposals_are_cut_from_the_reports_and_texts_of_people_are_escaped():
    """Promise 1: what is quoted is a slice; a person's text is never quoted."""
    case = posed()
    html = dossier.render(case)
    check(case)
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in section(html)
    assert "U+202E" in section(html)
    assert "\u202e" not in printed(terminal.hypotheses, case)


@pytest.mark.parametrize("width", [40, 100])
def test_the_terminal_tells_scores_ranks_and_what_would_turn_them(width):
    text = said(terminal.hypotheses, story(), width=width)
    for words in ("proposed, rank 1,", "Least against comes first: H1, then H2.", "without"):
        assert words in text


def test_a_cell_that_a_person_ruled_is_marked():
    case = posed()
    item, own = case.competing.items[0], case.competing.hypotheses[0]
    targets = Target("item", item.id), Target("hypothesis", own.id)
    ruled = Assessed(3, "cell", targets, "II", RULED)
    assert "H1 II*" in said(terminal.hypotheses, posed(ruled))
    assert "by a person</span>" in section(dossier.render(posed(ruled)))
    assert "H1 II*" not in said(terminal.hypotheses, case)


def test_why_leads_from_a_hypothesis_to_the_words_behind_each_cell():
    text = said(terminal.why, story(), "H1", width=200)
    assert "rank: 1 of 2: Proposed on C1: yes against no" in text
    assert "agrees: It says it as possible, as the hypothesis has it." in text
    assert "“forty soldiers may have left the garrison at Olm Pass”" in text
    row = said(terminal.why, story(), "E1", width=200)
    assert "cell: C consistent, E1 beside H1" in row
    ranking = said(terminal.why, story(), story().competing.analyses[0].id, width=200)
    assert "rank 1, -2.0: H1 C1 “forty soldiers" in ranking
    assert "without Ilse Dorn (E2): H1 and H2 level" in ranking
    cell = story().competing.cells[0]
    assert "cell: C consistent" in said(terminal.why, story(), cell.id, width=200)


def test_without_a_dispute_there_is_nothing_to_rank():
    assert "No hypothesis is written or proposed." in printed(terminal.hypotheses, Case())
    assert "Nobody has written a hypothesis" in section(dossier.render(Case()))


def test_what_a_ruling_changes_in_a_ranking_is_told():
    before, after = Shelf(story()), Shelf(posed())
    told = [f"{one.lead}{one.said}" for one in moved(before, after)]
    assert len(told) == 1
    assert told[0].startswith("Hypotheses that people wrote or adopted: H")
    assert [one.said for one in moved(after, before)] == ["no longer"]
    assert moved(before, before) == ()


def test_hypotheses_on_a_hidden_claim_are_left_out():
    case = story()
    shelf = Shelf(case)
    shelf.__dict__["hidden"] = frozenset([case.gathering.claims[0].id])
    assert matrices(shelf) == ()


def test_rankings_and_scores_as_words():
    assert ranked(["H1", "H2", "H3"], [2, 1, 2]) == "H2, then H1 and H3 level"
    assert ranked(["H1", "H2", "H3"], [1, 1, 1]) == "H1, H2 and H3 level"
    assert [points(v) for v in (-2.0, -1.414214, 0.0, -0.5)] == ["-2.0", "-1.41", "0.0", "-0.5"]


def test_more_rows_than_a_page_holds_are_counted():
    case = posed()
    held = case.competing
    row = held.items[0]
    more = tuple(replace(row, id=f"{n:016x}") for n in range(70))
    analysis = held.analyses[0]
    cells = tuple(
        replace(held.cells[0], id=f"{n}{h}", item=one.id, hypothesis=h)
        for n, one in enumerate(more)
        for h in analysis.hypotheses
    )
    wide = replace(analysis, items=tuple(i.id for i in more), diagnosticity=(0.0,) * 70,
                   scores=tuple(Score(h, 1, 0.0, 0.0) for h in analysis.hypotheses))  # fmt: skip
    made = replace(held, items=(*held.items, *more), cells=(*held.cells, *cells), analyses=(wide,))
    html = section(dossier.render(replace(case, competing=made)))
    assert "10 more rows" in html
    assert html.count("<tr>") == 61


def test_the_summary_ranks_in_one_line_a_matrix_and_says_the_limit():
    text = said(terminal.summary, story())
    assert "Hypotheses, least against first (1)" in text
    assert "Proposed on C1: yes against no: H1, then H2 (H1 -2.0, H2 -4.0)." in text
    assert LIMIT in text
    assert "Hypotheses" not in said(terminal.summary, Case())
