"""PDF: the text that is in it, by pypdf, its paragraphs told from where the lines stand.

Nothing in it is executed, fetched or shown. What it may take is bounded by pypdf's own limits and
by those here, since a file of a few kilobytes can ask for hours.
"""

import logging
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError, LimitReachedError

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from .layout import Line, paragraphs
from .links import MOST as MOST_LINKS
from .raw import MEGABYTE, Fields, Raw, Stated
from .record import LONGEST, keep

MOST_PAGES = 2_000
MOST_OPERATIONS = 2_000_000
"""Drawing operations of all pages, counted each time they are carried out."""

MOST_SECONDS = 60
"""Processor time for one file: a last defence, which no file that is not made for it meets."""

_LIMITS: dict[str, Any] = {
    "disable_legacy_handling": True,
    # A program that pypdf would run for pictures.
    "jbig2dec_binary": None,
    "maximum_declared_stream_length": 50 * MEGABYTE,
    "array_based_stream_maximum_output_length": 20 * MEGABYTE,
    "zlib_maximum_output_length": 20 * MEGABYTE,
    "lzw_maximum_output_length": 20 * MEGABYTE,
    "run_length_maximum_output_length": 20 * MEGABYTE,
    "brotli_maximum_output_length": 20 * MEGABYTE,
    "stream_decoding_work_maximum_length": 60 * MEGABYTE,
    "stream_parsing_work_maximum_count": 1_000_000,
    "page_tree_maximum_entries": 20_000,
    "page_tree_maximum_page_entries": 200_000,
    "xform_maximum_invocations_per_extraction": 1_000,
}
_PRINTER = re.compile(r"Skia/PDF|Mozilla/|wkhtmltopdf|Print To PDF", re.IGNORECASE)
"""Programs that save what somebody looks at: their date is that of the saving."""

_DATE = re.compile(
    r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?.*", re.DOTALL
)
_SYMBOL = re.compile(r"\A\s*[\ue000-\uf8ff]\s*(?=\S)")
"""A sign of an item in a font of its own: what it looks like is not in the file."""

_MARK = re.compile(r"[\d,*†‡§]{1,6}")
_MARKED = re.compile(r"(?:[.,;:!?…'\"”’»)\]]|[^\W\d_]{4})\Z")
_UNNAMED = re.compile(
    r"untitled|about:blank|(?:Microsoft Word - )?[\w .-]+\.\w{2,5}", re.IGNORECASE
)

_Piece = tuple[str, float, float, float]
"""Text, where it begins, and the size of its type."""

# What is wrong with a file is said in one sentence; pypdf's many would be about its objects.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """One file, one report, with the title, author and date of its own record.

    Raises :class:`SourceError` where it is encrypted, damaged, or holds no text.
    """
    with apply_configuration(**_LIMITS):
        fields = _fields(raw)
    yield keep(raw, fields)


def _fields(raw: Raw) -> Fields:
    bounds = _Bounds(raw.name)
    try:
        reader = PdfReader(BytesIO(raw.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(raw.name, "the PDF is encrypted")
        pages = [_Page(page, bounds) for page in _pages(raw.name, reader)]
        stated = _stated(reader)
    except DependencyError as error:
        raise SourceError(raw.name, "the PDF is encrypted") from error
    except LimitReachedError as error:
        raise SourceError(raw.name, "the PDF holds more than is taken apart") from error
    except RecursionError as error:
        raise SourceError(raw.name, "the PDF is nested too deeply") from error
    except SourceError:
        raise
    except Exception as error:  # pypdf raises whatever a damaged object leads to
        raise SourceError(raw.name, "the PDF is damaged") from error
    text = "\n\n".join(paragraphs([page.lines for page in pages]))
    if not any(map(str.isalnum, text)):
        raise SourceError(raw.name, "the PDF holds no text; it may be scanned")
    links = [Stated(url) for page in pages for url in page.urls]
    return Fields(text, links=tuple(links[:MOST_LINKS]), **stated)


def _pages(name: str, reader: PdfReader) -> Iterator[PageObject]:
    for number, page in enumerate(reader.pages):
        if number == MOST_PAGES:
            raise SourceError(name, f"the PDF has more than {MOST_PAGES:,} pages")
        yield page


class _Bounds:
    """What may still be done for one file."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._operations = 0
        self._characters = 0
        self._until = time.process_time() + MOST_SECONDS

    def operation(self, *_: object) -> None:
        """Count a drawing operation. pypdf goes on within a form where this raises."""
        self._operations += 1
        self.check(self._operations % 1_000 == 0)

    def characters(self, text: str) -> None:
        """Count what was found."""
        self._characters += len(text)

    def check(self, clock: bool = True) -> None:
        """Raise :class:`SourceError` where it is too much."""
        if self._operations > MOST_OPERATIONS:
            raise SourceError(self._name, f"the PDF takes more than {MOST_OPERATIONS:,} operations")
        if self._characters > LONGEST:
            raise SourceError(self._name, f"the report is longer than {LONGEST:,} characters")
        if clock and time.process_time() > self._until:
            raise SourceError(self._name, f"the PDF takes more than {MOST_SECONDS} seconds to read")


