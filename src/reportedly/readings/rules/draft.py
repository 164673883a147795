"""An attribution in the making: token numbers, turned into spans at the end."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from reportedly.model import Span, Spans

from ..found import Found
from ..tokens import Doc, Token

_EDGE = frozenset(",;:.—–-")
_LONGEST = 500
"""Tokens of a sentence beyond which it is a table or a dump, and no syntax is to be had."""

Tokens = frozenset[int]
NONE: Tokens = frozenset()


@dataclass(frozen=True, slots=True)
class Draft:
    """Token numbers of source, cue and content; ``head`` is the cue's main word.

    ``quoted`` characters belong to the content besides its tokens: whole quotations, which may
    stand in other sentences than the cue.
    """

    head: int
    source: Tokens
    cue: Tokens
    content: Tokens
    rule: str


def numbers(tokens: Iterable[Token]) -> Tokens:
    """The numbers of ``tokens``."""
    return frozenset(token.i for token in tokens)


def sentence(token: Token) -> range:
    """Token numbers of the sentence of ``token``."""
    return range(*token.doc.sentence(token.i))


def readable(doc: Doc) -> list[Token]:
    """The tokens of ``doc`` that may be cues: all but those of endless sentences."""
    tokens = list(doc)
    starts = [0, *(t.i for t in tokens[1:] if t.is_sent_start), len(tokens)]
    short = ((a, b) for a, b in pairwise(starts) if b - a <= _LONGEST)
    return [token for a, b in short for token in tokens[a:b]]


def subtree(token: Token, *without: Token) -> Tokens:
    """The phrase that ``token`` heads, less the phrases that the tokens ``without`` head."""
    taken = numbers(token.subtree)
    for other in without:
        taken -= numbers(other.subtree)
    return taken


def finish(doc: Doc, draft: Draft) -> Found:
    """``draft`` as spans of the document's text."""
    return Found(
        source=to_spans(doc, draft.source - draft.cue - draft.content),
        cue=to_spans(doc, draft.cue, edges=False),
        content=to_spans(doc, draft.content - draft.cue),
        rule=draft.rule,
    )


def to_spans(doc: Doc, taken: Iterable[int], edges: bool = True) -> Spans:
    """Runs of ``taken`` tokens as spans; ``edges``: without punctuation at their ends."""
    found: list[Span] = []
    for run in runs(doc, sorted(taken)):
        kept = _trim(doc, run) if edges else [i for i in run if not doc[i].is_space]
        if kept:
            last = doc[kept[-1]]
            found.append(Span(doc[kept[0]].idx, last.idx + len(last)))
    return tuple(found)


def runs(doc: Doc, taken: list[int]) -> list[list[int]]:
    """``taken`` cut at line breaks and where another word stands between.

    White space within a line and punctuation join.
    """
    found: list[list[int]] = []
    tokens = doc.tokens
    for i in taken:
        if _is_break(tokens[i]):
            continue
        between = tokens[found[-1][-1] + 1 : i] if found else ()
        if found and all(map(_joins, between)):
            found[-1].append(i)
        else:
            found.append([i])
    return found


def _joins(token: Token) -> bool:
    return (token.is_space or token.is_punct) and not _is_break(token)


def _is_break(token: Token) -> bool:
    return token.is_space and not {"\n", "\r"}.isdisjoint(token.text)


def _trim(doc: Doc, run: list[int]) -> list[int]:
    start, end = 0, len(run)
    while start < end and _is_edge(doc[run[start]]):
        start += 1
    while start < end and _is_edge(doc[run[end - 1]]):
        end -= 1
    return run[start:end]


def _is_edge(token: Token) -> bool:
    return token.is_space or token.text in _EDGE
