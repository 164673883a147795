"""Word classes, features and lemmas, worked out once for every word in every use.

spaCy's rules for them see one word at a time, its tag and its arc (a few see the word before it,
too), so that what they say of "said" as a verb's past is the same in every sentence. Going through
all the rules for each word of a text would take as long as parsing it.
"""

from collections.abc import Sequence
from dataclasses import fields
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc, Token

from .tokens import Word

if TYPE_CHECKING:
    from thinc.types import Ints2d

Uses = NDArray[np.uint64]
"""Words as they are written, their tags, their arcs' labels, they in small letters: (words, 4).

By spaCy's numbers.
"""

Unit = bytes
"""The row of one word, or those of several in a row that a rule may take together."""

RULES = ("attribute_ruler", "lemmatizer")
"""Parts of a pipeline that need not run for every text."""

_GIVEN: list[int | str] = ["ORTH", "TAG", "DEP", "LOWER"]

FIRST = frozenset({"ai", "c'm", "gon", "got", "let", "y", "y'"})
SECOND = frozenset(
    {"'re", "'s", "all", "are", "is", "n't", "na", "nt", "on", "ta", "was", "were"}
)  # fmt: skip
"""Words that a rule takes together with the next one, or with the one before: "there is"."""

_APART = ","
"""What no rule takes together with another word."""

_FIELDS = [field.name for field in fields(Word)]


class Inflections:
    """What a pipeline's rules say of words, kept for all words that were met."""

    def __init__(self, model: Language) -> None:
        self._rules: list[Any] = [model.get_pipe(name) for name in RULES]
        _indexed(self._rules[-1].lookups)
        self._vocab = model.vocab
        number = self._vocab.strings.add
        self._expletive = number("expl")
        self._first, self._second = (
            np.array([number(w) for w in words], dtype=np.uint64) for words in (FIRST, SECOND)
        )
        self._apart = _rows([(number(_APART), number(","), number("punct"), number(_APART))])
        self._known: dict[Unit, list[Word]] = {}

    def words(self, doc: Doc) -> list[Word]:
        """Every word of a parsed ``doc`` with its class and lemma."""
        units = self._units(_rows(doc.to_array(_GIVEN)))
        new = [unit for unit in dict.fromkeys(units) if unit not in self._known]
        if new:
            self._learn(new)
        return [word for unit in units for word in self._known[unit]]

    def _units(self, uses: Uses) -> list[Unit]:
        if not len(uses):
            return []
        apart = np.flatnonzero(~self._taken_together(uses)) + 1
        held, size = uses.tobytes(), uses.itemsize * len(_GIVEN)
        return [held[a * size : b * size] for a, b in pairwise([0, *apart.tolist(), len(uses)])]

    def _taken_together(self, uses: Uses) -> NDArray[np.bool_]:
        """Of every word but the first, whether a rule may take it with the one before."""
        before, after = uses[:-1], uses[1:]
        first = np.isin(before[:, 3], self._first) | (before[:, 2] == self._expletive)
        both: NDArray[np.bool_] = first & np.isin(after[:, 3], self._second)
        return both

    def _learn(self, units: Sequence[Unit]) -> None:
        """Read ``units`` by the rules themselves, apart where they could be taken together."""
        held = [_read(unit) for unit in units]
        rows, ends = np.concatenate(held), np.cumsum([len(uses) for uses in held])
        met = ends[:-1][self._taken_together(rows)[ends[:-1] - 1]]
        rows = np.insert(rows, met, self._apart, axis=0)
        doc = Doc(self._vocab, words=[self._vocab.strings[form] for form in rows[:, 0].tolist()])
        filled(doc, _GIVEN[1:3], rows[:, 1:3])
        for rule in self._rules:
            doc = rule(doc)
        for unit, uses, end in zip(units, held, ends.tolist(), strict=True):
            at = end - len(uses) + int(np.searchsorted(met, end))
            self._known[unit] = [_word(token) for token in doc[at : at + len(uses)]]


def filled(doc: Doc, names: list[int | str], rows: ArrayLike) -> Doc:
    """``doc`` with the columns ``names`` of spaCy's numbers, a row for each of its words."""
    return doc.from_array(names, cast("Ints2d", _rows(rows)))


def _rows(uses: ArrayLike) -> Uses:
    return np.array(uses, dtype=np.uint64)


def _read(unit: Unit) -> Uses:
    """The rows of a unit."""
    return np.frombuffer(unit, dtype=np.uint64).reshape(-1, len(_GIVEN))


def _word(token: Token) -> Word:
    return Word(**{name: getattr(token, name) for name in _FIELDS})


def _indexed(lookups: Lookups) -> None:
    """Turn the lists of known lemmas, which are searched for every word, into sets."""
    table = lookups.get_table("lemma_index")
    for kind, known in list(table.items()):
        table[kind] = frozenset(known)
