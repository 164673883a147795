"""Parquet tables: the columns of other tables, rows one by one, and nothing that takes it all."""

import json
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.bounded import in_bounds
from documents.loading import kept, skipped
from reportedly.documents import parquet

WORDS = "The garrison at Tolm left its posts."


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def put(tmp_path, columns, name="a.parquet", **how):
    pq.write_table(columns if isinstance(columns, pa.Table) else pa.table(columns), name, **how)
    return name


def test_a_row_is_a_report_with_the_columns_of_any_table(tmp_path):
    row = {
        "Text": [WORDS], "source_url": ["https://vesk.example/1"], "outlet": ["Vesk Now"],
        "headline": ["Flight"], "authors": [["Ana Brel", "Ivo Tarn"]], "lang": ["en"],
        "date": pa.array([datetime(2031, 3, 4, 10, tzinfo=UTC)], pa.timestamp("ns", "Europe/Kyiv")),
        "links": [[{"url": "https://tarn.example/2", "text": "left"}]],
    }  # fmt: skip
    (found,) = kept(put(tmp_path, row))
    assert (found.name, found.text, found.title, found.url, found.publisher) == (
        "a.parquet:1", WORDS, "Flight", "https://vesk.example/1", "Vesk Now",
    )  # fmt: skip
    assert (found.byline, found.published, found.language) == (
        "Ana Brel, Ivo Tarn", "2031-03-04T10:00:00Z", "en",
    )  # fmt: skip
    assert [(found.text[k.span.start : k.span.end], k.url) for k in found.links] == [
        ("left", "https://tarn.example/2")
    ]


def test_rows_are_those_of_the_same_table_as_json_lines(tmp_path):
    rows = [{"text": f"Report {i}.", "published": f"2031-03-{i + 1:02}"} for i in range(20)]
    put(tmp_path, pa.Table.from_pylist(rows), row_group_size=7)
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    table, lines = kept("a.parquet"), kept("a.jsonl")
    assert [d.id for d in table] == [d.id for d in lines]
    assert len({d.sha256 for d in table}) == 20


@pytest.mark.parametrize("name", ["a.parquet", "a.pq", "saved", "a.csv"])
def test_a_table_is_known_by_its_signature_whatever_its_name(tmp_path, name):
    assert [d.text for d in kept(put(tmp_path, {"text": [WORDS]}, name))] == [WORDS]


@pytest.mark.parametrize("packing", ["none", "snappy", "gzip", "zstd", "brotli", "lz4"])
def test_every_packing_is_read(tmp_path, packing):
    assert kept(put(tmp_path, {"text": [WORDS]}, compression=packing))


def test_a_text_kept_as_bytes_or_by_a_list_of_values_is_read(tmp_path):
    put(tmp_path, {"text": pa.array([WORDS.encode(), b"\xff\xfe"], pa.binary()), "n": [1, 2]})
    assert [d.text for d in kept("a.parquet")] == [WORDS]
    put(tmp_path, {"text": pa.array([WORDS] * 2).dictionary_encode(), "title": ["One", "Two"]})
    assert [d.title for d in kept("a.parquet")] == ["One", "Two"]


def test_a_moment_no_calendar_has_is_none_and_the_rest_is_read(tmp_path):
    dates = pa.array([2**62, 1930377600_000_000], pa.timestamp("us"))
    found = kept(put(tmp_path, {"text": ["One.", "Two."], "date": dates}))
    assert [(d.text, d.published) for d in found] == [
        ("One.", None), ("Two.", "2031-03-04T08:00:00"),
    ]  # fmt: skip


def test_a_table_without_a_text_names_its_columns(tmp_path):
    assert skipped(put(tmp_path, {"words": ["a"], "b": [1]})) == {
        "a.parquet": "the table has no column text; its columns are: words, b"
    }


def test_a_row_without_words_is_named_and_the_rest_read(tmp_path):
    name = put(tmp_path, {"text": [None, " ", WORDS]})
    assert [d.name for d in kept(name)] == ["a.parquet:3"]
    assert skipped(name) == dict.fromkeys(
        ["a.parquet:1", "a.parquet:2"], "the report is empty"
    )  # fmt: skip


