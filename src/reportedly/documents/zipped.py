"""ZIP archives: each member is a file, read by its own format; nothing is written anywhere."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from stat import S_ISLNK
from zipfile import ZipInfo

from reportedly.errors import SourceError
from reportedly.model import Came, Skipped

from . import docx, odt, wacz
from .archive import Archive
from .companions import belongs, companions
from .exchange import bundle
from .raw import Companions, Raw, Spent
from .sources import pages_of, printable

_OFFICE = "[Content_Types].xml"
_BOOK = "mimetype"


def read(raw: Raw) -> Iterator[Came | Raw | Spent]:
    """The members in the order of the archive, hidden ones left out as in a folder.

    One that cannot be unpacked is named. An archive that is a Word document, an
    OpenDocument text, one of web archives, or an evidence bundle is read as that.
    """
    archive = Archive(raw)
    if bundle.holds(archive):
        yield from bundle.read(raw)
        return
    if docx.TEXT in archive:
        yield from docx.read(raw)
        return
    if odt.holds(archive):
        yield from odt.read(raw)
        return
    if wacz.holds(archive):
        yield from wacz.read(raw)
        return
    if _OFFICE in archive or _BOOK in archive:
        reason = "the file is an office document or book that this version does not read"
        raise SourceError(raw.name, reason)
    shown = [(one, name) for one in archive.members if (name := _shown(one))]
    if not shown:
        raise SourceError(raw.name, "the archive holds no file")
    names = {name for _, name in shown}
    marked = {name: member for member, name in shown if belongs(name, names)}
    for member, name in shown:
        if not _helps(name, names) and name not in marked:
            for item in unpacked(archive, member, f"{raw.name}/{name}"):
                yield from _with(archive, item, name, marked)


def _with(
    archive: Archive, item: Raw | Skipped | Spent, name: str, marked: Mapping[str, ZipInfo]
) -> Iterator[Raw | Skipped | Spent]:
    """A text together with what brat keeps beside it; anything else as it is."""
    beside = companions(name) if isinstance(item, Raw) else None
    if not isinstance(item, Raw) or not beside or beside[0] not in marked:
        yield item
        return
    held: list[bytes | None] = []
    for one in beside:
        found = list(unpacked(archive, marked[one], one)) if one in marked else []
        held.append(next((raw.data for raw in found if isinstance(raw, Raw)), None))
        yield from (other for other in found if not isinstance(other, Raw))
    ann, about = held
    yield item if ann is None else replace(item, beside=Companions(ann, about))


def unpacked(archive: Archive, member: ZipInfo, name: str) -> Iterator[Raw | Skipped | Spent]:
    """The member as a file, or why it is none and what it took to find that out."""
    if S_ISLNK(member.external_attr >> 16):
        yield Skipped(name, "it is a link to another file")
        return
    before = archive.taken
    try:
        yield Raw(name, archive.unpacked(member, name))
    except SourceError as error:
        yield Skipped(error.source, error.reason)
        yield Spent(archive.taken - before)


def _helps(name: str, names: set[str]) -> bool:
    """Whether a member lies in the folder that a browser saved beside one of the pages."""
    at = (found.start() for found in re.finditer("_files/", name))
    folders = (name[: start + len("_files")] for start in at)
    return any(pages_of(folder) & names for folder in folders)


def _shown(member: ZipInfo) -> str | None:
    """A member's name in printable characters, without steps upwards; None for a hidden one."""
    name = member.filename
    if not member.flag_bits & 0x800:
        # Without the mark of UTF-8 zipfile takes names for code page 437; most are UTF-8.
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = member.filename
    parts = [part for part in re.split(r"[/\\]", name[:1_000]) if part not in {"", ".", ".."}]
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return None if hidden or not parts else printable("/".join(parts))
