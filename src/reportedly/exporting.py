"""A ledger written in another format, and what had to be left out."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reportedly import progress
from reportedly.errors import UsageError
from reportedly.exports import FORMATS, Beside, Format
from reportedly.ledger import Checked, Ledger
from reportedly.model import Case, Skipped
from reportedly.views import dossier

OUT = Path("-")
"""Standard output."""


def format_named(name: str) -> Format:
    """The format with this name; :class:`UsageError` names those that there are."""
    for form in FORMATS:
        if form.name == name:
            return form
    known = ", ".join(form.name for form in FORMATS)
    raise UsageError(f"there is no format {name}; known are {known}")


def written(ledger: Ledger, form: Format, case: Case) -> tuple[Iterator[bytes], Checked]:
    """The bytes of a case of ``ledger`` in another format, and what tells whose copies lacked.

    Raises :class:`UsageError` where a library that the format needs is not installed.
    """
    copy = Checked(ledger, case)
    return form.writer(beside(ledger))(case, copy), copy


def beside(ledger: Ledger) -> Beside:
    """What a ledger has beside its case: a person's own tables, and how its dossier is made."""
    tables = (ledger.table(), ledger.table(of_sources=True))
    return Beside(tuple(table for table in tables if table is not None), dossier.pieces)


def export_to(ledger: Ledger, form: Format, path: Path) -> tuple[Skipped, ...]:
    """Write a ledger in another format, piece by piece; gives what had to be left out.

    A kept copy that is missing or was changed is left out and named on standard error. Raises what
    :func:`written` and :func:`save` raise.
    """
    form.writer()
    with progress.timed("opening the ledger"):
        pieces, copy = written(ledger, form, ledger.folded())
    save(pieces, form, path)
    for flaw in copy.flaws:
        progress.say(f"skipped {flaw.source}: {flaw.reason}")
    return copy.flaws


def save(pieces: Iterable[bytes], form: Format, path: Path) -> None:
    """Write a file piece by piece; ``path`` may be ``-`` for standard output.

    Whatever stops it, what was there is left as it was, and nothing is beside it. Raises
    :class:`UsageError` where it cannot be written.
    """
    said = f"writing {form.name}"
    try:
        with _target(path) as file, progress.poured(said, _apart(path)) as pour:
            for piece in pieces:
                file.write(pour(piece))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error


def _apart(path: Path) -> bool:
    """Whether progress has a terminal to itself."""
    return path != OUT or not sys.stdout.isatty()


@contextmanager
def _target(path: Path) -> Iterator[BinaryIO]:
    """Where it is written: a file takes the place of what was there once all is written."""
    if path == OUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif path.exists() and not path.is_file():
        # A pipe or a device: it cannot be replaced.
        with path.open("wb") as file:
            yield file
    else:
        with _replacing(path) as file:
            yield file


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    # The process is in the name: two exports to one file do not write into one another's.
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
