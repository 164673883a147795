"""What people ruled of links and origins: all is worked out without what is wrong."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Decisions, Factor, Tie, Unfollowed
from reportedly.origins import trace
from retold import Told, Voice, report, story

MINISTRY = Voice("the Orsk Ministry of Roads", "government", "Orsk Ministry of Roads", "QQ")
ARMY = Voice("the Orsk army", "military", "Orsk army", "QQ")
POLICE = Voice("the Orsk police", "government", "Orsk police", "QQ")
FERRYMAN = Voice("Anders Holm", "witness", "Anders Holm")
OFFICIAL = Voice("a senior bridge official", "anonymous", None, None, True)
VOICES = (MINISTRY, ARMY, POLICE, FERRYMAN, OFFICIAL)


def said(voice, publisher="Vesk Courier", day=1, **fields):
    text = f"{publisher} news. The guards fled, {voice.words} said. It rained in {publisher}."
    return report(publisher, day, text, Told("The guards fled", voice, "said", **fields))


def each(*voices):
    return [said(voice, f"Outlet {n}", n) for n, voice in enumerate(voices, 1)]


def traced(reports, *ties, wrong=()):
    told = story(*reports)
    decided = Decisions(origins=ties, unfollowed=tuple(wrong))
    return trace(told.documents, told.readings, told.gathering, decided)


def size(lineage):
    (found,) = lineage.ranges
    return found.at_least, found.at_most


def tie(number, kind, one, other, *voices):
    """``one`` and ``other`` are reports; ``voices`` name the origins, None for a statement."""
    ends = (r[1].statements[0].id for r in (one, other))
    reason = Factor("ruling", 0.0, f"Ruling {number}, by anna.")
    return Tie(number, kind, *ends, reason, tuple(voices))


def pair(number, kind, reports, i, j):
    names = [v.name or v.words for v in (reports[i][2][0].voice, reports[j][2][0].voice)]
    return tie(number, kind, reports[i], reports[j], *names)


def test_two_origins_ruled_to_be_one_voice_are_one_origin_with_what_both_said():
    reports = each(MINISTRY, OFFICIAL)
    assert size(traced(reports)) == (1, 2)
    made = traced(reports, pair(1, "same", reports, 0, 1))
    assert size(made) == (1, 1)
    (origin,) = made.origins
    assert origin.voice == "Orsk Ministry of Roads"
    assert set(origin.statements) == {r[1].statements[0].id for r in reports}
    assert origin.reasons[-1].name == "ruling"


def test_two_of_one_side_that_are_vouched_for_both_count():
    reports = each(MINISTRY, ARMY)
    assert size(traced(reports)) == (1, 2)
    assert size(traced(reports, pair(1, "different", reports, 0, 1))) == (2, 2)


def test_an_unnamed_voice_that_is_vouched_for_counts():
    reports = each(MINISTRY, OFFICIAL)
    assert size(traced(reports, pair(1, "different", reports, 0, 1))) == (2, 2)


def test_a_third_of_the_same_side_does_not_count_with_two_that_are_vouched_for():
    reports = each(MINISTRY, ARMY, POLICE)
    made = traced(reports, pair(1, "different", reports, 1, 2))
    assert size(made) == (2, 3)
    assert {o.voice for o in made.origins if o.shown} == {"Orsk army", "Orsk police"}


def test_who_may_be_a_third_voice_does_not_count_beside_it():
    reports = each(FERRYMAN, MINISTRY, OFFICIAL)
    assert size(traced(reports, pair(1, "different", reports, 1, 2))) == (2, 3)
    vouched = pair(1, "different", reports, 1, 2), pair(2, "different", reports, 0, 2)
    assert size(traced(reports, *vouched)) == (3, 3)


def test_vouching_for_two_never_makes_fewer_count():
    marn = Voice("Marn Hill", "witness", "Marn Hill")
    reports = each(FERRYMAN, MINISTRY, marn, OFFICIAL)
    assert size(traced(reports)) == (3, 4)
    assert size(traced(reports, pair(1, "different", reports, 1, 3))) == (3, 4)


def test_two_that_nobody_is_sure_about_count_as_one_side():
    reports = each(MINISTRY, FERRYMAN)
    assert size(traced(reports)) == (2, 2)
    assert size(traced(reports, pair(1, "unsure", reports, 0, 1))) == (1, 2)


def test_two_are_not_one_side_by_way_of_a_voice_that_may_be_anybody():
    reports = each(MINISTRY, OFFICIAL, FERRYMAN)
    both = pair(1, "unsure", reports, 0, 1), pair(2, "unsure", reports, 1, 2)
    assert size(traced(reports, *both)) == (2, 3)


def test_of_two_rulings_on_the_same_origins_the_later_counts():
    reports = each(MINISTRY, FERRYMAN)
    both = pair(1, "same", reports, 0, 1), pair(2, "unsure", reports, 0, 1)
    assert size(traced(reports, *both)) == (1, 2)
    both = pair(1, "unsure", reports, 0, 1), pair(2, "same", reports, 0, 1)
    assert size(traced(reports, *both)) == (1, 1)


def test_a_statement_taken_out_of_an_origin_is_one_of_its_own_and_not_shown():
    reports = [said(MINISTRY), said(MINISTRY, "Radio Marn", 2)]
    assert size(traced(reports)) == (1, 1)
    made = traced(reports, tie(1, "different", *reports, MINISTRY.name, None))
    assert size(made) == (1, 2)
    own = next(o for o in made.origins if o.reasons[0].name.startswith("6"))
    assert own.statements == (reports[1][1].statements[0].id,)
    assert not own.shown


def test_a_statement_that_leads_to_two_origins_is_left_with_the_other():
    text = (
        "The guards fled, the Orsk army said. Guards are gone, Anders Holm said. "
        "They ran, it is said."
    )
    held = report(
        "Vesk Courier", 1, text, Told("The guards fled", ARMY, "said"),
        Told("Guards are gone", FERRYMAN, "said"), Told("They ran", None, "it is said"),
    )  # fmt: skip
    army, holm, talk = (s.id for s in held[1].statements)
    assert [set(o.statements) for o in traced([held]).origins] == [{army, talk}, {holm, talk}]
    reason = Factor("ruling", 0.0, "Ruling 1, by anna.")
    made = traced([held], Tie(1, "different", army, talk, reason, (ARMY.name, None)))
    assert [set(o.statements) for o in made.origins] == [{army}, {holm, talk}]


WIRE = "Thirty guards left the bridge at Orsk before dawn and walked to the river, it was learnt."


def copied():
    return [
        report("Lanta Wire", 1, WIRE, Told("Thirty guards left the bridge")),
        report("Vesk Courier", 2, WIRE, Told("Thirty guards left the bridge")),
    ]


def test_a_wrong_link_is_gone_with_all_that_was_worked_out_from_it():
    reports = copied()
    made = traced(reports)
    assert [k.kind for k in made.links] == ["copied"]
    assert size(made) == (1, 1)
    assert len(made.events) == 1
    link = made.links[0]
    without = traced(reports, wrong=[Unfollowed(link.document, link.to, link.name)])
    assert without.links == ()
    assert size(without) == (1, 2)
    assert without.drifts == ()


def crediting(*before):
    text = "The guards fled, the Harbour Mail reported."
    mail = Voice("the Harbour Mail", "media", "Harbour Mail")
    return [*before, report("Radio Marn", 3, text, Told("The guards fled", mail, "reported"))]


def test_the_words_of_a_credit_that_is_wrong_count_no_more():
    reports = crediting(said(FERRYMAN))
    made = traced(reports)
    assert [(k.kind, k.name) for k in made.links] == [("credited", "Harbour Mail")]
    wrong = Unfollowed(made.links[0].document, None, "Harbour Mail")
    assert traced(reports, wrong=[wrong]).links == ()


def test_without_its_credit_a_report_stands_for_itself():
    text = "ORSK, March 2 (Harbour Mail) — The guards fled."
    reports = [report("Radio Marn", 2, text, Told("The guards fled"))]
    assert [o.voice for o in traced(reports).origins] == ["Harbour Mail"]
    wrong = Unfollowed(reports[0][0].id, None, "Harbour Mail")
    assert [o.voice for o in traced(reports, wrong=[wrong]).origins] == ["Radio Marn"]


def test_an_outlet_that_is_not_followed_is_not_followed_to_its_report_when_that_comes():
    wrong = Unfollowed(crediting()[0][0].id, None, "Harbour Mail")
    reports = crediting(said(OFFICIAL, "Harbour Mail", 1))
    assert [k.to for k in traced(reports).links] == [reports[0][0].id]
    assert traced(reports, wrong=[wrong]).links == ()


def test_a_ruling_on_another_report_leaves_the_link():
    reports = copied()
    wrong = Unfollowed(reports[0][0].id, reports[1][0].id, None)
    assert len(traced(reports, wrong=[wrong]).links) == 1


@given(
    st.lists(st.sampled_from(VOICES), min_size=2, max_size=5, unique=True),
    st.lists(
        st.tuples(st.sampled_from(["same", "different", "unsure"]), st.integers(0, 4),
                  st.integers(0, 4)),
        max_size=5,
    ),
)  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_the_range_stays_a_range_and_every_statement_leads_somewhere(voices, drawn):
    reports = each(*voices)
    count = len(reports)
    ties = [
        pair(n, kind, reports, i % count, j % count)
        for n, (kind, i, j) in enumerate(drawn)
        if i % count != j % count
    ]
    made = traced(reports, *ties)
    least, most = size(made)
    assert 1 <= least <= most <= count
    assert max(1, sum(o.shown for o in made.origins)) == least
    led = sorted(s for o in made.origins for s in o.statements)
    assert led == sorted(r[1].statements[0].id for r in reports)
    assert traced(reports, *ties) == made
