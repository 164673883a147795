"""What reports propose, what people rule, and what forecasts come to."""

from dataclasses import replace

import pytest

from inquiry import asking, compared, ruled
from reportedly.model import Ruling, Target

PLACE = "Ana Brel saw the river at Vesk, in Lund, near Tarn."
BURNT = "the mill at Vesk burnt"


def asks(outlet="Lund Wire", day=1, *, own=False):
    made = asking(f"It is unclear whether {BURNT}. Ivo Lund said {BURNT}. {PLACE}", outlet,
                  f"2031-05-0{day}")  # fmt: skip
    made.asks(f"whether {BURNT}", "is unclear", "fire", predicate="burnt")
    if own:
        made.said("Ivo Lund", "said", BURNT, "fire", predicate="burnt")
    return made


def says(voice, outlet, day, stance="for"):
    cue = "said" if stance == "for" else "denied"
    made = asking(f"{voice} {cue} {BURNT}. {PLACE}", outlet, f"2031-05-0{day}")
    made.said(voice, cue, BURNT, "fire", stance, predicate="burnt")
    return made


ASKS, YES, NO = (
    asks(),
    says("Mara Oss", "Vesk Mail", 2),
    says("Tem Brel", "Tarn Post", 3, "against"),
)
ISSUE = Target("issue", "x", ASKS.document.id, at=ASKS.asked[0].spans)


def rule(*rows):
    """Rulings from (kind, value, by, reports seen)."""
    return tuple(
        Ruling(n, kind, (ISSUE,), by, value=value, seen=tuple(seen))
        for n, (kind, value, by, *seen) in enumerate(rows, 1)
    )  # fmt: skip


def course(case, *rows):
    return ruled(case, rule(*rows)).courses[0]


def proposed(found):
    return [(one.state, one.answer) for one in found.proposals]


def test_nothing_is_proposed_while_only_the_report_that_asks_tells_it():
    assert proposed(course(compared(asks(own=True)))) == []


def test_an_origin_apart_from_who_asks_proposes_that_it_is_narrower():
    found = course(compared(ASKS, YES))
    assert (found.state, proposed(found)) == ("open", [("narrowed", "yes")])
    assert found.proposals[0].reason.evidence[0].document == YES.document.id


def test_an_unnamed_voice_proposes_nothing():
    made = says("officers", "Vesk Mail", 2)
    made.attributions[0] = _unnamed(made.attributions[0])
    assert proposed(course(compared(ASKS, made))) == []


def _unnamed(attribution):
    source = replace(attribution.source, kind="unspecified", name=None, anonymous=True)
    return replace(attribution, source=source)


def test_a_denial_apart_proposes_no():
    found = course(compared(ASKS, YES, NO))
    assert proposed(found) == [("narrowed", "yes"), ("narrowed", "no")]
    (backing,) = found.backings
    assert (backing.at_least, [voice.voice for voice in backing.against]) == (1, ["Tem Brel"])


def test_echoes_add_no_origin_and_no_voice_against():
    copies = [says("Mara Oss", f"Echo {n}", 4) for n in range(3)]
    denials = [says("Tem Brel", f"Other echo {n}", 5, "against") for n in range(3)]
    (plain,) = course(compared(ASKS, YES, NO)).backings
    (echoed,) = course(compared(ASKS, YES, NO, *copies, *denials)).backings
    assert (plain.at_least, plain.at_most) == (echoed.at_least, echoed.at_most)
    assert len(plain.against) == len(echoed.against)


def test_a_proposal_is_not_the_state():
    assert course(compared(ASKS, YES, NO)).state == "open"
    assert course(compared(ASKS, YES, NO), ("settle", "yes", "anna")).state == "settled"


def test_a_denial_that_comes_after_the_ruling_proposes_to_open_it_again():
    case, known = compared(ASKS, YES, NO), YES.document.id
    assert proposed(course(case, ("settle", "yes", "anna", known))) == [("reopened", "")]
    both = known, NO.document.id
    assert proposed(course(case, ("settle", "yes", "anna", *both))) == []


def test_a_no_is_opened_again_by_a_new_origin():
    case, known = compared(ASKS, YES, NO), NO.document.id
    assert proposed(course(case, ("settle", "no", "anna", known))) == [("reopened", "")]
    both = known, YES.document.id
    assert proposed(course(case, ("settle", "no", "anna", *both))) == []


def test_what_was_known_when_it_was_opened_again_proposes_nothing_anew():
    case = compared(ASKS, YES)
    opened = ("settle", "no", "anna"), ("reopen", "", "anna", YES.document.id)
    assert proposed(course(case, *opened)) == []


def test_the_last_forecast_before_the_settling_is_scored():
    case = compared(ASKS, YES)
    rows = [
        ("forecast", "0.9", "Ana K."), ("forecast", "0.3", "ana  k."),
        ("forecast", "0.6 no", "Ben"), ("settle", "yes", "Ben"), ("forecast", "1", "Ana K."),
    ]  # fmt: skip
    found = ruled(case, rule(*rows))
    (made,) = found.courses
    assert [one.counts for one in made.forecasts] == [False, True, True, False]
    assert {one.by: one.brier for one in made.scores} == {"ana  k.": 0.98, "Ben": 0.72}
    assert [(one.forecasts, one.scored) for one in found.forecasters] == [(3, 1), (1, 1)]
    assert found.forecasters[0].mean == pytest.approx(0.98)


def test_nothing_is_scored_before_it_is_settled_or_once_it_is_open_again():
    case = compared(ASKS, YES)
    rows = [("forecast", "0.3", "Ana"), ("settle", "yes", "Ben"), ("reopen", "", "Ben")]
    for count in (1, 3):
        assert course(case, *rows[:count]).scores == ()
    assert ruled(case, rule(*rows)).forecasters[0].mean is None


def test_forecasts_that_undoing_makes_sum_to_more_than_1_are_not_scored():
    other = asking(f"It is unclear who fled Vesk. {PLACE}")
    other.asks("who fled Vesk", "is unclear", "desertion", predicate="fled")
    about = Target("issue", "x", other.document.id, at=other.asked[0].spans)
    rows = [
        ("forecast", "0.6 guards", "Ana"),
        ("forecast", "0.8 cooks", "Ana"),
        ("settle", "Guards", "B"),
    ]
    made = tuple(Ruling(n, k, (about,), by, value=v) for n, (k, v, by) in enumerate(rows, 1))
    assert ruled(compared(other), made).courses[0].scores == ()
    (score,) = ruled(compared(other), (made[0], made[2])).courses[0].scores
    assert score.brier == pytest.approx(0.32)


def test_the_program_makes_no_forecast():
    assert ruled(compared(ASKS, YES, NO), ()).forecasters == ()
    assert course(compared(ASKS, YES, NO)).forecasts == ()
