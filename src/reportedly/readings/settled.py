"""The rules' judgement of a cue and a trained network's, put together."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from reportedly.model import DenialKind, Evidence, Factor, Spans

from .found import Verdict
from .stance import Judged
from .tagger.marks import ACTS, DENIALS, STANCES, VALUES

_Label = TypeVar("_Label")

_SETTLED = frozenset({"relay", "question", "order"})
"""Reasons of the rules that stand above the cue: its words do not tell them."""

_ACT, _STANCE, _VALUE, _DENIAL = 2.0, 2.0, 1.5, 1.0
"""What the rules' word counts for, in logarithms of chances, chosen on labels held back from the
fit (``training/held_back.py``)."""


def settled(
    ruled: tuple[DenialKind | None, Judged], verdict: Verdict | None, document: str, cue: Spans
) -> tuple[DenialKind | None, Judged]:
    """What is denied, and the judgement: what rules and network together hold likeliest.

    The reasons of the rules stay as far as the outcome is theirs; where it is not, the network's
    own reason says so. Without a verdict the rules stand alone, and so does a silence that they
    find by a set phrase where the network finds no denial.
    """
    denied, judged = ruled
    if verdict is None or any(f.name in _SETTLED for f in judged.factors):
        return ruled
    found = replace(
        judged,
        act=likeliest(ACTS, verdict.acts, judged.act, _ACT),
        stance=likeliest(STANCES, verdict.stances, judged.stance, _STANCE),
        factuality=likeliest(VALUES, verdict.values, judged.factuality, _VALUE),
    )
    kind = likeliest(DENIALS, verdict.denials, denied, _DENIAL)
    silent = judged.stance == "silent" and kind is None
    if silent or (kind, found) == ruled:
        return ruled
    told = (*_kept(ruled, kind, found), _reason(kind, found, document, cue))
    return kind, replace(found, factors=told)


def likeliest(
    labels: Sequence[_Label], chances: Sequence[float], ruled: _Label, weight: float
) -> _Label:
    """The label with the highest sum of the logarithm of its chance and, if ruled, ``weight``.

    A product of experts (Hinton 2002), of which the second gives one label all it has.
    """
    sums = [c + weight * (one == ruled) for one, c in zip(labels, chances, strict=True)]
    return labels[sums.index(max(sums))]


def _kept(
    ruled: tuple[DenialKind | None, Judged], kind: DenialKind | None, found: Judged
) -> tuple[Factor, ...]:
    """Those reasons of the rules whose outcome stands."""
    denied, judged = ruled
    stays = {True: denied == kind, False: judged.factuality == found.factuality}
    return tuple(f for f in judged.factors if stays[f.name == "denial"])


def _reason(kind: DenialKind | None, found: Judged, document: str, cue: Spans) -> Factor:
    denial = f", denial: {kind}" if kind else ""
    text = (
        f"The trained reader weighed in: {found.act}, {found.stance}, {found.factuality}{denial}."
    )
    return Factor("trained", 0.0, text, (Evidence(document, cue),))
