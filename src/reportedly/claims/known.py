"""What the reports of one story tell of a name together, beyond what a single one of them tells.

A report that only writes "the actress" can be read where another report of its story calls one
of its people so; whether somebody is a he or a she need be told but once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportedly.claims.kinds import has_given_name, most_told
from reportedly.claims.mentions import Mention
from reportedly.model import ActorKind

_SURE = 0.75


@dataclass(frozen=True, slots=True)
class Known:
    """By name: its mentions in the story, whether a he or a she, and what introduces it.

    ``called``: how often by each noun.
    """

    often: Mapping[str, int] = field(default_factory=dict)
    genders: Mapping[str, str] = field(default_factory=dict)
    called: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


NOTHING = Known()


def kinds_of(names: Iterable[Mention]) -> dict[str, ActorKind]:
    """What most mentions of a story take each name for; places are left to each report.

    A word by itself that ends the name of a person with a frequent given name is a person.
    """
    held: dict[str, list[ActorKind | None]] = defaultdict(list)
    for mention in names:
        held[mention.key].append(mention.kind)
    told = {key: most_told(kinds) for key, kinds in sorted(held.items())}
    people = [key for key, kind in told.items() if kind == "person" and len(held[key]) > 1]
    surnames = {key.split()[-1] for key in people if " " in key and has_given_name(key)}
    told |= {key: "person" for key in surnames if key in told and not told[key]}
    return {key: kind for key, kind in told.items() if kind and kind != "place"}


def known_of(often: Mapping[str, int], names: Iterable[tuple[Mention, str]]) -> Known:
    """What mentions tell of the names that they stand for."""
    genders: dict[str, Counter[str]] = defaultdict(Counter)
    called: dict[str, Counter[str]] = defaultdict(Counter)
    for mention, target in names:
        called[target].update(sorted(mention.called))
        if mention.gender:
            genders[target][mention.gender] += 1
    told = {name: sex for name, held in genders.items() if (sex := sure(held))}
    return Known(often, _of_surnames(told) | told, called)


def _of_surnames(genders: Mapping[str, str]) -> dict[str, str]:
    """What all of one surname are: another report of the story tells the given name."""
    held: dict[str, set[str]] = defaultdict(set)
    for name, sex in genders.items():
        if " " in name:
            held[name.split()[-1]].add(sex)
    return {surname: min(sexes) for surname, sexes in held.items() if len(sexes) == 1}


def sure(told: Counter[str]) -> str | None:
    """The gender that three in four of those who tell one tell; None where they differ more."""
    sex, count = told.most_common(1)[0]
    return sex if count >= _SURE * told.total() else None
