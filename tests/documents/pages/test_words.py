"""No word of a report is lost or glued to another, and every link stands at its own characters."""

# ruff: noqa: E501 - markup reads best on one line

from html import escape

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from documents.bounded import in_bounds
from documents.pages.reading import read
from reportedly.documents.pages.blocks import Seen, parsed
from reportedly.documents.pages.moments import moment
from reportedly.model import cut

URL = "https://vesk.example/a"
INLINE = st.sampled_from(["b", "i", "span", "em", "font", "mark", "small", "u"])
BLOCK = st.sampled_from(["p", "div", "section", "blockquote", "li", "td", "x-paragraph", "center"])


def seen(markup):
    return [block.text for block in Seen(parsed(markup)).blocks]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One<p>two<div>three</div>four", ["One", "two", "three", "four"]),
        ("<div>One<p>two</p>three</div>", ["One", "two", "three"]),
        ("<table><tr><td>One<td>two<tr><td>three</table>", ["One", "two", "three"]),
        ("<ul><li>One<li>two</ul><dl><dt>three<dd>four</dl>", ["One", "two", "three", "four"]),
        ("<h2>One</h2>two<hr>three", ["One", "two", "three"]),
        ("<p>One<br><br>two<br>three</p>", ["One", "two three"]),
        ("<p>It ended.<br>Then it began.</p>", ["It ended.", "Then it began."]),
        ("<p>12 Dock Road<br>Tolm</p>", ["12 Dock Road\nTolm"]),
        ("<x-a>One</x-a><x-b>two</x-b>", ["One", "two"]),
        ("<p>gar<b>ri</b>son <i>left</i>, it<span> </span>said</p>", ["garrison left, it said"]),
        ("<p><span class=drop>T</span>he garrison</p>", ["The garrison"]),
        ("<p><span>It ended.</span><span>Then it began.</span></p>", ["It ended. Then it began."]),
        ("<p><span>Ana Brel</span><span>Published</span></p>", ["Ana Brel Published"]),
        ("<p><span style='display:block'>One</span><span style='display:block'>two</span></p>", ["One", "two"]),
        ("<p>A <q>quotation</q> in it</p>", ["A “quotation” in it"]),
        ("<p>one&nbsp;two\n\tthree\u00adfour\u200b</p>", ["one two threefour"]),
        ("<p>said it.<sup><a href='#n'>1</a></sup> Then 5 km<sup>2</sup></p>", ["said it. Then 5 km2"]),
        ("<p>One<!-- no -->two</p>", ["Onetwo"]),
        ("<p>One<script>x</script> two<style>y</style></p>", ["One two"]),
        ("<p hidden>No<p style='display:none'>No<p class=sr-only>No<p>Yes", ["Yes"]),
        ("<p>Yes <span style='display: none'>no</span>again<template>no</template></p>", ["Yes again"]),
        ("<style>.x,#y{display:none}</style><p class='a x'>No<p id=y>No<p class=xx>Yes", ["Yes"]),
        ("<style>@media print{.x{display:none}}</style><p class=x>Yes", ["Yes"]),
        (
            "<pre>The garrison at Tolm left its posts there on\nFriday evening.\n\nNobody\nleft.</pre>",
            ["The garrison at Tolm left its posts there on Friday evening.", "Nobody left."],
        ),
        ("<div style='white-space:pre-line'>It ended.\nThen it began.</div>", ["It ended.", "Then it began."]),
        ("<img src=x alt=No><p>Yes", ["Yes"]),
    ],
)  # fmt: skip
def test_what_is_seen_is_put_down_block_by_block(markup, expected):
    assert seen(f"<body>{markup}</body>") == expected


PIECE = st.recursive(
    st.just("·"),
    lambda inner: st.tuples(INLINE, st.lists(inner, min_size=1, max_size=3)).map(
        lambda made: f"<{made[0]}>{' '.join(made[1])}</{made[0]}>"
    ),
    max_leaves=4,
)
LINKED = PIECE | PIECE.map(lambda inner: f'<a href="/§">{inner}</a>')
PARAGRAPH = st.tuples(BLOCK, st.lists(LINKED, min_size=1, max_size=5))


def numbered(paragraphs):
    """Markup in which every word is another, each link has the words in it as its address."""
    markup, words = "", []
    for mark, pieces in paragraphs:
        inner = ""
        for told in pieces:
            here, piece = [], told
            while "·" in piece:
                here.append(f"wordy{len(words) + len(here)}x")
                piece = piece.replace("·", here[-1], 1)
            inner += piece.replace("§", ".".join(here)) + " "
            words += here
        markup += f"<{mark}>{inner}and so it went on there, they said to him.</{mark}>"
    return markup, words


