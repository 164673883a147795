"""Who is a party to the matter: acts in the claim, is acted on, or fights where it happens."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.lexicons import load
from reportedly.lexicons.countries import countries_in_lower
from reportedly.model import Statement


@dataclass(frozen=True, slots=True)
class Parties:
    """Countries (ISO 3166-1 alpha-2) and names of those whose matter a claim is.

    ``acting``: the countries whose people act in it or are acted on, and in which it happens.
    """

    countries: frozenset[str]
    names: frozenset[str]
    acting: frozenset[str] = frozenset()

    def holds(self, name: str | None, country: str | None) -> bool:
        """Whether a source with this name or country is one of them."""
        return country in self.countries or bool(name and name.lower() in self.names)


NOBODY = Parties(frozenset(), frozenset())


def parties(claim: Sequence[Statement], around: Iterable[Statement]) -> Parties:
    """Parties to the matter of some statements of one claim.

    Its actors and their countries, the country of its place, and those who fight one another in
    the same report, where one of the claim's own parties is among them.
    """
    actors = [actor for statement in claim for actor in statement.actors]
    places = [code for s in claim if s.place for code in countries_in_lower(s.place.name.lower())]
    own = frozenset([*(a.country for a in actors if a.country), *places])
    fighting = [_sides(statement) for statement in around if _fights(statement)]
    drawn_in = (side for side in fighting if side & own)
    return Parties(own.union(*drawn_in), frozenset(a.name.lower() for a in actors), own)


def _fights(statement: Statement) -> bool:
    table = load("grades")["fighting"]
    return statement.code in table["codes"] or statement.event in table["events"]


def _sides(statement: Statement) -> frozenset[str]:
    places = countries_in_lower(statement.place.name.lower()) if statement.place else ()
    return frozenset([*(a.country for a in statement.actors if a.country), *places])
