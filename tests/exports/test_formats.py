"""Exports carry the characters they speak of, cut from the kept text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import document, spans
from reportedly import exports
from reportedly.model import Attribution, Case, Hyperlink, Reading, Source, Span

TEXT = "“We saw it,” Ana Kovic said.\n\n“It burned,”\nshe added in Vesk."


def attribution(document_, source, cue, content):
    return Attribution(
        "a" * 16, document_.id, Span(0, 1), Source(source, "person", "Ana Kovic"), cue, content,
        "say", "for", "CT+", "direct",
    )  # fmt: skip


KOVIC = document(TEXT)
FIRST = attribution(
    KOVIC, spans(TEXT, "Ana Kovic"), spans(TEXT, "said"), spans(TEXT, "We saw it", "It burned")
)
READ = Reading(KOVIC.id, (FIRST,))


def test_a_discontinuous_content_is_joined_by_a_space():
    plain = exports.reading_json(KOVIC, READ)
    content = plain["attributions"][0]["content"]
    assert content["text"] == "We saw it It burned"
    assert [TEXT[s:e] for s, e in content["spans"]] == ["We saw it", "It burned"]


def test_the_case_lists_attributions_beside_their_document():
    plain = exports.ledger_json(Case((KOVIC,), (READ,)))
    assert [KOVIC.id] == [a["document"] for a in plain["attributions"]]
    assert [KOVIC.sha256] == [d["sha256"] for d in plain["documents"]]
    assert "text" not in plain["documents"][0]


def test_a_document_states_its_links_and_where_it_comes_from():
    links = (Hyperlink(Span(1, 3), "https://x.example/"), Hyperlink(None, "https://y.example/"))
    held = replace(KOVIC, links=links, syndicated="ANV", canonical="https://z.example/")
    plain = [exports.reading_json(d, READ)["document"] for d in (held, KOVIC)]
    assert [(d["links"], d["syndicated"], d["canonical"]) for d in plain] == [
        (
            [
                {"span": [1, 3], "url": "https://x.example/"},
                {"span": None, "url": "https://y.example/"},
            ],
            "ANV",
            "https://z.example/",
        ),
        ([], None, None),
    ]


def test_citron_gives_every_fragment_with_its_offsets():
    quote = exports.citron(KOVIC, READ)["quotes"][0]
    assert [quote["cue"]["text"]] == ["said"]
    assert [TEXT[c["start"] : c["end"]] for c in quote["contents"]] == ["We saw it", "It burned"]


@given(st.text(alphabet="ab \n\r\u2028\u0085é한🙂“”", min_size=3, max_size=60), st.data())
def test_a_brat_span_never_crosses_a_line_and_matches_its_text(text, data):
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    found = tuple(Span(s, e) for s, e in zip(cuts[::2], cuts[1::2], strict=False))
    held = document(text)
    lines = exports.brat(held, Reading(held.id, (attribution(held, (), found[:1], found),)))
    for line in lines.split("\n"):
        if line.startswith("T"):
            at, shown = line.split("\t")[1].split(" ", 1)[1], line.split("\t")[2]
            pieces = [text[slice(*map(int, pair.split()))] for pair in at.split(";")]
            assert shown == " ".join(pieces)


@pytest.mark.parametrize("write", [exports.reading_json, exports.citron])
def test_an_empty_reading_is_an_export_too(write):
    assert write(KOVIC, Reading(KOVIC.id))
