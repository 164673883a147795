"""The ledger as nodes and edges, for formats of graphs.

Nodes are reports, claims, voices and upstreams outside the ledger. Edges go from a report to its
upstream, from a voice to a claim that it takes a stance in or is an origin of, and from a claim to
the reports that tell it. What rulings hide is left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from reportedly.model import (
    Case,
    Claim,
    Document,
    Evidence,
    Link,
    Origin,
    Position,
    bare,
    cut,
    identify,
)
from reportedly.shelf import Shelf, stands_alone
from reportedly.visible import line

from .graded import gradings
from .moments import when
from .voices import Voice, carriers, earliest, voice_of, voices

Value = str | int | bool
Fields = Mapping[str, type[Value]]
NodeKind = Literal["report", "claim", "voice", "outside"]

ABOUT = (
    "Who says what, on whose word, as reportedly found it; it does not say what is true. The"
    " earliest report, voice or date is the earliest here, not the first. An edge against or silent"
    " never supports a claim. An edge origin that is not shown counts in at_most only. A letter F"
    " and a digit 6 (cannot be judged) are absent."
)
"""What a reader of the file should know."""

NODE_FIELDS: Fields = {
    "kind": str, "when": str, "words": str, "status": str, "reports": int, "alone": bool,
    "at_least": int, "at_most": int, "letter": str, "digit": str, "ruled": bool, "voice": str,
    "country": str, "attribution": str, "publisher": str, "title": str, "url": str, "sha256": str,
}  # fmt: skip
"""What is told of a node, where it is known. ``words``: a claim as a report words it; ``alone``:
told in one report and disputed by nobody; ``ruled``: letter and digit are a person's; ``voice``:
which kind of source; ``attribution``: the one that carries the name of a voice."""

EDGE_FIELDS: Fields = {
    "kind": str, "when": str, "factuality": str, "shown": bool, "words": str, "reports": int,
    "statements": str, "attributions": str,
}  # fmt: skip
"""What is told of an edge. ``kind``: copied, quoted, credited, revised; for, against, observing,
silent, origin; told. ``words`` are those of one report that show it."""

_LABEL = 70


@dataclass(frozen=True, slots=True)
class Node:
    """``values`` are by the names of :data:`NODE_FIELDS`; its ``when`` is for timelines, too."""

    id: str
    kind: NodeKind
    label: str
    values: Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class Edge:
    """From ``source`` to ``target``; ``values`` are by the names of :data:`EDGE_FIELDS`."""

    id: str
    source: str
    target: str
    kind: str
    values: Mapping[str, Value | None]


class Graph:
    """The nodes and the edges of a case, one by one, in the order of the case."""

    def __init__(self, case: Case) -> None:
        self._shelf = Shelf(case)
        self._graded = {claim.id for _, claim in gradings(self._shelf)}

    def nodes(self) -> Iterator[Node]:
        """Reports, claims, voices, then upstreams from outside."""
        for document in self._shelf.documents.values():
            yield self._report(document)
        for claim in self._shelf.claims:
            yield self._claim(claim)
        for voice in voices(self._shelf).values():
            yield self._voice(voice)
        names = {_outside(one): one.name for one in self._shelf.links.values() if not one.to}
        for id_, name in names.items():
            yield _node(id_, "outside", f"{name} (outside)")

    def edges(self) -> Iterator[Edge]:
        """Those of reports, then claim by claim those of its voices and reports."""
        for link in self._shelf.links.values():
            yield self._link(link)
        for claim in self._shelf.claims:
            for position in claim.positions:
                yield self._position(claim, position)
            for origin in self._shelf.origins.get(claim.id, ()):
                yield self._origin(claim, origin)
            for name in claim.documents:
                told = self._when(name)
                yield _edge(identify("told", claim.id, name), claim.id, name, "told", when=told)

    def _report(self, one: Document) -> Node:
        return _node(
            one.id, "report", f"{self._shelf.numbers[one.id]} {one.outlet}",
            when=when(one.published), publisher=one.publisher, title=one.title, url=one.url,
            sha256=one.sha256,
        )  # fmt: skip

    def _claim(self, one: Claim) -> Node:
        words = self._words(one.text)
        range_, grade = self._shelf.ranges.get(one.id), self._shelf.grades.get(one.id)
        return _node(
            one.id, "claim", f"{self._shelf.claim_numbers[one.id]} {words}",
            when=when(one.first_seen), words=words, status=one.status, reports=len(one.documents),
            alone=stands_alone(one), at_least=range_.at_least if range_ else None,
            at_most=range_.at_most if range_ else None,
            letter=grade.letter.replace("F", "") if grade else None,
            digit=grade.digit.replace("6", "") if grade else None,
            ruled=one.id in self._graded,
        )  # fmt: skip

    def _voice(self, one: Voice) -> Node:
        return _node(
            one.id, "voice", one.name, when=self._when(one.first), voice=one.kind,
            country=one.country, attribution=one.carrier,
        )  # fmt: skip

    def _link(self, one: Link) -> Edge:
        own = (e for e in one.evidence if e.document == one.document)
        shown = next(own, None)
        return _edge(
            one.id, one.document, one.to or _outside(one), one.kind,
            when=self._when(one.document), words=self._words(shown) if shown else None,
        )  # fmt: skip

    def _position(self, claim: Claim, one: Position) -> Edge:
        voice = voice_of(self._shelf, claim, one)
        return _edge(
            identify("position", claim.id, voice.id, one.stance, *one.statements), voice.id,
            claim.id, one.stance, factuality=one.factuality, **self._said(one),
        )  # fmt: skip

    def _origin(self, claim: Claim, one: Origin) -> Edge:
        voice = voice_of(self._shelf, claim, one)
        return _edge(one.id, voice.id, claim.id, "origin", shown=one.shown, **self._said(one))

    def _said(self, one: Position | Origin) -> dict[str, Value | None]:
        held = self._shelf.statements
        first = next((held[name] for name in one.statements if name in held), None)
        return {
            "when": self._when(earliest(self._shelf, one.documents)),
            "words": self._words(Evidence(first.document, first.spans)) if first else None,
            "reports": len(one.documents),
            "statements": " ".join(one.statements),
            "attributions": " ".join(carriers(self._shelf, one.statements)),
        }

    def _words(self, shown: Evidence) -> str:
        return cut(self._shelf.documents[shown.document].text, shown.spans)

    def _when(self, document: str | None) -> str | None:
        return when(self._shelf.documents[document].published) if document else None


def _outside(link: Link) -> str:
    return identify("outside", bare(link.name or ""))


def _node(id_: str, kind: NodeKind, label: str, **values: Value | None) -> Node:
    return Node(id_, kind, _short(label), {"kind": kind, **values})


def _edge(id_: str, source: str, target: str, kind: str, **values: Value | None) -> Edge:
    return Edge(id_, source, target, kind, {"kind": kind, **values})


def _short(label: str) -> str:
    """``label`` on one line, and no longer than is read at once."""
    shown = line(label)
    return shown if len(shown) <= _LABEL else f"{shown[: _LABEL - 1]}…"
