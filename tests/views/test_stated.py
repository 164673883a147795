"""What reports state of causes and of actors, in the terminal: whose word, how sure, denied."""

from reportedly.views import terminal
from views.drawn import caused, tied
from views.test_terminal import said


def test_a_cause_is_told_with_its_polarity_and_how_sure():
    case = caused(("unpaid wages", "the walkout", "prevents", "PS+"))
    text = said(terminal.causes, case)
    assert "“unpaid wages” prevents “the walkout”" in text
    assert "in its own words, PS+ possible" in text


def test_a_relation_is_told_in_words_and_a_denied_one_says_so():
    case = tied(("Karvonia", "supply", "Dresk", "CT-"), ("Karvonia", "pact", "Dresk", "PR+"))
    text = said(terminal.relations, case)
    assert "Karvonia supplies Dresk (AID, CT- certainly not, said not to be so, 1 report)" in text
    assert "Karvonia agrees with Dresk (AGREE, PR+ probable, 1 report)" in text
    assert "“Karvonia acts on Dresk”, in its own words" in text


def test_the_relations_told_most_often_come_first():
    twice = ("Dresk", "support", "Karvonia", "CT+")
    text = said(terminal.relations, tied(("Karvonia", "pact", "Dresk", "CT+"), twice, twice))
    assert text.index("supports") < text.index("agrees with")
