"""The ends of stated causes, made comparable: each is taken for a statement of what it names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from reportedly.claims.features import kinds
from reportedly.claims.stories import Told
from reportedly.claims.tellings import Telling
from reportedly.claims.words import content_stem, is_content, stem, stems
from reportedly.lexicons import load
from reportedly.model import (
    Cause,
    Claim,
    Document,
    End,
    Evidence,
    Mention,
    Polarity,
    Reading,
    Span,
    Spans,
    Statement,
    cut,
    hull,
    mention_id,
)

_WORD = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*")
_DEFINITE = re.compile(r"(?:the|this|these|that|those|such)\s", re.IGNORECASE)
_NAME = re.compile(r"(?<=\s)[A-Z][\w-]+")
_NUMBER = re.compile(r"\d[\d.,]*")
_FEW = 2
"""Content words of a phrase that may take up what was told, and of one that begins with it."""

ClaimKey = tuple[str, Polarity]
"""A claim, and whether it is told as so or as not so."""


@dataclass(frozen=True)
class Ended:
    """One end of a cause: the mention, what it is compared by, and the claim it tells, if one."""

    mention: Mention
    telling: Telling
    key: ClaimKey | None

    @property
    def id(self) -> str:
        """The mention's id."""
        return self.mention.id

    @property
    def evidence(self) -> Evidence:
        """Its words."""
        return Evidence(self.mention.document, self.mention.spans)

    @cached_property
    def order(self) -> tuple[str, str, Span, str]:
        """Sorts by publication, then document, then place in it."""
        when, document, _, _ = self.telling.order
        return (when, document, self.mention.spans[0], self.mention.id)

    @cached_property
    def pointing(self) -> bool:
        """Whether it takes up something known in a word or two: "the explosion"."""
        telling = self.telling
        return 0 < len(telling.bag) <= _FEW and bool(_DEFINITE.match(telling.words))

    @cached_property
    def names(self) -> frozenset[str]:
        """Words with a capital letter, but for the first."""
        return frozenset(stem(word.lower()) for word in _NAME.findall(self.telling.words))

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The numbers in it, as printed."""
        return tuple(_NUMBER.findall(self.telling.words))

    @cached_property
    def head(self) -> str:
        """The stem of the word that names it."""
        text, named = self.telling.document.text, self.telling.statement.predicate
        return next(iter(stems(cut(text, (named,)))), "")

    @cached_property
    def plain(self) -> bool:
        """Whether it is definite, with nothing before the word that names it: "the war in …"."""
        definite = _DEFINITE.match(self.telling.words) is not None
        return definite and stems(self.telling.words)[:1] == (self.head,)

    @cached_property
    def heads(self) -> frozenset[str]:
        """Stems by which a later phrase can take it up: what it begins with, what it names."""
        return frozenset((*stems(self.telling.words)[:_FEW], self.head))


def ended(
    documents: Iterable[Document],
    readings: Iterable[Reading],
    claims: Iterable[Claim],
    told: Told,
    hidden: frozenset[str] = frozenset(),
) -> tuple[Ended, ...]:
    """Both ends of every cause of ``readings`` that is not ``hidden`` (ids), the earliest first."""
    by_id = {document.id: document for document in documents}
    homes = {s: claim.id for claim in claims for s in claim.statements}
    found = [
        one
        for reading in readings
        if reading.document in by_id
        for one in _of(by_id[reading.document], reading, homes, told, hidden)
    ]
    return tuple(sorted(found, key=lambda one: one.order))


def _of(
    document: Document, reading: Reading, homes: Mapping[str, str], told: Told,
    hidden: frozenset[str],
) -> list[Ended]:  # fmt: skip
    found = []
    for cause in reading.causes:
        if cause.id in hidden or not cause.cause or not cause.effect:
            continue
        if _is_one_clause(document.text, cause):
            continue
        sides: tuple[tuple[End, Spans], ...] = (
            ("cause", _meant(reading, cause, cause.cause)),
            ("effect", _meant(reading, cause, cause.effect)),
        )
        made = [_end(document, reading, cause, end, spans, homes, told) for end, spans in sides]
        if made[0].key is not None and made[0].key == made[1].key:
            # One claim on both sides tells nothing apart.
            made = [Ended(one.mention, one.telling, None) for one in made]
        found += made
    return found


def _is_one_clause(text: str, cause: Cause) -> bool:
    """Whether it is a subject with what it does ("an explosion" "destroyed the depot").

    No word says that one led to the other; both together tell one event.
    """
    between = text[cause.cause[-1].end : cause.effect[0].start]
    return not cause.signal and cause.cause[-1] < cause.effect[0] and not between.strip()


def _meant(reading: Reading, cause: Cause, spans: Spans) -> Spans:
    """What an end names: where it tells a whole other cause, the effect of that.

    "Because of the flood hunger led to a strike" has the flood lead to the strike.
    """
    inner = [
        one
        for one in reading.causes
        if one.id != cause.id
        and all(any(s in held for held in spans) for s in (*one.cause, *one.signal, *one.effect))
    ]
    widest = max(inner, key=lambda one: (_length(one.cause + one.effect), one.id), default=None)
    return widest.effect if widest else spans


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def _end(
    document: Document, reading: Reading, cause: Cause, end: End, spans: Spans,
    homes: Mapping[str, str], told: Told,
) -> Ended:  # fmt: skip
    held = [s for s in reading.statements if any(s.predicate in span for span in spans)]
    keys = _keys(held, homes)
    if len(keys) > 1:
        keys = _keys((s for s in held if s.event in kinds()), homes)
    key = next(iter(keys)) if len(keys) == 1 else None
    first = next((s for s in held if key and (homes.get(s.id), s.polarity) == key), None)
    id_ = mention_id(cause.id, end)
    statement = _statement(id_, document, cause, spans, first)
    mention = Mention(id_, cause.id, end, document.id, spans, key[0] if key else None)
    story, field = told.story.get(document.id), told.field[document.id]
    return Ended(mention, Telling(statement, document, None, False, story, field), key)


def _keys(held: Iterable[Statement], homes: Mapping[str, str]) -> dict[ClaimKey, None]:
    return dict.fromkeys((homes[s.id], s.polarity) for s in held if s.id in homes)


def _statement(
    id_: str, document: Document, cause: Cause, spans: Spans, held: Statement | None
) -> Statement:
    """What the words name, as a statement: that of the report where it has one there."""
    event, predicate = (held.event, held.predicate) if held else _named(document, spans)
    return Statement(
        id_, document.id, cause.attribution, hull(spans), spans, predicate, event, None,
        held.actors if held else (), held.place if held else None, held.time if held else None,
        held.quantity if held else None, held.polarity if held else "+",
        held.mode if held else "actual", "for", "CT+", "CT+",
    )  # fmt: skip


def _named(document: Document, spans: Spans) -> tuple[str, Span]:
    """The event that a noun phrase names, and the word that names it.

    That is the last content word before the first small word behind one ("the toll | of …").
    """
    head: re.Match[str] | None = None
    for span in spans:
        for word in _WORD.finditer(document.text, span.start, span.end):
            if is_content(word[0].lower()):
                head = word
            elif head is not None:
                return _event(head), Span(*head.span())
    return (_event(head), Span(*head.span())) if head else ("", hull(spans))


def _event(word: re.Match[str]) -> str:
    found = content_stem(word[0].lower())
    return _families().get(found, found)


@cache
def _families() -> dict[str, str]:
    """The kind of event that a word names, by its stem; words of several kinds name none."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, table in load("events").items():
        if {"verbs", "nouns"} <= table.keys():
            for word in (*table["nouns"], *table["verbs"]):
                found[stem(word)].add(name)
    return {word: min(names) for word, names in found.items() if len(names) == 1}


