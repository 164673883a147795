"""Who is a party to the matter: acts in the claim, is acted on, or fights where it happens."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale

from reportedly.lexicons import load
from reportedly.model import Statement


@dataclass(frozen=True, slots=True)
class Parties:
    """Countries (ISO 3166-1 alpha-2) and names of those whose matter a claim is."""

    countries: frozenset[str]
    names: frozenset[str]

    def holds(self, name: str | None, country: str | None) -> bool:
        """Whether a source with this name or country is one of them."""
        return country in self.countries or bool(name and name.lower() in self.names)


def parties(claim: Sequence[Statement], around: Iterable[Statement]) -> Parties:
    """Parties to the matter of the statements of one claim.

    Its actors and their countries, the country of its place, and those who fight one another in
    the same reports, where one of the claim's own parties is among them.
    """
    actors = [actor for statement in claim for actor in statement.actors]
    places = [code for s in claim if s.place for code in countries(s.place.name)]
    own = frozenset([*(a.country for a in actors if a.country), *places])
    fighting = [_sides(statement) for statement in around if _fights(statement)]
    drawn_in = (side for side in fighting if side & own)
    return Parties(own.union(*drawn_in), frozenset(a.name.lower() for a in actors))


def _fights(statement: Statement) -> bool:
    table = load("grades")["fighting"]
    return statement.code in table["codes"] or statement.event in table["events"]


def _sides(statement: Statement) -> frozenset[str]:
    places = countries(statement.place.name) if statement.place else ()
    return frozenset([*(a.country for a in statement.actors if a.country), *places])


def countries(words: str) -> tuple[str, ...]:
    """Codes of the countries that ``words`` name, by name or as an adjective."""
    known = _terms()
    tokens = re.findall(r"[^\W\d_]+", words.lower())
    runs = (" ".join(tokens[i : i + n]) for n in (3, 2, 1) for i in range(len(tokens) - n + 1))
    return tuple(dict.fromkeys(known[run] for run in runs if run in known))


@cache
def _terms() -> dict[str, str]:
    names = Locale("en").territories.items()
    terms = {name.lower(): code for code, name in names if len(code) == 2}
    for table in ("names", "demonyms", "capitals", "seats"):
        for code, words in load("countries")[table].items():
            terms |= {w.lower(): code for w in words if code != "source"}
    return terms


def country_name(code: str) -> str:
    """The English name of a country (CLDR), or its code where there is none."""
    return str(Locale("en").territories.get(code, code))
