"""Outlets that a report names as where something comes from."""

import pytest

from reportedly.model import Hyperlink, Span, cut
from reportedly.origins import trace
from retold import Told, report, story

FIRST = "Thirty guards left the bridge at Orsk."


def _credits(text, publisher="Vesk Courier", **fields):
    told = story(
        report("The Lanta Wire", 1, FIRST, Told("Thirty guards left the bridge")),
        report(publisher, 2, text, Told("guards"), **fields),
    )
    outlets = {d.id: d.publisher for d in told.documents}
    lineage = trace(told.documents, told.readings, told.gathering)
    return [(k.kind, outlets.get(k.to, k.name)) for k in lineage.links if k.kind != "copied"]


@pytest.mark.parametrize(
    "text",
    [
        "ORSK, March 2 (Lanta Wire) — The guards are gone.",
        "The guards are gone. With reporting by the Lanta Wire.",
        "The Lanta Wire first reported that the guards are gone.",
        "The guards are gone, according to the Lanta Wire.",
        "The guards are gone, according to a report published on Monday by the Lanta Wire.",
        "The guards are gone, an officer told the Lanta Wire.",
        "The guards are gone, a radio station said, citing the Lanta Wire.",
        "The Lanta Wire, citing two officers, said the guards are gone.",
        "The guards are gone.\nSource: Lanta Wire",
        "The guards are gone. (Lanta Wire)",
    ],
)
def test_every_usual_form_of_credit_leads_to_the_outlets_own_report(text):
    assert _credits(text) == [("credited", "The Lanta Wire")]


def test_a_byline_with_an_agency_is_a_credit():
    assert _credits("The guards left.", byline="Lanta Wire") == [("credited", "The Lanta Wire")]


def test_a_quotation_told_to_another_outlet_is_quoted_and_credited():
    text = "“The guards are gone,” an officer told the Lanta Wire."
    assert sorted(_credits(text)) == [("credited", "The Lanta Wire"), ("quoted", "The Lanta Wire")]


def test_an_outlet_does_not_credit_itself():
    assert _credits("VESK (Courier) — The guards told the Courier nothing.") == []


def test_a_mention_apart_from_what_the_outlet_told_is_no_credit():
    text = "The guards left. Somebody read the Lanta Wire over breakfast."
    assert _credits(text) == []


def test_an_outlet_named_beside_what_it_told_before_is_a_credit_without_a_crediting_word():
    text = "If the Lanta Wire is to be believed, the guards are gone."
    assert _credits(text) == [("credited", "The Lanta Wire")]


def test_the_same_name_beside_a_claim_that_the_outlet_never_told_is_none():
    told = story(
        report("The Lanta Wire", 1, "It rained at Orsk.", Told("rained", claim="rain")),
        report("Vesk Courier", 2, "The Lanta Wire is late and guards left.", Told("guards left")),
    )
    assert trace(told.documents, told.readings, told.gathering).links == ()


@pytest.mark.parametrize(
    "line",
    [
        "Reprinted by arrangement with the Lanta Wire.",
        "(With Lanta Wire)",
        "Lanta Wire / own reporting",
    ],
)
def test_a_short_line_at_the_foot_with_an_outlets_name_is_a_credit_line(line):
    assert _credits(f"The guards are gone.\n\n{line}") == [("credited", "The Lanta Wire")]


def test_a_line_that_speaks_to_readers_is_no_credit_line():
    text = "The guards are gone.\n\nSign up for our newsletter, powered by the Lanta Wire"
    assert _credits(text) == []


@pytest.mark.parametrize("line", ["ORSK, March 2, Lanta Wire:", "ORSK — March 2 — Lanta Wire —"])
def test_a_dateline_may_do_without_brackets(line):
    assert _credits(f"{line} The guards are gone.") == [("credited", "The Lanta Wire")]


