"""A person's own table of sources: how it is read, kept, and what it lends a claim."""

import pytest

from reportedly.errors import UsageError
from reportedly.grades import parse_sources, read_sources, sources_text, weigh
from reportedly.model import OF_SOURCES, Factor, Graded, Judged, Target
from reportedly.origins import trace
from retold import Told, Voice, report, story

HOLM = Voice("Anders Holm", "witness", "Anders Holm")
UNION = Voice("the Bakers Union", "organisation", "Bakers Union")
OWN = (Judged("anders holm", "C", "anna", "2031-03-01", "Twice right."), Judged("Marn Post", "A"))


def said(voice, publisher="Vesk Courier", day=1):
    text = f"{publisher} news. The guards fled, {voice.words} said. It rained in {publisher}."
    return report(publisher, day, text, Told("The guards fled", voice, "said"))


def weighed(*reports, graded=()):
    told = story(*reports)
    lineage = trace(told.documents, told.readings, told.gathering)
    (grade,) = weigh(told.documents, told.readings, told.gathering, lineage, graded, OWN)
    return grade


def test_a_source_of_the_table_lends_its_letter_with_who_when_why_and_the_words_that_name_it():
    held = said(HOLM)
    grade = weighed(held)
    (reason,) = (f for f in grade.factors if f.name == "own table")
    assert grade.letter == "C"
    assert reason.text == "A source of it is judged C by anna on 2031-03-01. Twice right."
    (evidence,) = reason.evidence
    assert [held[0].text[s.start : s.end] for s in evidence.spans] == ["Anders Holm"]


def test_whoever_stands_behind_nothing_lends_no_letter():
    assert weighed(said(UNION, "Marn Post")).letter == "F"


def test_a_ruling_goes_before_the_table():
    about = Target("outlet", "Anders Holm", name="Anders Holm")
    ruled = Graded(1, about, "E", "", Factor("ruling", 0.0, "Ruling 1."))
    grade = weighed(said(HOLM), graded=(ruled,))
    assert grade.letter == "E"
    assert "own table" not in {f.name for f in grade.factors}


def test_csv_and_toml_say_the_same(tmp_path):
    table, toml = tmp_path / "own.csv", tmp_path / "own.toml"
    table.write_text('letter,name,when,by\nb, Marn  Post ,2031-03-01,"anna, bo"\n', "utf-8-sig")
    toml.write_text(
        '[[source]]\nname = "Marn Post"\nletter = "B"\nwhen = 2031-03-01\nby = "anna, bo"\n'
    )
    judged = (Judged("Marn Post", "B", "anna, bo", "2031-03-01"),)
    assert read_sources(table) == read_sources(toml) == judged


def test_what_is_kept_reads_back_as_it_was_and_begins_as_a_table_of_sources_does():
    text = sources_text(OWN)
    assert text.partition("\n")[0] == OF_SOURCES
    assert parse_sources(text, "kept") == OWN


def test_of_two_rows_of_one_name_the_later_counts():
    assert parse_sources("name,letter\nthe Post,A\nPost,D\n", "t") == (Judged("Post", "D"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,grade\nPost,A\n", "t: a table of sources has the columns name and letter"),
        ("name,letter\nPost,G\n", "t:2: a letter is A to F"),
        ("name,letter\nPost,AB\n", "t:2: a letter is A to F"),
        ("name,letter\nPost,\n", "t:2: a letter is A to F"),
        ("name,letter\n ,A\n", "t:2: a row names a source"),
        ("name,letter,when\nPost,A,March\n", "t:2: March is no date of the form 2031-03-07"),
        (f"name,letter,why\nPost,A,{'x' * 501}\n", "t:2: a field has at most 500 characters"),
        ("name,letter,why\nPost,A,a\0b\n", "t:2: a field has at most 500 characters"),
    ],
)
def test_a_row_that_is_not_understood_is_named(text, said):
    with pytest.raises(UsageError) as caught:
        parse_sources(text, "t")
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize("text", ["source = 1", 'source = ["Post"]', "[[source", "name = 1"])
def test_toml_that_is_no_table_of_sources_is_named(tmp_path, text):
    path = tmp_path / "own.toml"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"own\.toml: "):
        read_sources(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        read_sources(tmp_path / "none.csv")
