"""What two reports have to do with one another: copy, credit, common upstream, nothing shown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from reportedly.model import (
    Actor,
    Case,
    Evidence,
    Groups,
    Link,
    Reading,
    Span,
    Spans,
    as_ruled,
    bare,
)

from .quotes import quoted_runs

Kinship = Literal["copy", "credit", "common upstream", "independent"]
_NOBODY = frozenset({"media", "author", "anonymous", "unspecified", "witness", "place"})


@dataclass(frozen=True, slots=True)
class Kin:
    """How two reports hang together, and the characters of both that show it.

    ``name`` is the common upstream: an outlet, a voice, or None where it is a quotation.
    """

    kind: Kinship
    name: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Between:
    """One case, asked about pairs of its reports (ids of documents)."""

    def __init__(self, case: Case) -> None:
        self._documents = {document.id: document for document in case.documents}
        self._families = _families(case.lineage.links)
        self._links = _direct(case.lineage.links)
        self._upstream = _upstream(case)
        self._voices = _voices(as_ruled(case), case.gathering.actors)

    def tie(self, one: str, other: str) -> Kin:
        """The closest tie of two reports; "independent" means only that none is shown."""
        direct = self._links.get(frozenset((one, other)), [])
        copied = [k for k in direct if k.kind in {"copied", "revised"}]
        if copied or self._families.top(one) == self._families.top(other):
            return Kin("copy", None, copied[0].evidence if copied else ())
        if direct:
            return Kin("credit", None, direct[0].evidence)
        return next(self._common(one, other), Kin("independent"))

    def _common(self, one: str, other: str) -> Iterator[Kin]:
        for held in (self._upstream, self._voices):
            left, right = held.get(one, {}), held.get(other, {})
            for name in left:
                if name in right:
                    yield Kin("common upstream", name, (left[name], right[name]))
        left_said, right_said = (quoted_runs(self._documents[d]) for d in (one, other))
        for run, span in left_said.items():
            if run in right_said:
                evidence = (Evidence(one, (span,)), Evidence(other, (right_said[run],)))
                yield Kin("common upstream", None, evidence)


def _direct(links: Iterable[Link]) -> dict[frozenset[str], list[Link]]:
    """Links from one report to another, by both."""
    found: dict[frozenset[str], list[Link]] = {}
    for link in links:
        if link.to:
            found.setdefault(frozenset((link.document, link.to)), []).append(link)
    return found


def _families(links: Iterable[Link]) -> Groups[str]:
    """Reports that copy one another, directly or through others."""
    group: Groups[str] = Groups()
    for link in links:
        if link.to and link.kind in {"copied", "revised"}:
            group.join(link.to, link.document)
    return group


def _upstream(case: Case) -> dict[str, dict[str, Evidence]]:
    """Outlets that each report credits, by bare name, with the words that do."""
    outlet = {document.id: document.outlet for document in case.documents}
    found: dict[str, dict[str, Evidence]] = {}
    for link in case.lineage.links:
        if link.kind in {"credited", "quoted"}:
            name = bare(outlet[link.to] if link.to else link.name or "")
            shown = link.evidence[0] if link.evidence else Evidence(link.document, ())
            found.setdefault(link.document, {}).setdefault(name, shown)
    return found


def _voices(readings: Iterable[Reading], actors: Iterable[Actor]) -> dict[str, dict[str, Evidence]]:
    """Voices with a name that each report hears, with the words that name them there."""
    named = {
        (mention.document, span): actor
        for actor in actors
        if actor.kind not in _NOBODY
        for mention in actor.mentions
        for span in mention.spans
    }
    return {reading.document: dict(_heard(reading, named)) for reading in readings}


def _heard(
    reading: Reading, named: Mapping[tuple[str, Span], Actor]
) -> Iterator[tuple[str, Evidence]]:
    for attribution in reading.attributions:
        spans: Spans = attribution.source.spans if attribution.source else ()
        for span in spans:
            actor = named.get((reading.document, span))
            if actor and attribution.scope == "speech":
                yield actor.name, Evidence(reading.document, spans)


__all__ = ["Between", "Kin", "Kinship"]
