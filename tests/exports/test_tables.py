"""The tables: every row fits its columns, every id leads somewhere, every word is a report's."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from documents import samples
from exports.kept import ledger, loaded
from exports.tabled import HOSTILE, hiding
from reportedly.exports import FORMATS
from reportedly.exports.tables import TABLES
from reportedly.ledger import Checked, opened
from reportedly.model import STRENGTH
from reportedly.shelf import Shelf
from views.case import story

WORDS = {
    "claims": ("words",), "statements": ("words", "place", "time", "quantity", "sentence"),
    "participants": ("words",), "attributions": ("cue", "content", "voice_words", "role"),
    "causes": ("cause", "effect", "signal"), "questions": ("words", "cue"),
    "drift": ("before", "after"), "conflicts": ("left_words", "right_words"),
}  # fmt: skip
"""Columns that quote."""


def rows(case, name):
    """The rows of a table as dicts."""
    table = next(table for table in TABLES if table.name == name)
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(Shelf(case))]


def fits(case):
    """Every row has a value a column, ids are unique, and lead to a row."""
    ids = {table.name: [row["id"] for row in rows(case, table.name)] for table in TABLES}
    for table in TABLES:
        assert max(Counter(ids[table.name]).values(), default=1) == 1
        for column in table.columns:
            for row in rows(case, table.name) if column.of else ():
                value = row[column.name]
                several = value if column.kind == "many" else () if value is None else (value,)
                assert set(several) <= set(ids[column.of]), (table.name, column.name)


def test_every_id_leads_to_a_row():
    fits(story())
    fits(hiding()[0])


@given(HOSTILE)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_reports_say_every_id_leads_to_a_row(case):
    fits(case)


def test_the_story_has_rows_in_every_table_that_it_has_records_for():
    assert [t.name for t in TABLES if not rows(story(), t.name)] == ["participants", "rulings"]


@pytest.mark.parametrize("table", WORDS)
def test_words_are_cut_from_a_report(table):
    texts = [d.text for d in story().documents]
    for row in rows(story(), table):
        for name in WORDS[table]:
            assert not row[name] or any(row[name] in text for text in texts)


def test_spans_count_in_the_text_of_the_report():
    case = story()
    texts = {row["id"]: row["text"] for row in rows(case, "reports")}
    for row in rows(case, "statements"):
        assert texts[row["report"]][row["start"] : row["end"]] == row["words"]


@pytest.mark.parametrize("table", ["statements", "causes", "questions"])
def test_a_voice_stands_with_the_attribution_that_carries_it(table):
    """Promise 5: whoever is no author has an attribution."""
    for row in rows(story(), table):
        assert (row["attribution"] is None) == (row["voice_kind"] == "author")


@pytest.mark.parametrize("table", ["positions", "origins"])
def test_a_voice_across_reports_has_the_attributions_of_its_statements(table):
    carried = {row["id"]: row["attribution"] for row in rows(story(), "statements")}
    for row in rows(story(), table):
        held = {carried[name] for name in row["statements"]} - {None}
        assert set(row["attributions"]) == held


def test_a_claim_has_its_range_and_what_cannot_be_judged_is_empty():
    first, second, *_ = rows(story(), "claims")
    assert (first["at_least"], first["at_most"], first["status"]) == (2, 3, "contested")
    assert (first["grade"], first["letter"], first["digit"]) == ("C3", "C", 3)
    assert (second["grade"], second["letter"], second["digit"]) == ("F6", None, None)
    assert first["grade_why"].splitlines() == [
        "Two named voices are for it. (+1)", "A government denies it. (-1)",
    ]  # fmt: skip


def test_a_denial_is_no_voice_for_a_claim():
    (first, *_), positions = rows(story(), "claims"), rows(story(), "positions")
    counted = Counter(row["stance"] for row in positions if row["claim"] == first["id"])
    for stance in ("for", "against", "observing", "silent"):
        assert first[f"voices_{stance}"] == counted[stance]
    assert {row["factuality"] for row in positions} <= set(STRENGTH)


def test_what_is_hidden_is_in_no_table():
    case, held = hiding()
    for table in TABLES:
        for row in rows(case, table.name) if table.name != "rulings" else ():
            assert held.id not in row.values()
    assert rows(case, "rulings")[0]["records"] == f"claim {held.id}"


@pytest.mark.parametrize("name", ["csv", "parquet", "sqlite", "xlsx"])
def test_the_same_ledger_gives_the_same_bytes_on_either_store(tmp_path, postgres, name):
    (tmp_path / "given").mkdir()
    kept = loaded(*samples.write(tmp_path / "given"))
    write = next(form for form in FORMATS if form.name == name).writer()
    made = set()
    for where in (str(tmp_path / "case.db"), postgres.new()):
        ledger(where, kept)
        with opened(where) as held:
            case = held.case()
            made.add(b"".join(write(case, Checked(held, case))))
    assert len(made) == 1


def test_columns_are_described():
    for table in TABLES:
        assert table.columns[-1].name == "id"
        assert not table.columns[-1].joined
        assert all(c.about and not c.about.endswith(".") for c in table.columns)
        assert len({c.name for c in table.columns}) == len(table.columns)
