"""Every quotation in the dossier is a verbatim slice of a kept report, whatever the report says."""

import re
from io import StringIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console

from reportedly.origins.between import Kin
from reportedly.origins.edits import edits
from reportedly.views import dossier, terminal
from reportedly.visible import HIDDEN
from views import page
from views.case import story
from views.hostile import case_of

FRAGMENTS = (
    "<script>alert(1)</script>", "</q><q>", "</style>", "<svg onload=x>", "]]>", "<!--", "-->",
    "&amp;", "&#13;", "{{ 7*7 }}", "{% raw %}", "“", "”", '"', "'", "\u202e", "\u2066", "\u2069",
    "\x1b[2J", "\x00", "\r\n", "\r", "\n\n", "\t", "\ud800", "e\u0301", "한국", "[bold]", ":smile:",
    "Soldiers have left. ", "The ministry said. ", "a" * 90,
)  # fmt: skip
texts = st.lists(
    st.one_of(st.sampled_from(FRAGMENTS), st.text(min_size=1, max_size=12)), min_size=1, max_size=12
).map("".join)


def check(case) -> page.Page:
    """Cut each slice anew and compare; returns the page for further questions."""
    held = page.read(dossier.render(case))
    texts_by_id = {d.id: d.text for d in case.documents}
    assert held.unmarked == []
    for found in held.slices:
        assert texts_by_id[found.document][found.start : found.end] == found.text
    return held


@given(texts, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_quotation_is_a_slice_of_any_text(text, random):
    """Markup, quotation marks, controls and half characters in a report change nothing."""
    assert check(case_of(text, random)).unmarked == []


@given(texts, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_becomes_markup(text, random):
    """One script, ours; no handler, no foreign address, nothing hidden left raw."""
    html = dossier.render(case_of(text, random))
    html.encode()
    held = page.read(html)
    assert held.tags.count("script") == 1
    assert [a for a in held.attributes if a[1].startswith("on") or a[1] == "style"] == []
    addresses = [value for _, name, value in held.attributes if name in ("href", "src")]
    assert [a for a in addresses if not re.match(r"#|https?://", a)] == []
    assert HIDDEN.search(html) is None


@given(texts, st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_steers_the_terminal(text, random, folded):
    """Escape sequences of a report are printed as code points, and rich's own tags as they are."""
    case, out = case_of(text, random), StringIO()
    console = Console(file=out, width=90, highlight=False, color_system=None, force_terminal=folded)
    terminal.reading(case.documents[0], case.readings[0], console)
    for show in (terminal.summary, terminal.claims, terminal.timeline, terminal.actors,
                 terminal.origins, terminal.questions, terminal.conflicts,
                 terminal.documents):  # fmt: skip
        show(case, console)
    for record in (*case.gathering.claims, *case.lineage.links, *case.readings[0].attributions):
        terminal.why(case, record.id, console)
    for record in case.gathering.claims:
        terminal.claim(case, record.id, console)
    ids = (case.documents[0].id, case.documents[1].id)
    terminal.between(
        case, ids, Kin("common upstream", text, case.lineage.links[0].evidence), edits, console
    )
    assert HIDDEN.search(out.getvalue()) is None
    assert "\r" not in out.getvalue()


def test_the_story_quotes_by_the_hundred_and_each_is_verbatim():
    """The hand-made case fills every section with quotations."""
    held = check(story())
    assert len(held.slices) > 100


def test_terminal_quotations_are_slices():
    """What stands between quotation marks in the terminal stands so in a report."""
    case, out = story(), StringIO()
    console = Console(file=out, width=10_000, highlight=False, color_system=None)
    for show in (terminal.summary, terminal.claims, terminal.timeline, terminal.origins,
                 terminal.questions, terminal.conflicts):  # fmt: skip
        show(case, console)
    terminal.claim(case, "C1", console)
    terminal.why(case, "C1", console)
    texts_held = "\0".join(d.text for d in case.documents)
    quotations = re.findall(r"“([^”\n]*)”", out.getvalue())
    assert len(quotations) > 50
    assert [q for q in quotations if q not in texts_held] == []
