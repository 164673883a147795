"""What the words that hang on an event make of it: helpers, adverbs, negations, adjectives."""

from functools import cache

from reportedly import lexicons

from .clauses import children
from .commitments import Commitment, listed, table
from .tokens import Token

_OPEN, _CLOSE = frozenset("\"'“‘«"), frozenset("\"'”’»")
_SHORT = 4
"""Words in quotation marks up to which they only keep the author apart from them."""


def own(found: Commitment, token: Token, quoted: bool, scope: frozenset[int]) -> Commitment:
    """``found`` under the words around ``token``, which only ``scope`` and closed classes count.

    ``quoted``: the words are somebody's reported words, where "would" is a future.
    """
    for child in token.children:
        found = _child(found, child, quoted, scope)
    if token.dep_ == "conj" and token.head.tag_.startswith("VB"):
        found = _shared(found, token, quoted)
    return described(found, token, scope) if token.tag_.startswith("NN") else found


def described(found: Commitment, noun: Token, scope: frozenset[int]) -> Commitment:
    """``found`` under what stands before the noun: "no attack", "the planned attack"."""
    for child in noun.children:
        word = child.lower_
        if denies(child):
            found = found.negated(child)
        elif child.dep_ in {"amod", "compound"} and child.i in scope and word in _adjectives():
            found = found.lowered(_adjectives()[word], "adjective", child)
            if word in listed("unreal", "adjectives"):
                found = found.moved("future", "future", child)
        elif child.dep_ == "amod" and word == "called" and child.nbor(-1).text == "-":
            found = found.lowered("U", "distance", child)
    return found


def distanced(found: Commitment, token: Token) -> Commitment:
    """``found`` where the author puts the word in quotation marks: troops "liberated" it."""
    doc, sentence = token.doc, token.sent
    before = next((t for t in reversed(doc[max(sentence.start, token.i - _SHORT) : token.i])
                   if t.text in _OPEN), None)  # fmt: skip
    if before is None or _is_apostrophe(before):
        return found
    after = next((t for t in doc[token.i + 1 : min(sentence.end, before.i + _SHORT + 2)]
                  if t.text in _CLOSE), None)  # fmt: skip
    return found if after is None else found.lowered("U", "distance", before)


def denies(word: Token) -> bool:
    """Whether it is a "no" before a noun."""
    return word.dep_ == "det" and word.lower_ in listed("negators", "determiners")


def _is_apostrophe(mark: Token) -> bool:
    """Whether the mark ends a plural's possessive or an earlier quotation: no space before it."""
    return mark.i > 0 and not mark.nbor(-1).whitespace_ and not mark.is_sent_start


def _child(found: Commitment, child: Token, quoted: bool, scope: frozenset[int]) -> Commitment:
    if child.tag_ == "TO" and _is_announced(child.head):
        return found.lowered("PR", "future", child).moved("future", "future", child)
    if child.dep_ in {"aux", "auxpass"}:
        return _helper(found, child, quoted)
    if _is_negation(child) or _is_nothing(child):
        return found.negated(child)
    if child.dep_ == "mark" and child.lower_ in listed("conditions", "marks"):
        seeming = child.i > 1 and child.nbor(-1).lower_ == "as"
        return found.lowered("PR", "governor", child) if seeming else found.supposed(child)
    return _adverb(found, child, scope) if child.dep_ == "advmod" else found


def _is_announced(verb: Token) -> bool:
    """Whether the infinitive is all that a headline says: "Rebels to leave"."""
    if verb.dep_ == "ROOT":
        return bool(children(verb, "nsubj"))
    who = verb.head
    bare = who.dep_ == "ROOT" and who.tag_[:2] == "NN" and not children(who, "det", "poss")
    return bare and verb.dep_ in {"acl", "relcl"} and not verb.sent[-1].is_punct


def _adverb(found: Commitment, adverb: Token, scope: frozenset[int]) -> Commitment:
    word = adverb.lower_
    if adverb.i in scope and word in table("adverbs"):
        return found.lowered(table("adverbs")[word], "adverb", adverb)
    if word in listed("approach") and adverb.i + 1 == adverb.head.i:
        return found.lowered("CT-", "adverb", adverb)
    return found.moved("historical", "history", adverb) if word in _history() else found


def _is_negation(child: Token) -> bool:
    if child.dep_ == "neg" or child.lower_ in {"n't", "n’t"}:
        return True
    return child.dep_ in {"advmod", "preconj"} and child.lower_ in listed("negators")


def _helper(found: Commitment, helper: Token, quoted: bool) -> Commitment:
    word = helper.lower_
    if word in listed("unreal", "future") or (quoted and word in listed("unreal", "supposed")):
        return found.moved("future", "future", helper)
    if word in listed("unreal", "supposed"):
        return found.lowered("PR", "modal", helper).moved("hypothetical", "modal", helper)
    if word in listed("ability") and any(_is_negation(c) for c in helper.head.children):
        return found
    if word in table("modals"):
        return found.lowered(table("modals")[word], "modal", helper)
    return found


def _shared(found: Commitment, token: Token, quoted: bool) -> Commitment:
    """What the first of two coordinated verbs lends the second: helpers, marks, "not … or …"."""
    first = token.head
    joint = {c.lower_ for c in children(first, "cc")}
    if not joint & {"but", "yet"}:
        for mark in children(first, "mark"):
            if mark.lower_ in listed("conditions", "marks"):
                found = found.supposed(mark)
    if children(token, "nsubj", "nsubjpass", "aux"):
        return found
    infinitive = token.tag_ == "VB"
    for child in first.children:
        if child.dep_ == "aux" and infinitive:
            found = _helper(found, child, quoted)
        elif child.dep_ == "neg" and (joint & {"or", "nor"} or infinitive):
            found = found.negated(child)
    return found


def _is_nothing(child: Token) -> bool:
    """Whether an argument denies its verb: "nobody fled", "no soldiers fled"."""
    if child.dep_ not in {"nsubj", "nsubjpass", "dobj", "attr"}:
        return False
    if child.lower_ in listed("negators"):
        return True
    before = [t for left in child.lefts for t in (left, *left.lefts)]
    return any(t.lower_ == "not" or denies(t) for t in before)


@cache
def _adjectives() -> dict[str, str]:
    return table("adjectives")


@cache
def _history() -> frozenset[str]:
    return frozenset(lexicons.load("times")["history"]["words"])
