"""What differs between two states of a case: links, claims, who stands where, grades, issues."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model import Claim, Link
from reportedly.shelf import Shelf
from reportedly.visible import plain

from .hypotheses import Matrix, matrices, points
from .issues import course, proposed, stepped
from .printed import many, origins, report, voice
from .words import LINK, MARK, STATE, graded


@dataclass(frozen=True, slots=True)
class Moved:
    """One change as a sentence: words before the claim it is about, if any, and words after."""

    said: str
    claim: Claim | None = None
    lead: str = ""


def moved(before: Shelf, after: Shelf) -> tuple[Moved, ...]:
    """Links first, then claims, the voices and grades of those that stayed, hypotheses, issues."""
    return (
        *_links(before, after), *_claims(before, after), *_standings(before, after),
        *_rankings(before, after), *_courses(before, after),
    )  # fmt: skip


def _links(before: Shelf, after: Shelf) -> Iterator[Moved]:
    for link in before.links.values():
        if link.id not in after.links:
            yield Moved(_link(before, link), lead="Gone: ")
    for link in after.links.values():
        if link.id not in before.links:
            yield Moved(_link(after, link), lead="Found: ")


def _link(shelf: Shelf, link: Link) -> str:
    to = report(shelf, link.to) if link.to in shelf.documents else plain(link.name or "")
    return f"{report(shelf, link.document)} {LINK[link.kind]} {to}"


def _claims(before: Shelf, after: Shelf) -> Iterator[Moved]:
    old = {claim.id: claim for claim in before.case.gathering.claims}
    new = {claim.id: claim for claim in after.case.gathering.claims}
    for claim in new.values():
        was = old.get(claim.id)
        if was is None:
            yield Moved(f"has {_size(after, claim)}", claim, "A claim of its own: ")
        elif _size(before, was) != _size(after, claim) or was.statements != claim.statements:
            yield Moved(f"now has {_size(after, claim)}; {_size(before, was)} before", claim)
    for claim in old.values():
        if claim.id not in new:
            into = next(c for c in new.values() if claim.statements[0] in c.statements)
            yield Moved(f"is one with {into.id} now", claim)


def _standings(before: Shelf, after: Shelf) -> Iterator[Moved]:
    """Claims in which other voices stand, or that are graded otherwise."""
    old = {claim.id: claim for claim in before.case.gathering.claims}
    for claim in after.case.gathering.claims:
        was = old.get(claim.id)
        gone, came = _moved(before, was, after, claim) if was else ("", "")
        if gone or came:
            told = (f"no longer has {gone}" * bool(gone), f"now has {came}" * bool(came))
            yield Moved(", ".join(said for said in told if said), claim)
        now, then = (shelf.grades.get(claim.id) for shelf in (after, before))
        if was and now and then and graded(now) != graded(then):
            yield Moved(f"is graded {graded(now)} now; {graded(then)} before", claim)


def _rankings(before: Shelf, after: Shelf) -> Iterator[Moved]:
    """Hypotheses that came or went, and those that have another rank or score."""
    old, new = ({m.analysis.id: m for m in matrices(shelf)} for shelf in (before, after))
    for id_, matrix in new.items():
        was = old.get(id_)
        if was is None or was.analysis.scores != matrix.analysis.scores:
            same = was is not None and was.analysis.hypotheses == matrix.analysis.hypotheses
            then = f"; {_ranking(was)} before" if was and same else ""
            yield Moved(f"{_ranking(matrix)}{then}", lead=f"{matrix.title}: ")
    for id_, matrix in old.items():
        if id_ not in new:
            yield Moved("no longer", lead=f"{matrix.title}: ")


def _ranking(matrix: Matrix) -> str:
    scores = ", ".join(f"{c.number} {points(c.score.weighted)}" for c in matrix.columns)
    return f"{matrix.ranking} ({scores})"


def _courses(before: Shelf, after: Shelf) -> Iterator[Moved]:
    """Issues in another state than before, with the ruling that led there."""
    for issue in after.case.gathering.issues:
        was = before.courses.get(issue.id)
        now = course(after, issue)
        lead = f"{after.issue_numbers[issue.id]} "
        if was and (was.state, was.answer, was.rests) != (now.state, now.answer, now.rests):
            told = stepped(after, now.steps[-1]) if now.steps else "open, as before any ruling"
            said = f"is {STATE[now.state]} now, {STATE[was.state]} before: {told}"
            yield Moved(said.rstrip("."), lead=lead)
        elif was and now.proposals != was.proposals and now.proposals:
            yield Moved(proposed(after, now.proposals[0]).rstrip("."), lead=lead)


def _moved(before: Shelf, was: Claim, after: Shelf, claim: Claim) -> tuple[str, str]:
    """The voices that stand in a claim no more, and those that came: ``▼ Oskar Venn (person)``."""
    old, new = (
        {(p.voice, p.stance): f"{MARK[p.stance]} {voice(shelf, p).plain}" for p in held.positions}
        for shelf, held in ((before, was), (after, claim))
    )
    gone = "; ".join(said for key, said in old.items() if key not in new)
    return gone, "; ".join(said for key, said in new.items() if key not in old)


def _size(shelf: Shelf, claim: Claim) -> str:
    counts = (
        many(len(claim.documents), "report"), many(len(claim.statements), "statement"),
        origins(shelf, claim),
    )  # fmt: skip
    return ", ".join(counts)
