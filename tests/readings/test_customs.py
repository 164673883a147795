"""Habits and breaks with them, in invented sentences about real countries."""

import pytest

import build
from reportedly.model import cut
from reportedly.readings import read

HABIT = "Belarus has traditionally relied on sending troops to its allies."


def clashes(text):
    return [
        (c.kind, cut(text, c.left.spans), cut(text, c.right.spans))
        for c in read(build.document(text)).conflicts
    ]


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        (f"{HABIT} For Belarus, sending troops abroad represents a significant shift.",
         "Belarus has traditionally relied on sending troops to its allies",
         "sending troops abroad represents a significant shift"),
        ("Belarus has long sent soldiers abroad. Belarus sent soldiers abroad for the first time.",
         "Belarus has long sent soldiers abroad",
         "Belarus sent soldiers abroad for the first time"),
        ("For decades Belarus has sent soldiers abroad. For Minsk, deploying soldiers abroad is "
         "unprecedented.", "For decades Belarus has sent soldiers abroad",
         "deploying soldiers abroad is unprecedented"),
    ],
)  # fmt: skip
def test_a_habit_and_a_break_with_it_clash(text, left, right):
    """The author cannot have both."""
    assert [("polarity", left, right)] == clashes(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{HABIT} For Mali, sending troops abroad represents a significant shift.",
        f"{HABIT} For Belarus, sending troops abroad represents no shift.",
        f"{HABIT} Officials said sending troops abroad marked a shift for Belarus.",
        "Belarus has long sent troops to Syria. Belarus sent troops to Mali for the first time.",
        "Belarus has never sent troops abroad. For Belarus, sending troops abroad is a shift.",
        "Belarus has long supplied arms. For Belarus, sending troops abroad is a shift.",
    ],
)
def test_both_may_hold(text):
    """Another actor, another place, another event, another voice, or no habit at all."""
    assert clashes(text) == []
