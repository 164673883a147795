"""One question of the bundled story through its states, on the command line, as reports come."""

import json
from itertools import pairwise
from pathlib import Path

import jsonschema_rs
import pytest
from typer.testing import CliRunner

from reportedly import desk, documents
from reportedly.cli import app
from reportedly.exports import Between, events_json, ledger_json
from reportedly.ledger import changes, opened
from reportedly.model import Kept
from story_gold import FILES

SCHEMA = Path(__file__).parents[1] / "docs" / "watching.schema.json"
FITS = jsonschema_rs.validator_for(json.loads(SCHEMA.read_text(encoding="utf-8")))
FIRST, LATER, LAST = "2031-03-04", "2031-03-05", "2031-03-08"
"""Before the correspondent, before the general, after everything."""


@pytest.fixture(scope="module")
def intakes():
    held = [one for one in documents.load([str(path) for path in FILES]) if isinstance(one, Kept)]
    ends = ("", FIRST, LATER, LAST)
    return [
        desk.Intake(tuple(k for k in held if start <= k.document.published < end), ())
        for start, end in pairwise(ends)
    ]


class Case:
    """A ledger of the story, by what is asked of it."""

    def __init__(self, where):
        self.where = str(where)

    def add(self, intake):
        with opened(self.where) as ledger:
            desk.add(ledger, intake)

    def rule(self, *words):
        made = CliRunner().invoke(app, ["rule", "-l", self.where, *words])
        assert made.exit_code == 0, made.exception
        return made.output

    def show(self, *words):
        return CliRunner().invoke(app, [*words, "-l", self.where]).output

    @property
    def case(self):
        with opened(self.where) as ledger:
            return ledger.case()

    @property
    def account(self):
        """The issue whether what the officers said is so, and its course."""
        case = self.case
        at = next(n for n, one in enumerate(case.gathering.issues) if one.asked == "whether"
                  and one.answers)  # fmt: skip
        return case.gathering.issues[at], case.courses[at]


def answers(course, state):
    return [one.answer for one in course.proposals if one.state == state]


def test_a_question_of_the_story_goes_through_its_states(tmp_path, intakes):
    told = Case(tmp_path / "case.db")
    told.add(intakes[0])
    issue, course = told.account
    assert (course.state, course.proposals) == ("open", ())
    assert "Q2 “the account”" in told.show("show", "questions")
    assert told.rule("forecast", "Q2", "0.3", "--by", "Ana K.")
    assert told.rule("forecast", "Q2", "0.8", "--by", "Ben Orr")

    told.add(intakes[1])
    issue, course = told.account
    assert (course.state, set(answers(course, "narrowed"))) == ("open", {"yes", "no"})
    shown = next(one for one in course.proposals if one.answer == "yes")
    assert "2 shown origins" in shown.reason.text
    assert "is narrowed now, open before" in told.rule("narrow", issue.id, "--why", "23 were seen")
    told.rule("settle", issue.id, "--answer", "yes", "--why", "A correspondent counted them.")
    course = told.account[1]
    assert (course.state, course.answer, course.proposals) == ("settled", "yes", ())
    assert {one.by: one.brier for one in course.scores} == {"Ana K.": 0.98, "Ben Orr": 0.08}

    told.add(intakes[2])
    _, course = told.account
    assert course.state == "settled"
    assert len(answers(course, "reopened")) == 2
    told.rule("reopen", issue.id, "--why", "The general denies it.")
    course = told.account[1]
    assert (course.state, course.scores, answers(course, "reopened")) == ("reopened", (), [])
    assert "undone" in told.rule("undo", "5") + told.show("show", "rulings")
    assert told.account[1].state == "settled"
    _is_told_everywhere(told, issue)


def _is_told_everywhere(told, issue):
    why = told.show("why", issue.id)
    assert "settled by" in why
    assert "A correspondent counted them." in why
    whole = ledger_json(told.case)
    row = next(one for one in whole["issues"] if one["id"] == issue.id)
    assert (row["state"], row["answer"], row["text"]) == ("settled", "yes", "the account")
    assert json.dumps(whole)
    asked = {one["id"]: one["issue"] for one in whole["questions"]}
    assert asked[issue.questions[0]] == issue.id
    assert whole["forecasters"][0]["name"] == "Ana K."
    _is_told_as_it_comes(told, issue)


def _is_told_as_it_comes(told, issue):
    """By diff and watch: first what is proposed, then what is ruled, each once."""
    with opened(told.where) as ledger:
        states = [ledger.at(run.number) for run in ledger.runs()]
    kinds = []
    for before, after in pairwise(states):
        came = changes(before, after)
        kinds += [turn.kind for turn in came.turned if turn.issue.id == issue.id]
        events = list(events_json(came, after, Between(1, 2, "2031-03-08T10:00:00+00:00")))
        for event in events:
            FITS.validate(event)
        assert len({event["id"] for event in events}) == len(events)
        assert [event["kind"] for event in events].count("issue") == len(came.turned)
    assert [kind for kind in kinds if kind != "proposed"] == [
        "narrowed", "settled", "reopened", "settled",
    ]  # fmt: skip
    assert kinds.count("proposed") == 4 + 2
    assert "Questions asked, proposed or ruled on (8)" in told.show("diff", "--since", "2001-01-01")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("settle", "Q2"), "yes or no"), (("settle", "Q2", "--answer", "maybe"), "yes or no"),
        (("reopen", "Q2"), "nobody has narrowed"), (("settle", "Q1"), "claim or words"),
        (("forecast", "Q2"), "a probability"), (("forecast", "Q2", "1.2"), "from 0 to 1"),
        (("forecast", "Q2", "nan"), "from 0 to 1"), (("forecast", "Q2", "half"), "from 0 to 1"),
        (("forecast", "Q1", "0.3"), "one answer"), (("forecast", "C1", "0.3"), "about an issue"),
        (("settle", "C1", "--answer", "yes"), "about an issue"),
        (("hide", "Q2", "--answer", "yes"), "hide takes none"),
        (("forecast", "Q2", "0.3", "--answer", "C1"), "yes or no"),
        (("forecast", "Q1", "0.7", "--answer", "C1", "--by", "Ana"), "sum to 0.5 already"),
    ],
)  # fmt: skip
def test_what_is_no_ruling_on_a_question_is_refused(first, words, said):
    made = CliRunner().invoke(app, ["rule", "-l", first.where, *words])
    assert made.exit_code != 0
    assert said in str(made.exception)


@pytest.fixture(scope="module")
def first(tmp_path_factory, intakes):
    told = Case(tmp_path_factory.mktemp("first") / "case.db")
    told.add(intakes[0])
    told.rule("forecast", "Q1", "0.5", "--answer", "over the river", "--by", "Ana")
    return told


def test_a_hidden_question_is_in_no_list(first):
    assert "Q1" in first.show("show", "questions")
    first.rule("hide", "Q1")
    assert "Q1" not in first.show("show", "questions")
    assert "where the men had gone" in first.show("why", first.case.gathering.issues[0].id)
