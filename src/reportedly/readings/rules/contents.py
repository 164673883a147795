"""What a verb says: the clause, infinitive or phrase in which it takes its content."""

from dataclasses import dataclass

from ..cues import frames, lemma_of, words
from ..tokens import Token
from .carriers import mark_of
from .draft import NONE, Tokens, numbers, sentence, subtree
from .objects import object_of
from .subjects import child, joined_to, subject_of, told_aside

_PREPOSITIONS = ("about", "on", "for", "at", "to", "with", "against", "of", "over")
_PARENTHESES = ("parataxis", "advcl", "dep", "ccomp")


@dataclass(frozen=True, slots=True)
class Content:
    """Tokens of a content, words that join the cue ("warned *of*"), and the rule's name."""

    tokens: Tokens = NONE
    joins: Tokens = NONE
    rule: str = ""


NOTHING = Content()


def content_of(verb: Token, lemma: str) -> Content:
    """The content that ``verb`` governs; empty where it governs none."""
    clause = clause_of(verb)
    if clause is not None and lemma in frames("clause"):
        return Content(_whole(verb, lemma, clause), rule="clause")
    infinitive = child(verb, "xcomp")
    if infinitive is not None and lemma == "call":
        return _called_on(verb, infinitive)
    if infinitive is not None and lemma in frames(_frame(infinitive)):
        return Content(_infinitive(verb, lemma, infinitive), rule="infinitive")
    thing = child(verb, "dobj", "oprd") or clause
    if thing is not None and lemma in frames("object"):
        content = object_of(verb, lemma, thing)
        if content:
            return Content(content, rule="object")
    if thing is None and lemma in frames("judging"):
        return _judged_late(verb) or prepositional(verb, lemma)
    return prepositional(verb, lemma)


def _judged_late(verb: Token) -> Content | None:
    """In "dismissed as lies the reports" the parse takes both for what follows "as"."""
    judgement = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    if judgement is None or sum(c.dep_ == "pobj" for c in judgement.children) < 2:
        return None
    return Content(subtree(judgement) - {judgement.i}, numbers([judgement]), "object")


def _frame(verb: Token) -> str:
    """Gerund ("sending", "having sent") or infinitive."""
    parts = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    return "gerund" if any(t.tag_ == "VBG" for t in parts) else "infinitive"


def clause_of(verb: Token) -> Token | None:
    """The clause that ``verb`` reports, also where the parse takes it for an adverbial one."""
    clause = child(verb, "ccomp")
    if clause is not None:
        return clause
    adverbial = (c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i)
    return next((c for c in adverbial if mark_of(c) in ("that", "whether", "if")), None)


def _whole(verb: Token, lemma: str, clause: Token) -> Tokens:
    """The clause, those coordinated with it, and a subject that the parse hung on the cue."""
    content = subtree(clause) - {verb.i} - _day_said(verb, clause)
    for part in clause.children:
        if told_aside(part) == verb:
            content -= subtree(part)
    for part in clause.conjuncts:
        if joined_to(part) == verb:
            content = frozenset(i for i in content if i < part.left_edge.i - 1)
    for part in verb.children:
        more = part.dep_ == "ccomp" or (part.dep_ == "conj" and mark_of(part) == "that")
        if more and part.i > clause.i > verb.i:
            content |= subtree(part)
    if lemma in frames("addressed") or clause.i < verb.i:
        return content
    for part in verb.children:
        if part.dep_ in ("dobj", "dative", "nsubj") and verb.i < part.i < min(content):
            content |= subtree(part)
    return content


def _day_said(verb: Token, clause: Token) -> Tokens:
    """In "said on Monday it had …" the day is that of saying it."""
    first = clause.left_edge
    if clause.i < verb.i or first.i != verb.i + 1 or mark_of(clause):
        return NONE
    opening = first if first.dep_ in ("prep", "npadvmod") and first.head == clause else None
    if opening is None or not any(t.lower_ in frames("days") for t in opening.subtree):
        return NONE
    return subtree(opening)


def _called_on(verb: Token, infinitive: Token) -> Content:
    """What follows "called on X to do A", "called for X to do A": X to do A."""
    prepositions = (c for c in verb.children if c.dep_ == "prep")
    on = next((c for c in prepositions if c.lower_ in ("on", "for", "upon")), None)
    if on is None:
        return Content(subtree(infinitive), rule="infinitive")
    return Content(subtree(on) - {on.i} | subtree(infinitive), numbers([on]), "infinitive")


def _infinitive(verb: Token, lemma: str, infinitive: Token) -> Tokens:
    hearer = child(verb, "dobj")
    if hearer is not None and lemma not in ("tell", "ask"):
        return subtree(infinitive) | subtree(hearer)
    return subtree(infinitive)


def prepositional(verb: Token, lemma: str) -> Content:
    """The content after the preposition that ``verb`` takes: "warned of A"."""
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in _PREPOSITIONS:
            content = subtree(prep) - {prep.i}
            if content and lemma in frames(f"prep_{prep.lower_}"):
                return Content(content, numbers([prep]), "preposition")
    return NOTHING


def as_said(verb: Token, lemma: str) -> Content:
    """In "As X said, A" the rest of the sentence, whatever the parse makes of A."""
    here = sentence(verb)
    if (
        verb.doc[here.start].lower_ != "as"
        or lemma not in frames("clause")
        or verb.i + 1 >= here.stop
    ):
        return NOTHING
    subject = subject_of(verb, 0)
    if subject is None or subject.left_edge.i > here.start + 1 or verb.nbor(1).text != ",":
        return NOTHING
    rest = frozenset(range(verb.i + 2, here.stop))
    return Content(rest, frozenset({here.start}), "parenthesis") if rest else NOTHING


def trailed(verb: Token, lemma: str) -> Content:
    """In "A, X said" and "A, said X" all that stands before, whatever the parse makes of it."""
    subject = child(verb, "nsubj")
    if subject is None or lemma not in frames("clause"):
        return NOTHING
    here, first = sentence(verb), min(subject.left_edge.i, verb.i)
    start = here.start
    rest = verb.doc[max(subject.right_edge.i, verb.i) + 1 : here.stop]
    closed = all(t.is_punct or t.is_space for t in rest)
    if not closed or first <= start + 1 or verb.doc[first - 1].text != ",":
        return NOTHING
    return Content(frozenset(range(start, first - 1)), rule="parenthesis")


def around(verb: Token, lemma: str) -> Content:
    """The clause that a parenthetical cue stands in: "A, as X said"; "A, X said, B"."""
    head = verb.head
    if lemma not in frames("clause") or verb.dep_ not in _PARENTHESES:
        return NOTHING
    if verb.dep_ == "advcl" and mark_of(verb) != "as":
        return NOTHING
    if verb.dep_ in ("ccomp", "dep") and subject_of(verb, 0) is None:
        return NOTHING
    governed = verb.dep_ == "ccomp" and lemma_of(head) in words("verbs")
    if head.pos_ not in ("VERB", "AUX") or governed:
        return NOTHING
    joins = numbers(c for c in verb.children if c.dep_ == "mark" and c.lower_ == "as")
    return Content(subtree(head, verb), joins, "parenthesis")
