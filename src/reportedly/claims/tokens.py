"""A report's sentences as words, and how it writes each of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.claims.names import listed
from reportedly.model import Document, Span

_PARTS = "|".join(sorted(listed("syllables")))
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?"
    rf"|[^\W_]+(?:(?:-(?=[A-Z0-9]|(?!led|run|old|era)[a-z]{{1,3}}\b|(?:{_PARTS})\b)"
    r"|&|['’](?!(?:s|ll|m|ve|re|d|t)\b))[^\W_]+)*"
)
"""Abbreviations with full stops, else words: "Jae-in" is one, "Dutch-based" are two."""

_SHORT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|St|Sen|Rep|Gov|Prof|Capt|Maj)\. $")
"""What is no end of a sentence."""

_MARKS = frozenset("\"“‘':.!?•-—–|(")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_HEADLINE = 0.8
_LONG = 3
_PARTED = 4
"""Words to a comma in a list of names, at most."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence with its offsets in the document."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it can be part of a name: "Street" and "53rd" can."""
        return self.text[0].isupper() or bool(_ORDINAL.fullmatch(self.text))

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Lines:
    """A report's sentences as words; which have a capital inside sentences, which have none."""

    text: str
    lines: tuple[tuple[Token, ...], ...]
    inside: frozenset[str]
    common: frozenset[str]


def lines_of(document: Document) -> Lines:
    """The words of ``document``, told apart by how they are written."""
    lines = tuple(tuple(_tokens(document.text, s)) for s in document.sentences)
    common = frozenset(t.text for line in lines for t in line if t.text.islower())
    return Lines(document.text, lines, _inside(document.text, lines), common)


def _tokens(text: str, within: Span) -> list[Token]:
    found = _TOKEN.finditer(text, within.start, within.end)
    return [Token(m.group(), m.start(), m.end()) for m in found]


def _inside(text: str, lines: Sequence[Sequence[Token]]) -> frozenset[str]:
    """Words that have a capital where no sentence and no headline asks for one."""
    held: set[str] = set()
    for line in lines:
        if not is_headline(text, line):
            held.update(t.text for t in line[1:] if t.capital and not starts(text, t))
    return frozenset(word for word in held if word.lower() not in listed("not_names"))


def starts(text: str, token: Token) -> bool:
    """Whether quotation marks, a colon or a full stop before a word can give it its capital.

    The full stop of "Mr." cannot.
    """
    before = text[max(0, token.start - 2) : token.start].strip(" ")[-1:]
    if before == "." and _SHORT.search(text[max(0, token.start - 7) : token.start]):
        return False
    return before in _MARKS


def is_headline(text: str, line: Sequence[Token]) -> bool:
    """Whether most longer words of a sentence have a capital."""
    letters = [t for t in line if t.text[0].isalpha() and len(t.text) > _LONG]
    capital = sum(t.capital for t in letters)
    return len(letters) > 3 and capital > _HEADLINE * len(letters) and not _is_list(text, line)


def _is_list(text: str, line: Sequence[Token]) -> bool:
    """Whether a sentence is a list of names: commas part nearly all of its words."""
    commas = text.count(",", line[0].start, line[-1].end)
    return commas > 1 and commas * _PARTED >= len(line)
