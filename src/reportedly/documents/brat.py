"""Brat standoff beside a text: who said what, as a person or another program marked it.

``NAME.ann`` beside ``NAME.txt`` becomes the reading of the report; ``NAME.json``, where there is
one, tells its address, publisher and date. What the lines stand for is told in
:mod:`reportedly.standoff`, the format in https://brat.nlplab.org/standoff.html
"""

import json
import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from cattrs import BaseValidationError

from reportedly.errors import SourceError
from reportedly.model import (
    Attribution,
    Conflict,
    Document,
    Kept,
    Reading,
    Skipped,
    Span,
    Spans,
    Statement,
    cut,
    misfit,
)
from reportedly.model.plain import from_plain, to_json
from reportedly.standoff import (
    DIGITS,
    OPEN,
    RECORD,
    ROLES,
    VALUES,
    Marked,
    Note,
    Record,
    exact,
    unmarked,
)

from . import jsonl, text
from .decode import decode
from .parsing import parsed
from .raw import Companions, Raw
from .record import keep

_TEXT = re.compile(r"(\w+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)")
_TIED = re.compile(r"(\w+) Arg1:(\w+) Arg2:(\w+)")
_TIES = ("Within", "SaidBy")


@dataclass(frozen=True, slots=True)
class _Event:
    """An E line: its number in the file, its kind, and the T lines that it names."""

    number: int
    kind: str
    trigger: str
    roles: dict[str, str]


@dataclass(slots=True)
class _File:
    """The lines of one file by what they are of."""

    texts: dict[str, Spans] = field(default_factory=dict)
    events: dict[str, _Event] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    ties: dict[str, str] = field(default_factory=dict)
    conflicts: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """The report with the reading that lies beside it, and the lines of that which are left out.

    Where no line of it can be used the report is read anew.
    """
    beside = raw.beside or Companions(b"")
    name = f"{raw.name.rpartition('.')[0]}.ann"
    for kept in _report(raw, beside.about):
        if isinstance(kept, Skipped):
            yield kept
            continue
        found, skipped = reading(kept.document, beside.ann.decode("utf-8", "replace"), name)
        yield replace(kept, reading=found if found != Reading(kept.document.id) else None)
        yield from skipped


def _report(raw: Raw, about: bytes | None) -> Iterator[Kept | Skipped]:
    """The report: as text alone, or as a row, where a file beside it tells more."""
    if about is not None:
        name = f"{raw.name.rpartition('.')[0]}.json"
        try:
            told = parsed(replace(raw, name=name, data=about))
            if not isinstance(told, dict):
                raise SourceError(name, "it is no object that states what a report states")
        except SourceError as error:
            yield Skipped(error.source, error.reason)
        else:
            row = to_json({**told, "text": _text(raw)}).encode("utf-8", "surrogatepass")
            yield from jsonl.row(replace(raw, data=row, media=jsonl.ROW, beside=None))
            return
    yield keep(raw, text.fields(raw))


def _text(raw: Raw) -> str:
    try:
        return raw.data.decode()
    except UnicodeDecodeError:
        return decode(raw)


def reading(document: Document, ann: str, name: str) -> tuple[Reading, tuple[Skipped, ...]]:
    """The reading that ``ann`` is, and which of its lines were left out, each with the reason.

    ``name`` is the file's. A record that cannot be read is left out with all that it says of
    others: words whose voice is left out are never made the author's.
    """
    page = _Page(document, name)
    return page.read(ann), tuple(page.skipped)


