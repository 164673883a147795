"""Words that judge an earlier claim: "the matter is real", "it did happen", "it is a hoax"."""

from dataclasses import dataclass

from reportedly.model import Evidence, Statement

from .clauses import children, is_complement, is_verb, span_of
from .commitments import listed
from .events import names
from .scopes import Scope
from .tokens import Token

_SENTENCES = 2
"""How many sentences back an abstract noun reaches."""

_FARTHEST = 8
"""Statements looked back over; more would be another topic."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """An earlier statement, whether it is said to hold, and the words that say so.

    ``small``: the judging word stands beside a noun without a verb ("the report a fabrication").
    """

    about: Statement
    holds: bool
    words: tuple[Token, ...]
    small: bool = False

    def evidence(self, document: str) -> tuple[Evidence, ...]:
        """The words that take up and judge, and the words they take up."""
        words = tuple(sorted(span_of([t]) for t in self.words))
        return (Evidence(document, words), Evidence(document, self.about.spans))


@dataclass(frozen=True, slots=True)
class _Judged:
    """What takes up, the word that judges it (None: the cue alone does), whether it affirms."""

    anaphor: Token
    word: Token | None
    holds: bool


def verdict(predicate: Token, scope: Scope, told: list[Statement]) -> Verdict | None:
    """What ``predicate`` says of an earlier statement, or None where it speaks of its own event."""
    judged = _judged(predicate) if is_verb(predicate) else _named(predicate, scope)
    if judged is None:
        return None
    about = _antecedent(judged.anaphor, scope, told)
    if about is None:
        return None
    words = (judged.anaphor,) if judged.word is None else (judged.anaphor, judged.word)
    return Verdict(about, judged.holds, words, small=not is_verb(predicate) and len(words) == 2)


def _named(noun: Token, scope: Scope) -> _Judged | None:
    """Where a content is a bare "the reports", or "the reports a fabrication"."""
    if not _is_anaphor(noun):
        return None
    for word in scope.tokens:
        if word.i == noun.i:
            continue
        if {word.lemma_.lower(), word.lower_} & listed("rejecting"):
            return _Judged(noun, word, holds=False)
        if word.lemma_.lower() in listed("affirming"):
            return _Judged(noun, word, holds=True)
    return _Judged(noun, None, holds=True)


def _judged(predicate: Token) -> _Judged | None:
    """The clauses "it is real", "the claims are false", "it did happen"."""
    anaphor = next((t for t in children(predicate, "nsubj", "nsubjpass") if _is_anaphor(t)), None)
    if anaphor is None:
        return None
    if predicate.lemma_ in listed("anaphors", "happening"):
        return _Judged(anaphor, predicate, holds=True)
    for word in [*children(predicate, "acomp", "attr", "oprd"), predicate]:
        for candidate in [word, *word.conjuncts]:
            if candidate.lemma_.lower() in listed("affirming") and candidate.i != predicate.i:
                return _Judged(anaphor, candidate, holds=True)
            if {candidate.lemma_.lower(), candidate.lower_} & listed("rejecting"):
                return _Judged(anaphor, candidate, holds=False)
    return None


def _is_anaphor(token: Token) -> bool:
    if token.lower_ in listed("anaphors", "pronouns"):
        return True
    if token.lemma_.lower() not in listed("anaphors", "nouns"):
        return False
    return any(c.dep_ == "det" and c.lower_ in {"the", "this", "these", "those", "such"}
               for c in token.children)  # fmt: skip


def awaits(scope: Scope) -> bool:
    """Whether a verdict of ``scope`` is on what its own subject tells: "the claim that … is false".

    What is told there has to be known first.
    """
    judged = (_judged(t) for t in scope.tokens if is_verb(t))
    return any(one is not None and _told_in(one.anaphor) for one in judged)


def _told_in(noun: Token) -> tuple[Token, ...]:
    """The clause that the noun holds: "the claim that he fled"."""
    clause = next((c for c in noun.children if is_complement(c)), None)
    return tuple(clause.subtree) if clause is not None else ()


def _antecedent(anaphor: Token, scope: Scope, told: list[Statement]) -> Statement | None:
    """What the anaphor holds itself, else the nearest earlier statement somebody else made.

    Of a known kind of event if any is.
    """
    inside = {t.idx for t in _told_in(anaphor)}
    if inside:
        return next((s for s in told if s.predicate.start in inside), None)
    mine = scope.attribution.id if scope.attribution else None
    near = [
        s for s in told[-_FARTHEST:]
        if s.predicate.end <= anaphor.idx and (s.attribution is None or s.attribution != mine)
    ]  # fmt: skip
    near = [s for s in near if _reaches(s, anaphor)]
    contested = [s for s in near if s.attribution is not None and s.stance != "silent"]
    known = [s for s in contested if s.event in names()]
    loose = [] if anaphor.lower_ in listed("anaphors", "pronouns") else contested
    return next(reversed(known or loose), None)


def _reaches(statement: Statement, anaphor: Token) -> bool:
    """Whether the statement stands in the anaphor's sentence or one of the two before it."""
    start = anaphor.sent.start
    for _ in range(_SENTENCES):
        start = anaphor.doc[start - 1].sent.start if start else 0
    return statement.predicate.start >= anaphor.doc[start].idx
