"""Corrections of what was read, and people's grades, stand and can be taken back to the byte."""

from dataclasses import replace

import pytest
from rich.console import Console

from build import spans
from ledger.room import Room, watched
from newsroom import named, report
from reportedly import desk
from reportedly.errors import UsageError
from reportedly.exports import ledger_json
from reportedly.ledger import changes, opened
from reportedly.model import as_ruled
from reportedly.origins.between import Between
from reportedly.views import dossier, terminal

FLOOD = "The flood hit Orrin and 9 people fled"


def told(outlet, day, who, cue="said", stance="for", **fields):
    text = f"{FLOOD}, near Vesk, {who} {cue}. {outlet} asked Ana Brel, too. Boats left {outlet}."
    made = report(text, outlet, f"2031-05-{day:02}")
    made.said(who, cue, FLOOD, "flood", stance, **fields)
    return made


BOARD, UNION = "the Harbour Board of Tarn", "the Ferry Union of Lund"
A = told("Vesk Courier", 2, BOARD)
B = told("Lund Mail", 3, UNION)
C = told("Hale Post", 4, "the Road Office of Doru", "denied", "against", act="deny")
C.attributions[0] = replace(C.attributions[0], denial="whole")
OWN = report("The flood did not hit Orrin. Doru Star was there.", "Doru Star", "2031-05-05")
OWN.own("The flood did not hit Orrin", "flood", "CT-", polarity="-")
LATER = told("Tarn Echo", 6, BOARD)
ALL = (A, B, C, OWN)
EVERY = (*ALL, LATER)


@pytest.fixture
def room(place, monkeypatch):
    return watched(place, monkeypatch, EVERY)


def attribution(made, case=None):
    return made.attributions[0].id


def voices(room, made, stance="for"):
    return [p.voice for p in room.claim(made).positions if p.stance == stance]


def now(room, made):
    """The attribution as it is read with what people ruled."""
    found = next(r for r in as_ruled(room.case) if r.document == made.document.id)
    return found.attributions[0]


def rule_all(room):
    room("wrong", attribution(A))
    room("source", attribution(B), value="Ana Brel")
    room("undeny", attribution(C))
    room("undeny", OWN.statements[0].id)
    room("grade", "Doru Star", value="B")
    room("grade", room.claim(B).id, value="C3", why="seen it")


def test_a_source_that_is_ruled_wrong_is_gone_and_nobody_is_put_in_its_place(room):
    room.add(A, B)
    assert voices(room, A) == [BOARD, UNION]
    room("wrong", attribution(A), why="it was the mayor")
    assert voices(room, A) == ["nobody named", UNION]
    assert BOARD not in {o.voice for o in room.case.lineage.origins}
    assert now(room, A).source is None
    assert now(room, A).reasons[-1].text.startswith("Ruling 1, by anna: the voice found here")
    assert now(room, A).reasons[-1].evidence[0].spans == A.attributions[0].source.spans


def test_whose_word_it_is_can_be_said_in_words_of_the_report(room):
    room.add(A, B)
    room("source", attribution(A), value="Ana Brel")
    text = A.document.text
    source = now(room, A).source
    assert [text[s.start : s.end] for s in source.spans] == ["Ana Brel"]
    assert source.kind == "unspecified"
    assert voices(room, A)[0] == "Ana Brel"


def test_what_is_no_denial_takes_no_side_and_denies_nothing(room):
    room.add(A, C)
    assert voices(room, A, "against") == ["the Road Office of Doru"]
    room("undeny", attribution(C))
    assert voices(room, A, "against") == []
    assert "the Road Office of Doru" in voices(room, A, "observing")
    assert voices(room, A) == [BOARD]
    assert room.claim(A).status != "contested"
    held = now(room, C)
    assert (held.stance, held.factuality, held.denial, held.act) == ("observing", "Uu", None, "say")


def test_a_denial_in_a_reports_own_words_is_taken_back_on_its_statement(room):
    room.add(A, OWN)
    assert voices(room, A, "against") == ["Doru Star"]
    assert room.case.gathering.conflicts
    room("undeny", OWN.statements[0].id)
    assert voices(room, A, "against") == []
    assert room.case.gathering.conflicts == ()


