"""What was lost or moved on a hop from an upstream report to the one that follows it.

For one claim, everything the upstream report says *for* it (or repeats) stands against everything
the downstream report says. A kind of drift is found only where the downstream report goes
beyond the *strongest* thing the upstream says; a voice that the downstream report adds and the
upstream does not have is news, not drift. ``docs/origins.md`` defines each kind.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reportedly.model import Claim, Drift, DriftKind, Evidence, Factor, Link, bare, identify

from .across import across
from .credits import WHOLE
from .lineage import RECENT
from .numbers import moved
from .said import Said, Told, hedging, printed, tellings
from .voices import Ground

_GOES_ON = re.compile(r",| (?:who|whose|which|that|with|at|in|of|from|on|for|to) ")
_DONE = frozenset({"actual", "historical"})


@dataclass(frozen=True, slots=True)
class Found:
    """A drift of one kind: the words before and after, and why it counts."""

    before: Evidence
    after: Evidence
    text: str


@dataclass(frozen=True, slots=True)
class Hop:
    """A report and one upstream of it: what each says, and what may be found between them.

    ``links``: the links from the one to the other. ``others``: what else the upstream's outlet
    had told, where the link but names the outlet.
    """

    claim: Claim
    links: list[Link]
    upper: Told
    lower: Told
    kinds: frozenset[DriftKind]
    others: tuple[Told, ...] = ()


def drifts(claims: Iterable[Claim], kept: Ground, links: Iterable[Link]) -> tuple[Drift, ...]:
    """Drift along every link inside the ledger: at most one a hop, kind and claim.

    A hop counts for a claim where the link does: where the copied words or the credit stand in, or
    beside, the sentence that tells of it, where the credit is for all of the report, or where the
    report has but one upstream.
    """
    above: dict[str, dict[str, list[Link]]] = {}
    for link in links:
        above.setdefault(link.document, {}).setdefault(link.to or f" {link.name}", []).append(link)
    return tuple(
        drift
        for hop in _hops(claims, kept, above)
        for uppers in (above[hop.links[0].document],)
        for reached in (hop.lower if len(uppers) == 1 else _reached(hop, kept),)
        for handed in (_handed_on(hop.upper, reached),)
        if handed
        for drift in _between(hop, handed)
    )


def _hops(
    claims: Iterable[Claim], kept: Ground, above: dict[str, dict[str, list[Link]]]
) -> Iterator[Hop]:
    """Hops of each claim, and those between what is told alike in two claims."""
    numbers = printed(kept)
    held = [(claim, told) for claim in claims for told in tellings(claim, kept, numbers)]
    for claim, told in held:
        carried = _carried(told, kept)
        for document, lower in told.items():
            for over, links in above.get(document, {}).items():
                if over in told:
                    others = tuple(told[d] for d in _others(links, carried, kept))
                    yield Hop(claim, links, told[over], lower, frozenset(_KINDS), others)
    for claim, document, over, upper, lower in across(held, above):
        yield Hop(claim, above[document][over], upper, lower, _APART)


def _reached(hop: Hop, kept: Ground) -> Told:
    """What the lower report says where one of the hop's links reaches."""
    return tuple(said for said in hop.lower if any(_reaches(k, said, kept) for k in hop.links))


def _reaches(link: Link, said: Said, kept: Ground) -> bool:
    spans = [s for e in link.evidence if e.document == link.document for s in e.spans]
    if not spans or any(reason.name in WHOLE for reason in link.reasons):
        return True
    sentences = kept.documents[link.document].sentences
    at = bisect_right(sentences, said.statement.sentence) - 1
    around = 0 if link.kind == "copied" else 1
    near = sentences[max(0, at - around) : at + around + 1]
    return any(span.overlaps(sentence) for span in spans for sentence in near)


def _carried(told: Iterable[str], kept: Ground) -> dict[str, list[str]]:
    """The reports of each outlet among those that tell of a claim, first to last."""
    found: dict[str, list[str]] = {}
    for document in sorted(told, key=kept.place.__getitem__):
        found.setdefault(kept.documents[document].outlet, []).append(document)
    return found


def _others(links: list[Link], carried: dict[str, list[str]], kept: Ground) -> list[str]:
    """The last other reports that the credit may mean, where but a name leads to the upstream."""
    if any(link.kind in {"copied", "revised"} for link in links):
        return []
    below, above = links[0].document, links[0].to or ""
    held = carried[kept.documents[above].outlet]
    before = bisect_left(held, kept.place[below], key=kept.place.__getitem__)
    return [d for d in held[max(0, before - RECENT) : before] if d != above]


def _between(hop: Hop, handed: Told) -> Iterator[Drift]:
    for kind, find in _KINDS.items():
        found = find(hop.upper, handed) if kind in hop.kinds else None
        if found is None or (kind in _OF_ALL and not all(find(o, handed) for o in hop.others)):
            continue
        link = hop.links[0]
        number = identify("drift", hop.claim.id, kind, link.document, link.to)
        reason = Factor(kind, 1.0, found.text)
        yield Drift(number, hop.claim.id, kind, link.id, found.before, found.after, reason)


def _handed_on(upper: Told, lower: Told) -> Told:
    """What the lower report says without a named voice of its own that the upper has not."""
    voices = {bare(said.voice.name) for said in upper}
    return tuple(
        said
        for said in lower
        if said.voice.sort not in {"named", "firsthand"}
        or bare(said.voice.name) in voices
        or any(_names(said, above) for above in upper)
    )


