"""How strongly each arrow of the map of causes pulls: a weight in a band, with its reasons.

One origin adds a share of what is still lacking to the whole (noisy or, Pearl 1988), times how far
it commits itself and what its signal says, each at least and at most, since words are no numbers.
The lower end of the band counts origins that are shown to be different, and every denial; the upper
end counts all origins and no denial.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import prod

from reportedly.lexicons import load
from reportedly.model import (
    Arrow,
    Cause,
    Document,
    Evidence,
    Factor,
    Gathering,
    Lineage,
    Origin,
    Reading,
    Weight,
    cut,
)

LOW, HIGH = 0, 1
"""The two ends of a band."""


@dataclass(frozen=True, slots=True)
class Told:
    """An arrow with what its weight is read from: its causes, origins, and who denies it.

    ``denials``: origins of the arrow that denies it. ``texts`` by document.
    """

    arrow: Arrow
    causes: Mapping[str, Cause]
    origins: tuple[Origin, ...]
    denials: tuple[Origin, ...]
    texts: Mapping[str, str]

    @property
    def shown(self) -> tuple[Origin, ...]:
        """Origins that are shown to be different; where none is, the one that says most."""
        held = tuple(origin for origin in self.origins if origin.shown)
        return held or tuple(sorted(self.origins, key=lambda o: (-self.share(o, LOW), o.id))[:1])

    def share(self, origin: Origin, end: int) -> float:
        """What the word of one origin adds: the most that one of its causes says."""
        held = (self.causes[id_] for id_ in origin.statements)
        said = (force(c, self.texts)[end] * certainty(c)[end] * _share() for c in held)
        return max(said, default=0.0)


def weigh_arrows(
    documents: Sequence[Document],
    readings: Iterable[Reading],
    gathering: Gathering,
    lineage: Lineage,
) -> tuple[Weight, ...]:
    """One weight an arrow, in the order of the arrows; a denied one has none of its own."""
    causes = {c.id: c for reading in readings for c in reading.causes}
    texts = {d.id: d.text for d in documents}
    origins: dict[str, tuple[Origin, ...]] = {}
    for origin in lineage.arrow_origins:
        origins[origin.claim] = (*origins.get(origin.claim, ()), origin)
    denying = {
        other: arrow.id
        for arrow in gathering.arrows
        if arrow.stance == "against"
        for other in arrow.opposed
    }
    return tuple(
        _weight(
            Told(a, causes, origins.get(a.id, ()), origins.get(denying.get(a.id, ""), ()), texts)
        )
        for a in gathering.arrows
    )


def _weight(told: Told) -> Weight:
    """The band of one arrow and the reasons for it."""
    factors = tuple(factor for reason in REASONS if (factor := reason(told)))
    if told.arrow.stance == "against":
        return Weight(told.arrow.id, 0.0, 0.0, 0.0, factors)
    least = _together(told, told.shown, LOW) * (1 - _together(told, told.denials, HIGH))
    most = _together(told, told.origins, HIGH)
    low, high = sorted(round(told.arrow.sign * end, 4) + 0.0 for end in (least, most))
    return Weight(told.arrow.id, round((low + high) / 2, 4), low, high, factors)


def _together(told: Told, origins: Iterable[Origin], end: int) -> float:
    """What some origins say together: 0 for none, nearer to 1 the more they are."""
    return 1 - prod(1 - told.share(origin, end) for origin in origins)


def force(cause: Cause, texts: Mapping[str, str]) -> tuple[float, float]:
    """How much of the effect its signal says that the cause brings about, 0 to 1."""
    table = load("arrows")
    share = table["enables"]["share"] if cause.polarity == "enables" else 1.0
    least, most = table["force"][_strength(cause, texts)]
    return least * share, most * share


def certainty(cause: Cause) -> tuple[float, float]:
    """How far the voice commits itself, 0 to 1."""
    least, most = load("arrows")["certainty"][cause.factuality]
    return least, most


def signal(told: Told) -> Factor | None:
    """How strong the words are that tie cause to effect: "forced", "led to", "added to"."""
    held = [told.causes[id_] for id_ in told.arrow.causes]
    best = max(held, key=lambda cause: force(cause, told.texts))
    shown = tuple(Evidence(c.document, c.signal) for c in held if c.signal)
    said = {
        "strong": "The words that tie the two leave no way out.",
        "plain": "The words that tie the two say that one leads to the other.",
        "weak": "The words that tie the two name one reason among several.",
        "unsaid": "No word ties the two; the sentence does.",
    }[_strength(best, told.texts)]
    if told.arrow.polarity == "enables":
        said = f"{said} It only makes possible."
    return Factor("signal", _middle(force(best, told.texts)), said, shown)


def certain(told: Told) -> Factor | None:
    """How far those who say so commit themselves: certain, probable, possible, left open."""
    held = [told.causes[id_] for id_ in told.arrow.causes]
    best = max(held, key=lambda cause: (certainty(cause), cause.id))
    if told.arrow.stance == "observing":
        return Factor("left open", 0.0, "Nobody commits to it: it counts in the upper end only.")
    if told.arrow.stance == "against":
        return Factor("denied", 0.0, "This is a denial: it pulls nothing of its own.")
    text = f"The surest voice says it as {best.factuality}."
    return Factor("certainty", _middle(certainty(best)), text)


def independence(told: Told) -> Factor | None:
    """How many origins say so, copies left out: shown to be different, and at most."""
    shown, most = sum(origin.shown for origin in told.origins), len(told.origins)
    if not most:
        return Factor("no origin", 0.0, "No voice here stands for it.")
    least = max(1, shown)
    count = f"{least}" if least == most else f"between {least} and {most}"
    evidence = tuple(e for origin in told.origins for e in _words(told, origin)[:1])
    return Factor("origins", float(least), f"Origins that say so: {count}.", evidence)


def denial(told: Told) -> Factor | None:
    """Who denies it: the lower end of the band is less by what they say together."""
    if not told.denials:
        return None
    less = _together(told, told.denials, HIGH)
    evidence = tuple(e for origin in told.denials for e in _words(told, origin)[:1])
    text = f"Denied by {len(told.denials)} at most; the lower end counts that in full."
    return Factor("denial", -round(less, 4), text, evidence)


def contradiction(told: Told) -> Factor | None:
    """Whether somebody says the opposite of the same two: both pull, each its own way."""
    if not told.arrow.opposed or told.denials or told.arrow.stance == "against":
        return None
    return Factor("opposite", 0.0, "Somebody says the opposite of the same two.")


REASONS: tuple[Callable[[Told], Factor | None], ...] = (
    signal, certain, independence, denial, contradiction,
)  # fmt: skip
"""Why an arrow pulls as it does, one function a reason."""


def _words(told: Told, origin: Origin) -> tuple[Evidence, ...]:
    held = [told.causes[id_] for id_ in origin.statements]
    return tuple(Evidence(c.document, c.signal or c.effect) for c in held)


def _strength(cause: Cause, texts: Mapping[str, str]) -> str:
    if not cause.signal:
        return "unsaid"
    words = cut(texts[cause.document], cause.signal).lower().split()
    for name in ("weak", "strong"):
        if any(_is(word, form) for word in words for form in load("arrows")[name]["words"]):
            return name
    return "plain"


@cache
def _is(word: str, lemma: str) -> bool:
    """Whether ``word`` is a form of ``lemma``: its endings cut, as English has them."""
    bases = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("d")}
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            bases |= {stem, f"{stem}e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem}
    return lemma in bases


def _middle(band: tuple[float, float]) -> float:
    return round(sum(band) / 2, 4)


def _share() -> float:
    return float(load("arrows")["origins"]["share"])


__all__ = ["REASONS", "Told", "weigh_arrows"]
