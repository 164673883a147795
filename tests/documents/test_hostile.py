"""Input made by somebody who means harm is named or read, in bounds, and what is beside it read.

``docs/hostile.md`` lists every kind with the test that shows it, here or with its format.
"""

import gzip
import io
import re
import struct
import zipfile
from pathlib import Path

import pytest

from documents.bounded import in_bounds
from documents.loading import kept, skipped
from documents.pdfs import CATALOG, FONT, one_page, pdf, shown, stream
from documents.warcs import record
from reportedly.documents import opening, warc

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
        assert "larger than 100 MB when unpacked" in found
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
