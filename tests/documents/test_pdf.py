"""PDF: paragraphs as printed, dates with their place, and nothing that a file can make us do."""

import shutil
import subprocess
from functools import reduce
from zlib import compress

import pytest

from documents.bounded import in_bounds
from documents.loading import kept, skipped
from documents.pdfs import CATALOG, FONT, one_page, pdf, shown, stream
from reportedly.documents import pdf as reader

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PAGE = """<!doctype html><html lang="en"><head><title>Garrison flees</title></head>
<body style="width:120mm"><h1>Garrison flees</h1>
<p>The garrison at Tolm left its posts on Friday evening and walked to the ferry, two officials in
the capital told reporters who had waited for <a href="https://vesk.example/1">them</a> all day.</p>
<p>The army denied it. “No soldier left,” a spokesman said, and the posts at Tolm were held by the
same men who had held them since the autumn, whatever the governor had heard from a fisherman
who lives there.</p><p>Short.</p><ul><li>First.</li><li>Second, which is a great deal longer
than the first one and so it runs over the end of the line.</li></ul></body></html>"""
WORDS = "The garrison at Tolm left its posts on Friday."


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def put(tmp_path, data, name="a.pdf"):
    (tmp_path / name).write_bytes(data)
    return name


@pytest.mark.skipif(not CHROMIUM, reason="chromium, which prints the page, is not installed")
def test_a_page_that_a_browser_saved_keeps_its_paragraphs_and_the_day_it_was_saved(tmp_path):
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    subprocess.run(
        [
            CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            f"--user-data-dir={tmp_path / 'profile'}", "--print-to-pdf=a.pdf", "page.html",
        ],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    (found,) = kept("a.pdf")
    assert found.text.split("\n\n") == [
        "Garrison flees",
        "The garrison at Tolm left its posts on Friday evening and walked to the ferry, two"
        " officials in the capital told reporters who had waited for them all day.",
        "The army denied it. “No soldier left,” a spokesman said, and the posts at Tolm were held"
        " by the same men who had held them since the autumn, whatever the governor had heard from"
        " a fisherman who lives there.",
        "Short.",
        "First.",
        "Second, which is a great deal longer than the first one and so it runs over the end of the"
        " line.",
    ]
    assert (found.title, found.published, found.dated) == ("Garrison flees", None, None)
    assert found.retrieved
    assert [link.url for link in found.links] == ["https://vesk.example/1"]


def test_the_date_a_file_was_made_is_told_with_its_place(tmp_path):
    about = (
        "<< /Title (Garrison flees) /Author (Ana Brel) /CreationDate (D:20310304100000+02'00') >>"
    )
    (found,) = kept(put(tmp_path, one_page(shown(WORDS), Info=about)))
    assert (found.title, found.byline, found.published, found.dated) == (
        "Garrison flees", "Ana Brel", "2031-03-04T08:00:00Z", "CreationDate of the PDF",
    )  # fmt: skip
    assert found.text == WORDS


def test_a_name_of_a_file_is_no_title(tmp_path):
    data = one_page(shown(WORDS), Info="<< /Title (Microsoft Word - draft_2.docx) >>")
    assert [d.title for d in kept(put(tmp_path, data))] == [None]


def test_lines_are_joined_and_gaps_and_items_part(tmp_path):
    lines = [
        "The garrison at Tolm left its posts on Friday evening and went",
        "to the ferry with the self-made flag, two officials in the cap-",
        "ital told reporters, and a self-",
        "made flag flew.",
        None,
        "The army denied it.",
        "1. First.",
        "2. Second.",
    ]
    assert [d.text for d in kept(put(tmp_path, one_page(shown(*lines))))] == [
        "The garrison at Tolm left its posts on Friday evening and went to the ferry with the"
        " self-made flag, two officials in the capital told reporters, and a self-made flag flew."
        "\n\nThe army denied it.\n\n1. First.\n\n2. Second."
    ]


@pytest.mark.parametrize(
    ("before", "mark", "rise", "expected"),
    [
        ("It left, they said.", "12", 4, "It left, they said."),
        ("officials", "3,4", 4, "officials"), ("They paid 10", "6", 4, "They paid 106"),
        ("an area of 9 km", "2", 4, "an area of 9 km2"), ("said.", "12", 0, "said.12"),
        ("said.", "th", 4, "said.th"),
    ],
)  # fmt: skip
def test_the_mark_of_a_note_is_no_text_and_a_power_is(tmp_path, before, mark, rise, expected):
    drawn = f"BT /F 10 Tf 72 700 Td ({before}) Tj /F 6 Tf 90 {rise} Td ({mark}) Tj ET"
    (found,) = kept(put(tmp_path, one_page(stream(drawn.encode()))))
    assert found.text.replace(" ", "") == expected.replace(" ", "")


def many_pages(*contents):
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(contents)))
    pages = f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode()
    objects = [CATALOG, pages, FONT]
    for i, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> >> >>" % (5 + 2 * i)
        )
        objects.append(content)
    return pdf(*objects)


