"""What a person names → files: a file, a folder, a glob."""

import glob
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.model import Skipped


@dataclass(frozen=True, slots=True)
class File:
    """A file to read, and the name it is shown under."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What stands behind one source. ``folder`` is its shown name where it is a folder."""

    found: tuple[File | Skipped, ...]
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
        return Listing(tuple(_inside(path)), shown(path))
    if path.exists() or not glob.has_magic(source):
        return Listing((File(path, shown(path)),))
    matches = sorted(Path(m) for m in glob.glob(source, recursive=True))  # noqa: PTH207 - absolute patterns too
    found = tuple(File(match, shown(match)) for match in matches if match.is_file())
    return Listing(found or (Skipped(shown(path), "no file has a name like this"),))


def _inside(folder: Path) -> Iterator[File | Skipped]:
    refused: list[OSError] = []
    found: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(Path(parent, name) for name in names if not name.startswith("."))
    base = Path(shown(folder))
    for path in sorted(found):
        if path.is_file() or path.is_symlink():
            yield File(path, printable((base / path.relative_to(folder)).as_posix()))
    for error in refused:
        at = Path(str(error.filename)).relative_to(folder)
        yield Skipped(printable((base / at).as_posix()), why(error))


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
