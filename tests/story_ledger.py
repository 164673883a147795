"""The program's ledger of the bundled story, with the look-ups a comparison with the gold needs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pytest

from reportedly.model import (
    Case,
    Claim,
    Conflict,
    Document,
    Drift,
    Evidence,
    Link,
    Position,
    Span,
    Spans,
    Statement,
    cut,
)
from story_gold import gold

CLAIMS = [claim["key"] for claim in gold()["claims"]]


def wanted(key: str) -> dict[str, Any]:
    """The gold's claim under its key."""
    return next(claim for claim in gold()["claims"] if claim["key"] == key)


@dataclass(frozen=True)
class Ledger:
    """The case, with the look-ups a comparison with the gold needs."""

    case: Case

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by the gold's keys."""
        at = {(a["url"], a["published"]): key for key, a in gold()["reports"].items()}
        return {at[d.url or "", d.published or ""]: d for d in self.case.documents}

    @cached_property
    def keys(self) -> dict[str, str]:
        """The gold's key of each document id."""
        return {document.id: key for key, document in self.documents.items()}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Every statement by id."""
        return {s.id: s for reading in self.case.readings for s in reading.statements}

    @cached_property
    def claim_of(self) -> dict[str, Claim]:
        """The claim that holds a statement, by the statement's id."""
        return {s: claim for claim in self.case.gathering.claims for s in claim.statements}

    def place(self, report: str, text: str) -> Span:
        """Where the gold's fragment stands."""
        start = self.documents[report].text.index(text)
        return Span(start, start + len(text))

    def at(self, report: str, text: str) -> list[Statement]:
        """Statements whose predicate lies in the gold's fragment."""
        place, document = self.place(report, text), self.documents[report].id
        held = self.statements.values()
        return [s for s in held if s.document == document and s.predicate.overlaps(place)]

    def concepts(self, places: list[dict[str, str]]) -> list[str]:
        """Ids of the concepts that have a mention at each of ``places``, all of them one if one."""
        found: dict[str, None] = {}
        for at in places:
            place, document = self.place(**at), self.documents[at["report"]].id
            found.update(
                (concept.id, None)
                for concept in self.case.gathering.concepts
                for mention in concept.mentions
                if mention.document == document and any(s.overlaps(place) for s in mention.spans)
            )
        return list(found)

    def claim(self, key: str) -> Claim:
        """The claim of the ledger that holds most mentions of the gold's claim."""
        counted = Counter(
            self.claim_of[s.id].id
            for mention in wanted(key)["mentions"]
            for s in self.at(**mention)
            if s.id in self.claim_of
        )
        if not counted:
            pytest.fail(f"no claim of the ledger holds any mention of {key!r}")
        best = max(counted, key=lambda c: (counted[c], c))
        return next(c for c in self.case.gathering.claims if c.id == best)

    def show(self, statement: Statement) -> str:
        """A statement for a failure message: report, predicate and text."""
        text = next(d.text for d in self.case.documents if d.id == statement.document)
        predicate = text[statement.predicate.start : statement.predicate.end]
        words = cut(text, statement.spans)
        return f"{self.keys[statement.document]}: [{predicate}] {words}"

    def text(self, evidence: Evidence) -> str:
        """The characters some evidence shows."""
        return cut(self.documents[self.keys[evidence.document]].text, evidence.spans)

    def shows(self, evidence: Evidence, report: str, text: str) -> bool:
        """Whether evidence and the gold's fragment share characters of one report."""
        return self.keys[evidence.document] == report and any(
            span.overlaps(self.place(report, text)) for span in evidence.spans
        )

    def link(self, link: Link) -> tuple[str, str, str]:
        """A link as kind, report and upstream, by the gold's keys."""
        upstream = self.keys[link.to] if link.to else f"outside: {plain(link.name or '')}"
        return link.kind, self.keys[link.document], upstream

    def source(self, attribution: str | None) -> str | None:
        """The gold's name of the voice behind an attribution id; None for the author."""
        for reading in self.case.readings:
            for found in reading.attributions:
                if found.id == attribution and found.source:
                    text = self.documents[self.keys[found.document]].text
                    return voice(found.source.name or cut(text, found.source.spans))
        return None

    def listed(self) -> set[str]:
        """Ids of the claims that the gold lists."""
        return {self.claim(key).id for key in CLAIMS}

    def same_drift(self, expected: dict[str, Any], found: Drift) -> bool:
        """Whether a drift is the gold's: kind, claim, and both ends."""
        return (
            expected["kind"] == found.kind
            and self.claim(expected["claim"]).id == found.claim
            and self.shows(found.before, expected["from"], expected["before"])
            and self.shows(found.after, expected["to"], expected["after"])
        )

    def same_conflict(self, expected: dict[str, Any], found: Conflict) -> bool:
        """Whether a conflict is the gold's: kind, and a statement on either side."""
        left = {s.id for place in expected["left"] for s in self.at(**place)}
        right = {s.id for place in expected["right"] for s in self.at(**place)}
        one, other = found.statements
        crossed = (one in left and other in right) or (one in right and other in left)
        return bool(expected["kind"] == found.kind and crossed)


def plain(name: str) -> str:
    """A name without the article, letter case and straight apostrophes."""
    return name.casefold().replace("'", "’").removeprefix("the ").strip()


ALIASES: dict[str, str] = {
    plain(form): name for name, forms in gold()["voices"].items() for form in [name, *forms]
}


def voice(name: str) -> str:
    """A voice under the gold's name where the gold knows it."""
    return ALIASES.get(plain(name), name)


def voices(positions: Iterable[Position], stance: str) -> Iterator[str]:
    """The voices of one stance, as many times as they stand there.

    Those that nobody names are one, and so is an unnamed source under several descriptions.
    """
    held = [p for p in positions if p.stance == stance]
    named = [p for p in held if p.kind not in {"unspecified", "anonymous"}]
    yield from (voice(p.voice) for p in named)
    yield from sorted({voice(p.voice) for p in held if p.kind == "anonymous"})
    yield from ["unspecified"] * any(p.kind == "unspecified" for p in held)


def upstream(link: dict[str, Any]) -> tuple[str, str, str]:
    """A link of the gold as kind, report and upstream."""
    to = link["to"]
    end = to if isinstance(to, str) else f"outside: {plain(to['name'])}"
    return link["kind"], link["from"], end


def overlap(spans: Spans, place: Span) -> bool:
    """Whether some span shares characters with a place."""
    return any(span.overlaps(place) for span in spans)


def assert_same(what: str, missing: Iterable[str], extra: Iterable[str]) -> None:
    """Fail with what the ledger lacks and what it has too much."""
    lines = [f"- missing: {m}" for m in missing] + [f"+ extra:   {e}" for e in extra]
    assert not lines, f"{what} differ from the gold\n" + "\n".join(lines)
