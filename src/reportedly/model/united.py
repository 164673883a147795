"""Cases of the parts of one ledger, each looked across by itself, as one case."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from .case import Actor, Case, Gathering, Lineage
from .documents import Document
from .hypotheses import Competing
from .order import ordered, ordered_issues
from .readings import Reading

R = TypeVar("R")
H = TypeVar("H", Gathering, Lineage, Competing)


def united(
    documents: Sequence[Document], readings: Sequence[Reading], cases: Sequence[Case]
) -> Case:
    """One case of all ``documents``, in their order, from those of parts that share no report.

    Claims, issues and stories stand as in a case of one part, and what belongs to each with it.
    An actor who is in several parts is one, with the mentions of all.
    """
    if len(cases) == 1:
        return cases[0]
    gathering = _joined(Gathering, [case.gathering for case in cases])
    claims, issues = ordered(gathering.claims), ordered_issues(gathering.issues)
    by_claim = _places(claim.id for claim in claims)
    by_issue = _places(issue.id for issue in issues)
    gathering = replace(
        gathering,
        claims=claims,
        actors=tuple(sorted(_actors(gathering.actors), key=lambda one: (one.name, one.id))),
        conflicts=_sorted(gathering.conflicts, lambda one: by_claim[one.claim or ""]),
        issues=issues,
    )
    courses = (course for case in cases for course in case.courses)
    return Case(
        documents, readings, gathering, _lineage(documents, cases, by_claim),
        _sorted((one for case in cases for one in case.grades), lambda one: by_claim[one.claim]),
        weights=tuple(one for case in cases for one in case.weights),
        competing=_competing(cases),
        courses=_sorted(courses, lambda one: by_issue[one.issue]),
        forecasters=tuple(one for case in cases for one in case.forecasters),
    )  # fmt: skip


def _lineage(
    documents: Iterable[Document], cases: Iterable[Case], by_claim: dict[str, int]
) -> Lineage:
    held = _joined(Lineage, [case.lineage for case in cases])
    by_document = _places(document.id for document in documents)
    return replace(
        held,
        links=_sorted(held.links, lambda one: by_document[one.document]),
        origins=_sorted(held.origins, lambda one: by_claim[one.claim]),
        ranges=_sorted(held.ranges, lambda one: by_claim[one.claim]),
        drifts=_sorted(held.drifts, lambda one: by_claim[one.claim]),
        events=_sorted(held.events, lambda one: by_document[one.documents[0]]),
    )


def _competing(cases: Iterable[Case]) -> Competing:
    """Hypotheses of people first: they are all in one part, which need not be the first."""
    held = _joined(Competing, [case.competing for case in cases])
    return replace(
        held,
        hypotheses=_sorted(held.hypotheses, lambda one: int(one.proposed)),
        analyses=_sorted(held.analyses, lambda one: int(bool(one.claim))),
    )


def _actors(held: Iterable[Actor]) -> Iterable[Actor]:
    """Each actor once, as the part knows it that has most of its mentions."""
    parts: dict[str, list[Actor]] = {}
    for actor in held:
        parts.setdefault(actor.id, []).append(actor)
    for same in parts.values():
        best = min(same, key=lambda one: (-len(one.mentions), one.name))
        mentions = {evidence for one in same for evidence in one.mentions}
        country = best.country or next((one.country for one in same if one.country), None)
        yield replace(
            best, country=country,
            mentions=tuple(sorted(mentions, key=lambda e: (e.document, e.spans))),
        )  # fmt: skip


def _joined(kind: type[H], held: Sequence[H]) -> H:
    """One record of a kind whose every list holds what those of ``held`` do, in their order."""
    return kind(**{
        field.name: tuple(one for part in held for one in getattr(part, field.name))
        for field in fields(kind)
    })  # fmt: skip


def _places(ids: Iterable[str]) -> dict[str, int]:
    return {id_: at for at, id_ in enumerate(ids)}


def _sorted(records: Iterable[R], place: Callable[[R], int]) -> tuple[R, ...]:
    return tuple(sorted(records, key=place))
