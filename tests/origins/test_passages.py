"""Passages that two reports share."""

from collections import Counter
from itertools import takewhile

from hypothesis import given, settings
from hypothesis import strategies as st

from build import document
from reportedly.model import Gathering, Reading, cut
from reportedly.origins import trace
from reportedly.origins.passages import align, candidates
from reportedly.origins.words import numbered, words

TEXTS = st.lists(
    st.sampled_from(["lamp", "quay", "Orsk", "“", "”", '"', ".", "\n", "fog"]), max_size=60
)


LONG = st.lists(st.sampled_from("abc"), min_size=8, max_size=40).map(" ".join)


def _words(*texts):
    held = map(document, texts)
    return numbered(words(one, Reading(one.id)) for one in held)


def test_a_passage_may_have_a_gap_of_a_few_words():
    upper, lower = _words(
        "Up to thirty guards left the bridge at Orsk on Sunday night in the fog",
        "thirty guards left the bridge before Orsk on Sunday night in the fog",
    )
    (passage,) = align(upper, lower)
    assert [run.length for run in passage.runs] == [5, 7]


def test_words_in_quotation_marks_and_boilerplate_are_not_the_reports_own():
    (held,) = _words("He said: “The lamps are out”. All rights reserved.")
    own = [form for form, own in zip(held.forms, held.own, strict=True) if own]
    assert own == ["he", "said"]


def test_a_quotation_left_open_ends_with_its_paragraph():
    (held,) = _words('He said: "The lamps are out.\nIt rained.')
    own = [form for form, own in zip(held.forms, held.own, strict=True) if own]
    assert own == ["he", "said", "it", "rained"]


def test_only_reports_that_share_shingles_are_compared():
    texts = ["one two three four five six seven eight nine", "ten eleven twelve", "one two three"]
    assert candidates(_words(*texts, texts[0])) == [(0, 3)]


def _pairs(reports):
    """Candidates after their definition, with runs of words as words."""
    printed = {}
    for at, report in enumerate(reports):
        for start in range(len(report) - 4):
            run = report.forms[start : start + 5]
            held = printed.setdefault(run, [])
            if sum(report.own[start : start + 5]) >= 3 and at not in held:
                held.append(at)
    shared = Counter(
        (other, held[place])
        for held in printed.values()
        for place in range(1, len(held))
        for other in {*held[: min(place, 6)], *held[max(0, place - 6) : place]}
    )
    return sorted(pair for pair, count in shared.items() if count >= 4)


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS.map(" ".join) | LONG, max_size=30))
def test_candidates_share_four_runs_of_five_words_with_the_first_or_the_last_before_them(texts):
    reports = _words(*texts)
    assert candidates(reports) == _pairs(reports)


def _equal(one, other):
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _aligned(upper, lower):
    """Runs after their definition: the longest from each word on, of equals the first."""
    found, at = [], 0
    while at < len(lower):
        lengths = [_equal(upper.forms[start:], lower.forms[at:]) for start in range(len(upper))]
        best = max(lengths, default=0)
        if best >= 5:
            found.append((lengths.index(best), at, best))
        at += best if best >= 5 else 1
    return found


@settings(max_examples=200, deadline=None)
@given(TEXTS.map(" ".join) | LONG, TEXTS.map(" ".join) | LONG)
def test_an_alignment_takes_the_longest_run_from_each_word_on(one, other):
    upper, lower = _words(one, other)
    found = [(run.upper, run.lower, run.length) for p in align(upper, lower) for run in p.runs]
    assert found == _aligned(upper, lower)


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_aligned_words_are_equal_on_both_sides(one, other):
    upper, lower = _words(" ".join(one), " ".join(other))
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
