"""PLOVER: records of what has a code, told as the voice tells it; a denial is no event."""

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.exports.plover import CODEBOOK, QUADS, plover
from reportedly.lexicons import __file__ as lexicons
from reportedly.model import Case, Logged, Participant, Ruling, Span, Target
from views.case import story

ACTOR = {
    "raw_text", "entity_name", "wikidata_id", "wiki_description", "country_name", "country_code",
    "sector_code", "other_sector_codes",
}  # fmt: skip


def lines(case):
    return [json.loads(line) for line in b"".join(plover(case, lambda sha256: None)).splitlines()]


def coded(**fields):
    """The case with one statement that has a code, and what may be said of it."""
    case, first = story(), story().readings[0]
    one = first.statements[0]
    at = case.documents[0].text.index("forty soldiers")
    actor = Participant("agent", Span(at, at + 14), "forty soldier", "KR")
    other = Participant("recipient", Span(at, at + 5), "forty")
    made = replace(one, **{"code": "RETREAT", "actors": (actor, other), **fields})
    reading = replace(first, statements=(made, *first.statements[1:]))
    return replace(case, readings=(reading, *case.readings[1:])), made


def test_a_record_says_who_did_what_to_whom_and_by_whose_word():
    case, one = coded()
    record, last = lines(case)
    assert record["id"] == one.id
    assert record["event"] == [
        {"code": "RETREAT", "quad": "material cooperation", "mode": None, "auxiliary_modes": []}
    ]
    assert (record["stance"], record["factuality"]) == ("for", "PS+")
    for found, raw in zip((record["actor"], record["recipient"]),
                          ("forty soldiers", "forty"), strict=True):  # fmt: skip
        [actor] = found
        assert set(actor) == ACTOR
        assert actor["raw_text"] == raw
    assert record["actor"][0]["country_code"] == "KR"
    assert record["attribution"]["source"] == "a senior official"
    assert record["citation"]["publication"] == "Vesk Courier"
    assert record["citation"]["codebook"] == CODEBOOK == last["codebook"]
    text = case.documents[0].text
    assert record["text"]["text"] == text[record["text"]["start"] : record["text"]["end"]]


def test_what_has_no_code_is_left_out_and_counted():
    case, _ = coded()
    *records, last = lines(case)
    assert (last["id"], last["event"], last["actor"], last["recipient"]) == ("left-out", [], [], [])
    every = sum(len(r.statements) for r in case.readings)
    assert len(records) + last["statements_without_code"] == every
    assert lines(Case())[0]["statements_without_code"] == 0


@pytest.mark.parametrize(("fields", "modes"), [
    ({"mode": "historical"}, ["historical"]),
    ({"mode": "future"}, ["future"]),
    ({"mode": "hypothetical"}, ["hypothetical"]),
    ({"polarity": "-"}, ["negation"]),
    ({"factuality": "PS-"}, ["negation"]),
    ({"factuality": "Uu"}, ["hypothetical"]),
    ({"factuality": "CTu"}, ["hypothetical"]),
    ({"stance": "silent", "factuality": "CT+"}, ["hypothetical"]),
    ({"mode": "future", "polarity": "-", "factuality": "CT-"}, ["future", "negation"]),
])  # fmt: skip
def test_the_four_auxiliary_modes_are_those_of_the_voice(fields, modes):
    record, _ = lines(coded(**fields)[0])
    assert record["event"][0]["auxiliary_modes"] == modes


def test_a_denial_is_no_event_of_its_own():
    """PLOVER has no code for it: the event stands, as negated, and the file says so."""
    record, last = lines(coded(stance="against", factuality="CT-")[0])
    assert record["event"][0]["code"] == "RETREAT"
    assert record["event"][0]["auxiliary_modes"] == ["negation"]
    assert record["stance"] == "against"
    assert last["events_denied"] == 1
    assert "no code for denying" in last["note"]


def test_every_code_of_the_lexicon_has_a_quad():
    held = tomllib.loads((Path(lexicons).parent / "en" / "events.toml").read_text())
    codes = {one["code"] for one in _tables(held) if "code" in one}
    assert len(codes) > 5
    assert codes <= set(QUADS)


def _tables(value):
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from _tables(one)
    if isinstance(value, list):
        for one in value:
            yield from _tables(one)


def test_what_is_hidden_is_left_out():
    case, one = coded()
    claim = case.gathering.claims[0]
    target = Target("claim", claim.id, statement=one.id)
    hide = Logged(Ruling(1, "hide", (target,), "anna"), (claim.statements[0],), "in force")
    assert [r["id"] for r in lines(replace(case, rulings=(hide,)))] == ["left-out"]


def test_hidden_characters_are_written_by_their_numbers():
    case, _ = coded()
    first = replace(case.documents[0], title="a\u202e\x00\ud800")
    data = b"".join(plover(replace(case, documents=(first, *case.documents[1:])), lambda s: None))
    assert b"a\xe2\x9f\xa8U+202E\xe2\x9f\xa9" in data
    data.decode()
