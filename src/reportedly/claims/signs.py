"""What features of two aligned texts ask for: deeds of both, figures, days, opposites."""

from functools import cache, lru_cache

import numpy as np

from reportedly.claims.aligned import LEAST, Aligned, akin
from reportedly.claims.outline import Outline, Word, listed
from reportedly.claims.roles import Deed
from reportedly.claims.wordvectors import likeness, stem
from reportedly.lexicons import load


@cache
def opposite_stems() -> dict[str, frozenset[str]]:
    """Stems of words of news with the stems of their opposites."""
    found: dict[str, set[str]] = {}
    for one, two in load("pairs")["opposites"]["pairs"]:
        found.setdefault(stem(one), set()).add(stem(two))
        found.setdefault(stem(two), set()).add(stem(one))
    return {word: frozenset(others) for word, others in found.items()}


@cache
def converse() -> frozenset[tuple[str, str]]:
    """Stems of verbs that tell one event from either side."""
    pairs = [(stem(one), stem(two)) for one, two in load("pairs")["converse"]["pairs"]]
    return frozenset(pairs) | frozenset((two, one) for one, two in pairs)


def figures_of_one(x: Aligned) -> list[bool]:
    """For each pair of figures that count the same, whether they meet."""
    return [
        one.meets(two) for one in x.a.figures for two in x.b.figures if one_unit(one.unit, two.unit)
    ]


def one_unit(one: str, two: str) -> bool:
    """Whether two figures count the same."""
    return one == two or akin(one, two) or float(likeness([one], [two])[0, 0]) >= LEAST


def days_named(side: Outline, kind: str) -> set[str]:
    """Weekdays or months that a text names."""
    return {
        word.text
        for word in side.words
        if word.text in listed("calendar", kind) and word.kind == "day"
    }


def dates(side: Outline) -> set[tuple[str, str]]:
    """Days of a month that a text names, as month and day."""
    months = listed("calendar", "months")
    near = zip(side.tokens, side.tokens[1:], strict=False)
    return {
        (one, two) if one in months else (two, one)
        for one, two in near
        if (one in months) != (two in months) and (one + two).strip("abcdefghijklmnopqrstuvwxyz")
    }


def dates_clash(x: Aligned) -> bool:
    """Whether both name days of a month, and not one in common."""
    ours, theirs = dates(x.a), dates(x.b)
    return bool(ours and theirs and not ours & theirs)


def deputies_of(side: Outline) -> list[Word]:
    """Words for people who speak or stand for another."""
    return [word for word in side.words if word.text in listed("deputies")]


@lru_cache(maxsize=8)
def same_deeds(x: Aligned) -> list[tuple[Deed, Deed]]:
    """Deeds told by answering verbs; the second is turned where the verbs are converse."""
    answers = {(id(one), id(two)) for one, two, _ in x.pairs}
    return [
        (one, two if (one.verb.stem, two.verb.stem) not in converse() else two.turned)
        for one in x.deeds[0]
        for two in x.deeds[1]
        if (id(one.verb), id(two.verb)) in answers or (one.verb.stem, two.verb.stem) in converse()
    ]


def meet(ours: tuple[Word, ...], theirs: tuple[Word, ...]) -> float:
    """1 if two groups of words have one in common, else 0."""
    return float(
        any(one.stem == two.stem or akin(one.text, two.text) for one in ours for two in theirs)
    )


def crossed(one: Deed, two: Deed) -> float:
    """How far those who do it in one have it done to them in the other."""
    cross = meet(one.agent, two.patient) + meet(one.patient, two.agent)
    return max(cross - meet(one.agent, two.agent) - meet(one.patient, two.patient), 0) / 2


def shared_share(ours: tuple[Word, ...], theirs: tuple[Word, ...]) -> float:
    """Share of the larger side's words that are words of the other."""
    held = sum(any(o.stem == t.stem or akin(o.text, t.text) for t in theirs) for o in ours)
    return held / max(len(ours), len(theirs), 1)


def answerable(deed: Deed) -> bool:
    """Whether both may do it to each other without contradiction."""
    return deed.verb.stem in mutual()


@cache
def mutual() -> frozenset[str]:
    """Stems of verbs for what two sides may do to each other."""
    return frozenset(stem(word) for word in listed("mutual"))


def straight(one: Deed, two: Deed) -> float:
    """How far the same do it, and have it done to them, in both."""
    straight = meet(one.agent, two.agent) + meet(one.patient, two.patient)
    return max(straight - meet(one.agent, two.patient) - meet(one.patient, two.agent), 0) / 2


@lru_cache(maxsize=8)
def opposed_words(x: Aligned) -> list[tuple[Word, Word]]:
    """Words of the one with words of the other that are their opposites."""
    ours, theirs = ([w for w in o.words if w.kind == "word"] for o in (x.a, x.b))
    table = opposite_stems()
    return [(one, two) for one in ours for two in theirs if two.stem in table.get(one.stem, ())]


@lru_cache(maxsize=8)
def core(x: Aligned) -> list[tuple[Word, Word, float]]:
    """Answering words that a negation can turn: verbs and other words, not names or days."""
    return [
        (one, two, near)
        for one, two, near in x.pairs
        if one.kind == two.kind == "word" and two.stem not in opposite_stems().get(one.stem, ())
    ]


def verb_turned(x: Aligned) -> bool:
    """Whether a verb is negated in one and held in the other."""
    return any(one.verb and two.verb and one.negated != two.negated for one, two, _ in core(x))


def told_of(x: Aligned, side: int) -> float:
    """Share of what stands in front on one side that stands in front on the other."""
    match, theirs = (x.match, x.b.words) if side == 0 else (x.match.T, x.a.words)
    if not match.size:
        return 0.0
    best = (match * np.array([not word.back for word in theirs])).max(1)
    return x.share(side, best, lambda w: not w.back and w.kind != "day")


def share_of(turned: list[bool]) -> float:
    """Share of what is true."""
    return sum(turned) / len(turned) if turned else 0.0
