"""Numbers as printed: figures, number words and mixtures of both, and what they are worth.

"1,240", "12k", "1.5m", "two hundred and six", "two and a half million", "half a dozen", "tens of
thousands", "a third". Plain text in, no parse needed. A plural such as "dozens" is worth twice
its scale and only a floor; a part of a whole is given in percent.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from math import prod

from reportedly import lexicons

BLANK = r"(?:[^\S\n]|\n(?!\n))+"
"""White space between two words of one paragraph."""

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_NONE = ("no", "none")


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a number is worth; ``floor`` where it is a plural, ``part`` where a fraction.

    ``scale`` is what the words after its first number multiply it by: 1000 in "two thousand".
    """

    value: float
    floor: bool = False
    part: bool = False
    scale: float = 1


@cache
def pattern() -> str:
    """What spells a number, as the text of a regular expression without named groups."""
    scale, plural = any_of("scales"), any_of("plurals")
    tens = "|".join(w for w, v in words("units").items() if v >= 20)
    ones = "|".join(w for w, v in words("units").items() if 0 < v < 10)
    small = rf"(?:(?:{tens})[ -](?:{ones})|{any_of('units')})\b"
    lead = rf"(?:{_DIGITS}|{small})"
    part = rf"{any_of('fractions')}s?\b"
    scales = rf"(?:[ -]{scale}\b)"
    shapes = (
        rf"(?:{plural} of )?{plural}\b",
        rf"(?:an? )?(?:{'|'.join(several())}){scales}+",
        rf"an? couple(?: of)?{scales}+",
        r"an? couple (?:of|more)\b",
        rf"{lead}[ -]and[ -](?:an?|one|three)[ -]{part}{scales}*",
        rf"(?:(?:an?|{small})[ -])?{part}(?: of)?[ -]an?{scales}+",
        rf"(?:(?:an?|{small})[ -])?{part}",
        rf"one in (?:every )?(?:{small}|\d{{1,3}}\b(?!,))",
        rf"{lead} (?:in|out of) (?:every )?(?:three|four|five|ten|10|100)\b(?!,\d|{scales})",
        rf"(?:an?|{lead}){scales}+(?:(?:,? and|,)? {small}{scales}*)*",
        rf"{_DIGITS} ?(?:bn|mn|mln|tn)\b",
        rf"{_DIGITS}{any_of('suffixes')}\b",
        lead,
        rf"(?!score){scale}\b",
        r"none\b",
        r"no\b(?! (?:fewer|less|more|greater|longer|later|sooner|one|other|such)\b)",
    )
    return "(?:" + "|".join(shapes).replace(" ", BLANK).replace("[" + BLANK, r"[\s") + ")"


@lru_cache(maxsize=1 << 10)
def numeral(text: str) -> Numeral | None:
    """What ``text`` is worth, or None where it is not one number."""
    if not _whole().fullmatch(text.strip()):
        return None
    read = re.findall(rf"{_DIGITS}|[^\W\d_]+", text.lower())
    scale = float(prod(words("scales").get(word, 1) for word in read))
    scale *= prod(words("suffixes").get(word, 1) for word in read if word not in words("units"))
    plurals = [words("plurals")[word] for word in read if word in words("plurals")]
    if plurals:
        return Numeral(2.0 * prod(plurals), floor=True)
    if "couple" in read or any(word in several() for word in read):
        return Numeral(2 * scale, floor="couple" not in read, scale=scale)
    if {"in", "out"} & set(read):
        return _odds(read)
    parts = [n for n, word in enumerate(read) if _denominator(word)]
    return _mixed(read, parts[0], scale) if parts else Numeral(_sum(read), scale=scale)


def _odds(read: list[str]) -> Numeral | None:
    """Odds in percent: "one in five", "nine out of ten"."""
    some, every = _sum(read[:1]), _sum(read[-1:])
    return Numeral(round(100 * some / every, 2), part=True) if 0 < some < every else None


def _mixed(read: list[str], at: int, scale: float) -> Numeral:
    """A part of a whole, of a scale, or beside whole numbers: "two and a half million"."""
    before = read[:at]
    whole = _sum(before[: before.index("and")]) if "and" in before else 0.0
    top = (_sum(before[-1:]) or 1.0) if before else 1.0
    share = top / (_denominator(read[at]) or 1)
    if scale == 1 and "and" not in before:
        return Numeral(round(100 * share, 2), part=True)
    return Numeral(round((whole + share) * scale, 2), scale=scale)


def _sum(read: list[str]) -> float:
    """Add up plain words: a scale multiplies what stands before it."""
    total, current = 0.0, 0.0
    for word in read:
        if word[0].isdigit():
            current += float(word.replace(",", ""))
        elif word in words("units"):
            current += words("units")[word]
        else:
            by = words("scales").get(word) or words("suffixes").get(word)
            current = max(current, 1.0) * by if by else current
            if by and by >= 1000:
                total, current = total + current, 0.0
    return round(total + current, 2)


def _denominator(word: str) -> int | None:
    return words("fractions").get(word) or words("fractions").get(word.removesuffix("s"))


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(pattern(), re.I)


@cache
def words(table: str) -> dict[str, int]:
    """The numbers that one table of the word list gives."""
    return {k: v for k, v in lexicons.load("numbers")[table].items() if isinstance(v, int)}


def any_of(table: str) -> str:
    """Any word of a table, the longest first, as the text of a regular expression."""
    return "(?:" + "|".join(sorted(words(table), key=lambda w: (-len(w), w))) + ")"


@cache
def _known() -> frozenset[str]:
    """Words without which there is no number: "a" and "few" never make one alone."""
    tables = ("units", "scales", "plurals", "fractions")
    return frozenset([w for t in tables for w in words(t)] + [*_NONE, "couple", "halves"])


@lru_cache(maxsize=1 << 12)
def is_number(word: str) -> bool:
    """Whether a word in lower case spells a number or a part of one."""
    return word[0].isdigit() or word in _known() or word.removesuffix("s") in _known()


def singular(word: str) -> str:
    """The singular of a noun whose plural the list knows; any other word as it is."""
    return str(lexicons.load("numbers")["singulars"].get(word, word))


@cache
def several() -> tuple[str, ...]:
    """Words that stand before a scale for more than one of it: "several"."""
    return tuple(lexicons.load("numbers")["several"]["phrases"])
