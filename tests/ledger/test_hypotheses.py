"""Hypotheses in a ledger: kept with their matrices, ruled on, found again when ids change."""

from dataclasses import replace

import pytest

from ledger.room import watched
from newsroom import named, report
from reportedly import desk, hypotheses
from reportedly.errors import UsageError
from reportedly.ledger import opened
from reportedly.model import hidden
from reportedly.shelf import Shelf
from reportedly.views.rulings import touching

LEFT = "the guards left the bridge at Orsk before dawn and walked to the river"


def says(outlet, day, voice="Anders Holm", kind="person"):
    text = f"Near Vesk {LEFT}, {voice} said."
    made = report(text, outlet, f"2031-05-{day:02}")
    made.said(named(text, voice, kind), "said", LEFT, "desertion", predicate="left")
    return made


def denies(outlet, day, voice="The Vesk ministry"):
    text = f"{voice} denied that {LEFT}. It gave no reason on {day} May in {outlet}."
    made = report(text, outlet, f"2031-05-{day:02}")
    made.said(named(text, voice, "government"), "denied", LEFT, "desertion", "against",
              predicate="left")  # fmt: skip
    return made


HOLM, BRENN = says("Lanta Wire", 2), says("Korvo Sun", 4, "Ada Brenn")
MINISTRY, MAYOR = denies("Radio Marn", 3), denies("Doru Star", 5, "The Orsk mayor")
EARLIER = says("Hale Post", 1, "Ivo Brandt")
ECHOES = [says(f"Outlet {n}", 6 + n % 20) for n in range(40)]
ALL = (HOLM, BRENN, MINISTRY, MAYOR, EARLIER, *ECHOES)


@pytest.fixture
def room(place, monkeypatch):
    made = watched(place, monkeypatch, ALL)
    made.add(HOLM, MINISTRY)
    return made


def write(room, text, *claims, by="anna"):
    with opened(room.where) as ledger:
        return desk.rule(ledger, lambda case: hypotheses.posed(case, text, claims, by)).after


def standings(case):
    """Ranks and scores, analysis by analysis; of a hypothesis of a person with its text."""
    told = {h.id: h.text or h.key for h in case.competing.hypotheses}
    return [
        [(told[s.hypothesis], s.rank, s.weighted) for s in a.scores]
        for a in case.competing.analyses
    ]


PAIR = [[("+", 1, -2.0), ("-", 1, -2.0)]]


def test_what_is_proposed_is_kept_and_read_back(room):
    assert standings(room.case) == PAIR
    with opened(room.where) as ledger:
        assert ledger.case().competing == room.case.competing


def test_a_ledger_from_before_there_were_hypotheses_opens_and_has_them_from_its_next_run(room):
    kinds = "('hypotheses', 'items', 'cells', 'analyses')"
    room.place.rows(f"DELETE FROM states WHERE kind IN {kinds}")
    room.place.rows(f"DELETE FROM records WHERE kind IN {kinds}")
    assert room.case.competing.hypotheses == ()
    room.add(BRENN)
    assert standings(room.case) == [[("+", 1, -2.0), ("-", 2, -4.0)]]


def test_forty_echoes_leave_every_score_and_fill_one_row(room):
    before = room.case.competing
    after = room.add(*ECHOES).competing
    assert [a.scores for a in after.analyses] == [a.scores for a in before.analyses]
    assert sorted(len(item.documents) for item in after.items) == [1, 41]


def test_hypotheses_that_people_write_compete_and_stay_through_later_reports(room):
    write(room, "They fled.", "C1")
    case = write(room, "They were ordered back.", "not:C1", by="ivo")
    own = [("They fled.", 1, -2.0), ("They were ordered back.", 1, -2.0)]
    assert standings(case) == [own, *PAIR]
    case = room.add(EARLIER)
    own = [("They fled.", 1, -2.0), ("They were ordered back.", 2, -4.0)]
    assert standings(case)[0] == own
    assert room.states == ["in force", "in force"]


def test_cells_and_weights_are_ruled_and_undoing_brings_back_the_bytes(room):
    write(room, "They fled.", "C1")
    write(room, "They were ordered back.", "not:C1")
    before = room.bytes
    ministry = next(i for i in room.case.competing.items if i.stance == "against")
    room("cell", ministry.id, "H1", value="n", why="It would deny it either way.")
    assert standings(room.case)[0][0] == ("They fled.", 1, 0.0)
    room("credibility", ministry.id, value="LOW")
    room("relevance", ministry.id, value="low")
    assert standings(room.case)[1][0] == ("+", 1, -1.0)
    for number in ("3", "4", "5"):
        room("undo", number)
    assert room.bytes == before


