"""Pages in which no report could be told from its frame: what trafilatura makes of them."""

from configparser import ConfigParser
from copy import deepcopy
from functools import cache

import lxml.etree
import lxml.html

_BLOCKS = "//article//p | //main//p"


def paragraphs(tree: lxml.html.HtmlElement, text: str) -> list[str]:
    """The paragraphs of a page, by trafilatura; else whatever its blocks say."""
    # Imported when first asked: it takes 0.3 s, and few pages need it.
    import trafilatura  # noqa: PLC0415

    found = trafilatura.bare_extraction(text, include_comments=False, config=_settings())
    return _lines(str(getattr(found, "text", None) or "")) or _all(tree)


@cache
def _settings() -> ConfigParser:
    """Trafilatura's own, but reports of a few words count: else their frame is taken along."""
    from trafilatura.settings import DEFAULT_CONFIG  # noqa: PLC0415

    settings = deepcopy(DEFAULT_CONFIG)
    settings.read_dict({"DEFAULT": {"MIN_EXTRACTED_SIZE": "25", "MIN_OUTPUT_SIZE": "1"}})
    return settings


def _all(tree: lxml.html.HtmlElement) -> list[str]:
    lxml.etree.strip_elements(tree, "script", "style", "noscript", "template", with_tail=False)
    nodes = tree.xpath(_BLOCKS) or tree.xpath("//p") or tree.xpath("//body")
    return [" ".join(node.text_content().split()) for node in nodes if node.text_content().strip()]


def _lines(text: str) -> list[str]:
    return [line.strip().removeprefix("- ") for line in text.split("\n") if line.strip()]
