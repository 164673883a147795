"""Who does what to whom, as stated: counted by pair, denied ones apart, drawn in three columns."""

import re

from reportedly.shelf import Shelf
from reportedly.views import dossier, relations
from reportedly.views.drawings.relations import relations as draw
from reportedly.views.relations import bonds
from views.case import story
from views.drawn import drawn, tied

AID = ("Dresk", "supply", "Karvonia", "CT+")
DENIED = ("Dresk", "supply", "Karvonia", "CT-")
LIKELY = ("Dresk", "supply", "Karvonia", "PR+")
BACK = ("Karvonia", "accusation", "Dresk", "PS+")


def section(html: str) -> str:
    return html[html.index("Who does what to whom") : html.index('<section id="conflicts"')]


def test_relations_of_one_kind_between_two_are_one_tie_as_sure_as_the_surest():
    """Told twice, certain once."""
    [bond] = bonds(Shelf(tied(LIKELY, AID))).all
    assert (bond.sure, len(bond.told), bond.denied) == ("CT+", 2, False)
    assert len(bond.documents) == 2


def test_what_is_denied_is_a_tie_of_its_own():
    """It counts for nothing that is asserted."""
    found = bonds(Shelf(tied(AID, DENIED, LIKELY))).all
    assert [(b.denied, len(b.told), b.sure) for b in found] == [(False, 2, "CT+"), (True, 1, "CT-")]
    html = section(dossier.render(tied(DENIED)))
    assert html.count('class="denied"') == 2, "one in the key, one in the drawing"
    assert ">not so, CT-</text>" in html


def test_two_who_act_upon_each_other_stand_on_both_sides():
    """A circle is no difficulty."""
    html = str(draw(bonds(Shelf(tied(AID, BACK))), "x"))
    assert html.count(">Dresk</text>") == 2
    assert html.count(">Karvonia</text>") == 2
    assert "Dresk supplies Karvonia (CT+); Karvonia accuses Dresk (PS+)." in html


def test_the_ties_of_one_actor_stand_together():
    """Though another's is told more often than its second."""
    other = ("Karvonia", "pact", "Ilse Dorn", "CT+")
    late = ("Dresk", "support", "Ilse Dorn", "CT+")
    found = bonds(Shelf(tied(AID, AID, AID, other, other, late)))
    assert [b.source.name for b in found.all] == ["Dresk", "Karvonia", "Dresk"]
    assert [b.source.name for b in found.drawn] == ["Dresk", "Dresk", "Karvonia"]


def test_five_hundred_relations_are_folded_into_a_list():
    """Two dozen drawn, the rest behind a link, all of them counted."""
    case = drawn(500)
    found = bonds(Shelf(case))
    assert len(found.drawn) == relations.DRAWN
    assert found.folded == len(found.all) - relations.DRAWN
    assert len(found.drawn) + found.folded == len(found.all)
    html = section(dossier.render(case))
    assert f'{found.folded} ties that are told less often: <a href="#ties">' in html
    assert html.count("<li>") == relations.LISTED
    assert f"and {found.more} more in the ledger" in html


def test_the_list_gives_the_words_with_their_place():
    """As they are printed, by span."""
    case = tied(AID, BACK)
    html = section(dossier.render(case))
    slices = re.findall(r'data-spans="(\d+)-(\d+)">([^<]*)</q>', html)
    texts = [d.text for d in case.documents]
    assert len(slices) == 2
    assert all(any(t[int(a) : int(b)] == words for t in texts) for a, b, words in slices)


def test_where_nobody_acts_upon_anybody_it_says_so():
    """The story has no relation."""
    assert "between two actors is stated" in dossier.render(story())


def test_names_that_have_no_room_are_cut_and_stand_whole_in_the_list():
    """Three lines in the drawing."""
    name = "Harbour Union of Ondrava and the Lower Mirrow Valley and all of its branches"
    html = section(dossier.render(tied((name, "pact", "Dresk", "CT+"))))
    assert "…</text>" in html
    assert f"<b>{name}</b>" in html