def test_the_readings_that_are_kept_are_those_that_were_found(room):
    room.add(*ALL)
    found = room.case.readings
    rule_all(room)
    assert room.case.readings == found
    assert as_ruled(room.case) != found


def test_undoing_brings_back_the_very_bytes_of_before(room):
    room.add(*ALL)
    before = room.bytes
    rule_all(room)
    assert room.bytes != before
    for number in ("4", "1", "6", "3", "2", "5"):
        room("undo", number)
    assert room.bytes == before


@pytest.mark.parametrize("late", [(B,), (OWN, C), (LATER,)])
def test_the_case_is_the_same_whether_reports_come_before_a_ruling_or_after(room, late):
    other = Room(room.place.new())
    room.add(*EVERY)
    other.add(*(made for made in EVERY if made not in late))
    for one in (room, other):
        one("wrong", attribution(A), by="anna")
        one("grade", "Vesk Courier", value="B")
        one("grade", one.claim(A).id, value="C3")
    other.add(*late)
    assert room.bytes == other.bytes


def test_corrections_hold_when_another_reader_calls_everything_otherwise(room, monkeypatch):
    room.add(A, C)
    room("wrong", attribution(A))
    room("undeny", attribution(C))
    monkeypatch.setattr(desk.readings, "identity", lambda name: "another reader")
    for made in (A, C):
        room.held[made.document.id] = renamed(made)
    room.add(B)
    assert room.states == ["in force", "in force"]
    assert now(room, A).id == elsewhere(A)
    assert now(room, A).source is None
    assert now(room, C).stance == "observing"
    assert "against" not in {p.stance for c in room.case.gathering.claims for p in c.positions}


def elsewhere(made):
    """What the other reader calls the attribution of a report."""
    return f"a{made.document.id[1:]}"


def renamed(made):
    """The reading of a reader that takes other words for the source, and one word more as cue."""
    other = report(made.document.text, made.document.publisher, made.document.published)
    act, stance = made.attributions[0].act, made.attributions[0].stance
    cue = "Vesk, the Harbour Board of Tarn said" if made is A else "Doru denied"
    other.said(named(made.document.text, "Vesk"), cue, FLOOD, "flood", stance, act=act)
    attribution_ = replace(other.attributions[0], id=elsewhere(made))
    said = replace(other.statements[0], attribution=elsewhere(made), id=f"s{made.document.id[1:]}")
    return replace(other.reading, attributions=(attribution_,), statements=(said,))


def test_of_two_who_name_another_source_the_later_counts_and_both_are_shown(room):
    room.add(A, B)
    room("wrong", attribution(A))
    room("source", attribution(A), value="Ana Brel", by="ben")
    first, second = room.case.rulings
    assert (first.state, first.ended, first.against) == ("overruled", 2, (2,))
    assert (second.state, second.against) == ("in force", (1,))
    assert voices(room, A)[0] == "Ana Brel"
    room("undo", "2")
    assert now(room, A).source is None


def test_two_who_rule_the_same_are_in_no_conflict(room):
    room.add(A, B)
    room("grade", room.claim(A).id, value="C3")
    room("grade", room.claim(A).id, value="c3", by="ben")
    assert room.states == ["in force", "in force"]
    assert {logged.against for logged in room.case.rulings} == {()}


def test_a_grade_of_a_claim_goes_before_the_suggestion_and_both_are_shown(room, capsys):
    room.add(A, C)
    suggested = grade(room, A)
    room("grade", room.claim(A).id, value="C5")
    given = grade(room, A)
    assert (given.letter, given.digit) == ("C", "5")
    assert given.suggested == f"{suggested.letter}{suggested.digit}"
    assert given.factors[1:] == suggested.factors
    terminal.claims(room.case, Console(highlight=False))
    assert f"grade C5 by a person, {given.suggested} suggested" in capsys.readouterr().out
    told_ = next(c for c in ledger_json(room.case)["claims"] if c["id"] == room.claim(A).id)
    assert told_["grade"]["suggested"] == given.suggested


def grade(room, made):
    return next(g for g in room.case.grades if g.claim == room.claim(made).id)


