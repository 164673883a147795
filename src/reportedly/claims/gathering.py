"""Statements that assert or deny one thing, gathered from any number of reports."""

from collections.abc import Iterable

from reportedly.claims.actors import Directory, directory
from reportedly.claims.arrows import arrows
from reportedly.claims.choose import spokesman, status
from reportedly.claims.compare import as_whole, joined, score
from reportedly.claims.concepts import concepts
from reportedly.claims.conflicts import conflicts
from reportedly.claims.ends import ended
from reportedly.claims.features import Pair
from reportedly.claims.fields import Group, grouped
from reportedly.claims.issues import issues
from reportedly.claims.loops import loops
from reportedly.claims.memory import Forgetful, Memory
from reportedly.claims.positions import positions
from reportedly.claims.relations import relations
from reportedly.claims.ruled import Ruled
from reportedly.claims.stories import gathered
from reportedly.claims.table import EMPTY, Table
from reportedly.claims.tellings import tellings
from reportedly.claims.wordings import Wordings
from reportedly.model import (
    Claim,
    Decisions,
    Document,
    Factor,
    Gathering,
    Reading,
    identify,
    ordered,
)

_UNDECIDED = Decisions()


def gather(
    documents: Iterable[Document],
    readings: Iterable[Reading],
    own: Table = EMPTY,
    memory: Memory | None = None,
    decided: Decisions = _UNDECIDED,
    beside: int = 0,
) -> Gathering:
    """Claims, actors, conflicts, issues, and the map of causes; every statement is in one claim.

    ``own`` is a person's table of names, which goes before every join of actors. ``memory`` is
    what was compared before: it saves time and changes nothing. ``decided``: statements that people
    ruled to be of one claim or not, ends of causes of one concept or not, causes that they hide;
    this goes before everything found here.

    ``beside``: how many reports of other parts (``parts.py``) there are taken to be.

    The order of the input does not matter. A claim is named after its earliest statement, so
    that it keeps its id when later reports join it.
    """
    kept, read = tuple(documents), tuple(readings)
    held = memory or Forgetful()
    reports = gathered(kept, held, beside)
    known = directory(kept, read, own, reports.field, held, not beside)
    told = tellings(kept, read, reports)
    wordings = Wordings((telling.words for telling in told), held)
    ruled = Ruled(decided.claims)
    by_statement = {telling.id: telling for telling in told}
    groups = grouped(told, held, ruled)
    claims = ordered(
        [_claim(group, known, ruled.reasons(group.told, by_statement)) for group in groups]
    )
    clashes = tuple(
        conflict
        for claim in claims
        for conflict in conflicts(claim.id, [by_statement[s] for s in claim.statements], known)
    )
    named = concepts(ended(kept, read, claims, reports, decided.hidden), Ruled(decided.concepts))
    led = arrows(read, named)
    asked = issues(kept, read, told, claims, reports.field)
    bonds = relations(kept, read, known)
    wordings.keep()
    return Gathering(claims, known.actors, clashes, bonds, named, led, loops(led), asked)


def _claim(group: Group, known: Directory, rulings: tuple[Factor, ...]) -> Claim:
    told = group.told
    held = positions(told, known)
    chosen = spokesman(told, _central(group)) if len(told) > 1 else told[0]
    dates = sorted(t.document.published for t in told if t.document.published)
    return Claim(
        id=identify("claim", told[0].id),
        text=chosen.evidence,
        status=status(held, told),
        statements=tuple(t.id for t in told),
        positions=held,
        documents=tuple(dict.fromkeys(t.document.id for t in told)),
        first_seen=dates[0] if dates else None,
        last_seen=dates[-1] if dates else None,
        joins=(*rulings, *_joins(group)),
    )


def _central(group: Group) -> dict[str, float]:
    """How well each statement agrees with the one in the middle."""
    return {t.id: score(Pair(group.centre, t, group.rare)) for t in group.told}


def _joins(group: Group) -> tuple[Factor, ...]:
    """Why each statement stands with the one in the middle, where no person says so."""
    centre, told_already = group.centre, {group.centre.id, *group.brought}
    return tuple(
        (as_whole if t.id in group.beside else joined)(Pair(centre, t, group.rare))
        for t in group.told
        if t.id not in told_already
    )
