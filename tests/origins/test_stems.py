"""Which statements open an origin, and which rest on one that is there."""

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
