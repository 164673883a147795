"""The whole flow on one screen: one call a stage, records in, records out."""

from collections.abc import Iterable, Iterator
from functools import partial

from reportedly import claims, engines, grades, origins, readings
from reportedly.model import Case, Document, Reading, Skipped


def read(
    documents: Iterable[Document], jobs: int = 1, reader: str = readings.DEFAULT
) -> Iterator[Reading]:
    """One reading a document, in the order given, whatever the number of processes."""
    return engines.run(partial(readings.read, reader=reader), documents, jobs)


def compare(
    documents: Iterable[Document],
    read: Iterable[Reading],
    skipped: Iterable[Skipped] = (),
    own: claims.Table = claims.EMPTY,
    memory: claims.Memory | None = None,
) -> Case:
    """Look across all reports: claims, where they come from, how well they are supported.

    ``own``: a person's table of names of actors. ``memory``: what was compared before; it saves
    time and changes nothing.
    """
    kept = tuple(sorted(documents, key=lambda d: (d.published or "9999", d.id)))
    by_id = {reading.document: reading for reading in read}
    found = tuple(by_id[document.id] for document in kept)
    gathering = claims.gather(kept, found, own, memory)
    lineage = origins.trace(kept, found, gathering)
    grading = grades.weigh(kept, found, gathering, lineage)
    return Case(kept, found, gathering, lineage, grading, tuple(skipped))