def test_a_ruling_on_a_proposal_holds_when_an_earlier_report_gives_its_claim_another_id(room):
    id_ = room.case.competing.hypotheses[0].id
    room("withdraw", id_)
    assert room.case.competing.hypotheses == ()
    room.add(EARLIER)
    assert room.case.competing.hypotheses == ()
    room("undo", "1")
    assert id_ not in {h.id for h in room.case.competing.hypotheses}
    assert len(room.case.competing.hypotheses) == 2


def test_a_cell_is_found_again_by_the_words_it_rests_on(room):
    write(room, "They fled.", "C1")
    write(room, "They were ordered back.", "not:C1")
    ministry = next(i for i in room.case.competing.items if i.stance == "against")
    room("cell", ministry.id, "H1", value="N")
    room.add(EARLIER, BRENN)
    moved = next(i for i in room.case.competing.items if i.stance == "against")
    assert moved.id != ministry.id
    assert standings(room.case)[0][0] == ("They fled.", 1, 0.0)
    assert room.states == ["in force"] * 3


def test_of_two_rulings_on_one_cell_the_later_counts_and_both_say_so(room):
    write(room, "They fled.", "C1")
    room("cell", "E1", "H1", value="I")
    room("cell", "E1", "H1", value="II")
    assert room.states == ["in force", "overruled", "in force"]
    room("undo", "3")
    assert room.states == ["in force", "in force", "undone", "in force"]


def test_a_ruling_on_a_cell_is_told_of_the_cell_and_of_both_its_ends_and_of_nothing_else(room):
    room("cell", "E2", "H1", value="N")
    room("withdraw", "H2")
    room("undo", "2")
    room.add(EARLIER)
    shelf = Shelf(room.case)
    ministry = next(i for i in shelf.items.values() if i.stance == "against")
    plus = next(h for h in shelf.hypotheses.values() if h.key == "+")
    cell = shelf.cells[ministry.id, plus.id]
    told = {id_ for id_, record in shelf.records.items() if list(touching(shelf, record))}
    minus = next(h for h in shelf.hypotheses.values() if h.key == "-")
    assert told == {ministry.id, plus.id, cell.id, minus.id}


def test_an_adopted_hypothesis_that_is_withdrawn_later_is_gone(room):
    room("adopt", "H1")
    assert standings(room.case)[0] == [("+", 1, -2.0)]
    with pytest.raises(UsageError, match="adopt takes over"):
        room("adopt", "H1")
    room("withdraw", "H1")
    assert standings(room.case) == []
    assert room.states == ["overruled", "in force"]


def test_a_renamed_hypothesis_keeps_what_was_ruled_on_it(room):
    write(room, "They fled.", "C1")
    room("cell", "E1", "H1", value="I")
    room("rename", "H1", value="They ran.")
    assert standings(room.case)[0] == [("They ran.", 1, -3.0)]


def test_what_is_no_hypothesis_is_refused(room):
    write(room, "They fled.", "C1")
    for text, claims, words in (
        ("They fled.", ["C1"], "a hypothesis with this text"),
        ("They ran.", ["C1", "not:C1"], "each of them once"),
        ("They ran.", ["R1"], "this is none"),
        ("  ", ["C1"], "give it with its text"),
        ("They\nran.", ["C1"], "no line ends"),
        ("x" * 201, ["C1"], "200 characters"),
    ):
        with pytest.raises(UsageError, match=words):
            write(room, text, *claims)
    with pytest.raises(UsageError, match="cell is one of CC, C, N, I, II, NA"):
        room("cell", "E1", "H1", value="maybe")
    with pytest.raises(UsageError, match="credibility is one of high, medium, low"):
        room("credibility", "E1", value="B")


def test_a_hypothesis_without_a_claim_is_kept_and_has_no_evidence(room):
    case = write(room, "It is all invented.")
    assert standings(case)[0] == [("It is all invented.", 1, 0.0)]
    assert case.competing.analyses[0].items == ()


def test_a_claim_that_is_hidden_takes_its_proposals_out_of_sight(room):
    room("hide", "C1")
    case = room.case
    assert case.competing.analyses[0].claim in hidden(case)
    assert replace(case, rulings=()).competing == case.competing