def test_a_table_without_rows_holds_nothing_and_is_no_error(tmp_path):
    name = put(tmp_path, {"text": pa.array([], pa.string())})
    assert (kept(name), skipped(name)) == ([], {name: "the table has no row"})


def test_it_says_what_to_install_where_nothing_can_read_it(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "find_spec", lambda name: None)
    assert skipped(put(tmp_path, {"text": [WORDS]})) == {
        "a.parquet": "it is a Parquet table: install reportedly[parquet] to read it"
    }


def test_more_rows_than_are_read_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "MOST_ROWS", 2)
    name = put(tmp_path, {"text": ["One.", "Two.", "Three."]})
    assert len(kept(name)) == 2
    assert "more than 2 rows" in skipped(name)[name]


def test_more_than_is_unpacked_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "MOST_UNPACKED", 50)
    name = put(tmp_path, {"text": [WORDS, WORDS * 2]})
    assert len(kept(name)) == 1
    assert "would be unpacked" in skipped(name)[name]


def test_a_damaged_table_is_named_and_the_rows_before_it_are_read(tmp_path):
    texts = [f"Report {i} of the garrison. " * 40 for i in range(200)]
    name = put(tmp_path, {"text": texts}, row_group_size=100, compression="zstd")
    second = pq.ParquetFile(name).metadata.row_group(1).column(0)
    data = bytearray((tmp_path / name).read_bytes())
    data[second.data_page_offset + 20 : second.data_page_offset + 220] = bytes(200)
    (tmp_path / name).write_bytes(bytes(data))
    assert len(kept(name)) == 100
    assert "damaged" in skipped(name)[name]


@pytest.mark.parametrize("data", [b"PAR1", b"PAR1" + b"\xff" * 200, b"PAR1\x00\x00\x00\x7fPAR1"])
def test_what_only_begins_as_a_table_is_named(tmp_path, data):
    (tmp_path / "a.parquet").write_bytes(data)
    assert "damaged" in skipped("a.parquet")["a.parquet"]


def test_an_encrypted_table_is_named(tmp_path):
    (tmp_path / "a.parquet").write_bytes(b"PARE" + b"x" * 100 + b"PARE")
    assert skipped("a.parquet") == {"a.parquet": "the table is encrypted"}


def bomb(kind):
    if kind == "one value in many rows":
        big = pa.array(["word " * 2_000_000])
        return pa.table({"text": pa.DictionaryArray.from_arrays(pa.array([0] * 2_000), big)})
    if kind == "one row of many values":
        return pa.table({"text": [WORDS], "links": [["https://vesk.example/"] * 20_000_000]})
    return pa.table({f"column {i}": [WORDS] for i in range(20_000)} | {"text": [WORDS]})


TOO_MUCH = "the table unpacks to more than there is memory for: the rest is left"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("one value in many rows", TOO_MUCH), ("one row of many values", TOO_MUCH),
        ("many columns", WORDS),
    ],
)  # fmt: skip
def test_a_table_that_unpacks_to_all_there_is_does_not(tmp_path, kind, said):
    name = put(tmp_path, bomb(kind), compression="zstd")
    assert (tmp_path / name).stat().st_size < 10_000_000
    assert in_bounds(name) == [said]


def test_rows_that_together_unpack_to_all_there_is_do_not(tmp_path):
    row = pa.table({"text": ["word " * 4_000_000]})
    with pq.ParquetWriter("a.parquet", row.schema, compression="zstd") as file:
        for _ in range(40):
            file.write_table(row)
    assert in_bounds("a.parquet") == [TOO_MUCH]


@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_a_table_with_any_byte_changed_is_read_or_named(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("changed")
    path = folder / "a.parquet"
    pq.write_table(pa.table({"text": [WORDS, "Two."], "url": ["a", "b"]}), path)
    held = bytearray(path.read_bytes())
    for at in data.draw(st.lists(st.integers(4, len(held) - 1), min_size=1, max_size=5)):
        held[at] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(held))
    assert kept(path) or skipped(path)
