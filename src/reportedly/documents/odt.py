"""OpenDocument texts (ODT): paragraphs, rows of tables, links, and the properties of the file."""

from collections.abc import Iterator, Mapping

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from .archive import Archive
from .office import MOST_PROPERTIES, MOST_XML, Paragraphs, Properties, parsed
from .raw import Fields, Raw, Stated
from .record import keep

_TEXT, _ABOUT, _KIND = "content.xml", "meta.xml", "mimetype"
_KINDS = b"application/vnd.oasis.opendocument.text"
_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_LINK = f"{_SPACE}a"
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
    words = parsed(raw.name, archive.named(_TEXT, MOST_XML), _Words()).paragraphs
    about = parsed(raw.name, archive.named(_ABOUT, MOST_PROPERTIES), Properties())
    yield keep(raw, _fields(words.text(raw.name), words.links, about.found))


def _fields(text: str, links: list[tuple[str, str]], stated: Mapping[str, str]) -> Fields:
    changed, made = stated.get("date"), stated.get("creation-date")
    return Fields(
        text,
        title=stated.get("title"),
        byline=stated.get("initial-creator") or stated.get("creator"),
        # The later one, as of Word documents.
        published=changed or made,
        dated=f"{'modified' if changed else 'created'} in the document's properties",
        language=stated.get("language"),
        links=tuple(Stated(*link) for link in links),
    )


class _Words:
    """Collects paragraphs and links."""

    def __init__(self) -> None:
        self.paragraphs = Paragraphs(_JOINT)
        self._left_out = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if tag in _LEFT_OUT or self._left_out:
            self._left_out += 1
        elif tag in _JOINT:
            self.paragraphs.begin(tag)
        elif tag in _FOR:
            self.paragraphs.add(_FOR[tag])
        elif tag == _LINK:
            self.paragraphs.link(attributes.get(_HREF, ""))

    def data(self, data: str) -> None:
        """Characters, which are text where a paragraph is open; spaces in a row count as one."""
        if not self._left_out and self.paragraphs.in_paragraph:
            self.paragraphs.add(" ".join(f"_{data}_".split())[1:-1])

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._left_out:
            self._left_out -= 1
        elif tag == _LINK:
            self.paragraphs.linked()
        elif tag in _JOINT:
            self.paragraphs.end()

    def close(self) -> None:
        """The document ends."""
