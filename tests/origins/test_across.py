"""What is told alike in two claims."""

from reportedly.origins import trace
from retold import Told, Voice, report, story

OFFICERS = Voice("two officers", "anonymous", None, None, True)
FIRST = report(
    "Lanta Wire", 1, "30 guards fled the bridge at Orsk, two officers said. It is shut.",
    Told("30 guards fled the bridge at Orsk", OFFICERS, "said",
         number=("30", 30.0, 30.0, 30.0), claim="fled"),
    Told("It is shut", claim="bridge"),
)  # fmt: skip


def _drifts(words, second="left", **fields):
    told = Told(words, claim=second, number=("40", 40.0, 40.0, 40.0), **fields)
    lower = report("Vesk Courier", 2, f"{words}. Source: Lanta Wire", told)
    held = story(FIRST, lower)
    found = trace(held.documents, held.readings, held.gathering).drifts
    return {(drift.kind, drift.claim) for drift in found}


def test_a_number_moved_between_two_claims_is_a_drift_of_the_report_s_own():
    assert _drifts("40 guards left the bridge at Orsk") == {("number", "left")}


def test_what_is_not_alike_or_on_the_other_side_is_not_compared():
    assert _drifts("40 goats slept soundly near Tarn") == set()
    against = {"stance": "against", "factuality": "CT-"}
    assert _drifts("40 guards left the bridge at Orsk", **against) == set()


def test_where_both_are_in_one_claim_no_other_is_looked_at():
    assert _drifts("40 guards left the bridge at Orsk", "bridge") == set()
