"""The whole flow on one screen: one call a stage, records in, records out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from reportedly import claims, engines, grades, origins, readings
from reportedly.errors import UsageError
from reportedly.grades.arrows import weigh_arrows
from reportedly.model import (
    Case,
    Document,
    Reading,
    Ruling,
    Skipped,
    corrected,
    decisions,
    log,
    united,
)
from reportedly.parting import Part, looked_across, parted


def read(
    documents: Iterable[Document],
    workers: engines.Workers = engines.ONE,
    reader: str = readings.DEFAULT,
) -> Iterator[Reading]:
    """One reading a document, in the order given, whoever reads; a report that fails is named.

    Raises :class:`UsageError` for a reader that there is not.
    """
    if reader not in readings.READERS:
        raise UsageError(f"{reader}: there is no such reader")
    return engines.run(partial(readings.read, reader=reader), documents, workers, _failed)


def _failed(document: Document, reason: str) -> Reading:
    told = f"the report could not be read ({reason})"
    return Reading(document.id, skipped=(Skipped(document.name, told),))


def _order(document: Document) -> tuple[str, str, str]:
    """By publication; what that does not tell apart, such as versions of a page, by retrieval."""
    return document.published or "9999", document.retrieved or "9999", document.id


def compare(
    documents: Iterable[Document],
    read: Iterable[Reading],
    own: claims.Table = claims.EMPTY,
    memory: claims.Memory | None = None,
    rulings: Sequence[Ruling] = (),
    sources: grades.Sources = (),
    workers: engines.Workers = engines.ONE,
) -> Case:
    """Look across all reports: claims, where they come from, how well they are supported.

    ``own``: a person's table of names of actors. ``memory``: what was compared before; it saves
    time and changes nothing. ``rulings``: what people decided, as they were made; they go before
    everything found here. ``sources``: a person's table of sources and how reliable each has been.
    ``workers`` do the parts of a large ledger.
    """
    kept = tuple(sorted(documents, key=_order))
    by_id = {reading.document: reading for reading in read}
    found = tuple(by_id[document.id] for document in kept)
    parts = parted(Part(kept, found, decisions(rulings, found), own, sources, 0), rulings)
    if len(parts) == 1:
        case = across(parts[0], memory)
    else:
        case = united(
            kept, found, looked_across(parts, across, memory or claims.Forgetful(), workers)
        )
    return replace(case, rulings=log(rulings, case))


def across(part: Part, memory: claims.Memory | None = None) -> Case:
    """Look across the reports of one part."""
    kept, decided, sources = part.documents, part.decided, part.sources
    told = corrected(part.readings, decided)
    gathering = claims.gather(kept, told, part.own, memory, decided, part.beside)
    lineage = origins.trace(kept, told, gathering, decided)
    grading = grades.weigh(kept, told, gathering, lineage, decided.graded, sources)
    pulls = weigh_arrows(kept, told, gathering, lineage)
    competing = grades.compete(kept, told, gathering, lineage, decided, sources)
    courses, people = grades.follow(kept, told, gathering, lineage, decided)
    return Case(
        kept, part.readings, gathering, lineage, grading, weights=pulls,
        competing=competing, courses=courses, forecasters=people,
    )  # fmt: skip
