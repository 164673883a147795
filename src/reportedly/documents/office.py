"""XML of office documents, read without building a tree, and the properties of a file."""

from collections.abc import Mapping
from typing import TypeVar

import lxml.etree

from reportedly.errors import SourceError

from .raw import MEGABYTE
from .record import LONGEST

MOST_XML = 100 * MEGABYTE
"""Bytes of the text of a document with its marks, as unpacked."""

MOST_PROPERTIES = 5 * MEGABYTE

_Target = TypeVar("_Target")


def parsed(name: str, xml: bytes, target: _Target) -> _Target:
    """``target`` after it was told what is in ``xml``; no entity is resolved."""
    parser = lxml.etree.XMLParser(
        target=target, resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        if xml.strip():
            lxml.etree.fromstring(xml, parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise SourceError(name, "the office document is damaged") from error
    except EnoughError as error:
        raise SourceError(name, f"the report is longer than {LONGEST:,} characters") from error
    return target


class EnoughError(Exception):
    """More text than a report may have."""


class Properties:
    """Collects the properties of a file, by the names without their spaces."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._pieces: list[str] = []

    def start(self, *_: object) -> None:
        """An element begins."""
        self._pieces = []

    def data(self, data: str) -> None:
        """Characters."""
        self._pieces.append(data)

    def end(self, tag: str) -> None:
        """An element ends."""
        if text := " ".join("".join(self._pieces).split()):
            self.found.setdefault(tag.rpartition("}")[2], text)
        self._pieces = []

    def close(self) -> None:
        """The document ends."""


class Paragraphs:
    """The paragraphs of a text, a table's row being one with a tab between its cells, and links.

    ``joint``: by the name of what opens and closes with text of its own, what stands between its
    pieces, which is nothing for a paragraph.
    """

    def __init__(self, joint: Mapping[str, str]) -> None:
        self.links: list[tuple[str, str]] = []
        self._joint = joint
        # Every paragraph, cell and row that is open, with its text so far, the innermost last.
        self._open: list[tuple[str, list[str]]] = []
        self._closed: list[str] = []
        self._link: tuple[str, int] | None = None
        self._length = 0

    def text(self, name: str) -> str:
        """All of it. Raises :class:`SourceError`, of the file ``name``, where there is none."""
        if not self._closed:
            raise SourceError(name, "the document holds no text")
        return "\n\n".join(self._closed)

    @property
    def in_paragraph(self) -> bool:
        """Whether what is open innermost is a paragraph."""
        return bool(self._open) and not self._joint[self._open[-1][0]]

    def add(self, text: str) -> None:
        """Text where something is open. Raises :class:`EnoughError`."""
        self._length += len(text)
        if self._length > LONGEST:
            raise EnoughError
        if self._open:
            self._open[-1][1].append(text)

    def link(self, to: str) -> None:
        """A link begins."""
        if self._open:
            self._link = (to, len(self._open[-1][1]))

    def linked(self) -> None:
        """It ends."""
        if self._link and self._open:
            to, start = self._link
            self.links.append((to, "".join(self._open[-1][1][start:])))
            self._link = None

    def begin(self, name: str) -> None:
        """A paragraph, cell or row begins."""
        self._open.append((name, []))

    def end(self) -> None:
        """The innermost ends."""
        if not self._open:
            return
        name, pieces = self._open.pop()
        text = self._joint[name].join(pieces).strip()
        outer, around = self._open[-1] if self._open else ("", [])
        if self._joint.get(outer):
            around.append(" ".join(text.split("\n")))
        elif text:
            # A paragraph within one is that of a text box: it stands by itself.
            self._closed.append(text)
