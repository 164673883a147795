"""What sort of thing a content speaks of: whoever rejects a claim denies it, not so a plan."""

from reportedly.model import Spans

from . import nominals
from .acts import Thing, listed
from .cues import lemma_of
from .cuewords import tokens_of, top
from .tokens import Doc, Token

_PEOPLE = ("office", "official")
_PRONOUNS = frozenset({"him", "her", "them", "me", "us", "you", "whom", "who"})


def things(doc: Doc, content: Spans) -> frozenset[Thing]:
    """The sorts of thing under ``content``, by the noun it hangs on; none where that is no noun."""
    tokens = tokens_of(doc, content)
    if not tokens:
        return frozenset()
    head = _noun(top(tokens), tokens)
    sorts: list[Thing | None] = [_sort(head) if head else None]
    sorts += ["measured"] if _is_measured(tokens) else []
    return frozenset(sort for sort in sorts if sort)


def _noun(first: Token, inside: tuple[Token, ...]) -> Token | None:
    """The noun that ``first`` is, or that the preposition ``first`` brings in."""
    if first.pos_ == "ADP":
        first = next((c for c in first.children if c.dep_ == "pobj" and c in inside), first)
    return first if first.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _sort(head: Token) -> Thing | None:
    lemma = lemma_of(head)
    if lemma in listed("alleged"):
        return "proposed" if _of_doing(head) else "alleged"
    if lemma in listed("proposed") or head.lower_ in listed("proposed"):
        return "proposed"
    return "somebody" if _is_somebody(head) else None


def _of_doing(head: Token) -> bool:
    """Whether it is the idea of doing something: that is a plan."""
    links = [c for c in head.children if c.lower_ == "of"]
    return any(c.dep_ == "pcomp" and c.tag_ == "VBG" for link in links for c in link.children)


def _is_somebody(head: Token) -> bool:
    if head.pos_ == "PROPN":
        return True
    return head.lower_ in _PRONOUNS or any(
        head.lower_ in nominals.listed(name, "heads") for name in _PEOPLE
    )


def _is_measured(tokens: tuple[Token, ...]) -> bool:
    """Whether a figure follows an "at" in it."""
    return any(
        t.lower_ == "at" and any(n.like_num for n in tokens if t.i < n.i <= t.i + 4) for t in tokens
    )
