"""What a person means by an id, the beginning of one, a number such as C1, or a name."""

import re
from collections.abc import Iterable, Sequence

from reportedly.errors import UsageError
from reportedly.model import Claim, Document, bare
from reportedly.shelf import Record, Shelf
from reportedly.visible import plain

from . import explain


def record(shelf: Shelf, id_: str) -> Record:
    """The record that a person means; UsageError where none, or more than one, is called so."""
    return explain.find(shelf, numbered(shelf, id_))


def document(shelf: Shelf, name: str) -> str:
    """The id of the report that a person means; UsageError where it is none."""
    found = record(shelf, name)
    if not isinstance(found, Document):
        raise UsageError(f"{plain(name)}: this is not a report; `why` takes one ID or two reports")
    return found.id


def source(shelf: Shelf, name: str) -> Record:
    """The record that a person means, where an outlet or an actor may be meant by its name, too.

    An outlet is meant by the first report here that is of it. UsageError where two actors have one
    name.
    """
    outlets: Iterable[Record] = (d for d in shelf.case.documents if bare(d.outlet) == bare(name))
    actors: list[Record] = [a for a in shelf.case.gathering.actors if bare(a.name) == bare(name)]
    outlet = next(iter(outlets), None)
    if outlet is None and len(actors) > 1:
        raise UsageError(f"{plain(name)}: several actors are called so; name one by its id")
    return outlet or (actors[0] if actors else record(shelf, name))


def answered(shelf: Shelf, ids: Sequence[str], value: str) -> tuple[Sequence[str], str]:
    """Ids and value of a ruling on an issue; an answer that names a claim is a second id.

    ``value``: the answer, behind the probability where it is a forecast.
    """
    found = re.fullmatch(r"((?:[\d.eE+-]+ )?)(C\d+|[0-9a-f]{16})", value.strip(), re.IGNORECASE)
    named = found and shelf.records.get(numbered(shelf, found[2]))
    if not isinstance(named, Claim) or found is None:
        return ids, value
    return [*ids, named.id], found[1].strip()


def numbered(shelf: Shelf, name: str) -> str:
    """The id behind a number such as C1, R7, K2, A3, H2, E4 or Q2; anything else as it stands."""
    held = (
        *shelf.claim_numbers.items(), *shelf.numbers.items(), *shelf.issue_numbers.items(),
        *shelf.map_numbers.items(), *shelf.hypothesis_numbers.items(), *shelf.item_numbers.items(),
    )  # fmt: skip
    return {number: id_ for id_, number in held}.get(name.upper(), name)
