"""How records refer to text, how they are named, and what a reason is."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points ``[start, end)`` in one document's text."""

    start: int
    end: int

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end


by_start = attrgetter("start")
"""By this key spans in order are looked for by where they begin."""

Spans = tuple[Span, ...]
"""A possibly discontinuous stretch of text: sorted, not overlapping."""


def cut(text: str, spans: Spans, joint: str = " ") -> str:
    """The characters under ``spans``; fragments are joined by ``joint`` (brat joins by a space)."""
    return joint.join(text[s.start : s.end] for s in spans)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of ``spans`` (at least one)."""
    held = tuple(spans)
    if len(held) == 1:
        return held[0]
    return Span(min(s.start for s in held), max(s.end for s in held))


def bare(name: str) -> str:
    """A name for comparing: lower case, one space, without a leading article or possessive."""
    lowered = " ".join(name.lower().replace("’", "'").split()).removesuffix("'s")
    return lowered.removeprefix("the ")


def identify(kind: str, *parts: object) -> str:
    """A record's id: 16 hex digits of the SHA-256 of its kind and content."""
    return hashlib.sha256(_CANONICAL.encode([kind, *parts]).encode()).hexdigest()[:16]


def _plain(value: object) -> object:
    if isinstance(value, Span):
        return [value.start, value.end]
    raise TypeError(f"no id can be made from {type(value).__name__}")


_CANONICAL = json.JSONEncoder(ensure_ascii=True, default=_plain, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters of one document that show something."""

    document: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Edit:
    """A change from one text to a later one: the characters taken out and those in their place.

    One of the two is empty where something was only added, or only taken out.
    """

    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class Factor:
    """A named reason: what it says in one sentence, how much it weighs, what shows it.

    ``weight`` is positive where the reason speaks for the result, negative against, 0 where it
    only explains. The sentence never quotes a report: quotations are cut from ``evidence``.
    """

    name: str
    weight: float
    text: str
    evidence: tuple[Evidence, ...] = ()
