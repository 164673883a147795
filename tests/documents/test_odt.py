"""OpenDocument texts: paragraphs, rows, links and dates; a bomb is a named line."""

import zipfile

import pytest

from documents.bounded import in_bounds
from documents.loading import kept, skipped

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "text", "table", "meta")
)
MORE = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
KIND = "application/vnd.oasis.opendocument.text"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def odt(body, name="a.odt", kind=KIND, about="", method=zipfile.ZIP_DEFLATED):
    whole = f"<office:document-content {NAMES} {MORE}>{body}</office:document-content>"
    with zipfile.ZipFile(name, "w", method) as made:
        made.writestr("mimetype", kind, zipfile.ZIP_STORED)
        made.writestr("content.xml", body if body.startswith("<?xml") else whole)
        made.writestr("meta.xml", f"<office:meta {NAMES} {MORE}>{about}</office:meta>")
    return name


def p(text):
    return f"<text:p>{text}</text:p>"


def test_paragraphs_rows_and_breaks_are_those_that_are_seen():
    cell = "<table:table-cell>{}</table:table-cell>"
    row = f"<table:table-row>{cell.format(p('Tolm'))}{cell.format(p('twelve') + p('men'))}"
    body = (
        "<text:h>Garrison flees</text:h>"
        + p("It  <text:span>left</text:span> on\n Friday.")
        + f"<text:list><text:list-item>{p('First.')}</text:list-item></text:list>"
        f"<table:table>{row}</table:table-row></table:table>"
        + p('Late<text:s text:c="9"/>at<text:tab/>night,<text:line-break/>they say.')
    )
    (found,) = kept(odt(body))
    assert found.text == (
        "Garrison flees\n\nIt left on Friday.\n\nFirst.\n\nTolm\ttwelve men\n\n"
        "Late at night,\nthey say."
    )


def test_notes_remarks_and_what_was_deleted_are_left_out():
    body = (
        f"<text:tracked-changes>{p('Deleted.')}</text:tracked-changes>"
        + p(f"It left.<text:note>{p('A note.')}</text:note>")
        + p(f"They say.<office:annotation>{p('A remark.')}</office:annotation>")
    )
    assert [d.text for d in kept(odt(body))] == ["It left.\n\nThey say."]


def test_links_stand_at_their_words():
    link = '<text:a xlink:href="https://vesk.example/1"><text:span>told</text:span></text:a>'
    (found,) = kept(odt(p(f"As {link}.")))
    assert [(one.span.start, one.url) for one in found.links] == [(3, "https://vesk.example/1")]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("<dc:date>2031-03-04T10:00:00.5</dc:date>", ("2031-03-04T10:00:00", "modified")),
        ("", ("2031-03-01T09:00:00", "created")),
    ],
)
def test_what_the_file_says_of_itself_is_told(more, expected):
    about = (
        "<dc:title>Garrison flees</dc:title><meta:initial-creator>Ana Brel</meta:initial-creator>"
        f"<meta:creation-date>2031-03-01T09:00:00</meta:creation-date>{more}"
    )
    (found,) = kept(odt(p("It left."), about=about))
    assert (found.title, found.byline, found.published, found.dated) == (
        "Garrison flees", "Ana Brel", expected[0], f"{expected[1]} in the document's properties",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["a.odt", "saved", "a.zip"])
def test_a_text_is_recognised_whatever_its_name(name):
    assert [d.text for d in kept(odt(p("It left."), name))] == ["It left."]


def test_other_documents_and_books_are_named():
    sheet = odt(p("No."), "a.ods", "application/vnd.oasis.opendocument.spreadsheet")
    book = odt(p("No."), "a.odt", "application/epub+zip")
    assert "this version does not read" in skipped(sheet)[sheet]
    assert skipped(book) == {book: "the file is no OpenDocument text"}


def test_rich_text_is_named_and_its_marks_are_no_report(tmp_path):
    for name in ("a.rtf", "a.txt"):
        (tmp_path / name).write_text(r"{\rtf1\ansi The garrison left.\par}")
        assert "an RTF document" in skipped(name)[name]


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 50}">' for a, b in zip("abcdefg", "bcdefgh", strict=True))
    + f"]><office:text {NAMES}>{p('&h;Words.')}</office:text>"
)
FILE = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "secret.txt">]>'
    f"<office:text {NAMES}>{p('&x;Words.')}</office:text>"
)


def test_no_entity_is_resolved(tmp_path):
    (tmp_path / "secret.txt").write_text("Secret.")
    for number, xml in enumerate((LAUGHS, FILE)):
        found = in_bounds(odt(xml, f"{number}.odt"))
        assert "ha" not in found[0]
        assert "Secret" not in found[0]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (lambda: "<text:p>" * 100_000, "damaged"),
        (lambda: p("word " * 300_000), "longer than"),
        (lambda: p("<text:s/>" * 2_000_000), "packed more than 200 to 1"),
        (lambda: p("word " * 30_000_000), "packed more than 200 to 1"),
        (lambda: "", "no text"),
    ],
)
def test_a_document_made_to_take_for_ever_is_named(body, reason):
    (found,) = in_bounds(odt(body()))
    assert reason in found
