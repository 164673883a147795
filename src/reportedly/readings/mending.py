"""Verbs of headlines that a parser takes for nouns: "30 soldiers desert garrison"."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from reportedly.lexicons import load

from .tokens import Doc, Token

_PLURAL = ("NNS", "NNPS")
_LEVEL = ("NN", "NNS", "VB")


def mend_headlines(doc: Doc) -> None:
    """Make a verb of the noun that is a headline's only verb; ``doc`` itself is changed.

    It stands right behind a plural in a sentence (or all of it before the last comma) that has no
    other verb, and may name an event ("desert", "attack"). What follows it hangs on it.
    """
    _mend_passives(doc)
    for first, stop in list(_headlines(doc)):
        verb = next((t for t in doc[first + 1 : stop - 1] if _may_be_verb(t)), None)
        if verb is not None:
            _make_verb(verb, first, stop)


def _mend_passives(doc: Doc) -> None:
    """Make "Mayor arrested in Vesk" a passive, in a line without a full stop."""
    known = _passives()
    for verb in doc:
        past = verb.tag_ in ("VBD", "VBN") and verb.dep_ == "ROOT"
        if not past or verb.lemma_.lower() not in known:
            continue
        last = verb.doc[verb.right_edge.i]
        bare = not any(c.dep_ in ("dobj", "ccomp", "aux", "auxpass") for c in verb.children)
        if bare and not (last.is_punct or verb.sent[-1].is_punct):
            verb.tag_ = "VBN"
            for who in verb.children:
                who.dep_ = "nsubjpass" if who.dep_ == "nsubj" else who.dep_


def _headlines(doc: Doc) -> Iterator[tuple[int, int]]:
    """Where stretches without a verb begin and end: sentences less a last ", X reports"."""
    starts = [t.i for t in doc if t.is_sent_start] + [len(doc)]
    for start, end in pairwise(starts):
        commas = [t.i for t in doc[start:end] if t.text == ","]
        stop = commas[-1] if commas else end
        if not any(t.tag_.startswith(("VB", "MD")) for t in doc[start:stop]):
            yield start, stop


def _may_be_verb(token: Token) -> bool:
    before, after = token.nbor(-1), token.nbor(1)
    follows = after.pos_ in ("PROPN", "NOUN", "DET", "ADJ", "NUM") or after.lower_ in ("from", "to")
    plain = token.tag_ in _LEVEL and token.is_lower and token.lower_ in _verbs()
    return plain and before.tag_ in _PLURAL and follows


@cache
def _passives() -> frozenset[str]:
    """Verbs that without an object can only be passives."""
    return frozenset(load("events")["undergone"]["headlines"])


@cache
def _verbs() -> frozenset[str]:
    """Verbs of events as they stand after a plural in the present."""
    tables = load("events").values()
    return frozenset(
        v for table in tables for key in ("verbs", "forces") for v in table.get(key, ())
    )


def _make_verb(verb: Token, start: int, stop: int) -> None:
    """Hang what stands before on the verb as its subject, what follows as its object."""
    doc, subject = verb.doc, verb.nbor(-1)
    root = next(t for t in (verb, *verb.ancestors) if t.head == t)
    within = start <= root.i < stop
    verb.hang(verb if within else root)
    verb.dep_ = "ROOT" if within else "ccomp"
    verb.tag_, verb.pos_, verb.lemma_ = "VBP", "VERB", verb.lower_
    subject.hang(verb)
    subject.dep_ = "nsubj"
    for token in doc[start : subject.i]:
        if token.head == token or token.head.i not in range(start, subject.i):
            token.hang(subject)
    thing: Token | None = None
    for token in doc[verb.i + 1 : stop]:
        if token.head.i in range(verb.i + 1, stop) and token.head != token:
            continue
        nominal = token.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and thing is None
        token.dep_ = "dobj" if nominal else token.dep_ if token.dep_ == "prep" else "dep"
        token.hang(verb)
        thing = token if nominal else thing
