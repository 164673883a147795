"""Questions that ask one thing are one issue; what answers them stands beside them, or nothing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import document
from inquiry import asking, compared
from newsroom import report
from reportedly.claims.asking import kind
from reportedly.model import cut
from reportedly.pipeline import compare, read

PLACE = "Ana Brel saw the river at Vesk, in Lund, near Tarn."


def read_case(*rows):
    """Texts with their outlets and days, read by the program itself."""
    held = [document(text, outlet, published=f"2031-05-0{day}") for outlet, day, text in rows]
    return compare(held, list(read(held)))


@pytest.fixture(scope="module")
def bridge():
    return read_case(
        ("Lund Wire", 1, "LUND, May 1 (Lund Wire) — The bridge at Orsk was closed on Sunday. It "
         "was not clear whether rebels had blown up the bridge at Orsk. It is not known who closed "
         "the bridge at Orsk. It remained unclear how many soldiers were killed at Orsk. It is "
         "unclear where the convoy was attacked. It is unknown what the mayor thinks."),
        ("Vesk Mail", 2, "Rebels blew up the bridge at Orsk on Sunday, the governor of Lund said. "
         "The Defence Ministry closed the bridge at Orsk. Nine soldiers were killed at Orsk, a "
         "doctor said. The convoy was attacked near Tarn, drivers said. The front denied that "
         "rebels had blown up the bridge at Orsk. Four people sang in Vesk."),
        ("Tarn Post", 3, "It remains unclear whether the rebels blew up the bridge. It is not "
         "clear who closed the bridge."),
    )  # fmt: skip


def told(case, issue):
    return cut(document_of(case, issue.text.document).text, issue.text.spans)


def document_of(case, id_):
    return next(d for d in case.documents if d.id == id_)


def answered(case, start):
    """Words of the claims beside the issue that begins so."""
    issue = next(one for one in case.gathering.issues if told(case, one).startswith(start))
    claims = {c.id: c for c in case.gathering.claims}
    held = [claims[answer.claim] for answer in issue.answers]
    return [cut(document_of(case, c.text.document).text, c.text.spans) for c in held]


def test_two_reports_that_ask_one_thing_are_one_issue(bridge):
    held = {told(bridge, one): len(one.documents) for one in bridge.gathering.issues}
    assert held["whether rebels had blown up the bridge at Orsk"] == 2
    assert held["who closed the bridge at Orsk"] == 2
    assert sorted(held.values()) == [1, 1, 1, 2, 2]


def test_whether_is_answered_by_the_claim_of_the_same(bridge):
    assert answered(bridge, "whether") == ["Rebels blew up the bridge at Orsk on Sunday"]


def test_a_part_is_answered_by_who_gives_that_part(bridge):
    assert answered(bridge, "how many") == ["Nine soldiers were killed at Orsk"]
    assert answered(bridge, "where") == ["The convoy was attacked near Tarn"]
    assert len(answered(bridge, "who closed")) == 1


def test_only_those_who_give_the_part_stand_behind_the_answer(bridge):
    at = next(n for n, one in enumerate(bridge.gathering.issues) if one.asked == "who")
    issue, course = bridge.gathering.issues[at], bridge.courses[at]
    (backing,) = course.backings
    whole = [o for o in bridge.lineage.origins if o.claim == backing.claim]
    assert len(backing.origins) == 1 < len(whole)
    assert len(issue.answers[0].statements) == 1


def test_what_nobody_answers_has_no_answer(bridge):
    assert answered(bridge, "what the mayor") == []


def test_the_account_is_what_the_last_voice_before_said():
    case = read_case(
        ("Lund Wire", 1, "Guards left the bridge at Orsk on Sunday, two officers said. The "
         "ministry was silent. Lund Wire could not verify the account independently."),
    )  # fmt: skip
    (issue,) = case.gathering.issues
    assert issue.asked == "whether"
    assert answered(case, "the account") == ["Guards left the bridge at Orsk on Sunday"]


def test_an_account_without_a_voice_before_it_means_nothing():
    made = asking("The claim could not be verified. Guards left, Ana Brel said.")
    made.asks("The claim", "could not be verified")
    made.said("Ana Brel", "said", "Guards left", "desertion")
    (issue,) = compared(made).gathering.issues
    assert (issue.asked, issue.answers) == ("matter", ())


def test_a_question_whether_it_is_not_so_is_left_alone():
    asks = asking(f"It is unclear whether the mill at Vesk did not burn. {PLACE}")
    asks.asks("whether the mill at Vesk did not burn", "is unclear", "fire", predicate="burn",
              polarity="-")  # fmt: skip
    says = report(f"The mill at Vesk burnt. {PLACE}", "Lund Mail", "2031-05-02")
    says.own("The mill at Vesk burnt", "fire", predicate="burnt")
    issue = compared(asks, _with_no_questions(says)).gathering.issues[0]
    assert issue.answers == ()


@pytest.mark.parametrize(("day", "count"), [(1, 0), (2, 0), (3, 1)])
def test_what_is_yet_to_come_is_not_answered_by_what_was_reported_before(day, count):
    asks = asking(f"It is unclear whether the mill at Vesk will burn. {PLACE}", "Tarn Post",
                  "2031-05-02")  # fmt: skip
    asks.asks("whether the mill at Vesk will burn", "is unclear", "fire", predicate="burn")
    asks.statements[0] = replace(asks.statements[0], mode="future")
    says = asking(f"The mill at Vesk burnt. {PLACE}", "Lund Mail", f"2031-05-0{day}")
    says.own("The mill at Vesk burnt", "fire", predicate="burnt")
    assert len(compared(asks, says).gathering.issues[0].answers) == count


def _with_no_questions(made):
    made.asked = []
    return made


def test_another_question_word_is_another_issue():
    made = asking(f"It is unclear who fled Vesk. It is unclear when they fled Vesk. {PLACE}")
    made.asks("who fled Vesk", "is unclear", "desertion", predicate="fled")
    made.asks("when they fled Vesk", "is unclear", "desertion", predicate="fled")
    assert {one.asked for one in compared(made).gathering.issues} == {"who", "when"}


@pytest.mark.parametrize(
    ("words", "cue", "asked"),
    [
        ("whether it burnt", "is unclear", "whether"), ("if it burnt", "is unclear", "whether"),
        ("how many fled", "is unclear", "how many"), ("how it burnt", "is unclear", "how"),
        ("General, how many men are you missing", "?", "how many"), ("Did it burn", "?", "whether"),
        ("The cause of the blast", "remains unknown", "why"), ("exact whereabouts", "x", "where"),
        ("The number of the dead", "unknown", "how many"), ("the shipment", "unknown", "matter"),
        ("the man who fled", "unknown", "matter"), ("", "unknown", "matter"), ("?", "?", "matter"),
    ],
)  # fmt: skip
def test_a_question_says_what_it_asks_for(words, cue, asked):
    assert kind(words, cue) == asked


@settings(deadline=None)
@given(st.text(max_size=60), st.sampled_from(["?", "is unclear"]))
def test_any_words_ask_for_something(words, cue):
    assert isinstance(kind(words, cue), str)


@settings(deadline=None, max_examples=15)
@given(st.permutations(range(3)))
def test_the_order_of_the_reports_changes_nothing(order):
    made = []
    for day, words in enumerate(("who fled Vesk", "who fled Vesk", "who sang in Lund"), 1):
        one = asking(f"It is unclear {words}. {PLACE}", f"Outlet {day}", f"2031-05-0{day}")
        one.asks(
            words, "is unclear", "desertion" if day < 3 else "sing", predicate=words.split()[1]
        )
        made.append(one)
    plain = compared(*made).gathering.issues
    assert [len(one.documents) for one in plain] == [2, 1]
    assert compared(*(made[at] for at in order)).gathering.issues == plain


def test_an_issue_keeps_its_id_when_later_reports_ask_the_same():
    first = asking(f"It is unclear who fled Vesk. {PLACE}", "Lund Mail", "2031-05-01")
    later = asking(f"It is unclear who fled Vesk. {PLACE}", "Tarn Post", "2031-05-02")
    for one in (first, later):
        one.asks("who fled Vesk", "is unclear", "desertion", predicate="fled")
    (alone,) = compared(first).gathering.issues
    (both,) = compared(first, later).gathering.issues
    assert (alone.id, len(both.questions)) == (both.id, 2)
    assert both.joins[0].evidence[1].document == later.document.id
