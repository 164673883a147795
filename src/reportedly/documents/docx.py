"""Word documents (DOCX): paragraphs, rows of tables, links, and the properties of the file.

Read with zipfile and lxml, not python-docx: what is needed is the text in order, and a parser that
builds no tree takes the same memory for a page as for a bomb.
"""

from collections.abc import Iterator, Mapping

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from .archive import Archive
from .office import MOST_PROPERTIES, MOST_XML, Paragraphs, Properties, parsed
from .raw import Fields, Raw, Stated
from .record import keep

TEXT = "word/document.xml"
_LINKS = "word/_rels/document.xml.rels"
_PROPERTIES = "docProps/core.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_ID = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_JOINT = {"p": "", "tc": " ", "tr": "\t"}
"""What opens and closes with text of its own, and what stands between its pieces."""

_FOR = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """One file, one report. Raises :class:`SourceError` where it is damaged or encrypted."""
    archive = Archive(raw)
    if TEXT not in archive:
        raise SourceError(raw.name, "the office document holds no text of Word's")
    words = parsed(raw.name, archive.named(TEXT, MOST_XML), _Words()).paragraphs
    links = parsed(raw.name, archive.named(_LINKS, MOST_PROPERTIES), _Targets())
    about = parsed(raw.name, archive.named(_PROPERTIES, MOST_PROPERTIES), Properties())
    text = words.text(raw.name)
    yield keep(raw, _fields(text, words.links, links.found, about.found))


def _fields(
    text: str, links: list[tuple[str, str]], targets: Mapping[str, str], stated: Mapping[str, str]
) -> Fields:
    changed, made = stated.get("modified"), stated.get("created")
    return Fields(
        text,
        title=stated.get("title"),
        byline=stated.get("creator"),
        # The later one: nothing is taken to be earlier than it is.
        published=changed or made,
        dated=f"{'modified' if changed else 'created'} in the document's properties",
        language=stated.get("language"),
        links=tuple(Stated(targets[i], words) for i, words in links if i in targets),
    )


class _Words:
    """Collects paragraphs and links."""

    def __init__(self) -> None:
        self.paragraphs = Paragraphs(_JOINT)
        self._shown = False
        self._left_out = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if tag == _FALLBACK or self._left_out:
            self._left_out += 1
            return
        name = _local(tag)
        if name in _JOINT:
            self.paragraphs.begin(name)
        elif name == "t":
            self._shown = True
        elif name in _FOR:
            self.paragraphs.add(_FOR[name])
        elif name == "hyperlink":
            self.paragraphs.link(next((attributes[key] for key in _ID if key in attributes), ""))

    def data(self, data: str) -> None:
        """Characters, which are text where they stand in a run's text."""
        if self._shown and not self._left_out:
            self.paragraphs.add(data)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._left_out:
            self._left_out -= 1
            return
        name = _local(tag)
        if name == "t":
            self._shown = False
        elif name == "hyperlink":
            self.paragraphs.linked()
        elif name in _JOINT:
            self.paragraphs.end()

    def close(self) -> None:
        """The document ends."""


def _local(tag: str) -> str:
    for space in (_W, _STRICT):
        if tag.startswith(space):
            return tag[len(space) :]
    return ""


class _Targets:
    """Collects what the links of a document lead to."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}

    def start(self, _: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if attributes.get("TargetMode") == "External" and "Target" in attributes:
            self.found[attributes.get("Id", "")] = attributes["Target"]

    def close(self) -> None:
        """The document ends."""
