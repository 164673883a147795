"""A person's ruling is kept, survives what comes after it, and can be taken back."""

import pytest

from ledger.room import ALL, EARLIER, A, B, C, D, Room, W, X, Y
from reportedly import desk
from reportedly.errors import LedgerError, MovedError, UsageError
from reportedly.exports import ledger_json
from reportedly.ledger import opened
from reportedly.views import dossier, terminal


def test_a_wrong_merge_is_undone_with_one_ruling_and_stays_undone(room):
    room.add(A, B)
    assert room.claim(A) == room.claim(B)
    room("different", room.claim(A).id, B.statements[0].id)
    assert room.claim(A) != room.claim(B)
    for more in (C, D, EARLIER, W):
        room.add(more)
        assert room.claim(A) != room.claim(B)
        assert room.states == ["in force"]
    assert room.claim(A) == room.claim(C) == room.claim(EARLIER)


def test_a_wrong_link_is_undone_with_one_ruling_and_stays_undone(room):
    room.add(W, X)
    assert room.case.lineage.ranges[0].at_most == 1
    room("wrong", room.link(X).id)
    assert room.case.lineage.links == ()
    assert room.case.lineage.ranges[0].at_most == 2
    room.add(Y)
    ends = {(k.document, k.to) for k in room.case.lineage.links}
    assert (X.document.id, W.document.id) not in ends
    assert ends


def test_it_stays_undone_when_everything_is_read_again_by_another_reader(room, monkeypatch):
    room.add(A, B, W, X)
    room("different", room.claim(A).id, B.statements[0].id)
    room("wrong", room.link(X).id)
    room.asked.clear()
    monkeypatch.setattr(desk.readings, "identity", lambda name: "another reader")
    room.add(A)
    assert sorted(room.asked) == sorted(r.document.id for r in (A, B, W, X))
    assert room.claim(A) != room.claim(B)
    assert X.document.id not in {k.document for k in room.case.lineage.links}


def test_a_ruling_reads_nothing_again(room):
    room.add(A, B)
    room.asked.clear()
    room("different", room.claim(A).id, B.statements[0].id)
    assert room.asked == []


def test_undoing_brings_back_the_very_bytes_of_before(room):
    room.add(*ALL)
    before = room.bytes
    room("different", room.claim(A).id, B.statements[0].id)
    room("same", room.claim(A).id, room.claim(W).id)
    room("wrong", room.link(X).id)
    room("hide", room.claim(A).id)
    assert room.bytes != before
    for number in ("3", "1", "2", "4"):
        room("undo", number)
    assert room.bytes == before
    assert room.states == ["undone"] * 4 + ["in force"] * 4


def test_undoing_an_undoing_brings_the_ruling_back(room):
    room.add(A, B)
    room("different", room.claim(A).id, B.statements[0].id)
    after = room.bytes
    room("undo", "1")
    room("undo", "2")
    assert room.bytes == after


@pytest.mark.parametrize("late", [(C, D, Y), (D,), (Y, C)])
def test_the_case_is_the_same_whether_reports_come_before_a_ruling_or_after(room, late):
    other = Room(room.place.new())
    room.add(*ALL)
    other.add(*(made for made in ALL if made not in late))
    for one in (room, other):
        one("different", one.claim(A).id, B.statements[0].id, why="elsewhere")
        one("same", one.claim(A).id, one.claim(W).id)
        one("wrong", one.link(X).id)
    other.add(*late)
    assert room.bytes == other.bytes


def test_a_ruling_on_a_claim_stays_attached_when_its_id_changes(room):
    room.add(C, W)
    old = room.claim(C).id
    room("hide", old)
    room("same", old, room.claim(W).id)
    room.add(EARLIER)
    assert room.claim(EARLIER).id != old
    assert room.claim(EARLIER) == room.claim(C) == room.claim(W)
    assert room.states == ["in force", "in force"]
    assert [c["id"] for c in ledger_json(room.case)["claims"] if c.get("hidden")] == [
        room.claim(C).id
    ]


def test_the_later_of_two_rulings_counts_and_the_log_shows_the_conflict(room):
    room.add(A, W)
    room("same", room.claim(A).id, room.claim(W).id)
    assert room.claim(A) == room.claim(W)
    room("different", A.statements[0].id, W.statements[0].id)
    assert room.claim(A) != room.claim(W)
    first, second = room.case.rulings
    assert (first.state, first.ended, first.against) == ("overruled", 2, (2,))
    assert (second.state, second.against) == ("in force", (1,))
    room("undo", "2")
    assert room.claim(A) == room.claim(W)


