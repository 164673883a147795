"""OpenDocument texts (ODT): paragraphs, rows of tables, links, and the properties of the file."""

from collections.abc import Iterator, Mapping

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from .archive import Archive
from .office import MOST_PROPERTIES, MOST_XML, EnoughError, Properties, parsed
from .raw import Fields, Raw, Stated
from .record import LONGEST, keep

_TEXT, _ABOUT, _KIND = "content.xml", "meta.xml", "mimetype"
_KINDS = b"application/vnd.oasis.opendocument.text"
_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_JOINT = {
    f"{_SPACE}p": "", f"{_SPACE}h": "", f"{_TABLE}table-cell": " ", f"{_TABLE}table-row": "\t",
}  # fmt: skip
"""What opens and closes with text of its own, and what stands between its pieces."""

_FOR = {f"{_SPACE}s": " ", f"{_SPACE}tab": " ", f"{_SPACE}line-break": "\n"}
_LEFT_OUT = {
    f"{_SPACE}note", f"{_SPACE}tracked-changes", f"{_SPACE}table-of-content",
    f"{_OFFICE}annotation", f"{_OFFICE}forms",
}  # fmt: skip


def holds(archive: Archive) -> bool:
    """Whether a ZIP archive is an OpenDocument text."""
    return _TEXT in archive and archive.named(_KIND, MOST_PROPERTIES).startswith(_KINDS)


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """One file, one report. Raises :class:`SourceError` where it is damaged or encrypted."""
    archive = Archive(raw)
    if not holds(archive):
        raise SourceError(raw.name, "the file is no OpenDocument text")
    words = parsed(raw.name, archive.named(_TEXT, MOST_XML), _Words())
    about = parsed(raw.name, archive.named(_ABOUT, MOST_PROPERTIES), Properties())
    text = "\n\n".join(words.paragraphs)
    if not text.strip():
        raise SourceError(raw.name, "the document holds no text")
    yield keep(raw, _fields(text, words.links, about.found))


def _fields(text: str, links: list[Stated], stated: Mapping[str, str]) -> Fields:
    changed, made = stated.get("date"), stated.get("creation-date")
    return Fields(
        text,
        title=stated.get("title"),
        byline=stated.get("initial-creator") or stated.get("creator"),
        # The later one, as of Word documents.
        published=changed or made,
        dated=f"{'modified' if changed else 'created'} in the document's properties",
        language=stated.get("language"),
        links=tuple(links),
    )


class _Words:
    """Collects paragraphs, a table's row being one with a tab between its cells."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.links: list[Stated] = []
        # Every paragraph, cell and row that is open, with its text so far, the innermost last.
        self._open: list[tuple[str, list[str]]] = []
        self._link: tuple[str, int] | None = None
        self._left_out = 0
        self._length = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if tag in _LEFT_OUT or self._left_out:
            self._left_out += 1
        elif tag in _JOINT:
            self._open.append((tag, []))
        elif tag in _FOR:
            self._add(_FOR[tag])
        elif tag == f"{_SPACE}a" and self._open:
            self._link = (attributes.get(_HREF, ""), len(self._open[-1][1]))

    def data(self, data: str) -> None:
        """Characters, which are text where a paragraph is open; spaces in a row count as one."""
        if not self._left_out and self._open and _JOINT[self._open[-1][0]] == "":
            self._add(" ".join(f"_{data}_".split())[1:-1])

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._left_out:
            self._left_out -= 1
        elif tag == f"{_SPACE}a" and self._link and self._open:
            to, start = self._link
            self.links.append(Stated(to, "".join(self._open[-1][1][start:])))
            self._link = None
        elif tag in _JOINT and self._open:
            self._close(*self._open.pop())

    def close(self) -> None:
        """The document ends."""

    def _add(self, text: str) -> None:
        self._length += len(text)
        if self._length > LONGEST:
            raise EnoughError
        if self._open:
            self._open[-1][1].append(text)

    def _close(self, tag: str, pieces: list[str]) -> None:
        text = _JOINT[tag].join(pieces).strip()
        outer, around = self._open[-1] if self._open else ("", [])
        if _JOINT.get(outer):
            around.append(" ".join(text.split("\n")))
        elif text:
            # A paragraph within one is that of a text box: it stands by itself.
            self.paragraphs.append(text)
