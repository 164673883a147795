"""The encoding of a page is told from its bytes where what its server states is wrong."""

import pytest

from documents.fetching.site import answer, fetcher
from reportedly import documents

RUSSIAN = (
    "Мост в Веске обрушился в понедельник, сообщили двое очевидцев. "
    "Министерство обороны это отрицает и называет сообщения слухами."
)
ENGLISH = "“The bridge fell,” a café owner said — twice."


def fetched(site, text, codec, header, meta=None):
    """The text of a page in ``codec`` that is said to be in another."""
    said = f'<meta charset="{meta}">' if meta else ""
    markup = f"<html><head>{said}<title>T</title></head><body><p>{text}</p></body></html>"
    stated = f"text/html; charset={header}" if header else "text/html"
    site.pages["/a"] = answer(markup.encode(codec), content_type=stated)
    (kept,) = documents.load([site.at()], None, fetcher(site))
    return kept.document.text


@pytest.mark.parametrize(
    ("text", "codec", "header", "meta"),
    [
        (RUSSIAN, "utf-8", "utf-8", None),
        (RUSSIAN, "utf-8", "iso-8859-1", None),
        (RUSSIAN, "utf-8", "windows-1251", "koi8-r"),
        (RUSSIAN, "cp1251", "windows-1251", "utf-8"),
        (RUSSIAN, "cp1251", "utf-8", "windows-1251"),
        (RUSSIAN, "cp1251", "UTF8", "windows-1251"),
        (RUSSIAN, "cp1251", "utf-8", None),
        (RUSSIAN, "koi8-r", "us-ascii-and-more", "koi8-r"),
        (RUSSIAN, "koi8-r", '"koi8-r"', None),
        (RUSSIAN, "utf-16", "iso-8859-1", None),
        (ENGLISH, "cp1252", "iso-8859-1", None),
        (ENGLISH, "cp1252", "utf-8", "iso-8859-1"),
        (ENGLISH, "cp1252", None, None),
        (ENGLISH, "utf-8", "none", "x" * 30),
    ],
)
def test_a_page_is_read_in_the_encoding_it_is_in(site, text, codec, header, meta):
    assert fetched(site, text, codec, header, meta) == text


@pytest.mark.parametrize(
    "header", ["\xff\xfe", "base64", "idna", "rot13", "zlib", "undefined", "a" * 900]
)
def test_an_encoding_that_is_none_is_not_heeded(site, header):
    assert fetched(site, ENGLISH, "utf-8", header) == ENGLISH
