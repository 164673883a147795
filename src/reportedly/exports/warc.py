"""WARC 1.1: the kept copies as a web archive that other programs read, and this one, too.

A resource record for each copy, and before it a metadata record with what WARC has no place for:
the routes by which reports came from it. Nothing in it depends on when or where it is written, so
the same ledger gives the same bytes. See ``docs/copies.md``.
"""

import base64
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib import metadata
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from reportedly.model import Case
from reportedly.model.plain import to_json, to_plain

from .holdings import Copy, Holding, holdings

UNKNOWN = "0001-01-01T00:00:00Z"
"""What stands as the date of a record, which must have one, where nobody knows it."""

ROUTES = "application/vnd.reportedly.routes+json"

_IDS = uuid5(NAMESPACE_URL, "reportedly:warc")
_GZIP = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""A head of gzip that states neither a moment nor a system."""

_IN_ADDRESS = "%/:?#[]@!$&'()*+,;="


def warc(case: Case, copy: Copy) -> Iterator[bytes]:
    """The archive, each record packed by itself; a copy that ``copy`` does not give is left out."""
    held = holdings(case)
    head = _head(held)
    yield _record(head, _about())
    for one in held:
        data = copy(one.sha256)
        if data is not None:
            yield from _records(one, data, head["WARC-Record-ID"])


def _head(held: tuple[Holding, ...]) -> dict[str, str]:
    return {
        "WARC-Type": "warcinfo",
        "WARC-Record-ID": _id("warcinfo", *(one.sha256 for one in held)),
        "WARC-Date": UNKNOWN,
        "Content-Type": "application/warc-fields",
    }


def _about() -> bytes:
    stated = {
        "software": f"reportedly {metadata.version('reportedly')}",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "description": f"kept copies of a ledger; the date {UNKNOWN} stands where none is known",
    }
    return "".join(f"{name}: {value}\r\n" for name, value in stated.items()).encode()


def _records(held: Holding, data: bytes, info: str) -> Iterator[bytes]:
    said = to_json(
        {name: [to_plain(one) for one in getattr(held, name)] for name in ("routes", "also")}
    ).encode()
    id_ = _id("resource", held.sha256)
    shared = {
        "WARC-Warcinfo-ID": info,
        "WARC-Date": _date(held.retrieved),
        "WARC-Target-URI": _address(held),
    }
    told = {
        "WARC-Type": "metadata",
        "WARC-Record-ID": _id("metadata", held.sha256, said.decode()),
        "WARC-Refers-To": id_,
        **shared,
        "Content-Type": ROUTES,
    }
    yield _record(told, said)
    stated = {
        "WARC-Type": "resource",
        "WARC-Record-ID": id_,
        **shared,
        "WARC-Payload-Digest": f"sha256:{held.sha256}",
        "Content-Type": _kind(held),
    }
    yield _record(stated, data)


def _record(headers: Mapping[str, str], block: bytes) -> bytes:
    stated = {
        **headers,
        "WARC-Block-Digest": f"sha256:{sha256(block).hexdigest()}",
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in stated.items())
    return _packed(f"WARC/1.1\r\n{lines}\r\n".encode() + block + b"\r\n\r\n")


def _packed(data: bytes) -> bytes:
    press = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    end = zlib.crc32(data).to_bytes(4, "little") + (len(data) % 2**32).to_bytes(4, "little")
    return _GZIP + press.compress(data) + press.flush() + end


def _id(*said: str) -> str:
    return f"<urn:uuid:{uuid5(_IDS, ' '.join(said))}>"


def _date(retrieved: str | None) -> str:
    """When it was fetched, to the day where the time has no zone: WARC has no place for that."""
    if retrieved is None:
        return UNKNOWN
    return retrieved if retrieved.endswith("Z") else retrieved[:10]


def _address(held: Holding) -> str:
    """Where it was fetched from; where nobody knows, its hash as an address (RFC 6920)."""
    if held.url:
        return quote(held.url, safe=_IN_ADDRESS)
    digest = base64.urlsafe_b64encode(bytes.fromhex(held.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _kind(held: Holding) -> str:
    first = held.routes[0] if held.routes else held.also[0]
    charset = f"; charset={first.charset}" if first.charset else ""
    return (first.media or "application/octet-stream") + charset
