"""What two plain texts show of their relation: small named features, each a number."""

import re
from dataclasses import dataclass
from functools import cache

from reportedly.claims.words import stems
from reportedly.lexicons import load

_WORD = re.compile(r"\w+(?:'\w+)?")
_QUOTED = re.compile(r"[‘'“\"](?=\w)[^‘’“”\"]{2,60}?(?<=\w)[’'”\"](?!\w)")
LISTS = ("denial", "negation", "doubt", "hedge", "telling", "confirming")


@dataclass(frozen=True, slots=True)
class Cues:
    """Features of text ``a`` towards text ``b``, by name, in a fixed order."""

    values: tuple[tuple[str, float], ...]

    def of(self, name: str) -> float:
        """The value of one feature."""
        return dict(self.values)[name]


def cues(a: str, b: str) -> Cues:
    """How ``a`` stands to ``b``: every feature between 0 and 1."""
    left, right = tokens_of(a), tokens_of(b)
    ours, theirs = frozenset(stems(a)), frozenset(stems(b))
    values = {name: found_of(name, left, right) for name in LISTS}
    values |= {
        f"claim_{name}": found_of(name, right, ()) for name in ("negation", "hedge", "telling")
    }
    values |= {
        "question": float("?" in a),
        "asking": float("?" in a and set(left[:1]) <= listed("asking")),
        "quoted": float(bool(_QUOTED.search(a)) and not _QUOTED.search(b)),
        "ends_open": float(a.rstrip().endswith(("...", "…"))),
        "attributed": float(bool(re.search(r"^[^:]{3,40}: |[:\-–] [A-Z][\w ]{2,30}$", a))),
        "coverage": _share(theirs, ours),
        "focus": _share(ours, theirs),
        "short": float(len(ours) < 5),
        "long": min(len(left) / 30, 1.0),
        "numbers": float(bool(_numbers(a) & _numbers(b))),
        "denial_and_question": float("?" in a) * found_of("denial", left, right),
        "opposed": float(opposed(a, b)),
    }
    return Cues(tuple(sorted(values.items())))


def opposed(a: str, b: str) -> bool:
    """Whether one says "north" where the other says "south", and the like."""
    ours, theirs = set(tokens_of(a)), set(tokens_of(b))
    pairs: list[list[str]] = load("stance")["opposites"]["pairs"]
    return any(
        (x in ours and y in theirs and not {x, y} <= ours and not {x, y} <= theirs)
        for one, other in pairs
        for x, y in ((one, other), (other, one))
    )


def tokens_of(text: str) -> tuple[str, ...]:
    """The words of ``text`` in lower case, closed-class words too."""
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


def found_of(name: str, found: tuple[str, ...], known: tuple[str, ...]) -> float:
    """1 if a word of the list ``name`` is in ``found`` and not in ``known``, else 0."""
    return float(
        not listed(name).isdisjoint(found) and bool((listed(name) & set(found)) - set(known))
    )


def _share(held: frozenset[str], other: frozenset[str]) -> float:
    return len(held & other) / len(held) if held else 0.0


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", text.replace(",", "")))


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list of ``stance.toml``."""
    return frozenset(load("stance")[name]["words"])
