"""What a person rules of a question in a form, and what the pages and the interface say of it."""

import json

import pytest

from inquiry import asking, compared, ruled
from reportedly.ledger import opened
from web.house import house, seal

PLACE = "Ana Brel saw the river at Vesk, in Lund, near Tarn."


@pytest.fixture
def asked(tmp_path):
    """The app over a ledger with an issue of yes or no, and one that asks who."""
    first = asking(f"It is unclear whether the mill at Vesk burnt. It is unclear who fled. {PLACE}")
    first.asks("whether the mill at Vesk burnt", "is unclear", "fire", predicate="burnt")
    first.asks("who fled", "is unclear")
    told = asking(f"The mill at Vesk burnt, Mara Oss said. {PLACE}", "Lund Mail", "2031-05-02")
    told.said("Mara Oss", "said", "The mill at Vesk burnt", "fire", predicate="burnt")
    where = str(tmp_path / "asked.db")
    with opened(where) as ledger:
        ledger.record(ruled(compared(first, told), ()), "newsroom")
    with house(where) as made:
        yield made


def issue(mine, kind="whether"):
    held = mine.ledger.case().gathering.issues
    return next(one for one in held if one.asked == kind).id


def sent(mine, **fields):
    page = mine.reader.get(f"/rule/{fields['id']}")
    return mine.reader.post("/rulings", seal=seal(page), by="Ana Merle", **fields)


def test_a_question_is_ruled_on_and_forecast(asked):
    id_ = issue(asked)
    assert "Keep the forecast" in asked.reader.get(f"/rule/{id_}").text
    assert sent(asked, kind="forecast", id=id_, value="0.3").status == 303
    assert sent(asked, kind="settle", id=id_, value="Yes", why="It was seen.").status == 303
    made = asked.ledger.rulings()
    assert [(ruling.kind, ruling.value) for ruling in made] == [
        ("forecast", "0.3"), ("settle", "yes"),
    ]  # fmt: skip


def test_a_claim_can_be_the_answer_to_a_question(asked):
    id_ = issue(asked, "who")
    assert sent(asked, kind="forecast", id=id_, value="0.3 C1").status == 303
    assert sent(asked, kind="settle", id=id_, value="c1").status == 303
    claim = asked.ledger.case().gathering.claims[0].id
    for ruling in asked.ledger.rulings():
        assert [target.id for target in ruling.targets] == [id_, claim]


@pytest.mark.parametrize("value", ["1.5", "-0.1", "nan", "half", "0.3 C1", "٠"])
def test_what_is_no_forecast_is_refused(asked, value):
    answer = sent(asked, kind="forecast", id=issue(asked), value=value)
    assert answer.status == 400
    assert "--" not in answer.text.split("<main")[1]
    assert asked.ledger.rulings() == ()


def test_what_is_proposed_is_told_as_a_proposal(asked):
    page = asked.reader.get("/questions").text
    assert "proposed, not ruled: narrowed by C1 (yes)" in page
    assert "asks for yes or no" in page
    told = json.loads(asked.reader.get("/api/questions").text)
    whether = next(one for one in told["issues"] if one["asked"] == "whether")
    assert (whether["state"], whether["number"]) == ("open", "Q1")
    assert [one["answer"] for one in whether["proposals"]] == ["yes"]
    assert {one["issue"] for one in told["questions"]} == {one["id"] for one in told["issues"]}
    assert told["forecasters"] == []


def test_questions_are_found_by_their_words(asked):
    page = asked.reader.get("/questions?q=mill").text
    assert "whether the mill at Vesk burnt" in page
    assert "who fled" not in page
