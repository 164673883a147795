"""The parts of a ledger that are looked across one by one, with what people decided of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly import claims
from reportedly.model import Decisions, Document, Reading, Ruling


@dataclass(frozen=True, slots=True)
class Part:
    """Reports in order of publication, a reading each, and the decisions that they heed.

    ``beside``: how many reports of other parts there are taken to be, 0 where there is no other.
    """

    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    decided: Decisions
    beside: int


def parted(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    rulings: Sequence[Ruling],
    decided: Decisions,
) -> Iterator[Part]:
    """All ``documents`` in parts (:func:`claims.partition`), each in the order given.

    Reports that people ruled on are in one part with what is like them, and that part heeds
    everything that is ``decided``; the others heed how sources were graded, and no more.
    """
    ruled = touched(rulings)
    cuts = claims.partition(documents, ruled)
    by_id = {document.id: document for document in documents}
    home = next((at for at, ids in enumerate(cuts) if not ruled.isdisjoint(ids)), 0)
    for at, ids in enumerate(cuts):
        yield Part(
            tuple(by_id[id_] for id_ in ids),
            tuple(readings[id_] for id_ in ids),
            decided if at == home else Decisions(graded=decided.graded),
            claims.BESIDE if len(cuts) > 1 else 0,
        )


def touched(rulings: Sequence[Ruling]) -> frozenset[str]:
    """Ids of the reports that ``rulings`` are about."""
    named = [target for ruling in rulings for target in ruling.targets]
    ids = [id_ for one in named for id_ in (one.document, one.to) if id_]
    return frozenset([*ids, *(one.id for one in named if one.kind == "document")])
