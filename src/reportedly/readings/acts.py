"""What the word that decides about a cue does: looked up in ``lexicons/en/acts.toml``."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Literal, get_args

from reportedly.errors import LexiconError
from reportedly.lexicons import load
from reportedly.model import Act, Factuality, Stance

from .contents import SHAPES, Shape
from .cues import act_of, lemma_of
from .cuewords import CueWords
from .tokens import Token

Thing = Literal["alleged", "proposed", "somebody", "measured"]
"""``alleged``: what is said or thought ("the claim that"). ``proposed``: what is to be done ("the
plan"). ``somebody``: a person. ``measured``: a thing with a figure ("the loss at two million")."""

Forms = frozenset[Shape | Thing]
"""What is known of a content: its shape, and what sort of thing it speaks of."""

_FORMS = SHAPES | frozenset(get_args(Thing))
_LISTS = frozenset(
    {
        "alleged",
        "proposed",
        "documents",
        "pleadings",
        "opposites",
        "ignorance",
        "taught",
        "few",
        "firm",
        "carriers",
        "withheld",
        "holders",
    }
)
"""Tables of other words than cues."""
_GAP = 3
"""How many words may stand between those of a phrase."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one word or phrase does with contents of some forms (none named: of all)."""

    act: Act
    value: Factuality
    stance: Stance | None
    forms: Forms
    rank: int
    verb: bool = False

    @property
    def order(self) -> tuple[bool, int]:
        """What names the contents that it is for goes before what is for all; then the first."""
        return not self.forms, self.rank

    def fits(self, forms: Forms, token: Token) -> bool:
        """Whether it speaks of ``token`` with a content that has one of these forms."""
        if self.verb and not token.tag_.startswith("VB") and token.pos_ != "PROPN":
            return False
        return not self.forms or not self.forms.isdisjoint(forms)


@dataclass(frozen=True, slots=True)
class Deciding:
    """The words of a cue that decide: their lemma or phrase, and what it does if that is listed."""

    key: str
    tokens: tuple[Token, ...]
    entry: Entry | None


@dataclass(slots=True)
class _Tables:
    words: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """By their first word."""


def deciding(words: CueWords, forms: Forms, lead: Token | None = None) -> Deciding:
    """The phrase or word of the cue that decides, for a content of these ``forms``.

    ``lead``: a preposition with which the content begins ("asked <for help>").

    A phrase goes before a word, and the longest phrase first. Where a cue begins with a verb that
    only carries another ("published a letter accusing"), the later word decides.
    """
    return _phrase(words, forms, lead) or _word(words, forms)


def listed(name: str, key: str = "words") -> frozenset[str]:
    """A list of ``acts.toml`` that holds other words than cues."""
    return _list(name, key)


@cache
def _list(name: str, key: str) -> frozenset[str]:
    return frozenset(load("acts")[name][key])


def _phrase(words: CueWords, forms: Forms, lead: Token | None) -> Deciding | None:
    around = (*words.around, lead) if lead else words.around
    names = [{lemma_of(t), t.lower_} for t in around]
    every = set().union(*names)
    best: tuple[tuple[int, bool, int], Deciding] | None = None
    for at, first in enumerate(names):
        for parts, entry in _beginning(first):
            if not every.issuperset(parts):
                continue
            places = _places(parts, names, at) if entry.fits(forms, around[at]) else None
            if places is None or not any(around[k] in words.tokens for k in places):
                continue
            order = (-len(parts), *entry.order)
            if best is None or order < best[0]:
                tokens = tuple(around[k] for k in places)
                best = order, Deciding(" ".join(parts), tokens, entry)
    return best[1] if best else None


def _beginning(first: set[str]) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """The phrases that begin with a word of these names, its lemma and its form."""
    for name in sorted(first):
        yield from _tables().phrases.get(name, ())


def _places(parts: tuple[str, ...], names: list[set[str]], at: int) -> list[int] | None:
    """Where the words of a phrase that begins at ``at`` stand; None where one is missing."""
    found = [at]
    for part in parts[1:]:
        start = found[-1] + 1
        near = range(start, min(start + _GAP + 1, len(names)))
        place = next((k for k in near if part in names[k]), None)
        if place is None:
            return None
        found.append(place)
    return found


def _word(words: CueWords, forms: Forms) -> Deciding:
    ordered = _ordered(words)
    for token in ordered:
        for key in _keys(token):
            entry = next((e for e in _tables().words.get(key, ()) if e.fits(forms, token)), None)
            if entry is not None:
                return Deciding(key, (token,), entry)
            if act_of(key):
                return Deciding(key, (token,), None)
    return Deciding(lemma_of(words.head), (words.head,), None)


def _keys(token: Token) -> Iterator[str]:
    """The forms under which a token may be listed; in a headline a verb may pass for a name."""
    yield lemma_of(token)
    yield token.lower_
    if token.pos_ == "PROPN":
        yield from (token.lower_.removesuffix(end) for end in ("s", "es", "ed", "d", "ing"))


def _ordered(words: CueWords) -> list[Token]:
    """The head, then the cue's other words; adverbs and verbs that carry another last."""
    rest = [t for t in words.tokens if t.i != words.head.i]
    tokens = [words.head, *rest]
    last = [t for t in tokens if _carries(t, words)]
    return [t for t in tokens if t not in last] + last


def _carries(token: Token, words: CueWords) -> bool:
    if token.pos_ == "ADV" or token.dep_ in {"aux", "auxpass"}:
        return True
    after = [t for t in words.tokens if t.i > token.i and t.pos_ in {"VERB", "NOUN", "ADJ"}]
    return bool(after) and lemma_of(token) in listed("carriers")


@cache
def _tables() -> _Tables:
    """All entries. Raises :class:`LexiconError` where a table names an unknown content."""
    found = _Tables()
    for rank, (name, table) in enumerate(load("acts").items()):
        if name in _LISTS:
            continue
        plain = _entry(name, table, rank)
        for entry in (*_proposing(table, plain), plain):
            _enter(found, table, entry)
    for entries in found.words.values():
        entries.sort(key=lambda entry: entry.order)
    return found


def _enter(found: _Tables, table: dict[str, Any], entry: Entry) -> None:
    for word in table.get("words", ()):
        found.words[word].append(entry)
    for word in table.get("verbs", ()):
        found.words[word].append(replace(entry, verb=True))
    for phrase in table.get("phrases", ()):
        parts = tuple(phrase.split())
        found.phrases[parts[0]].append((parts, entry))


def _proposing(table: dict[str, Any], plain: Entry) -> Iterator[Entry]:
    """What the words of a table do with a plan, where its ``plans`` tell another value."""
    if "plans" in table:
        side: Stance = "against" if plain.value.endswith("-") else "for"
        yield replace(plain, value=table["plans"], stance=side, forms=frozenset({"proposed"}))


def _entry(name: str, table: dict[str, Any], rank: int) -> Entry:
    forms = frozenset(table.get("content", ()))
    if not forms <= _FORMS:
        raise LexiconError(f"word list en/acts.toml: [{name}] names an unknown content")
    return Entry(table["act"], table["value"], table.get("stance"), forms, rank)
