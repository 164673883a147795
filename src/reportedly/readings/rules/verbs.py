"""Attributions whose cue is a verb: active, passive, parenthetical, or of mere seeming."""

from collections.abc import Iterator

from reportedly.model import Spans

from ..cues import frames, lemma_of, words
from ..cuewords import cue_words, tokens_of
from ..tokens import Doc, Token
from .carriers import carriers, cue_of, marker_of
from .contents import Content, around, as_said, clause_of, content_of, prepositional, trailed
from .draft import NONE, Draft, Tokens, readable, sentence, subtree
from .ousting import is_ousting, is_sight
from .subjects import agent_of, by_of, child, is_passive, source_of, subject_of

_PASSIVE_PARTS = ("xcomp", "oprd", "ccomp", "nsubjpass", "acomp")
_PASSIVE_REASONS = ("of", "for", "as", "over")


def verbs(doc: Doc) -> Iterator[Draft]:
    """Every attribution by a verb, nested ones too.

    One of the rule "quotation" has no content yet: it waits for the quotation beside it.
    """
    for token in readable(doc):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            draft = _read(token)
            if draft is not None:
                yield draft


def ousts(doc: Doc, cue: Spans) -> bool:
    """Whether ``cue`` is none: its verb removes or charges somebody, or it is what can be seen."""
    if any(is_sight(token) for token in tokens_of(doc, cue)):
        return True
    words_ = cue_words(doc, cue)
    return words_ is not None and is_ousting(words_.head, lemma_of(words_.head), _whom(words_.head))


def _read(verb: Token) -> Draft | None:
    lemma = lemma_of(verb)
    if lemma in frames("seeming"):
        return _seeming(verb)
    if is_ousting(verb, lemma, _whom(verb)):
        return None
    if is_passive(verb):
        return _passive(verb, lemma) if lemma in frames("passive") else None
    return _active(verb, lemma) if lemma in words("verbs") else None


def _whom(verb: Token) -> Token | None:
    """The object of ``verb``, in a passive its subject."""
    if not is_passive(verb):
        return child(verb, "dobj")
    subject = child(verb, "nsubjpass")
    return verb.head if subject is None and verb.dep_ == "acl" else subject


def _seeming(verb: Token) -> Draft | None:
    """No source, and the content is what seems to be: "the army appears to have fled"."""
    inner = child(verb, "xcomp", "oprd", "acomp", "ccomp")
    if inner is None or _speaks(inner):
        return None
    subject = child(verb, "nsubj")
    content = subtree(inner) | (subtree(subject) if subject is not None else NONE)
    return Draft(verb.i, NONE, cue_of(verb), content, "seeming")


def _speaks(verb: Token) -> bool:
    return verb.pos_ == "VERB" and lemma_of(verb) in words("verbs") and bool(child(verb, "ccomp"))


def _passive(verb: Token, lemma: str) -> Draft | None:
    if lemma == "ask":
        return _asked(verb)
    parts = [c for c in verb.children if c.dep_ in _PASSIVE_PARTS]
    after = (c for c in verb.children if c.dep_ == "prep" and c.i > verb.i)
    parts += [c for c in after if c.lower_ in _PASSIVE_REASONS]
    if any(c.dep_ in ("ccomp", "xcomp") for c in parts):
        parts = [c for c in parts if c.dep_ != "nsubjpass" or c.lower_ != "it"]
    content = NONE.union(*(subtree(c) for c in parts))
    if (by := by_of(verb)) is not None:
        content -= subtree(by)
    if verb.dep_ == "acl":
        content |= frozenset(range(verb.head.left_edge.i, verb.head.i + 1))
    return Draft(verb.i, agent_of(verb), cue_of(verb), content, "passive") if content else None


def _asked(verb: Token) -> Draft | None:
    """In "Asked whether A, X said B" it stays unsaid who asked A."""
    clause = clause_of(verb) or child(verb, "advcl", "xcomp")
    content = Content(subtree(clause)) if clause is not None else prepositional(verb, "ask")
    cue = cue_of(verb) | content.joins
    said = content.tokens - cue
    return Draft(verb.i, agent_of(verb), cue, said, "passive") if said else None


def _active(verb: Token, lemma: str) -> Draft | None:
    source = source_of(verb)
    if not source or not _is_voice(verb):
        return None
    chain = carriers(verb)
    top = chain[-1] if chain else verb
    content = _content(verb, top, lemma)
    if not content.tokens and lemma not in frames("clause"):
        return None
    cue = cue_of(verb) | content.joins
    said = content.tokens
    if content.rule == "clause":
        said = _before(verb, said, source | cue)
    for carrier in chain:
        cue |= cue_of(carrier) | marker_of(verb)
    return Draft(verb.i, source - said, cue - said, said - source, content.rule or "quotation")


def _content(verb: Token, top: Token, lemma: str) -> Content:
    for content in (as_said(top, lemma), content_of(verb, lemma)):
        if content.tokens:
            return content
    content = trailed(top, lemma)
    return content if content.tokens else around(top, lemma)


def _before(verb: Token, content: Tokens, named: Tokens) -> Tokens:
    """All that stands before a cue at its sentence's end: "A, although B, X said"."""
    if not content or max(content) > verb.i:
        return content
    before = frozenset(range(sentence(verb).start, min(named)))
    quoted = any(verb.doc[i].is_quote for i in before - content)
    return content if quoted else content | before


def _is_voice(verb: Token) -> bool:
    """Whether the subject can be one: not the reader ("you"), not a mere thing."""
    subject = subject_of(verb)
    if subject is None:
        return True
    if subject.lower_ in ("you", "me", "let", "that", "this") or _is_let(verb):
        return False
    return lemma_of(verb) not in frames("showing") or not _is_bystander(subject)


def _is_let(verb: Token) -> bool:
    """Whether the speaker only proposes to say so: "let us talk about"."""
    return lemma_of(verb.head) == "let" and verb.dep_ in ("ccomp", "xcomp")


def _is_bystander(subject: Token) -> bool:
    """Whether the subject is a thing pointed at: "it", "this situation"."""
    determiner = child(subject, "det")
    pointed = determiner is not None and determiner.lower_ in frames("bystanders")
    known = lemma_of(subject) in words("nouns") or subject.pos_ == "PROPN"
    return subject.lower_ in frames("bystanders") or (pointed and not known)
