"""What a report says is not known, or is yet to be seen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from reportedly import lexicons
from reportedly.model import Attribution, Document, Question, Span, Statement, identify

from .caseless import Caseless
from .causes import voice
from .clauses import children, spans_of, tokens_in
from .tokens import Doc

_LIMIT = r"[;:—–]|, but\b|, yet\b|, though\b|, although\b|, while\b"
_BEFORE = '“"‘—–'
_ASIDE = r"(?:(?:on|in|at|by|as of|late|early)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+|yet|either)"
"""A place or time between "it was not clear" and what was not clear."""

_PRONOUN = r"\s+(?:it|him|her|them|us|me|you|this|that|so)\b"
_IDLE = re.compile(r"^(?:it|there|that|this|which)$", re.I)


@dataclass(frozen=True, slots=True)
class _Open:
    """What is open, and the words that say so."""

    span: Span
    cue: Span


def questions(
    doc: Doc, document: Document, attributions: tuple[Attribution, ...]
) -> tuple[Question, ...]:
    """Every open question, in order; alternatives ("whether A or if B") are one each.

    What somebody answers flatly ("The ferry sank? Absolutely not, X said") is not open.
    """
    answered = [a for a in attributions if (a.stance, a.factuality) == ("against", "CT-")]
    found = []
    for sentence in document.sentences:
        for one in _in_sentence(doc, document.text, sentence):
            if any(_is_answered(one, by) for by in answered):
                continue
            whose = voice((one.cue,), attributions) or voice((one.span,), attributions)
            name = whose.id if whose else None
            made = identify("question", document.id, one.span, one.cue)
            found.append(Question(made, document.id, (one.span,), (one.cue,), name))
    unique = {q.id: q for q in found}
    return tuple(sorted(unique.values(), key=lambda q: (q.spans, q.cue)))


def _is_answered(one: _Open, by: Attribution) -> bool:
    """Whether it is what ``by`` denies, by words that stand behind the question."""
    return by.cue[0].start >= one.span.end and any(one.span.overlaps(s) for s in by.content)


def unsettled(
    statements: tuple[Statement, ...], questions: tuple[Question, ...]
) -> tuple[Statement, ...]:
    """``statements`` less those that only ask: what lies in an open question commits nobody."""
    cues = [cue for q in questions for cue in q.cue]
    kept = [s for s in statements if not any(s.predicate in cue for cue in cues)]
    return tuple(unsettled_at(s, questions) for s in kept)


def unsettled_at(statement: Statement, questions: tuple[Question, ...]) -> Statement:
    """``statement``, committing nobody where it lies in an open question."""
    asked = any(statement.predicate in span for q in questions for span in q.spans)
    return _asked(statement) if asked else statement


def _asked(statement: Statement) -> Statement:
    silent = statement.stance == "silent"
    return replace(
        statement,
        factuality="Uu",
        author_factuality="Uu",
        stance="silent" if silent else "observing",
        mode="future" if statement.mode == "future" else "hypothetical",
    )


def _in_sentence(doc: Doc, text: str, sentence: Span) -> Iterator[_Open]:
    taken: list[Span] = []
    for cue in _cues(text, sentence):
        if any(cue.overlaps(t) for t in taken):
            continue
        taken.append(cue)
        for part in _opened(doc, text, sentence, cue):
            yield _Open(part, cue)
    if not taken:
        yield from _direct(text, sentence)


def _cues(text: str, sentence: Span) -> Iterator[Span]:
    words = text[sentence.start : sentence.end]
    for pattern in _patterns() if _any().search(words) else ():
        for match in pattern.finditer(words):
            if not _unchecked(match.group()):
                yield Span(sentence.start + match.start(), sentence.start + match.end())


def _unchecked(words: str) -> bool:
    """Whether it speaks of a check that was made: "have been confirmed" opens nothing."""
    lists = lexicons.load("questions")["negated"]
    if not any(words.endswith(verb) for verb in lists["verbs"]) or " yet to be " in words:
        return False
    return not any(word in words for word in lists["words"])


def _opened(doc: Doc, text: str, sentence: Span, cue: Span) -> list[Span]:
    after = _after(doc, text, sentence, cue)
    if after is not None:
        return _alternatives(text, after)
    if _is_active(text[cue.start : cue.end]):
        return []
    before = _before(doc, text, sentence, cue)
    return _alternatives(text, before) if before is not None else []


def _is_active(words: str) -> bool:
    """Whether somebody "has not confirmed" something: what is open could only follow."""
    verb = any(words.endswith(v) for v in lexicons.load("questions")["negated"]["verbs"])
    return verb and not re.search(r"\bbe(?:en)?\b", words)


def _after(doc: Doc, text: str, sentence: Span, cue: Span) -> Span | None:
    rest = text[cue.end : sentence.end]
    asked = re.match(
        rf"\s*,?\s*(?:{_ASIDE},?\s+){{0,2}}(?:exactly |just )?(?={_word()}\b)", rest, re.I
    )
    about = re.match(r"\s+(?:about|over|as to|on|of|from)\s+(?=\S)", rest, re.I)
    if about is None and asked is None:
        words = text[cue.start : cue.end]
        verb = re.search(r"\b(?:verify|confirm|corroborate|knows|knew|say)$", words)
        object_ = re.match(r"\s+(?=\w)", rest)
        if verb is None or object_ is None or re.match(_PRONOUN, rest, re.I):
            return None
        about = object_
    start = cue.end + (asked or about).end()  # type: ignore[union-attr]
    if asked is None and not re.match(_word(), text[start:], re.I):
        return _noun_phrase(doc, start, sentence)
    return _tidy(text, Span(start, _limit(text, start, sentence.end)))


def _noun_phrase(doc: Doc, start: int, sentence: Span) -> Span | None:
    """The object that begins at ``start``, as far as its own words go."""
    tokens = tokens_in(doc, (Span(start, sentence.end),))
    heads = [t for t in tokens if t.head.i < tokens[0].i and t.dep_ in {"pobj", "dobj", "pcomp"}]
    if not heads:
        return _tidy(doc.text, Span(start, _limit(doc.text, start, sentence.end)))
    subtree = [t for t in heads[0].subtree if t.i >= tokens[0].i]
    runs = spans_of(subtree)
    return runs[0] if runs else None


def _before(doc: Doc, text: str, sentence: Span, cue: Span) -> Span | None:
    held = text[sentence.start : cue.start]
    asked = list(re.finditer(rf"(?:^|(?<=[,;] )|(?<=\b(?:and|but) )){_word()}\b", held, re.I))
    if asked:
        return _tidy(text, Span(sentence.start + asked[0].start(), cue.start))
    verb = next(iter(tokens_in(doc, (cue,))), None)
    heads = [verb, *([verb.head] if verb is not None else [])]
    for head in heads:
        for who in children(head, "nsubj", "nsubjpass", "csubj") if head is not None else []:
            spans = spans_of(t for t in who.subtree if t.idx < cue.start)
            if spans and not _IDLE.match(who.text):
                return spans[0]
    return None


def _alternatives(text: str, whole: Span) -> list[Span]:
    """Both alternatives of "whether A, or if B"; the joint belongs to neither."""
    words = text[whole.start : whole.end]
    parts, start = [], 0
    if not re.match(_word(), words, re.I):
        return [whole]
    for joint in re.finditer(rf",?\s+(?:or|and)\s+(?={_word()}\b)", words, re.I):
        parts.append((start, joint.start()))
        start = joint.end()
    parts.append((start, len(words)))
    spans = (_tidy(text, Span(whole.start + a, whole.start + b)) for a, b in parts)
    return [s for s in spans if s is not None]


def _direct(text: str, sentence: Span) -> Iterator[_Open]:
    match = re.search(r"\?[\"'”’)]*$", text[sentence.start : sentence.end])
    if match and match.start() > 0:
        mark = sentence.start + match.start()
        opened = max(text.rfind(b, sentence.start, mark) for b in _BEFORE)
        asked = _tidy(text, Span(max(sentence.start, opened + 1), mark))
        if asked is not None:
            yield _Open(asked, Span(mark, mark + 1))


def _limit(text: str, start: int, end: int) -> int:
    match = re.search(_LIMIT, text[start:end])
    return start + match.start() if match else end


def _tidy(text: str, span: Span) -> Span | None:
    words = text[span.start : span.end]
    start = len(words) - len(words.lstrip(" ,;:\"'“”‘’"))
    end = len(words.rstrip(" ,;:.?!\"'“”‘’"))
    return Span(span.start + start, span.start + end) if start < end else None


@cache
def _any() -> Caseless:
    """All the patterns as one: few sentences leave anything open."""
    return Caseless(rf"(?<!\w)(?:{'|'.join(_listed())})(?!\w)")


@cache
def _patterns() -> tuple[Caseless, ...]:
    return tuple(Caseless(rf"(?<!\w){pattern}(?!\w)") for pattern in _listed())


def _listed() -> list[str]:
    patterns: list[str] = lexicons.load("questions")["cues"]["patterns"]
    return patterns


@cache
def _word() -> str:
    return "(?:" + "|".join(lexicons.load("questions")["words"]["question"]) + ")"
