"""A source's noun phrase taken apart: conjuncts, head, core, what stands behind the head."""

from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import load
from reportedly.lexicons.countries import Mention, countries_in
from reportedly.model import Span, Spans

from .cuewords import spans_of, tokens_of, top
from .tokens import Doc, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BREAKS = frozenset({",", ";", ":", "(", "—", "–", "-", "“", "”", '"'})


@dataclass(frozen=True, slots=True)
class Nominal:
    """One actor's noun phrase. ``core`` runs up to and with the head; ``tail`` follows it.

    ``shared``: the head, a plural, belongs to other actors too ("both governments").
    """

    tokens: tuple[Token, ...]
    head: Token
    core: tuple[Token, ...]
    tail: tuple[Token, ...]
    shared: bool = False

    @property
    def text(self) -> str:
        """The whole phrase, single spaces."""
        return words(self.tokens)

    @property
    def spans(self) -> Spans:
        """Where the phrase stands."""
        return spans_of(self.tokens)


def nominals(doc: Doc, spans: Spans) -> tuple[Nominal, ...]:
    """The actors that the source under ``spans`` names, split where it coordinates distinct ones.

    "local sources and Finnish intelligence" are two; "the founder and director" is one;
    "the Danish and Swedish governments" are two that share a head.
    """
    tokens = tokens_of(doc, spans)
    while len(tokens) > 1 and _is_loose(tokens[0]):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens = tokens[:-1]
    if not tokens:
        return ()
    parts = _parts(tokens)
    return tuple(n for part in parts for n in _shared(nominal(part)))


def _is_loose(token: Token) -> bool:
    """Whether a first word is no part of the voice: a mark, "both" before "and", "but"."""
    return token.is_punct or token.dep_ == "preconj" or token.lower_ in {"but", "and", "yet"}


def nominal(tokens: tuple[Token, ...]) -> Nominal:
    """``tokens`` as one actor's phrase; "two of the soldiers" has "soldiers" as head."""
    head = _extended(_sound(_noun(top(tokens)), tokens), tokens)
    inside = {t.i for t in tokens}
    before = [t for t in tokens if t.i <= head.i]
    core: list[Token] = []
    for token in reversed(before):
        if token.text in _BREAKS and not _hyphen(token):
            break
        core.append(token)
    core = core[::-1] or [head]
    tail = tuple(t for t in tokens if t.i > head.i and t.i in inside)
    return Nominal(tokens, head, tuple(core), tail)


def _sound(head: Token, tokens: tuple[Token, ...]) -> Token:
    """``head``, or where the parser took an article or a verb for it the first noun's last word."""
    if head.pos_ in _NOMINAL or len(tokens) == 1:
        return head
    run: list[Token] = []
    for token in tokens:
        if token.pos_ in {"NOUN", "PROPN"}:
            run.append(token)
        elif run or token.pos_ == "ADP" or token.text in _BREAKS:
            break
    return run[-1] if run else head


def _hyphen(token: Token) -> bool:
    return token.text == "-" and not token.whitespace_


def _noun(head: Token) -> Token:
    """Down from a preposition or partitive to the noun that is meant."""
    if head.dep_ == "prep" or head.pos_ == "ADP":
        return next((_noun(c) for c in head.children if c.dep_ == "pobj"), head)
    if head.lower_ in listed("partitive", "words") or head.pos_ == "NUM":
        of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        inner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        return inner if inner is not None else head
    return head


def _extended(head: Token, tokens: tuple[Token, ...]) -> Token:
    """On to the end of the capitals, where the parser left a part of the name out of it.

    The end of a hyphened word is its head: "vice-president".
    """
    following = {t.i: t for t in tokens}
    while not head.whitespace_ and head.i + 2 in following and _hyphen(head.nbor(1)):
        head = following[head.i + 2]
    while head.i + 1 in following and is_name(following[head.i + 1]):
        after = following[head.i + 1]
        if not (is_name(head) or (head.pos_ == "NOUN" and after.pos_ == "PROPN")):
            break
        head = after
    return head


def _parts(tokens: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    inside = {t.i: t for t in tokens}
    first = top(tokens)
    heads = [first, *(c for c in first.conjuncts if c.i in inside and c.i > first.i)]
    heads = [h for h in heads if h.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "VERB", "DET"}]
    if len(heads) < 2 or not all(_stands_alone(h, inside) for h in heads[1:]):
        return [tokens]
    if any(t.text == "&" for t in tokens if t.i < heads[-1].i):
        return [tokens]
    return _cut_at(tokens, heads)


