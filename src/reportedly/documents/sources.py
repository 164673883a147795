"""What a person names → files: a file, a folder, a glob."""

import glob
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.model import Skipped

from .companions import belongs


@dataclass(frozen=True, slots=True)
class File:
    """A file to read, and the name it is shown under."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What stands behind one source. ``folder`` is its shown name where it is a folder.

    What a folder holds is found as it is asked for.
    """

    found: Iterable[File | Skipped]
    folder: str | None = None


def files(source: str) -> Listing:
    """The files behind ``source``, sorted; what cannot be listed is named. Never raises."""
    try:
        return _files(source)
    except (OSError, ValueError) as error:
        return Listing((Skipped(printable(source), why(error)),))


def _files(source: str) -> Listing:
    if re.match(r"[a-z][a-z0-9+.-]*://", source, re.IGNORECASE):
        reason = "only addresses that begin with http:// or https:// are fetched"
        return Listing((Skipped(printable(source), reason),))
    path = Path(source)
    if path.is_dir():
        return Listing(_inside(path), shown(path))
    if path.exists() or not glob.has_magic(source):
        return Listing((File(path, shown(path)),))
    matches = sorted(Path(m) for m in glob.glob(source, recursive=True))  # noqa: PTH207 - absolute patterns too
    reports = (match for match in matches if match.is_file() and not _helps(match))
    found = tuple(File(match, shown(match)) for match in reports)
    return Listing(found or (Skipped(shown(path), "no file has a name like this"),))


def _inside(folder: Path) -> Iterator[File | Skipped]:
    """Every file in the order of its path; of one folder at a time no more than names are held."""
    base = Path(shown(folder))
    waiting = [iter([folder])]
    while waiting:
        path = next(waiting[-1], None)
        if path is None:
            waiting.pop()
            continue
        name = printable((base / path.relative_to(folder)).as_posix())
        try:
            if path.is_dir():
                waiting += [_listed(path)] if path == folder or not path.is_symlink() else []
            elif path.is_file() or path.is_symlink():
                yield File(path, name)
        except OSError as error:
            yield Skipped(name, why(error))


def _listed(folder: Path) -> Iterator[Path]:
    """What is in a folder, sorted, less what is hidden and what a browser saved beside a page."""
    names = {name for name in os.listdir(folder) if not name.startswith(".")}  # noqa: PTH208 - names take a tenth of the room
    helping = (name for name in names if pages_of(name) & names or belongs(name, names))
    return (folder / name for name in sorted(names.difference(helping)))


def pages_of(folder: str) -> set[str]:
    """The names of pages whose pictures and frames a browser saves in a folder named ``folder``."""
    page = folder.removesuffix("_files")
    return {page + suffix for suffix in (".html", ".htm", ".xhtml")} if page != folder else set()


def _helps(path: Path) -> bool:
    """Whether a file lies in the folder that a browser saved beside a page."""
    return any(
        (parent.parent / page).exists() for parent in path.parents for page in pages_of(parent.name)
    )


def shown(path: Path) -> str:
    """``path`` as given; an absolute one is shown from the working folder, or by its last part.

    So nothing about the machine gets into what others are shown.
    """
    if not path.is_absolute():
        return printable(path.as_posix())
    here = Path.cwd()
    return printable(path.relative_to(here).as_posix() if path.is_relative_to(here) else path.name)


def contents(path: Path, most: int) -> bytes:
    """The bytes of ``path``, one more than ``most`` at the most. Raises :class:`OSError`."""
    with path.open("rb") as file:
        return file.read(most + 1)


def why(error: OSError | ValueError) -> str:
    """The reason a file or folder could not be read, as a sentence that names no path."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "it may not be read: permission denied"
    return f"it cannot be read: {(getattr(error, 'strerror', None) or str(error)).lower()}"


def printable(name: str) -> str:
    """``name`` in characters that every output can hold and a terminal does not obey."""
    return "".join(c if c.isprintable() else "?" for c in name)
