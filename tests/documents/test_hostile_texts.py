"""Hostile texts: encodings that lie or mix, tables, JSON and mail made to take for ever."""

import json

import pytest

from documents.bounded import in_bounds
from documents.loading import kept, skipped
from documents.warcs import record
from reportedly.documents import csv

TEXT = "The garrison left its posts on Friday as officials in Vesk said."


@pytest.fixture
def put(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(name, *parts):
        with (tmp_path / name).open("wb") as file:
            for part in parts:
                file.write(part.encode() if isinstance(part, str) else part)
        return name

    return write


# Encodings

WRITTEN = "Der Bürgermeister von Brenn sagte: „Niemand wurde verletzt“, und ging. " * 4


def test_a_page_that_states_a_wrong_encoding_is_read_by_its_bytes(put):
    page = f'<meta charset="windows-1251"><p>{WRITTEN}'
    assert [d.text for d in kept(put("a.html", page))] == [WRITTEN.strip()]


def test_a_page_that_states_an_encoding_of_nobody_is_read(put):
    page = f'<meta charset="x-none"><p>{WRITTEN}'
    assert [d.text for d in kept(put("a.html", page))] == [WRITTEN.strip()]


def test_rows_in_different_encodings_cost_only_those_that_are_not_utf_8(put):
    rows = [json.dumps({"text": f"{n} {WRITTEN}"}, ensure_ascii=False) for n in range(3)]
    data = b"\n".join(
        row.encode(c) for row, c in zip(rows, ("utf-8", "cp1252", "utf-8"), strict=True)
    )
    name = put("a.jsonl", data)
    assert [d.text[0] for d in kept(name)] == ["0", "2"]
    assert skipped(name) == {"a.jsonl:2": "it is not UTF-8, as JSON must be"}


def test_messages_in_different_encodings_are_read_each_in_its_own(put):
    box = b"".join(
        b"From a Tue Mar  4 10:00:00 2031\nFrom: a@v.example\nSubject: x\n"
        b"Content-Type: text/plain; charset=%s\n\n%s\n\n" % (c.encode(), WRITTEN.encode(c))
        for c in ("utf-8", "cp1252", "cp1250")
    )
    assert {d.text.strip() for d in kept(put("a.mbox", box))} == {WRITTEN.strip()}


def test_two_encodings_in_one_text_show_where_it_is_damaged(put):
    (found,) = kept(put("a.txt", WRITTEN.encode() * 3, "B\xfcrgermeister".encode("cp1252")))
    assert found.text == WRITTEN * 3 + "B\ufffdrgermeister"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_named_unless_somebody_states_what_it_is(put, codec):
    name = put("a.txt", TEXT.encode(codec))
    assert skipped(name) == {"a.txt": "the file holds NUL bytes: it is not text"}
    name = put("a.warc", record(TEXT.encode(codec), f"text/plain; charset={codec}"))
    assert [d.text for d in kept(name)] == [TEXT]


@pytest.mark.parametrize("codec", ["utf-16", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md", "a.csv", "a.jsonl", "a.json"])
def test_every_format_heeds_a_byte_order_mark(put, name, codec):
    written = {"a.csv": f'text,url\n"{TEXT}",\n', "a.html": f"<html><p>{TEXT}</p></html>"}
    row = json.dumps({"text": TEXT})
    written |= {"a.jsonl": row + "\n" + row.replace("Friday", "Sunday"), "a.json": f"[{row}]"}
    found = kept(put(name, written.get(name, TEXT).encode(codec)))
    assert found[0].text == TEXT


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md", "a.csv", "a.jsonl", "a.eml", "a.rss"])
def test_nul_bytes_are_named_or_left_out_and_never_kept(put, name):
    written = {
        "a.csv": "text,url\nIt\x00 fled.,\n",
        "a.jsonl": '{"text": "It\x00 fled."}\n{"text": "It\\u0000."}',
        "a.eml": "From: a@v.example\nSubject: a\x00b\n\nIt\x00 fled.\n",
        "a.rss": "<rss><channel><item><title>It\x00 fled.</title></item></channel></rss>",
    }  # fmt: skip
    put(name, written.get(name, "<p>It\x00 fled.</p>"))
    found = kept(name)
    assert not any("\x00" in f"{d.text}{d.title}{d.publisher}" for d in found)
    assert found or skipped(name)


@pytest.mark.parametrize(
    "data",
    [
        b"\xc0\xaf\xc0\xae\xc0\xae/etc",
        b"\xe0\x80\xaf" * 9,
        b"\xed\xa0\x80" * 9,
        b"\xf8\x88\x80\x80\x80" * 9,
    ],
)
def test_characters_written_overlong_are_never_what_they_stand_for(put, data):
    (found,) = kept(put("a.txt", WRITTEN * 10, data))
    assert set(found.text.removeprefix(WRITTEN * 10)) <= {"\ufffd", *"/etc"}
    assert "/.." not in found.text


def test_utf_7_is_read_only_where_it_is_stated(put):
    data = b"<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4- " + TEXT.encode()
    (found,) = kept(put("a.html", data))
    assert "+ADw-script" in found.text
    (found,) = kept(put("b.html", b'<meta charset="utf-7">' + data))
    assert found.text == TEXT


# Tables and JSON


def test_a_table_of_a_million_columns_is_named(put):
    head, cells = "text,url" + ",x" * 1_000_000, ",1" * 1_000_000
    found = in_bounds(put("a.csv", f"{head}\n{TEXT},{cells}\n{TEXT}\n"))
    assert found == ["its header is longer than 10,000 characters"]


def test_a_row_of_a_million_cells_is_named(put):
    found = in_bounds(put("a.csv", f"text,url\n{',' * 1_000_000}\n{TEXT},\n"))
    assert found == ["the row is broken: it has 1000001 cells under 2 columns", TEXT]


def test_a_cell_beyond_the_limit_is_named_and_the_next_row_read(put, monkeypatch):
    monkeypatch.setattr(csv, "_LONGEST_CELL", 1_000)
    name = put("a.csv", f'text,url\n"{"x" * 2_000}",\n{TEXT},\n')
    assert skipped(name) == {"a.csv:2": "the row is broken: field larger than field limit (1000)"}
    assert [d.text for d in kept(name)] == [TEXT]


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.md", "a.html", "a.eml", "a.txt"])
def test_a_line_of_nine_megabytes_is_named_in_bounds(put, name):
    line = "word " * 1_800_000
    written = {"a.csv": f"text,url\n{line},\n", "a.jsonl": f'{{"text": "{line}"}}'}
    written["a.eml"] = f"From: a@v.example\nSubject: x\n\n{line}\n"
    found = in_bounds(put(name, written.get(name, line)))
    assert "longer than 1,000,000 characters" in found[0]


def test_numbers_that_are_none_or_too_long_cost_no_other_row(put):
    rows = [
        f'{{"text": "{TEXT}", "n": {"9" * 10_000}}}', '{"text": NaN, "title": "Flees"}',
        f'{{"text": "{TEXT} 2", "n": 1e99999, "date": -Infinity}}', f'{{"text": {"7" * 5_000}}}',
    ]  # fmt: skip
    for name, data in (("a.jsonl", "\n".join(rows)), ("a.json", f"[{', '.join(rows)}]")):
        assert [d.text for d in kept(put(name, data))] == [TEXT, "Flees", TEXT + " 2", "7" * 5_000]


def test_of_a_key_that_stands_twice_the_last_counts(put):
    assert [d.text for d in kept(put("a.jsonl", '{"text": "One.", "text": "Two."}'))] == ["Two."]


def test_half_characters_in_json_cost_their_row_alone(put):
    rows = [
        '{"text": "\\ud83d half"}',
        '{"text": "\\ud83d\\ude00 whole."}',
        '{"\\udc00": 1, "text": "x"}',
    ]
    name = put("a.jsonl", "\n".join(rows))
    assert [d.text for d in kept(name)] == ["😀 whole.", "x"]
    assert list(skipped(name)) == ["a.jsonl:1"]


# Mail


def test_a_message_of_a_hundred_thousand_parts_is_read_in_bounds(put):
    head = "From: a@v.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
    found = in_bounds(put("a.eml", head + f"--b\n\n{TEXT}\n" * 100_000 + "--b--\n"))
    assert found[0].startswith(TEXT)
    assert "more than 1,000 parts" in found[-1]


def test_boundaries_that_begin_alike_are_kept_apart(put):
    def part(boundary, inside):
        head = f"Content-Type: multipart/mixed; boundary={boundary}\n\n"
        return f"{head}--{boundary}\n{inside}\n--{boundary}--\n"

    inside = f"Content-Type: text/plain\n\n{TEXT}\n"
    for length in (3, 2, 1):
        inside = part("b" * length, inside)
    (found,) = kept(put("a.eml", f"From: a@v.example\nSubject: x\n{inside}"))
    assert found.text.strip() == TEXT


@pytest.mark.parametrize(
    "bomb",
    [
        "".join(f"; name*{n}*=%41" for n in range(1_200)),
        "".join(f"; name*{n}=a" for n in range(1_200, 0, -1)),
        "; name*=" + "'" * 10_000,
        "; name*" + "9" * 5_000 + "*=a",
        "; name*0*=utf-8''" + "%ff" * 5_000,
        "; charset*=x'y'" + "%75" * 5_000,
    ],
)
def test_a_parameter_in_a_thousand_pieces_costs_no_message(put, bomb):
    head = f"From: a@v.example\nSubject: x\nContent-Type: text/plain{bomb}\n\n{TEXT}\n"
    assert [text.strip() for text in in_bounds(put("a.eml", head))] == [TEXT]
