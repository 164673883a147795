"""A page stays light enough for a browser, and says what it leaves out."""

from dataclasses import replace
from random import Random

from reportedly.shelf import Shelf
from reportedly.views import dossier, plan, timeline
from views.case import story
from views.many import many


def test_twenty_reports_weigh_less_than_400_kilobytes():
    """Twenty reports of some 250 words, a dozen statements each."""
    assert len(dossier.render(many(20, Random(1))).encode()) < 400_000


def test_two_thousand_reports_weigh_less_than_10_megabytes():
    """Two thousand, with a page that a browser still opens."""
    html = dossier.render(many(2_000, Random(2)))
    assert len(html.encode()) < 10_000_000
    assert "are kept in the ledger" in html


def test_what_is_left_out_is_counted(monkeypatch):
    """One claim shown, the other counted."""
    monkeypatch.setattr(plan, "CLAIMS", 1)
    monkeypatch.setattr(plan, "ALONE", 2)
    html = dossier.render(story())
    assert "1 further claim is kept in the ledger" in html
    assert "1 more of these is kept in the ledger" in html


def test_the_timeline_of_two_thousand_reports_stays_readable():
    """Forty rows stand in the table, two hundred are folded, the rest is counted."""
    html = dossier.render(many(2_000, Random(3)))
    part = html[html.index('id="timeline"') : html.index('id="evidence"')]
    table, folded = part.split("<details")
    assert (table.count("<tbody>"), folded.count("<tbody>")) == (timeline.ROWS, timeline.FOLDED)
    assert "more rows are kept in the ledger" in folded


def test_long_reports_print_the_paragraphs_that_carry_evidence(monkeypatch):
    """The ledger keeps the rest, and the page says so."""
    monkeypatch.setattr(plan, "TEXT", 10)
    html = dossier.render(story())
    assert "1 paragraph of this report left out here." in html


def test_where_every_claim_stands_alone_the_first_are_shown_in_full():
    """A single article has no disputed claim and is shown all the same."""
    case = story()
    alone = tuple(c for c in case.gathering.claims if c.status == "uncontested")
    shelf = Shelf(replace(case, gathering=replace(case.gathering, claims=alone)))
    assert alone == plan.plan(shelf).claims
