"""Web pages: the report's own words, what the page states about itself, and what it holds back."""

import re
from collections.abc import Iterator
from dataclasses import replace

import lxml.etree
import lxml.html

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from .decode import decode
from .pages.article import Article
from .pages.blocks import parsed
from .pages.saved import saved
from .raw import Fields, Raw
from .record import keep

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.I
)
_XML = re.compile(r"\s*<\?xml[^>]*\?>")
MOST_MARKS = 300_000
"""Opening brackets in one page: each costs a kilobyte and more while it is taken apart."""


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """One page, one report: paragraphs with a blank line between them, without the headline.

    A live blog gives its entries, each a report, after what stands above them.
    """
    from_, page = _opened(raw)
    for name, fields in page.reports():
        yield keep(replace(from_, name=f"{from_.name}{name}"), fields)


def fields(raw: Raw) -> Fields:
    """What a page states. Raises :class:`SourceError` where it holds no report."""
    return _opened(raw)[1].fields()


def _opened(raw: Raw) -> tuple[Raw, Article]:
    found = _DECLARED.search(raw.data[:4096])
    text = _XML.sub("", decode(raw, found[1].decode("ascii") if found else None), count=1)
    if not text.strip():
        raise SourceError(raw.name, "the file is empty")
    if text.count("<") > MOST_MARKS:
        raise SourceError(raw.name, f"the page has more than {MOST_MARKS:,} marks")
    from_ = saved(raw, text)
    return from_, Article(_parsed(raw, text), text, from_)


def _parsed(raw: Raw, text: str) -> lxml.html.HtmlElement:
    try:
        return parsed(text)
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise SourceError(raw.name, "the page could not be parsed as HTML") from error
