"""Figures of a plain text: what each may stand for at least and at most, and what it counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.claims.wordvectors import stem
from reportedly.lexicons import load

_NEAR, _EXACT = 0.15, 0.01
_ENDING = frozenset(("in", "on", "at", "by", "to", "from", "and", "or", "with", "for"))
_JOINING = frozenset(("was", "were", "is", "are", "at", "to", "reached", "totalled"))
_ROUND = 3
"""Words before a figure that may widen it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and its range; ``unit`` is the stem of what it counts, or nothing."""

    low: float
    high: float
    value: float
    unit: str

    def meets(self, other: "Figure") -> bool:
        """Whether both ranges have a number in common."""
        return self.low <= other.high and other.low <= self.high


def figures(tokens: tuple[str, ...]) -> tuple[Figure, ...]:
    """Every figure among ``tokens``, years and days of the month too."""
    found = []
    at = 0
    while at < len(tokens):
        value, after = _value(tokens, at)
        if value is None:
            at += 1
            continue
        low, high = _range(value, tokens[max(at - _ROUND, 0) : at])
        found.append(Figure(low, high, value, _unit(tokens, at, after)))
        at = after
    return tuple(found)


def _value(tokens: tuple[str, ...], at: int) -> tuple[float | None, int]:
    """The number that starts at ``at``, and the place after it."""
    total: float | None = None
    part = 0.0
    last = at - 1
    for place, number, scale in _numerals(tokens, at):
        last = place
        if scale:
            part = (part or 1.0) * number
            if number >= 1000:
                total, part = (total or 0.0) + part, 0.0
        else:
            part += number
    if last < at or (last == at and not _is_numeral(tokens[at])):
        return None, at
    value = (total or 0.0) + part
    return (None, at) if value == 1 and tokens[at] == "one" else (value, last + 1)


def _numerals(tokens: tuple[str, ...], at: int) -> Iterator[tuple[int, float, bool]]:
    for place in range(at, min(at + 6, len(tokens))):
        for part in tokens[place].split("-"):
            number = _number(part)
            if number is None:
                return
            yield place, number, part in _scales()


def _is_numeral(token: str) -> bool:
    return all(_number(part) is not None for part in token.split("-"))


def _number(token: str) -> float | None:
    if token.isascii() and token[:1].isdigit():
        digits = token.rstrip("stndrh").replace(",", "")
        return float(digits) if digits.replace(".", "", 1).isdigit() else None
    return _plain().get(token)


@cache
def _plain() -> dict[str, float]:
    table = load("pairs")["numerals"]
    found = {word: float(at) for at, word in enumerate(table["units"])}
    found |= {word: 20.0 + 10 * at for at, word in enumerate(table["tens"])}
    return found | {word: float(value) for word, value in table["scales"].items()}


@cache
def _scales() -> frozenset[str]:
    return frozenset(load("pairs")["numerals"]["scales"])


def _range(value: float, before: tuple[str, ...]) -> tuple[float, float]:
    """The range that a figure may stand for, by the words before it."""
    words = load("pairs")["rounding"]
    near = set(before[-2:])
    if "than" in near or near & {"least", "over", "above", "most", "up", "under", "below"}:
        if set(before) & set(words["above"]) - {"up"}:
            return value, value * 3
        if set(before) & set(words["below"]):
            return 0.0, value
    if near & set(words["about"]):
        return value * (1 - _NEAR), value * (1 + _NEAR)
    return value * (1 - _EXACT), value * (1 + _EXACT)


def _unit(tokens: tuple[str, ...], at: int, after: int) -> str:
    """The word counted: the next one that is not closed-class, else the one before."""
    stop = set(load("claims")["stop"]["words"])
    for token in tokens[after : after + 3]:
        if token not in stop and token[0].isalpha():
            return stem(token)
        if token in _ENDING or not token[0].isalpha():
            break
    if tokens[at - 1 : at] and tokens[at - 1] in _JOINING:
        return ""
    for token in reversed(tokens[max(at - 4, 0) : at]):
        if token not in stop and token[0].isalpha():
            return stem(token)
    return ""
