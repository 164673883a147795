"""Word documents (DOCX): paragraphs, rows of tables, links, and the properties of the file.

Read with zipfile and lxml, not python-docx: what is needed is the text in order, and a parser that
builds no tree takes the same memory for a page as for a bomb.
"""

from collections.abc import Iterator, Mapping

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from .archive import Archive
from .office import MOST_PROPERTIES, MOST_XML, EnoughError, Properties, parsed
from .raw import Fields, Raw, Stated
from .record import LONGEST, keep

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
    words = parsed(raw.name, archive.named(TEXT, MOST_XML), _Words())
    links = parsed(raw.name, archive.named(_LINKS, MOST_PROPERTIES), _Targets())
    about = parsed(raw.name, archive.named(_PROPERTIES, MOST_PROPERTIES), Properties())
    text = "\n\n".join(words.paragraphs)
    if not text.strip():
        raise SourceError(raw.name, "the document holds no text")
    yield keep(raw, _fields(text, words, links, about))


def _fields(text: str, words: "_Words", links: "_Targets", about: Properties) -> Fields:
    stated = about.found
    changed, made = stated.get("modified"), stated.get("created")
    return Fields(
        text,
        title=stated.get("title"),
        byline=stated.get("creator"),
        # The later one: nothing is taken to be earlier than it is.
        published=changed or made,
        dated=f"{'modified' if changed else 'created'} in the document's properties",
        language=stated.get("language"),
        links=tuple(Stated(links.found[i], t) for i, t in words.links if i in links.found),
    )


class _Words:
    """Collects paragraphs, a table's row being one with a tab between its cells."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.links: list[tuple[str, str]] = []
        # Every paragraph, cell and row that is open, with its text so far, the innermost last.
        self._open: list[tuple[str, list[str]]] = []
        self._link: tuple[str, int] | None = None
        self._shown = False
        self._left_out = 0
        self._length = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if tag == _FALLBACK or self._left_out:
            self._left_out += 1
            return
        name = _local(tag)
        if name in _JOINT:
            self._open.append((name, []))
        elif name == "t":
            self._shown = True
        elif name in _FOR:
            self._add(_FOR[name])
        elif name == "hyperlink" and self._open:
            to = next((attributes[key] for key in _ID if key in attributes), "")
            self._link = (to, len(self._open[-1][1]))

    def data(self, data: str) -> None:
        """Characters, which are text where they stand in a run's text."""
        if self._shown and not self._left_out:
            self._add(data)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._left_out:
            self._left_out -= 1
            return
        name = _local(tag)
        if name == "t":
            self._shown = False
        elif name == "hyperlink" and self._link and self._open:
            to, start = self._link
            self.links.append((to, "".join(self._open[-1][1][start:])))
            self._link = None
        elif name in _JOINT and self._open:
            self._close(*self._open.pop())

    def close(self) -> None:
        """The document ends."""

    def _add(self, text: str) -> None:
        self._length += len(text)
        if self._length > LONGEST:
            raise EnoughError
        if self._open:
            self._open[-1][1].append(text)

    def _close(self, name: str, pieces: list[str]) -> None:
        text = _JOINT[name].join(pieces).strip()
        outer, around = self._open[-1] if self._open else ("", [])
        if outer in {"tc", "tr"}:
            around.append(" ".join(text.split("\n")))
        elif text:
            # A paragraph within one is that of a text box: it stands by itself.
            self.paragraphs.append(text)


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
