"""A Parquet table on standard input → rows as JSON on standard output, a line each.

Run as a program, by :mod:`.parquet`; nothing of `reportedly` is imported. The first line is the
list of columns, the last one null, or the reason for which the rest is left.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

import pyarrow
import pyarrow.parquet

MOST_MEMORY = 500_000_000
MOST_SECONDS = 300

ROWS_AT_ONCE = 50
"""Few, since a row may unpack to all that there is."""

_DAMAGED = "the table is damaged: the rest is left"
_TOO_MUCH = "the table unpacks to more than there is memory for: the rest is left"


def main() -> None:
    """Say all that is in the table, then why it ended."""
    _bound()
    pyarrow.set_cpu_count(1)
    try:
        table = pyarrow.parquet.ParquetFile(sys.stdin.buffer, buffer_size=1_000_000)
        _say(table.schema_arrow.names)
        for row in _rows(table):
            _say(row)
    except MemoryError:
        _say(_TOO_MUCH)
    # Whatever damaged bytes lead to comes as one of these.
    except (pyarrow.ArrowException, OSError, ValueError, TypeError, RecursionError):
        _say(_DAMAGED)
    else:
        _say(None)


def _bound() -> None:
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - not there on every system

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, hard))
        soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        if soft == resource.RLIM_INFINITY or soft > MOST_SECONDS:
            resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, hard))


def _say(value: object) -> None:
    written = json.dumps(value, ensure_ascii=False, default=_plain)
    sys.stdout.buffer.write(written.encode("utf-8", "surrogatepass") + b"\n")


def _rows(table: Any) -> Iterator[dict[str, object]]:  # noqa: ANN401 - pyarrow has no types
    for batch in table.iter_batches(batch_size=ROWS_AT_ONCE, use_threads=False):
        names = batch.schema.names
        for cells in zip(*map(_cells, batch.columns), strict=True):
            yield dict(zip(names, cells, strict=True))


def _cells(column: Any) -> list[object]:  # noqa: ANN401 - as above
    """What is in a column; a cell that is no value of its kind is None."""
    if pyarrow.types.is_timestamp(column.type):
        # Nanoseconds are more than Python's moments can hold.
        column = column.cast(pyarrow.timestamp("us", column.type.tz), safe=False)
    try:
        found: list[object] = column.to_pylist()
    except (ValueError, OverflowError):
        return [_cell(one) for one in column]
    return found


def _cell(one: Any) -> object:  # noqa: ANN401 - as above
    with suppress(ValueError, OverflowError):
        return one.as_py()
    return None


def _plain(value: object) -> object:
    """What JSON has no form for: moments, text kept as bytes, exact numbers."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, bytes):
        with suppress(UnicodeDecodeError):
            return value.decode()
        return None
    return str(value)


if __name__ == "__main__":
    main()
