"""What is new between two states of a case is what nobody said before, whatever it is called."""

from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.room import ALL, EARLIER, A, B, C, W
from reportedly import pipeline
from reportedly.ledger import changes
from reportedly.model import (
    Case,
    Changes,
    Gathering,
    Lineage,
    Reading,
)
from told import Desk, base

REPORTS = {one.document.id: one for one in (*ALL, EARLIER)}


def compared(*reports):
    return _compared(tuple(one.document.id for one in reports))


@cache
def _compared(ids):
    reports = [REPORTS[id_] for id_ in ids]
    return pipeline.compare([r.document for r in reports], [r.reading for r in reports])


def kinds(came):
    return [move.kind for move in came.moved]


def test_the_same_state_brings_nothing():
    case = compared(A, B, W)
    assert changes(case, case) == Changes()
    assert changes(case, case).told == 0


def test_a_copy_is_a_report_and_no_claim():
    came = changes(compared(A, W), compared(A, B, W))
    assert [d.id for d in came.documents] == [B.document.id]
    assert came.claims == came.denials == came.drifts == came.carried == ()


def test_an_earlier_report_gives_a_claim_another_id_and_no_new_claim():
    before, after = compared(A, B, W), compared(EARLIER, A, B, W)
    old, new = (
        next(c for c in case.gathering.claims if A.statements[0].id in c.statements)
        for case in (before, after)
    )
    assert old.id != new.id
    came = changes(before, after)
    assert came.claims == ()
    assert [(one.claim, one.before) for one in came.carried] == [(new.id, (old.id,))]
    assert came.earlier == {new.id: (old.id,)}


def test_claims_that_become_one_are_joined_and_not_new():
    before = base()
    after = base().said("a", "one", "Ana")
    after.claims["one"] += after.claims.pop("two")
    came = changes(before.case, after.case)
    assert came.claims == ()
    joined = next(move for move in came.moved if move.kind == "joined")
    assert joined.before == before.case.gathering.claims
    assert joined.statements == (after.statement("a").id,)
    assert came.earlier == {joined.claim.id: tuple(c.id for c in joined.before)}


def test_a_claim_that_leaves_another_is_parted_and_not_new():
    before = base().said("m", "one", "Ivo", "against")
    after = base().said("m", "three", "Ivo", "against")
    came = changes(before.case, after.case)
    assert (came.claims, came.denials) == ((), ())
    parted = next(move for move in came.moved if move.kind == "parted")
    assert parted.before == before.case.gathering.claims[:1]
    assert parted.claim.statements == (after.statement("m").id,)
    assert kinds(came) == ["status", "parted"]


def test_a_statement_that_goes_to_another_claim_is_told_by_what_it_moves_alone():
    before = base().said("l", "one", "Cleo")
    after = base().said("l", "two", "Cleo")
    assert changes(before.case, after.case).told == 0


@pytest.mark.parametrize(("before", "after"), [("PS+", "CT+"), ("CT+", "PS+"), ("PS+", "PR+")])
def test_a_voice_that_is_sure_in_another_way_has_moved(before, after):
    """The statement that shows it is named; a voice that becomes less sure has moved, too."""
    held = Desk().said("k", "one", "Ana", factuality=before)
    came = changes(held.case, Desk().said("k", "one", "Ana", factuality=before)
                   .said("z", "one", "Ana", factuality=after).case)  # fmt: skip
    [move] = came.moved
    assert (move.before, move.after, move.position.voice, move.own) == (before, after, "Ana", True)
    assert [s.split()[0] for s in map(str, move.statements)] == [held_id("Ana", "z", after)]


def held_id(voice, key, factuality):
    return Desk().said(key, "one", voice, factuality=factuality).statement(key).id


def test_a_new_voice_with_a_certainty_of_its_own_has_moved_the_claim():
    came = changes(base().case, base().said("z", "one", "Ivo", factuality="CT+").case)
    [move] = came.moved
    assert (move.before, move.after, move.position.voice, move.own) == ("PS+", "CT+", "Ivo", False)


def test_a_new_voice_that_is_as_sure_as_others_moves_nothing():
    came = changes(base().case, base().said("z", "one", "Ivo", factuality="PS+").case)
    assert (len(came.documents), came.told) == (1, 1)


