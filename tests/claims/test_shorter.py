"""Each rule joins a shorter form with a longer only where both can be one name."""

import pytest

from reportedly.claims.shorter import Form, steps
from reportedly.model import Span


def form(key, kind=None, often=1, **told):
    told = {"country": None, "placed": False, "first": Span(0, 0), **told}
    return Form(key, key.title(), kind, often=often, **told)


def rule(short, long):
    found = steps([short, long])
    return found[short.key].rule if short.key in found else None


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        (form("lundair"), form("lund air", often=3), "same letters"),
        (form("lundia air"), form("lundian air"), "people's ending"),
        (form("orrin", "place"), form("orrin province", "place"), "kind of place"),
        (form("mara ann", "person"), form("mara ann stell", "person", speaking=True),
         "further names"),
    ],
)  # fmt: skip
def test_one_name_in_two_forms_is_one(short, long, expected):
    assert rule(short, long) == expected


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (form("orrin", "place"), form("orrin county", "place")),
        (form("bo ray", "person"), form("bo ray jr", "person", speaking=True)),
        (form("bo ray", "person"), form("bo ray plans", "person")),
        (form("north lund"), form("south lund")),
        (form("lund", often=30), form("heavy lund", often=2)),
        (form("tarn"), form("tarn x", first=Span(9, 12))),
        (form("police", "government"), form("vesk police", "government", often=2)),
    ],
)
def test_two_names_stay_two(short, long):
    assert rule(short, long) is None
