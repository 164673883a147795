"""Which words of a scope assert an event: clauses, and nouns where the words are a noun phrase."""

from collections.abc import Iterator

from . import events
from .clauses import SUBJECTS, children, is_complement, is_finite, is_verb
from .commitments import listed
from .events import is_known
from .governors import implicative
from .participants import is_time
from .scopes import Scope
from .tokens import Token

_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis", "dep", "csubj", "csubjpass", "meta",
                      "advcl"})  # fmt: skip
_LOOSE = frozenset({"relcl", "acl", "pcomp", "xcomp", "advcl"})
_LABELS = frozenset({"according", "given", "including", "following", "regarding", "based"})
_HELPING = frozenset({"prep", "case", "mark"})
_MEANWHILE = frozenset({"as", "when", "while", "if", "until", "before", "after", "once"})
_TOLD = ("dobj", "attr", "acomp", "ccomp", "xcomp", "prep", "nsubjpass", "oprd", "neg")
_DEEPEST = 4


def predicates(scope: Scope) -> list[Token]:
    """The predicates of ``scope`` in order: one an event, none for a bare mention of one."""
    roots = {t.i for t in scope.roots()}
    verbs = [t for t in scope.tokens if is_verb(t) and _asserts(t, t.i in roots, scope)]
    found = [_lowest(t, scope) for t in verbs]
    if scope.attribution is not None:
        found += [t for t in scope.tokens if t.dep_ == "amod" and _describes(t)]
    if not found:
        found = _nominal(scope)
    return sorted(set(found), key=lambda t: t.i)


def is_held_up(predicate: Token) -> bool:
    """Whether it only tells what a "situation" or "report" is about, in the author's own words."""
    return (
        predicate.dep_ in {"acl", "relcl"}
        and _about(predicate.head) is not None
        and not is_finite(predicate)
    )


def is_only_held(predicate: Token) -> bool:
    """Whether a noun holds it that takes it neither for true nor for false: "the idea that"."""
    return is_complement(predicate) and predicate.head.lemma_.lower() not in listed("factual")


def _about(noun: Token) -> Token | None:
    """The "situation" that ``noun`` belongs to: "the situation involving troops deserting"."""
    node = noun
    for _ in range(_DEEPEST):
        if node.lemma_.lower() in events.listed("situations", "nouns"):
            return node
        if node.dep_ not in {"dobj", "pobj", "prep", "acl"}:
            return None
        node = node.head
    return None


def _asserts(token: Token, root: bool, scope: Scope) -> bool:
    if _is_copied(token, scope) or _is_empty(token, scope) or _is_aside(token):
        return False
    if root:
        return scope.attribution is not None or is_finite(token) or _is_headline(token)
    if token.dep_ == "conj":
        return _of_clause(token)
    if token.dep_ in _CLAUSES:
        return is_finite(token) or is_known(token)
    if token.dep_ == "pcomp" and token.head.head.tag_.startswith("NN"):
        return False
    return token.dep_ in _LOOSE and (is_known(token) or is_complement(token))


def _is_headline(token: Token) -> bool:
    """A participle or infinitive that heads a sentence with a subject: no command, no credit."""
    bare = token.tag_ in {"VB", "VBG"} and not children(token, *SUBJECTS)
    return token.dep_ == "ROOT" and not bare


def _is_aside(token: Token) -> bool:
    """Words that tell nothing by themselves: "than it has published", "What I saw was …".

    So does a bare "as the situation develops" or "when the editor called", unless it names a
    known kind of event.
    """
    if token.dep_ in _HELPING:
        return True
    marks = {c.lower_ for c in children(token, "mark", "advmod", "prep") if c.i < token.i}
    if token.dep_ in {"advcl", "ccomp", "pcomp"} and token.head.lower_ == "than":
        return True
    if token.dep_ in {"advcl", "ccomp"} and "than" in marks:
        return True
    if is_known(token):
        return False
    if token.dep_ in {"csubj", "csubjpass"}:
        return any(c.lower_ == "what" for c in token.children)
    return token.dep_ == "advcl" and bool(marks & _MEANWHILE) and not children(token, *_TOLD)


def _of_clause(token: Token) -> bool:
    head = token.head
    if head.dep_ in _LOOSE and not is_finite(head):
        return is_known(token)
    return is_finite(token) or is_known(token) or head.tag_.startswith("VB")


def _is_copied(token: Token, scope: Scope) -> bool:
    """Whether the verb above already stands for this one ("continue to send")."""
    return token.head.i in scope.indices and implicative(token.head) == token


def _is_empty(token: Token, scope: Scope) -> bool:
    """A fixed phrase, or a bare "is" whose complement is another voice's word."""
    if _is_label(token):
        return True
    complements = children(token, "attr", "acomp")
    return bool(complements) and not any(c.i in scope.indices for c in complements)


def _is_label(token: Token) -> bool:
    """Whether the word is a fixed phrase ("according to", "given"), or no word at all."""
    return token.lower_ in _LABELS or not any(c.isalpha() for c in token.text)


def _lowest(token: Token, scope: Scope) -> Token:
    below = implicative(token)
    while below is not None and below.i in scope.indices:
        token, below = below, implicative(below)
    return token


def _describes(token: Token) -> bool:
    """A participle before its noun, which where somebody is quoted counts: "deserting soldiers"."""
    return token.tag_ in {"VBG", "VBN"} and events.family_of(token) is not None


def _nominal(scope: Scope) -> list[Token]:
    """Events named by nouns: "reports of casualties", "the details of the deployment"."""
    found: list[Token] = []
    for root in scope.roots():
        if root.tag_.startswith("NN") or root.dep_ in {"prep", "agent", "nummod"}:
            found += _events_under(root, scope)
    if found or scope.attribution is None:
        return found
    named = [t for t in scope.roots() if t.tag_.startswith("NN") and t.dep_ != "npadvmod"]
    return [t for t in named if not is_time(t)][:1]


def _events_under(root: Token, scope: Scope) -> list[Token]:
    level = [root]
    for _ in range(2 * _DEEPEST):
        named = [t for t in level if events.family_of(t) is not None]
        if named:
            return [c for t in named for c in _coordinated(t, scope)]
        level = [c for t in level for c in _inside(t) if c.i in scope.indices]
    return []


def _inside(token: Token) -> Iterator[Token]:
    yield from children(token, "prep", "pobj", "conj", "pcomp", "dobj", "appos", "acl")


def _coordinated(token: Token, scope: Scope) -> list[Token]:
    others = [t for t in token.conjuncts if t.i in scope.indices and t.i > token.i]
    return [token, *(t for t in others if events.family_of(t) is not None)]
