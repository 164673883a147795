"""What LibreOffice writes is read as what was typed: a report with all that people put in one."""

import shutil
import subprocess
from pathlib import Path

import pytest

from documents.real.serving import Site, put, read

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
TYPED = Path(__file__).with_name("typed.fodt")

BODY = (
    "Quay at Orsk closed after tremor",
    "By Ana Brel",
    "The old quay at Orsk was closed on Monday night after a tremor that, the harbour office said, "
    "had opened a crack “as wide as a hand” along eleven metres of its southern wall.",
    "Two dockers who had been unloading salt told the Tarn Echo that they heard the stones move "
    "before they felt anything. “We left the crane standing and ran,” one of them said.",
    "The harbour master, Ivo Lenk, denied that anybody had been hurt – in Häme, too – and declined "
    "to say when ships of more than 4,000 tonnes would be let in again.",
    "Three people were treated for cuts, according to Vesk Radio.",
    "The hospital has not confirmed it.",
)
ROW = "Orsk\t3.1"
LINK = ("Vesk Radio", "https://vesk.example/quay")
LEFT_OUT = ("A note at the foot.", "The Tarn Echo, page", "struck out")

PRINTED = (*BODY[:4], BODY[4] + "struck out", "• " + BODY[5], "• " + BODY[6])
"""As it prints: items have their signs, and what is struck out is still to be seen."""

pytestmark = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def site():
    with Site() as served:
        yield served


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Converts what was typed, each kind once."""
    folder = tmp_path_factory.mktemp("made")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"

    def convert(kind, source=TYPED):
        command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
        return folder / f"{source.stem}.{kind.partition(':')[0]}"

    return convert


def paragraphs(found):
    return [" ".join(one.split(" ")) for one in found.text.split("\n\n")]


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_text_has_its_paragraphs_its_row_its_link_and_what_the_file_says_of_itself(
    site, made, kind
):
    (found,), skipped = read(site, put(site, made(kind)))
    assert paragraphs(found) == [*BODY, ROW]
    assert skipped == []
    assert not any(words in found.text for words in LEFT_OUT)
    assert [(found.text[k.span.start : k.span.end], k.url) for k in found.links] == [LINK]
    assert (found.title, found.byline) == ("Quay at Orsk closed after tremor", "Ana Brel")
    assert (found.published[:10], found.dated) == (
        "2031-03-04", "modified in the document's properties",
    )  # fmt: skip


def test_a_pdf_has_its_paragraphs_without_the_breaks_of_lines_and_the_marks_of_notes(site, made):
    (found,), skipped = read(site, put(site, made("pdf")))
    assert paragraphs(found)[: len(PRINTED)] == [*PRINTED]
    assert skipped == []
    assert found.title == "Quay at Orsk closed after tremor"
    assert found.byline == "Ana Brel"


def test_a_page_that_became_a_text_has_its_paragraphs(site, made, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<h1>Flight</h1><p>The garrison <b>left</b>.</p><p>It was late.</p>")
    (found,), _ = read(site, put(site, made("odt:writer8", page)))
    assert paragraphs(found) == ["Flight", "The garrison left.", "It was late."]


@pytest.mark.parametrize("kind", ["rtf", "doc"])
def test_a_kind_that_is_not_read_is_named_and_never_read_as_text(site, made, kind):
    found, (reason,) = read(site, put(site, made(kind)))
    assert found == []
    assert "which this version does not read" in reason


def test_plain_text_that_it_writes_is_read(site, made):
    (found,), _ = read(site, put(site, made("txt:Text (encoded):UTF8,LF")))
    lines = [line.strip(" •") for line in found.text.split("\n")]
    # The mark of the note is a digit there, and what is struck out is to be seen.
    assert [one for one in BODY if one not in lines] == [BODY[3], BODY[4]]
    assert found.text.startswith(BODY[0])