def test_no_one_without_two_origins_that_are_shown(room):
    room.add(A)
    with pytest.raises(UsageError, match=r"a digit 1 takes two origins.* one is shown here"):
        room("grade", room.claim(A).id, value="B1")
    assert room.case.rulings == ()
    room.add(B)
    room("grade", room.claim(A).id, value="B1")
    assert (grade(room, A).digit, room.states) == ("1", ["in force"])


def test_a_one_is_held_back_while_fewer_than_two_origins_are_shown(room, capsys):
    room.add(A, B)
    room("grade", room.claim(A).id, value="B1")
    room("wrong", attribution(B))
    assert room.states == ["held back", "in force"]
    assert (grade(room, A).letter, grade(room, A).digit) == ("B", "3")
    terminal.rulings(room.case, Console(highlight=False))
    assert "held back: a digit 1 takes two origins" in capsys.readouterr().out
    room("undo", "2")
    assert grade(room, A).digit == "1"


def test_of_claims_that_become_one_the_later_grade_counts(room):
    room.add(A, B)
    room("different", A.statements[0].id, B.statements[0].id)
    room("grade", room.claim(A).id, value="B2")
    room("grade", room.claim(B).id, value="D4")
    room("undo", "1")
    assert room.claim(A) == room.claim(B)
    assert (grade(room, A).letter, grade(room, A).digit) == ("D", "4")
    assert [logged.against for logged in room.case.rulings[1:3]] == [(3,), (2,)]
    assert room.states[1] == "overruled"


def test_a_graded_source_lends_its_letter_to_what_leads_back_to_it(room):
    room.add(A, C)
    assert grade(room, A).letter == "F"
    board = next(a for a in room.case.gathering.actors if "Harbour" in a.name)
    room("grade", board.id, value="b")
    given = grade(room, A)
    assert (given.letter, given.suggested) == ("B", None)
    assert any("Ruling 1, by anna: this source is graded B." in f.text for f in given.factors)
    assert BOARD not in "".join(f.text for f in given.factors)
    room("grade", "Hale Post", value="A")
    assert grade(room, A).letter == "B"


def test_an_outlet_is_graded_by_its_name_whatever_report_is_named(room):
    made = report("The mill burnt at Orsk.", "Orsk Gazette", "2031-05-01")
    made.own("The mill burnt at Orsk", "fire")
    room.held[made.document.id] = made.reading
    room.add(made)
    room("grade", "the orsk gazette", value="D")
    assert grade(room, made).letter == "D"
    room("grade", "R1", value="B")
    assert grade(room, made).letter == "B"
    assert [logged.against for logged in room.case.rulings] == [(2,), (1,)]


def test_the_log_and_what_changed_since_say_what_was_decided(room, capsys):
    room.add(*ALL)
    rule_all(room)
    terminal.rulings(room.case, Console(highlight=False))
    log = capsys.readouterr().out
    with opened(room.where) as ledger:
        since = room.case.rulings[1].ruling.recorded
        before, after = ledger.since(since)
        terminal.changes(changes(before, after), after, Console(highlight=False), since)
    came = capsys.readouterr().out
    for words in (
        "2 source by anna", "the word of “Ana Brel” (unspecified)", "4 undeny by anna",
        "5 grade B by anna", "outlet Doru Star", "6 grade C3 by anna", "why: seen it",
    ):  # fmt: skip
        assert words in log
        assert words in came
    assert f"attribution “{BOARD}” “said”" in log
    assert "New rulings (5)" in came
    assert "1 wrong by anna" not in came


def test_what_a_ruling_changes_is_told(room, capsys):
    def ruled(*given, **more):
        before, after = room.case, room(*given, **more)
        number = after.rulings[-1].ruling.number
        terminal.ruled(number, before, after, Console(highlight=False))
        return capsys.readouterr().out

    room.add(A, C)
    told_ = ruled("undeny", attribution(C))
    assert "no longer has ▼ the Road Office of Doru" in told_
    assert "now has ● the Road Office of Doru" in told_
    graded = ruled("grade", room.claim(A).id, value="E5")
    suggested = "F3 suggested (for it: origins shown, named)"
    assert f"is graded E5 by a person, {suggested} now; {suggested} before" in graded


