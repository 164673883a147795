"""The kept copies of a case: each once, with the routes by which reports came from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reportedly.model import Case, Retrieval

Copy = Callable[[str], bytes | None]
"""What gives the bytes kept under a SHA-256; None where they are not what was kept."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a ledger has beside its case and its copies, for the formats that hold all of it.

    ``tables`` are a person's own, as CSV; ``dossier`` gives the page of a case, piece by piece.
    """

    tables: tuple[str, ...] = ()
    dossier: Callable[[Case], Iterable[str]] | None = None


NOTHING = Beside()


@dataclass(frozen=True, slots=True)
class Holding:
    """One kept copy. ``also``: routes of reports whose first route is a later copy."""

    sha256: str
    routes: tuple[Retrieval, ...]
    also: tuple[Retrieval, ...] = ()

    @property
    def url(self) -> str | None:
        """Where it was fetched from, by the first route that tells."""
        return next((one.url for one in self.routes if one.url), None)

    @property
    def retrieved(self) -> str | None:
        """When it was fetched, by the first route that tells."""
        return next((one.retrieved for one in self.routes if one.retrieved), None)


def holdings(case: Case) -> tuple[Holding, ...]:
    """Every kept copy in the order of its reports.

    Whoever reads the copies in this order, and of each its ``routes``, meets every report first
    by its own first route.
    """
    routes: dict[str, list[Retrieval]] = {d.id: [] for d in case.documents}
    for one in case.retrievals:
        routes[one.document].append(one)
    by_copy: dict[str, list[Retrieval]] = {}
    first: dict[str, Retrieval] = {}
    for document in case.documents:
        # A ledger of before there were routes has none.
        for one in routes[document.id] or [Retrieval.of(document)]:
            first.setdefault(document.id, one)
            by_copy.setdefault(one.sha256, []).append(one)
    met: set[str] = set()
    return tuple(_holding(sha256, found, first, met) for sha256, found in by_copy.items())


def _holding(
    sha256: str, found: list[Retrieval], first: dict[str, Retrieval], met: set[str]
) -> Holding:
    """``met``: the reports that were met so far; those of this copy are added."""
    routes, also = [], []
    for one in found:
        if one.document in met or first[one.document] == one:
            met.add(one.document)
            routes.append(one)
        else:
            also.append(one)
    return Holding(sha256, tuple(routes), tuple(also))
