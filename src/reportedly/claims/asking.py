"""What each question asks for: its kind, and the statement or the account that it asks about."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.claims.tellings import Telling
from reportedly.claims.words import stems
from reportedly.lexicons import load
from reportedly.model import Asked, Claim, Document, Evidence, Question, Reading, cut

_DETERMINED = r"^(?:(?:the|this|that|these|those|his|her|its|their|either|such|any of the) )?"


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with what comparing it needs.

    ``telling``: the statement that it asks about, as if it were asserted; None where the reader
    found none. ``accounts``: ids of the claims that it means where it only says "the account".
    ``ahead``: it asks of what is yet to come.
    """

    question: Question
    document: Document
    field: str
    asked: Asked
    bag: frozenset[str]
    telling: Telling | None = None
    accounts: tuple[str, ...] = ()
    ahead: bool = False

    @property
    def words(self) -> str:
        """The question as printed."""
        return cut(self.document.text, self.question.spans)

    @property
    def evidence(self) -> Evidence:
        """Where it stands."""
        return Evidence(self.document.id, self.question.spans)

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts by publication, then document, then place in it."""
        when = self.document.published or "9999"
        return when, self.document.id, self.question.spans, self.question.id


def askings(
    documents: Iterable[Document],
    readings: Iterable[Reading],
    told: Iterable[Telling],
    claims: Iterable[Claim],
    fields: Mapping[str, str],
) -> tuple[Asking, ...]:
    """Every question of ``readings``, the earliest first. ``fields``: the field of each report."""
    by_id = {document.id: document for document in documents}
    by_statement = {telling.id: telling for telling in told}
    voices = _voices(claims)
    found = (
        _asking(question, reading, by_id[reading.document], by_statement, voices, fields)
        for reading in readings
        if reading.document in by_id
        for question in reading.questions
    )
    return tuple(sorted(found, key=lambda one: one.order))


_Voices = Mapping[str, tuple[tuple[str, str, str], ...]]
"""Of each report (claim, voice, statement) for what voices assert there."""


def _voices(claims: Iterable[Claim]) -> _Voices:
    held: dict[str, list[tuple[str, str, str]]] = {}
    for claim in claims:
        for position in claim.positions:
            if position.stance == "for" and position.label is not None:
                for document in position.documents:
                    held.setdefault(document, []).extend(
                        (claim.id, position.voice, id_) for id_ in position.statements
                    )
    return {document: tuple(rows) for document, rows in held.items()}


def _asking(
    question: Question,
    reading: Reading,
    document: Document,
    told: Mapping[str, Telling],
    voices: _Voices,
    fields: Mapping[str, str],
) -> Asking:
    words, cue = cut(document.text, question.spans), cut(document.text, question.cue)
    asked = kind(words, cue)
    made = Asking(question, document, fields[document.id], asked, frozenset(stems(words)))
    if asked == "matter" and _is_account(words, cue):
        meant = _meant(question, voices.get(document.id, ()), told)
        return replace(made, asked="whether" if meant else "matter", accounts=meant)
    inside = [
        told[s.id]
        for s in reading.statements
        if s.id in told and any(s.predicate in span for span in question.spans)
    ]
    first = min(inside, key=lambda t: (t.statement.predicate, t.id), default=None)
    if first is None or asked == "matter":
        return made
    return replace(made, telling=_asserted(first), ahead=first.statement.mode == "future")


def _asserted(telling: Telling) -> Telling:
    """The statement of a question as one that could answer it: what is open about it is gone."""
    return replace(telling, statement=replace(telling.statement, mode="actual", stance="for"))


def _meant(
    question: Question, said: Sequence[tuple[str, str, str]], told: Mapping[str, Telling]
) -> tuple[str, ...]:
    """The claims of the last voice that the report gives before: that is the account it means."""
    at = question.spans[0]
    before = [
        (told[id_].statement.spans[0], voice, claim)
        for claim, voice, id_ in said
        if id_ in told
        and told[id_].document.id == question.document
        and told[id_].statement.spans[0] < at
    ]
    last = max(before, default=None)
    if last is None:
        return ()
    return tuple(dict.fromkeys(claim for _, voice, claim in sorted(before) if voice == last[1]))


def kind(words: str, cue: str) -> Asked:
    """What a question in these words asks for; ``cue``: the words that say that it is open."""
    said = words.lower().replace("’", "'")
    found = [(m.start(), asked) for asked, m in _opened(said) if cue == "?" or not m.start()]
    if found:
        return min(found, key=lambda one: one[0])[1]
    if (
        cue == "?"
        and said.split(maxsplit=1)[:1]
        and said.split()[0] in load("issues")["verbs"]["first"]
    ):
        return "whether"
    head = re.match(rf"{_DETERMINED}(?:exact |precise |real |true )?([a-z]+)\b", said)
    return _noun(head[1]) if head else "matter"


def _opened(said: str) -> Iterator[tuple[Asked, re.Match[str]]]:
    for asked, pattern in _openers().items():
        match = pattern.search(said)
        if match:
            yield asked, match


@cache
def _openers() -> dict[Asked, re.Pattern[str]]:
    tables = {name: held for name, held in load("issues")["openers"].items() if name != "source"}
    return {
        asked: re.compile(rf"\b(?:{'|'.join(words)})\b(?! of course)")
        for asked, words in tables.items()
    }


def _noun(head: str) -> Asked:
    tables = load("issues")["nouns"]
    return next((asked for asked, held in tables.items() if head in held and asked != "source"),
                "matter")  # fmt: skip


def _is_account(words: str, cue: str) -> bool:
    """Whether it only says that something told could not be checked."""
    lists = load("issues")["accounts"]
    said = words.lower().replace("’", "'")
    owner = r"(?:[\w'-]+ ){0,2}?"
    named = re.search(rf"{_DETERMINED}{owner}(?:{'|'.join(lists['nouns'])})$", said)
    return bool(named) and any(word in cue.lower() for word in lists["checked"])
