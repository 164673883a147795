"""What the reports of a story tell of a name is told together."""

from collections import Counter

from reportedly.claims.known import kinds_of, known_of, sure
from reportedly.claims.mentions import Mention
from reportedly.model import Span


def mention(key, kind=None, **told):
    return Mention(Span(0, 1), key.title(), "name", key, kind, **told)


def test_a_surname_of_a_person_with_a_frequent_given_name_is_a_person():
    told = [mention("mary stell", "person"), mention("mary stell", "person"), mention("stell")]
    assert kinds_of(told) == {"mary stell": "person", "stell": "person"}


def test_a_place_is_left_to_each_report():
    assert kinds_of([mention("lund", "place")]) == {}


def test_genders_and_nouns_are_counted_by_the_name_that_is_meant():
    she = mention("mary stell", gender="female", called=frozenset({"singer"}))
    known = known_of({}, [(she, "mary stell"), (she, "mary stell")])
    assert known.genders == {"mary stell": "female", "stell": "female"}
    assert known.called["mary stell"] == {"singer": 2}


def test_a_name_told_as_a_he_as_often_as_a_she_is_neither():
    assert sure(Counter(male=1, female=1)) is None
    assert sure(Counter(male=3, female=1)) == "male"
