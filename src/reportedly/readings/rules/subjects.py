"""Whose word: the subject of a cue, stated, inherited or behind "by"."""

from ..cues import frames, lemma_of, words
from ..tokens import Token
from .draft import NONE, Tokens, numbers

_SUBJECTS = ("nsubj", "csubj")
_LINKS = ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis")
_HOPS = 4


def child(token: Token, *labels: str) -> Token | None:
    """The first dependent of ``token`` that bears one of ``labels``."""
    return next((c for c in token.children if c.dep_ in labels), None)


def is_passive(verb: Token) -> bool:
    """Whether ``verb`` is a passive with or without its auxiliary ("sources cited by them")."""
    if child(verb, "auxpass", "nsubjpass"):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and not child(verb, "aux", "nsubj"):
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and not child(verb, "aux")


def source_of(verb: Token) -> Tokens:
    """Tokens of the subject of ``verb``: its own, or inherited; empty where there is none."""
    subject = subject_of(verb)
    return phrase(subject, verb) if subject is not None else NONE


def subject_of(verb: Token, hops: int = _HOPS) -> Token | None:
    """Who does ``verb``: its subject, else that of the verb it hangs on ("said A, adding B")."""
    own = child(verb, *_SUBJECTS)
    if own is not None:
        return own
    outer = joined_to(verb)
    if outer is not None:
        return subject_of(outer, hops)
    if verb.dep_ in ("acl", "relcl") and not is_passive(verb):
        return verb.head
    told = told_aside(verb)
    if told is not None:
        return subject_of(told, hops)
    if verb.dep_ == "pcomp":
        verb = verb.head
    if hops and verb.dep_ in (*_LINKS, "prep"):
        return _inherited(verb, hops)
    return None


def joined_to(verb: Token) -> Token | None:
    """The cue with which ``verb`` is coordinated where the parse hangs it in that cue's clause.

    In "Doru denied that they fled and accused Vesk" the two cues share tense and subject.
    """
    clause = verb.head
    outer = clause.head
    if verb.dep_ != "conj" or clause.dep_ != "ccomp" or child(verb, *_SUBJECTS):
        return None
    same = outer.tag_ == verb.tag_ == "VBD" and outer.i < clause.i
    known = {lemma_of(verb), lemma_of(outer)} <= words("verbs").keys()
    return outer if same and known else None


def told_aside(verb: Token) -> Token | None:
    """The cue whose source goes on speaking where the parse hangs ``verb`` in that cue's clause.

    In "Vesk denied that they fled, calling A a lie" it is Vesk that calls A a lie.
    """
    clause = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or clause.dep_ != "ccomp" or verb.i < clause.i:
        return None
    first = verb.left_edge
    known = lemma_of(verb) in words("verbs") and lemma_of(clause) not in words("verbs")
    outer = clause.head
    apart = first == verb and verb.i > 0 and verb.nbor(-1).text == ","
    return outer if known and apart and lemma_of(outer) in words("verbs") else None


def _inherited(verb: Token, hops: int) -> Token | None:
    head = verb.head
    if head.pos_ in ("NOUN", "PROPN", "PRON") and verb.dep_ != "conj":
        return head
    if head.pos_ not in ("VERB", "AUX"):
        return None
    controls = verb.dep_ == "xcomp" and lemma_of(head) in frames("infinitive")
    controlled = child(head, "dobj") if controls else None
    if controlled is not None:
        return controlled
    passive = child(head, "nsubjpass")
    return passive if passive is not None else subject_of(head, hops - 1)


def agent_of(verb: Token) -> Tokens:
    """Tokens of whoever stands behind "by" in a passive."""
    who = child(by, "pobj") if (by := by_of(verb)) is not None else None
    return phrase(who, verb) if who is not None else NONE


def by_of(verb: Token) -> Token | None:
    """The "by" of a passive, also where the parse hangs it on a noun: "dismissed as lies by A"."""
    own = child(verb, "agent")
    if own is not None:
        return own
    named = (c for c in verb.children if c.i > verb.i and c.left_edge.lower_ == "as")
    below = (t for part in named for t in part.subtree)
    return next((t for t in below if t.lower_ == "by" and t.dep_ in ("prep", "agent")), None)


def phrase(noun: Token, verb: Token) -> Tokens:
    """The noun phrase of a source, less clauses that follow it and the cue's own phrase."""
    taken = numbers(noun.subtree)
    for part in noun.children:
        clause = part.dep_ in ("advcl", "ccomp", "parataxis", "dep")
        if (clause and part.i > noun.i) or verb in part.subtree:
            taken -= numbers(part.subtree)
    if verb.i in taken:
        taken = frozenset(i for i in taken if i < verb.i)
    return frozenset(taken)
