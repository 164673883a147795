"""What two aligned texts show of their relation: named features, each a number from 0 to 1.

The first line of a feature's docstring is what a reason says.
"""

import math
from collections.abc import Callable
from functools import lru_cache

import numpy as np

from reportedly.claims.aligned import Aligned
from reportedly.claims.outline import Word
from reportedly.claims.signs import (
    answerable,
    converse,
    core,
    crossed,
    dates_clash,
    days_named,
    deputies_of,
    figures_of_one,
    meet,
    one_unit,
    opposed_words,
    same_deeds,
    share_of,
    shared_share,
    straight,
    told_of,
    verb_turned,
)
from reportedly.claims.wordvectors import likeness
from reportedly.lexicons import load

Feature = Callable[[Aligned], float]


def names(x: Aligned) -> float:
    """How many of the names of the text with fewer names the other has too."""
    return max(_names(x)) if x.a.names and x.b.names else 0.3


def names_of_both(x: Aligned) -> float:
    """How many of the names of the text with more names the other has too."""
    return min(_names(x)) if x.a.names and x.b.names else 0.3


def strangers(x: Aligned) -> float:
    """Each text has names that the other does not have."""
    return min(2, *(sum(w.kind == "name" for w in side) for side in x.lone)) / 2


@lru_cache(maxsize=8)
def wording(x: Aligned) -> float:
    """How much of the words of both is found again in the other, in the same or a like word."""
    return min(x.cover(0), x.cover(1))


def wording_of_one(x: Aligned) -> float:
    """How much of the words of the text that adds less is found again in the other."""
    return max(x.cover(0), x.cover(1))


def plain_words(x: Aligned) -> float:
    """How much of the words of both, names left out, is found again in the other."""
    return min(x.cover(side, _plain) for side in (0, 1))


def plain_words_of_one(x: Aligned) -> float:
    """How much of the words of one, names left out, is found again in the other."""
    return max(x.cover(side, _plain) for side in (0, 1))


def verbs(x: Aligned) -> float:
    """How many of the verbs of both are found again in the other."""
    return min(x.cover(side, lambda w: w.verb and not w.back) for side in (0, 1))


def verbs_of_one(x: Aligned) -> float:
    """How many of the verbs of one are found again in the other."""
    return max(x.cover(side, lambda w: w.verb and not w.back) for side in (0, 1))


def opening(x: Aligned) -> float:
    """How much of what either opens with is found again in the other."""
    return min(x.cover(side, lambda w: w.at < 8) for side in (0, 1))


def told(x: Aligned) -> float:
    """How much of what both tell, not of what went before, the other tells too."""
    return min(told_of(x, 0), told_of(x, 1))


def taken_up(x: Aligned) -> float:
    """What one tells is only the occasion, the place or the time of what the other tells."""
    crossed = sum(one.back != two.back for one, two, _ in x.pairs if one.kind != "day")
    return crossed / len(x.pairs) if x.pairs else 0.0


def reply(x: Aligned) -> float:
    """One tells of an answer to something, or of what came of it, and the other does not."""
    return float(x.a.has("background", "reply") != x.b.has("background", "reply"))


def sense(x: Aligned) -> float:
    """How near both are in meaning, word for word and as a whole."""
    ours, theirs = ([w.stem for w in o.words if w.kind == "word"] for o in (x.a, x.b))
    if not ours or not theirs:
        return 0.0
    match = np.maximum(likeness(ours, theirs), 0)
    ours_met, theirs_met = match.max(1).sum() / len(ours), match.max(0).sum() / len(theirs)
    return math.sqrt(ours_met * theirs_met)


def length(x: Aligned) -> float:
    """One is much longer than the other."""
    sizes = sorted((len(x.a.words), len(x.b.words)))
    return 1 - (sizes[0] + 1) / (sizes[1] + 1)


@lru_cache(maxsize=8)
def negation(x: Aligned) -> float:
    """One denies what the other holds, in the same or a like word."""
    turned = [one.negated != two.negated for one, two, _ in core(x)]
    return max(share_of(turned), float(verb_turned(x)))


def negation_of_one(x: Aligned) -> float:
    """One negates or denies and the other does not."""
    ours, theirs = (any(w.negated for w in o.words) for o in (x.a, x.b))
    return float(ours != theirs)


def denied_by_both(x: Aligned) -> float:
    """Both negate or deny the same."""
    return share_of([one.negated and two.negated for one, two, _ in core(x)])