def test_several_new_voices_of_one_certainty_are_one_move():
    after = base().said("y", "one", "Ivo").said("z", "one", "Cleo")
    [move] = changes(base().case, after.case).moved
    assert move.statements == (after.statement("y").id, after.statement("z").id)
    assert move.position.voice == "Ivo"


def test_whoever_takes_a_denial_back_has_moved():
    before = base().said("m", "one", "Vell", "against")
    after = base().said("m", "one", "Vell", "against").said("z", "one", "Vell")
    came = changes(before.case, after.case)
    assert [(m.before, m.after, m.position.voice) for m in came.moved] == [("CT-", "CT+", "Vell")]


def test_a_denial_is_told_once_as_a_denial():
    """Said again it is a report; and who denies now what he said before has no certainty moved."""
    once = base().said("m", "one", "Ana", "against")
    came = changes(base().case, once.case)
    assert [(d.position.voice, d.claim.status) for d in came.denials] == [("Ana", "contested")]
    assert kinds(came) == ["status"]
    again = base().said("m", "one", "Ana", "against").said("n", "one", "Ana", "against")
    assert changes(once.case, again.case).denials == ()


def test_whoever_denies_again_denies_nothing_new_though_the_first_denial_went_elsewhere():
    before = base().said("m", "one", "Ana", "against")
    after = base().said("m", "three", "Ana", "against").said("n", "one", "Ana", "against")
    assert changes(before.case, after.case).denials == ()


def test_a_voice_whose_fuller_name_comes_denies_nothing_new():
    before = base().said("m", "one", "Vell", "against")
    after = base().said("m", "one", "Vell", "against")
    after.claims["one"] = [(k, {"Vell": "Ostra Vell"}.get(v, v)) for k, v in after.claims["one"]]
    assert changes(before.case, after.case).told == 0


def test_status_origins_and_grade_move_beside_what_they_were():
    before, after = base(), base().said("m", "one", "Vell", "against")
    before.ranges = {"one": (1, 1), "two": (1, 1)}
    after.ranges = {"one": (1, 2), "two": (1, 1)}
    before.grades, after.grades = {"one": ("F", "6")}, {"one": ("F", "4")}
    moved = changes(before.case, after.case).moved
    assert [move.kind for move in moved] == ["status", "origins", "grade"]
    assert [(r.at_least, r.at_most) for r in (moved[1].before, moved[1].after)] == [(1, 1), (1, 2)]
    assert {move.statements for move in moved} == {(after.statement("m").id,)}


def test_an_origin_is_new_where_its_voice_is():
    """Found above those of before it is; the same one with more statements is not."""
    before = base().origin("one", "Ana", "k").case
    grown = base().said("z", "one", "Ana").origin("one", "Ana", "k", "z").case
    assert changes(before, grown).origins == ()
    beside = base().said("z", "one", "Ivo").origin("one", "Ana", "k").origin("one", "Ivo", "z")
    assert [o.voice for o in changes(before, beside.case).origins] == ["Ivo"]
    above = base().said("a", "one", "Cleo").origin("one", "Cleo", "a", "k").case
    assert [o.voice for o in changes(before, above).origins] == ["Cleo"]
    named = base().said("a", "one", "Ana").origin("one", "Ana", "a", "k").case
    assert changes(before, named).origins == ()


def test_an_origin_whose_fuller_name_comes_is_not_new():
    before = base().origin("one", "Vell", "k").case
    after = base().said("z", "one", "Ana").origin("one", "Ostra Vell", "k", "z").case
    assert changes(before, after).origins == ()


def test_a_range_of_the_same_ends_has_not_moved_whatever_its_claim_is_called():
    before, after = base(), base().said("a", "one", "Ana", factuality="PS+")
    before.ranges = after.ranges = {"one": (1, 2), "two": (1, 1)}
    assert kinds(changes(before.case, after.case)) == []


def test_an_origin_outside_is_known_by_its_voice_when_its_report_comes():
    before = base().origin("one", "Wire").case
    after = base().said("a", "one", "Wire").origin("one", "Wire", "a").case
    assert changes(before, after).origins == ()
    assert [o.voice for o in changes(base().case, after).origins] == ["Wire"]