def _cut_at(tokens: tuple[Token, ...], heads: list[Token]) -> list[tuple[Token, ...]]:
    """Each head with its own words: from after the conjunction before it to the one behind it."""
    parts: list[tuple[Token, ...]] = []
    start = tokens[0].i
    for here, after in zip(heads, [*heads[1:], None], strict=True):
        stop = after.left_edge.i if after is not None else tokens[-1].i + 1
        stop = max(stop, here.i + 1)
        part = [t for t in tokens if start <= t.i < stop]
        parts.append(_trimmed(part))
        start = stop
    return [part for part in parts if part]


def _trimmed(part: list[Token]) -> tuple[Token, ...]:
    loose = {"and", "or", "as", "well", "with", "along", "both", "but", "nor", "plus", "&"}
    while part and (part[-1].is_punct or part[-1].lower_ in loose):
        part = part[:-1]
    while part and (part[0].is_punct or part[0].lower_ in loose):
        part = part[1:]
    return tuple(part)


def _stands_alone(head: Token, inside: dict[int, Token]) -> bool:
    """Whether a conjunct is an actor of its own: a determiner, a name, a country or a plural."""
    own = [inside[i] for i in range(head.left_edge.i, head.i + 1) if i in inside]
    plural = head.tag_ in {"NNS", "NNPS"}
    return plural or any(is_name(t) or t.dep_ in {"det", "poss", "nummod"} for t in own)


def _shared(whole: Nominal) -> list[Nominal]:
    """Split a plural head that several countries share; else the phrase as it is."""
    modifiers = [t for t in whole.core if t.i < whole.head.i]
    joined = [t for t in modifiers if t.dep_ == "cc" or t.lower_ == "and"]
    if whole.head.tag_ not in {"NNS", "NNPS"} or not joined or whole.head.lower_ == "states":
        return [whole]
    groups = _groups(whole, joined)
    if len(groups) < 2:
        return [whole]
    stem = tuple(t for t in modifiers if t.i > groups[-1][-1].i)
    return [_with_head(group, stem, whole) for group in groups]


def _with_head(group: tuple[Token, ...], stem: tuple[Token, ...], whole: Nominal) -> Nominal:
    core = (*group, *stem, whole.head)
    return Nominal((*core, *whole.tail), whole.head, core, whole.tail, shared=True)


def _groups(whole: Nominal, joined: list[Token]) -> list[tuple[Token, ...]]:
    """The words of each country or capitalised modifier between the conjunctions."""
    start = whole.core[0].idx
    mentions = countries_in(whole.head.doc[whole.core[0].i : whole.head.i].text)
    spans = [Span(m.span.start + start, m.span.end + start) for m in mentions]
    if len(spans) < 2:
        spans = [
            Span(t.idx, t.idx + len(t)) for t in whole.core if t.i < whole.head.i and is_name(t)
        ]
        if len(spans) != len(joined) + 1:
            return []
    groups = [tuple(t for t in whole.core if s.start <= t.idx < s.end) for s in spans]
    return [g for g in groups if g]


def is_name(token: Token) -> bool:
    """Whether the token is capitalised as part of a name, not merely first in its sentence."""
    if not token.text[:1].isupper() or not any(c.isalpha() for c in token.text):
        return False
    if token.like_num or token.lower_ in listed("calendar", "words"):
        return False
    if not token.is_sent_start:
        return token.pos_ in {"PROPN", "ADJ"} or not token.is_stop
    if token.lower_ in listed("ordinary", "words"):
        return False
    return token.pos_ == "PROPN" or (token.pos_ == "ADJ" and like_a_demonym(token))


def like_a_demonym(token: Token) -> bool:
    """Whether the word is a country's, or ends as adjectives of places do ("Tarsian")."""
    after = token.nbor(1).text if token.i + 1 < len(token.doc) else ""
    if any(m.span.start == 0 for m in countries_in(f"{token.text} {after}")):
        return True
    return token.text.endswith(tuple(load("sources")["demonyms"]["endings"]))


def words(tokens: tuple[Token, ...] | list[Token]) -> str:
    """The tokens as printed, runs of space and breaks as one blank."""
    found = ""
    for at, token in enumerate(tokens):
        joint = at + 1 < len(tokens) and (token.whitespace_ or tokens[at + 1].i != token.i + 1)
        found += token.text + (" " if joint else "")
    return " ".join(found.split())


def mentions(tokens: tuple[Token, ...] | list[Token]) -> tuple[Mention, ...]:
    """The countries that the tokens mention."""
    return countries_in(words(tokens))


@cache
def listed(table: str, key: str = "heads") -> frozenset[str]:
    """A list of ``sources.toml``."""
    return frozenset(load("sources")[table][key])
