"""The tables as Parquet in one ZIP archive, a file a table: for pandas, DuckDB and Arrow.

A table is a file, since a claim has many voices and a report many statements: one flat file would
repeat or lose them. What columns hold is in the metadata of each file (``about``).
"""

from collections.abc import Iterator
from itertools import islice

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from reportedly.model import Case
from reportedly.shelf import Shelf

from .holdings import Copy
from .packed import Drain, packed
from .tables import NOTES, TABLES, Column, Row, Table

ROWS = 5_000
"""Rows of a group, which are in memory at a time."""


def parquet(case: Case, copy: Copy) -> Iterator[bytes]:
    """The archive; the kept copies are not asked for."""
    del copy
    shelf = Shelf(case)
    yield from packed((f"{table.name}.parquet", _file(table, shelf)) for table in TABLES)


def _file(table: Table, shelf: Shelf) -> Iterator[bytes]:
    schema, rows, drain = _schema(table), table.rows(shelf), Drain()
    with ParquetWriter(drain, schema, compression="zstd", write_statistics=True) as writer:
        while group := list(islice(rows, ROWS)):
            writer.write_batch(_batch(table, schema, group))
            yield from drain.drained()
    yield from drain.drained()


def _batch(table: Table, schema: pa.Schema, rows: list[Row]) -> pa.RecordBatch:
    arrays = [
        pa.array([column.told(values[n]) for values in rows], schema.field(n).type)
        for n, column in enumerate(table.columns)
    ]
    return pa.record_batch(arrays, schema=schema)


def _schema(table: Table) -> pa.Schema:
    about = {"about": table.about, "notes": "\n".join(NOTES)}
    return pa.schema([_field(column) for column in table.columns], about)


def _field(column: Column) -> pa.Field:
    types = {
        "whole": pa.int64(), "number": pa.float64(), "yes": pa.bool_(),
        "many": pa.list_(pa.string()),
    }  # fmt: skip
    about = {"about": column.about} | ({"of": column.of} if column.of else {})
    return pa.field(column.name, types.get(column.kind, pa.string()), metadata=about)