class _Page:
    """One file on its way to a reading."""

    def __init__(self, document: Document, name: str) -> None:
        self.skipped: list[Skipped] = []
        self._document, self._name = document, name
        self._file = _File()
        self._ids: dict[str, str] = {}
        self._readers: dict[str, Callable[[int, str, str, str], None]] = {
            "T": self._text, "E": self._event, "R": self._relation, "A": self._value,
            "M": self._value, "#": self._note,
        }  # fmt: skip

    def read(self, ann: str) -> Reading:
        for number, line in enumerate(ann.split("\n"), 1):
            if line.strip():
                self._take(number, self._line, number, line.rstrip("\r"))
        found = self._records()
        kinds: dict[str, list[Any]] = defaultdict(list)
        for event, record in found.items():
            kinds[_kind(self._file.events[event].kind)].append(record)
        conflicts = tuple(self._conflicts(found))
        held = {kind: tuple(records) for kind, records in kinds.items()}
        return Reading(self._document.id, conflicts=conflicts, **held)

    def _take(self, number: int, read: Callable[..., Any], *given: object) -> Any:  # noqa: ANN401
        """What ``read`` gives; where it raises, the line is named with the reason."""
        try:
            return read(*given)
        except ValueError as error:
            self.skipped.append(Skipped(f"{self._name}:{number}", f"{error}"))
            return None

    def _line(self, number: int, line: str) -> None:
        id_, _, rest = line.partition("\t")
        told, _, tail = rest.partition("\t")
        read = self._readers.get(id_[:1])
        if read is None:
            raise ValueError("the line is no annotation of a kind that is read here")
        read(number, id_, told, tail)

    def _text(self, number: int, id_: str, told: str, tail: str) -> None:
        del number
        found = _TEXT.fullmatch(told)
        if not found:
            raise ValueError("the line does not say which characters it marks")
        ends = [[int(end) for end in one.split()] for one in found[2].split(";")]
        spans = tuple(sorted(Span(*pair) for pair in ends))
        whole = self._document.text
        if not all(s.start < s.end <= len(whole) for s in spans):
            raise ValueError("it marks characters that the text does not have")
        if any(a.end > b.start for a, b in pairwise(spans)):
            raise ValueError("it marks the same characters twice")
        if _same(cut(whole, spans)) != _same(tail):
            raise ValueError("its words are not those of the text: was the text changed?")
        self._new(self._file.texts, id_, spans)

    def _event(self, number: int, id_: str, told: str, tail: str) -> None:
        del tail
        pairs = [one.partition(":") for one in told.split()]
        if not pairs or any(not end for *_, end in pairs):
            raise ValueError("the line does not say what it ties together")
        (kind, trigger), *rest = ((name, end) for name, _, end in pairs)
        if kind not in ROLES:
            raise ValueError("it is no kind of annotation that is read here")
        if any(role.rstrip(DIGITS) not in ROLES[kind] for role, _ in rest):
            raise ValueError("it has a part that its kind has not")
        if len({role for role, _ in rest}) < len(rest):
            raise ValueError("it has a part twice")
        self._new(self._file.events, id_, _Event(number, kind, trigger, dict(rest)))

    def _relation(self, number: int, id_: str, told: str, tail: str) -> None:
        del tail
        found = _TIED.fullmatch(told.strip())
        if not found or found[1] not in (*_TIES, "Conflict"):
            raise ValueError("it is no relation that is read here")
        if found[1] == "Conflict":
            self._new(self._file.conflicts, id_, (number, found[2], found[3]))
        else:
            self._new(self._file.ties, found[2], found[3])

    def _value(self, number: int, id_: str, told: str, tail: str) -> None:
        del number, id_, tail
        name, _, rest = told.partition(" ")
        of, _, value = rest.partition(" ")
        if name not in VALUES and name not in OPEN:
            raise ValueError("it is no attribute that is read here")
        self._new(self._file.values[of], name, value)

    def _note(self, number: int, id_: str, told: str, tail: str) -> None:
        del number, id_
        kind, _, of = told.partition(" ")
        if kind != RECORD:
            raise ValueError("it is a note for people, which is not kept")
        self._new(self._file.notes, of, tail)

    def _new(self, held: dict[str, Any], name: str, value: object) -> None:
        if name in held:
            raise ValueError(f"another line before it says the same of {name[:20]}")
        held[name] = value

    def _records(self) -> dict[str, Record]:
        """The records by the names of their events, voices before what they say."""
        found: dict[str, Record] = {}
        events, ties = self._file.events, self._file.ties
        below = defaultdict(list)
        for event in events:
            below[ties.get(event)].append(event)
        ready, left = deque(below[None]), dict.fromkeys(e for e in events if e in ties)
        while ready:
            event = ready.popleft()
            left.pop(event, None)
            record = self._take(events[event].number, self._record, event, found)
            if record:
                found[event] = record
                ready += below[event]
        for event in left:
            reason = "whose word it is cannot be read, so it is left out"
            self.skipped.append(Skipped(f"{self._name}:{events[event].number}", reason))
        return {event: found[event] for event in events if event in found}

    def _record(self, event: str, found: dict[str, Record]) -> Record:
        told, note = self._file.events[event], self._noted(event, Note)
        voice = found.get(self._file.ties.get(event, ""))
        if voice is not None and not isinstance(voice, Attribution):
            raise ValueError("what it is tied to is no attribution")
        whole = self._document.text
        trigger = exact(whole, told.kind, self._marks(told.trigger), note)
        roles = {r: exact(whole, r, self._marks(t), note) for r, t in told.roles.items()}
        unseen = {r: exact(whole, r, (), note) for r in note.spans if r not in {*roles, told.kind}}
        held = {role: spans for role, spans in {**roles, **unseen}.items() if spans}
        values = self._file.values.get(event, {})
        made = Marked(told.kind, trigger, held, values, voice.id if voice else None, note)
        return self._fitting(unmarked(self._document, made), event)

    def _fitting(self, record: Any, event: str) -> Record:  # noqa: ANN401 - any of four
        """The record, where it would fit the report by itself and its id is its own."""
        alone = {"within" if isinstance(record, Attribution) else "attribution": None}
        kind = _kind(self._file.events[event].kind)
        by_itself: dict[str, Any] = {kind: (replace(record, **alone),)}
        if flaw := misfit(self._document, Reading(self._document.id, **by_itself)):
            raise ValueError(flaw)
        if self._ids.setdefault(record.id, event) != event:
            raise ValueError("another record has the same id")
        made: Record = record
        return made

    def _marks(self, name: str) -> Spans:
        if name not in self._file.texts:
            raise ValueError(f"{name[:20]} marks no characters of the text")
        return self._file.texts[name]

    def _noted(self, name: str, kind: type[Any]) -> Any:  # noqa: ANN401 - of ``kind``
        try:
            told = json.loads(self._file.notes.get(name, "{}"))
            if not isinstance(told, dict):
                raise ValueError(told)
            return from_plain(kind, told)
        except (ValueError, TypeError, RecursionError, BaseValidationError) as error:
            raise ValueError("its note is not as it was written") from error

    def _conflicts(self, found: dict[str, Record]) -> Iterator[Conflict]:
        for name, (number, *ends) in self._file.conflicts.items():
            made = self._take(number, self._conflict, name, ends, found)
            if made:
                yield made

    def _conflict(self, name: str, ends: list[str], found: dict[str, Record]) -> Conflict:
        made: Conflict = self._noted(name, Conflict)
        told = [one for end in ends if isinstance(one := found.get(end), Statement)]
        if tuple(one.id for one in told) != made.statements:
            raise ValueError("the statements that it is between are not those of its note")
        by_itself = tuple(replace(one, attribution=None) for one in told)
        alone = Reading(self._document.id, statements=by_itself, conflicts=(made,))
        if flaw := misfit(self._document, alone):
            raise ValueError(flaw)
        if self._ids.setdefault(made.id, name) != name:
            raise ValueError("another record has the same id")
        return made


def _kind(kind: str) -> str:
    return "attributions" if kind == "Cue" else f"{kind.lower()}s"


def _same(words: str) -> str:
    """Words for comparing: spaces are as good as what brat puts in their place."""
    return " ".join(words.split())
