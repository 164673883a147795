"""Surnames of a story that names nobody in full, taken from the other stories, with care."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from reportedly.claims.shorter import Form, Step

Forms = Mapping[str, Mapping[str, Sequence[Form]]]
"""The names of each story, with all that its reports tell of each."""

_SHARED = 2
"""Names that two stories must share besides for a surname of one to be a person of the other."""

_RULE = "surname elsewhere"


def surnames_across(
    forms: Forms, people: Set[str], known: Set[tuple[str, str]]
) -> dict[tuple[str, str], Step]:
    """For a story and a surname that is nobody's in it: the one person of all who bears it.

    ``people``: full names of persons; ``known``: what is short for a name in its own story. The
    story must share two other names of two words or more with a story that names the person.
    """
    bearing: dict[str, set[str]] = defaultdict(set)
    for name in people:
        bearing[name.split()[-1]].add(name)
    found: dict[tuple[str, str], Step] = {}
    for story, surname in _alone(forms, bearing, known):
        (whole,) = bearing[surname]
        others = [held for other, held in forms.items() if other != story and whole in held]
        if any(_shared(forms[story], held, whole) >= _SHARED for held in others):
            found[story, surname] = Step(whole, _RULE)
    return found


def _alone(
    forms: Forms, bearing: Mapping[str, set[str]], known: Set[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Surnames that are a person's and that one person of all bears, where nobody else has them."""
    for story, held in sorted(forms.items()):
        for key, told in sorted(held.items()):
            one = len(bearing.get(key, ())) == 1 and (story, key) not in known
            if one and {f.kind for f in told} - {None} == {"person"}:
                yield story, key


def _shared(left: Mapping[str, object], right: Mapping[str, object], whole: str) -> int:
    return sum(" " in key and key != whole and key in right for key in left)
