"""What is new as JSON lines: each keeps to the schema, and its words are those of the reports."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import given, settings

from ledger.test_changes import states
from reportedly.exports import Between, events_json
from reportedly.ledger import changes
from reportedly.model import Case, Drift, Evidence, Factor, Logged, Ruling, Target, cut
from told import Desk, base

SCHEMA = Path(__file__).parents[2] / "docs" / "watching.schema.json"
FITS = jsonschema_rs.validator_for(json.loads(SCHEMA.read_text(encoding="utf-8")))
BETWEEN = Between(3, 4, "2031-05-01T10:00:00.000000+00:00")


def events(before, after):
    return list(events_json(changes(before, after), after, BETWEEN))


def keeps(made, case):
    """Every event fits the schema, and every text beside spans is a slice of its report."""
    texts = {d.id: d.text for d in case.documents}
    for event in made:
        FITS.validate(event)
        for words in event["words"]:
            assert words["text"] == " ".join(
                texts[words["document"]][s:e] for s, e in words["spans"]
            )
    assert len({event["id"] for event in made}) == len(made)


def everything():
    """Each kind of event at once."""
    before = base().said("m", "one", "Vell").origin("one", "Ana", "k")
    after = base().said("m", "one", "Vell").origin("one", "Ana", "k")
    after.said("n", "one", "Ivo", "against").said("p", "one", "Cleo").origin("one", "Cleo", "p")
    after.said("q", "one", "Ana").said("y", "new", "Dora")
    before.ranges, after.ranges = {"one": (1, 1)}, {"one": (1, 2)}
    before.grades, after.grades = {"one": ("F", "6")}, {"one": ("C", "3")}
    case = after.case
    claim = case.gathering.claims[0]
    ends = [Evidence(s.document, s.spans) for s in (after.statement("k"), after.statement("q"))]
    drift = Drift("d" * 16, claim.id, "hedge", "l" * 16, *ends, Factor("hedge", 1.0, "Lost."))
    return before.case, replace(case, lineage=replace(case.lineage, drifts=(drift,)))


def test_every_kind_of_event_keeps_to_the_schema():
    before, after = everything()
    made = events(before, after)
    keeps(made, after)
    assert [(e["kind"], e["what"]) for e in made] == [
        *[("report", None)] * 4, ("claim", None), ("denial", None), ("origin", None),
        ("drift", "hedge"), ("moved", "certainty"), ("moved", "status"), ("moved", "origins"),
        ("moved", "grade"),
    ]  # fmt: skip


def test_an_event_says_when_and_about_which_claim():
    before, after = everything()
    made = {event["kind"]: event for event in events(before, after)}
    assert {(e["since"], e["run"], e["recorded"]) for e in made.values()} == {
        (3, 4, "2031-05-01T10:00:00.000000+00:00")
    }
    one = after.gathering.claims[0].id
    assert made["denial"]["claim"]["id"] == made["origin"]["claim"]["id"] == one
    assert made["denial"]["claim"]["before"] == [one]
    assert made["claim"]["claim"]["before"] == []
    assert made["claim"]["claim"]["text"] == "y"
    assert made["denial"]["words"][0]["text"] == "n"
    assert made["origin"]["origin"]["voice"] == "Cleo"


def test_a_report_names_the_claims_that_it_tells_again():
    case = base().said("z", "one", "Ana", factuality="PS+").case
    [event] = events(base().case, case)
    assert (event["kind"], event["documents"]) == ("report", [event["record"]])
    assert [c["before"] for c in event["claims"]] == [[case.gathering.claims[0].id]]
    assert event["words"][0]["text"] == "Ana spoke of z here."


def test_claims_that_are_one_now_are_named_with_their_words():
    after = base().said("a", "one", "Ana")
    after.claims["one"] += after.claims.pop("two")
    [event] = [e for e in events(base().case, after.case) if e["what"] == "joined"]
    assert [one["text"] for one in event["before"]] == ["k", "x"]
    assert [one["text"] for one in event["after"]] == ["a"]
    assert event["claim"]["before"] == [one["id"] for one in event["before"]]
    assert [one["text"] for one in event["words"]] == ["k", "x"]


def test_said_again_an_event_has_the_same_id_and_since_another_run_another():
    before, after = everything()
    ids = [event["id"] for event in events(before, after)]
    came = changes(before, after)
    later = replace(BETWEEN, run=5, recorded="2031-05-02T10:00:00.000000+00:00")
    assert [event["id"] for event in events_json(came, after, later)] == ids
    again = events_json(came, after, replace(BETWEEN, since=2))
    assert set(ids).isdisjoint(event["id"] for event in again)


def test_what_a_ruling_hides_is_no_news():
    before, after = everything()
    claim = after.gathering.claims[0]
    first = next(s for r in after.readings for s in r.statements if s.id == claim.statements[0])
    target = Target("claim", claim.id, first.document, first.id, first.predicate)
    ruling = Ruling(1, "hide", (target,), "ana", "2031-05-01T09:00:00+00:00")
    hiding = replace(after, rulings=(Logged(ruling, (first.id,), "in force"),))
    made = events(before, hiding)
    assert {e["kind"] for e in made} == {"report", "claim"}
    assert claim.id not in json.dumps(made)


@given(states())
@settings(max_examples=100, deadline=None)
def test_whatever_comes_is_well_said(drawn):
    before, after, *_ = drawn
    keeps(events(before, after), after)
    assert events(after, after) == []


@pytest.mark.parametrize("kind", ["claim", "moved"])
def test_the_schema_refuses_what_is_no_event(kind):
    before, after = everything()
    event = next(e for e in events(before, after) if e["kind"] == kind)
    for change in ({"words": []}, {"claim": None}, {"kind": "news"}, {"id": "1"}, {"more": 1}):
        with pytest.raises(jsonschema_rs.ValidationError):
            FITS.validate({**event, **change})


def test_the_first_round_on_nothing_tells_everything():
    case = Desk().said("k", "one", "Ana").origin("one", "Ana", "k").case
    assert [e["kind"] for e in events(Case(), case)] == ["report", "claim", "origin"]
    assert cut(case.documents[0].text, case.gathering.claims[0].text.spans) == "k"
