"""Pronouns follow whoever acts, and nobody where somebody without a name may be meant."""

import pytest

from roster import across, one


@pytest.mark.parametrize(
    ("text", "name", "pronoun"),
    [
        ("On Monday Lund Group raised its offer for Vesk Rail Group.", "Lund Group", "its"),
        ("Lund Steel Group and Vesk Rail Group met. Vesk Rail Group said it would pay.",
         "Vesk Rail Group", "it"),
        ("Norway said on Monday it is ready.", "Norway", "it"),
        ("Mary Stell spoke. “Ana Kovic lied. She lied.” Then she left.", "Mary Stell", "she"),
    ],
)  # fmt: skip
def test_a_pronoun_follows_the_name_that_acts_or_that_the_reporter_gives(text, name, pronoun):
    assert one(text, name, pronoun)


@pytest.mark.parametrize(
    ("text", "name", "pronoun"),
    [
        ("Lund Steel Group rose. It is late.", "Lund Steel Group", "It"),
        ("Lund Steel Group met when it rained.", "Lund Steel Group", "it"),
        ("The ship left Lund, Norway, on Monday, when it landed.", "Norway", "it"),
        ("Mary Stell came. Another woman said she saw it.", "Mary Stell", "she"),
        ("Mary Stell came. A mother lost her child.", "Mary Stell", "her"),
    ],
)
def test_a_pronoun_that_can_mean_something_else_means_nobody(text, name, pronoun):
    assert not one(text, name, pronoun)


def test_whether_a_surname_is_a_he_or_a_she_need_be_told_once_in_a_story():
    told = "Mary Stell sang in Lund. In Lund Mary Stell won."
    other = "On Monday Stell met Lund mayor Bo Ray. She won."
    assert across(told, "Mary Stell", other, "She")
