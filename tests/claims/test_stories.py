"""Reports tell one story where they share names with one another, not through a round-up."""

from build import document
from reportedly.claims.stories import gathered

FLOOD = "At Orrin the river Vell rose, the mayor Ana Brel told Radio Marn near the Hale bridge."
STRIKE = "In Tarn the miners of Doru struck, the Guild leader Ivo Lund told the Korvo Mail there."


def told(*texts):
    """The story of each text, as numbers in the order of their first report."""
    held = [document(text, f"Outlet {at}") for at, text in enumerate(texts)]
    found = gathered(held).story
    first = list(dict.fromkeys(found[d.id] for d in held))
    return [first.index(found[d.id]) for d in held]


def test_reports_that_share_names_are_of_one_story():
    assert told(FLOOD, f"{FLOOD} It fell on Sunday.", STRIKE) == [0, 0, 1]


def test_a_round_up_of_two_large_stories_does_not_chain_them():
    many = [f"{FLOOD} Update {n}." for n in range(12)] + [
        f"{STRIKE} Update {n}." for n in range(12)
    ]
    found = told(*many, f"{FLOOD} {STRIKE}")
    assert (found[0], found[12]) == (found[11], found[23])
    assert found[0] != found[12]


def test_a_report_with_hardly_a_name_has_no_story():
    held = document("It rained on the town.")
    assert held.id not in gathered([held]).story
