"""In "A, citing B, said X" the same content, as B's word within A's."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from .cues import lemma_of
from .find_draft import Draft, numbers, readable, subtree
from .find_sources import child

_CITING = ("cite", "quote")


def citing(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """One attribution for each "citing B" that hangs on the cue of one of ``drafts``.

    The reading of the same words as "A cites B" is left out: B is a source, not what is said.
    """
    pairs = list(_pairs(doc, drafts))
    heads = {draft.head for draft in pairs}
    return [*(draft for draft in drafts if draft.head not in heads), *pairs]


def _pairs(doc: Doc, drafts: list[Draft]) -> Iterator[Draft]:
    by_head = {draft.head: draft for draft in drafts if draft.content}
    for token in readable(doc):
        cited = child(token, "dobj", "pobj") if _is_citing(token) else None
        outer = by_head.get(_governor(token).i) if cited is not None else None
        if cited is None or outer is None or token.i in outer.content:
            continue
        source = subtree(cited)
        yield Draft(token.i, source, numbers([token]), outer.content - source, "citing")


def _is_citing(token: Token) -> bool:
    return token.tag_ == "VBG" and lemma_of(token) in _CITING and token.dep_ != "ROOT"


def _governor(token: Token) -> Token:
    """The verb that the citing phrase belongs to, past its subject where it hangs on that."""
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    return head