@lru_cache(maxsize=8)
def opposites(x: Aligned) -> float:
    """One uses a word that is the opposite of one in the other."""
    return float(any(one.negated == two.negated for one, two in opposed_words(x)))


def opposites_turned(x: Aligned) -> float:
    """One denies the opposite of what the other holds."""
    return float(any(one.negated != two.negated for one, two in opposed_words(x)))


@lru_cache(maxsize=8)
def compass(x: Aligned) -> float:
    """One says north, east or upper where the other says the opposite."""
    ours, theirs = set(x.a.tokens), set(x.b.tokens)
    return float(
        any(
            left in ours - theirs and right in theirs - ours
            for one, two in load("pairs")["compass"]["pairs"]
            for left, right in ((one, two), (two, one))
        )
    )


@lru_cache(maxsize=8)
def figures_clash(x: Aligned) -> float:
    """Both count the same things and the numbers do not meet."""
    found = figures_of_one(x)
    if not found and len(x.a.figures) == len(x.b.figures) == 1:
        unsaid = not (x.a.figures[0].unit and x.b.figures[0].unit) and wording(x) > 0.5
        return float(unsaid and not x.a.figures[0].meets(x.b.figures[0]))
    return float(bool(found) and not any(found))


def figures_meet(x: Aligned) -> float:
    """Both count the same things and the numbers meet."""
    return float(any(figures_of_one(x)))


def figures_of_others(x: Aligned) -> float:
    """Both have the same number, but of different things."""
    return float(
        any(
            one.value == two.value and not one_unit(one.unit, two.unit)
            for one in x.a.figures
            for two in x.b.figures
        )
    )


def days_clash(x: Aligned) -> float:
    """Both name a day or a date, and not the same."""
    both = [(days_named(x.a, kind), days_named(x.b, kind)) for kind in ("days", "months")]
    return float(
        any(ours and theirs and not ours & theirs for ours, theirs in both) or dates_clash(x)
    )


def days_meet(x: Aligned) -> float:
    """Both name the same day or date."""
    return float(any(days_named(x.a, kind) & days_named(x.b, kind) for kind in ("days", "months")))


@lru_cache(maxsize=8)
def swapped(x: Aligned) -> float:
    """Who does it in one has it done to them in the other."""
    return max(
        (crossed(one, two) for one, two in same_deeds(x) if not answerable(one)), default=0.0
    )


def swapped_words(x: Aligned) -> float:
    """Each says of the other what the other says of it: accuses, sues, expels."""
    return max((crossed(one, two) for one, two in same_deeds(x) if answerable(one)), default=0.0)


def spelled(x: Aligned) -> float:
    """How much of what both share is in the very same words."""
    return sum(one.stem == two.stem for one, two, _ in x.pairs) / len(x.pairs) if x.pairs else 0.0


def other_deeds(x: Aligned) -> float:
    """Each tells of a deed that the other does not tell of."""
    return float(all(any(w.verb and not w.back for w in side) for side in x.lone))


def doers(x: Aligned) -> float:
    """How far those who do the same are told in the same words."""
    return max((shared_share(one.agent, two.agent) for one, two in same_deeds(x)), default=0.0)


def main_verbs(x: Aligned) -> float:
    """How near in meaning the first verbs of both are."""
    first = [next((deed.verb for deed in side if not deed.verb.back), None) for side in x.deeds]
    if first[0] is None or first[1] is None:
        return 0.3
    if (first[0].stem, first[1].stem) in converse():
        return 1.0
    return max(0.0, float(likeness([first[0].stem], [first[1].stem])[0, 0]))


def main_doers(x: Aligned) -> float:
    """How far those who do what comes first are the same in both."""
    first = [next((deed for deed in side if not deed.verb.back), None) for side in x.deeds]
    if first[0] is None or first[1] is None:
        return 0.3
    return max(
        shared_share(first[0].agent, first[1].agent),
        shared_share(first[0].patient, first[1].agent),
        shared_share(first[0].agent, first[1].patient),
    )


def agreeing(x: Aligned) -> float:
    """How much is found again in the other, where nothing clashes."""
    return wording(x) * (1 - _clash(x))


def clashing(x: Aligned) -> float:
    """How much is found again in the other, where something clashes."""
    return wording(x) * _clash(x)


def news_of_both(x: Aligned) -> float:
    """Each has words that nothing in the other answers."""
    return min(4, *(sum(w.kind == "word" for w in side) for side in x.lone)) / 4


