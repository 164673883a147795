"""What came to a case between two moments, and what moved in it."""

from collections.abc import Iterator

from reportedly.model import Carried, Case, Changes, Claim, Denial, Drift, Origin, Position

from .continued import Continued, continued
from .moves import moves, one_voice
from .turns import turns


def changes(before: Case, after: Case) -> Changes:
    """Compare two states of one ledger: what is said now and was not before.

    Reports are told apart by their ids, all else by the statements it holds, since claims and
    origins change their ids when reports come. The same state twice gives nothing.
    """
    went = continued(before, after)
    known = {document.id for document in before.documents}
    hops = {_hop(drift) for drift in before.lineage.drifts}
    denials = tuple(_denials(after, went))
    denied = {(one.claim.id, one.position.voice) for one in denials}
    return Changes(
        tuple(d for d in after.documents if d.id not in known),
        tuple(c for c in after.gathering.claims if not went.parts(c)),
        denials,
        tuple(_origins(before, after, went)),
        tuple(d for d in after.lineage.drifts if _hop(d) not in hops),
        moves(before, after, went, denied),
        tuple(_carried(after, went)),
        tuple(turns(before, after, went)),
    )


def _hop(drift: Drift) -> tuple[object, ...]:
    return drift.kind, drift.before, drift.after


def _carried(after: Case, went: Continued) -> Iterator[Carried]:
    for claim in after.gathering.claims:
        before = tuple(one.id for one in went.before(claim))
        if before and before != (claim.id,):
            yield Carried(claim.id, before)


def _denials(after: Case, went: Continued) -> Iterator[Denial]:
    """Voices in claims of which they denied no part before."""
    for claim in after.gathering.claims:
        earlier = [p for part in went.parts(claim) for p in _against(part)]
        for position in _against(claim):
            if not any(one_voice(p, position, went) for p in earlier):
                yield Denial(claim, position)


def _against(claim: Claim) -> Iterator[Position]:
    return (p for p in claim.positions if p.stance == "against")


def _origins(before: Case, after: Case, went: Continued) -> Iterator[Origin]:
    """Origins without a statement of before, and those found above the ones of before.

    An origin outside of the ledger holds no statement: it is known by its voice in the claim.
    """
    by_claim: dict[str, list[Origin]] = {}
    by_statement: dict[str, list[Origin]] = {}
    for origin in before.lineage.origins:
        by_claim.setdefault(origin.claim, []).append(origin)
        for name in origin.statements:
            by_statement.setdefault(name, []).append(origin)
    claims = {claim.id: claim for claim in after.gathering.claims}
    for origin in after.lineage.origins:
        claim = claims[origin.claim]
        shared = [o for s in went.known(origin.statements) for o in by_statement.get(s, ())]
        around = [o for part in went.parts(claim) for o in by_claim.get(part.id, ())]
        old = shared or [o for o in around if not (o.statements and origin.statements)]
        above = not shared or _root(origin, claim) not in went.same
        if above and origin.voice not in {one.voice for one in old}:
            yield origin


def _root(origin: Origin, claim: Claim) -> str:
    """The earliest statement that leads back to the origin; empty where none does."""
    held = set(origin.statements)
    return next((name for name in claim.statements if name in held), "")
