"""Passages that two reports share."""

from hypothesis import given, settings
from hypothesis import strategies as st

from build import document
from reportedly.model import Gathering, Reading, cut
from reportedly.origins import trace
from reportedly.origins.passages import align, candidates
from reportedly.origins.words import words

TEXTS = st.lists(
    st.sampled_from(["lamp", "quay", "Orsk", "“", "”", '"', ".", "\n", "fog"]), max_size=60
)


def _words(text):
    held = document(text)
    return words(held, Reading(held.id))


def test_a_passage_may_have_a_gap_of_a_few_words():
    upper = _words("Up to thirty guards left the bridge at Orsk on Sunday night in the fog")
    lower = _words("thirty guards left the bridge before Orsk on Sunday night in the fog")
    (passage,) = align(upper, lower)
    assert [run.length for run in passage.runs] == [5, 7]


def test_words_in_quotation_marks_and_boilerplate_are_not_the_reports_own():
    held = _words("He said: “The lamps are out”. All rights reserved.")
    own = [form for form, own in zip(held.forms, held.own, strict=True) if own]
    assert own == ["he", "said"]


def test_a_quotation_left_open_ends_with_its_paragraph():
    held = _words('He said: "The lamps are out.\nIt rained.')
    own = [form for form, own in zip(held.forms, held.own, strict=True) if own]
    assert own == ["he", "said", "it", "rained"]


def test_only_reports_that_share_shingles_are_compared():
    texts = ["one two three four five six seven eight nine", "ten eleven twelve", "one two three"]
    reports = [_words(text) for text in (*texts, texts[0])]
    assert candidates(reports) == [(0, 3)]


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_aligned_words_are_equal_on_both_sides(one, other):
    upper, lower = _words(" ".join(one)), _words(" ".join(other))
    for passage in align(upper, lower):
        for run in passage.runs:
            above = upper.forms[run.upper : run.upper + run.length]
            assert lower.forms[run.lower : run.lower + run.length] == above


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=80) | TEXTS.map(" ".join), min_size=1, max_size=4))
def test_any_text_at_all_can_be_traced(texts):
    documents = [document(text, f"Outlet {n}", id=str(n)) for n, text in enumerate(texts)]
    lineage = trace(documents, [Reading(d.id) for d in documents], Gathering())
    by_id = {d.id: d.text for d in documents}
    for link in lineage.links:
        assert all(cut(by_id[e.document], e.spans) for e in link.evidence)
    assert sorted(d for event in lineage.events for d in event.documents) == sorted(by_id)
