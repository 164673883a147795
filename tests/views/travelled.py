"""Invented claims with a lineage of any shape: who copies, credits or quotes whom."""

from dataclasses import dataclass

from reportedly.model import Case, Gathering, Lineage, OriginRange
from views.desks import Desk, claim, desk, drift, link, origin, position

HEDGED, FLAT = "Up to 30 guards may have fled the mill", "30 guards have fled the mill"


@dataclass(frozen=True)
class Told:
    """One report: what it says, and (kind, place) of each report it follows."""

    follows: tuple[tuple[str, int], ...] = ()
    flat: bool = False
    outlet: str | None = None
    lost: bool = False
    denies: bool = False


def copy(of: int, **fields) -> Told:
    return Told((("copied", of),), **fields)


def credit(*of: int, **fields) -> Told:
    return Told(tuple(("credited", n) for n in of), **fields)


def travelled(*told: Told, days: int = 1) -> Case:
    """One claim in as many reports as ``told``; ``days``: how many come out in one day."""
    desks = [_report(n, one, days) for n, one in enumerate(told)]
    said = [held.statements[0] for held in desks]
    first = claim(
        desks[0].evidence(HEDGED if not told[0].flat else FLAT), "contested", said,
        [position("a miller", "for", "PS+", *said, kind="anonymous")],
    )  # fmt: skip
    links = [
        (n, link(kind, desks[n].document, desks[to].document, None, desks[n].evidence("Mill news")))
        for n, one in enumerate(told)
        for kind, to in one.follows
    ]
    drifts = [
        drift(first, "hedge", made, desks[to].evidence("may have"), desks[n].evidence("have fled"),
              "The words that hedged it are gone.")
        for n, one in enumerate(told) if one.lost
        for to in [one.follows[0][1]]
        for made in [next(k for place, k in links if place == n)]
    ]  # fmt: skip
    pro = [s for s, one in zip(said, told, strict=True) if not one.denies]
    origins = (origin(first, "a miller", "anonymous", False, *pro),)
    return Case(
        tuple(held.document for held in desks),
        tuple(held.reading() for held in desks),
        Gathering((first,)),
        Lineage(tuple(made for _, made in links), origins,
                (OriginRange(first.id, 1, 1, (origins[0].id,)),), tuple(drifts)),
    )  # fmt: skip


def _report(n: int, told: Told, days: int) -> Desk:
    words = FLAT if told.flat else HEDGED
    outlet = told.outlet or f"Outlet {n}"
    day, hour = 1 + n // days, n % days * 20 // days
    held = desk(f"Mill news of {n}. {words}, a miller told the Post.", outlet,
                f"2031-03-{day % 28:02}T{hour:02}:00:00Z")  # fmt: skip
    by = held.attribute("a miller", "told", words, kind="anonymous", anonymous=True)
    number = held.number("30" if told.flat else "Up to 30", 30)
    side = {"stance": "against", "factuality": "CT-"} if told.denies else {}
    held.state(words, None if told.flat else by, quantity=number,
               **{"factuality": "CT+" if told.flat else "PS+", **side})  # fmt: skip
    return held


def copied(reports: int) -> Case:
    """A wire report, and copies of it with credits among them; every fifth loses the hedge."""
    told = [Told(outlet="Quay Wire")]
    for n in range(1, reports):
        if n % 5 == 0:
            told.append(credit(n - 1, flat=True, lost=not told[n - 1].flat))
        else:
            told.append(copy(0))
    return travelled(*told, days=-(-reports // 25))
