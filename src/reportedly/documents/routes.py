"""Archives that this program wrote: what stands before a record of how its bytes were kept.

A ledger exported as WARC has before each kept copy a metadata record with the routes by which
reports came from it. It is no more believed than anything else in an archive: a route can name a
kind, an encoding, an address and a moment, which are held to what those of any file are held to.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from .raw import MEGABYTE, Raw

MEDIA = "application/vnd.reportedly.routes+json"
"""The media type of such a metadata record."""

MOST = 5 * MEGABYTE
"""Bytes of one such record."""

_STATED = ("url", "retrieved", "media", "charset")
_LONGEST = 2_000
_DIGEST = re.compile(r"sha256:([0-9a-fA-F]{64})")


@dataclass(frozen=True, slots=True)
class Told:
    """What was said of a record: its id, and how its bytes are read, once for each route."""

    id: str
    routes: tuple[Mapping[str, Any], ...]

    def files(self, raw: Raw) -> Iterator[Raw]:
        """The file of a record, once for each way in which it is read."""
        ways = dict.fromkeys(tuple(_line(one.get(key)) for key in _STATED) for one in self.routes)
        for way in ways:
            stated: dict[str, Any] = dict(zip(_STATED, way, strict=True))
            yield Raw(raw.name, raw.data, alone=True, inside=True, **stated)


NOTHING = Told("", ())


def are(headers: Mapping[str, str]) -> bool:
    """Whether a record tells the routes of another."""
    kind = headers.get("warc-type", "").lower(), headers.get("content-type", "")
    return kind == ("metadata", MEDIA)


def told(headers: Mapping[str, str], data: bytes) -> Told:
    """What such a record says; nothing where it cannot be understood."""
    try:
        found = json.loads(data)["routes"]
    except (ValueError, TypeError, LookupError, RecursionError):
        return NOTHING
    routes = tuple(one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()
    return Told(headers.get("warc-refers-to", ""), routes)


def unchanged(headers: Mapping[str, str], data: bytes) -> bool:
    """Whether ``data`` is what a record says, by SHA-256, that it holds."""
    stated = _DIGEST.fullmatch(headers.get("warc-block-digest", ""))
    return stated is not None and stated[1].lower() == sha256(data).hexdigest()


def _line(value: object) -> str | None:
    return value if isinstance(value, str) and len(value) <= _LONGEST else None
