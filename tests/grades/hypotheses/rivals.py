"""A builder of one disputed claim: who is for it, who against, and who only repeats whom."""

from dataclasses import dataclass, field, replace

from build import document, spans
from reportedly.grades import compete
from reportedly.model import (
    Claim,
    Competing,
    Decisions,
    Document,
    Evidence,
    Gathering,
    Lineage,
    Link,
    Origin,
    Position,
    Reading,
    Statement,
    identify,
)

WORDS = "The guards fled"
UNDECIDED = Decisions()


@dataclass
class Dispute:
    """Reports in the order in which they are told, each with one statement of the claim."""

    name: str = "claim"
    documents: list[Document] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    positions: dict[tuple[str, str], Position] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)

    def says(self, voice, factuality="CT+", kind="person", named=True, **fields) -> Statement:
        """A voice of its own: an origin of the claim, or one that denies it."""
        said = self._print(f"{voice} of {self.name}", factuality, **fields)
        stance = said.stance
        self._stand(voice, stance, kind, said)
        if stance == "for":
            self.origins[voice] = Origin(
                identify("origin", self.name, voice), self.name, voice, kind, None, named, named,
                (said.id,), (said.document,),
            )  # fmt: skip
        return said

    def echoes(self, voice, factuality, outlet, **fields) -> Statement:
        """A report that repeats an origin, however it words it."""
        said = self._print(outlet, factuality, **fields)
        held = self.origins[voice]
        self.origins[voice] = replace(
            held, statements=(*held.statements, said.id),
            documents=(*held.documents, said.document),
        )  # fmt: skip
        self._stand(outlet, said.stance, "media", said)
        return said

    def copies_denial(self, upstream: Statement, outlet, factuality="CT-") -> Statement:
        """A report that takes a denial over in its own words, from the report that it copies."""
        said = self._print(outlet, factuality)
        self._stand(outlet, "against", "media", said)
        link = identify("link", said.document, upstream.document)
        self.links.append(Link(link, "copied", said.document, upstream.document, None, ()))
        return said

    @property
    def claim(self) -> Claim:
        order = ("for", "against", "observing", "silent")
        held = sorted(self.positions.values(), key=lambda p: order.index(p.stance))
        first = self.statements[0]
        return Claim(
            self.name, Evidence(first.document, first.spans), "contested",
            tuple(s.id for s in self.statements), tuple(held),
            tuple(d.id for d in self.documents), None, None,
        )  # fmt: skip

    def _print(self, outlet, factuality, **fields) -> Statement:
        day = len(self.documents) + 1
        text = f"{WORDS}, says {outlet}."
        held = document(text, outlet, published=f"2031-03-01T{day // 60:02}:{day % 60:02}")
        at = spans(text, WORDS)
        stance = {"+": "for", "-": "against"}.get(factuality[-1], "observing")
        values = {
            "id": identify("statement", held.id), "document": held.id, "attribution": None,
            "sentence": held.sentences[0], "spans": at, "predicate": at[0], "event": "flee",
            "code": None, "actors": (), "place": None, "time": None, "quantity": None,
            "polarity": "+", "mode": "actual", "stance": stance, "factuality": factuality,
            "author_factuality": factuality,
        }  # fmt: skip
        said = Statement(**{**values, **fields})
        self.documents.append(held)
        self.statements.append(said)
        return said

    def _stand(self, voice, stance, kind, said: Statement) -> None:
        held = self.positions.get((voice, stance))
        if held is None:
            held = Position(voice, kind, None, None, stance, said.factuality, (), ())
        self.positions[voice, stance] = replace(
            held, statements=(*held.statements, said.id),
            documents=(*held.documents, said.document),
        )  # fmt: skip


def competed(*disputes: Dispute, decided: Decisions = UNDECIDED, conflicts=(), actors=(), own=()):
    """Hypotheses on these disputes."""
    documents = [d for one in disputes for d in one.documents]
    by_id = {s.document: s for one in disputes for s in one.statements}
    readings = tuple(Reading(d.id, (), (by_id[d.id],)) for d in documents)
    gathering = Gathering(tuple(one.claim for one in disputes), tuple(actors), tuple(conflicts))
    lineage = Lineage(
        tuple(link for one in disputes for link in one.links),
        tuple(o for one in disputes for o in one.origins.values()),
    )
    return compete(documents, readings, gathering, lineage, decided, own)


def grid(found: Competing, at: int = 0) -> dict[str, list[str]]:
    """The cells of an analysis: for each voice, those in the order of the hypotheses."""
    analysis = found.analyses[at]
    values = {(c.item, c.hypothesis): c.value for c in found.cells}
    voices = {i.id: i.voice for i in found.items}
    return {voices[i]: [values[i, h] for h in analysis.hypotheses] for i in analysis.items}


def standings(found: Competing) -> list[list[tuple[int, float, float]]]:
    """Ranks and scores of every analysis."""
    return [[(s.rank, s.weighted, s.plain) for s in a.scores] for a in found.analyses]
