"""In "A, citing B, said X" the same content, as B's word within A's."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from ..cues import lemma_of
from ..tokens import Doc, Token
from ..wording import group_of
from .draft import Draft, Tokens, numbers, readable, subtree
from .subjects import child

_CITING = ("cite", "quote")
_RESTING = ("authority", "basis", "reference", "strength", "word")
_BEFORE = ("on", "with")
_WITHOUT = ("without", "not", "never")


def citing(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """One attribution for each "citing B" that hangs on the cue of one of ``drafts``.

    The reading of the same words as "A cites B" is left out: B is a source, not what is said.
    The words "citing B" leave A's content where the parse put them there.
    """
    pairs = list(_pairs(doc, drafts))
    heads = {draft.head for draft in pairs}
    asides = numbers(t for i in heads for t in doc[i].subtree)
    kept = [d for d in drafts if d.head not in heads]
    return [*(_without(d, asides) for d in kept), *pairs]


def _without(draft: Draft, asides: Tokens) -> Draft:
    inside = draft.head in asides or draft.content.isdisjoint(asides)
    return draft if inside else replace(draft, content=draft.content - asides)


def _pairs(doc: Doc, drafts: list[Draft]) -> Iterator[Draft]:
    cues = [token for token in readable(doc) if _is_citing(token) or _is_resting(token)]
    room = _Room(drafts) if cues else None
    for token in cues:
        link = child(token, "prep") if _is_resting(token) else token
        cited = child(link, "dobj", "pobj") if link is not None else None
        outer = room.citer(token, cited) if room is not None and cited is not None else None
        if cited is None or outer is None or link is None:
            continue
        if any(c.lower_ == "no" for c in cited.children):
            continue
        content = outer.content - numbers(token.subtree)
        words = {token, link} | ({token.head} if _is_resting(token) else set())
        yield Draft(token.i, subtree(cited), numbers(words), content, "citing")


class _Room:
    """Who speaks by which head, and in whose clause a token stands."""

    def __init__(self, drafts: list[Draft]) -> None:
        said = [draft for draft in drafts if draft.content and draft.source]
        self._heads = {draft.head: draft for draft in reversed(said)}
        self._around: dict[int, list[Draft]] = defaultdict(list)
        for draft in said:
            for i in draft.content if draft.rule in ("clause", "according to") else ():
                self._around[i].append(draft)

    def citer(self, token: Token, cited: Token) -> Draft | None:
        """The attribution whose source cites: that of the governing verb, or the one around it.

        In "A said X had fled, citing B" the parse may hang the words on X; they are A's where B
        can speak.
        """
        governor = _governor(token).i
        own = self._heads.get(governor)
        if own is not None and governor != token.i and token.i not in own.content:
            return own
        if not _can_speak(cited):
            return None
        around = [d for d in self._around.get(governor, ()) if d.head != token.i]
        return min(around, key=lambda d: (len(d.content), d.head), default=None)


def _is_resting(token: Token) -> bool:
    """The noun of "on the authority of B", "with reference to B"."""
    return token.lower_ in _RESTING and token.dep_ == "pobj" and token.head.lower_ in _BEFORE


def _can_speak(cited: Token) -> bool:
    return cited.pos_ == "PROPN" or bool(group_of([cited]))


def _is_citing(token: Token) -> bool:
    citing = token.tag_ == "VBG" and lemma_of(token) in _CITING and token.dep_ != "ROOT"
    return citing and not (token.i and token.nbor(-1).lower_ in _WITHOUT)


def _governor(token: Token) -> Token:
    """The verb that the citing phrase belongs to, past its subject where it hangs on that."""
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    return head
