"""Bytes → text, or a sentence that says why they are none."""

import codecs
import re
from collections.abc import Iterable

from charset_normalizer import from_bytes

from reportedly.errors import SourceError

from .raw import Raw

_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "koi8_u",
    "cp949", "euc_jp", "cp932", "gb18030", "big5",
]  # fmt: skip
_OWN_BYTES = (
    ("iso2022", b"\x1b"),
    ("hz", b"~{"),
    ("utf-7", b"+"),
    ("utf-16", b"\x00"),
    ("utf-32", b"\x00"),
)
"""Codecs whose bytes would pass for ASCII or for no text, with a byte that shows one is meant."""

_LOOK_AT = 200_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def refuse_binary(raw: Raw) -> None:
    """Raise :class:`SourceError` where the first bytes are those of a format that is not text."""
    for signature, kind in _SIGNATURES:
        if raw.data.startswith(signature):
            raise SourceError(raw.name, f"the file is {kind}, which this version does not read")


def decode(raw: Raw, declared: str | None = None) -> str:
    """``raw`` as text: by its byte order mark, as UTF-8, as ``declared``, or by detection.

    What is stated beside the file goes before what it declares itself, where it fits. Raises
    :class:`SourceError` where no encoding fits, or the result is not writing.
    """
    refuse_binary(raw)
    stated = [codec for codec in (raw.charset, declared) if codec]
    marked = next((codec for mark, codec in _MARKS if raw.data.startswith(mark)), None)
    marked = marked or _stateful(raw.data, stated[0] if stated else None)
    if not marked and b"\x00" in raw.data:
        raise SourceError(raw.name, "the file holds NUL bytes: it is not text")
    text = _as(raw.data, marked) if marked else _unmarked(raw.data, stated)
    if text is None:
        raise SourceError(raw.name, "the file is in no text encoding that could be recognised")
    if len(_CONTROL.findall(text[:_LOOK_AT])) > len(text[:_LOOK_AT]) // 50:
        raise SourceError(raw.name, "the file holds control characters: it is not text")
    return text


def _stateful(data: bytes, declared: str | None) -> str | None:
    try:
        codec = codecs.lookup(declared).name if declared else ""
    except (LookupError, ValueError):
        return None
    meant = any(codec.startswith(name) and shows in data for name, shows in _OWN_BYTES)
    return codec if meant and _as(data, codec) is not None else None


def _unmarked(data: bytes, stated: Iterable[str]) -> str | None:
    for codec in ("utf-8", *map(_meant, stated)):
        if (text := _as(data, codec)) is not None:
            return text
    if (text := _damaged(data)) is not None:
        return text
    # Mostly ASCII with a few accents or curly quotes: what browsers take such bytes for.
    if sum(byte > 127 for byte in data[:_LOOK_AT]) * 20 < len(data[:_LOOK_AT]):
        return _as(data, "cp1252")
    best = from_bytes(data[:_LOOK_AT], cp_isolation=_LEGACY).best()
    return _as(data, best.encoding) if best else None


def _meant(codec: str) -> str:
    """What is meant by a name: whoever says Latin-1 of a page has curly quotes in it (WHATWG)."""
    try:
        return "cp1252" if codecs.lookup(codec).name in {"iso8859-1", "ascii"} else codec
    except (LookupError, ValueError):
        return codec


def _damaged(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes, each shown as U+FFFD; None where it never was UTF-8."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - broken - sum(map(text.count, map(chr, range(128))))
    return text if whole >= broken and broken * 50 < len(text) else None


def _as(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (ValueError, LookupError):
        return None
