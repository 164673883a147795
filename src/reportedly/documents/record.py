"""What a format read → the kept record, or why there is none."""

import hashlib
import re
from collections.abc import Iterable
from urllib.parse import quote

from reportedly.model import Document, Kept, Retrieval, Skipped, identify

from .addresses import LONGEST as LONGEST_ADDRESS
from .addresses import address, apart, host
from .dates import iso
from .foreign import foreign
from .language import language
from .links import links
from .raw import Fields, Raw, Stated
from .sentences import sentences
from .signature import signed

LONGEST = 1_000_000
"""Code points in one report: what the parser takes."""

_LONGEST_CREDIT = 2_000
_TOKEN = re.compile(r"[\w.+:/-]{1,100}", re.ASCII)
_IN_FRAGMENTS = "-._~:!$&'()*+,;=@/?%"


def keep(raw: Raw, fields: Fields) -> Kept | Skipped:
    """The document of ``fields`` beside the bytes it was made from.

    ``raw`` is what is kept: read again with what it states, it gives this document and no other.

    Every character of the text stays where it was, so that offsets hold in what the user gave;
    of line ends only the kind changes. An item that
    is only a headline has the headline as its text. The id is that of the address
    and the text, or, without an address, of publisher, date, title and text: the same report
    by two routes is one document, the same address with other text another. Neither its links
    nor whom it has it from nor its route are part of the id.
    """
    said = fields.text if fields.text.strip() else (fields.title or "").strip()
    text = said.replace("\r\n", " \n").replace("\r", "\n")
    if reason := _unfit(text, fields):
        return Skipped(raw.name, reason)
    title, url = _line(fields.title), _at(_own(raw, fields), fields.part)
    publisher = _line(fields.publisher) or host(url)
    by = None if publisher or not fields.text.strip() else signed(text)
    published, updated = iso(fields.published), iso(fields.updated)
    own = _stated(fields.language) or language(text)
    # Places are those of the text as given; a headline in its stead has none.
    stated = fields.links if fields.text.strip() else [Stated(s.url, s.text) for s in fields.links]
    identity = (url, text) if url else (None, publisher, published, title, text)
    document = Document(
        id=identify("document", *identity),
        name=raw.name,
        url=url,
        publisher=publisher or (text[by.start : by.end] if by else None),
        byline=_line(fields.byline),
        published=published,
        retrieved=iso(fields.retrieved or raw.retrieved),
        title=title,
        language=own,
        text=text,
        sentences=sentences(text),
        sha256=hashlib.sha256(raw.data).hexdigest(),
        links=links(text, stated, url),
        syndicated=_credited(fields.syndicated, publisher, url),
        canonical=_elsewhere(fields.canonical, url) or _elsewhere(fields.url, url),
        dated=fields.dated if published else None,
        excerpt=fields.excerpt,
        signed=by,
        updated=updated if updated != published else None,
        stamped=fields.stamped if updated and updated != published else None,
        kinds=fields.kinds,
        foreign=foreign(text, own),
    )
    return Kept(document, raw.data, _route(raw, document))


def _route(raw: Raw, document: Document) -> Retrieval:
    """How ``raw`` came; what is stated beside it only in the form of what it is."""
    url = raw.url if raw.url and raw.url.isprintable() and len(raw.url) <= LONGEST_ADDRESS else None
    media, charset = (
        stated if stated and _TOKEN.fullmatch(stated) else None
        for stated in (raw.media, raw.charset)
    )
    return Retrieval(
        document.id, raw.name, document.sha256, url, document.retrieved, media, charset
    )


def _own(raw: Raw, fields: Fields) -> str | None:
    """The address as stated; that it was fetched from, where the stated one is on another host."""
    stated, fetched = address(fields.url), None if fields.among else address(raw.url)
    return fetched if fetched and not (stated and not apart(stated, fetched)) else stated


def _at(url: str | None, part: str | None) -> str | None:
    """The address of a part of a page: reports that share a page are no versions of one another."""
    return f"{url}#{quote(part, safe=_IN_FRAGMENTS)}" if url and part else url


def _unfit(text: str, fields: Fields) -> str | None:
    if not text:
        return "the report is empty"
    if len(text) > LONGEST:
        return f"the report is longer than {LONGEST:,} characters"
    stated = "".join(filter(None, (text, fields.title, fields.publisher, fields.byline)))
    if "\x00" in stated:
        return "the report holds NUL characters: it is not text"
    if re.search(r"[\ud800-\udfff]", stated + (fields.url or "") + (fields.language or "")):
        return "the report holds halves of characters (lone surrogates): its text is damaged"
    return None


def _line(stated: str | None) -> str | None:
    return " ".join((stated or "").split()) or None


def _credited(stated: Iterable[str], publisher: str | None, url: str | None) -> str | None:
    """The first of ``stated`` that names somebody other than the report's own outlet."""
    own = {(name or "").casefold() for name in (publisher, host(url))}
    for credit in filter(None, map(_line, stated)):
        there = address(credit)
        itself = credit.casefold() in own or (there and url and not apart(there, url))
        if credit.isprintable() and len(credit) <= _LONGEST_CREDIT and not itself:
            return credit
    return None


def _elsewhere(stated: str | None, url: str | None) -> str | None:
    found = address(stated)
    return found if found and url and found.isprintable() and apart(found, url) else None


def _stated(code: str | None) -> str | None:
    found = re.fullmatch(r"([a-z]{2})(?:[-_].*)?", (code or "").strip().lower())
    return found[1] if found else None
