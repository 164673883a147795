"""What was lost or moved on a hop from an upstream report to the one that follows it.

For one claim, everything the upstream report says *for* it (or repeats) stands against everything
the downstream report says. A kind of drift is found only where the downstream report goes
beyond the *strongest* thing the upstream says; a voice that the downstream report adds and the
upstream does not have is news, not drift. ``docs/origins.md`` defines each kind.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reportedly.model import Claim, Drift, DriftKind, Evidence, Factor, Link, identify

from .numbers import moved
from .outlets import bare
from .said import Told, tellings
from .voices import Ground


@dataclass(frozen=True, slots=True)
class Found:
    """A drift of one kind: the words before and after, and why it counts."""

    before: Evidence
    after: Evidence
    text: str


def drifts(claims: Iterable[Claim], kept: Ground, links: Iterable[Link]) -> tuple[Drift, ...]:
    """Drift along every link inside the ledger: at most one a hop, kind and claim."""
    hops: dict[tuple[str, str], Link] = {}
    for link in links:
        if link.to:
            hops.setdefault((link.document, link.to), link)
    above: dict[str, list[Link]] = {}
    for link in hops.values():
        above.setdefault(link.document, []).append(link)
    return tuple(
        drift
        for claim in claims
        for told in (tellings(claim, kept),)
        for document, lower in told.items()
        for link in above.get(document, ())
        if link.to in told
        for drift in _hop(claim, link, told[link.to], lower)
    )


def _hop(claim: Claim, link: Link, upper: Told, lower: Told) -> Iterable[Drift]:
    handed = _handed_on(upper, lower)
    for kind, find in _KINDS.items():
        found = find(upper, handed)
        if found:
            number = identify("drift", claim.id, kind, link.document, link.to)
            reason = Factor(kind, 1.0, found.text)
            yield Drift(number, claim.id, kind, link.id, found.before, found.after, reason)


def _handed_on(upper: Told, lower: Told) -> Told:
    """What the lower report says without a named voice of its own that the upper has not."""
    voices = {bare(said.voice.name) for said in upper}
    return tuple(
        said
        for said in lower
        if said.voice.sort not in {"named", "firsthand"} or bare(said.voice.name) in voices
    )


def _certainty(upper: Told, lower: Told) -> Found | None:
    """The same sort of voice is made surer: a cue that suggests becomes one that states."""
    before = max(upper, key=lambda said: said.level)
    spoken = [s for s in lower if s.statement.attribution is not None or not s.flat]
    after = max(spoken, key=lambda said: said.level, default=None)
    if after is None or after.level <= before.level or _all_hedged(upper):
        return None
    return Found(before.cue, after.cue, "The voice is surer here than in the report upstream.")


def _hedge(upper: Told, lower: Told) -> Found | None:
    """Upstream every statement is hedged; here one is certain and not hedged."""
    after = next((s for s in lower if s.level == 3 and not s.hedged), None)
    if after is None or not _all_hedged(upper):
        return None
    before = max(upper, key=lambda said: said.level)
    return Found(before.reserve, after.words, "The words that hedged it upstream are gone.")


def _source(upper: Told, lower: Told) -> Found | None:
    """A described source upstream; here the claim is attributed to an outlet, or to nobody."""
    before = max(upper, key=lambda said: said.described)
    spoken = [s for s in lower if s.statement.attribution is not None]
    after = max(spoken, key=lambda said: (said.described, said.rank), default=None)
    if after is None or before.described < 2 or after.described > 1:
        return None
    if any(before.voice.described & said.around for said in lower):
        return None
    return Found(before.source, after.source, "The source is described upstream, and not here.")


def _attribution(upper: Told, lower: Told) -> Found | None:
    """Somebody's word upstream; here the report's own, and nobody is named for it."""
    before = max(upper, key=lambda said: said.rank)
    after = next((said for said in lower if said.flat), None)
    if after is None or before.rank < 1 or any(said.flat for said in upper):
        return None
    if any(said.rank for said in lower):
        return None
    words = Evidence(
        before.statement.document, tuple(sorted({*before.source.spans, *before.cue.spans}))
    )
    return Found(words, after.words, "Upstream it is somebody's word; here it is the report's own.")


def _number(upper: Told, lower: Told) -> Found | None:
    """A number of the same unit moved, or lost the word that made it a bound."""
    pair = moved(tuple(s.statement for s in upper), tuple(s.statement for s in lower))
    if pair is None:
        return None
    return Found(pair.before, pair.after, "The number, or what bounds it, is not the one upstream.")


def _scope(upper: Told, lower: Told) -> Found | None:
    """A part upstream, the whole here; or the words that kept it to a part are gone."""
    if any(said.extent.wide for said in upper):
        return None
    narrow = [said.extent.narrow for said in upper if said.extent.narrow]
    before = narrow[0] if narrow else None
    after = next((said for said in lower if said.extent.wide), None)
    if after and after.extent.wide:
        return Found(before or upper[0].words, after.extent.wide, "It reaches further here.")
    free = [s for s in lower if not s.extent.narrow and s.statement.quantity is None]
    if before and len(narrow) == len(upper) and len(free) == len(lower):
        return Found(before, free[0].words, "The words that kept it to a part are gone.")
    return None


def _all_hedged(told: Told) -> bool:
    return all(said.hedged for said in told)


_KINDS: dict[DriftKind, Callable[[Told, Told], Found | None]] = {
    "certainty": _certainty,
    "hedge": _hedge,
    "source": _source,
    "attribution": _attribution,
    "number": _number,
    "scope": _scope,
}
