"""Which statements open an origin, and which rest on one that is there."""

from dataclasses import replace

import pytest

from reportedly.origins import trace
from retold import Told, Voice, ranged, report, story

FERRYMAN = Voice("Anders Holm", "witness", "Anders Holm")
REPORTS = Voice("reports", "unspecified")


def _said(voice, publisher="Vesk Courier", day=1):
    text = f"{publisher} news. The guards fled, {voice.words} said. It rained in {publisher}."
    return report(publisher, day, text, Told("The guards fled", voice, "said"))


def _flat(publisher, day):
    return report(publisher, day, "The guards fled.", Told("The guards fled"))


def _passing(name, publisher, day):
    return _said(Voice(f"the {name}", "media", name), publisher, day)


def test_reports_that_tell_no_source_once_the_claim_is_out_are_one_origin_together():
    later = [
        _flat("Vesk Courier", 2),
        _flat("Lanta Wire", 3),
        _said(REPORTS, "Orsk Echo", 4),
    ]
    told = story(_said(FERRYMAN, "Orsk Star"), *later)
    lineage = trace(told.documents, told.readings, told.gathering)
    (found,) = lineage.ranges
    assert (found.at_least, found.at_most) == (1, 2)
    (nobody,) = [o for o in lineage.origins if o.voice == "unidentified"]
    assert len(nobody.documents) == len(later)
    (said,) = [reason.text for reason in found.reasons if reason.name == "nobody named"]
    assert said.startswith("3 reports that tell no source")


def test_outlets_from_outside_are_told_of_and_count_apart():
    passing = [_passing("Harbour Mail", "Radio Marn", 2), _passing("Tarn Herald", "Ondra Post", 3)]
    assert ranged(_said(FERRYMAN, "Orsk Star"), *passing) == (1, 3)
    again = _passing("Tarn Herald", "Lanta Wire", 4)
    assert ranged(_said(FERRYMAN, "Orsk Star"), *passing, again) == (1, 3)


def test_the_first_that_tells_no_source_stands_for_itself():
    flat = [_flat(f"Outlet {day}", day) for day in (1, 2, 3)]
    assert ranged(*flat[:1]) == (1, 1)
    assert ranged(*flat[:2]) == ranged(*flat) == (1, 2)
    assert ranged(_said(REPORTS), _flat("Radio Marn", 2)) == (1, 2)
    assert ranged(_said(REPORTS), _flat("Radio Marn", 2), _flat("Lanta Wire", 3)) == (1, 2)


def test_an_outlet_whose_report_here_is_not_read_as_telling_it_tells_no_source():
    unread = report("Orsk Echo", 1, "Guards fled the bridge.", Told("Guards fled", claim="another"))
    text = "Guards fled the bridge, the Orsk Echo said."
    echo = Voice("the Orsk Echo", "media", "Orsk Echo")
    passing = report("Radio Marn", 2, text, Told("Guards fled", echo, "said"))
    found = [_said(FERRYMAN), unread, passing, _flat("Lanta Wire", 3)]
    told = story(*found)
    lineage = trace(told.documents, told.readings, told.gathering)
    ranges = {r.claim: (r.at_least, r.at_most) for r in lineage.ranges}
    assert ranges["claim"] == (1, 2)
    (nobody,) = [o for o in lineage.origins if o.voice == "unidentified"]
    assert len(nobody.documents) == len({"Radio Marn", "Lanta Wire"})


def test_an_outlet_that_tells_its_source_in_a_later_report_has_it_from_there():
    passing = _passing("Orsk Echo", "Radio Marn", 2)
    later = _said(FERRYMAN, "Orsk Echo", 3)
    assert ranged(passing, later) == (1, 1)
    assert ranged(passing, _said(FERRYMAN, "Lanta Wire", 3)) == (1, 2)
    back = _passing("Radio Marn", "Orsk Echo", 3)
    assert ranged(_said(FERRYMAN), passing, back) == (1, 2)


def test_an_outlets_report_without_a_date_may_be_the_one_that_is_meant():
    undated = _said(FERRYMAN, "Orsk Echo", 1)
    undated = replace(undated[0], published=None), *undated[1:]
    assert ranged(_passing("Orsk Echo", "Radio Marn", 2), undated) == (1, 1)


def test_an_unnamed_source_of_an_outlet_is_whom_the_outlets_report_here_leads_to():
    officers = Voice("two officers", "anonymous", None, None, True)
    clerk = Voice("a clerk", "anonymous", None, None, True)
    text = "The guards fled, a clerk told the Vesk Courier."
    told = report("Radio Marn", 2, text, Told("The guards fled", clerk, "told"))
    assert ranged(_said(officers), told) == (1, 1)
    assert ranged(_said(officers), _said(clerk, "Radio Marn", 2)) == (1, 2)


def test_what_is_described_as_the_only_one_of_its_name_is_one_wherever_it_is_heard():
    for words, most in (("the Orsk military district", 1), ("an Orsk military district", 2)):
        voice = Voice(words, "unspecified", None, None, True)
        assert ranged(_said(voice), _said(voice, "Radio Marn", 2)) == (1, most)
    district = Voice("the Orsk military district", "unspecified", None, None, True)
    named = Voice("the Orsk military district", "military", "Orsk military district")
    assert ranged(_said(district), _said(named, "Radio Marn", 2)) == (1, 1)
    assert ranged(_said(named), _said(district, "Radio Marn", 2)) == (1, 1)


@pytest.mark.parametrize("opening", ["Radio Marn news.", "Radio news."])
def test_in_a_circle_of_credits_the_one_who_is_named_is_the_origin(opening):
    courier = Voice("the Vesk Courier", "media", "Vesk Courier")
    told = story(
        report(
            "Vesk Courier", 1, "Courier news. The guards fled, Anders Holm told Radio Marn.",
            Told("The guards fled", FERRYMAN, "told"),
        ),
        report(
            "Radio Marn", 1, f"{opening} The guards fled, the Vesk Courier said. It rained.",
            Told("The guards fled", courier, "said"),
        ),
    )  # fmt: skip
    lineage = trace(told.documents, told.readings, told.gathering)
    assert [(one.kind, len(one.documents)) for one in lineage.origins] == [("witness", 2)]
    (found,) = lineage.ranges
    assert (found.at_least, found.at_most) == (1, 1)
