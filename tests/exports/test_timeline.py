"""A timeline in the shape of TimelineJS: days as stated, words escaped, nothing that acts."""

import json
import re
from dataclasses import replace
from html import unescape

from reportedly.exports.timeline import FIRST, TOLD, timeline
from reportedly.model import Case, Logged, Ruling, Target
from views.case import story

HOSTILE = '<img src=x onerror="alert(1)"> & \u202e\x00\ud800'


def made(case):
    return json.loads(b"".join(timeline(case, lambda sha256: None)))


def of(events, claim, group):
    return [e for e in events if e["unique_id"].startswith(claim.id) and e["group"] == group]


def test_every_event_has_what_timelinejs_asks_for():
    held = made(story())
    assert set(held) == {"events", "scale", "title"}
    assert held["scale"] == "human"
    ids = [one["unique_id"] for one in held["events"]]
    assert len(set(ids)) == len(ids) > 4
    for one in held["events"]:
        assert re.fullmatch(r"[a-z0-9-]+", one["unique_id"])
        assert set(one["text"]) == {"headline", "text"}
        for date in (one["start_date"], one.get("end_date", {"year": 1})):
            assert isinstance(date["year"], int)
            assert set(date) <= {"year", "month", "day", "display_date"}


def test_a_claim_stands_where_it_is_said_to_have_happened_and_where_it_was_first_reported():
    case = story()
    left, paid, *_ = case.gathering.claims
    events = made(case)["events"]
    [told] = of(events, left, TOLD)
    assert told["start_date"] == {"year": 2031, "month": 3, "day": 1}
    assert told["end_date"] == {"year": 2031, "month": 3, "day": 2}
    [first] = of(events, left, FIRST)
    assert first["start_date"] == {"year": 2031, "month": 3, "day": 3}
    [since] = of(events, paid, TOLD)
    assert since["start_date"]["display_date"] == "since 2030-09-01"
    assert "end_date" not in since


def test_an_event_says_who_says_so_and_who_denies_it_in_whose_words():
    case = story()
    [first] = of(made(case)["events"], case.gathering.claims[0], FIRST)
    text = unescape(first["text"]["text"])
    assert "Contested; between 2 and 3 origins; source C, information 3" in text
    assert (
        "Says so (certain, CT+): Ilse Dorn (military) “that 27 men had gone down to the valley”"
        in text
    )
    assert "Denies it (certainly not, CT-): Ministry of Defence of Karvonia (government)" in text
    texts = " ".join(" ".join(d.text.split()) for d in case.documents)
    quoted = re.findall(r"\) “([^“”]+)”", text)
    assert quoted
    assert all(words in texts for words in quoted)


def test_a_claim_in_one_report_that_no_day_is_told_of_is_counted():
    case = story()
    held = made(case)
    alone = case.gathering.claims[2]
    assert not any(e["unique_id"].startswith(alone.id) for e in held["events"])
    assert (
        "5 claims in 8 reports. 3 are said to have happened on some day. Left out: 2"
        in (held["title"]["text"]["text"])
    )


def test_nothing_in_it_is_html_but_paragraphs():
    case = story()
    documents = tuple(replace(d, title=HOSTILE, publisher=HOSTILE) for d in case.documents)
    claims = tuple(
        replace(c, positions=tuple(replace(p, voice=HOSTILE) for p in c.positions))
        for c in case.gathering.claims
    )
    gathering = replace(case.gathering, claims=claims)
    held = made(replace(case, documents=documents, gathering=gathering))
    for one in (*held["events"], held["title"]):
        assert set(re.findall(r"<[^>]*>", one["text"]["text"])) == {"<p>", "</p>"}
        assert "<" not in one["text"]["headline"]
        assert not {"\u202e", "\x00", "\ud800"} & set(one["text"]["text"])


def test_a_date_that_is_none_stands_nowhere():
    case = story()
    claims = tuple(replace(c, first_seen="soon") for c in case.gathering.claims)
    events = made(replace(case, gathering=replace(case.gathering, claims=claims)))["events"]
    assert {e["group"] for e in events} == {TOLD}


def test_what_is_hidden_is_left_out():
    case = story()
    claim = case.gathering.claims[0]
    target = Target("claim", claim.id, statement=claim.statements[0])
    hide = Logged(Ruling(1, "hide", (target,), "anna"), (claim.statements[0],), "in force")
    assert claim.id not in json.dumps(made(replace(case, rulings=(hide,))))


def test_an_empty_case_is_a_title():
    assert made(Case())["events"] == []
