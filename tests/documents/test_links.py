"""Links of text, Markdown and tables stand at their characters, or have no place."""

import json
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.loading import kept
from reportedly.documents.addresses import address, printed, target
from reportedly.documents.links import LONGEST_ANCHOR, MOST, links, seen
from reportedly.documents.markdown import words
from reportedly.documents.raw import Stated
from reportedly.model import Hyperlink, Span, cut, identify

X, Y = "https://x.example/", "https://y.example/"


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def one(name, content):
        (tmp_path / name).write_text(content, encoding="utf-8")
        (found,) = kept(name)
        return found

    return one


def shown(document):
    """The links of a document as words (or None) and address."""
    return [
        (cut(document.text, (link.span,)) if link.span else None, link.url)
        for link in document.links
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://x.example/a?b=1&utm_source=y#c.", ["https://x.example/a?b=1&utm_source=y#c"]),
        ("(https://x.example/a), HTTP://Y.example!", ["https://x.example/a", "HTTP://Y.example"]),
        ("(https://x.example/a_(b)) “https://x.example/c”", ["https://x.example/a_(b)", "https://x.example/c"]),
        ("https://x.example/a\u200b \u2067https://x.example/b\u2069", ["https://x.example/a", "https://x.example/b"]),
        ("https://x.example/2031… https://x.example/2031...", []),
        ("xhttps://x.example https:// ftp://x.example https://…", []),
        ("https://x.example/a\u202eb https://x.example/a\x07b", []),
        ("javascript:alert(1) data:text/html,x", []),
        ("https://x.example/" + "a" * 2_000, []),
    ],
)  # fmt: skip
def test_addresses_printed_in_a_text_are_links(read, text, expected):
    assert [words_ for words_, _ in shown(read("a.txt", f"The ministry: {text}"))] == expected


def test_a_printed_address_is_kept_in_the_form_of_addresses(read):
    (link,) = read("a.txt", "See HTTPS://X.example/a?b=1&utm_source=y#c for more.").links
    assert link.url == "https://x.example/a?b=1"


def test_markdown_links_stand_at_their_words_and_the_text_is_as_before(read):
    text = (
        "---\nurl: https://vesk.example/a/b\n---\n# Flight\n\nOn Friday **[two _senior_ officials]("
        'https://x.example/a_b "T")** said\nso; [the army][1], [Tolm][] and [nobody][2] did not. '
        "![p](https://p.example/) <https://y.example/>\n\n> - [ a ](</rel>) [b](javascript:x) "
        "[c](https://x.example/\\_)\n\n[1]: <https://y.example/1> 'T'\n[tolm]: https://y.example/2\n"
    )
    found = read("a.md", text)
    assert found.text == (
        "On Friday two senior officials said so; the army, Tolm and nobody did not.  "
        "https://y.example/\n\na  b c\n\n[1]: https://y.example/1 'T' [tolm]: https://y.example/2"
    )
    assert shown(found)[:6] == [
        ("two senior officials", "https://x.example/a_b"), ("the army", f"{Y}1"), ("Tolm", f"{Y}2"),
        (Y, Y), ("a", "https://vesk.example/rel"), ("c", f"{X}_"),
    ]  # fmt: skip


def test_markdown_that_holds_the_marks_themselves_gives_no_links_there():
    assert words(f"\U000f0001 [a]({X})") == ("\U000f0001 a", ())


MARKDOWN = st.lists(
    st.sampled_from(
        [
            "[a](https://x.example/)",
            "[*b*][1]",
            "**",
            "_",
            "[",
            "](",
            "`",
            "x",
            " ",
            "\n",
            "\\",
            "~",
        ]
    ),
    max_size=14,
).map("".join)


@given(MARKDOWN)
def test_a_markdown_link_is_a_slice_of_the_text(text):
    shown_, found = words(f"{text}\n\n[1]: https://y.example/")
    assert {cut(shown_, (link.span,)).strip("*_`") for link in found} <= {"a", "b"}


