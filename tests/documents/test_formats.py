"""Each format gives the report's own words and what it states about itself."""

import pytest

from documents.bounded import in_bounds
from documents.loading import kept, skipped
from reportedly.documents import html

PAGE = """<!doctype html><html lang="en"><head><title>Garrison flees | The Vesk Courier</title>
<meta property="og:site_name" content="The Vesk Courier"><meta name="author" content="Ana Brel">
<meta property="article:published_time" content="2031-03-04T10:00:00+02:00">
<link rel="canonical" href="https://vesk.example/flees"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Garrison flees</h1><p>The garrison <b>left</b> on Friday, two officials said.</p>
<p>The army denied it.</p></article><footer>All rights reserved by the Courier.</footer>
</body></html>"""
JSON_LD = """<html><head><script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
"headline": "Garrison flees", "datePublished": "2031-03-04", "author": [{"name": "Ana Brel"},
{"name": "Ivo Tarn"}], "publisher": {"name": "The Vesk Courier"}}]}</script></head>
<body><p>The garrison left its posts on Friday.</p></body></html>"""


@pytest.fixture
def write(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def put(name, content):
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    return put


def test_a_page_gives_paragraphs_and_what_it_states(write):
    (found,) = kept(write("a.html", PAGE))
    assert found.text == ("The garrison left on Friday, two officials said.\n\nThe army denied it.")
    assert (found.title, found.publisher, found.byline, found.published, found.url) == (
        "Garrison flees", "The Vesk Courier", "Ana Brel", "2031-03-04T08:00:00Z",
        "https://vesk.example/flees",
    )  # fmt: skip


def test_a_page_may_speak_in_json_ld(write):
    (found,) = kept(write("a.html", JSON_LD))
    assert (found.title, found.publisher, found.byline, found.published) == (
        "Garrison flees", "The Vesk Courier", "Ana Brel, Ivo Tarn", "2031-03-04",
    )  # fmt: skip


def test_a_page_in_its_declared_encoding_is_read(write):
    page = '<meta charset="windows-1251"><p>Солдаты покинули посты.</p>'
    assert [d.text for d in kept(write("a.html", page.encode("cp1251")))] == [
        "Солдаты покинули посты."
    ]


def test_a_first_line_without_full_stop_before_a_blank_line_is_the_title(write):
    (found,) = kept(write("a.txt", "Garrison flees\n\nIt left on Friday.\nThe army denied it."))
    assert (found.title, found.text) == (
        "Garrison flees", "Garrison flees\n\nIt left on Friday.\nThe army denied it.",
    )  # fmt: skip


def test_a_first_sentence_is_no_title(write):
    text = "The garrison fled.\n\nThe army denied it."
    assert [(d.title, d.text) for d in kept(write("a.txt", text))] == [(None, text)]


def test_every_character_stays_where_it_was_and_line_ends_become_one_kind(write):
    given = "  One  line.\r\n\r\nAnother\tline.\rA third.\r\n"
    (found,) = kept(write("a.txt", given))
    assert found.text == "  One  line. \n \nAnother\tline.\nA third. \n"
    assert len(given) == len(found.text)


def test_lines_set_to_a_column_are_joined_one_for_one(write):
    text = (
        "VESK - The garrison at Tolm left its posts on Friday evening and\n"
        "walked to the ferry, two officials in the capital told reporters\n"
        "who had waited for them."
    )
    (found,) = kept(write("a.txt", text))
    assert found.text == text.replace("\n", " ")


def test_markdown_loses_its_marks_and_gives_its_front_matter(write):
    text = (
        "---\npublisher: The Vesk Courier\ndate: 2031-03-04\nauthor: 'Ana Brel'\n---\n"
        "# Garrison *flees*\n\nThe garrison **left** on\nFriday, [two officials](https://x.example/)"
        " said.\n\n> The army denied snake_case_words.\n\n- One `item`\n* Another\n\n---\n"
        "<!-- no -->"
    )
    (found,) = kept(write("a.md", text))
    assert (found.title, found.publisher, found.published, found.byline) == (
        "Garrison flees", "The Vesk Courier", "2031-03-04", "Ana Brel",
    )  # fmt: skip
    assert found.text == (
        "The garrison left on Friday, two officials said.\n\nThe army denied snake_case_words."
        "\n\nOne item\n\nAnother"
    )


def test_csv_rows_are_named_after_the_line_they_start_on(write):
    table = 'Outlet,Published At,Body\nVesk,2031-03-04,"Two\nlines."\nTarn,,One line.\n'
    assert [(d.name, d.publisher, d.published, d.text) for d in kept(write("a.csv", table))] == [
        ("a.csv:2", "Vesk", "2031-03-04", "Two\nlines."),
        ("a.csv:4", "Tarn", None, "One line."),
    ]


def test_a_table_and_front_matter_say_where_the_date_stands(write):
    table = "Published At,Body\n2031-03-04,One.\n,Two.\n"
    assert [d.dated for d in kept(write("a.csv", table))] == ["column Published At", None]
    (found,) = kept(write("a.md", "---\ndate: 2031-03-04\n---\nOne."))
    assert found.dated == "front matter"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_may_use_other_delimiters(write, delimiter):
    rows = [["title", "text"], ["Flight", "The garrison fled."]]
    table = "\n".join(delimiter.join(row) for row in rows)
    assert [d.title for d in kept(write("a.csv", table))] == ["Flight"]


def test_a_broken_csv_row_is_named_and_the_next_one_read(write):
    table = 'title,text\nA,"open" quote\nB,one,two\nC,The garrison fled.\n'
    name = write("a.csv", table)
    assert [d.name for d in kept(name)] == ["a.csv:4"]
    assert sorted(skipped(name)) == ["a.csv:2", "a.csv:3"]


def test_why_a_row_is_broken_is_told_in_characters_that_can_be_seen(write):
    table = 'title\ttext\nA\t"open" quote\n'
    reason = "the row is broken: 'tab' expected after '\"'"
    assert skipped(write("a.tsv", table)) == {"a.tsv:2": reason}


def test_an_open_quote_does_not_swallow_the_rows_after_it(write):
    table = 'title,text\nA,"never closed\nB,"Fine."\nC,The garrison fled.\n'
    assert [d.title for d in kept(write("a.csv", table))] == ["C"]


def test_json_lines_and_arrays_give_one_report_an_object(write):
    rows = ['{"text": "One.", "source": {"name": "Vesk"}}', '{"text": "Two."}']
    lines, array = write("a.jsonl", "\n".join(rows)), write("b.json", f"[{', '.join(rows)}]")
    assert [(d.name, d.publisher) for d in kept(lines)] == [
        ("a.jsonl:1", "Vesk"),
        ("a.jsonl:2", None),
    ]
    assert [d.name for d in kept(array)] == ["b.json:1", "b.json:2"]


def test_a_broken_json_line_is_named_and_the_next_one_read(write):
    name = write("a.jsonl", b'{"text": "One."}\n{"text"\n[1]\n\xff\n{"text": "Two."}\n{"text": ""}')
    assert [d.name for d in kept(name)] == ["a.jsonl:1", "a.jsonl:5"]
    assert sorted(skipped(name)) == ["a.jsonl:2", "a.jsonl:3", "a.jsonl:4", "a.jsonl:6"]


@pytest.mark.parametrize("text", ["\\ud800 half", "a \\u0000 b"])
def test_a_json_text_that_no_output_could_hold_is_skipped(write, text):
    assert list(skipped(write("a.jsonl", f'{{"text": "{text}"}}'))) == ["a.jsonl:1"]


def test_half_a_character_in_an_array_of_wide_json_costs_its_own_row_alone(write):
    array = '[{"text": "Half \ud800."}, {"text": "Whole."}]'.encode("utf-16", "surrogatepass")
    name = write("a.json", array)
    assert [d.text for d in kept(name)] == ["Whole."]
    assert list(skipped(name)) == ["a.json:1"]


def test_a_page_of_nothing_but_marks_is_named_and_one_of_nearly_as_many_read_in_bounds(write):
    name = write("a.html", "<p>word</p>" * 900_000)
    assert skipped(name) == {name: f"the page has more than {html.MOST_MARKS:,} marks"}
    assert in_bounds(write("b.html", "<p>word</p>" * 149_000))
    assert in_bounds(write("c.html", "<div>" * 100_000 + "Words."))