def test_a_statement_taken_out_of_claims_that_were_joined_overrules_only_what_joined_it(room):
    room.add(A, C, W)
    room("same", room.claim(A).id, room.claim(W).id)
    room.add(EARLIER)
    room("different", room.claim(A).id, W.statements[0].id)
    assert room.claim(A) == room.claim(C) == room.claim(EARLIER) != room.claim(W)
    assert room.states == ["overruled", "in force"]


def test_the_statement_that_names_a_claim_can_be_taken_out_of_it(room):
    room.add(A, B, C)
    assert room.claim(A).statements[0] == A.statements[0].id
    room("different", A.statements[0].id, room.claim(A).id)
    assert room.claim(B) == room.claim(C) != room.claim(A)


def test_origins_are_ruled_on_within_their_claim(room):
    room.add(W, X, A)
    room("wrong", room.link(X).id)
    one, other = (o for o in room.case.lineage.origins if o.claim == room.claim(W).id)
    room("different", one.id, other.id)
    assert next(r for r in room.case.lineage.ranges if r.claim == one.claim).at_least == 2
    room.add(Y)
    assert next(r for r in room.case.lineage.ranges if r.claim == one.claim).at_least == 2
    assert room.states == ["in force", "in force"]


def test_what_is_hidden_is_left_out_of_lists_and_counted_and_kept(room, capsys):
    room.add(A, W)
    number = {c.id: n for n, c in enumerate(room.case.gathering.claims, 1)}[room.claim(A).id]
    room("hide", room.claim(A).id)
    shown = terminal.Shelf(room.case)
    assert room.claim(A).id not in {c.id for c in shown.claims}
    assert shown.claim_numbers[room.claim(A).id] == f"C{number}"
    page = dossier.render(room.case)
    assert f"c-{room.claim(A).id}" not in page
    assert "1 record is hidden" in page
    terminal.claims(room.case, terminal.Console(highlight=False))
    assert "1 record is hidden" in capsys.readouterr().out
    terminal.why(room.case, room.claim(A).id, terminal.Console(highlight=False))
    assert "by anna, hide, in force" in capsys.readouterr().out


def test_rows_of_rulings_are_only_ever_added(room):
    room.add(A, B)
    room("note", room.claim(A).id, why="look again")
    before = room.place.all_rows()
    room("undo", "1")
    room.add(C)
    after = room.place.all_rows()
    assert all(before[table] <= after[table] for table in before)
    assert len(after["rulings"]) == len(before["rulings"]) + 1 == 2


def test_whoever_is_always_too_late_is_told(room):
    room.add(A)
    with opened(room.where) as ledger:
        mark = ledger.mark()
        room.add(B)
        with pytest.raises(MovedError, match="somebody else"):
            ledger.record(ledger.case(), "a reader", mark=mark)
    assert issubclass(MovedError, LedgerError)


def test_what_cannot_be_ruled_is_said_in_a_sentence_and_nothing_is_kept(room):
    room.add(A, W, X)
    claim, statement = room.claim(A).id, A.statements[0].id
    link, origin = room.link(X).id, room.case.lineage.origins[0].id
    for call, words in (
        (("same", claim, claim), "these are one"),
        (("same", claim, origin), "a claim and an origin"),
        (("different", link, claim), "a link and a claim"),
        (("different", claim, statement), "rests on this statement alone"),
        (("wrong", claim), "takes back a link"),
        (("hide", statement), "hide leaves out"),
        (("note", claim), "--why"),
        (("same", claim, "0000000000000000"), "no record is called so"),
        (("undo", "7"), "no ruling has this number"),
    ):
        with pytest.raises(UsageError, match=words):
            room(*call)
    with pytest.raises(UsageError, match="characters at most"):
        room("note", claim, why="x" * 2001)
    with pytest.raises(UsageError, match="has a name"):
        room("note", claim, why="x", by=" ")
    room("hide", claim)
    room("undo", "1")
    with pytest.raises(UsageError, match="undone already, by ruling 2"):
        room("undo", "1")
    assert len(room.case.rulings) == 2


def test_what_a_person_writes_reaches_a_terminal_and_a_page_as_plain_text(room, capsys):
    room.add(A, B)
    why = "<script>alert(1)</script>\x1b[2J\u202e"
    room("different", A.statements[0].id, B.statements[0].id, why=why)
    terminal.rulings(room.case, terminal.Console(highlight=False))
    terminal.why(room.case, room.claim(A).id, terminal.Console(highlight=False))
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "<script>alert" not in dossier.render(room.case)


def test_no_output_says_when_a_ruling_was_made(room):
    room.add(A, B)
    room("different", A.statements[0].id, B.statements[0].id)
    recorded = room.case.rulings[0].ruling.recorded
    assert recorded[:2] == "20"
    assert recorded not in "".join(room.bytes)
