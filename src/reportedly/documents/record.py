"""What a format read → the kept record, or why there is none."""

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from reportedly.model import Document, Kept, Skipped, identify

from .dates import iso
from .language import language
from .raw import Fields, Raw
from .sentences import sentences

LONGEST = 1_000_000
"""Code points in one report: what the parser takes."""

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id", re.IGNORECASE)


def keep(raw: Raw, fields: Fields) -> Kept | Skipped:
    """The document of ``fields`` beside the bytes it was made from.

    Every character of the text stays where it was, so that offsets hold in what the user gave;
    of line ends only the kind changes. An item that
    is only a headline has the headline as its text. The id is that of the address
    and the text, or, without an address, of publisher, date, title and text: the same report
    by two routes is one document, the same address with other text another.
    """
    said = fields.text if fields.text.strip() else (fields.title or "").strip()
    text = said.replace("\r\n", " \n").replace("\r", "\n")
    if reason := _unfit(text, fields):
        return Skipped(raw.name, reason)
    title, url, publisher = _line(fields.title), address(fields.url), _line(fields.publisher)
    publisher = publisher or _host(url)
    published = iso(fields.published)
    identity = (url, text) if url else (None, publisher, published, title, text)
    document = Document(
        id=identify("document", *identity),
        name=raw.name,
        url=url,
        publisher=publisher,
        byline=_line(fields.byline),
        published=published,
        retrieved=iso(fields.retrieved),
        title=title,
        language=_stated(fields.language) or language(text),
        text=text,
        sentences=sentences(text),
        sha256=hashlib.sha256(raw.data).hexdigest(),
    )
    return Kept(document, raw.data)


def address(stated: str | None) -> str | None:
    """A web address without fragment and tracking parameters, or None where it is none."""
    try:
        parts = urlsplit((stated or "").strip())
        host = parts.netloc.lower()
        query = [p for p in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(p[0])]
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host or re.search(r"\s", host):
        return None
    kept = parts.query if not _TRACKING.search(parts.query) else urlencode(query)
    return urlunsplit((parts.scheme.lower(), host, parts.path, kept, ""))


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


def _host(url: str | None) -> str | None:
    return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None


def _stated(code: str | None) -> str | None:
    found = re.fullmatch(r"([a-z]{2})(?:[-_].*)?", (code or "").strip().lower())
    return found[1] if found else None
