"""What comes with a file beside its reports: rulings of people, and tables of their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .documents import Skipped
from .readings import Kept
from .rulings import Ruling, written_id


@dataclass(frozen=True, slots=True)
class Brought:
    """What the file ``name`` holds beside reports; ``tables`` are CSV."""

    name: str
    rulings: tuple[Ruling, ...] = ()
    tables: tuple[str, ...] = ()


Came = Kept | Skipped | Brought
"""What comes out of a file: reports, what was skipped, and what came beside them."""


def appended(held: Sequence[Ruling], came: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Those of ``came`` that are not among ``held``, numbered after them.

    Who, when, why and what stay as they were. Numbers of rulings, and names of hypotheses that are
    made of such numbers, are told anew wherever one of ``came`` has them. ``came``: the rulings of
    one ledger, in their order; what one of them takes back or overrules stands before it.
    """
    known = {_same(one): one.number for one in held}
    numbers: dict[int, int] = {}
    names: dict[str, str] = {}
    fresh: list[Ruling] = []
    last = held[-1].number if held else 0
    for ruling in came:
        told = _told(ruling, numbers, names)
        number = known.get(_same(told))
        if number is None:
            last = number = last + 1
            fresh.append(replace(told, number=number))
        numbers[ruling.number] = number
        if ruling.kind == "hypothesis":
            names[written_id(ruling.number, ruling.value)] = written_id(number, ruling.value)
    return tuple(fresh)


def _told(ruling: Ruling, numbers: dict[int, int], names: dict[str, str]) -> Ruling:
    return replace(
        ruling,
        targets=tuple(replace(one, id=names.get(one.id, one.id)) for one in ruling.targets),
        undoes=None if ruling.undoes is None else numbers[ruling.undoes],
        overrules=tuple(numbers[one] for one in ruling.overrules if one in numbers),
    )


def _same(ruling: Ruling) -> Ruling:
    return replace(ruling, number=0)
