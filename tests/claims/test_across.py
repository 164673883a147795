"""A surname is taken from another story only where nobody else can be meant."""

from reportedly.claims.across import surnames_across
from reportedly.claims.shorter import Form
from reportedly.model import Span


def form(key, kind=None):
    return [Form(key, key.title(), kind, None, False, Span(0, 0))]


def names(*keys, **kinds):
    return {key: form(key, kinds.get(key.replace(" ", "_"))) for key in keys}


FULL = names("mara stell", "lund rail board", "vesk steel", mara_stell="person")
SHORT = names("stell", "lund rail board", "vesk steel", stell="person")


def taken(stories, *people):
    found = surnames_across(stories, {"mara stell", *people}, set())
    return {at: step.to for at, step in found.items()}


def test_a_surname_means_the_only_one_who_bears_it_in_a_story_that_shares_two_names():
    assert taken({"a": FULL, "b": SHORT}) == {("b", "stell"): "mara stell"}


def test_a_surname_of_two_people_or_of_a_story_that_shares_one_name_means_nobody():
    assert taken({"a": FULL, "b": SHORT}, "bo stell") == {}
    assert taken({"a": FULL, "b": {k: SHORT[k] for k in ("stell", "vesk steel")}}) == {}


def test_a_word_that_nobody_takes_for_a_person_is_no_surname():
    assert taken({"a": FULL, "b": {**SHORT, "stell": form("stell")}}) == {}
