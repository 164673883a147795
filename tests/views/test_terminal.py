"""The terminal says the same in a few lines, at any width."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from reportedly.errors import UsageError
from reportedly.model import ORDER, Case, Changes, Denial
from reportedly.origins.between import Kin
from reportedly.origins.edits import edits
from reportedly.shelf import Shelf
from reportedly.views import finding, terminal
from reportedly.views.outline import nested
from reportedly.views.printed import voice
from views.case import story
from views.desks import desk, position


def said(show, *given, width: int = 100) -> str:
    return " ".join(printed(show, *given, width=width).split())


def printed(show, *given, width: int = 100, terminal: bool = True) -> str:
    out = StringIO()
    show(*given, Console(file=out, width=width, highlight=False, color_system=None,
                         force_terminal=terminal))  # fmt: skip
    return out.getvalue()


def test_the_summary_counts_and_leads_with_the_disputed_claim():
    """Reports, outlets, claims, the range of origins."""
    text = said(terminal.summary, story())
    assert "8 reports from 7 outlets, 3 to 6 Mar 2031 5 claims: 1 disputed" in text
    assert "8 reports, between 2 and 3 origins" in text


@pytest.mark.parametrize("width", [40, 80, 140])
def test_the_summary_says_who_stands_where(width):
    """One line a stance, with the kind of source and how sure it is."""
    text = said(terminal.summary, story(), width=width)
    assert "▲ for a senior official (unnamed, known to the report, PS+)" in text
    assert "▼ against Ministry of Defence of Karvonia (government, CT-)" in text
    assert "■ silent Ministry of Defence of Karvonia (government)" in text


def test_the_summary_says_where_certainty_was_raised_and_what_was_skipped():
    """Both ends of each hop are quoted; skipped sources are named with the reason."""
    text = said(terminal.summary, story())
    assert "C1, from R1 Vesk Courier to R2 Northline Wire (credits it)" in text
    assert "certainty raised: “may have left” → “probably left”" in text
    assert "inbox/scan-0007.bin: It holds no text" in text


def test_the_summary_says_where_the_dossier_lies():
    """The last line is its path."""
    out = StringIO()
    terminal.summary(story(), Console(file=out, width=60), Path("some/dossier.html"))
    assert out.getvalue().endswith("Dossier: some/dossier.html\n")


def test_nothing_found_is_said_in_words():
    """An empty ledger gives sentences, not empty tables."""
    for show in (terminal.claims, terminal.timeline, terminal.actors, terminal.origins,
                 terminal.questions, terminal.conflicts, terminal.documents,
                 terminal.causes, terminal.relations):  # fmt: skip
        assert said(show, Case()) != ""


def test_a_report_that_came_by_several_routes_names_them():
    """How many, which, and when where that is known; a report with one route says nothing."""
    case = story()
    told = said(terminal.documents, case, width=160)
    name = case.documents[0].name
    assert f"3 routes: {name}, olm.warc:4 (4 Mar 2031, 07:00 UTC), again.html" in told
    assert told.count("routes:") == 1
    many = tuple(replace(case.retrievals[0], name=f"{n}.txt") for n in range(9))
    told = said(terminal.documents, replace(case, retrievals=many), width=160)
    assert "9 routes: 0.txt, 1.txt, 2.txt, and 6 more" in told


def test_claims_come_with_the_rule_of_their_order():
    """It stands above them, as the code that puts them in order says it."""
    assert said(terminal.claims, story()).startswith(ORDER)


@pytest.mark.parametrize("width", [40, 80, 140])
def test_the_timeline_sets_the_days_said_against_the_first_report(width):
    """Days and claim first, then status and first report, then the words of time and whose."""
    text = said(terminal.timeline, story(), width=width)
    assert "1 to 2 Mar 2031 C1 “forty soldiers may have left the garrison at Olm Pass”" in text
    assert "contested, first reported here 3 Mar 2031" in text
    assert "“over the weekend” R2, the claim first reported 1 to 2 days after, given by ●" in text
    assert text.endswith("Not in the timeline: 2 claims without a time.")


def test_a_claim_is_found_by_id_by_its_beginning_and_by_number():
    """Three ways to name one."""
    case = story()
    id_ = case.gathering.claims[0].id
    found = {said(terminal.claim, case, name) for name in (id_, id_[:8], "C1")}
    assert len(found) == 1


@pytest.mark.parametrize("name", ["", "zzzzzz", "C99", "\x1b[2J"])
def test_a_name_that_fits_nothing_is_wrong_use(name):
    """The error names it, without letting it steer the terminal."""
    with pytest.raises(UsageError) as caught:
        said(terminal.why, story(), name)
    assert "\x1b" not in str(caught.value)


def test_a_report_is_no_claim():
    """``show claim`` with another record's id says so."""
    case = story()
    with pytest.raises(UsageError, match="this is not a claim"):
        said(terminal.claim, case, case.documents[0].id)


