"""The same report by two routes is one document with two retrievals."""

from dataclasses import replace
from hashlib import sha256

from ledger.room import A, B
from reportedly import desk
from reportedly.ledger import opened
from reportedly.model import Case, Kept, Retrieval


def by(report, name, **stated):
    """The report as another file gives it."""
    raw = f"{name}: {report.document.text}".encode()
    route = Retrieval(report.document.id, name, sha256(raw).hexdigest(), **stated)
    document = replace(report.document, name=name, sha256=route.sha256, title=f"By {name}")
    return Kept(document, raw, route)


def take(room, *kept):
    with opened(room.where) as ledger:
        return desk.add(ledger, desk.Intake(kept, ()))


ONE, TWO = by(A, "one.html"), by(A, "two.warc:4", url="https://v.example/", retrieved="2031-05-02")


def test_the_first_route_counts_and_both_are_kept_with_their_bytes(room):
    case = take(room, ONE, by(B, "b.txt"), TWO, ONE)
    assert {d.id: d.name for d in case.documents}[A.document.id] == "one.html"
    assert [r.name for r in case.retrievals] == ["one.html", "two.warc:4", "b.txt"]
    assert room.case == case
    with opened(room.where) as ledger:
        copies = [ledger.copy(route.sha256) for route in case.retrievals]
    assert copies == [ONE.raw, TWO.raw, by(B, "b.txt").raw]


def test_a_further_route_of_a_known_report_is_recorded_and_changes_nothing_else(room):
    before = take(room, ONE, by(B, "b.txt"))
    after = take(room, TWO)
    assert replace(after, retrievals=before.retrievals) == before
    assert [r.name for r in after.retrievals] == ["one.html", "two.warc:4", "b.txt"]
    assert room.asked == [A.document.id, B.document.id]
    with opened(room.where) as ledger:
        assert len(ledger.runs()) == 2
        assert ledger.at(1).retrievals == before.retrievals


def test_the_same_route_again_writes_nothing(room):
    take(room, ONE, TWO)
    before = room.place.all_rows()
    take(room, TWO)
    take(room, ONE)
    assert room.place.all_rows() == before


def test_a_route_by_which_more_is_told_by_now_tells_it(room):
    take(room, ONE, TWO)
    told = replace(ONE, document=replace(ONE.document, byline="Ana Brel"))
    other = replace(TWO, document=replace(TWO.document, byline="Nobody"))
    case = take(room, other, told)
    assert [d.byline for d in case.documents] == ["Ana Brel"]


def test_a_report_of_a_ledger_of_before_has_the_route_that_its_fields_tell(room):
    with opened(room.where) as ledger:
        ledger.taken.put([ONE])
        ledger.record(Case((ONE.document,), (A.reading,)), "reader of before")
    case = take(room, TWO)
    assert case.retrievals == (Retrieval.of(ONE.document), TWO.retrieval)
    assert case.retrievals[0].sha256 == ONE.document.sha256


def test_a_ruling_keeps_the_routes(room):
    case = take(room, ONE, TWO, by(B, "b.txt"))
    after = room("different", A.statements[0].id, B.statements[0].id)
    assert after.retrievals == case.retrievals