def test_a_credit_that_came_along_with_a_copy_leads_where_the_copied_reports_does():
    wire = (
        "Up to thirty guards walked away from the bridge at Orsk on Sunday night, leaving lamps "
        "on, the Lanta Wire reported. The mayor closed the market hall and sent the bakers home."
    )
    told = story(
        report("The Lanta Wire", 1, "Guards walked away.", Told("Guards walked away")),
        report("Vesk Courier", 2, wire, Told("guards walked away")),
        report("The Lanta Wire", 3, "Guards walked away again.", Told("Guards walked away again")),
        report("Radio Marn", 4, wire, Told("guards walked away")),
    )
    of = {d.id: (d.publisher, d.published[-2:]) for d in told.documents}
    links = trace(told.documents, told.readings, told.gathering).links
    assert {of[k.to] for k in links if of[k.document][0] == "Radio Marn"} == {
        ("Vesk Courier", "02"),
        ("The Lanta Wire", "01"),
    }


def test_an_agency_from_outside_the_ledger_is_kept_by_name():
    assert _credits("ORSK (AP) — The guards left.") == [("credited", "Associated Press")]


def test_an_outlet_from_outside_is_known_by_how_its_name_ends():
    assert _credits("The guards left, the Ondra Harbour Mail reported.") == [
        ("credited", "Ondra Harbour Mail")
    ]


def test_a_ministry_that_publishes_statements_is_quoted_and_not_credited():
    said = "“I found every guard in the best of spirits”, the minister said."
    told = story(
        report("Orsk Ministry of Roads", 1, said),
        report("Vesk Courier", 2, f"The Orsk Ministry of Roads said guards were there. {said}"),
    )
    assert [k.kind for k in trace(told.documents, told.readings, told.gathering).links] == [
        "quoted"
    ]


def test_the_evidence_of_a_credit_holds_the_outlets_name():
    told = story(
        report("Vesk Courier", 2, "The guards are gone, according to the Lanta Wire, and so is he.")
    )
    (link,) = trace(told.documents, told.readings, told.gathering).links
    assert cut(told.documents[0].text, link.evidence[0].spans) == "according to the Lanta Wire"


def _stated(**fields):
    told = story(
        report("The Lanta Wire", 1, FIRST, url="https://lanta.example/1"),
        report("Vesk Courier", 2, "Nothing that anybody else has.", **fields),
    )
    outlets = {d.id: d.publisher for d in told.documents}
    links = trace(told.documents, told.readings, told.gathering).links
    return [(outlets.get(k.to, k.name), k.reasons[0].name) for k in links]


def test_a_hyperlink_to_a_report_here_is_a_credit_with_its_anchor_as_evidence():
    links = (Hyperlink(Span(0, 7), "https://lanta.example/1"),)
    assert _stated(links=links) == [("The Lanta Wire", "hyperlink")]


def test_a_hyperlink_to_a_later_report_is_none():
    links = (Hyperlink(None, "https://lanta.example/1"),)
    assert _stated(links=links, published="2031-02-01") == []


@pytest.mark.parametrize(
    "fields",
    [
        {"syndicated": "The Lanta Wire"},
        {"syndicated": "https://www.lanta.example/"},
        {"canonical": "https://lanta.example/9"},
    ],
)
def test_what_the_page_states_about_its_source_is_a_credit_for_all_of_it(fields):
    assert _stated(**fields) == [("The Lanta Wire", "stated by the page")]


def test_a_stated_source_from_outside_is_kept_by_name():
    assert _stated(syndicated="Ondra Desk") == [("Ondra Desk", "stated by the page")]


@pytest.mark.parametrize("address", ["http://[::1", "https://]/", "http://[x]/", "//", "http://"])
def test_an_address_that_is_none_breaks_nothing(address):
    assert _stated(canonical=address) == []
    told = story(report("The Lanta Wire", 1, FIRST, url=address))
    assert trace(told.documents, told.readings, told.gathering).links == ()
