"""Copied reports."""

from reportedly.model import cut
from reportedly.origins import trace
from retold import report, story

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
