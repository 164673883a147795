"""Bytes as found, and what a format reads out of them before a record is made."""

from dataclasses import dataclass, field

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Raw:
    """One file's bytes and the name it is shown under."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Fields:
    """What one report states about itself, as written; None where it states nothing."""

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str | None = None
