"""Unnamed sources inside one report: "the officers" are the "two officers" met before."""

from collections.abc import Iterable, Mapping

from reportedly.claims.words import stems
from reportedly.model import Document, Evidence, Reading, Source, cut


def descriptions(
    documents: Iterable[Document], readings: Iterable[Reading]
) -> Mapping[str, Evidence]:
    """For each attribution to an unnamed source, the fullest earlier description of it.

    A shorter description stands for an earlier one of the same kind in the same report if all
    its content words are among those of the earlier. Across reports nothing is joined here:
    two unnamed officials may be two people.
    """
    by_id = {document.id: document for document in documents}
    found: dict[str, Evidence] = {}
    for reading in readings:
        if reading.document in by_id:
            found |= _in_one(by_id[reading.document], reading)
    return found


def _in_one(document: Document, reading: Reading) -> dict[str, Evidence]:
    met: list[tuple[Source, frozenset[str]]] = []
    found: dict[str, Evidence] = {}
    for attribution, source in _unnamed(reading):
        bag = frozenset(stems(cut(document.text, source.spans)))
        earlier = next((s for s, b in met if bag and bag <= b and _same(s, source)), source)
        found[attribution] = Evidence(document.id, earlier.spans)
        met.append((source, bag))
    return found


def _unnamed(reading: Reading) -> list[tuple[str, Source]]:
    """Ids of attributions with their unnamed sources, in the order of the text."""
    ordered = sorted(reading.attributions, key=lambda a: (a.cue, a.id))
    sources = [(a.id, a.source) for a in ordered if a.source is not None and a.source.spans]
    return [(id_, source) for id_, source in sources if source.anonymous or not source.name]


def _same(one: Source, other: Source) -> bool:
    return one.kind == other.kind and one.country == other.country
