"""Claims stand in the order that the printed sentence says."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import ORDER, Claim, Evidence, Position, Span, ordered


def claim(status="uncontested", reports=1, voices=(), statements=1, first_seen="2031-03-01", n=0):
    """A claim of so many reports and statements; ``voices`` by their certainty."""
    return Claim(
        f"{n:016}", Evidence("d0", (Span(0, 1),)), status,
        tuple(f"s{k}" for k in range(statements)),
        tuple(Position(f"Voice {k}", "person", None, None, "for", sure, (), ())
              for k, sure in enumerate(voices)),
        tuple(f"d{k}" for k in range(reports)), first_seen, first_seen,
    )  # fmt: skip


LADDER = (
    claim("contested"),
    claim("denied"),
    claim("single origin", reports=2),
    claim(voices=("CT+", "PS+")),
    claim(voices=("CT+",), statements=2),
    claim(voices=("PS+",)),
    claim(voices=("CT-",)),
    claim(voices=("CT+",), first_seen="2031-03-02"),
    claim(voices=("CT+",), first_seen=None),
)
"""Each stands before the next by one rule, in the order of the rules."""

claims = st.builds(
    claim,
    st.sampled_from(["contested", "denied", "single origin", "uncontested"]),
    st.integers(1, 3),
    st.lists(st.sampled_from(["CT+", "PS+", "Uu"]), max_size=3),
    st.integers(1, 3),
    st.sampled_from([None, "2031-03-01", "2031-03-02"]),
    st.integers(0, 99),
)


def test_each_rule_decides_where_those_before_it_do_not():
    """Given the wrong way round, the ladder comes out as it stands."""
    assert ordered(LADDER[::-1]) == LADDER


def test_the_sentence_names_every_rule_in_its_place():
    """As many parts as there are steps that it tells of, in the same order."""
    marks = ("contested", "several reports", "voices", "statements", "certain", "earlier")
    places = [ORDER.index(mark) for mark in marks]
    assert sorted(places) == places
    assert ORDER.count(";") == len(marks) - 1


@given(st.lists(claims, unique_by=lambda c: c.id), st.randoms(use_true_random=False))
def test_the_order_of_the_input_decides_nothing(held, random):
    """Shuffled, the claims come out the same."""
    shuffled = list(held)
    random.shuffle(shuffled)
    assert ordered(shuffled) == ordered(held)


@given(st.lists(claims, unique_by=lambda c: c.id))
def test_disputed_claims_come_first_and_single_reports_last_among_their_like(held):
    """The first two rules, whatever the rest says."""
    found = [(c.status != "contested", c.status not in ("contested", "denied"),
              len(c.documents) == 1) for c in ordered(held)]  # fmt: skip
    assert sorted(found) == found