def test_what_another_reader_calls_otherwise_is_not_new():
    """Statements are found again where their events stand."""
    case = base().origin("one", "Ana", "k").case
    names = {s.id: f"other {s.id}" for r in case.readings for s in r.statements}
    again = _renamed(case, names)
    assert changes(case, again).told == 0


def _renamed(case, names):
    def statements(reading):
        return tuple(replace(s, id=names[s.id]) for s in reading.statements)

    def ids(held):
        return tuple(names[name] for name in held)

    claims = tuple(
        replace(c, id=names.get(c.id, f"other {c.id}"), statements=ids(c.statements),
                positions=tuple(replace(p, statements=ids(p.statements)) for p in c.positions))
        for c in case.gathering.claims
    )  # fmt: skip
    renamed = {old.id: new.id for old, new in zip(case.gathering.claims, claims, strict=True)}
    origins = tuple(
        replace(o, id=f"other {o.id}", claim=renamed[o.claim], statements=ids(o.statements))
        for o in case.lineage.origins
    )
    return replace(
        case,
        readings=tuple(Reading(r.document, r.attributions, statements(r)) for r in case.readings),
        gathering=Gathering(claims),
        lineage=Lineage(origins=origins),
    )


MANY = tuple("abcdefgh")


@st.composite
def states(draw):
    """Statements in claims; later more of them, all of them shuffled into other claims."""
    count = draw(st.integers(1, len(MANY)))
    before = {key: draw(st.integers(0, 3)) for key in draw(st.permutations(MANY))[:count]}
    after = {key: draw(st.integers(0, 3)) for key in MANY if key in before or draw(st.booleans())}
    return _desk(before), _desk(after), before, after


def _desk(claims):
    desk = Desk()
    for key, claim in sorted(claims.items()):
        stance = "against" if key in "bd" else "for"
        desk.said(key, claim, f"Voice {ord(key) % 3}", stance, "PS+" if key == "c" else None)
    return desk.case


@given(states())
@settings(max_examples=300, deadline=None)
def test_however_claims_are_shuffled_only_what_is_said_for_the_first_time_is_new(drawn):
    before, after, old, _ = drawn
    came = changes(before, after)
    was = {s.id for r in before.readings for s in r.statements}
    new = {c.id for c in came.claims}
    assert new == {c.id for c in after.gathering.claims if was.isdisjoint(c.statements)}
    assert len(came.documents) == len(after.documents) - len(old)
    for move in came.moved:
        assert move.claim.id not in new
        assert (
            move.kind in {"joined", "parted"}
            or was.isdisjoint(move.statements)
            or (move.kind == "status")
        )
    parted = {move.claim.id for move in came.moved if move.kind == "parted"}
    goes_on = [
        name for c in after.gathering.claims if c.id not in new | parted
        for name in came.earlier.get(c.id, (c.id,))
    ]  # fmt: skip
    assert sorted(goes_on) == sorted(c.id for c in before.gathering.claims)


@given(states())
@settings(max_examples=200, deadline=None)
def test_a_denial_that_is_told_was_no_denial_before(drawn):
    before, after, *_ = drawn
    stood = {
        s for c in before.gathering.claims for p in c.positions if p.stance == "against"
        for s in p.statements
    }  # fmt: skip
    for denial in changes(before, after).denials:
        assert stood.isdisjoint(denial.position.statements)
    assert changes(after, after) == Changes()


def test_reports_tell_the_same_new_in_whatever_portions_they_come():
    """Gathered for real: no claim is told twice on the way, none is left out."""
    reports = (A, B, C, W, EARLIER)
    whole = compared(*reports)
    for leave in range(1, len(reports)):
        for part in combinations(range(len(reports)), leave):
            first = compared(*(reports[at] for at in part))
            told = [changes(Case(), first), changes(first, whole)]
            assert sum(len(came.claims) for came in told) == len(whole.gathering.claims) == 2
            assert sum(len(came.documents) for came in told) == len(reports)
            assert [came.denials for came in told] == [(), ()]
