"""Word documents: paragraphs, rows, links and dates; a bomb is a named line."""

import zipfile
from datetime import UTC, datetime

import docx
import pytest

from documents.bounded import in_bounds
from documents.loading import kept, skipped
from reportedly.documents import docx as reader

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def word(body, name="a.docx", **more):
    """A document whose body is ``body``, with other members beside it."""
    document = body if body.startswith("<?xml") else f"<w:document {W} {R} {MC}>{body}</w:document>"
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", document)
        for member, content in more.items():
            made.writestr(member, content)
    return name


def p(*runs):
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def test_a_document_made_by_a_real_program_is_read():
    made = docx.Document()
    made.add_heading("Garrison flees", 1)
    made.add_paragraph("The garrison left on ").add_run("Friday").bold = True
    made.add_paragraph("First.", style="List Bullet")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Tolm", "twelve\nmen"
    made.add_paragraph("The army denied it.")
    about = made.core_properties
    about.title, about.author = "Garrison flees", "Ana Brel"
    about.created = datetime(2031, 3, 1, 9, tzinfo=UTC)
    about.modified = datetime(2031, 3, 4, 10, tzinfo=UTC)
    made.save("a.docx")
    (found,) = kept("a.docx")
    assert found.text == (
        "Garrison flees\n\nThe garrison left on Friday\n\nFirst.\n\nTolm\ttwelve men\n\n"
        "The army denied it."
    )
    assert (found.title, found.byline, found.published, found.dated) == (
        "Garrison flees", "Ana Brel", "2031-03-04T10:00:00Z",
        "modified in the document's properties",
    )  # fmt: skip


def test_what_was_deleted_and_what_stands_in_twice_is_left_out():
    body = (
        "<w:p><w:r><w:t>The garrison </w:t></w:r><w:del><w:r><w:delText>fled</w:delText></w:r>"
        "</w:del><w:ins><w:r><w:t>left</w:t><w:tab/><w:t>early.</w:t></w:r></w:ins>"
        f"<mc:AlternateContent><mc:Choice>{p('A box.')}</mc:Choice>"
        f"<mc:Fallback>{p('A box.')}</mc:Fallback></mc:AlternateContent></w:p>"
    )
    assert [d.text for d in kept(word(body))] == ["A box.\n\nThe garrison left early."]


def test_links_stand_at_their_words():
    link = '<w:hyperlink r:id="r1"><w:r><w:t>told</w:t></w:r></w:hyperlink>'
    body = f"<w:p><w:r><w:t>As </w:t></w:r>{link}</w:p>"
    links = '<Rels><R Id="r1" TargetMode="External" Target="https://vesk.example/1"/></Rels>'
    (found,) = kept(word(body, **{"word/_rels/document.xml.rels": links}))
    assert [(one.span.start, one.url) for one in found.links] == [(3, "https://vesk.example/1")]


def test_a_table_within_a_table_is_one_row():
    def row(*cells):
        return "<w:tbl><w:tr>" + "".join(f"<w:tc>{c}</w:tc>" for c in cells) + "</w:tr></w:tbl>"

    assert [d.text for d in kept(word(row(p("A"), row(p("B"), p("C")) + p("D"))))] == ["A\tB\tC D"]


def test_a_document_without_its_name_is_recognised():
    word(p("Words."), "saved")
    assert [d.text for d in kept("saved")] == ["Words."]


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 50}">' for a, b in zip("abcdefg", "bcdefgh", strict=True))
    + f"]><w:document {W}><w:p><w:r><w:t>&h;Words.</w:t></w:r></w:p></w:document>"
)
FILE = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "secret.txt">]>'
    f"<w:document {W}><w:p><w:r><w:t>&x;Words.</w:t></w:r></w:p></w:document>"
)


def test_no_entity_is_resolved(tmp_path):
    (tmp_path / "secret.txt").write_text("Secret.")
    for number, xml in enumerate((LAUGHS, FILE)):
        found = in_bounds(word(xml, f"{number}.docx"))
        assert "ha" not in found[0]
        assert "Secret" not in found[0]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (lambda: "<w:p>" * 100_000, "damaged"),
        (lambda: p("word " * 300_000), "longer than"),
        (lambda: p("w") * 2_000_000, "packed more than 200 to 1"),
        (lambda: p("word " * 30_000_000), "packed more than 200 to 1"),
        (lambda: "", "no text"),
        (lambda: "<w:p>", "damaged"),
    ],
)
def test_a_document_made_to_take_for_ever_is_named(body, reason):
    (found,) = in_bounds(word(body()))
    assert reason in found


def test_a_document_that_is_too_large_is_named(monkeypatch):
    monkeypatch.setattr(reader, "MOST_XML", 1_000_000)
    name = word(p("".join(f"{number} " for number in range(200_000))))
    assert skipped(name) == {f"{name}/word/document.xml": "it is larger than 1 MB when unpacked"}


def test_an_office_document_of_another_kind_is_named():
    with zipfile.ZipFile("a.xlsx", "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
    assert "office document" in skipped("a.xlsx")["a.xlsx"]


def test_a_truncated_document_is_named(tmp_path):
    data = (tmp_path / word(p("Words."))).read_bytes()
    (tmp_path / "a.docx").write_bytes(data[: len(data) // 2])
    assert skipped("a.docx") == {"a.docx": "the ZIP archive or office document is damaged"}
