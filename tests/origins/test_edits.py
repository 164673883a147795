"""What a later version of a text changes: applied to the old one it gives the new one."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.origins import edits as module
from reportedly.origins.edits import edits

WORDS = st.sampled_from(
    ["the", "army", "left", "12", "may", "have", ",", ".", "’s", "é", "\U0001f600"]
)
SPACE = st.sampled_from([" ", " ", " ", "\n\n", "  ", ""])
TEXTS = st.lists(st.tuples(WORDS, SPACE), max_size=40).map(lambda p: "".join(map("".join, p)))


def applied(old, new, found):
    """The new text, made of the old one and of what the changes put in."""
    pieces, at = [], 0
    for one in found:
        pieces += [old[at : one.old.start], new[one.new.start : one.new.end]]
        at = one.old.end
    return "".join([*pieces, old[at:]])


def told(old, new):
    return [(old[e.old.start : e.old.end], new[e.new.start : e.new.end]) for e in edits(old, new)]


@settings(max_examples=400, deadline=None)
@given(TEXTS | st.text(max_size=60), TEXTS | st.text(max_size=60))
def test_the_changes_applied_to_the_old_text_give_the_new_one(old, new):
    found = edits(old, new)
    assert applied(old, new, found) == new
    at = (0, 0)
    for one in found:
        assert old[at[0] : one.old.start] == new[at[1] : one.new.start]
        assert one.old.start <= one.old.end <= len(old)
        assert one.new.start <= one.new.end <= len(new)
        at = one.old.end, one.new.end
    assert all(one.old.start < one.old.end or one.new.start < one.new.end for one in found)


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_texts_that_have_to_be_divided_keep_the_same_promise(old, new):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST", 3)
        assert applied(old, new, edits(old, new)) == new


@given(TEXTS)
def test_the_same_text_has_no_change(text):
    assert edits(text, text) == ()


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("The army may have left.", "The army has left.", [("may have", "has")]),
        ("Some 12 men fled, he said.", "Some 40 men fled, he said.", [("12", "40")]),
        ("It left.", "It left. The army denied it.", [("", " The army denied it.")]),
        (
            "It left now. Men fled.",
            "He left now. Men fled. It burnt.",
            [("It", "He"), ("", " It burnt.")],
        ),
        (
            "It left. He saw it.",
            "Men left. He saw it. It burnt.",
            [("It", "Men"), ("", " It burnt.")],
        ),
        ("It reportedly left the town.", "It left the town.", [("reportedly ", "")]),
        ("Update: it left.", "It left.", [("Update: it", "It")]),
        ("One. Two.\n\nThree.", "One.\n\nThree.", [(" Two.", "")]),
        ("", "Words.", [("", "Words.")]),
        ("It left now.", "It  left now.", [("", " ")]),
    ],
)
def test_changes_are_told_in_whole_words(old, new, changes):
    assert told(old, new) == changes


def test_single_words_that_two_sentences_share_do_not_tear_them_to_pieces():
    old = "It began. The men of Tolm left in the night for the river. It ended there."
    new = "It began. A guard at the gate saw a boat of the army. It ended there."
    ((taken, put),) = told(old, new)
    assert taken == "The men of Tolm left in the night for the river"
    assert put == "A guard at the gate saw a boat of the army"


@pytest.mark.parametrize("kind", ["edited", "other", "one word", "short and long"])
def test_texts_of_a_megabyte_take_seconds(kind):
    made = random.Random(7)
    words = [f"w{made.randrange(20_000)}" for _ in range(160_000)]
    old, new = words, list(words)
    for _ in range(300):
        new[made.randrange(len(new))] = "else"
    if kind == "other":
        new = [f"w{made.randrange(20_000)}" for _ in range(160_000)]
    elif kind == "one word":
        old, new = ["a"] * 500_000, ["a", "b"] * 250_000
    elif kind == "short and long":
        new = words[::1_000]
    old, new = " ".join(old), " ".join(new)
    start = time.process_time()
    found = edits(old, new)
    assert time.process_time() - start < 20
    assert applied(old, new, found) == new
    if kind == "edited":
        assert 250 < len(found) <= 300
