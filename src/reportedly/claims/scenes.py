"""Where events are named, laid out for comparing: one row a mention, tables of one another.

All that is compared is counted once a scene, as tables of every mention with every other, so
that a feature is a few sums of tables.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from reportedly.claims.commonness import share
from reportedly.claims.vectors import Vector, Vocabulary, weighed
from reportedly.claims.words import stems, words
from reportedly.claims.wordvectors import likeness, stem
from reportedly.model import Document, Participant, Span, Statement

Table = NDArray[np.float64]
"""One row and one column a mention."""
Row = NDArray[np.float64]
"""A number for each mention."""
_AROUND = 60
"""Characters on each side of a mention that count as its surroundings."""
_NAME = re.compile(r"(?<=[\w,;:“‘\"(] )[A-Z][\w-]+")


@dataclass(frozen=True, slots=True)
class Named:
    """An event where a report names it: the words, and what is stated there.

    ``cue``: the words are those by which somebody's words are given ("said").
    """

    document: Document
    place: Span
    statement: Statement
    cue: bool = False

    @property
    def words(self) -> str:
        """The words that name it."""
        return self.document.text[self.place.start : self.place.end]

    @property
    def head(self) -> str:
        """The one word that names it, in lower case."""
        at = self.statement.predicate
        return self.document.text[at.start : at.end].lower()

    @property
    def order(self) -> tuple[str, Span]:
        """Sorts by document and place."""
        return self.document.id, self.place


@dataclass(frozen=True)
class Scene:
    """Mentions that may be of one event: those of the reports of one story."""

    named: tuple[Named, ...]

    def same(self, of: Callable[[Named], object | None]) -> Table:
        """1 where something is the same for both, -1 where it is another, 0 where one has none."""
        held = [of(one) for one in self.named]
        number = {value: at for at, value in enumerate(dict.fromkeys(held))}
        codes = np.array([number[value] for value in held])
        known = np.array([value is not None for value in held])
        table = np.where(codes[:, None] == codes[None, :], 1.0, -1.0)
        return np.where(known[:, None] & known[None, :], table, 0.0)

    def row(self, of: Callable[[Named], float]) -> Row:
        """A number for every mention."""
        return np.array([float(of(one)) for one in self.named])

    @cached_property
    def heads(self) -> list[str]:
        """The stem of each head."""
        return [stem(one.head) for one in self.named]

    @cached_property
    def same_head(self) -> Table:
        """1 where both heads have one stem."""
        codes = np.unique(np.array(self.heads), return_inverse=True)[1]
        found: Table = np.where(codes[:, None] == codes[None, :], 1.0, 0.0)
        return found

    @cached_property
    def near_head(self) -> Table:
        """How near both heads are in meaning, 0 to 1; 1 for one stem."""
        known = np.maximum(likeness(self.heads, self.heads).astype(np.float64), 0.0)
        return np.maximum(known, self.same_head)

    @cached_property
    def documents(self) -> list[Document]:
        """The reports, by id."""
        return list({one.document.id: one.document for one in self.named}.values())

    @cached_property
    def alike_documents(self) -> Table:
        """Cosine of the words of both reports; 1 for one report."""
        rows = weighed([_bag(d.text) for d in self.documents], Vocabulary(), "d")
        place = {d.id: at for at, d in enumerate(self.documents)}
        at = [place[one.document.id] for one in self.named]
        return _products(rows)[np.ix_(at, at)]

    def cosine(self, of: Callable[[Named], str]) -> Table:
        """Cosine of the words that ``of`` cuts for each mention, rare words counting for more."""
        return _products(weighed([_bag(of(one)) for one in self.named], Vocabulary(), "w"))

    def shared(self, of: Callable[[Named], Iterable[str]]) -> Table:
        """1 and less where both have words in common, -1 where both have some and none in common.

        What is shared is taken by weight of that side which has less.
        """
        bags = [frozenset(of(one)) for one in self.named]
        known = sorted({word for bag in bags for word in bag})
        place = {word: at for at, word in enumerate(known)}
        table = np.zeros((len(bags), len(known)))
        for row, bag in zip(table, bags, strict=True):
            row[[place[word] for word in bag]] = 1.0
        weight = np.array([-np.log(share(word)) for word in known])
        common = (table * weight) @ table.T
        size = common.diagonal()
        least = np.minimum(size[:, None], size[None, :])
        share_of_less = np.where(common > 0, common / np.maximum(least, 1e-9), -1.0)
        return np.where(least > 0, share_of_less, 0.0)

    @cached_property
    def told(self) -> Row:
        """In how many of the reports each head is found: a share."""
        reports = self._reports_of_heads
        return np.array([len(set(reports[word])) / len(self.documents) for word in self.heads])

    @cached_property
    def again(self) -> Row:
        """How often each head is found in a report that has it: the logarithm."""
        reports = self._reports_of_heads
        return np.array([np.log(len(r) / len(set(r))) for r in (reports[w] for w in self.heads)])

    @cached_property
    def _reports_of_heads(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word, one in zip(self.heads, self.named, strict=True):
            found[word].append(one.document.id)
        return found

    @cached_property
    def rare(self) -> Row:
        """How rare each head is in English, about 0 to 1."""
        return np.array([-np.log(share(word)) / 10 for word in self.heads])


def _bag(text: str) -> Mapping[str, int]:
    return Counter(stems(text))


def _products(rows: Sequence[Vector]) -> Table:
    width = 1 + max((int(row.terms[-1]) for row in rows if len(row.terms)), default=0)
    dense = np.zeros((len(rows), width))
    for line, row in zip(dense, rows, strict=True):
        line[row.terms] = row.weights
    return np.asarray(dense @ dense.T)


def actors(one: Named, *roles: str) -> Iterable[str]:
    """Stems of those who take part in one of ``roles``, or in any."""
    found: list[Participant] = [p for p in one.statement.actors if not roles or p.role in roles]
    return (word for p in found for word in (*stems(p.name), *((p.country,) if p.country else ())))


def around(one: Named) -> str:
    """The words next to a mention, in its sentence."""
    text, at, line = one.document.text, one.place, one.statement.sentence
    before = text[max(line.start, at.start - _AROUND) : at.start]
    return f"{before} {text[at.end : min(line.end, at.end + _AROUND)]}"


def sentence(one: Named) -> str:
    """The sentence."""
    return one.document.text[one.statement.sentence.start : one.statement.sentence.end]


def own(one: Named) -> str:
    """The statement's own words."""
    return " ".join(one.document.text[s.start : s.end] for s in one.statement.spans)


def names(one: Named) -> Iterable[str]:
    """Capitalised words inside the sentence."""
    return (word for found in _NAME.findall(sentence(one)) for word in words(found))