def mostly_links(paragraph):
    """Whether it is read as a list of links elsewhere, which is no part of a text."""
    return sum(piece.count("·") for piece in paragraph[1] if piece.startswith("<a")) > 6


@given(st.lists(PARAGRAPH, min_size=1, max_size=6))
@settings(max_examples=200, deadline=None)
def test_every_word_is_there_once_in_order_and_every_link_at_its_words(paragraphs):
    assume(not any(map(mostly_links, paragraphs)))
    markup, words = numbered(paragraphs)
    documents = read(f"<article><h1>Headline of it</h1>{markup}</article>", URL)
    (found,) = documents
    assert [word for word in found.text.split() if word.startswith("wordy")] == words
    for link in found.links:
        assert cut(found.text, (link.span,)).split() == link.url.rsplit("/", 1)[1].split(".")
    assert len(found.links) == sum(
        piece.startswith("<a") for _, held in paragraphs for piece in held
    )


SOUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div class=comment>", "</div>", "<a href=/x>", "</a>", "<br>", "<h1>", "</h1>", "<li>", "<table><tr><td>",
         "</table>", "<time datetime=2031-03-04T10:00>", "</time>", "<span hidden>", "</span>", "<sup>", "<q>", "</q>", "<pre>", "</pre>", "live ",
         "18:42", "The garrison at Tolm left on Friday, they said. ", "4 March 2031 ", "\n\n", "<input>", "<img alt='x'>", "© 2031 Vesk ", "By Ana Brel ", "&shy;", "\u202e", "<article>", "</article>", "<style>.x{display:none}</style>", "<!--", "-->"]
    )
    | st.text(max_size=8).map(escape),
    max_size=40,
).map("".join)  # fmt: skip


@given(SOUP)
@settings(max_examples=300, deadline=None)
def test_whatever_the_markup_spans_lie_in_the_text_and_dates_are_dates(markup):
    for found in read(markup, URL):
        assert found.text.strip()
        assert all(cut(found.text, (link.span,)).strip() for link in found.links if link.span)
        assert all(at is None or moment(at) == at for at in (found.published, found.updated))


HOSTILE = {
    "a million words in one block": "<p>" + "word " * 200_000,
    "boxes in boxes": "<div class='related comments'>" * 20_000 + "Words that are said here.",
    "links side by side": "<a href=/x>Five words of a link</a>" * 10_000,
    "breaks": "One.<br>" * 15_000,
    "headings of boxes": "<h3>Related</h3><p>The garrison left, they said to us.</p>" * 6_000,
    "cards": "<div><a href=/x>Five words of a link</a><p>The garrison left, they said.</p></div>" * 1_500,
    "stamps of a live blog": "<h1>Live</h1>" + "<div><p>18:42</p><p>The garrison left, they said to us.</p></div>" * 3_000,
    "what is said again": "<p>The garrison left its posts, they said to us again.</p>" * 15_000,
    "quotations within": "".join(f"<p>The garrison {i} left its posts there, they said.</p>" for i in range(12_000)),
    "style sheets": "<style>" + ".x{display:none}" * 200_000 + "</style><p class=x>Words.<p>Words.",
    "open braces": "<style>" + "@media{" * 300_000 + "display:none</style><p>Words.",
    "JSON-LD in JSON-LD": '<script type="application/ld+json">' + '{"a":' * 90_000 + "</script><p>Words.",
    "JSON-LD of many objects": '<script type="application/ld+json">[' + '{"headline":"x"},' * 60_000 + "{}]</script><p>Words.",
    "digits": "<h1>A headline</h1><p>" + "2031-03-" * 40_000 + "</p><p>" + "1" * 300_000,
    "comments never closed": "<!--" * 100_000 + "<p>Words.",
    "classes": "<p class='" + "a-b " * 200_000 + "'>Words that are said here.",
    "a long style": "<p style='" + "height:0;" * 100_000 + "'>Words that are said here.",
    "forms": "<form><input>" * 10_000 + "<p>Words that are said here.",
    "inline in inline": "<b><i>" * 60_000 + "Words that are said here.",
    "titles": "<title>" + "a | " * 100_000 + "</title><p>Words that are said here.",
}  # fmt: skip


def test_hostile_pages_take_bounded_time_and_memory_all_of_them_together(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for number, page in enumerate(HOSTILE.values()):
        (tmp_path / f"{number}.html").write_text(page, encoding="utf-8")
    assert in_bounds(*(f"{number}.html" for number in range(len(HOSTILE))))
