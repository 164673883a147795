"""What rulings on attributions, sources and grades rest on, and which of them count."""

from dataclasses import replace

from build import spans
from newsroom import gathered, report
from reportedly.model import (
    Actor,
    Case,
    Evidence,
    Gathering,
    Lineage,
    OriginRange,
    Ruling,
    Source,
    Target,
    actor_of,
    decisions,
    log,
)

TEXT = "The mill burnt, the board had said. It denied a flood. Ana Brel left."
ONE = report(TEXT)
ONE.said("the board", "had said", "The mill burnt", "fire")
ONE.said("It", "denied", "a flood", "flood", "against")
SAID, DENIED = ONE.attributions
CASE = Case((ONE.document,), (ONE.reading,), gathered(ONE))
AT = Target("attribution", SAID.id, ONE.document.id, at=SAID.cue)
OUTLET = Target("outlet", "The Vesk Courier", name="The Vesk Courier")
CLAIM = next(c for c in CASE.gathering.claims if ONE.statements[0].id in c.statements)
OF_CLAIM = Target(
    "claim", CLAIM.id, ONE.document.id, ONE.statements[0].id, ONE.statements[0].predicate
)
BREL = Source(spans(TEXT, "Ana Brel"), "person", "Ana Brel")


def ruling(number, kind, target, **fields):
    return Ruling(number, kind, (target,), "anna", **fields)


def states(*rulings, case=CASE):
    return [(logged.state, logged.against) for logged in log(rulings, case)]


def read_again(*attributions):
    return replace(CASE, readings=(replace(ONE.reading, attributions=attributions),))


def test_an_attribution_of_another_id_is_the_one_whose_cue_shares_most():
    far = replace(DENIED, id="far")
    near = replace(SAID, id="near", cue=spans(TEXT, "said"))
    exact = replace(SAID, id="exact")
    wrong = ruling(1, "wrong", AT)
    for read, held in (((far, near), "near"), ((near, exact), "exact"), ((exact, near), "exact")):
        case = read_again(*read)
        assert decisions([wrong], case.readings).heard[0].attribution == held
        assert log([wrong], case)[0].rests == (held,)
    assert states(wrong, case=read_again(far)) == [("not attached", ())]
    assert decisions([wrong], read_again(far).readings).heard == ()


def test_a_link_that_is_wrong_is_no_attribution():
    link = ruling(1, "wrong", Target("link", "x", ONE.document.id, name="Lanta Wire"))
    found = decisions([link], CASE.readings)
    assert (len(found.unfollowed), found.heard) == (1, ())
    found = decisions([ruling(1, "wrong", AT)], CASE.readings)
    assert (found.unfollowed, len(found.heard)) == ((), 1)


def test_of_two_sources_the_later_counts_and_of_two_alike_both():
    wrong, named = ruling(1, "wrong", AT), ruling(2, "source", AT, source=BREL)
    assert states(wrong, named) == [("overruled", (2,)), ("in force", (1,))]
    assert [h.source for h in decisions([wrong, named], CASE.readings).heard] == [BREL]
    again = ruling(3, "source", AT, source=BREL)
    assert states(wrong, named, again)[1:] == [("in force", ()), ("in force", (1,))]
    undo = Ruling(3, "undo", (), "anna", undoes=2)
    assert [h.source for h in decisions([wrong, named, undo], CASE.readings).heard] == [None]


def test_of_two_grades_the_later_counts_and_an_outlet_is_its_name():
    low = ruling(1, "grade", OUTLET, value="D")
    high = ruling(2, "grade", replace(OUTLET, name="vesk courier"), value="B")
    claim = ruling(3, "grade", OF_CLAIM, value="C3")
    assert states(low, high, claim) == [("overruled", (2,)), ("in force", (1,)), ("in force", ())]
    gone = ruling(1, "grade", replace(OUTLET, name="Lund Mail"), value="D")
    assert states(gone) == [("not attached", ())]


def test_a_digit_one_is_held_back_while_one_origin_is_shown():
    one = ruling(1, "grade", OF_CLAIM, value="B1")
    for shown, state in ((1, "held back"), (2, "in force")):
        lineage = Lineage(ranges=(OriginRange(CLAIM.id, shown, 3, ()),))
        assert states(one, case=replace(CASE, lineage=lineage)) == [(state, ())]
        two = ruling(1, "grade", OF_CLAIM, value="B2")
        assert states(two, case=replace(CASE, lineage=lineage)) == [("in force", ())]


def test_an_actor_is_found_by_id_then_by_place_then_by_a_name_that_is_its_alone():
    here = Evidence(ONE.document.id, spans(TEXT, "Ana Brel"))
    target = Target("actor", "old", ONE.document.id, name="Ana Brel", at=here.spans)
    ana = Actor("new", "A. Brel", "person", None, (here,))
    namesake = Actor("other", "ana brel", "person", None, ())
    assert actor_of(target, (ana, namesake)) == ana
    assert actor_of(target, (ana, replace(namesake, id="old"))).id == "old"
    assert actor_of(target, (namesake,)) == namesake
    assert actor_of(target, (namesake, replace(namesake, id="third"))) is None
    graded = ruling(1, "grade", target, value="B")
    known = replace(CASE, gathering=Gathering(actors=(ana,)))
    assert log([graded], known)[0].rests == ("new",)
    assert states(graded, case=replace(CASE, gathering=Gathering())) == [("not attached", ())]
