"""Cases with rulings in force, and what every export of a platform is asked."""

import json
from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from reportedly.model import Actor, Case, Logged, Ruling, Target
from views.case import story

TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("\u202e\x00\x1b\r\n\t <&\"'“{}|\ud800한\u2028")),
    min_size=1, max_size=60,
)  # fmt: skip
"""Any text at all, and what acts instead of being read more often than by chance."""


@cache
def dorn_known() -> Case:
    """The story in which Captain Dorn is an actor, too."""
    held = story()
    left = held.gathering.claims[0]
    place = next(n for n, p in enumerate(left.positions) if p.voice == "Ilse Dorn")
    dorn = left.positions[place]
    actor = Actor("d0" * 8, "Ilse Dorn", "person", None, (dorn.label,))
    named = replace(dorn, kind="person", actor=actor.id)
    positions = (*left.positions[:place], named, *left.positions[place + 1 :])
    gathering = replace(
        held.gathering,
        claims=(replace(left, positions=positions), *held.gathering.claims[1:]),
        actors=(*held.gathering.actors, actor),
    )
    return replace(held, gathering=gathering)


def ruled(case: Case, *rulings: tuple[Ruling, str | None]) -> Case:
    """The case with rulings in force, each with the statement or actor that it rests on."""
    logged = tuple(Logged(ruling, (rest,), "in force") for ruling, rest in rulings)
    return replace(case, rulings=(*case.rulings, *logged))


def hidden(case: Case, number: int = 0) -> Case:
    """The case without one of its claims."""
    claim = case.gathering.claims[number]
    target = Target("claim", claim.id, statement=claim.statements[0])
    return ruled(case, (Ruling(1, "hide", (target,), "anna"), claim.statements[0]))


def graded(case: Case, value: str, by: str = "Ana K.", recorded: str = "") -> Case:
    """The case whose first claim a person gave a grade."""
    claim = case.gathering.claims[0]
    target = Target("claim", claim.id, statement=claim.statements[0])
    ruling = Ruling(7, "grade", (target,), by, recorded, "seen it myself", value=value)
    suggested = case.grades[0]
    given = replace(suggested, letter=value[0], digit=value[1], suggested=suggested.code)
    return ruled(replace(case, grades=(given, *case.grades[1:])), (ruling, claim.statements[0]))


def sourced(case: Case, outlet: str, letter: str) -> Case:
    """The case in which a person graded an outlet."""
    target = Target("outlet", outlet, name=outlet)
    return ruled(case, (Ruling(8, "grade", (target,), "Ana K.", value=letter), None))


def whole(data: bytes) -> str:
    """The text of an export; no hidden character is in it raw."""
    text = data.decode()
    assert not set(text) & set("\x00\x1b\u202e\u2028\ufeff\r")
    return text


def lines(data: bytes) -> list[dict]:
    """An object a line."""
    return [json.loads(line) for line in whole(data).split("\n") if line]
