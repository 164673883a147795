"""Each reason: when it speaks, what it weighs, which characters it shows."""

from dataclasses import replace
from itertools import pairwise

import pytest

from reportedly.grades.digits import digit, reasons, turns
from reportedly.grades.factors import FACTORS
from reportedly.grades.support import supports
from reportedly.lexicons import load
from reportedly.model import Lineage, Link
from retold import Told, Voice, report, story
from supports import TEXT, Against, Behind, Said, made, with_copy, with_origin

WEIGHTS = load("grades")["weights"]
PLAIN = Said("CT+", (False,) * 4, 0, False)
HOLM = Behind("person", True, True, False, None, False, PLAIN)
WATCH = replace(HOLM, kind="military", country="FR")


def factor(held, name):
    """The reason of this name, None where it does not speak."""
    return next((f for f in reasons(held) if f.name == name), None)


def shown(held, name):
    """The words that show a reason."""
    return [TEXT[s.start : s.end] for e in factor(held, name).evidence for s in e.spans]


def test_every_further_origin_weighs_less_than_the_one_before():
    sums = [factor(made([HOLM] * count), "origins shown").weight for count in range(1, 6)]
    steps = [b - a for a, b in pairwise(sums)]
    assert sums[0] >= steps[0] == steps[1] > steps[2] == steps[3] > 0


@pytest.mark.parametrize(
    ("one", "way"),
    [
        (replace(HOLM, kind="witness"), "saw"),
        (replace(HOLM, kind="media", seen=True), "saw"),
        (replace(WATCH, sided=True), "competent"),
        (replace(HOLM, said=replace(PLAIN, relayed=True)), "relayed"),
    ],
)
def test_access_is_that_of_who_could_know_best(one, way):
    held = made([one])
    assert factor(held, "access").weight == WEIGHTS[way]
    both = with_origin(held, HOLM)
    better = max(WEIGHTS[way], WEIGHTS["heard"])
    assert (factor(both, "access").weight if better else factor(both, "access")) == (better or None)


def test_a_body_is_competent_only_for_its_own_state():
    assert factor(made([WATCH]), "access") is None


def test_detail_counts_each_kind_of_particular_once_and_shows_its_words():
    held = made([replace(HOLM, said=replace(PLAIN, particulars=(True, False, True, True)))])
    assert factor(held, "detail").weight == 3 * WEIGHTS["detail"]
    assert sorted(shown(held, "detail")) == ["40", "Orsk Watch", "Vesk"]
    twice = with_copy(held, replace(PLAIN, particulars=(True,) * 4))
    assert factor(twice, "detail") == factor(held, "detail")


def test_age_counts_from_the_day_told_to_the_first_report_of_the_origin():
    told = replace(PLAIN, particulars=(False, True, False, False))
    late, new = replace(HOLM, said=replace(told, days=31)), replace(HOLM, said=told)
    assert factor(made([late]), "age").weight == WEIGHTS["age"]
    assert shown(made([late]), "age") == ["3 March"]
    assert factor(made([replace(late, said=replace(told, days=30))]), "age") is None
    assert factor(made([late, new]), "age") is None
    assert factor(with_copy(made([new]), replace(told, days=90)), "age") is None


@pytest.mark.parametrize("scope", ["whole", "part", "number", "motive", "responsibility", "other"])
def test_what_a_denial_is_of_decides_what_it_weighs(scope):
    given = load("grades")["denials"]
    held = made([HOLM], [Against("CT-", scope, None)])
    assert factor(held, "denied").weight == given[scope]
    doubted = made([HOLM], [Against("PR-", scope, None)])
    assert factor(doubted, "denied").weight == max(given[scope], given["doubt"])
    party = made([replace(WATCH, sided=True)], [Against("CT-", scope, "FR")])
    assert factor(party, "denied").weight == given[scope] * given["by_party"]


def test_a_denial_that_answers_an_earlier_report_says_so():
    held = made([HOLM], [Against("CT-", "whole", None)])
    assert factor(held, "denied").text == "It is denied as a whole, in answer to an earlier report."
    first = replace(held, order={"d0": 1, "d1": 0})
    assert factor(first, "denied").text == "It is denied as a whole."


def test_only_origins_that_are_shown_can_contradict_one_another():
    both = with_origin(made([HOLM]), HOLM, clashes=True)
    assert factor(both, "contradicted").weight == WEIGHTS["contradicted"]
    other = with_origin(made([HOLM]), replace(HOLM, shown=False), clashes=True)
    assert factor(other, "contradicted").weight == 0


def test_a_voice_that_takes_its_words_back_is_a_reason_against():
    held = made([HOLM], [Against("CT-", "retraction", None)])
    assert factor(held, "withdrawn").weight == WEIGHTS["withdrawn"]


def test_a_later_version_without_the_claim_is_a_reason_against():
    voice = Voice("Anders Holm", "person", "Anders Holm")
    old = report("Vesk Post", 1, "The guards fled, Anders Holm said.",
                 Told("The guards fled", voice, "said"))  # fmt: skip
    new = report("Vesk Post", 2, "It rained.", Told("It rained", claim="rain"))
    told = story(old, new)
    link = Link("k", "revised", new[0].id, old[0].id, None, ())
    fled, rained = supports(told.documents, told.readings, told.gathering, Lineage((link,)))
    assert factor(fled, "withdrawn").weight == WEIGHTS["dropped"]
    assert factor(rained, "withdrawn") is None


def test_the_digit_says_what_it_follows_from():
    held = made([HOLM, HOLM])
    found = digit(held, reasons(held))
    assert found.digit == "1"
    assert found.reason.text.startswith(f"What counts adds up to {found.total:g}, which gives a 1.")


def turned(held):
    """What would change the digit, by the words."""
    return {turn.text: turn.digit for turn in turns(held, reasons(held))}


def test_what_would_change_the_digit_is_told():
    one = turned(made([HOLM]))
    assert (
        one["with one more origin like the first, shown to be different, in another report"] in "12"
    )
    assert one["without the only origin shown"] == "6"
    two = turned(made([HOLM, HOLM], [Against("CT-", "whole", None)]))
    assert two["if the denial fell"] == "1"
    assert two["without this origin"] == "3"
    hidden = turned(made([replace(HOLM, shown=False)]))
    assert hidden == {"if one of the origins were shown to be different from the rest": "3"}
    alone = turned(made([HOLM, HOLM]))
    assert alone["if somebody who is no party to the matter denied all of it"] == "2"


def test_a_turn_is_what_the_same_functions_give_where_it_comes_true():
    held = made([HOLM, HOLM], [Against("CT-", "whole", None)])
    assert turned(held)["if the denial fell"] == digit(*both(made([HOLM, HOLM]))).digit


def both(held):
    return held, reasons(held)


def test_every_reason_in_the_list_says_in_general_what_it_is():
    assert all(reason.__doc__ and reason.__doc__.strip().endswith(".") for reason in FACTORS)
