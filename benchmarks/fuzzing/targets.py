"""Every parser of our own as something that is fed bytes: one list.

The first byte of an input says in which of a few ways the rest is given.
"""

import gzip
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from reportedly.documents import (
    csv,
    docx,
    feed,
    html,
    jsonl,
    mail,
    mailbox,
    markdown,
    pdf,
    text,
    wacz,
    warc,
    zipped,
)
from reportedly.documents.formats import FORMATS
from reportedly.documents.opening import Opening
from reportedly.documents.raw import Raw

from . import checks, pieces, seeds


@dataclass(frozen=True, slots=True)
class Target:
    """One parser: how it is fed, and inputs to begin with."""

    feed: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]


def _warc(data: bytes) -> None:
    mode, body = _split(data)
    packed = gzip.compress(body, 1, mtime=0) if mode & 1 else body
    checks.read(warc.read, Raw("a.warc", packed))
    warc.starts(body)


def _zip(data: bytes) -> None:
    mode, body = _split(data)
    checks.read(wacz.read if mode & 1 else zipped.read, Raw("a.zip", body))


def _docx(data: bytes) -> None:
    """A file, or one of the three parts of a file whose others are well."""
    mode, body = _split(data)
    parts = seeds.word_parts()
    names = list(parts)
    if mode % 4 < len(names):
        body = _packed({**parts, names[mode % 4]: body})
    checks.read(docx.read, Raw("a.docx", body))


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def _mail(data: bytes) -> None:
    mode, body = _split(data)
    checks.read(mailbox.read if mode & 1 else mail.read, Raw("a.eml", body))
    mailbox.starts(body[:4096])
    mail.starts(body[:4096])


def _feed(data: bytes) -> None:
    mode, body = _split(data)
    charset = (None, "utf-8", "windows-1251", "x-none")[mode % 4]
    checks.read(feed.read, Raw("a.rss", body, charset=charset, url="https://v.example/feed"))
    feed.starts(body[:4096])


def _html(data: bytes) -> None:
    mode, body = _split(data)
    charset = (None, "utf-8", "utf-16", "iso-2022-jp")[mode % 4]
    url = "https://v.example/a/b" if mode & 4 else None
    checks.read(html.read, Raw("a.html", body, charset=charset, url=url))


def _json(data: bytes) -> None:
    checks.read(jsonl.read, Raw("a.json", data))


def _csv(data: bytes) -> None:
    checks.read(csv.read, Raw("a.csv", data))
    csv.is_header(data.split(b"\n")[0])


def _markdown(data: bytes) -> None:
    checks.read(markdown.read, Raw("a.md", data))


def _text(data: bytes) -> None:
    mode, body = _split(data)
    charset = (None, "utf-7", "utf-16-be", "hz", "utf-32", "x-none", "rot13", "idna")[mode % 8]
    checks.read(text.read, Raw("a.txt", body, charset=charset))


def _pdf(data: bytes) -> None:
    """A file as it is, operations on a page, or objects with a table that is right."""
    mode, body = _split(data)
    if mode % 4 == 1:
        body = seeds.page(body)
    elif mode % 4 == 2:
        body = _listed(body)
    checks.read(pdf.read, Raw("a.pdf", body))


def _listed(objects: bytes) -> bytes:
    """Objects ("1 0 obj …") with the list of where they stand."""
    data = b"%PDF-1.7\n" + objects
    places = {int(m[1]): m.start() for m in re.finditer(rb"(?<!\d)(\d{1,2}) 0 obj", data)}
    rows = (places.get(n, 0) for n in range(1, 100))
    table = b"".join(b"%010d 00000 %s \n" % (at, b"n" if at else b"f") for at in rows)
    head = b"\nxref\n0 100\n0000000000 65535 f \n"
    tail = b"trailer\n<< /Size 100 /Root 1 0 R /Info 7 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return data + head + table + tail % (len(data) + 1)


_SUFFIXES = sorted({suffix for kind in FORMATS for suffix in kind.suffixes} | {"", ".bin"})
_MEDIA = (None, *sorted({media for kind in FORMATS for media in kind.media}), "x/y")


def _opening(data: bytes) -> None:
    """Any bytes under any name, with any media type."""
    name, media = (data + b"\x00\x00")[:2]
    raw = Raw(
        f"a{_SUFFIXES[name % len(_SUFFIXES)]}", data[2:], _MEDIA[media % len(_MEDIA)],
        (None, "utf-8", "utf-7")[media % 3],
    )  # fmt: skip
    checks.read(lambda one: Opening().reports(one), raw)


def _split(data: bytes) -> tuple[int, bytes]:
    return (data[0], data[1:]) if data else (0, b"")


TARGETS = {
    "warc": Target(_warc, seeds.warcs),
    "docx": Target(_docx, seeds.words),
    "mail": Target(_mail, seeds.mails),
    "feed": Target(_feed, seeds.feeds),
    "json": Target(_json, seeds.jsons),
    "html": Target(_html, seeds.pages),
    "csv": Target(_csv, seeds.tables),
    "zip": Target(_zip, seeds.zips),
    "markdown": Target(_markdown, seeds.markdowns),
    "pdf": Target(_pdf, seeds.pdfs),
    "text": Target(_text, seeds.texts),
    "pieces": Target(pieces.feed, pieces.seeds),
    "opening": Target(_opening, lambda: seeds.any_of(_SUFFIXES)),
}
"""Name → parser, what is most at risk first."""
