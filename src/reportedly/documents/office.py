"""XML of office documents, read without building a tree, and the properties of a file."""

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
