"""The dossier is one safe file that says everything a case holds."""

import base64
import hashlib
import re
from dataclasses import replace

import pytest

from reportedly.model import ORDER, Case, Reading
from reportedly.views import dossier
from views import page
from views.case import story
from views.desks import desk


@pytest.fixture(scope="module")
def html() -> str:
    return dossier.render(story())


@pytest.fixture(scope="module")
def held(html) -> page.Page:
    return page.read(html)


def test_the_parts_stand_in_their_order(html):
    """Claims and their evidence first, what is made of them next, the reports and limits last."""
    found = re.findall(r'<section id="(\w+)"', html)
    assert found == [
        "claims", "timeline", "evidence", "hypotheses", "actors", "conflicts", "causes",
        "questions", "documents", "method",
    ]  # fmt: skip
    assert html.index("<header>") < html.index("<section")


def test_the_table_of_claims_says_in_which_order_they_stand(held):
    """The sentence is that of the code which puts them in order."""
    assert ORDER in held.text


def test_the_timeline_has_the_claims_of_the_table_and_folds_the_rest(held):
    """Days, words of time, who gives them, first report and distance; what has none is counted."""
    part = held.text[held.text.index("Said to have happened") : held.text.index("Evidence, claim")]
    said = " ".join(part.split())
    assert re.search("since 1 Sep 2030 ?since autumn R1 C2", said)
    assert re.search("1 to 2 Mar 2031 ?over the weekend R2 C1", said)
    assert re.search("3 Mar 2031 ?1 to 2 days after", said)
    assert "1 further claim for which a time is given" in said
    assert said.endswith("Not in the timeline: 2 claims without a time.")


def test_the_head_says_how_many_reports_lead_back_to_how_many_origins(held):
    """Reports, outlets, days, the range, and what was skipped and why."""
    said = " ".join(held.text.split())
    for words in (
        "8 reports from 7 outlets, 3 to 6 Mar 2031",
        "8 reports → lead back to between 2 and 3 origins",
        "inbox/scan-0007.bin: It holds no text that could be read (binary data).",
    ):
        assert words in said


def test_every_link_inside_the_page_leads_somewhere(held):
    """Each ``#`` address is the id of an element, and no id stands twice."""
    targets = {v[1:] for _, name, v in held.attributes if name == "href" and v.startswith("#")}
    assert set() == targets - set(held.ids)
    assert len(held.ids) == len(set(held.ids))


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(html):
    """The hashes are those of the two elements; no address of another host is loaded."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.S)[1]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_only_web_addresses_become_links(html):
    """``javascript:`` is printed, never followed."""
    assert 'href="https://courier.example/olm-pass"' in html
    assert 'href="javascript:' not in html
    assert "javascript:alert(1) (not a web address, so no link)" in html


@pytest.mark.parametrize(
    "url",
    ["data:text/html,x", "file:///etc/passwd", "//x.example", "https://", "http://[", " http://a.example",
     "JAVASCRIPT:x", "https://a.example/\u202e", "ftp://a.example"],
)  # fmt: skip
def test_other_addresses_do_not(url):
    """Schemes, hidden characters and halves of addresses that nobody should follow."""
    document = replace(story().documents[0], url=url)
    html = dossier.render(Case((document,), (Reading(document.id),)))
    assert 'rel="noreferrer' not in html


def test_a_case_without_anything_is_a_page_too():
    """Nothing to show is said in words."""
    said = page.read(dossier.render(Case())).text
    assert "0 reports from 0 outlets" in said
    assert "No claim was found in these reports." in said


def test_an_empty_report_is_named():
    """A report without text stands in the list and says so."""
    document = desk("", "Vesk Courier", None).document
    assert "The text is empty." in dossier.render(Case((document,), (Reading(document.id),)))


def test_the_same_case_gives_the_same_bytes():
    """Nothing of the moment or of the memory gets in."""
    assert dossier.render(story()) == dossier.render(story())


def test_claims_said_once_are_listed_apart(held):
    """The three claims that stand alone are folded, not lost."""
    assert "3 further claims, each in one report only and disputed by nobody here" in held.text


def test_a_statement_is_anchored_in_its_report(html):
    """Evidence links jump to the words in the report, marked there."""
    for statement in re.findall(r'class="open" href="#(s-\w+)"', html):
        assert f'<span id="{statement}" class="e">' in html


def test_each_loss_on_the_way_is_drawn_and_listed(held):
    """D1 to D3 stand above the drawing by step, and at their reports with the words."""
    said = " ".join(held.text.split())
    assert "raised, lost or moved on 2 of 4 steps from one report to the next" in said
    assert "R2 →to R3: D2 a hedge dropped, D3 the source dropped" in said
    assert "D1 certainty raised: may have left R1 →became probably left" in said
