"""Every reader by name: how attributions are found before anything is judged."""

from collections.abc import Callable
from dataclasses import dataclass

from reportedly import __version__
from reportedly.model import Document

from . import rules, tagger
from .found import Found
from .learned import learned
from .tagger import Look
from .tokens import Doc

Finder = Callable[[Doc, Document, Look | None], list[Found]]


@dataclass(frozen=True, slots=True)
class Reader:
    """How attributions are found, and how a text is looked at first, if at all."""

    find: Finder
    look: Callable[[str], Look] | None = None

    def seen(self, document: Document) -> Look | None:
        """The document as this reader's network sees it."""
        return self.look(document.text) if self.look else None


def ruled(doc: Doc, document: Document, seen: Look | None = None) -> list[Found]:  # noqa: ARG001
    """What the patterns find; they look at nothing but the parse."""
    return rules.find(doc, document)


READERS: dict[str, Reader] = {
    "learned": Reader(learned, tagger.look),
    "rules": Reader(ruled),
}
"""The trained tagger, and the patterns that need no weights."""

DEFAULT = "learned"


def identity(reader: str) -> str:
    """The reader with all that its readings depend on: version, and hash of trained weights."""
    weights = f" {tagger.model().sha256[:16]}" if reader == "learned" else ""
    return f"{reader} {__version__}{weights}"