def test_why_shows_offsets_and_reasons():
    """Every span with its place, every factor with its weight."""
    case = story()
    text = said(terminal.why, case, case.lineage.drifts[0].id)
    assert "before, upstream: R1 Vesk Courier [20, 33) “may have left”" in text
    assert "certainty (weighs -1): What was possible upstream is probable here." in text


def test_why_of_a_claim_derives_both_ends_of_the_range():
    """Which origins each end counts, and for every origin the rule, its sentence, its words."""
    text = said(terminal.why, story(), "C1", width=10_000)
    assert "origins: 8 reports, between 2 and 3 origins" in text
    assert "at least 2: Ilse Dorn, Dresk intelligence service" in text
    assert "at most 3: a senior official, Ilse Dorn, Dresk intelligence service" in text
    assert "in at least: no: nothing shows that it is different from the others" in text
    assert "because: unnamed: Nobody named stands behind it" in text
    assert "because: named (weighs +1): A named person, shown to be none of the others." in text


def test_why_of_a_link_shows_its_kind_reasons_and_characters():
    """As the records hold them."""
    case = story()
    text = said(terminal.why, case, case.lineage.links[0].id)
    assert "link: R2 Northline Wire credits R1 Vesk Courier" in text
    assert "shown by: R2 Northline Wire [78, 103) “the Vesk Courier reported”" in text
    assert "because: named upstream (weighs +1): The text names where it has this from." in text


def test_why_of_two_reports_says_what_ties_them():
    """A link with its characters, a common upstream by its name, or that none is shown."""
    case = story()
    ids = [document.id for document in case.documents]
    kin = Kin("credit", None, case.lineage.links[0].evidence)
    text = said(terminal.between, case, (ids[0], ids[1]), kin, edits)
    assert text.startswith("report: R1 Vesk Courier, 3 Mar 2031, 08:10 UTC report: R2 Northline")
    assert "credit: one names the other, or prints its quotation link: R2 Northline Wire" in text
    assert text.count("“the Vesk Courier reported”") == 1
    assert "both carry: C2" in text
    held = Kin("common upstream", "vesk courier", case.lineage.links[0].evidence)
    text = said(terminal.between, case, (ids[1], ids[6]), held, edits)
    assert "which: Vesk Courier shown by: R2 Northline Wire [78, 103)" in text
    text = said(terminal.between, case, (ids[0], ids[4]), Kin("independent"), edits)
    assert "independent: no tie is shown; that is no proof that there is none" in text


def test_only_reports_are_tied():
    """Any other record is wrong use."""
    with pytest.raises(UsageError, match="this is not a report"):
        finding.document(Shelf(story()), "C1")
    assert finding.document(Shelf(story()), "R2") == story().documents[1].id


