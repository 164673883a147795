"""Bytes as found, and what a format reads out of them before a record is made."""

from dataclasses import dataclass, field

from reportedly.model import PageKind, Skipped, Span

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Companions:
    """What lies beside a text: its annotations by brat, and what it states about itself."""

    ann: bytes = field(repr=False)
    about: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Raw:
    """One file's bytes, the name it is shown under, and what is known of it from where it lay.

    ``media`` and ``charset`` are its kind and encoding as stated beside it, ``url`` and
    ``retrieved`` the address it was fetched from and when. ``alone``: the files inside it are not
    asked for, since each that was read is a kept copy of its own. ``inside``: it lay inside
    another file, or behind one that was named. ``beside``: what lies with it.
    """

    name: str
    data: bytes = field(repr=False)
    media: str | None = None
    charset: str | None = None
    url: str | None = None
    retrieved: str | None = None
    alone: bool = False
    inside: bool = False
    beside: Companions | None = None

    @property
    def size(self) -> int:
        """Bytes, with what lies beside it."""
        held = self.beside or Companions(b"")
        return len(self.data) + len(held.ann) + len(held.about or b"")


@dataclass(frozen=True, slots=True)
class Listed(Skipped):
    """A file that only names reports, by ``addresses``: skipped, unless they are to be fetched."""

    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spent:
    """So many bytes were unpacked of a file that is not given: what is left for others is less."""

    size: int


@dataclass(frozen=True, slots=True)
class Stated:
    """A link as stated: its address, and its words or their place in the text where given."""

    url: str
    text: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """What one report states about itself, as written; None where it states nothing.

    ``syndicated`` holds all it names as where it comes from, the clearest first; ``canonical``
    is the address it calls the proper one, whether or not that is its own. ``dated`` is the place
    in which ``published`` stands, in words, and ``stamped`` that of ``updated``, the last change;
    ``excerpt`` tells that the text may be a summary. ``part`` is the fragment of the address at
    which it stands, where several reports share a page; ``kinds`` are those of a document.
    ``among``: it is one of several in a file, so the file's address is not its own.
    """

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    dated: str | None = None
    retrieved: str | None = None
    language: str | None = None
    syndicated: tuple[str, ...] = ()
    canonical: str | None = None
    links: tuple[Stated, ...] = ()
    excerpt: bool = False
    updated: str | None = None
    stamped: str | None = None
    part: str | None = None
    kinds: tuple[PageKind, ...] = ()
    among: bool = False
