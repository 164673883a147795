"""Tables as Parquet: read by Arrow, typed, described in the file."""

import io

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import HealthCheck, given, settings

from exports.tabled import HOSTILE, members, written
from reportedly.exports import parquet as form
from reportedly.exports.tables import TABLES
from reportedly.shelf import Shelf
from views.case import story

UNWRITABLE = {"\0", *map(chr, range(0xD800, 0xE000))}


def tables(case):
    """Name → table, as Arrow reads it."""
    files = members(written(form.parquet, case))
    return {n.removesuffix(".parquet"): pq.read_table(io.BytesIO(d)) for n, d in files.items()}


def test_every_row_of_every_table_comes_back():
    case, found = story(), tables(story())
    assert list(found) == [table.name for table in TABLES]
    for table in TABLES:
        held = found[table.name]
        held.validate(full=True)
        assert held.column_names == [c.name for c in table.columns]
        told = [
            [list(v) if isinstance(v, tuple) else v for v in row] for row in table.rows(Shelf(case))
        ]
        assert [list(row.values()) for row in held.to_pylist()] == told


def test_columns_have_types_and_say_what_they_hold():
    schema = tables(story())["positions"].schema
    assert schema.field("statements").type == pa.list_(pa.string())
    assert schema.field("own_words").type == pa.bool_()
    assert schema.field("reports").type == pa.int64()
    assert schema.field("claim").metadata == {b"about": b"The claim", b"of": b"claims"}
    assert schema.metadata[b"about"].startswith(b"Who takes which side of a claim")


def test_rows_come_in_groups(monkeypatch):
    monkeypatch.setattr(form, "ROWS", 4)
    case = story()
    data = members(written(form.parquet, case))["statements.parquet"]
    file = pq.ParquetFile(io.BytesIO(data))
    count = sum(len(r.statements) for r in case.readings)
    assert file.metadata.num_row_groups == -(-count // 4)
    assert file.read().num_rows == count


@given(HOSTILE)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_a_report_says_spans_count_in_its_text(case):
    found = tables(case)
    texts = {row["id"]: row["text"] for row in found["reports"].to_pylist()}
    kept = {d.id: d.text for d in case.documents}
    assert {id_: len(text) for id_, text in texts.items()} == {i: len(t) for i, t in kept.items()}
    for id_, text in texts.items():
        pairs = zip(text, kept[id_], strict=True)
        assert all(a == b or (a == "\ufffd" and b in UNWRITABLE) for a, b in pairs)


def test_the_same_case_gives_the_same_bytes():
    assert written(form.parquet, story()) == written(form.parquet, story())