def news_of_one(x: Aligned) -> float:
    """One has words that nothing in the other answers."""
    return min(8, max(sum(w.kind == "word" for w in side) for side in x.lone)) / 8


def negation_of_others(x: Aligned) -> float:
    """One denies of some what the other holds of others."""
    return negation(x) * max(
        others_act(x),
        float(all(x.lone[side] and any(w.kind == "name" for w in x.lone[side]) for side in (0, 1))),
    )


def negation_of_the_rest(x: Aligned) -> float:
    """What one negates is nothing that the other speaks of."""
    return min(2, sum(w.negated and w.kind == "word" for side in x.lone for w in side)) / 2


def kept(x: Aligned) -> float:
    """The same people do it, or have it done to them, in both."""
    return max((straight(one, two) for one, two in same_deeds(x)), default=0.0)


@lru_cache(maxsize=8)
def others_act(x: Aligned) -> float:
    """The same is said to have been done by different people."""
    return float(
        any(
            one.agent
            and two.agent
            and not meet(one.agent, two.agent)
            and meet(one.patient, two.patient)
            for one, two in same_deeds(x)
        )
    )


def ways(x: Aligned) -> float:
    """Where it goes in one is where it comes from in the other."""
    crossed = [(one, two) for one, two, _ in x.pairs if {one.way, two.way} == {"from", "to"}]
    return min(len(crossed), 2) / 2


def former(x: Aligned) -> float:
    """One puts an office or a name in the past and the other does not."""
    return float(x.a.has("former") != x.b.has("former"))


def present(x: Aligned) -> float:
    """One says that it was so and the other that it still is."""
    return float(
        any(
            one.has("former") and two.has("former", "present") and not one.has("former", "present")
            for one, two in ((x.a, x.b), (x.b, x.a))
        )
    )


def deputies(x: Aligned) -> float:
    """One tells of somebody who speaks or stands for another, the other of that other."""
    ours, theirs = (deputies_of(o) for o in (x.a, x.b))
    return float(bool(ours) != bool(theirs))


def whole_and_part(x: Aligned) -> float:
    """One speaks of the whole and the other of a part."""
    return float(
        any(
            one.has("amounts", "whole")
            and two.has("amounts", "part")
            and not one.has("amounts", "part")
            for one, two in ((x.a, x.b), (x.b, x.a))
        )
    )


def excluding(x: Aligned) -> float:
    """One says "only", "still", "instead" or the like, and the other does not."""
    return float(x.a.has("amounts", "excluding") != x.b.has("amounts", "excluding"))


def same_names_other_words(x: Aligned) -> float:
    """They share names and hardly a word besides."""
    return max(_names(x), default=0.0) * (1 - plain_words_of_one(x))


def asking(x: Aligned) -> float:
    """One of them asks."""
    return float("?" in x.a.tokens or "?" in x.b.tokens)


CLASHES: tuple[Feature, ...] = (
    negation, opposites, compass, figures_clash, days_clash, swapped, ways, others_act, present,
)  # fmt: skip
"""Features of which one is enough to contradict."""

FEATURES: tuple[Feature, ...] = (
    names, names_of_both, strangers, wording, wording_of_one, plain_words, plain_words_of_one,
    verbs, verbs_of_one, opening, told, taken_up, reply, sense, length, negation,
    negation_of_one, denied_by_both, opposites, opposites_turned, compass, figures_clash,
    figures_meet, figures_of_others, days_clash, days_meet, swapped, kept, others_act, ways,
    former, present, deputies, whole_and_part, excluding, same_names_other_words, asking,
    swapped_words, spelled, other_deeds, news_of_both, news_of_one, negation_of_others,
    negation_of_the_rest, doers, main_verbs, main_doers,
    agreeing, clashing,
)  # fmt: skip
"""Every feature, in the order in which they are printed and fitted."""


def marks(x: Aligned) -> dict[str, float]:
    """The value of every feature, by its name."""
    return {feature.__name__: feature(x) for feature in FEATURES}


@lru_cache(maxsize=8)
def _clash(x: Aligned) -> float:
    return max(clash(x) for clash in CLASHES)


@lru_cache(maxsize=8)
def _names(x: Aligned) -> tuple[float, float]:
    return (x.cover(0, lambda w: w.kind == "name"), x.cover(1, lambda w: w.kind == "name"))


def _plain(word: Word) -> bool:
    return word.kind == "word"
