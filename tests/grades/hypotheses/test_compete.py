"""Competing hypotheses: what is proposed, what fills a row, what an echo changes, what turns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grades.hypotheses.rivals import Dispute, competed, grid, standings
from reportedly.model import (
    Assessed,
    Conflict,
    Decisions,
    Evidence,
    Factor,
    Graded,
    Judged,
    Participant,
    Posed,
    Quantity,
    Span,
    Target,
)

RULED = Factor("ruling", 0.0, "Ruling 1, by anna: so it is.")


def retreat(name="retreat") -> Dispute:
    """Two who are for it, one of them unnamed and not certain, and a ministry that denies it."""
    held = Dispute(name)
    held.says("Oskar Venn")
    held.says("an officer", "PR+", "anonymous", named=False)
    held.says("Ministry", "CT-", "government")
    return held


def turned(found, what, name=""):
    """The ranks without that, and whether others come first."""
    removal = next(
        r for a in found.analyses for r in a.removals if (r.what, r.name) == (what, name)
    )
    return removal.ranks, removal.turns


def test_a_denial_makes_two_hypotheses_in_the_words_of_the_reports():
    held = retreat()
    found = competed(held)
    one, other = found.hypotheses
    assert [(h.key, h.voice, h.proposed) for h in (one, other)] == [
        ("+", "Oskar Venn", True), ("-", "Ministry", True),
    ]  # fmt: skip
    assert one.words == other.words == (held.claim.text,)
    assert {one.text, other.text} == {""}


def test_cells_follow_side_and_certainty_and_show_the_words():
    held = retreat()
    held.says("Lund Mail", "PS+", "media")
    held.says("the mayor", "PR-", "office")
    found = competed(held)
    assert grid(found) == {
        "Oskar Venn": ["CC", "II"], "an officer": ["C", "I"], "Lund Mail": ["C", "N"],
        "Ministry": ["II", "CC"], "the mayor": ["I", "C"],
    }  # fmt: skip
    shown = {c.item: c.reasons[0].evidence[0] for c in found.cells}
    documents = {i.id: i.documents[0] for i in found.items}
    assert all(shown[item].document == documents[item] for item in documents)


def test_the_ranking_counts_what_is_against():
    (pair,) = standings(competed(retreat()))
    assert pair == [(1, -2.0, -2.0), (2, -3.0, -3.0)]


def test_nobody_on_one_side_makes_no_hypothesis():
    held = Dispute()
    held.says("Oskar Venn")
    held.says("Ministry", "Uu", "government")
    assert competed(held).hypotheses == ()


def test_forty_echoes_fill_one_row():
    held = retreat()
    before = competed(held)
    denial = held.statements[2]
    for number in range(40):
        held.echoes("Oskar Venn", "CT+", f"Outlet {number}")
        held.copies_denial(denial, f"Gazette {number}")
    after = competed(held)
    assert standings(after) == standings(before)
    assert grid(after) == grid(before)
    assert sorted(len(i.documents) for i in after.items) == [1, 41, 41]


sure = st.sampled_from(["CT+", "PR+", "PS+", "CTu", "Uu"])
unsure = st.sampled_from(["CT-", "PR-", "PS-"])


@st.composite
def disputes(draw):
    """A dispute of two to seven voices on each side, and what repeats them."""
    held = Dispute()
    for number in range(draw(st.integers(1, 4))):
        certainty = draw(sure.filter(lambda value: value.endswith("+")))
        kind = draw(st.sampled_from(["person", "media", "anonymous"]))
        held.says(f"voice {number}", certainty, kind, draw(st.booleans()))
    denials = [held.says(f"denier {number}", draw(unsure), "government")
               for number in range(draw(st.integers(1, 3)))]  # fmt: skip
    return held, denials


@given(disputes(), st.data())
def test_echoes_change_no_hypothesis_score(dispute, data):
    """However sure they are, whatever number they give, and whomever they repeat."""
    held, denials = dispute
    before = competed(held)
    origins = list(held.origins)
    for number in range(data.draw(st.integers(1, 12))):
        if data.draw(st.booleans()):
            held.echoes(data.draw(st.sampled_from(origins)), data.draw(sure), f"Outlet {number}",
                        quantity=Quantity(Span(0, 3), 7.0, 7.0, 7.0, "guard"))  # fmt: skip
        else:
            upstream = data.draw(st.sampled_from(denials))
            held.copies_denial(upstream, f"Outlet {number}", data.draw(unsure))
    after = competed(held)
    assert standings(after) == standings(before)
    assert [r.ranks for a in after.analyses for r in a.removals] == [
        r.ranks for a in before.analyses for r in a.removals
    ]


@given(disputes(), unsure)
def test_a_further_denier_never_raises_what_is_denied(dispute, certainty):
    held, _ = dispute
    before = standings(competed(held))[0]
    held.says("one more", certainty, "office")
    after = standings(competed(held))[0]
    assert after[0][1] <= before[0][1]
    assert after[1][1] == before[1][1]


def test_removing_an_origin_turns_the_ranking_where_it_decides():
    found = competed(retreat())
    assert turned(found, "origin", "Oskar Venn") == ((2, 1), True)
    assert turned(found, "kind", "person") == ((2, 1), True)


def test_removing_an_origin_does_not_turn_it_where_another_holds_it():
    held = retreat()
    held.says("Ada Brenn")
    found = competed(held)
    assert turned(found, "origin", "Oskar Venn") == ((1, 2), False)
    assert turned(found, "origin", "Ministry") == ((1, 2), False)
    assert turned(found, "kind", "person") == ((2, 1), True)


def test_without_everything_unnamed_the_two_stand_level():
    assert turned(competed(retreat()), "unnamed") == ((1, 1), True)
    assert turned(competed(retreat()), "not shown") == ((1, 1), True)


def test_a_voice_on_two_claims_falls_with_all_it_says():
    one, other = retreat(), Dispute("wages")
    other.says("Oskar Venn")
    other.says("Ministry", "CT-", "government")
    posed = Posed(1, "They were not paid.", (("+", one.statements[0].id),
                                             ("+", other.statements[0].id)), RULED)  # fmt: skip
    rival = Posed(2, "They were ordered back.", (("-", one.statements[0].id),), RULED)
    found = competed(one, other, decided=Decisions(posed=(posed, rival)))
    ours = found.analyses[0]
    gone = next(r for r in ours.removals if (r.what, r.name) == ("origin", "Oskar Venn"))
    assert len(gone.items) == 2


def test_unnamed_voices_that_are_called_alike_fall_one_by_one():
    held = retreat()
    held.says("an officer ", "CT+", "anonymous", named=False)
    found = competed(held)
    alone = [r for r in found.analyses[0].removals if r.what == "origin" and "officer" in r.name]
    assert [len(r.items) for r in alone] == [1, 1]


def test_what_is_all_the_evidence_is_not_taken_out():
    held = Dispute()
    held.says("Oskar Venn")
    held.says("Ada Brenn", "CT-")
    (analysis,) = competed(held).analyses
    assert [(r.what, r.name) for r in analysis.removals] == [
        ("origin", "Oskar Venn"), ("origin", "Ada Brenn"),
    ]  # fmt: skip


def test_a_party_to_the_matter_weighs_one_step_less():
    held = retreat()
    actor = Participant("agent", Span(4, 10), "ministry")
    held.says("Ada Brenn", actors=(actor,))
    assert grid(competed(held))["Ministry"] == ["I", "C"]


def numbers(*given_, **unlike):
    held = Dispute()
    for voice, best in given_:
        number = Quantity(Span(0, 3), best, best, best, "guard") if best else None
        held.says(voice, quantity=number)
    pair = [held.statements[at] for at in unlike.get("pair", (0, 1))]
    shown = tuple(Evidence(s.document, (Span(0, 3),)) for s in pair)
    conflict = Conflict("k", "quantity", (pair[0].id, pair[1].id), *shown, held.name)
    return held, conflict


def test_values_that_exclude_one_another_make_a_hypothesis_each():
    held, conflict = numbers(("Venn", 20.0), ("Brenn", 30.0), ("Holm", None), ("Lund", 20.0))
    found = competed(held, conflicts=[conflict])
    (analysis,) = found.analyses
    assert (analysis.kind, [h.key for h in found.hypotheses]) == ("quantity", ["quantity"] * 2)
    assert grid(found) == {
        "Venn": ["CC", "II"], "Brenn": ["II", "CC"], "Lund": ["CC", "II"], "Holm": ["N", "N"],
    }  # fmt: skip
    assert found.hypotheses[0].words[1] == Evidence(held.documents[0].id, (Span(0, 3),))


def test_a_number_that_only_an_echo_gives_makes_no_hypothesis():
    held, _ = numbers(("Venn", 20.0), ("Brenn", 20.0))
    said = held.echoes(
        "Venn", "CT+", "Outlet", quantity=Quantity(Span(0, 3), 7.0, 7.0, 7.0, "guard")
    )
    shown = tuple(Evidence(s.document, (Span(0, 3),)) for s in (held.statements[0], said))
    conflict = Conflict("k", "quantity", (held.statements[0].id, said.id), *shown, held.name)
    assert competed(held, conflicts=[conflict]).hypotheses == ()


def test_values_that_only_an_echo_excludes_make_no_hypotheses():
    """One says 20, one 25, which may both hold; what an echo gives excludes either."""
    held, _ = numbers(("Venn", 20.0), ("Brenn", 25.0))
    given_ = Quantity(Span(0, 3), 7.0, 7.0, 7.0, "guard")
    said = held.echoes("Venn", "CT+", "Outlet", quantity=given_)
    shown = tuple(Evidence(s.document, (Span(0, 3),)) for s in (said, said))
    pairs = [(held.statements[at].id, said.id) for at in (0, 1)]
    found = [Conflict("k", "quantity", pair, *shown, held.name) for pair in pairs]
    assert competed(held, conflicts=found).hypotheses == ()


# --- what people say -----------------------------------------------------------------------


def posed(number, text, *premises):
    return Posed(number, text, premises, RULED)


def judged(number, kind, *targets, value=""):
    return Assessed(number, kind, targets, value, Factor("ruling", 0.0, f"Ruling {number}."))


def of(record, **fields):
    return Target(type(record).__name__.lower(), record.id, **fields)


def own(*more):
    """A dispute, two hypotheses of a person on it, and what else people say."""
    held = retreat()
    first = held.statements[0].id
    pair = (posed(1, "They fled.", ("+", first)), posed(2, "They were moved.", ("-", first)))
    return held, Decisions(posed=pair, assessed=more)


def test_hypotheses_of_people_come_first_in_an_analysis_of_their_own():
    held, decided = own()
    found = competed(held, decided=decided)
    assert [h.text for h in found.hypotheses] == ["They fled.", "They were moved.", "", ""]
    ours, proposed = found.analyses
    assert (ours.claim, proposed.claim) == (None, held.name)
    assert standings(found)[0] == standings(found)[1] == [(1, -2.0, -2.0), (2, -3.0, -3.0)]


def test_a_hypothesis_on_another_claim_is_not_touched():
    held, _ = own()
    other = Dispute("wages")
    other.says("Ada Brenn")
    other.says("the mayor", "CT-", "office")
    fled, unpaid = held.statements[0].id, other.statements[0].id
    pair = (
        posed(1, "They fled.", ("+", fled)),
        posed(2, "They were not paid.", ("+", unpaid), ("?", fled)),
    )
    found = competed(held, other, decided=Decisions(posed=pair))
    assert grid(found)["Ada Brenn"] == ["NA", "CC"]
    assert grid(found)["Oskar Venn"] == ["CC", "N"]


def test_a_renamed_hypothesis_keeps_its_id_and_a_withdrawn_one_is_gone():
    held, decided = own()
    before = competed(held, decided=decided).hypotheses
    held, decided = own(
        judged(3, "rename", of(before[0]), value="They left."),
        judged(4, "withdraw", of(before[1])),
    )
    after = competed(held, decided=decided).hypotheses
    assert [(h.id, h.text) for h in after if h.text] == [(before[0].id, "They left.")]


def test_an_adopted_proposal_stands_among_those_of_people():
    held = retreat()
    plus, minus = competed(held).hypotheses
    resting = of(plus, statement=held.statements[0].id, name="+")
    found = competed(held, decided=Decisions(assessed=(judged(1, "adopt", resting),)))
    assert found.analyses[0].hypotheses == (plus.id,)
    assert found.analyses[1].hypotheses == (plus.id, minus.id)
    assert [h.adopted for h in found.hypotheses] == [True, False]


def test_a_proposal_is_found_again_when_its_claim_has_another_id():
    held = retreat()
    plus = competed(held).hypotheses[0]
    ruled = judged(1, "withdraw", of(plus, statement=held.statements[0].id, name="+"))
    held.name = "renamed"
    for voice, origin in held.origins.items():
        held.origins[voice] = type(origin)(**{
            **{f: getattr(origin, f) for f in origin.__slots__}, "claim": "renamed",
        })  # fmt: skip
    assert competed(held).hypotheses[0].id != plus.id
    assert competed(held, decided=Decisions(assessed=(ruled,))).hypotheses == ()


def test_a_cell_that_a_person_rules_counts_and_keeps_what_was_suggested():
    held, decided = own()
    before = competed(held, decided=decided)
    ministry = next(i for i in before.items if i.voice == "Ministry")
    ruled = judged(3, "cell", of(ministry), of(before.hypotheses[0]), value="N")
    held, decided = own(ruled)
    after = competed(held, decided=decided)
    assert grid(after)["Ministry"] == ["N", "CC"]
    assert standings(after)[0] == [(1, 0.0, 0.0), (2, -3.0, -3.0)]
    cell = next(c for c in after.cells if c.suggested)
    assert cell.ruled
    assert (cell.value, cell.suggested, cell.reasons[0].text) == ("N", "II", "Ruling 3.")


def test_weights_by_hand_go_before_grades_and_the_later_counts():
    held, decided = own()
    ministry = next(i for i in competed(held, decided=decided).items if i.voice == "Ministry")
    graded = Graded(3, Target("outlet", "x", name="the ministry"), "B", "", RULED)
    found = competed(held, decided=Decisions(posed=decided.posed, graded=(graded,)))
    assert next(i for i in found.items if i.voice == "Ministry").credibility == "high"
    assert standings(found)[0][0][1:] == (-2.828427, -2.0)
    by_hand = (judged(4, "credibility", of(ministry), value="high"),
               judged(5, "credibility", of(ministry), value="low"),
               judged(6, "relevance", of(ministry), value="low"))  # fmt: skip
    ruled = Decisions(posed=decided.posed, graded=(graded,), assessed=by_hand)
    found = competed(held, decided=ruled)
    assert standings(found)[0][0][1:] == (-1.0, -2.0)


def test_a_letter_of_the_persons_table_weighs_unless_a_ruling_gives_another():
    held, decided = own()
    table = (Judged("the ministry", "E", "anna", "2031-03-05", "Wrong twice."),)
    found = competed(held, decided=decided, own=table)
    ministry = next(i for i in found.items if i.voice == "Ministry")
    assert ministry.credibility == "low"
    assert ministry.reasons[-1].text.endswith("is judged E by anna on 2031-03-05. Wrong twice.")
    graded = Graded(3, Target("outlet", "x", name="the ministry"), "B", "", RULED)
    ruled = competed(held, decided=Decisions(posed=decided.posed, graded=(graded,)), own=table)
    assert next(i for i in ruled.items if i.voice == "Ministry").credibility == "high"


@pytest.mark.parametrize(
    ("digit", "weight"), [("2", "high"), ("3", "medium"), ("5", "low"), ("6", "medium")]
)
def test_the_digit_of_a_claim_weighs_those_behind_it_only(digit, weight):
    held = retreat()
    about = Target("claim", held.name)
    graded = Graded(1, about, "F", digit, RULED, held.statements[0].id)
    found = competed(held, decided=Decisions(graded=(graded,)))
    assert {i.voice: i.credibility for i in found.items} == {
        "Oskar Venn": weight, "an officer": weight, "Ministry": "medium",
    }  # fmt: skip
