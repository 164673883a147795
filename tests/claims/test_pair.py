"""Two plain texts: same, contradicting, related or unrelated, and why."""

import json
from pathlib import Path

import pytest

from reportedly.claims import compare_texts

CLAIM = "A bear was found asleep in the library of Orrin"
PAIRS = Path(__file__).parents[3] / "shared/corpora/emergent/train.jsonl"


@pytest.mark.parametrize(
    ("text", "stance", "relation"),
    [
        ("Sleeping bear found in Orrin library", "for", "same"),
        (
            "No, a bear was not found asleep in the Orrin library: it is a hoax",
            "against",
            "contradicts",
        ),
        ("Was a bear really found asleep in the library of Orrin?", "observing", "same"),
        ("Bear reportedly found asleep in Orrin library", "observing", "same"),
        ("Harbour tax to rise in Lund", "observing", "unrelated"),
    ],
)
def test_stance_and_relation_follow_from_words(text, stance, relation):
    found = compare_texts(text, CLAIM)
    assert (found.stance, found.relation) == (stance, relation)


def test_north_and_south_are_never_the_same():
    found = compare_texts("North Lund soldiers fled the fort", "South Lund soldiers fled the fort")
    assert found.relation != "same"


def test_a_score_is_the_chance_of_the_relation_and_reasons_say_what_decided():
    found = compare_texts("North Lund soldiers fled the fort", "South Lund soldiers fled the fort")
    assert 0.25 <= found.score <= 1
    assert "compass" in {reason.name for reason in found.reasons}


@pytest.mark.parametrize("text", ["", "?", "\n", "“”", "a" * 5000])
def test_texts_without_words_are_unrelated(text):
    assert compare_texts(text, CLAIM).relation == "unrelated"


def test_every_reason_says_something():
    reasons = compare_texts("Orrin bear story debunked", CLAIM).reasons
    assert all(reason.text.endswith(".") for reason in reasons)


@pytest.mark.skipif(not PAIRS.exists(), reason="the Emergent pairs are not beside the repository")
def test_the_shipped_weights_judge_what_they_were_fitted_on():
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    hits = sum(compare_texts(r["headline"], r["claim"]).stance == r["stance"] for r in rows)
    assert hits / len(rows) >= 0.75
