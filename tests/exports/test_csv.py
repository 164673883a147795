"""Tables as CSV: read by the standard library, harmless in a spreadsheet, described."""

import csv
import io

from hypothesis import HealthCheck, given, settings

from exports.tabled import HOSTILE, hiding, members, written
from reportedly.exports import csv as form
from reportedly.exports.tables import TABLES
from reportedly.shelf import Shelf
from reportedly.visible import HIDDEN
from views.case import story


def tables(case):
    """Name → rows as dicts, read by the standard library."""
    found = {}
    for name, data in members(written(form.csv, case)).items():
        if name.endswith(".csv"):
            lines = csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True)
            found[name.removesuffix(".csv")] = list(lines)
    return found


def test_every_table_is_a_file_and_every_row_comes_back():
    case, found = story(), tables(story())
    assert list(found) == [table.name for table in TABLES]
    for table in TABLES:
        assert len(found[table.name]) == len(list(table.rows(Shelf(case))))
    first = found["claims"][0]
    assert (first["name"], first["at_least"], first["at_most"]) == ("C1", "2", "3")
    assert found["positions"][0]["statements"].split() == [
        row["id"] for row in found["statements"] if row["id"] in found["positions"][0]["statements"]
    ]


def test_the_readme_describes_every_column():
    told = members(written(form.csv, story()))["README.txt"].decode()
    for table in TABLES:
        described = told.split(f"\n{table.name}.csv\n")[1].split(".csv\n")[0]
        for column in table.columns:
            assert f"\n  {column.name} " in described


def test_the_same_case_gives_the_same_bytes():
    assert written(form.csv, story()) == written(form.csv, story())


@given(HOSTILE)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_cell_is_a_formula_or_hides_a_character(case):
    for name, rows in tables(case).items():
        for value in (v for row in rows for v in row.values()):
            assert value.isdigit() or not value.lstrip(" ").startswith(tuple("=+-@\t\r\n＝")), name
            assert not HIDDEN.search(value)


def test_what_a_person_wrote_is_no_formula():
    case, _ = hiding()
    assert tables(case)["rulings"][0]["why"] == "'=cmd()"
