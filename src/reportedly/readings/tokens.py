"""A parsed text as plain trees: every word with its class, its head and its children at hand.

A parser's own records work each value out anew whenever it is asked for, and readings ask for most
of them many times. Names are those of spaCy's tokens: ``tag_`` and ``pos_`` are a word's classes,
``dep_`` is the label of its arc, ``lower_`` the word in small letters.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import overload

_ROUNDS = 12
"""Times that edges are widened where arcs cross; after that they stay as they are."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in one use, the same in all texts: how it is written, its classes and its lemma."""

    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    is_punct: bool
    is_space: bool
    is_quote: bool
    is_alpha: bool
    is_lower: bool
    is_upper: bool
    is_title: bool
    is_stop: bool
    like_num: bool


class Token:
    """A word in its place in a text; equal to nothing but itself.

    ``i`` is its number, ``idx`` that of its first character, ``whitespace_`` the blank behind it.
    A root is its own head; ``children`` stand in the order of the text.
    """

    __slots__ = (
        "children", "dep_", "doc", "head", "i", "idx", "is_punct", "is_sent_start", "is_space",
        "left", "lemma_", "lower_", "pos_", "right", "tag_", "text", "whitespace_", "word",
    )  # fmt: skip

    def __init__(self, doc: "Doc", i: int, idx: int, word: Word, whitespace: str) -> None:
        self.doc, self.i, self.idx, self.word, self.whitespace_ = doc, i, idx, word, whitespace
        self.text, self.lower_, self.lemma_ = word.text, word.lower_, word.lemma_
        self.tag_, self.pos_, self.dep_ = word.tag_, word.pos_, word.dep_
        self.is_punct, self.is_space = word.is_punct, word.is_space
        self.is_sent_start = False
        self.left = self.right = i
        self.head = self
        self.children: tuple[Token, ...] = ()

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return self.word.is_quote

    @property
    def is_alpha(self) -> bool:
        """Whether it has nothing but letters."""
        return self.word.is_alpha

    @property
    def is_lower(self) -> bool:
        """Whether it is in small letters."""
        return self.word.is_lower

    @property
    def is_upper(self) -> bool:
        """Whether it is in capitals."""
        return self.word.is_upper

    @property
    def is_title(self) -> bool:
        """Whether it begins with a capital and goes on in small letters."""
        return self.word.is_title

    @property
    def is_stop(self) -> bool:
        """Whether it is so common that it tells little."""
        return self.word.is_stop

    @property
    def like_num(self) -> bool:
        """Whether it reads as a number, in digits or in letters."""
        return self.word.like_num

    @property
    def lefts(self) -> list["Token"]:
        """The children before it."""
        return [c for c in self.children if c.i < self.i]

    @property
    def rights(self) -> list["Token"]:
        """The children behind it."""
        return [c for c in self.children if c.i > self.i]

    @property
    def left_edge(self) -> "Token":
        """The first word of all that hangs on it."""
        return self.doc[self.left]

    @property
    def right_edge(self) -> "Token":
        """The last word of all that hangs on it."""
        return self.doc[self.right]

    @property
    def subtree(self) -> list["Token"]:
        """All that hangs on it, and itself between what stands before and behind it."""
        found: list[Token] = []
        _gather(self, found)
        return found

    @property
    def ancestors(self) -> Iterator["Token"]:
        """Its head, the head of that, and so on to the root."""
        token = self
        for _ in range(len(self.doc)):
            if token.head is token:
                return
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """What it is coordinated with, at whatever remove, without itself."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [c for c in token.rights if c.dep_ == "conj"]
        return tuple(t for t in found if t is not self)

    @property
    def sent(self) -> "Slice":
        """Its sentence."""
        start, end = self.doc.sentence(self.i)
        return Slice(self.doc, start, end)

    def nbor(self, distance: int = 1) -> "Token":
        """The token so many places on; raises :class:`IndexError` beyond the ends of the text."""
        at = self.i + distance
        if at < 0:
            raise IndexError(at)
        return self.doc.tokens[at]

    def hang(self, head: "Token") -> None:
        """Make ``head`` its head; itself, and it is a root."""
        if self.head is head:
            return
        roots = [next(reversed([t, *t.ancestors])) for t in (self, head)]
        start, last = min(r.left for r in roots), max(r.right for r in roots)
        self.head = head
        self.doc.link(start, last + 1)


def _gather(token: Token, found: list[Token]) -> None:
    own = False
    for child in token.children:
        if not own and child.i > token.i:
            found.append(token)
            own = True
        _gather(child, found)
    if not own:
        found.append(token)


class Slice(Sequence[Token]):
    """Tokens ``start`` to ``end`` (not included) of a text."""

    __slots__ = ("_tokens", "doc", "end", "start")

    def __init__(self, doc: "Doc", start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end
        self._tokens = doc.tokens[start:end]

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self._tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Slice": ...
    def __getitem__(self, at: int | slice) -> "Token | Slice":
        if isinstance(at, int):
            return self._tokens[at]
        start, end, _ = at.indices(len(self))
        return Slice(self.doc, self.start + start, self.start + max(start, end))

    @property
    def text(self) -> str:
        """Its characters, without the blank behind it."""
        if not self._tokens:
            return ""
        last = self._tokens[-1]
        return self.doc.text[self._tokens[0].idx : last.idx + len(last.text)]


class Doc:
    """The tokens of ``text``, which leave out nothing but single blanks, and their trees.

    ``words`` and the blanks behind them, if any, make up the text; ``heads`` are the numbers of
    their heads, a root's its own. A sentence begins where all that hangs on a root does.
    """

    __slots__ = ("_begins", "_starts", "text", "tokens")

    def __init__(
        self, text: str, words: Sequence[Word], blanks: Sequence[str], heads: Sequence[int]
    ) -> None:
        self.text, self.tokens = text, list[Token]()
        idx = 0
        for i, (word, blank) in enumerate(zip(words, blanks, strict=True)):
            self.tokens.append(Token(self, i, idx, word, blank))
            idx += len(word.text) + len(blank)
        for token, head in zip(self.tokens, heads, strict=True):
            token.head = self.tokens[head]
        self._begins = [token.idx for token in self.tokens]
        self._starts: list[int] = []
        self.link(0, len(self.tokens))

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Slice: ...
    def __getitem__(self, at: int | slice) -> Token | Slice:
        if isinstance(at, int):
            return self.tokens[at]
        start, end, _ = at.indices(len(self.tokens))
        return Slice(self, start, max(start, end))

    def touched(self, start: int, end: int) -> Slice | None:
        """The tokens that the characters ``start`` to ``end`` touch; None beyond the text."""
        if not (0 <= start < len(self.text) and 0 < end <= len(self.text)):
            return None
        at, after = bisect_right(self._begins, start) - 1, bisect_right(self._begins, end - 1)
        first = self.tokens[at]
        behind = start == first.idx + len(first.text)  # in the blank, if there is one
        return Slice(self, at + behind, after)

    def sentence(self, i: int) -> tuple[int, int]:
        """Where the sentence of the token ``i`` starts and ends."""
        if not self._starts:
            self._starts = [0, *(t.i for t in self.tokens[1:] if t.is_sent_start), len(self.tokens)]
        at = bisect_right(self._starts, i)
        return self._starts[at - 1], self._starts[at]

    def link(self, start: int, end: int) -> None:
        """Work out the children and edges of some tokens from their heads, and their sentences.

        Where arcs cross, edges are widened until no arc leaves its sentence.
        """
        part = self.tokens[start:end]
        for token in part:
            token.left = token.right = token.i
        for _ in range(_ROUNDS):
            _widen(part)
            if _is_closed(part):
                break
        begun = {t.left for t in part if t.head is t}
        for token in part:
            token.is_sent_start = token.i in begun
        self._starts = []
        _adopt(part)


def _widen(part: Sequence[Token]) -> None:
    """Let every head reach as far as its children do, seen once forwards and once backwards."""
    for order in (part, reversed(part)):
        for token in order:
            head = token.head
            head.left = min(head.left, token.left)
            head.right = max(head.right, token.right)


def _is_closed(part: Sequence[Token]) -> bool:
    """Whether every head stands in its child's sentence, or begins the one behind it."""
    begun = {t.left for t in part if t.head is t} - {0}
    ends = [at for at, t in enumerate(part) if t.i in begun or at == len(part) - 1]
    return all(
        part[start].i <= token.head.i <= part[end].i
        for start, end in pairwise([0, *ends])
        for token in part[start:end]
    )


def _adopt(part: Sequence[Token]) -> None:
    """Give heads their children."""
    held: dict[Token, list[Token]] = {}
    for token in part:
        if token.head is not token:
            held.setdefault(token.head, []).append(token)
    for token in part:
        token.children = tuple(held.get(token, ()))
