"""Every comparison is published: its docstring is what the user reads."""

from pathlib import Path

import pytest

from newsroom import report
from reportedly.claims import compare, features
from reportedly.claims.compare import OPEN, factors, score, weigh, weights
from reportedly.claims.features import FEATURES, LAST, Pair, Signal
from reportedly.claims.stories import Told
from reportedly.claims.tellings import tellings
from reportedly.claims.words import rarity

PAGE = Path(__file__).parents[2] / "docs/claims.md"


@pytest.mark.parametrize("name", [*FEATURES, *LAST])
def test_every_feature_stands_in_the_docs_with_its_weight(name):
    explained = ((FEATURES.get(name) or LAST[name]).__doc__ or "").splitlines()[0]
    row = f"| `{name}` | {weights()[name]:g} | {explained} |"
    assert row in PAGE.read_text(encoding="utf-8").splitlines()


def pair(one, other):
    """Two statements of one story, each ``(words, event, further fields)``."""
    made = []
    for at, (words, event, fields) in enumerate((one, other)):
        held = report(f"{words}.", f"Outlet {at}", f"2031-05-0{at + 1}")
        held.own(words, event, **fields)
        made.append(held)
    each = {held.document.id: "one" for held in made}
    told = tellings([h.document for h in made], [h.reading for h in made], Told(each, each))
    return Pair(*told, rarity(one.bag for one in told))


def shares(of):
    return {weighed.name: weighed.share for weighed in weigh(of)}


FLED = ("Thirty guards fled the Orsk bridge", "flee", {"predicate": "fled"})


def told_of(*people, words=FLED[0], role="agent"):
    actors = [(role, name, country) for name, country in people]
    return words, "flee", {"predicate": "fled", "actors": actors}


def asked(monkeypatch, total):
    """Whether the sense is asked where everything else adds up to ``total``."""
    found = []

    def all_else(of):
        return Signal(total / weights()["event"], (), ())

    def sense(of):
        found.append(of)

    monkeypatch.setattr(compare, "FEATURES", {"event": all_else})
    monkeypatch.setattr(compare, "LAST", {"sense": sense})
    weigh(pair(FLED, FLED))
    return bool(found)


@pytest.mark.parametrize(
    ("total", "open_"),
    [
        (OPEN[0] - 0.01, False),
        (OPEN[0], True),
        (0.0, True),
        (OPEN[1] - 0.01, True),
        (OPEN[1], False),
        (-3.0, False),
        (3.0, False),
    ],
)
def test_the_sense_is_asked_only_where_all_else_leaves_it_open(monkeypatch, total, open_):
    assert asked(monkeypatch, total) is open_


def test_the_network_is_left_alone_where_countries_or_words_already_tell(monkeypatch):
    monkeypatch.setattr(features, "cosine", lambda a, b: pytest.fail(f"asked of {a} and {b}"))
    same = told_of(("Thirty guards", None))
    assert sum(shares(pair(same, same)).values()) >= OPEN[1]
    foreign = [told_of(("Thirty guards", country)) for country in ("QQ", "QX")]
    assert shares(pair(*foreign))["country"] == -3.0


def test_the_sense_counts_beyond_what_any_two_statements_of_a_story_have(monkeypatch):
    other = ("Sentries at Orsk deserted", "desert", {"predicate": "deserted"})
    for cosine, share in ((0.9, 0.6), (0.7, 0.2), (0.6, None), (-0.4, None)):
        monkeypatch.setattr(features, "cosine", lambda a, b, cosine=cosine: cosine)
        found = shares(pair(FLED, other)).get("sense")
        assert found == (share if share is None else pytest.approx(share))


def test_the_sense_of_two_that_share_no_name_says_nothing(monkeypatch):
    monkeypatch.setattr(features, "cosine", lambda a, b: 0.95)
    other = ("Sentries at Tarn deserted", "desert", {"predicate": "deserted"})
    assert "sense" not in shares(pair(FLED, other))


def test_the_sense_is_a_reason_with_its_explanation_and_the_words_of_both(monkeypatch):
    monkeypatch.setattr(features, "cosine", lambda a, b: 0.9)
    other = ("Sentries at Orsk deserted", "desert", {"predicate": "deserted"})
    both = pair(FLED, other)
    (factor,) = (one for one in factors(both) if one.name == "sense")
    assert factor.text.startswith("How near both stand in sense")
    assert [e.spans for e in factor.evidence] == [
        t.statement.spans for t in (both.left, both.right)
    ]
    assert score(both) == pytest.approx(sum(one.weight for one in factors(both)))


@pytest.mark.parametrize("role", ["agent", "patient"])
def test_people_of_like_meaning_speak_for_one_claim_a_little(role):
    def told(*words):
        held = [f"{w} at Orsk fled" for w in words]
        return shares(
            pair(
                *(told_of((w, None), words=t, role=role) for w, t in zip(words, held, strict=True))
            )
        )[role]

    weight = weights()[role]
    assert told("Judges", "Magistrates") == pytest.approx(0.3 * weight)
    assert told("Judges", "Judges") == pytest.approx(weight)
    assert told("Judges", "Lanterns") == pytest.approx(-weight)


def test_other_words_for_somebody_of_another_country_are_nobody_alike():
    one = told_of(("Judges", "QQ"), words="Judges at Orsk fled")
    other = told_of(("Magistrates", "QX"), words="Magistrates at Orsk fled")
    assert shares(pair(one, other))["country"] == -3.0


def test_verbs_of_like_meaning_may_tell_one_event():
    def differs(verb, event):
        return shares(pair(FLED, (f"Thirty guards {verb} at Orsk", event, {"predicate": verb})))[
            "event_differs"
        ]

    weight = weights()["event_differs"]
    assert differs("escaped", "escape") == pytest.approx(0.2 * weight)
    assert differs("baked", "bake") == pytest.approx(-weight)
    assert differs("zrumbed", "zrumb") == pytest.approx(-weight)


def test_the_last_word_of_a_predicate_is_its_verb():
    other = ("Thirty guards had all escaped at Orsk", "escape", {"predicate": "had all escaped"})
    assert shares(pair(FLED, other))["event_differs"] > 0


def test_a_verb_that_is_the_same_event_is_not_said_to_differ():
    assert "event_differs" not in shares(pair(FLED, FLED))
