"""Which mentions, in any number of reports, are of one event.

Every pair of mentions in one story has a chance of being of one event, by a logistic regression
over the named features of ``eventmarks``; groups are joined by average linkage of the chances.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reportedly.claims.eventmarks import HEADS, OTHERS, columns, marks
from reportedly.claims.eventspots import chances as logistic
from reportedly.claims.scenes import Named, Scene, Table
from reportedly.lexicons import load
from reportedly.model import Document, Evidence, Factor, Reading, Span, Statement

JOIN = 0.4
"""Least average chance of a join; chosen on ECB+, leave-topics-out."""
_SHOWN = 0.3
_ONE_WORD, _LIKE_WORDS = "_of_one_word", "_of_like_words"


def mentions(
    document: Document, reading: Reading, stated: Mapping[Span, Statement]
) -> tuple[Named, ...]:
    """What is ``stated`` at some words of a report, as mentions of events, in their order."""
    cues = tuple(c for a in reading.attributions for c in a.cue)
    return tuple(
        Named(document, place, told, any(told.predicate in cue for cue in cues))
        for place, told in sorted(stated.items())
    )


def gather_events(named: Iterable[Named], join: float = JOIN) -> tuple[tuple[Named, ...], ...]:
    """Mentions of one story by the event that they are of; the order of the input is nothing.

    Every mention is in one group. Time and memory grow with the square of the mentions of one
    story: take the stories one by one.
    """
    held = tuple(sorted(named, key=lambda one: one.order))
    if not held:
        return ()
    groups = linked(chances(marks(Scene(held)), weights()), join)
    return tuple(tuple(held[at] for at in group) for group in groups)


def chances(of: Table, by: NDArray[np.float64]) -> Table:
    """The chance that each pair is of one event, symmetric, 0 to 1."""
    return logistic(of, by).round(6)


def joined(one: Named, other: Named, among: Sequence[Named]) -> tuple[Factor, ...]:
    """What speaks for two of the mentions ``among`` being of one event, and what against.

    The weight of a reason is its share of the log-odds, the strongest first.
    """
    held = tuple(sorted(among, key=lambda named: named.order))
    row = marks(Scene(held))[held.index(one), held.index(other)]
    shares: dict[str, float] = {}
    for name, value, weight in zip(columns(), row, weights(), strict=True):
        plain = name.removesuffix(_ONE_WORD).removesuffix(_LIKE_WORDS)
        shares[plain] = shares.get(plain, 0.0) + float(value) * float(weight)
    texts = {f.__name__: (f.__doc__ or "").splitlines()[0] for f in (*HEADS, *OTHERS)}
    shown = tuple(Evidence(named.document.id, (named.place,)) for named in (one, other))
    found = [
        Factor(name, round(share, 2), texts[name], shown)
        for name, share in shares.items()
        if name in texts and abs(share) >= _SHOWN
    ]
    return tuple(sorted(found, key=lambda factor: (-abs(factor.weight), factor.name)))


@cache
def weights() -> NDArray[np.float64]:
    """One weight a column of ``eventmarks.marks``."""
    table = load("event_weights")["pair"]
    return np.array([float(table[name]) for name in columns()])


def linked(alike: Table, join: float) -> tuple[tuple[int, ...], ...]:
    """Groups by average linkage (Sokal and Michener 1958), those nearest to each other first.

    Ties go to the earlier mentions.
    """
    near = alike.astype(np.float64)
    np.fill_diagonal(near, -1.0)
    groups = [[at] for at in range(len(near))]
    while len(near) > 1:
        one, other = divmod(int(near.argmax()), len(near))
        if near[one, other] < join:
            break
        share = len(groups[one]) / (len(groups[one]) + len(groups[other]))
        mixed = (share * near[one] + (1 - share) * near[other]).round(9)
        mixed[[one, other]] = -1.0
        near[one], near[:, one] = mixed, mixed
        near[other], near[:, other] = -1.0, -1.0
        groups[one] += groups[other]
        groups[other] = []
    return tuple(sorted(tuple(sorted(group)) for group in groups if group))
