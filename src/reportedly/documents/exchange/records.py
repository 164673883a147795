"""The records of a ledger, one after another, → reports with their readings, and rulings.

Each is checked: it is written as a ledger writes it, its id is that of its content, its spans lie
in its text, and every kept copy has the SHA-256 that it is named by. What is not so is named.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Generic, Protocol, TypeVar

import cattrs

from reportedly.errors import SourceError
from reportedly.model import (
    READ,
    Brought,
    Document,
    Kept,
    Reading,
    Retrieval,
    Ruling,
    Skipped,
    Span,
    flaws_in,
    identify,
)
from reportedly.model.plain import from_plain, to_json, to_plain

from ..dates import iso
from ..parsing import parsed
from ..raw import Raw
from ..record import LONGEST
from ..sources import printable

Item = Kept | Skipped | Brought
Placed = tuple[str, bytes]
"""Where a record stands, to be shown, and the record as JSON."""

R = TypeVar("R")
B = TypeVar("B", bound=Retrieval | Reading)

_HASH = re.compile("[0-9a-f]{64}")
_TOKEN = re.compile(r"[\w.+:/-]{1,100}", re.ASCII)
_LANGUAGE = re.compile("[a-z]{2}")
_LONGEST_NAME = 2_000


class Held(Protocol):
    """A file that holds the records of a ledger."""

    def records(self, kind: str) -> Iterator[Placed]:
        """Those of one kind, in their order."""

    def copy(self, sha256: str) -> bytes | None:
        """The kept copy named by its SHA-256; None where there is none."""


def told(raw: Raw, held: Held) -> Iterator[Item]:
    """Everything that ``held`` tells, as it comes out of any other file.

    Raises :class:`SourceError` where a ledger is not taken over from where ``raw`` lay: whoever
    names a file answers for it, and nobody named what came with it.
    """
    if raw.inside or raw.url:
        raise SourceError(raw.name, "a ledger is taken over from a file that is named by itself")
    yield from _Telling(raw.name, held).items()


class _Telling:
    """One file being told."""

    def __init__(self, name: str, held: Held) -> None:
        self._name, self._held = name, held
        self._routes = _Beside(held.records("retrieval"), Retrieval)
        self._readings = _Beside(held.records("reading"), Reading)
        self._lengths: dict[str, int] = {}

    def items(self) -> Iterator[Item]:
        for place, data in self._held.records("document"):
            try:
                document = _record(Document, place, data)
                _must(place, _unfit(document) or self._again(document))
            except SourceError as error:
                yield Skipped(error.source, error.reason)
                continue
            self._lengths[document.id] = len(document.text)
            yield from self._report(document)
        for beside in (self._routes, self._readings):
            yield from beside.left("it is of no report that is taken from the file")
        for some in skipped(self._held):
            yield from some
        yield from self._brought()

    def _again(self, document: Document) -> str | None:
        return "a report before it has this id" if document.id in self._lengths else None

    def _report(self, document: Document) -> Iterator[Kept | Skipped]:
        """A report by each of its routes, the first time with its reading."""
        routes = [one for _, one in self._routes.of(document.id)]
        if not any((r.name, r.sha256) == (document.name, document.sha256) for r in routes):
            routes.insert(0, Retrieval.of(document))
        readings = self._readings.of(document.id)
        given = readings[-1] if readings else None
        for route in routes:
            raw = self._held.copy(route.sha256)
            if flaw := _unfit_route(route, document) or _unfit_copy(route, raw):
                yield Skipped(printable(route.name[:_LONGEST_NAME]), f"{self._name}: {flaw}")
            elif raw is not None and given:
                yield Kept(document, raw, route, given[1], given[0])
                given = None
            elif raw is not None:
                yield Kept(document, raw, route)
        yield from self._routes.flaws()
        yield from self._readings.flaws()

    def _brought(self) -> Iterator[Skipped | Brought]:
        rulings, tables = [], []
        for place, data in self._held.records("ruling"):
            try:
                ruling = _record(Ruling, place, data)
                _must(place, self._astray(ruling))
                rulings.append(ruling)
            except SourceError as error:
                yield Skipped(error.source, error.reason)
        for place, data in self._held.records("table"):
            try:
                tables.append(_record(dict[str, str], place, data)["csv"])
            except (SourceError, KeyError):
                yield Skipped(place, "it is no table")
        if rulings or tables:
            yield Brought(self._name, tuple(rulings), tuple(tables))

    def _astray(self, ruling: Ruling) -> str | None:
        """Whether a span of a ruling lies outside of the report it is in."""
        for target in ruling.targets:
            spans = [*target.at, *([target.predicate] if target.predicate else [])]
            length = self._lengths.get(target.document or "")
            if not all(map(_whole, spans)) or (length and any(s.end > length for s in spans)):
                return "a span of it lies outside of the text"
        return None


def skipped(held: Held) -> tuple[list[Skipped], list[Skipped]]:
    """What the ledger says was skipped, and which of these records are none."""
    good, bad = [], []
    for place, data in held.records("skipped"):
        try:
            found = _record(Skipped, place, data)
            named = printable(found.source[:_LONGEST_NAME])
            good.append(Skipped(named, printable(found.reason[:_LONGEST_NAME])))
        except SourceError as error:
            bad.append(Skipped(error.source, error.reason))
    return good, bad


class _Beside(Generic[B]):
    """Records that belong to reports and stand in the order of these; others wait."""

    def __init__(self, placed: Iterator[Placed], kind: type[B]) -> None:
        self._placed, self._kind = placed, kind
        self._waiting: dict[str, list[tuple[str, B]]] = {}
        self._flaws: list[Skipped] = []

    def of(self, document: str) -> list[tuple[str, B]]:
        """Those of one report with their places: all that stand together."""
        found = self._waiting.pop(document, [])
        while (one := self._next()) is not None:
            if one[1].document != document:
                self._waiting.setdefault(one[1].document, []).append(one)
                if found:
                    break
            else:
                found.append(one)
        return found

    def flaws(self) -> Iterator[Skipped]:
        """Those that were no records, each told once."""
        found, self._flaws = self._flaws, []
        yield from found

    def left(self, reason: str) -> Iterator[Skipped]:
        """Those that nobody asked for."""
        self.of("")
        yield from self.flaws()
        for held in self._waiting.values():
            yield from (Skipped(place, reason) for place, _ in held)

    def _next(self) -> tuple[str, B] | None:
        for place, data in self._placed:
            try:
                return place, _record(self._kind, place, data)
            except SourceError as error:
                self._flaws.append(Skipped(error.source, error.reason))
        return None


def _record(kind: type[R], place: str, data: bytes) -> R:
    """The record that JSON tells. Raises :class:`SourceError` where it is written otherwise."""
    plain = parsed(Raw(place, data))
    try:
        record = from_plain(kind, plain)
        written = to_json(to_plain(record)) == to_json(plain)
    except (cattrs.BaseValidationError, AttributeError, LookupError, TypeError, ValueError):
        written = False
    if not written:
        raise SourceError(place, "it is not written as a ledger writes it")
    return record


def _must(place: str, flaw: str | None) -> None:
    if flaw:
        raise SourceError(place, flaw)


def _unfit(document: Document) -> str | None:
    """Why it is no document that this program could have made, as far as that shows."""
    return next(_flaws(document), None)


def _flaws(document: Document) -> Iterator[str]:
    text = document.text
    if not 0 < len(text) <= LONGEST or not _whole_text(text):
        yield "its text is empty, too long or damaged"
    if document.id not in _names(document):
        yield "its id is not that of its address and text"
    yield from flaws_in(replace(document, text=""), document)
    if any("\n" in text[s.start : s.end] for s in document.sentences):
        yield "a sentence of it crosses a line break"
    addresses = [document.url, document.canonical, *(link.url for link in document.links)]
    if not all(map(_is_address, addresses)):
        yield "an address of it is none"
    if not all(map(_is_moment, (document.published, document.retrieved, document.updated))):
        yield "a date of it is none"
    if not _LANGUAGE.fullmatch(document.language or READ):
        yield "its language is none"
    if not _is_name(document.name) or not _HASH.fullmatch(document.sha256):
        yield _NAMELESS


_NAMELESS = "its name is none, or its SHA-256"


def _names(document: Document) -> Iterator[str]:
    """The ids that it can have; whom the text itself names as publisher is no part of one."""
    if document.url:
        yield identify("document", document.url, document.text)
        return
    for publisher in (document.publisher, None):
        said = publisher, document.published, document.title
        yield identify("document", None, *said, document.text)


def _unfit_route(route: Retrieval, document: Document) -> str | None:
    if flaw := next(flaws_in(route, document), None):
        return flaw
    if not _is_name(route.name) or not _HASH.fullmatch(route.sha256):
        return _NAMELESS
    if not _is_address(route.url) or not _is_moment(route.retrieved):
        return "the address of a route is none, or its moment"
    tokens = (stated for stated in (route.media, route.charset) if stated is not None)
    return None if all(map(_TOKEN.fullmatch, tokens)) else "the kind of a route is none"


def _unfit_copy(route: Retrieval, raw: bytes | None) -> str | None:
    if raw is None:
        return f"the kept copy {route.sha256} is not there"
    same = sha256(raw).hexdigest() == route.sha256
    return None if same else f"the kept copy {route.sha256} has another SHA-256"


def _whole(span: Span) -> bool:
    return type(span.start) is type(span.end) is int and 0 <= span.start < span.end


def _whole_text(text: str) -> bool:
    return not re.search("[\0\ud800-\udfff]", text)


def _is_name(name: str) -> bool:
    return 0 < len(name) <= _LONGEST_NAME and name.isprintable()


def _is_address(stated: str | None) -> bool:
    return stated is None or bool(re.match(r"https?://\S", stated))


def _is_moment(stated: str | None) -> bool:
    return stated is None or iso(stated) == stated
