"""Citron's JSON lines: the shape that its scripts read, and only words of the report."""

import json
from dataclasses import replace

from reportedly.exports import citron
from reportedly.exports.citron import lines
from reportedly.model import Logged, Ruling, Target
from views.case import story


def read(case):
    return [json.loads(line) for line in b"".join(lines(case, lambda sha256: None)).splitlines()]


def test_a_ledger_is_one_object_a_line_each_as_of_one_report():
    case = story()
    assert read(case) == [
        {"id": d.id, **citron(d, r)} for d, r in zip(case.documents, case.readings, strict=True)
    ]


def test_every_quote_has_the_keys_of_citron_and_its_words():
    for report in read(story()):
        assert set(report) == {"id", "text", "quotes"}
        for quote in report["quotes"]:
            assert set(quote) == {
                "id", "cue", "sources", "contents", "coreferences", "confidence",
            }  # fmt: skip
            for part in (quote["cue"], *quote["sources"], *quote["contents"]):
                assert part["text"] == report["text"][part["start"] : part["end"]]


def test_what_is_hidden_is_no_quote():
    case = story()
    told = case.readings[0].attributions[0]
    target = Target("attribution", told.id, told.document)
    hide = Logged(Ruling(1, "hide", (target,), "anna"), (told.id,), "in force")
    first, *_ = read(replace(case, rulings=(hide,)))
    assert told.id not in [quote["id"] for quote in first["quotes"]]
    assert len(first["quotes"]) == len(case.readings[0].attributions) - 1


def test_text_that_would_act_is_written_by_its_numbers():
    case = story()
    first = replace(case.documents[0], text=f"{case.documents[0].text}\u202e\x00\u2028\ud800")
    made = replace(case, documents=(first, *case.documents[1:]))
    data = b"".join(lines(made, lambda sha256: None))
    assert len(data.decode().splitlines()) == len(case.documents)
    assert b"\\u202e\\u0000\\u2028\\ud800" in data
    assert read(made)[0]["text"] == first.text
