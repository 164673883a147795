"""Copied reports."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import cut
from reportedly.origins import trace
from reportedly.origins.clock import days_between
from retold import Told, Voice, report, story

WIRE = (
    "Up to thirty guards walked away from the bridge at Orsk on Sunday night, leaving lamps on. "
    "The mayor closed the market hall and sent the bakers home before noon."
)


def _links(*reports):
    told = story(*reports)
    outlets = {d.id: d.publisher for d in told.documents}
    lineage = trace(told.documents, told.readings, told.gathering)
    return [(k.kind, outlets[k.document], outlets.get(k.to, k.name)) for k in lineage.links]


def test_a_reprint_is_linked_to_the_report_that_came_first():
    links = _links(
        report("Vesk Courier", 2, f"VESK. {WIRE} Nobody answered the telephone."),
        report("Lanta Wire", 1, WIRE),
    )
    assert links == [("copied", "Vesk Courier", "Lanta Wire")]


def test_a_chain_of_reprints_leads_to_the_report_most_is_shared_with():
    extra = "A ferry captain counted lanterns along the quay until the fog hid all of them."
    links = _links(
        report("Lanta Wire", 1, WIRE),
        report("Vesk Courier", 2, f"{WIRE} {extra}"),
        report("Radio Marn", 3, f"{WIRE} {extra}"),
    )
    assert links == [
        ("copied", "Vesk Courier", "Lanta Wire"),
        ("copied", "Radio Marn", "Vesk Courier"),
    ]


def test_the_same_quotation_in_two_reports_is_no_copy():
    said = (
        "“We counted every lamp on the bridge twice and then we went home to our families in Orsk”"
    )
    links = _links(
        report("Lanta Wire", 1, f"{said}, said the mayor."),
        report("Vesk Courier", 2, f"It was a long night. {said}, the mayor told a crowd."),
    )
    assert links == []


def test_standing_background_of_one_outlet_is_no_copy():
    known = "The bridge at Orsk has been closed to lorries since the flood carried off its railing."
    filler = " ".join(
        f"Story{n} about something else entirely, with word{n} in it." for n in range(9)
    )
    links = _links(
        report("Vesk Courier", 1, f"One thing happened. {known}"),
        report("Vesk Courier", 2, f"{filler} {known}"),
    )
    assert links == []


def test_another_text_at_the_same_address_is_a_revision_and_not_a_copy():
    address = "https://courier.example/bridge"
    links = _links(
        report("Vesk Courier", 1, WIRE, url=address),
        report("Vesk Courier", 2, f"{WIRE} Correction: it was Monday.", url=address),
    )
    assert links == [("revised", "Vesk Courier", "Vesk Courier")]


def test_a_credit_turns_the_direction_where_the_dates_do_not_tell():
    links = _links(
        report("Lanta Wire", 1, WIRE, published=None, id="b"),
        report(
            "Vesk Courier", 1, f"{WIRE} With reporting by the Lanta Wire.", published=None, id="a"
        ),
    )
    assert ("copied", "Vesk Courier", "Lanta Wire") in links
    assert ("copied", "Lanta Wire", "Vesk Courier") not in links


def test_the_evidence_of_a_copy_is_the_same_words_on_both_sides():
    told = story(report("Lanta Wire", 1, WIRE), report("Vesk Courier", 2, f"Look. {WIRE}"))
    texts = {d.id: d.text for d in told.documents}
    (link,) = trace(told.documents, told.readings, told.gathering).links
    below, above = (cut(texts[e.document], e.spans) for e in link.evidence)
    assert above == below


OTHER = (
    "Every lamp along the quay was lit until four, and a grocer handed out soup to the crews. "
    "Nobody knew where the harbour master had gone with both of his dogs."
)


def _copied(*reports):
    return [(below, above) for kind, below, above in _links(*reports) if kind == "copied"]


FOOT = "With reporting by the Lanta Wire."


def test_a_credit_for_the_whole_report_goes_before_a_clock_that_is_hours_wrong():
    late = report("Lanta Wire", 2, WIRE, published="2031-03-02T09:00")
    early = report("Vesk Courier", 2, f"{WIRE} {FOOT}", published="2031-03-02T06:00")
    assert _copied(late, early) == [("Vesk Courier", "Lanta Wire")]


def test_a_credit_in_passing_does_not_turn_the_clock():
    late = report("Lanta Wire", 2, WIRE, published="2031-03-02T09:00")
    text = f"{WIRE} Nobody at the hall had read what the Lanta Wire reported of the ferry in fog."
    early = report("Vesk Courier", 2, text, published="2031-03-02T06:00")
    assert _copied(late, early) == [("Lanta Wire", "Vesk Courier")]


def test_a_credit_does_not_lead_more_than_a_day_ahead_nor_back_to_who_gives_it():
    late = report("Lanta Wire", 3, WIRE, published="2031-03-03T07:00")
    early = report("Vesk Courier", 2, f"{WIRE} {FOOT}", published="2031-03-02T06:00")
    assert _copied(late, early) == []


def test_a_later_report_of_the_credited_outlet_is_not_meant_where_an_earlier_one_may_be():
    before = report("Lanta Wire", 1, WIRE, published="2031-03-01T09:00", id="before")
    late = report("Lanta Wire", 2, f"{WIRE} {OTHER}", published="2031-03-02T09:00", id="late")
    text = f"{WIRE} {OTHER} {FOOT}"
    early = report("Vesk Courier", 2, text, published="2031-03-02T06:00", id="early")
    told = story(before, late, early)
    links = trace(told.documents, told.readings, told.gathering).links
    copied = {(k.document, k.to) for k in links if k.kind == "copied"}
    assert ("early", "before") in copied
    assert copied.isdisjoint({("early", "late"), ("late", "early")})


def test_a_sentence_that_names_another_outlet_is_not_copied_from_one_that_does_not():
    text = "The mayor of Orsk closed the market hall and sent all of the bakers home before noon"
    first = report("Lanta Wire", 1, f"{text}. It rained.")
    named = report("Vesk Courier", 2, f"{text}, the Orsk Echo reported. Snow lay.")
    echo = report("Orsk Echo", 1, "The hall is closed. Bakers went home.")
    assert _copied(first, named, echo) == []
    plain = report("Vesk Courier", 2, f"{text}, an aide said. Snow lay.")
    assert _copied(first, plain, echo) == [("Vesk Courier", "Lanta Wire")]


def test_a_sentence_that_credits_the_lower_report_s_outlet_is_not_copied_back():
    text = "The mayor of Orsk closed the market hall and sent all of the bakers home before noon"
    first = report("Lanta Wire", 1, f"{text}, the Vesk Courier reported. It rained.")
    later = report("Vesk Courier", 2, f"{text}. Snow lay.")
    assert _copied(first, later) == []


def test_a_new_version_has_its_words_from_the_old_one_and_not_from_a_copy_of_that():
    old = report("Lanta Wire", 1, WIRE, url="https://a.example/1", id="old")
    copy = report("Vesk Courier", 2, f"{WIRE} It rained.", id="copy")
    new = report("Lanta Wire", 3, f"{WIRE} Snow lay.", url="https://a.example/1", id="new")
    told = story(old, copy, new)
    links = trace(told.documents, told.readings, told.gathering).links
    assert {(k.kind, k.document, k.to) for k in links} == {
        ("copied", "copy", "old"),
        ("revised", "new", "old"),
    }


def test_two_reports_of_one_statement_are_no_copies_though_its_words_are_alike():
    said = "thirty guards had left the bridge at Orsk and thrown their keys into the river below it"
    aide = Voice("Ana Brel", "person", "Ana Brel")
    one = report("Lanta Wire", 1, f"Ana Brel said that {said}.", Told(said, aide, "said"))
    other = report("Vesk Courier", 2, f"Ana Brel told them that {said}.", Told(said, aide, "told"))
    same = report("Vesk Courier", 2, f"Ana Brel said that {said}.", Told(said, aide, "said"))
    assert _copied(one, other) == []
    assert _copied(one, same) == [("Vesk Courier", "Lanta Wire")]


def _order(one, other, first=WIRE, second=WIRE):
    """Who copies whom of two reports with these moments, and how that is known."""
    told = story(
        report("Lanta Wire", 1, f"{first} It rained.", published=one),
        report("Vesk Courier", 1, f"{second} It snowed.", published=other),
    )
    outlets = {d.id: d.publisher for d in told.documents}
    (link,) = trace(told.documents, told.readings, told.gathering).links
    return outlets[link.document], link.reasons[1].name


def test_the_less_exactly_dated_follows_and_the_link_says_that_the_order_is_not_known():
    day = "2031-03-02"
    assert _order(day, f"{day}T13:00") == ("Lanta Wire", "order unknown")
    assert _order(f"{day}T13:00", day) == ("Vesk Courier", "order unknown")
    assert _order(None, day) == ("Lanta Wire", "order unknown")
    assert _order(day, None, first=WIRE, second=f"{WIRE} {OTHER}") == (
        "Vesk Courier",
        "order unknown",
    )


def test_days_and_moments_that_tell_go_before_how_exact_they_are():
    assert _order("2031-03-01", "2031-03-02T01:00") == ("Vesk Courier", "later")
    assert _order("2031-03-02", "2031-03-01T23:00") == ("Lanta Wire", "later")
    assert _order("2031-03-02T10:00", "2031-03-02T09:00") == ("Lanta Wire", "later")
    assert _order("2031-03-02T10:00", "2031-03-02T11:00+02:00") == ("Lanta Wire", "later")


@pytest.mark.parametrize(
    "dates", [("2031-03-02", "2031-03-02"), (None, None), ("2031-03-02T09:00", "2031-03-02T09:00")]
)
def test_where_no_date_tells_the_one_that_is_less_follows(dates):
    long = f"{WIRE} {OTHER}"
    assert _order(*dates, first=long) == ("Vesk Courier", "order unknown")
    assert _order(*dates, second=long) == ("Lanta Wire", "order unknown")


def test_the_one_that_is_less_follows_a_date_that_tells_all_the_same():
    long = f"{WIRE} {OTHER}"
    assert _order("2031-03-02", "2031-03-01", first=long) == ("Lanta Wire", "later")


def test_of_two_without_dates_that_are_as_long_the_later_in_the_ledger_follows():
    told = story(
        report("Lanta Wire", 1, WIRE, published=None, id="b"),
        report("Vesk Courier", 1, WIRE, published=None, id="a"),
    )
    (link,) = trace(told.documents, told.readings, told.gathering).links
    assert (link.document, link.to) == ("b", "a")
    assert link.reasons[1].name == "order unknown"


LONG = (
    "Up to thirty guards walked away from the bridge at Orsk on Sunday night and left the lamps on"
)
FILLER = " ".join(f"Here the clerk tells tale {n} of a goat and {n} boats." for n in range(9))


def test_a_passage_that_is_credited_to_another_outlet_is_no_copy():
    upper = report("Radio Marn", 1, f"{LONG}, it was learnt. {OTHER}")
    text = f"{FILLER} {LONG}, according to the {{}}. {FILLER}"
    credited = report("Vesk Courier", 2, text.format("Lanta Wire"))
    assert _copied(upper, credited) == []
    assert _copied(upper, report("Vesk Courier", 2, text.format("Radio Marn"))) == [
        ("Vesk Courier", "Radio Marn")
    ]
    assert _copied(upper, report("Vesk Courier", 2, text.format("mayor"))) == [
        ("Vesk Courier", "Radio Marn")
    ]


def test_a_credit_that_stands_in_the_upper_report_too_came_along():
    sentence = f"{LONG}, according to the Lanta Wire."
    upper = report("Radio Marn", 1, f"{sentence} {OTHER}")
    assert _copied(upper, report("Vesk Courier", 2, f"{FILLER} {sentence} {FILLER}")) == [
        ("Vesk Courier", "Radio Marn")
    ]


def test_a_credit_for_the_whole_report_does_not_take_a_passage_away():
    upper = report("Radio Marn", 1, f"{LONG}, it was learnt. {OTHER}")
    text = f"ORSK, March 2 (Lanta Wire) — {LONG}, it was learnt. {FILLER} {FILLER}"
    assert _copied(upper, report("Vesk Courier", 2, text)) == [("Vesk Courier", "Radio Marn")]


def _siblings(tail):
    """Two reprints of the Lanta Wire; ``tail`` is what both have beyond it."""
    return (
        report("Lanta Wire", 1, WIRE),
        report("Radio Marn", 2, f"{WIRE} {FOOT} {tail}"),
        report("Vesk Courier", 3, f"{WIRE} {FOOT} {tail}"),
    )


def test_a_credited_upstream_is_preferred_to_a_sibling_with_a_little_more():
    made = _copied(*_siblings("Call the desk before noon."))
    assert ("Vesk Courier", "Lanta Wire") in made
    assert ("Vesk Courier", "Radio Marn") not in made


def test_a_sibling_with_much_more_is_the_one_that_was_copied():
    made = _copied(*_siblings(OTHER))
    assert ("Vesk Courier", "Radio Marn") in made
    assert ("Vesk Courier", "Lanta Wire") not in made


DATES = st.sampled_from(
    [None, "2031-03-01", "2031-03-02", "2031-03-02T06:00", "2031-03-02T18:00", "2031-03-02T24", "x"]
)
TEXTS = st.sampled_from(
    [
        WIRE,
        f"{WIRE} {OTHER}",
        f"{OTHER} {FOOT}",
        f"{WIRE} {FOOT}",
        f"{WIRE} {OTHER}\n\n(Radio Marn)",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(DATES, TEXTS), min_size=2, max_size=4))
def test_nobody_copies_in_both_directions_nor_from_a_report_known_to_be_a_day_later(drawn):
    outlets = ("Lanta Wire", "Radio Marn", "Vesk Courier", "Ondra Herald")
    told = story(
        *(
            report(outlets[n], 1, text, published=date, id=str(n))
            for n, (date, text) in enumerate(drawn)
        )
    )
    by_id = {d.id: d for d in told.documents}
    links = trace(told.documents, told.readings, told.gathering).links
    pairs = [(k.document, k.to) for k in links if k.kind == "copied"]
    assert not {(above, below) for below, above in pairs} & set(pairs)
    for below, above in pairs:
        gap = days_between(by_id[below], by_id[above])
        assert gap is None or gap < 1
