"""Web pages: the report's own words by trafilatura, what the page states about itself by lxml."""

import re
from collections.abc import Iterator
from configparser import ConfigParser
from copy import deepcopy
from dataclasses import replace
from functools import cache

import lxml.etree
import lxml.html
import trafilatura
from trafilatura.settings import DEFAULT_CONFIG

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from .anchors import anchored
from .decode import decode
from .page import Page
from .raw import Fields, Raw
from .record import keep

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.I
)
_XML = re.compile(r"\s*<\?xml[^>]*\?>")
MOST_MARKS = 300_000
"""Opening brackets in one page: each costs a kilobyte and more while it is taken apart."""

_BLOCKS = "//article//p | //main//p"


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """One page, one report: paragraphs with a blank line between them, without the headline."""
    yield keep(raw, fields(raw))


def fields(raw: Raw) -> Fields:
    """What a page states. Raises :class:`SourceError` where it holds no report."""
    found = _DECLARED.search(raw.data[:4096])
    text = _XML.sub("", decode(raw, found[1].decode("ascii") if found else None), count=1)
    if not text.strip():
        raise SourceError(raw.name, "the file is empty")
    if text.count("<") > MOST_MARKS:
        raise SourceError(raw.name, f"the page has more than {MOST_MARKS:,} marks")
    page = _parsed(raw, text)
    title = page.title
    paragraphs = _extracted(text) or _paragraphs(page.tree)
    if paragraphs and title and " ".join(paragraphs[0].split()) == " ".join(title.split()):
        paragraphs = paragraphs[1:]
    if not paragraphs and not title:
        raise SourceError(raw.name, "the page holds no report that could be told from its frame")
    report = "\n\n".join(paragraphs)
    links = tuple(anchored(page.tree, report, page.target))
    return replace(page.fields(report), links=links)


def _parsed(raw: Raw, text: str) -> Page:
    try:
        return Page(lxml.html.document_fromstring(text), raw.url)
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise SourceError(raw.name, "the page could not be parsed as HTML") from error


def _extracted(text: str) -> list[str]:
    found = trafilatura.bare_extraction(text, include_comments=False, config=_settings())
    return _lines(str(getattr(found, "text", None) or ""))


@cache
def _settings() -> ConfigParser:
    """Trafilatura's own, but reports of a few words count: else their frame is taken along."""
    settings = deepcopy(DEFAULT_CONFIG)
    settings.read_dict({"DEFAULT": {"MIN_EXTRACTED_SIZE": "25", "MIN_OUTPUT_SIZE": "1"}})
    return settings


def _paragraphs(tree: lxml.html.HtmlElement) -> list[str]:
    """Paragraphs of a page so short that trafilatura gives none."""
    lxml.etree.strip_elements(tree, "script", "style", "noscript", "template", with_tail=False)
    nodes = tree.xpath(_BLOCKS) or tree.xpath("//p") or tree.xpath("//body")
    return [" ".join(node.text_content().split()) for node in nodes if node.text_content().strip()]


def _lines(text: str) -> list[str]:
    return [line.strip().removeprefix("- ") for line in text.split("\n") if line.strip()]
