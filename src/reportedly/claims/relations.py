"""What ties two actors, read off statements: pacts, supply, deployment, support, accusations.

The one who acts is the source, the one it is done to, with or for is the target. Whoever is
said to accuse stands against whom the accusation names as having acted. A statement whose
people are not both known ties nobody.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from reportedly.claims.actors import Directory
from reportedly.lexicons import load
from reportedly.model import (
    Actor,
    Attribution,
    Document,
    Evidence,
    Factor,
    Reading,
    Relation,
    RelationKind,
    Role,
    Span,
    Statement,
    identify,
)

_KINDS: tuple[RelationKind, ...] = ("pact", "supply", "deployment", "support", "accusation")
_DONE = "The statement says that the one acts, and the other is whom it is done to, with or for."
_ACCUSED = "The voice accuses, and the accusation says who acted."


def relations(
    documents: Iterable[Document], readings: Iterable[Reading], known: Directory
) -> tuple[Relation, ...]:
    """Every relation that a statement tells, in the order of reports and statements."""
    ids = {document.id for document in documents}
    found: dict[str, Relation] = {}
    for reading in sorted(readings, key=lambda r: r.document):
        if reading.document in ids:
            said = {a.id: a for a in reading.attributions}
            for statement in reading.statements:
                for one in (*_done(statement, known), *_accused(statement, said, known)):
                    found.setdefault(one.id, one)
    return tuple(found.values())


def _done(statement: Statement, known: Directory) -> Iterator[Relation]:
    kind = _kinds().get(statement.event)
    if kind is None:
        return
    agents = _actors(statement, known, "agent")
    others = [*_actors(statement, known, "recipient"), *_actors(statement, known, "patient")]
    if kind == "pact" and not others:
        agents, others = agents[:1], agents[1:]
    for source, here in agents[:1]:
        for target, there in others[:1]:
            if source.id != target.id:
                yield _relation(kind, (source, target), statement, (here, there), _DONE)


def _accused(
    statement: Statement, said: Mapping[str, Attribution], known: Directory
) -> Iterator[Relation]:
    attribution = said.get(statement.attribution or "")
    if attribution is None or attribution.act != "accuse" or attribution.stance != "for":
        return
    source = known.of(attribution.id)
    for target, there in _actors(statement, known, "agent")[:1]:
        if source and source.id != target.id:
            here = attribution.source.spans[0] if attribution.source else attribution.cue[0]
            yield _relation("accusation", (source, target), statement, (here, there), _ACCUSED)


def _actors(statement: Statement, known: Directory, role: Role) -> list[tuple[Actor, Span]]:
    """The known actors that take ``role`` in a statement, with where they stand."""
    found = [(p.span, known.at(statement.document, p.span)) for p in statement.actors
             if p.role == role]  # fmt: skip
    return [(actor, span) for span, actor in found if actor]


def _relation(
    kind: RelationKind,
    ends: tuple[Actor, Actor],
    statement: Statement,
    where: tuple[Span, Span],
    why: str,
) -> Relation:
    shown = tuple(Evidence(statement.document, (span,)) for span in (*where, statement.predicate))
    return Relation(
        id=identify("relation", kind, ends[0].id, ends[1].id, statement.id),
        kind=kind,
        source=ends[0].id,
        target=ends[1].id,
        code=str(load("relations")[kind]["code"]),
        statement=statement.id,
        factuality=statement.factuality,
        evidence=shown,
        reasons=(Factor(kind, 1.0, why, shown),),
    )


@cache
def _kinds() -> dict[str, RelationKind]:
    """The kind of relation that each kind of event, or verb of no kind, tells of."""
    tables = load("relations")
    return {name: kind for kind in reversed(_KINDS)
            for name in (*tables[kind]["verbs"], *tables[kind]["events"])}  # fmt: skip
