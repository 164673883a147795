"""Input made by somebody who means harm is named or read, in bounds, and what is beside it read.

``docs/hostile.md`` lists every kind with the test that shows it, here or with its format.
"""

import gzip
import io
import json
import re
import struct
import zipfile
from pathlib import Path

import pytest

from documents.bounded import in_bounds
from documents.loading import kept, skipped
from documents.pdfs import CATALOG, FONT, one_page, pdf, shown, stream
from reportedly.documents import csv, opening, warc

TEXT = "The garrison left its posts on Friday as officials in Vesk said."
DEEP = 100_000


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def put(tmp_path):
    def write(name, *parts):
        with (tmp_path / name).open("wb") as file:
            for part in parts:
                file.write(part.encode() if isinstance(part, str) else part)
        return name

    return write


def zipped(*members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, content in members:
            made.writestr(name, content)
    return out.getvalue()


# Bombs


def overlapping(count, size):
    """An archive of ``count`` members that are all the same bytes, ``size`` unpacked."""
    whole = zipped(("a.txt", bytes(size)))
    at = whole.index(b"PK\x01\x02")
    end = whole.index(b"PK\x05\x06")
    entries = (whole[at:end].replace(b"a.txt", b"%05d" % n) for n in range(count))
    listed = b"".join(entries)
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(listed), at, 0)
    return whole[:at] + listed + tail


def test_an_archive_whose_members_lie_over_one_another_is_named(put):
    (found,) = in_bounds(put("a.zip", overlapping(30_000, 9_000_000)))
    assert found == "the members of the archive lie over one another"


def test_what_is_unpacked_in_vain_counts_also_in_archives_within_archives(put, monkeypatch):
    monkeypatch.setattr(opening, "MOST_INSIDE", 100_000_000)
    bombs = zipped(*((f"{n}.txt", bytes(20_000_000)) for n in range(5)))
    name = put("a.zip", zipped(*((f"{n}.zip", bombs) for n in range(50)), ("b.txt", TEXT)))
    reasons = list(skipped(name).values())
    assert len([r for r in reasons if "packed more than 200 to 1" in r]) < 20
    assert any("would be unpacked" in r for r in reasons)


def test_a_bomb_in_an_archive_in_an_archive_does_not_cost_what_is_beside_it(put):
    inner = zipped(("bomb.txt", bytes(90_000_000)), ("b.txt", TEXT))
    found = in_bounds(put("a.zip", zipped(("in.zip", inner), ("c.txt", "Beside it."))))
    assert found[-2:] == [TEXT, "Beside it."]


def record(body, kind="text/plain", **headers):
    sent = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n".encode()
    sent += b"".join(f"{k.replace('_', '-')}: {v}\r\n".encode() for k, v in headers.items())
    sent += b"\r\n" + body
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://v.example/\r\n"
    return head + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(sent), sent)


def test_many_packed_pages_of_an_archive_are_counted_together(put, monkeypatch):
    monkeypatch.setattr(warc, "MOST_RECORD", 10_000_000)
    monkeypatch.setattr(opening, "MOST_INSIDE", 100_000_000)
    bomb = record(gzip.compress(bytes(20_000_000)), Content_Encoding="gzip")
    reasons = list(skipped(put("a.warc", bomb * 30)).values())
    assert len(reasons) < 15
    assert "would be unpacked" in reasons[-1]


MARKUP = b"<p>word</p>\n" * 80_000


@pytest.mark.parametrize("name", ["a.html", "a.rss", "a.md"])
def test_a_gigabyte_of_markup_is_named(put, tmp_path, name):
    (found,) = in_bounds(put(name, *[MARKUP] * 1_100))
    (tmp_path / name).unlink()
    assert "is larger than" in found