def taken_up(ends: Sequence[Ended]) -> dict[int, int]:
    """Ends that take up what their report told before, each with the nearest such end above it.

    "The explosion" takes up what begins with or is named by that word; "the long war" takes up
    "the war in the north", where nothing before the word tells the two apart.
    """
    found: dict[int, int] = {}
    seen: dict[tuple[str, str], int] = {}
    for at, one in enumerate(ends):
        document = one.mention.document
        above = seen.get((document, one.head))
        if one.pointing and above is not None:
            alone = len(one.telling.bag) == 1
            if (alone or one.plain or ends[above].plain) and not set_apart(one, ends[above]):
                found[at] = above
        for word in one.heads:
            seen[document, word] = at
    return found


def same_words(one: Ended) -> tuple[object, ...]:
    """What two ends have alike that use the same words and numbers of one story."""
    telling = one.telling
    return (telling.field, telling.story, stems(telling.words), one.numbers)


def set_apart(one: Ended, other: Ended) -> tuple[str, ...]:
    """In what both are told apart: by names, or by numbers, none of which they share."""
    pairs = (("other names", one.names, other.names),
             ("other numbers", one.numbers, other.numbers))  # fmt: skip
    return tuple(
        name for name, ours, theirs in pairs if ours and theirs and set(ours).isdisjoint(theirs)
    )
