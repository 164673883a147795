"""A person's own table of sources: how reliable each has been, in that person's judgement.

A CSV file with the columns ``name`` and ``letter`` (A to F), and if wanted ``by`` (who judged),
``when`` (ISO 8601) and ``why``; or a TOML file with one ``[[source]]`` each, of the same keys. It
is kept as CSV with the columns in this order. Of two rows of one name the later counts.
"""

import csv
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import astuple, fields
from datetime import date, datetime
from io import StringIO
from pathlib import Path

from reportedly.errors import UsageError
from reportedly.model import OF_SOURCES, Judged, bare

LETTERS = "ABCDEF"
_LONGEST = 500


Sources = tuple[Judged, ...]
"""A person's own table of sources, each name once."""


def read_sources(path: Path) -> Sources:
    """The table in the file ``path``: TOML where it is called so, else CSV.

    Raises :class:`UsageError` where the file cannot be read or a row is not understood.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error})") from error
    return _toml(text, str(path)) if path.suffix == ".toml" else parse_sources(text, str(path))


def parse_sources(text: str, where: str) -> Sources:
    """The table that ``text`` (CSV) holds; ``where`` names it in a :class:`UsageError`."""
    rows = csv.DictReader(StringIO(text, newline=""))
    try:
        if not {"name", "letter"} <= set(rows.fieldnames or ()):
            raise UsageError(f"{where}: a table of sources has the columns name and letter")
        return _table(where, enumerate(rows, 2))
    except csv.Error as error:
        raise UsageError(f"{where}: this is no CSV ({error})") from error


def sources_text(held: Sources) -> str:
    """The table as CSV, in the form in which it is kept."""
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(OF_SOURCES.split(","))
    writer.writerows(astuple(one) for one in held)
    return written.getvalue()


def _toml(text: str, where: str) -> Sources:
    try:
        held = tomllib.loads(text).get("source")
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where}: this is no TOML ({error})") from error
    if not isinstance(held, list) or not all(isinstance(row, dict) for row in held):
        raise UsageError(f"{where}: a table of sources has a [[source]] for each")
    return _table(where, enumerate(held, 1))


def _table(where: str, rows: Iterable[tuple[int, Mapping[str, object]]]) -> Sources:
    judged = [_judged(f"{where}:{number}", row) for number, row in rows]
    return tuple({bare(one.name): one for one in judged}.values())


def _judged(where: str, row: Mapping[str, object]) -> Judged:
    plain = {field.name: _plain(row.get(field.name)) for field in fields(Judged)}
    one = Judged(**{**plain, "letter": plain["letter"].upper()})
    if not bare(one.name):
        raise UsageError(f"{where}: a row names a source")
    if one.letter not in LETTERS or len(one.letter) != 1:
        raise UsageError(f"{where}: a letter is A to F")
    if one.when and not _moment(one.when):
        raise UsageError(f"{where}: {one.when} is no date of the form 2031-03-07")
    if any(len(given) > _LONGEST or "\0" in given for given in plain.values()):
        raise UsageError(f"{where}: a field has at most {_LONGEST} characters, and no U+0000")
    return one


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(value.split()) if isinstance(value, str) else ""


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None