def test_a_column_of_links_may_be_addresses_words_or_places(read):
    text = "The army said so. The ministry said so to https://y.example/ and The army."
    stated = [
        X, {"url": f"{X}1", "text": "The ministry"}, {"url": f"{X}2", "text": "The army"},
        {"url": f"{X}3", "start": 4, "end": 8},
        {"url": f"{X}4", "start": 0, "end": 3, "text": "An"},
        {"url": f"{X}5", "start": 70, "end": 999}, {"url": f"{X}6", "start": -3, "end": -1},
        {"url": f"{X}7", "start": True, "end": 9}, {"url": 7}, 7, None, ["a"], {"text": "army"},
        "javascript:x", "/relative", Y,
    ]  # fmt: skip
    expected = [
        ("army", f"{X}3"), ("The ministry", f"{X}1"), (Y, Y), (None, X), (None, f"{X}2"),
        *((None, f"{X}{i}") for i in (4, 5, 6, 7)),
    ]  # fmt: skip
    assert shown(read("a.jsonl", json.dumps({"text": text, "links": stated}))) == expected
    cell = json.dumps(stated).replace('"', '""')
    assert shown(read("a.csv", f'text,links\n"{text}","{cell}"\n')) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (X, [X]),
        ("[", []),
        ("[" * 9_999, []),
        ("", []),
        ("none", []),
        (f'{{""url"": ""{X}""}}', [X]),
    ],
)
def test_a_cell_that_is_no_list_is_one_address_or_none(read, cell, expected):
    found = read("a.csv", f'text,links\nThe army said so.,"{cell}"\n')
    assert [link.url for link in found.links] == expected


def test_a_report_of_one_headline_has_no_places(read):
    row = {"text": " ", "title": "Flight", "links": [{"url": X, "start": 0, "end": 1}]}
    assert read("a.jsonl", json.dumps(row)).links == (Hyperlink(None, X),)


def test_places_hold_where_line_ends_change(read):
    row = {"text": "One.\r\nTwo.\r\n", "links": [{"url": X, "start": 6, "end": 9}]}
    assert shown(read("a.jsonl", json.dumps(row))) == [("Two", X)]


def test_the_id_is_that_of_address_and_text_alone(read):
    row = {"text": "The army said so.", "url": X}
    found = read("a.jsonl", json.dumps(row | {"links": [Y], "credit": "ANV", "canonicalurl": Y}))
    assert found.id == identify("document", X, row["text"]) == read("b.jsonl", json.dumps(row)).id


def test_links_are_few_enough():
    text = " ".join(f"{X}{i}" for i in range(2 * MOST))
    stated = [Stated(f"{Y}{i}") for i in range(10_000)]
    assert len(links(text, stated)) == len(links("a", stated)) == len(links(text, ())) == MOST
    long = "a" * (LONGEST_ANCHOR + 1)
    assert links(long, [Stated(X, span=Span(0, len(long)))]) == (Hyperlink(None, X),)


def test_hostile_texts_take_little_time():
    began = process_time()
    for text in ("https://" * 100_000, f"{X}{')' * 3_900} " * 200, "http://a " * 100_000):
        links(text, [Stated(X, "a" * 500)] * MOST)
    assert process_time() - began < 20


PIECES = st.lists(
    st.sampled_from(
        [
            "https://x.example/",
            "http://",
            "(",
            ")",
            "]",
            ".",
            "…",
            "\u200b",
            "\u202e",
            " ",
            "a",
            "[",
            "@",
        ]
    ),
    max_size=12,
).map("".join)
PLACE = st.builds(Span, st.integers(-2, 30), st.integers(-2, 30)) | st.none()
STATED = st.builds(Stated, st.sampled_from([X, Y]), PIECES | st.none(), PLACE)


@given(PIECES, st.lists(STATED, max_size=5))
def test_every_span_is_a_slice_in_order_and_shows_the_words_stated(text, stated):
    found = links(text, stated)
    assert found == links(text, (*stated, *stated))
    placed = [link for link in found if link.span]
    assert list(found[: len(placed)]) == placed
    at = 0
    for link in placed:
        assert at <= link.span.start < link.span.end <= len(text)
        at = link.span.end
        told = cut(text, (link.span,))
        words_ = {seen(s.text or "") for s in stated if s.url == link.url}
        bare = target(told) == link.url and (link.span, link.url) in printed(text)
        anywhere = any(s.span == link.span and not seen(s.text or "") for s in stated)
        assert bare or anywhere or seen(told) in words_


def test_a_base_that_is_no_address_gives_no_link():
    assert target("/2", "https://v.example\\x]") is None
    assert target("/2", "https://v.example/x") == "https://v.example/2"


def test_white_space_before_a_fragment_is_no_part_of_an_address():
    assert address("https://v.example/ab #c") == "https://v.example/ab"


@given(st.text(max_size=30) | PIECES, st.sampled_from([None, X, "https://[", "a"]))
def test_whatever_the_address_nothing_is_raised_and_the_form_is_final(stated, base):
    found = target(stated, base)
    assert found is None or found == address(found) == target(found)
