"""What a verb says where its object says it: "dismissed the reports as lies"."""

from collections.abc import Iterator

from ..cues import frames
from ..tokens import Token
from .carriers import carriers, mark_of, marker_of
from .draft import NONE, Tokens, subtree

_REASONS = ("of", "for", "as", "over")
_ATTACHED = ("for", "as", "to", "in", "against", "with")
_GAUGING = ("put", "place", "peg")
_COMPARING = ("liken", "compare", "contrast", "link")


def object_of(verb: Token, lemma: str, thing: Token) -> Tokens:
    """The object with what is said of it; empty where the object is no content.

    It is none where it only hears ("told Doru"), where the verb may be an act of force and no
    reason follows ("attacked the town"), and in a purpose ("to oppose the law").
    """
    if lemma in frames("addressed") and thing.pos_ in ("PROPN", "PRON"):
        return NONE
    if marker_of(verb) and not carriers(verb):
        return NONE
    reasons = list(_reasons(verb, lemma, thing))
    if lemma in _GAUGING and not any(reason.lower_ == "at" for reason in reasons):
        return NONE
    if lemma in frames("forceful") and not reasons:
        return NONE
    content = subtree(thing)
    for reason in reasons:
        content |= subtree(reason)
    return content - _aside(thing)


def _reasons(verb: Token, lemma: str, thing: Token) -> Iterator[Token]:
    judging = lemma in frames("judging")
    for part in verb.children:
        if part.i <= thing.i:
            continue
        if (
            part.dep_ == "oprd"
            or (part.dep_ == "prep" and _is_reason(part, lemma, judging))
            or (judging and _is_judgement(part))
        ):
            yield part


def _is_judgement(part: Token) -> bool:
    return part.dep_ in ("xcomp", "advcl") and part.tag_ != "VBG" and not mark_of(part)


def _is_reason(prep: Token, lemma: str, judging: bool) -> bool:
    if lemma in _GAUGING:
        return prep.lower_ == "at"
    if lemma in _COMPARING:
        return prep.lower_ in ("to", "with")
    return prep.lower_ in _ATTACHED or (judging and prep.lower_ in _REASONS)


def _aside(thing: Token) -> Tokens:
    """A relative clause behind a comma is the author's: "cited the raid, which …"."""
    for part in thing.subtree:
        edge = part.left_edge
        relative = part.dep_ == "relcl" and edge.tag_ in ("WDT", "WP")
        if relative and edge.i > thing.i + 1 and edge.nbor(-1).text == ",":
            return subtree(part)
    return NONE
