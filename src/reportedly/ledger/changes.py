"""What came to a case between two moments."""

from typing import TypeVar

from reportedly.model import Case, Changes, Claim, Denial, Document, Drift, Origin, Position

R = TypeVar("R", Document, Claim, Origin, Drift)


def changes(before: Case, after: Case) -> Changes:
    """Compare two states of one ledger by the ids of their records."""
    denied = {_voice(c, p) for c in before.gathering.claims for p in c.positions}
    return Changes(
        _new(before.documents, after.documents),
        _new(before.gathering.claims, after.gathering.claims),
        tuple(
            Denial(claim, position)
            for claim in after.gathering.claims
            for position in claim.positions
            if position.stance == "against" and _voice(claim, position) not in denied
        ),
        _new(before.lineage.origins, after.lineage.origins),
        _new(before.lineage.drifts, after.lineage.drifts),
    )


def _voice(claim: Claim, position: Position) -> tuple[str, str, str]:
    return claim.id, position.voice, position.stance


def _new(before: tuple[R, ...], after: tuple[R, ...]) -> tuple[R, ...]:
    known = {record.id for record in before}
    return tuple(record for record in after if record.id not in known)
