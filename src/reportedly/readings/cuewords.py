"""A cue with the words around it that bear on it: negation, auxiliaries, governing verb."""

from dataclasses import dataclass

from reportedly.model import Span, Spans

from .cues import act_of, frames, lemma_of
from .tokens import Doc, Token

_BEARING = frozenset({"neg", "aux", "auxpass", "prt", "preconj", "cc", "acomp", "attr", "advmod"})
_LEADING = frozenset({"det", "npadvmod"})
_NONE = frozenset({"no", "neither"})
_CONTENTFUL = frozenset({"VERB", "NOUN", "ADJ", "ADV", "ADP", "SCONJ", "PROPN"})


@dataclass(frozen=True, slots=True)
class CueWords:
    """The tokens of a cue, its head, what governs it, and its lemmas with their context."""

    tokens: tuple[Token, ...]
    head: Token
    around: tuple[Token, ...]

    @property
    def lemmas(self) -> str:
        """Lemmas of the cue's own tokens, in the order of the text."""
        return " ".join(lemma_of(t) for t in self.tokens)

    @property
    def context(self) -> str:
        """Lemmas of the cue with the words that bear on it, in the order of the text."""
        return " ".join(lemma_of(t) for t in self.around)

    def words(self, listed: frozenset[str]) -> tuple[Token, ...]:
        """The tokens bearing on the cue whose form or lemma is in ``listed``."""
        return tuple(t for t in self.around if t.lower_ in listed or lemma_of(t) in listed)


def tokens_of(doc: Doc, spans: Spans) -> tuple[Token, ...]:
    """The tokens that ``spans`` touch, in order."""
    found: list[Token] = []
    for span in spans:
        piece = doc.touched(span.start, span.end)
        if piece is not None:
            found += [token for token in piece if not token.is_space]
    return tuple(found)


def top(tokens: tuple[Token, ...]) -> Token:
    """The first token whose head lies outside ``tokens`` (punctuation only where nothing else)."""
    inside = {token.i for token in tokens}
    tops = (t for t in tokens if t.head.i not in inside or t.head is t)
    return next((t for t in tops if not t.is_punct), tokens[0])


def cue_words(doc: Doc, spans: Spans, content: Spans = ()) -> CueWords | None:
    """The cue under ``spans`` with its context; None where no token lies there.

    What lies in ``content`` is no context: "replied: “Not at all.”" negates no reply.
    """
    tokens = tokens_of(doc, spans)
    if not tokens:
        return None
    head = _head(tokens)
    apart = [t for t in _around(head) if not any(s.start <= t.idx < s.end for s in content)]
    near = {t.i: t for t in (*tokens, *apart)}
    return CueWords(tokens, head, tuple(near[i] for i in sorted(near)))


def _head(tokens: tuple[Token, ...]) -> Token:
    """The verb or noun that the word list knows, else the syntactic top."""
    first = top(tokens)
    if act_of(lemma_of(first)):
        return first
    known = (t for t in tokens if t.pos_ in _CONTENTFUL and act_of(lemma_of(t)))
    return next(known, first)


def _around(head: Token) -> list[Token]:
    found = _above(head)
    for child in head.children:
        if child.dep_ in _BEARING or (child.dep_ in _LEADING and child.lower_ in _NONE):
            found.append(child)
        if child.dep_ in {"acomp", "attr"}:
            found += [t for t in child.subtree if t.i <= child.i]
        if child.dep_ == "nsubj":
            who, nobody = (child, *child.children), frames("nobody")
            found += [t for t in who if t.lower_ in nobody and t.i < head.i]
        if child.lower_ == "longer":
            found += child.children
    return found


def _above(head: Token) -> list[Token]:
    """What governs the cue: "declined to confirm", "has yet to comment", "was unable to verify"."""
    if head.dep_ == "xcomp" or (head.dep_ in {"ccomp", "acl"} and _infinitive(head)):
        above = head.head
        return [
            above,
            *(c for c in above.children if c.dep_ in _BEARING | {"dobj"} and c.i < head.i),
        ]
    if head.dep_ == "conj" and head.head.pos_ in {"VERB", "AUX"}:
        return _lent(head)
    return []


def _lent(head: Token) -> list[Token]:
    """What a coordinated verb takes over: "neither confirmed nor denied", "refused to A or B"."""
    first = head.head
    owns = any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in head.children)
    joint = {c.lower_ for c in first.children if c.dep_ in {"cc", "preconj"}}
    lent = [c for c in first.children if c.dep_ in {"cc", "preconj"} and c.i < head.i]
    if not owns and joint & {"or", "nor"}:
        lent += [c for c in first.children if c.dep_ in {"neg", "aux"}]
    if not owns and first.dep_ == "xcomp":
        lent += _above(first)
    return lent


def _infinitive(token: Token) -> bool:
    return any(c.tag_ == "TO" for c in token.children)


def spans_of(tokens: tuple[Token, ...]) -> Spans:
    """Where ``tokens`` stand: neighbours joined, sorted."""
    found: list[Span] = []
    near = -1
    for token in sorted(tokens, key=lambda t: t.i):
        end = token.idx + len(token.text)
        if found and token.idx == near:
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(token.idx, end))
        near = end + len(token.whitespace_)
    return tuple(found)