def test_every_record_has_a_why():
    """Whatever has an id can be asked for."""
    case = story()
    for record in (*case.documents, *case.gathering.claims, *case.gathering.conflicts,
                   *case.lineage.links, *case.lineage.origins, *case.lineage.events,
                   *(a for r in case.readings for a in r.attributions)):  # fmt: skip
        assert record.id in said(terminal.why, case, record.id)


def test_a_reading_is_an_outline_of_attributions():
    """Source, what it is, cue, content, act, stance, certainty, in one line."""
    case = story()
    text = said(terminal.reading, case.documents[3], case.readings[3], width=140)
    whose = "“The ministry” (government, here Ministry of Defence)"
    assert f"{whose} ▸ “dismisses” ▸ “reports of desertions as" in text
    assert "[dismiss, ▼ against, CT- certainly not]" in text


def test_an_attribution_within_another_stands_below_it_and_deeper():
    """In the order of the text; a ring of two is told once, and ends."""
    held = desk("The wire, citing a guard, said the gate fell. A mayor agreed.", "Post", None)
    outer = held.attribute("The wire", "said", "the gate fell")
    inner = held.attribute("a guard", "citing", "the gate fell", within=outer.id)
    last = held.attribute("A mayor", "agreed", "agreed")
    placed = [(p.depth, p.attribution) for p in nested((last, inner, outer))]
    assert [(0, outer), (1, inner), (0, last)] == placed
    ring = (inner, replace(outer, within=inner.id))
    assert {inner.id, outer.id} == {p.attribution.id for p in nested(ring)}


@pytest.mark.parametrize("width", [40, 80, 140])
def test_a_terminal_folds_lines_at_words_under_their_beginning(width):
    """No line is wider than the terminal, and none ends in spaces."""
    case = story()
    lines = printed(terminal.reading, case.documents[0], case.readings[0], width=width).split("\n")
    assert [line for line in lines[1:] if len(line) > width or line != line.rstrip()] == []


def test_a_pipe_gets_one_line_each():
    """However long: nothing is folded where nobody reads a screen."""
    case = story()
    text = printed(terminal.reading, case.documents[3], case.readings[3], width=20, terminal=False)
    assert "▸ “reports of desertions as “inventions””  [dismiss, ▼ against" in text


def test_one_outlet_may_stand_twice_and_says_as_what():
    """In its own words, or named as a source by somebody else's report."""
    held = desk("The Post said so. So it is.", "Post", None)
    own = held.state("So it is")
    given = held.state("The Post said so", held.attribute("The Post", "said", "so"))
    shelf, label = Shelf(Case((held.document,), (held.reading(),))), held.evidence("The Post")
    for expected, stood in (
        ("own words", position("Post", "for", "CT+", own)),
        ("named as source", position("Post", "for", "CT+", given, label=label)),
        ("own words and named as source", position("Post", "for", "CT+", own, given, label=label)),
    ):
        assert f"Post (outlet, {expected}, CT+)" == voice(shelf, stood).plain
    assert (
        voice(shelf, position("nobody named", "for", "CT+", own)).plain
        == "somebody not named (CT+)"
    )


def test_changes_name_what_came():
    """New reports, claims, denials, origins and drift, each counted."""
    case = story()
    left = case.gathering.claims[0]
    denial = Denial(left, next(p for p in left.positions if p.stance == "against"))
    came = Changes(case.documents[:1], (left,), (denial,), case.lineage.origins[:1],
                   case.lineage.drifts[:1])  # fmt: skip
    text = said(terminal.changes, came, case)
    for words in ("New reports (1)", "New denials (1) Ministry of Defence of Karvonia"):
        assert words in text


def test_the_summary_says_how_often_the_reader_abstained():
    """Left open is counted, never hidden."""
    text = said(terminal.summary, story())
    assert "Left open rather than guessed: whom" in text


def test_questions_of_a_ledger_from_before_issues_are_shown_one_by_one():
    shown = said(terminal.questions, story())
    assert "Q1 “" in shown
    assert "open, names what is not known, 1 report" in shown
