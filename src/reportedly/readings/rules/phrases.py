"""Attributions without a cue verb: "according to X", "reportedly", "the alleged", a signature."""

import re
from collections.abc import Iterator

from reportedly.model import Document

from ..cues import words
from ..tokens import Doc, Token
from .draft import NONE, Draft, numbers, readable, subtree
from .subjects import child

_SIGNED = re.compile(
    r"^(?P<said>[\"“”][^\r\n]*?[\"”])[^\S\r\n]*(?P<dash>[-–—―]{1,2})[^\S\r\n]*"
    r"(?P<who>[A-Z][^\r\n:;“”\"]{1,60}?)\.?\s*$",
    re.MULTILINE,
)


def according(doc: Doc) -> Iterator[Draft]:
    """In "According to X, A" the source is X, the content the rest of the clause."""
    for token in readable(doc):
        if token.lower_ != "according":
            continue
        to = next((c for c in token.children if c.lower_ == "to"), None)
        who = child(to, "pobj") if to is not None else None
        if to is None or who is None or token.head == token:
            continue
        content = _clause_around(token)
        if content:
            yield Draft(token.i, subtree(who), numbers([token, to]), content, "according to")


def _clause_around(token: Token) -> frozenset[int]:
    head = token.head
    while head.head != head and head.pos_ not in ("VERB", "AUX"):
        head = head.head
    own = numbers(token.subtree)
    return subtree(head) - own if head.i not in own else NONE


def hedges(doc: Doc) -> Iterator[Draft]:
    """Adverbs and adjectives that attribute to nobody: "reportedly", "the alleged raid"."""
    for token in readable(doc):
        if token.pos_ == "ADV" and token.lower_ in words("adverbs"):
            content = subtree(token.head) - {token.i}
            if content:
                yield Draft(token.i, NONE, numbers([token]), content, "adverb")
        elif token.dep_ == "amod" and token.lower_ in words("adjectives"):
            content = frozenset(i for i in subtree(token.head) if i > token.i)
            yield Draft(token.i, NONE, numbers([token]), content, "adjective")


def signatures(doc: Doc, document: Document) -> Iterator[Draft]:
    """A quotation signed with a dash and a name."""
    for match in _SIGNED.finditer(document.text):
        said = doc.touched(match.start("said"), match.end("said"))
        dash = doc.touched(match.start("dash"), match.end("dash"))
        who = doc.touched(match.start("who"), match.end("who"))
        if said is not None and dash is not None and who is not None:
            source, cue = numbers(who) - numbers(dash), numbers(dash)
            yield Draft(dash.start, source, cue, numbers(said) - cue - source, "signature")