def test_a_gigabyte_of_markup_that_is_packed_is_named(put):
    packed = zlib_of([MARKUP] * 1_100)
    data = record(packed, Content_Encoding="gzip")
    for name, content in (("a.warc", data), ("b.warc.gz", gzip.compress(data))):
        (found,) = in_bounds(put(name, content))
        assert "larger than 50 MB when unpacked" in found
    assert "compressed with gzip" in in_bounds(put("a.html", packed))[0]


def zlib_of(parts):
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=1, mtime=0) as file:
        for part in parts:
            file.write(part)
    return out.getvalue()


# Depth

CELL = "[" * DEEP
DEPTHS = {
    "a.html": "<html><body>" + "<div>" * DEEP + TEXT,
    "b.html": "<html><body>" + "<b><i>" * DEEP + TEXT,
    "c.html": "<table>" * DEEP + TEXT,
    "d.html": f'<script type="application/ld+json">{CELL}</script><p>{TEXT}',
    "e.html": "<svg>" * DEEP + "</svg>" * DEEP + f"<p>{TEXT}",
    "a.xhtml": "<?xml version='1.0'?><html>" + "<p>" * DEEP + TEXT,
    "a.rss": "<rss><channel><item><title>" + "<a>" * DEEP + TEXT,
    "a.json": "[" * DEEP + "]" * DEEP,
    "b.json": '{"text":' * DEEP + "1" + "}" * DEEP,
    "c.json": f'{{"text": "{TEXT}", "author": {"[" * DEEP}{"]" * DEEP}}}',
    "a.jsonl": f'{{"text": {"[" * DEEP}{"]" * DEEP}}}\n{{"text": "{TEXT}"}}\n',
    "a.csv": f'text,links\n{TEXT},"{CELL}"\n',
    "a.md": "> " * DEEP + TEXT + "\n\n" + "[" * DEEP + "\n\n" + "- " * DEEP,
    "a.eml": f"From: a@v.example\nSubject: {'(' * DEEP}\n\n{TEXT}\n",
}


@pytest.mark.parametrize("name", sorted(DEPTHS))
def test_what_is_nested_a_hundred_thousand_times_is_read_or_named(put, name):
    assert in_bounds(put(name, DEPTHS[name]))


def test_a_row_that_is_nested_too_deeply_costs_no_other(put):
    assert in_bounds(put("a.jsonl", DEPTHS["a.jsonl"])) == ["it is nested too deeply", TEXT]


# XML

LAUGHS = "".join(
    f'<!ENTITY {b} "{f"&{a};" * 50}">' for a, b in zip("abcdef", "bcdefg", strict=True)
)
LAUGHS = f'<!DOCTYPE r [<!ENTITY a "ha">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE r [<!ENTITY g SYSTEM "secret.txt"><!ENTITY % h SYSTEM "secret.txt"> %h;]>'
XML = "<?xml version='1.0'?>"
READERS = {
    "a.xhtml": XML + "{}<html><body><p>&g; It fled.</p></body></html>",
    "a.rss": XML + "{}<rss><channel><item><title>&g; It fled.</title></item></channel></rss>",
    "a.html": "{}<html><body><p>&g; It fled.</p></body></html>",
}


@pytest.mark.parametrize("entities", [LAUGHS, OUTSIDE], ids=["many", "outside"])
@pytest.mark.parametrize("name", sorted(READERS))
def test_no_entity_is_put_in_its_place(put, name, entities):
    put("secret.txt", "Secret.")
    found = "".join(in_bounds(put(name, READERS[name].format(entities))))
    assert "hahaha" not in found
    assert "Secret" not in found


# PDF

FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
LOOPS = {
    "two nodes of the page tree hold one another": pdf(
        CATALOG,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >>",
    ),
    "a page is its own parent": pdf(
        CATALOG,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 3 0 R >>",
    ),
    "two forms show one another": one_page(
        stream(b"/X Do"), b"/XObject << /X 6 0 R >>",
        stream(b"/X Do", FORM % 7), stream(b"/X Do", FORM % 6),
    ),
    "an object stream that holds itself": one_page(shown(TEXT), b"", stream(
        b"6 0 << /Type /ObjStm >>", b"/Type /ObjStm /N 1 /First 4 /Extends 6 0 R")),
    "a length that is its own stream": one_page(
        stream(b"(a) Tj").replace(b"/Length 6", b"/Length 4 0 R")),
    "a font made of itself": one_page(shown(TEXT), b"", b"<< /Type /Font /Subtype /Type0"
        b" /DescendantFonts [6 0 R] /ToUnicode 6 0 R >>").replace(b"/F 5 0 R", b"/F 6 0 R"),
    "an outline and a link that lead back": one_page(shown(TEXT), b"",
        b"<< /Type /Annot /A 6 0 R /Next 6 0 R >>"
        ).replace(b"/Contents", b"/Annots [6 0 R] /Contents"),
    "a table whose width is a billion": one_page(shown(TEXT)).replace(
        b"xref\n0 ", b"xref\n0 99999999999 \n0 "),
    "characters mapped a billion at a time": one_page(shown(TEXT), b"", stream(
        b"begincmap 1 beginbfrange <00000000> <7fffffff> <0041> endbfrange endcmap")).replace(
        FONT, FONT[:-2] + b"/ToUnicode 6 0 R >>"),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(LOOPS))
def test_a_pdf_that_leads_back_to_itself_ends(put, case):
    assert in_bounds(put("a.pdf", LOOPS[case]))


# Names

NAMES = [
    "../../up.txt", "/etc/up.txt", "..\\up.txt", "C:\\up.txt", "C:up.txt", "\\\\host\\up.txt",
    "a/./../../up.txt", "....//up.txt", "//up.txt", "up.txt\x00.html", "a\u202etxt.exe\x1b[31m.txt",
    "line\nbreak\rup.txt", "CON/up.txt", "x" * 5_000 + ".txt",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_no_name_in_an_archive_leads_anywhere_or_speaks_to_the_terminal(put, tmp_path, name):
    put("a.zip", zipped((name, TEXT)))
    for shown_ in [d.name for d in kept("a.zip")] + list(skipped("a.zip")):
        assert shown_.startswith("a.zip")
        assert shown_.isprintable()
        assert not {"..", "."} & set(shown_.replace("\\", "/").split("/"))
        assert len(shown_) < 1_100
    assert [p.name for p in tmp_path.rglob("*")] == ["a.zip"]


@pytest.mark.parametrize("name", ["../../up.txt", "/etc/up.txt", "C:\\up.txt", "a\u202e\x1b.txt"])
def test_no_name_of_an_attachment_does_either(put, name):
    head = (
        "From: a@v.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nOne.\n"
    )
    part = (
        f'--b\nContent-Type: text/plain; name="{name}"\nContent-Disposition: attachment\n\nTwo.\n'
    )
    names = [d.name for d in kept(put("a.eml", head + part + "--b--\n"))]
    assert len(names) == 2
    assert names[1].count("/") == 1
    assert names[1].isprintable()


def test_a_link_in_a_folder_to_one_above_it_is_not_followed_for_ever(put, tmp_path):
    (tmp_path / "f").mkdir()
    put("f/a.txt", TEXT)
    (tmp_path / "f/loop").symlink_to(tmp_path / "f", target_is_directory=True)
    assert [d.text for d in kept("f")] == [TEXT]


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


def test_a_table_of_a_million_columns_is_read_in_bounds(put):
    head, cells = "text,url" + ",x" * 1_000_000, ",1" * 1_000_000
    assert in_bounds(put("a.csv", f"{head}\n{TEXT},{cells}\n{TEXT}\n"))[-1] == TEXT


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


def test_every_test_that_the_documentation_names_is_there():
    here = Path(__file__).parent
    told = (here.parents[1] / "docs/hostile.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", told))
    there = set(
        re.findall(
            r"^def (test_\w+)", "".join(p.read_text("utf-8") for p in here.glob("test_*.py")), re.M
        )
    )
    assert named
    assert named <= there