def _names(said: Said, above: Said) -> bool:
    """Whether the sentence upstream names the voice, however it was read there."""
    name = frozenset(re.findall(r"\w+", said.voice.name.lower()))
    return said.voice.sort == "named" and bool(name) and name <= above.around


def _certainty(upper: Told, lower: Told) -> Found | None:
    """The same sort of voice is made surer: a cue that suggests becomes one that states."""
    before = max(upper, key=lambda said: said.level)
    spoken = [s for s in lower if s.statement.attribution is not None or not s.flat]
    after = max(spoken, key=lambda said: said.level, default=None)
    if after is None or after.level <= before.level or _all_hedged(upper):
        return None
    if _as_sure(before, after) or before.ahead:
        return None  # the same sentence, or a plan, which is a matter of tense
    if before.voice.sort == "rumour" and after.voice.sort == "outlet":
        return None  # an outlet's word is no surer voice of the same sort
    return Found(before.cue, after.cue, "The voice is surer here than in the report upstream.")


def _as_sure(before: Said, after: Said) -> bool:
    """Whether the two were read apart though the sentence downstream says it as surely.

    It does where it has all the same words, or those that show how sure it is.
    """
    kept = bool(before.shown) and before.shown <= after.around
    return after.around == before.around or kept


def _hedge(upper: Told, lower: Told) -> Found | None:
    """Upstream every statement is hedged; here one is certain and not hedged."""
    after = next((s for s in lower if s.level == 3 and not s.hedged), None)
    if after is None or not _all_hedged(upper):
        return None
    spoken = after.statement.attribution is not None or after.beside
    if all(said.rumoured for said in upper) and spoken:
        return None
    before = max(upper, key=lambda said: said.level)
    if before.unmarked or not before.told or _as_sure(before, after):
        return None
    if after.around & hedging() or not (before.level or before.marks):
        return None
    named = () if before.source == before.cue else before.source.spans
    if any(span in name for span in before.reserve.spans for name in named):
        return None
    return Found(before.reserve, after.words, "The words that hedged it upstream are gone.")


def _source(upper: Told, lower: Told) -> Found | None:
    """A described source upstream; here the claim is attributed to an outlet, or to nobody."""
    before = max(upper, key=lambda said: said.described)
    spoken = [s for s in lower if s.statement.attribution is not None or s.beside]
    after = max(spoken, key=lambda said: (said.described, said.rank), default=None)
    if after is None or before.described < 2 or after.described > 1:
        return None
    if any(_still_described(before, said) for said in lower):
        return None
    return Found(before.source, after.source, "The source is described upstream, and not here.")


def _still_described(before: Said, said: Said) -> bool:
    """Whether the words that described the source upstream stand, mostly, around it here.

    Or those up to where the description goes on: "a clerk" of "a clerk who fears for her post".
    """
    words = before.voice.described
    name = frozenset(bare(before.voice.name).split())
    if before.voice.sort == "named" and name <= said.around:
        return True
    if bool(words) and 2 * len(words & said.around) >= len(words):
        return True
    short = frozenset(re.findall(r"\w+", _GOES_ON.split(before.voice.name.lower())[0])) & words
    return before.voice.sort == "unnamed" and bool(short) and short <= said.around


def _attribution(upper: Told, lower: Told) -> Found | None:
    """Somebody's word upstream; here the report's own, and nobody is named for it."""
    before = max(upper, key=lambda said: said.rank)
    after = next((said for said in lower if said.flat), None)
    if after is None or before.rank < 1 or any(said.flat for said in upper):
        return None
    if any(said.rank or said.beside or _still_described(before, said) for said in lower):
        return None
    words = Evidence(
        before.statement.document, tuple(sorted({*before.source.spans, *before.cue.spans}))
    )
    return Found(words, after.words, "Upstream it is somebody's word; here it is the report's own.")


def _number(upper: Told, lower: Told) -> Found | None:
    """A number of the same unit moved, or lost the word that made it a bound."""
    pair = moved(tuple(s.counting for s in upper), tuple(s.counting for s in lower))
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
    kept = all(said.extent.beside for said in free)
    if before and free and not kept and len(narrow) == len(upper) and len(free) == len(lower):
        return Found(before, free[0].words, "The words that kept it to a part are gone.")
    return None


def _tense(upper: Told, lower: Told) -> Found | None:
    """Upstream it is yet to come in every statement; here it has happened."""
    done = (s for s in lower if s.statement.mode in _DONE and s.level == 3 and not s.ahead)
    after = next(done, None)
    if after is None or not all(said.ahead for said in upper):
        return None
    return Found(upper[0].words, after.words, "Upstream it is yet to come; here it has happened.")


def _all_hedged(told: Told) -> bool:
    return all(said.hedged for said in told)


_KINDS: dict[DriftKind, Callable[[Told, Told], Found | None]] = {
    "certainty": _certainty,
    "hedge": _hedge,
    "source": _source,
    "attribution": _attribution,
    "number": _number,
    "scope": _scope,
    "tense": _tense,
}
_OF_ALL: frozenset[DriftKind] = frozenset({"number", "attribution"})
"""What is found only where it is lost from each report that the credit may mean."""
_APART: frozenset[DriftKind] = frozenset({"source", "number", "certainty"})
"""What is found between two claims, too."""
