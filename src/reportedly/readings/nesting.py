"""Which attribution stands within which: the smallest content that encloses another's cue."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model import Span, hull

from .cues import lemma_of
from .cuewords import tokens_of
from .found import Found
from .overlaps import Stretches
from .tokens import Doc, Token

_OUTER = frozenset({"accord", "according", "per"})
_INNER = frozenset({"cite", "quote", "credit", "attribute"})
"""How three voices with one content stand: "according to A, B said X, citing C"."""


@dataclass(frozen=True, slots=True)
class Nesting:
    """For each attribution found the index of the one around it; who only passes on a word."""

    parents: tuple[int | None, ...]
    relaying: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What was found, how deep each cue stands, and whose content reaches into which stretch."""

    found: Sequence[Found]
    depths: tuple[int, ...]
    reach: Stretches

    def near(self, span: Span) -> list[int]:
        """Those whose content may overlap ``span``, in order."""
        return self.reach.near((span,))


def nesting(found: Sequence[Found], doc: Doc) -> Nesting:
    """What stands within what among ``found``; never a circle."""
    depths = tuple(_depth(one, doc) for one in found)
    ground = _Ground(found, depths, Stretches(one.content for one in found))
    held = tuple(_holder(i, ground) for i in range(len(found)))
    passed = tuple(_passer(i, ground, held) if held[i] is None else None for i in range(len(found)))
    parents = tuple(a if a is not None else b for a, b in zip(held, passed, strict=True))
    straight = tuple(None if _circles(i, parents) else p for i, p in enumerate(parents))
    return Nesting(straight, frozenset(p for p in passed if p is not None and p in straight))


def _holder(inner: int, ground: _Ground) -> int | None:
    """The smallest content around the cue of ``inner``."""
    one = ground.found[inner]
    place = hull(one.cue or one.content) if one.cue or one.content else Span(0, 0)
    around = [i for i in ground.near(place) if i != inner and _encloses(ground.found[i], one)]
    return min(around, key=lambda i: (_size(ground.found[i]), i), default=None)


def _passer(inner: int, ground: _Ground, held: Sequence[int | None]) -> int | None:
    """Who says X citing ``inner``: the nearest less deep cue with the same content."""
    one = ground.found[inner]
    if one.carrier:
        near = ground.near(hull(one.content))
        return next((i for i in near if ground.found[i].cue == one.carrier), None)
    if not ground.depths[inner] or not one.cue or not one.source or not one.content:
        return None
    others = [
        i
        for i in ground.near(hull(one.content))
        if ground.depths[i] < ground.depths[inner]
        and held[i] != inner
        and ground.found[i].carrier != one.cue
        and _shares(ground.found[i], one)
    ]
    at = one.cue[0].start
    return min(others, key=lambda i: (abs(ground.found[i].cue[0].start - at), i), default=None)


def _encloses(outer: Found, inner: Found) -> bool:
    """Whether ``outer``'s content holds ``inner``'s cue, and not the other way round."""
    if not _holds(outer.content, inner.cue or inner.content):
        return False
    return not (outer.cue and _holds(inner.content, outer.cue) and _size(inner) >= _size(outer))


def _holds(content: Sequence[Span], cue: Sequence[Span]) -> bool:
    return bool(cue) and all(any(c in fragment for fragment in content) for c in cue)


def _shares(outer: Found, inner: Found) -> bool:
    if not outer.cue or not outer.source or outer.source == inner.source:
        return False
    return any(a.overlaps(b) for a in outer.content for b in inner.content)


def _depth(found: Found, doc: Doc) -> int:
    words = tokens_of(doc, found.cue)
    lemmas = {lemma_of(t) for t in words}
    if found.rule == "passed on":
        return 3
    if found.rule == "citing" or lemmas & _INNER or _is_relative(found, doc):
        return 2
    outer = bool(lemmas & _OUTER)
    return 2 if outer and _is_aside(words[0]) else 0 if outer else 1


def _is_relative(found: Found, doc: Doc) -> bool:
    """Whether its source is the "who" of "an interview with B, who said that X"."""
    named = tokens_of(doc, found.source)
    return len(named) == 1 and named[0].lower_ == "who"


def _is_aside(cue: Token) -> bool:
    """Whether "according to B" is within what another says: "A said that, according to B, X"."""
    return cue.i > 1 and cue.nbor(-1).text == "," and cue.nbor(-2).lower_ == "that"


def _size(found: Found) -> int:
    return sum(s.end - s.start for s in found.content)


def _circles(start: int, parents: Sequence[int | None]) -> bool:
    """Whether going up from ``start`` leads back to it."""
    seen, at = {start}, parents[start]
    while at is not None and at not in seen:
        seen.add(at)
        at = parents[at]
    return at == start
