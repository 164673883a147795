"""The workbook, opened again by openpyxl: rows, limits, links, nothing that runs."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from exports.tabled import HOSTILE, members, written
from reportedly.exports import xlsx as form
from reportedly.exports.csv import cell
from reportedly.exports.tables import TABLES
from reportedly.shelf import Shelf
from reportedly.visible import HIDDEN
from views.case import story


def opened(case):
    return load_workbook(io.BytesIO(written(form.xlsx, case)))


def with_url(url):
    """The story, its first report at an address."""
    case = story()
    return replace(case, documents=(replace(case.documents[0], url=url), *case.documents[1:]))


def clicked(sheet):
    """The addresses of a sheet that can be clicked."""
    return [at.hyperlink.target for row in sheet.iter_rows() for at in row if at.hyperlink]


def test_every_table_is_a_sheet_and_every_row_comes_back():
    case, book = story(), opened(story())
    assert book.sheetnames == [*(table.name for table in TABLES), "about"]
    for table in TABLES:
        head, *rows = book[table.name].iter_rows(values_only=True)
        assert head == tuple(column.name for column in table.columns)
        told = [tuple(_told(value) for value in row) for row in table.rows(Shelf(case))]
        assert rows == told


def _told(value):
    value = cell(value)
    return form.fitted(value) or None if isinstance(value, str) else value


def test_a_heading_stays_and_words_are_wrapped():
    sheet = opened(story())["claims"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:Y{sheet.max_row}"
    assert sheet["A1"].font.bold
    assert sheet["B2"].alignment.wrap_text
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width
    assert {sheet.row_dimensions[n].height for n in range(2, sheet.max_row + 1)} == {45}


def test_the_last_sheet_says_what_each_column_holds():
    told = {row[:2] for row in opened(story())["about"].iter_rows(values_only=True)}
    assert {(t.name, c.name) for t in TABLES for c in t.columns} <= told


@pytest.mark.parametrize("url", ["https://a.example/b?c=%3D", "http://a.example"])
def test_an_address_of_the_web_can_be_clicked(url):
    book = opened(with_url(url))
    assert set(clicked(book["claims"])) == set(clicked(book["reports"])) == {url}
    assert book["reports"].cell(2, 8).value == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "file:///etc/passwd", "HTTPS:/a", "https://", "https://a b.example",
        'https://a.example/"', "https://a.example/\u202egnp", "https://[a", "=1", "\\\\a\\b",
        "https://a.example/" + "b" * 2_100, "ms-word:ofe|u|https://a.example",
    ],
)  # fmt: skip
def test_any_other_address_is_only_text(url):
    sheet = opened(with_url(url))["reports"]
    assert clicked(sheet) == []
    assert sheet.cell(2, 8).value == form.fitted(url)


def test_no_more_addresses_can_be_clicked_than_a_sheet_may_hold(monkeypatch):
    monkeypatch.setattr(form, "MOST_LINKS", 1)
    book = opened(with_url("https://a.example/"))
    assert clicked(book["claims"]) == clicked(book["reports"]) == ["https://a.example/"]


def test_a_text_that_no_cell_can_hold_says_that_it_is_cut():
    case = story()
    text = case.documents[0].text + "🙂é" * 20_000
    case = replace(case, documents=(replace(case.documents[0], text=text), *case.documents[1:]))
    sheet = opened(case)["reports"]
    (shown,) = {c[1].value for c in sheet.iter_cols() if c[0].value == "text"}
    said = f"[cut: all {len(text):,} characters are in --to csv] "
    assert shown.startswith(said)
    assert text.startswith(shown.removeprefix(said))
    assert len(shown.encode("utf-16-le")) // 2 in (32_766, 32_767)


@given(st.text(max_size=60), st.integers(40, 120))
def test_a_cell_is_never_too_long_nor_cut_in_the_middle_of_a_character(text, most):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(form, "MOST_CHARACTERS", most + 60)
        shown = form.fitted(text * 9)
    assert len(shown.encode("utf-16-le")) // 2 <= most + 60


def test_a_table_with_more_rows_than_a_sheet_holds_goes_on_in_the_next(monkeypatch):
    monkeypatch.setattr(form, "MOST_ROWS", 9)
    case, book = story(), opened(story())
    sheets = [name for name in book.sheetnames if name.startswith("statements")]
    rows = sum(len(r.statements) for r in case.readings)
    assert sheets == ["statements", *(f"statements {n}" for n in range(2, -(-rows // 8) + 1))]
    assert sum(book[name].max_row - 1 for name in sheets) == rows
    assert book[sheets[-1]]["A1"].value == "words"


@given(HOSTILE)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_cell_is_a_formula_or_hides_a_character(case):
    for sheet in opened(case):
        for at in (at for row in sheet.iter_rows() for at in row):
            assert at.data_type in ("s", "n", "inlineStr"), at.data_type
            if isinstance(at.value, str):
                assert not at.value.lstrip(" ").startswith(tuple("=+-@\t\r\n＝"))
                assert not HIDDEN.search(at.value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("_x202E_", "_x005F_x202E_"), ("#N/A", "#N/A"), ("=1", "'=1"), ("a\0", "a⟨U+0000⟩"),
        ("_x005F_x0041_", "_x005F_x005F_x005F_x0041_"), ("a_x_b", "a_x_b"),
    ],
)  # fmt: skip
def test_words_that_mean_something_to_a_spreadsheet_are_words(text, shown):
    case = story()
    case = replace(case, documents=(replace(case.documents[0], title=text), *case.documents[1:]))
    at = opened(case)["reports"]["C2"]
    assert (at.data_type, at.value) == ("s", shown)
    assert form.fitted(text) == shown


def test_the_same_case_gives_the_same_bytes_without_a_moment():
    data = written(form.xlsx, story())
    assert data == written(form.xlsx, story())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    moments = re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", members(data)["docProps/core.xml"])
    assert set(moments) == {b"1980-01-01T00:00:00Z"}