def test_why_names_the_rulings_behind_a_record(room, capsys):
    room.add(*ALL)
    rule_all(room)
    for id_, words in (
        (attribution(A), "1 by anna, wrong, in force"),
        (A.statements[0].id, "1 by anna, wrong, in force"),
        (room.claim(B).id, "6 by anna, grade C3, in force: seen it"),
        (OWN.document.id, "5 by anna, grade B, in force"),
    ):
        terminal.why(room.case, id_, Console(highlight=False))
        assert words in capsys.readouterr().out
    terminal.why(room.case, A.statements[0].id, Console(highlight=False))
    assert "somebody not known, as a person ruled" in capsys.readouterr().out


def test_what_cannot_be_corrected_is_said_in_a_sentence_and_nothing_is_kept(room):
    room.add(A, C)
    claim = room.claim(A).id
    for call, value, words in (
        (("wrong", A.statements[0].id), "", "source of an attribution; this is a statement, which"),
        (("source", claim), "x", "whose word an attribution is; this is a claim"),
        (("undeny", attribution(A)), "", "which takes wrong, source, note"),
        (("grade", attribution(A)), "B", "grade takes a claim, an actor, an outlet"),
        (("grade", claim), "", "give it with --as"),
        (("source", attribution(A)), " ", "give it with --is"),
        (("hide", claim), "B", "hide takes no value"),
        (("grade", claim), "G3", "from A to F and a digit from 1 to 6"),
        (("grade", claim), "B", "from A to F and a digit from 1 to 6"),
        (("grade", "Vesk Courier"), "B2", "a letter from A to F"),
        (("grade", "Nobody Daily"), "B", "no record is called so"),
        (("source", attribution(A)), "the mayor", "nor the report these words"),
        (("source", attribution(A)), "x" * 201, "200 characters at most"),
    ):
        with pytest.raises(UsageError, match=words):
            room(*call, value=value)
    assert room.case.rulings == ()


def test_spans_of_a_source_are_where_its_words_stand(room):
    room.add(A)
    room("source", attribution(A), value="Ana Brel")
    assert room.case.rulings[0].ruling.source.spans == spans(A.document.text, "Ana Brel")


def test_the_name_of_a_graded_outlet_reaches_a_page_and_a_terminal_as_plain_text(room, capsys):
    made = report("The mill burnt at Orsk.", "<script>alert(1)</script>\x1b[2J", "2031-05-01")
    made.own("The mill burnt at Orsk", "fire")
    room.held[made.document.id] = made.reading
    room.add(made)
    room("grade", "R1", value="B")
    assert grade(room, made).letter == "B"
    terminal.rulings(room.case, Console(highlight=False))
    terminal.why(room.case, room.claim(made).id, Console(highlight=False))
    assert "\x1b" not in capsys.readouterr().out
    assert "<script>alert" not in room.bytes[1]


def test_what_is_exported_and_printed_is_what_people_corrected(room):
    room.add(A, C)
    room("wrong", attribution(A))
    room("undeny", attribution(C))
    exported, page = ledger_json(room.case), dossier.render(room.case)
    read = {a["id"]: a for a in exported["attributions"]}
    assert read[attribution(A)]["source"] is None
    assert read[attribution(C)]["denial"] is None
    assert {s["stance"] for s in exported["statements"]} == {"for", "observing"}
    assert "somebody not known, as a person ruled" in page


def test_two_reports_with_a_voice_in_common_have_it_until_one_is_ruled_wrong(room):
    one = report("The mill burnt at Orsk, Ana Brel said on the quay.", "Orsk Gazette", "2031-05-01")
    two = report("Lamps went out, according to Ana Brel.", "Tarn Echo", "2031-05-02")
    one.said(person(one), "said", "The mill burnt at Orsk", "fire")
    two.said(person(two), "according to", "Lamps went out", "outage")
    room.held |= {made.document.id: made.reading for made in (one, two)}
    room.add(one, two)
    ids = one.document.id, two.document.id
    assert Between(room.case).tie(*ids).kind == "common upstream"
    room("wrong", attribution(one))
    assert Between(room.case).tie(*ids).kind == "independent"


def person(made):
    return named(made.document.text, "Ana Brel", "person")
