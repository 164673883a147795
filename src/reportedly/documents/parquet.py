"""Parquet tables: one report a row, unpacked in a process of its own (:mod:`.parquet_rows`).

A file of a few kilobytes can unpack to terabytes, and is unpacked by compiled code: what it takes
is bounded by the system, and where it ends badly only that process does.
"""

import json
import os
import subprocess
import sys
from collections.abc import Generator, Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile

from reportedly.errors import SourceError
from reportedly.model import Kept, Skipped

from . import table
from .jsonl import ROW
from .raw import MEGABYTE, Raw
from .record import keep

MOST_ROWS = 500_000
MOST_UNPACKED = 2_000 * MEGABYTE
"""Bytes of all rows, written as JSON."""

LONGEST_ROW = 10_000_000

_BEGINS, _SEALED = b"PAR1", b"PARE"
_ROWS = Path(__file__).with_name("parquet_rows.py")


def starts(data: bytes) -> bool:
    """Whether a file that begins so is a Parquet table."""
    return data.startswith((_BEGINS, _SEALED))


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """One report a row: "pages.parquet:3" is the third.

    Its raw bytes are the row written as JSON. Raises :class:`SourceError` where the file is
    damaged or encrypted, or what reads it is not installed.
    """
    if raw.data.startswith(_SEALED) or raw.data.endswith(_SEALED):
        raise SourceError(raw.name, "the table is encrypted")
    if find_spec("pyarrow") is None:
        raise SourceError(raw.name, "it is a Parquet table: install reportedly[parquet] to read it")
    lines = _lines(raw)
    columns = _columns(raw.name, next(lines, b""))
    places = table.places(columns)
    if "text" not in places:
        lines.close()
        yield Skipped(raw.name, table.lacking(columns))
        return
    yield from _reports(raw, lines, places)


def _reports(raw: Raw, lines: Iterator[bytes], places: dict[str, str]) -> Iterator[Kept | Skipped]:
    name, left = raw.name, MOST_UNPACKED
    for number, line in enumerate(lines, 1):
        left -= len(line)
        if not line.startswith(b"{"):
            if reason := json.loads(line) or (number == 1 and "the table has no row"):
                yield Skipped(name, reason)
            return
        if number > MOST_ROWS:
            yield Skipped(name, f"it has more than {MOST_ROWS:,} rows: the rest is left")
            return
        if left < 0:
            most = f"{MOST_UNPACKED // MEGABYTE:,} MB"
            yield Skipped(name, f"more than {most} would be unpacked: the rest is left")
            return
        row = replace(raw, name=f"{name}:{number}", data=line.rstrip(b"\n"), media=ROW)
        yield _report(row, places)
    yield Skipped(name, "the table is damaged or made to take too much: the rest is left")


def _report(row: Raw, places: dict[str, str]) -> Kept | Skipped:
    if len(row.data) > LONGEST_ROW:
        return Skipped(row.name, f"the row is larger than {LONGEST_ROW // MEGABYTE} MB")
    return keep(row, replace(table.fields(json.loads(row.data), places), among=True))


def _columns(name: str, line: bytes) -> list[str]:
    """The names of the columns, which come first, or the reason there are none."""
    found = json.loads(line or "null")
    if isinstance(found, list):
        return found
    raise SourceError(name, found or "the table is damaged or made to take too much")


def _lines(raw: Raw) -> Generator[bytes, None, None]:
    """What the process says, a line at a time; it is ended with the one who asks."""
    with TemporaryFile() as file:
        file.write(raw.data)
        file.seek(0)
        # Not its folder first among the places to import from: that holds csv.py and html.py.
        with subprocess.Popen(  # noqa: S603 - our own file, by this interpreter
            [sys.executable, "-P", str(_ROWS)],
            stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, "ARROW_DEFAULT_MEMORY_POOL": "system"},
        ) as process:  # fmt: skip
            try:
                while process.stdout and (line := process.stdout.readline(50 * MEGABYTE)):
                    yield line
            finally:
                process.kill()
