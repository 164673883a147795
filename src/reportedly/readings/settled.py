"""The rules' judgement of a cue, a trained network's and what is usual, put together."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from typing import TypeVar

from reportedly.model import Act, DenialKind, Evidence, Factor, Factuality, Spans, Stance

from .found import Verdict
from .stance import Judged
from .tagger.marks import ACTS, DENIALS, STANCES, VALUES
from .usage import together

_Label = TypeVar("_Label")

ABOVE = frozenset({"relay", "question", "order"})
"""Reasons of the rules that stand above the cue: its words do not tell them."""

_NEVER = -99.0
"""The logarithm of a chance that nothing makes up for."""

_SILENT = -5.0
"""The logarithm of the chance of silence, below which a set phrase for it is no sign."""

_ACT, _STANCE, _VALUE, _DENIAL, _EVENT = 0.5, 2.0, 1.5, 1.0, 1.5
"""What the rules' word counts for, in logarithms of chances, chosen on labels held back from the
fit (``training/held_back.py``)."""

_DENIED = 2.0
"""What it counts for besides where the rules read that the source holds it false or unlikely: what
denies is rare, and of rare cues the network knows less. Chosen on those and on the tuning rows."""

_IDIOM = 1.0
"""What it counts for besides where a set phrase of several words decided, chosen likewise: a single
word has many uses, and of rare phrases the network has seen few."""

_TOGETHER = 0.5
"""The power to which it is taken how much oftener an act and a side go together than by chance,
chosen likewise: who dismisses something is against it."""

_USUAL = 0.6
"""The power to which the chances of what is usual are taken, chosen likewise."""


def settled(
    ruled: tuple[DenialKind | None, Judged],
    verdict: Verdict | None,
    document: str,
    cue: Spans,
    usual: Sequence[float] | None = None,
) -> tuple[DenialKind | None, Judged]:
    """What is denied, and the judgement: what rules and network together hold likeliest.

    ``usual`` are the logarithms of chances of acts that cues used so have, where these are known.

    The reasons of the rules stay as far as the outcome is theirs; where it is not, the network's
    own reason says so. Without a verdict the rules stand alone, and so does a silence that they
    find by a set phrase where the network finds no denial and does not rule silence out, as it
    does where somebody refuses a deed.
    """
    denied, judged = ruled
    if verdict is None or any(f.name in ABOVE for f in judged.factors):
        return ruled
    acts = raised(verdict.acts, usual, _USUAL) if usual else verdict.acts
    act, stance, value = _chosen(judged, verdict, acts)
    found = replace(judged, act=act, stance=stance, factuality=value)
    kind = _denied(found, verdict, denied)
    silent = judged.stance == "silent" and kind is None and not _speaks(verdict)
    if silent or (kind, found) == ruled:
        return ruled
    told = (*_kept(ruled, kind, found), _reason(kind, found, document, cue))
    return kind, replace(found, factors=told)


def raised(chances: Sequence[float], usual: Sequence[float], power: float) -> tuple[float, ...]:
    """Sums of logarithms: chances times those of what is usual, to a ``power``."""
    return tuple(one + power * other for one, other in zip(chances, usual, strict=True))


def _denied(found: Judged, verdict: Verdict, ruled: DenialKind | None) -> DenialKind | None:
    """What is denied; something, where a cue that denies leaves it certainly false.

    Likewise where the rules find what is denied and somebody dismisses it. Unless the report gives
    no ground for any kind. Nearly all such labels for training name one.
    """
    sums = _sums(DENIALS, verdict.denials, ruled, _DENIAL)
    denies = (found.act, found.stance, found.factuality) == ("deny", "against", "CT-")
    dismisses = ruled is not None and (found.act, found.stance) == ("dismiss", "against")
    kinds = [one for one in DENIALS if one is not None and sums[one] > _NEVER / 2]
    return max(kinds if (denies or dismisses) and kinds else DENIALS, key=sums.__getitem__)


def _speaks(verdict: Verdict) -> bool:
    return verdict.stances[STANCES.index("silent")] < _SILENT


def kept_for(verdict: Verdict, denied: DenialKind | None) -> Verdict:
    """``verdict`` on a noun that tells something: for it, and denying what the rules say.

    Who dismisses "reports of desertions" is against them, the reports are not: of a noun the
    network takes the words around it for its own.
    """
    stances = tuple(0.0 if one == "for" else _NEVER for one in STANCES)
    return replace(denying(verdict, denied), stances=stances)


def denying(verdict: Verdict, denied: DenialKind | None) -> Verdict:
    """``verdict`` on a cue of which the rules alone tell what it denies."""
    denials = tuple(0.0 if one == denied else _NEVER for one in DENIALS)
    return replace(verdict, denials=denials)


def speaking(verdict: Verdict) -> Verdict:
    """``verdict`` on a cue that is no silence, whatever the network takes it for."""
    acts = _barred(ACTS, verdict.acts, "decline")
    return replace(verdict, acts=acts, stances=_barred(STANCES, verdict.stances, "silent"))


def never_against(verdict: Verdict) -> Verdict:
    """``verdict`` on a cue that tells, where nothing around it gainsays anything."""
    return replace(verdict, stances=_barred(STANCES, verdict.stances, "against"))


def unlike(verdict: Verdict, *denied: DenialKind) -> Verdict:
    """``verdict`` without kinds of denial, which the report gives no ground for."""
    return replace(verdict, denials=_barred(DENIALS, verdict.denials, *denied))


def _barred(labels: Sequence[_Label], chances: Sequence[float], *out: _Label) -> tuple[float, ...]:
    return tuple(_NEVER if one in out else c for one, c in zip(labels, chances, strict=True))


_MAY: dict[Stance, frozenset[Factuality]] = {
    "for": frozenset({"CT+", "PR+", "PS+", "Uu"}),
    "against": frozenset({"CT+", "CT-", "PR-", "PS-", "Uu"}),
    "observing": frozenset({"CT+", "PS+", "CTu", "Uu"}),
    "silent": frozenset({"CTu", "Uu"}),
}
"""Which values go with which side; nobody is against what he holds probable."""


def _chosen(
    judged: Judged, verdict: Verdict, acts: Sequence[float]
) -> tuple[Act, Stance, Factuality]:
    """The value that is likeliest with a side that it goes with; then act and side together.

    ``acts`` are the chances of acts in ``verdict``, with what is usual.

    That an act and a side seldom go together is no sign where the rules read just these two.
    """
    more = _IDIOM * judged.idiom
    denied = _DENIED * (judged.factuality in {"CT-", "PR-"})
    done = _sums(ACTS, acts, judged.act, _ACT + more)
    sides = _sums(STANCES, verdict.stances, judged.stance, _STANCE + more)
    values = _sums(VALUES, verdict.values, judged.factuality, _VALUE + denied + more)
    ways = ((side, value) for side in STANCES for value in VALUES if value in _MAY[side])
    _, value = max(ways, key=lambda way: sides[way[0]] + values[way[1]])
    likely = {pair: done[pair[0]] + sides[pair[1]] + weight for pair, weight in _pairs(value)}
    ruled = judged.act, judged.stance
    if ruled in likely:
        common = max(together()[ruled], 0.0)
        likely[ruled] = done[ruled[0]] + sides[ruled[1]] + _TOGETHER * common
    act, side = max(likely, key=likely.__getitem__)
    return act, side, value


@cache
def _pairs(value: Factuality) -> tuple[tuple[tuple[Act, Stance], float], ...]:
    """Acts with sides that ``value`` goes with, and what counts for their going together."""
    sides, common = [side for side in STANCES if value in _MAY[side]], together()
    return tuple((pair, _TOGETHER * common[pair]) for pair in product(ACTS, sides))


def asserted(ruled: Factuality, chances: tuple[float, ...] | None) -> Factuality:
    """How far a voice asserts an event: what rules and network together hold likeliest."""
    return ruled if chances is None else likeliest(VALUES, chances, ruled, _EVENT)


def likeliest(
    labels: Sequence[_Label], chances: Sequence[float], ruled: _Label, weight: float
) -> _Label:
    """The label with the highest sum of the logarithm of its chance and, if ruled, ``weight``.

    A product of experts (Hinton 2002), of which the second gives one label all it has.
    """
    sums = _sums(labels, chances, ruled, weight)
    return max(labels, key=sums.__getitem__)


def _sums(
    labels: Sequence[_Label], chances: Sequence[float], ruled: _Label, weight: float
) -> dict[_Label, float]:
    return {one: c + weight * (one == ruled) for one, c in zip(labels, chances, strict=True)}


def _kept(
    ruled: tuple[DenialKind | None, Judged], kind: DenialKind | None, found: Judged
) -> tuple[Factor, ...]:
    """Those reasons of the rules whose outcome stands."""
    denied, judged = ruled
    stays = {True: denied == kind, False: judged.factuality == found.factuality}
    return tuple(f for f in judged.factors if stays[f.name == "denial"])


def _reason(kind: DenialKind | None, found: Judged, document: str, cue: Spans) -> Factor:
    denial = f", denial: {kind}" if kind else ""
    told = f"{found.act}, {found.stance}, {found.factuality}{denial}"
    return weighed_in(told, document, cue)


def weighed_in(outcome: str, document: str, spans: Spans) -> Factor:
    """The reason where the outcome is not the rules'."""
    text = f"The trained reader weighed in: {outcome}."
    return Factor("trained", 0.0, text, (Evidence(document, spans),))
