"""What people ruled of statements holds, whatever reports come and in whatever order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import report
from reportedly.claims import gather
from reportedly.claims.fields import grouped
from reportedly.claims.memory import Forgetful
from reportedly.claims.ruled import Ruled
from reportedly.claims.stories import Told
from reportedly.claims.tellings import tellings
from reportedly.model import Decisions, Factor, Tie, contradicted, cut, identify
from reportedly.model.plain import to_json, to_plain

PLACES, DEEDS = ("Orrin", "Hale", "Lund"), ("flood", "strike")
OUTLETS = ("Vesk Courier", "Lund Mail", "Hale Post")


def tie(number, kind, one, other, yields=False):
    reason = Factor("ruling", 0.0, f"Ruling {number}, by anna.")
    return Tie(number, kind, one.id, other.id, reason, yields=yields)


def found(reports, *ties, memory=None):
    documents, readings = [r.document for r in reports], [r.reading for r in reports]
    return gather(documents, readings, memory=memory, decided=Decisions(claims=tuple(ties)))


def parts(gathering):
    return sorted(sorted(claim.statements) for claim in gathering.claims)


def of(gathering, statement):
    return next(c for c in gathering.claims if statement.id in c.statements)


def told(outlet, day, words="The flood hit Orrin and 9 people fled", event="flood"):
    made = report(f"{words}, near Vesk and Tarn. Ana Brel saw.", outlet, f"2031-05-{day:02}")
    made.own(words, event)
    return made


def six():
    """Three reports of a flood in much the same words, and three of a strike."""
    floods = [
        told("Vesk Courier", 1), told("Lund Mail", 2, "The flood hit Orrin and 9 people fled it"),
        told("Hale Post", 3, "The flood hit Orrin hard and 9 people fled"),
    ]  # fmt: skip
    strikes = [
        told(outlet, day, "Miners of Hale went on strike over wages", "strike")
        for day, outlet in enumerate(OUTLETS, 4)
    ]
    return floods, strikes


def first(reports):
    return [made.statements[0] for made in reports]


def test_the_reports_of_the_tests_below_are_two_claims():
    floods, strikes = six()
    assert [len(c.statements) for c in found([*floods, *strikes]).claims] == [3, 3]


def test_a_statement_ruled_out_of_a_claim_leaves_alone_and_the_rest_stands_together():
    floods, strikes = six()
    a, b, c = first(floods)
    made = found([*floods, *strikes], tie(1, "different", a, b, yields=True))
    assert sorted([[b.id], sorted([a.id, c.id])]) == [
        p for p in parts(made) if p != sorted(s.id for s in first(strikes))
    ]


def test_it_stays_out_when_more_reports_come_and_copies_of_it_stay_with_it():
    floods, strikes = six()
    a, b, _ = first(floods)
    ruled = tie(1, "different", a, b, yields=True)
    copy = told("Korvo Sun", 9, "The flood hit Orrin and 9 people fled it")
    more = told("Doru Star", 10, "The flood hit Orrin and so 9 people fled")
    made = found([*floods, *strikes, copy, more], ruled)
    assert a.id not in of(made, b).statements
    assert of(made, b) == of(made, copy.statements[0])
    assert of(made, a) == of(made, more.statements[0])


def test_two_copies_of_one_sentence_can_be_parted():
    floods, _ = six()
    same = told("Korvo Sun", 9)
    a, b = first([floods[0], same])
    made = found([*floods, same], tie(1, "different", a, b))
    assert b.id not in of(made, a).statements


def test_claims_ruled_to_be_one_are_one_with_all_their_statements_and_say_who_says_so():
    floods, strikes = six()
    ruled = tie(1, "same", first(floods)[0], first(strikes)[0])
    (claim,) = found([*floods, *strikes], ruled).claims
    assert len(claim.statements) == 6
    assert claim.joins[0].name == "ruling"
    assert [e.document for e in claim.joins[0].evidence] == [
        floods[0].document.id, strikes[0].document.id,
    ]  # fmt: skip
    assert len(claim.joins) == 3
    assert claim.id == of(found(floods), first(floods)[0]).id


def test_both_claims_that_a_ruling_keeps_apart_say_who_says_so():
    floods, _ = six()
    a, b, _ = first(floods)
    made = found(floods, tie(1, "different", a, b))
    assert {of(made, s).joins[0].text for s in (a, b)} == {"Ruling 1, by anna."}


def test_no_ruling_changes_no_byte():
    floods, strikes = six()
    reports = [*floods, *strikes]
    plain = gather([r.document for r in reports], [r.reading for r in reports])
    assert plain == found(reports)


def test_of_two_stories_told_in_one_claim_a_statement_leaves_alone():
    line = "The Korvo ferry Alma sank with 40 people aboard"
    more = ("", " it", "", " now")
    told_ = [told(f"Outlet {day}", day, line + end, "sink") for day, end in enumerate(more, 1)]
    stories = {r.document.id: str(n // 2) for n, r in enumerate(told_)}
    found_ = tellings([r.document for r in told_], [r.reading for r in told_],
                      Told(stories, stories))  # fmt: skip
    assert [len(group.told) for group in grouped(found_, Forgetful())] == [4]
    ruled = Ruled((tie(1, "different", told_[0].statements[0], told_[3].statements[0], True),))
    assert sorted(len(group.told) for group in grouped(found_, Forgetful(), ruled)) == [1, 3]


def made(place, deed, number, outlet):
    words = f"A {deed} hit {place} and {number} people fled"
    one = report(f"Mayor Ana Brel of {place} said {words}, near Vesk and Tarn.", outlet,
                 f"2031-05-{number:02}")  # fmt: skip
    one.said("Ana Brel", "said", words, deed, of={"kind": "person"})
    one.own(words, deed)
    return one


REPORTS = st.lists(
    st.builds(made, st.sampled_from(PLACES), st.sampled_from(DEEDS), st.integers(1, 4),
              st.sampled_from(OUTLETS)),
    min_size=2, max_size=8, unique_by=lambda one: one.document.id,
)  # fmt: skip
RULINGS = st.lists(
    st.tuples(st.sampled_from(["same", "different", "different"]), st.integers(0, 15),
              st.integers(0, 15), st.booleans()),
    max_size=8,
)  # fmt: skip


def agreed(reports, drawn):
    """Ties of the statements drawn, less those that a later one contradicts."""
    told_ = sorted((s for r in reports for s in r.statements), key=lambda s: s.id)
    ties = [
        tie(n, kind, told_[i % len(told_)], told_[j % len(told_)], yields and kind == "different")
        for n, (kind, i, j, yields) in enumerate(drawn)
        if i % len(told_) != j % len(told_)
    ]
    out = contradicted(ties, lambda t: (t.one, t.other))
    return [t for t in ties if t.number not in out]


@given(REPORTS, RULINGS)
@settings(max_examples=150, deadline=None)
def test_no_claim_holds_what_is_parted_and_one_holds_what_is_joined(reports, drawn):
    ties = agreed(reports, drawn)
    made_ = found(reports, *ties)
    home = {s: claim.id for claim in made_.claims for s in claim.statements}
    assert sorted(home) == sorted(s.id for r in reports for s in r.statements)
    assert len(home) == sum(len(claim.statements) for claim in made_.claims)
    for one in ties:
        assert (home[one.one] == home[one.other]) == (one.kind == "same")


class Kept(dict):
    """A memory that lives as long as a test."""

    def recall(self, kind, keys):
        return {key: self[kind, key] for key in keys if (kind, key) in self}

    def remember(self, kind, found_, current):
        self.update({(kind, key): value for key, value in found_.items()})

    def keep(self, kind, found_):
        self.remember(kind, found_, ())


@given(REPORTS, RULINGS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_neither_order_nor_memory_changes_a_byte(reports, drawn, chance):
    ties, memory, shuffled = agreed(reports, drawn), Kept(), list(reports)
    chance.shuffle(shuffled)
    before = found(shuffled, memory=memory)
    found(shuffled[:2], memory=memory)
    expected = to_json(to_plain(found(reports, *ties)))
    assert to_json(to_plain(found(shuffled, *ties, memory=memory))) == expected
    assert found(shuffled, memory=memory) == before


def test_the_words_of_what_is_parted_are_cut_from_the_reports():
    floods, _ = six()
    a, b, _ = first(floods)
    factor = of(found(floods, tie(1, "different", a, b)), a).joins[0]
    texts = {r.document.id: r.document.text for r in floods}
    assert [cut(texts[e.document], e.spans) for e in factor.evidence] == [
        "The flood hit Orrin and 9 people fled", "The flood hit Orrin and 9 people fled it",
    ]  # fmt: skip
    assert identify("claim", a.id) == of(found(floods), a).id
