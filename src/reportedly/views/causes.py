"""What is said to lead to what: phrases joined where the records say that they mean one thing.

Two phrases are one where each holds exactly one claim, the same, told the same way round; or
where they are the same characters of one report. Like wording alone joins nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportedly.model import Cause, Claim, Evidence, Factuality, Influence, Polarity, Spans

from .circles import depths, without_circles
from .shelf import Shelf

PICTURES = 24
"""Drawings, those with most causes first."""
PHRASES = 14
"""Phrases of one drawing."""
LAYERS = 5
"""Phrases that follow one another in a drawing."""

Key = tuple[str, ...]
Held = dict[str, list[tuple[int, int, str, Polarity]]]
"""Predicates of each document: where, of which claim, which way round."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A cause or an effect in the words of the first report that has it.

    ``claim`` is the claim that all its phrases hold; ``layer`` counts from the left.
    """

    words: Evidence
    claim: Claim | None
    layer: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Causes that say the same of the same two phrases (by place), equally sure.

    ``back``: it leads back to where it comes from, so its effect stands left of its cause.
    """

    cause: int
    effect: int
    polarity: Influence
    sure: Factuality
    told: tuple[Cause, ...]
    back: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """Phrases that causes tie together; ``more`` causes of it have no room."""

    phrases: tuple[Phrase, ...]
    ties: tuple[Tie, ...]
    more: int

    @property
    def causes(self) -> int:
        """How many causes it draws."""
        return sum(len(tie.told) for tie in self.ties)

    @property
    def layers(self) -> int:
        """How many phrases stand side by side at most."""
        return 1 + max(phrase.layer for phrase in self.phrases)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Drawings, those with most causes first; ``folded`` causes are in none of them."""

    drawn: tuple[Picture, ...]
    folded: int


def pictures(shelf: Shelf) -> Pictures:
    """Every cause of a case, in as many drawings as it has parts that nothing ties together."""
    held, claims = _held(shelf)
    ends = [(cause, *_keys(cause, held)) for cause in shelf.causes]
    words: dict[Key, Evidence] = {}
    for cause, left, right in ends:
        words.setdefault(left, Evidence(cause.document, cause.cause))
        words.setdefault(right, Evidence(cause.document, cause.effect))
    made = [_picture(part, words, claims) for part in _parts(ends)]
    made.sort(key=lambda picture: -picture.causes)
    drawn = tuple(made[:PICTURES])
    return Pictures(drawn, len(shelf.causes) - sum(picture.causes for picture in drawn))


End = tuple[Cause, Key, Key]
Arrow = tuple[Key, Key, Influence, Factuality]


def _held(shelf: Shelf) -> tuple[Held, dict[str, Claim]]:
    found: Held = {}
    for claim in shelf.claims:
        for statement in shelf.statements_of(claim):
            span = statement.predicate
            place = (span.start, span.end, claim.id, statement.polarity)
            found.setdefault(statement.document, []).append(place)
    return found, {claim.id: claim for claim in shelf.claims}


def _keys(cause: Cause, held: Held) -> tuple[Key, Key]:
    """What the two phrases are known by; one claim on both sides tells nothing apart."""
    within = held.get(cause.document, [])
    left, right = (_key(cause, spans, within) for spans in (cause.cause, cause.effect))
    if left == right:
        left, right = _own(cause, cause.cause), _own(cause, cause.effect)
    return (left, right) if left != right else (left, (*right, "effect"))


def _key(cause: Cause, spans: Spans, within: Iterable[tuple[int, int, str, Polarity]]) -> Key:
    claims = {
        (claim, way)
        for start, end, claim, way in within
        if any(span.start <= start and end <= span.end for span in spans)
    }
    return claims.pop() if len(claims) == 1 else _own(cause, spans)


def _own(cause: Cause, spans: Spans) -> Key:
    return (cause.document, *(f"{span.start}-{span.end}" for span in spans), "words")


def _parts(ends: list[End]) -> Iterator[list[End]]:
    """Causes that share phrases, directly or by others, in the order of the first."""
    touching: dict[Key, list[int]] = {}
    for n, (_, left, right) in enumerate(ends):
        touching.setdefault(left, []).append(n)
        touching.setdefault(right, []).append(n)
    seen: set[int] = set()
    for start in range(len(ends)):
        if start not in seen:
            yield [ends[n] for n in sorted(_reached(start, ends, touching, seen))]


def _reached(
    start: int, ends: list[End], touching: dict[Key, list[int]], seen: set[int]
) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        for key in ends[waiting.pop()][1:]:
            more = [n for n in touching.pop(key, ()) if n not in found]
            found.update(more)
            waiting += more
    seen |= found
    return found


def _picture(part: list[End], words: dict[Key, Evidence], claims: dict[str, Claim]) -> Picture:
    """As many phrases as there is room for, about the arrow that is told most often."""
    groups: dict[Arrow, list[Cause]] = {}
    for cause, left, right in part:
        groups.setdefault((left, right, cause.polarity, cause.factuality), []).append(cause)
    place = _placed(sorted(groups, key=lambda arrow: -len(groups[arrow])))
    more = sum(len(told) for arrow, told in groups.items() if not {*arrow[:2]} <= place.keys())
    groups = {arrow: told for arrow, told in groups.items() if {*arrow[:2]} <= place.keys()}
    layers, back = _layers(place, [(left, right) for left, right, *_ in groups])
    ties = [
        Tie(place[a], place[b], polarity, sure, tuple(told), (place[a], place[b]) in back)
        for (a, b, polarity, sure), told in groups.items()
    ]
    ties.sort(key=lambda tie: (layers[tie.cause], tie.cause, layers[tie.effect], tie.effect))
    phrases = [Phrase(words[key], claims.get(key[0]), layers[n]) for key, n in place.items()]
    return _shortened(Picture(tuple(phrases), tuple(ties), more))


def _placed(arrows: list[Arrow]) -> dict[Key, int]:
    """Phrases numbered in the order in which the next arrow that touches those before has them."""
    place: dict[Key, int] = {}
    waiting = list(arrows)
    while waiting and len(place) < PHRASES - 1:
        near = [a for a in waiting if not place or a[0] in place or a[1] in place]
        for key in near[0][:2]:
            place.setdefault(key, len(place))
        waiting = [a for a in waiting if not (a[0] in place and a[1] in place)]
    return place


def _shortened(whole: Picture) -> Picture:
    """The picture without what stands too far to the right."""
    near = [n for n, phrase in enumerate(whole.phrases) if phrase.layer < LAYERS]
    ties = [t for t in whole.ties if t.cause in near and t.effect in near]
    kept = [n for n in near if any(n in (t.cause, t.effect) for t in ties)]
    place = {n: at for at, n in enumerate(kept)}
    return Picture(
        tuple(whole.phrases[n] for n in kept),
        tuple(replace(t, cause=place[t.cause], effect=place[t.effect]) for t in ties),
        whole.more + whole.causes - sum(len(t.told) for t in ties),
    )


def _layers(
    place: dict[Key, int], steps: list[tuple[Key, Key]]
) -> tuple[dict[int, int], set[tuple[int, int]]]:
    """How far to the right each phrase stands, and which steps lead back."""
    follows: dict[int, list[int]] = {n: [] for n in place.values()}
    for left, right in steps:
        follows[place[right]].append(place[left])
    kept = without_circles(follows)
    back = {
        (left, right)
        for right, above in follows.items()
        for left in above
        if left not in kept[right]
    }
    return depths(kept), back
