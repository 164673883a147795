"""What stands below the formats: dates, addresses, links, sentences, fragments, lines of a page."""

import struct
import time
from collections.abc import Callable
from itertools import pairwise

from reportedly.documents import addresses, dates, markdown, signature
from reportedly.documents.fragment import fragment
from reportedly.documents.language import language
from reportedly.documents.layout import Line, paragraphs
from reportedly.documents.links import links, trimmed
from reportedly.documents.raw import Stated
from reportedly.documents.sentences import sentences
from reportedly.documents.sources import printable
from reportedly.documents.text import unwrap
from reportedly.model import Span

from . import checks


def feed(data: bytes) -> None:
    """Give the text of ``data`` to one of them, which its first byte chooses."""
    text = data[1:].decode("utf-8", "replace")
    begun = time.process_time()
    _PIECES[data[0] % len(_PIECES) if data else 0](text)
    took = time.process_time() - begun
    assert took < checks.SECONDS, f"it took {took:.1f} seconds"


def seeds() -> list[bytes]:
    """One input for each that they take."""
    told = (
        "ORSK (Tarn Echo) — It fled on 4 March 2031, said Gen. Doru. https://v.example/1?utm_id=x."
    )
    marked = '<p>It <a href="/1">fled</a>.<br><br>They <b>denied</b> it.</p><ul><li>One</ul>'
    given = [
        "Tue, 04 Mar 2031 10:00:00 +0200", "March 4, 2031 at 10:00", "https://v.example/a b#c",
        told, told, told, told, marked, "It fled-\nand the garri-\nson left.\n1. One\n", told,
        "[a](b)", told, "a\u202eb",
    ]  # fmt: skip
    return [bytes([number]) + text.encode() for number, text in enumerate(given)]


def _date(text: str) -> None:
    found = dates.iso(text)
    assert found is None or dates.iso(found) == found, found


def _address(text: str) -> None:
    for found in (addresses.address(text), addresses.target(text, "https://v.example/a/b")):
        assert found is None or addresses.address(found) == found, found
    addresses.host(text)
    one, _, other = text.partition(" ")
    assert addresses.apart(one, other) == addresses.apart(other, one)


def _printed(text: str) -> None:
    spans = [span for span, _ in addresses.printed(text)]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def _links(text: str) -> None:
    stated = [Stated(word, word[::2]) for word in text.split()[:50]]
    stated += [Stated("/x", span=Span(ord(c) % 99 - 9, ord(c) % 89)) for c in text[:50]]
    found = links(text, stated, "https://v.example/")
    assert all(0 <= f.span.start < f.span.end <= len(text) for f in found if f.span)
    trimmed(text, -1, len(text) + 1)


def _sentences(text: str) -> None:
    checks.tiled(text, sentences(text))


def _signed(text: str) -> None:
    span = signature.signed(text)
    assert span is None or 0 <= span.start < span.end <= len(text)


def _unwrapped(text: str) -> None:
    assert [len(unwrap(text)), unwrap(text).split()] == [len(text), text.split()]


def _fragment(text: str) -> None:
    words, found = fragment(text)
    words.encode()
    assert all(isinstance(link.url, str) for link in found)


def _layout(text: str) -> None:
    """Lines at places that their own characters say."""
    lines = [
        Line(line, ord((line + "a")[0]) % 600, -12.0 * number, _size(line))
        for number, line in enumerate(text.split("\n"))
    ]
    pages = [lines[at : at + 5] for at in range(0, len(lines), 5)]
    assert all(isinstance(one, str) and one for one in paragraphs(pages))


def _size(line: str) -> float:
    raw = (line.encode() + bytes(4))[:4]
    held: float = struct.unpack("<f", raw)[0]
    return held if line[:1] == "~" else 10.0


def _markdown(text: str) -> None:
    said, found = markdown.words(text)
    for link in found:
        assert link.span
        assert 0 <= link.span.start < link.span.end <= len(said)


def _language(text: str) -> None:
    found = language(text)
    assert found is None or len(found) == 2


def _name(text: str) -> None:
    assert printable(text).isprintable()


_PIECES: tuple[Callable[[str], None], ...] = (
    _date, _date, _address, _printed, _links, _sentences, _signed, _fragment, _layout, _unwrapped,
    _markdown, _language, _name,
)  # fmt: skip