def test_running_heads_and_page_numbers_are_left_out_and_sentences_run_over_pages(tmp_path):
    pages = [
        shown("The Vesk Courier", None, "The garrison left on Friday and", None, "Page 1 of 3"),
        shown("The Vesk Courier", None, "the army denied it.", None, "Page 2 of 3"),
        shown("The Vesk Courier", None, "Nobody answered.", None, "Page 3 of 3"),
    ]
    assert [d.text for d in kept(put(tmp_path, many_pages(*pages)))] == [
        "The garrison left on Friday and the army denied it.\n\nNobody answered."
    ]


def test_a_pdf_by_another_name_is_read_as_one(tmp_path):
    assert [d.text for d in kept(put(tmp_path, one_page(shown(WORDS)), "saved.html"))] == [WORDS]


def test_a_pdf_without_text_is_named(tmp_path):
    name = put(tmp_path, one_page(stream(b"0 0 100 100 re f")))
    assert skipped(name) == {"a.pdf": "the PDF holds no text; it may be scanned"}


def test_an_encrypted_pdf_is_named(tmp_path):
    locked = (
        f"<< /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >>"
        f" /ID [<{'43' * 16}> <{'43' * 16}>]"
    )
    name = put(tmp_path, one_page(shown(WORDS), Encrypt=locked))
    assert skipped(name) == {"a.pdf": "the PDF is encrypted"}


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(5000), b"%PDF-" + b"<<" * 9])
def test_a_damaged_pdf_is_named(tmp_path, data):
    assert skipped(put(tmp_path, data))["a.pdf"].startswith("the PDF")


TENFOLD = b"/Filter [" + b"/FlateDecode " * 10 + b"]"
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
FAN = [stream(b"/X Do " * 30, FORM % (7 + i)) for i in range(20)]
HOSTILE = {
    "its pages hold themselves": pdf(
        CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9999999 >>"
    ),
    "a form shows itself": one_page(
        stream(b"/X Do"), b"/XObject << /X 6 0 R >>", stream(b"/X Do", FORM % 6)
    ),
    "forms show forms, thirty each": one_page(
        stream(b"/X Do " * 30), b"/XObject << /X 6 0 R >>", *FAN
    ),
    "a stream of 70 megabytes": one_page(stream(b"(a) Tj " * 10_000_000, packed=True)),
    "a stream packed ten times": one_page(
        stream(reduce(lambda data, _: compress(data), range(10), bytes(30_000_000)), TENFOLD)
    ),
    "many operations": one_page(
        stream(b"BT /F 9 Tf " + b"(a) Tj\n" * 2_000_000 + b"ET", packed=True)
    ),
    "lists 100,000 deep": one_page(shown(WORDS), b"/Deep " + b"[" * 100_000),
    "a stream with a lying length": one_page(
        stream(b"(a) Tj").replace(b"/Length 6", b"/Length 99999999999999")
    ),
    "an object that is itself": pdf(CATALOG, b"2 0 R"),
    "a table that leads back": one_page(shown(WORDS)).replace(b"/Size", b"/Prev 9 /Size"),
    "a page shown a million times": pdf(
        CATALOG,
        b"<< /Type /Pages /Kids [" + b"3 0 R " * 1_000_000 + b"] /Count 1000000 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        shown(WORDS),
        FONT,
    ),
}


@pytest.mark.parametrize("case", sorted(HOSTILE))
def test_a_pdf_made_to_take_for_ever_does_not(tmp_path, case):
    put(tmp_path, HOSTILE[case])
    in_bounds("a.pdf")


def test_too_many_pages_and_operations_are_named(tmp_path, monkeypatch):
    name = put(tmp_path, many_pages(*[shown(WORDS)] * 5))
    monkeypatch.setattr(reader, "MOST_PAGES", 4)
    assert skipped(name) == {"a.pdf": "the PDF has more than 4 pages"}
    monkeypatch.setattr(reader, "MOST_PAGES", 5)
    monkeypatch.setattr(reader, "MOST_OPERATIONS", 10)
    assert skipped(name) == {"a.pdf": "the PDF takes more than 10 operations"}