class _Page:
    """The lines of a page, and the addresses its links lead to."""

    def __init__(self, page: PageObject, bounds: _Bounds) -> None:
        self.lines: list[Line] = []
        self._begun: list[_Piece] = []
        self._bounds = bounds
        page.extract_text(visitor_operand_before=bounds.operation, visitor_text=self._text)
        self._end()
        bounds.check()
        self.urls = list(_urls(page))

    def _text(self, text: str, cm: list[float], tm: list[float], _: object, size: float) -> None:
        """Take a piece of text, as pypdf hands it on: with its matrices and the size of type."""
        self._bounds.characters(text)
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs((tm[0] * tm[3] - tm[1] * tm[2]) * (cm[0] * cm[3] - cm[1] * cm[2])) ** 0.5
        for number, piece in enumerate(text.split("\n")):
            if number:
                self._end()
            if piece.strip() or self._begun:
                self._begun.append((piece, x, y, abs(size) * scale))

    def _end(self) -> None:
        if self._begun:
            _, x, y, size = self._begun[0]
            text = _joined(self._begun).replace("\x00", "")
            self.lines.append(Line(_SYMBOL.sub("• ", text), x, y, size))
        self._begun = []


def _joined(pieces: Sequence[_Piece]) -> str:
    """The text of a line, without the marks of notes: small and raised, after words or stops."""
    first, _, y, size = pieces[0]
    text = first
    for piece, _, at, height in pieces[1:]:
        raised = height < size * 0.8 and at > y + size * 0.2
        if not (raised and _MARK.fullmatch(piece.strip()) and _MARKED.search(text)):
            text += piece
    return text


def _urls(page: PageObject) -> Iterator[str]:
    try:
        for one in list(page.annotations or ())[:MOST_LINKS]:
            action = one.get_object().get("/A")
            url = action.get_object().get("/URI") if action is not None else None
            if isinstance(url, str):
                yield url
    except (AttributeError, TypeError, ValueError, KeyError):
        return


def _stated(reader: PdfReader) -> dict[str, Any]:
    """Title, author, language and date of the file's own record."""
    about: Mapping[str, Any] = reader.metadata or {}
    title, author, made = (_plain(about.get(key)) for key in ("/Title", "/Author", "/CreationDate"))
    printed = any(_PRINTER.search(_plain(about.get(key))) for key in ("/Producer", "/Creator"))
    when = _date(made)
    language = reader.root_object.get("/Lang")
    return {
        "title": None if _UNNAMED.fullmatch(title) else title,
        "byline": author or None,
        "published": None if printed else when,
        "dated": "CreationDate of the PDF",
        "retrieved": when if printed else None,
        "language": language if isinstance(language, str) else None,
    }


def _plain(value: object) -> str:
    return "".join(c for c in value[:1_000] if c >= " ").strip() if isinstance(value, str) else ""


def _date(stated: str) -> str | None:
    """A date as PDF writes it, as ISO 8601; to the day where it has no time."""
    found = _DATE.fullmatch(stated)
    if not found or not found[3]:
        return None
    year, month, day, hour, minute, second, utc, east, past = found.groups()
    if not minute:
        return f"{year}-{month}-{day}"
    zone = "Z" if utc else f"{east}:{past or '00'}" if east else ""
    return f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone}"
