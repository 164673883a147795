"""Word classes, features and lemmas, worked out once for every word in every use.

spaCy's rules for them see one word at a time, its tag and its arc (a few see the word before it,
too), so that what they say of "said" as a verb's past is the same in every sentence. Going through
all the rules for each word of a text would take as long as parsing it.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc

if TYPE_CHECKING:
    from thinc.types import Ints2d

Use = tuple[int, int, int]
"""A word as it is written, its tag and its arc's label, by spaCy's numbers for them."""

Unit = tuple[Use, ...]
"""One word, or several in a row that a rule may take together."""

RULES = ("attribute_ruler", "lemmatizer")
"""Parts of a pipeline that need not run for every text."""

_GIVEN: list[int | str] = ["ORTH", "TAG", "DEP"]
_MADE: list[int | str] = ["POS", "MORPH", "LEMMA", "TAG", "DEP"]

FIRST = frozenset({"ai", "c'm", "gon", "got", "let", "y", "y'"})
SECOND = frozenset(
    {"'re", "'s", "all", "are", "is", "n't", "na", "nt", "on", "ta", "was", "were"}
)  # fmt: skip
"""Words that a rule takes together with the next one, or with the one before: "there is"."""

_APART = ","
"""What no rule takes together with another word."""


class Inflections:
    """What a pipeline's rules say of words, kept for all words that were met."""

    def __init__(self, model: Language) -> None:
        self._rules: list[Any] = [model.get_pipe(name) for name in RULES]
        _indexed(self._rules[-1].lookups)
        self._vocab = model.vocab
        self._expletive = self._vocab.strings["expl"]
        self._apart = tuple(self._vocab.strings[name] for name in (_APART, ",", "punct"))
        self._known: dict[Unit, list[list[int]]] = {}

    def add(self, doc: Doc) -> None:
        """Give every word of a parsed ``doc`` its class, features and lemma."""
        if len(doc):
            units = list(self._units(doc))
            new = [unit for unit in dict.fromkeys(units) if unit not in self._known]
            if new:
                self._learn(new)
            rows = [row for unit in units for row in self._known[unit]]
            doc.from_array(_MADE, _table(rows))

    def _units(self, doc: Doc) -> Iterator[Unit]:
        uses: list[Use] = [tuple(row) for row in doc.to_array(_GIVEN).tolist()]
        lower = [word.lower_ for word in doc]
        begun = 0
        for at in range(1, len(uses)):
            first = lower[at - 1] in FIRST or uses[at - 1][2] == self._expletive
            if not (first and lower[at] in SECOND):
                yield tuple(uses[begun:at])
                begun = at
        yield tuple(uses[begun:])

    def _learn(self, units: Sequence[Unit]) -> None:
        """Read ``units`` by the rules themselves, each set apart from the others."""
        rows = [use for unit in units for use in (*unit, self._apart)]
        words = [self._vocab.strings[use[0]] for use in rows]
        doc = Doc(self._vocab, words=words)
        doc.from_array(_GIVEN[1:], _table([use[1:] for use in rows]))
        for rule in self._rules:
            doc = rule(doc)
        made = iter(doc.to_array(_MADE).tolist())
        for unit in units:
            self._known[unit] = [next(made) for _ in unit]
            next(made)


def _table(rows: Sequence[Sequence[int]]) -> "Ints2d":
    """Rows of spaCy's numbers as it takes them."""
    return cast("Ints2d", np.array(rows, dtype=np.uint64))


def _indexed(lookups: Lookups) -> None:
    """Turn the lists of known lemmas, which are searched for every word, into sets."""
    table = lookups.get_table("lemma_index")
    for kind, known in list(table.items()):
        table[kind] = frozenset(known)
