"""What a form says becomes a ruling, or a sentence; nothing in between."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.rulings import LONGEST
from reportedly.shelf import Shelf
from web.asking import FORM
from web.house import house, own, seal

CLAIM = "C1"


def first(house):
    """The id of the first claim."""
    return house.ledger.case().gathering.claims[0].id


def sent(mine, *pairs, **fields):
    """A form with the seal of the page."""
    reader = mine.reader
    fields = {"seal": seal(reader.get(f"/rule/{first(mine)}")), "by": "Ana Merle", **fields}
    return reader.post("/rulings", *pairs, **fields)


def kept(mine):
    """Kinds of the rulings that are kept."""
    return [ruling.kind for ruling in mine.ledger.rulings()]


def test_a_ruling_is_kept_with_who_and_why_and_its_page_follows(mine):
    answer = sent(mine, kind="hide", id=CLAIM, why="It is twice here.")
    assert (answer.status, answer.get("location")) == (303, "/rulings/1")
    (ruling,) = mine.ledger.rulings()
    assert (ruling.kind, ruling.by, ruling.why) == ("hide", "Ana Merle", "It is twice here.")
    assert ruling.targets[0].id == first(mine)
    page = mine.reader.get("/rulings/1")
    assert "not worked out yet" in page.text
    assert mine.worker._woken.is_set()


def test_records_are_named_by_id_by_its_beginning_or_by_number(mine):
    for id_ in (CLAIM, "c1", f" {CLAIM} ", first(mine), first(mine)[:6], "R1"):
        assert sent(mine, kind="note", id=id_, why="Seen.").status == 303, id_
    assert kept(mine) == ["note"] * 6


@pytest.mark.parametrize("kind", ["same", "different", "unsure"])
def test_two_records_are_compared(mine, kind):
    assert sent(mine, ("id", "C1"), ("id", "C3"), kind=kind).status == 303
    assert kept(mine) == [kind]


def test_a_ruling_is_taken_back(mine):
    sent(mine, kind="hide", id=CLAIM)
    assert sent(mine, kind="undo", id="1", why="It was right.").status == 303
    assert mine.ledger.rulings()[1].undoes == 1
    again = sent(mine, kind="undo", id="1")
    assert (again.status, "undone already" in again.text) == (400, True)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"kind": "hide", "id": "C1", "seal": ""}, "not of this session"),
        ({"kind": "hide", "id": "C1", "seal": "\ufffd" * 9}, "not of this session"),
        ({"kind": "", "id": "C1"}, "no kind of ruling"),
        ({"kind": "delete", "id": "C1"}, "no kind of ruling"),
        ({"kind": "hide"}, "takes one record"),
        ({"kind": "same", "id": "C1"}, "takes two records"),
        ({"kind": "wrong"}, "takes one record"),
        ({"kind": "note", "why": "x"}, "takes one record"),
        ({"kind": "note", "id": "C1"}, "A note says something"),
        ({"kind": "note", "id": "C1", "why": " \t"}, "A note says something"),
        ({"kind": "hide", "id": "C99"}, "no record is called so"),
        ({"kind": "hide", "id": ""}, "no record is called so"),
        ({"kind": "hide", "id": "x" * 60_000}, "no record is called so"),
        ({"kind": "hide", "id": "<script>"}, "no record is called so"),
        ({"kind": "hide", "id": "R1"}, "Hide leaves out a claim"),
        ({"kind": "wrong", "id": "C1"}, "Wrong takes back a link"),
        ({"kind": "undo"}, "no ruling has this number"),
        ({"kind": "undo", "id": "7"}, "no ruling has this number"),
        ({"kind": "undo", "id": "٧"}, "no ruling has this number"),
        ({"kind": "hide", "id": "C1", "by": ""}, "has a name"),
        ({"kind": "hide", "id": "C1", "by": " \t"}, "has a name"),
        ({"kind": "hide", "id": "C1", "by": "x" * (LONGEST["by"] + 1)}, "100 characters at most"),
        ({"kind": "hide", "id": "C1", "by": "Ana\r\nIvo"}, "characters that can be seen"),
        ({"kind": "hide", "id": "C1", "by": "Ana\x00"}, "characters that can be seen"),
        ({"kind": "hide", "id": "C1", "by": "\u202eanA"}, "characters that can be seen"),
        ({"kind": "hide", "id": "C1", "why": "x" * (LONGEST["why"] + 1)}, "2000 characters"),
    ],
)  # fmt: skip
def test_what_is_no_ruling_is_refused_with_a_sentence_and_nothing_is_kept(mine, fields, told):
    answer = sent(mine, **fields)
    assert answer.status == 400
    assert told in answer.text
    assert len(answer.body) < 8_000
    assert not re.search(r"--(by|why|is|as)\b|`show", answer.text)
    assert kept(mine) == []


def test_three_records_are_too_many(mine):
    answer = sent(mine, ("id", "C1"), ("id", "C3"), ("id", "C4"), kind="same")
    assert "takes two records" in answer.text
    answer = sent(mine, ("id", "C1"), ("id", "C3"), kind="hide")
    assert "takes one record" in answer.text
    assert kept(mine) == []


def test_the_longest_name_and_reason_are_taken(mine):
    by, why = "x" * LONGEST["by"], "é" * LONGEST["why"]
    assert sent(mine, kind="note", id=CLAIM, by=by, why=why).status == 303
    assert mine.ledger.rulings()[0].why == why


def test_a_form_of_many_fields_is_refused(mine):
    answer = sent(mine, *[(f"field {n}", "x") for n in range(100)], kind="hide", id=CLAIM)
    assert (answer.status, kept(mine)) == (400, [])
    assert answer.get("content-type").startswith("text/html")


@pytest.mark.parametrize(
    "kind",
    ["", "text/plain", "application/json", "multipart/form-data", "multipart/form-data; boundary=x",
     "multipart/form-data; boundary=x; charset=undefined"],
)  # fmt: skip
def test_what_our_pages_never_send_is_refused(mine, kind):
    """Files cannot be sent, nor a form whose letters are read by another table."""
    part = b'--x\r\nContent-Disposition: form-data; name="why"\r\n\r\n\xff\r\n--x--\r\n'
    answer = mine.reader.with_(("Content-Type", kind)).ask("POST", "/rulings", [part])
    assert (answer.status, answer.raised) == (400, None)
    assert "no form of these pages" in answer.text


@given(st.lists(st.binary(max_size=40), max_size=6))
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_for_a_form_give_a_sentence(mine, chunks):
    """Never an error of ours, never a ruling."""
    body = chunks or [b""]
    for path in ("/rulings", "/enter", "/leave"):
        answer = mine.reader.with_(FORM).ask("POST", path, list(body))
        assert (answer.status in (400, 403, 413), answer.raised) == (True, None)
    assert kept(mine) == []


def test_a_person_rules_under_their_own_name_whatever_the_form_says(named):
    ana = named.entered("Ana Merle")
    page = ana.get(f"/rule/{first(named)}")
    assert 'name="by"' not in page.text
    answer = ana.post("/rulings", kind="hide", id=CLAIM, by="Ivo Brandt", seal=seal(page))
    assert answer.status == 303
    assert named.ledger.rulings()[0].by == "Ana Merle"


def test_a_form_of_one_session_is_not_taken_from_another(named):
    ana, ivo = named.entered("Ana Merle"), named.entered("Ivo Brandt")
    answer = ivo.post(
        "/rulings", kind="hide", id=CLAIM, seal=seal(ana.get("/rule/" + first(named)))
    )
    assert "not of this session" in answer.text
    assert kept(named) == []


def test_the_name_proposed_is_that_of_whoever_opened_the_ledger(story_file, tmp_path):
    """Printed as what it is, if it holds markup."""
    with house(own(story_file, tmp_path), who='"><script>x</script>') as made:
        page = made.reader.get(f"/rule/{first(made)}").text
    assert "&lt;script&gt;x" in page
    assert "<script>x" not in page


def test_every_record_can_be_ruled_on(local):
    """A page with forms for each kind of record there is."""
    shelf = Shelf(local.ledger.case())
    seen = set()
    for id_, record in shelf.records.items():
        kind = type(record).__name__
        if kind not in seen:
            page = local.reader.get(f"/rule/{id_}")
            assert page.status == 200
            assert 'value="note"' in page.text
            seen.add(kind)
    assert len(seen) == 19
