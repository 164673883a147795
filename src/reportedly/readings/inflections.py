"""Word classes, features and lemmas, worked out once for every word in every use.

spaCy's rules for them see one word at a time, its tag and its arc (a few see the word before it,
too), so that what they say of "said" as a verb's past is the same in every sentence. Going through
all the rules for each word of a text would take as long as parsing it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import ArrayLike
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc, Token

from .tokens import Word

if TYPE_CHECKING:
    from thinc.types import Ints2d

Use = tuple[int, int, int, int]
"""A word as it is written, its tag, its arc's label, it in small letters: by spaCy's numbers."""

Unit = tuple[Use, ...]
"""One word, or several in a row that a rule may take together."""

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
        self._first, self._second = ({number(w) for w in words} for words in (FIRST, SECOND))
        self._apart = (number(_APART), number(","), number("punct"), number(_APART))
        self._known: dict[Unit, list[Word]] = {}

    def words(self, doc: Doc) -> list[Word]:
        """Every word of a parsed ``doc`` with its class and lemma."""
        units = list(self._units(doc))
        new = [unit for unit in dict.fromkeys(units) if unit not in self._known]
        if new:
            self._learn(new)
        return [word for unit in units for word in self._known[unit]]

    def _units(self, doc: Doc) -> Iterator[Unit]:
        uses: list[Use] = [tuple(row) for row in doc.to_array(_GIVEN).tolist()]
        held: list[Use] = []
        for use in uses:
            if held and not self._taken_together(held[-1], use):
                yield tuple(held)
                held = []
            held.append(use)
        if held:
            yield tuple(held)

    def _taken_together(self, one: Use, after: Use) -> bool:
        """Whether a rule may take a word together with the one before it."""
        return after[3] in self._second and (one[3] in self._first or one[2] == self._expletive)

    def _learn(self, units: Sequence[Unit]) -> None:
        """Read ``units`` by the rules themselves, apart where they could be taken together."""
        rows: list[Use] = []
        begins: list[int] = []
        for unit in units:
            if rows and self._taken_together(rows[-1], unit[0]):
                rows.append(self._apart)
            begins.append(len(rows))
            rows += unit
        doc = Doc(self._vocab, words=[self._vocab.strings[use[0]] for use in rows])
        filled(doc, _GIVEN[1:3], [use[1:3] for use in rows])
        for rule in self._rules:
            doc = rule(doc)
        for unit, at in zip(units, begins, strict=True):
            self._known[unit] = [_word(token) for token in doc[at : at + len(unit)]]


def filled(doc: Doc, names: list[int | str], rows: ArrayLike) -> Doc:
    """``doc`` with the columns ``names`` of spaCy's numbers, a row for each of its words."""
    given = np.array(rows, dtype=np.uint64)
    return doc.from_array(names, cast("Ints2d", given))


def _word(token: Token) -> Word:
    return Word(**{name: getattr(token, name) for name in _FIELDS})


def _indexed(lookups: Lookups) -> None:
    """Turn the lists of known lemmas, which are searched for every word, into sets."""
    table = lookups.get_table("lemma_index")
    for kind, known in list(table.items()):
        table[kind] = frozenset(known)
