"""Groups of one field: what a credit points at is one claim, whatever its words."""

import pytest

from newsroom import report
from reportedly.claims import fields
from reportedly.claims.fields import compared
from reportedly.claims.tellings import Telling
from reportedly.claims.words import rarity


def telling(outlet, text, event, *named):
    made = report(text, outlet, "2031-05-02")
    return Telling(made.own(text, event), made.document, None, False, None, "field", named)


def groups(*told):
    return compared(told, rarity(t.bag for t in told))


@pytest.mark.parametrize(("near", "parts"), [(0.5, [[[0], [1]]]), (0.49, [[[0]], [[1]]])])
def test_a_credit_ties_what_stands_near_in_sense_and_marks_the_smaller_as_beside(
    monkeypatch, near, parts
):
    monkeypatch.setattr(fields, "cosine", lambda one, other: near)
    own = telling("Lund Mail", "a ferry went down", "sink")
    credits_it = telling("Vesk Courier", "boats capsized overnight", "capsize", "lund mail")
    assert groups(own, credits_it) == parts
