"""People's grades: which sources stand behind a claim, and what goes before a suggestion."""

from dataclasses import replace

import pytest

from build import spans
from reportedly.grades import weigh
from reportedly.model import Actor, Evidence, Factor, Graded, Target
from reportedly.origins import trace
from retold import Told, Voice, report, story

HOLM = Voice("Anders Holm", "witness", "Anders Holm")
UNION = Voice("the Bakers Union", "organisation", "Bakers Union")
OFFICER = Voice("an officer", "anonymous", None, None, True)


def said(voice, publisher="Vesk Courier", day=1):
    text = f"{publisher} news. The guards fled, {voice.words} said. It rained in {publisher}."
    return report(publisher, day, text, Told("The guards fled", voice, "said"))


def named(voice, held, id_="x"):
    mention = Evidence(held[0].id, spans(held[0].text, voice.words))
    return Actor(id_, voice.name, voice.kind, None, (mention,))


def source(number, letter, about):
    kind = "actor" if isinstance(about, Actor) else "outlet"
    name = about.name if isinstance(about, Actor) else about
    target = Target(kind, getattr(about, "id", name), name=name)
    return Graded(number, target, letter, "", Factor("ruling", 0.0, f"Ruling {number}: {letter}."))


def weighed(reports, *graded, actors=()):
    told = story(*reports)
    lineage = trace(told.documents, told.readings, told.gathering)
    gathering = replace(told.gathering, actors=tuple(actors))
    (grade,) = weigh(told.documents, told.readings, gathering, lineage, graded)
    return grade


def ruled(grade):
    return [f.text for f in grade.factors if f.name == "ruling"]


def test_the_letter_is_that_of_the_source_and_its_reason_shows_whom():
    held = said(HOLM)
    holm = named(HOLM, held)
    grade = weighed([held], source(1, "C", holm), actors=[holm])
    assert grade.letter == "C"
    (reason,) = (f for f in grade.factors if f.name == "ruling")
    assert reason.evidence == holm.mentions
    assert "reliability" not in {f.name for f in grade.factors}
    assert grade.suggested is None


def test_of_several_sources_the_best_counts_and_each_is_a_reason():
    reports = [said(HOLM), said(UNION, "Radio Marn", 2)]
    holm, union = named(HOLM, reports[0]), named(UNION, reports[1], "y")
    grade = weighed(reports, source(1, "E", holm), source(2, "B", union), actors=[holm, union])
    assert grade.letter == "B"
    assert ruled(grade) == ["Ruling 1: E.", "Ruling 2: B."]


def test_the_later_of_two_grades_of_a_source_counts():
    held = said(HOLM)
    holm = named(HOLM, held)
    grade = weighed([held], source(1, "A", holm), source(2, "D", "anders holm"), actors=[holm])
    assert (grade.letter, ruled(grade)) == ("D", ["Ruling 2: D."])


def test_who_only_passes_it_on_or_has_a_namesake_elsewhere_lends_no_letter():
    held = said(HOLM)
    elsewhere = Actor("z", "Anders Holm", "person", None, (Evidence("other", ()),))
    grade = weighed([held], source(1, "A", "Vesk Courier"), source(2, "B", elsewhere),
                    actors=[elsewhere])  # fmt: skip
    assert (grade.letter, ruled(grade)) == ("F", [])


@pytest.mark.parametrize("digit", list("123456"))
def test_a_persons_grade_goes_before_the_suggestion_but_for_a_one_without_two(digit):
    for reports in ([said(HOLM)], [said(HOLM), said(UNION, "Radio Marn", 2)], [said(OFFICER)]):
        plain = weighed(reports)
        statement = reports[0][1].statements[0].id
        about = Target("claim", "claim", statement=statement)
        given = Graded(1, about, "D", digit, Factor("ruling", 0.0, "Ruling 1."), statement)
        grade = weighed(reports, given)
        held_back = digit == "1" and len(reports) == 1
        assert grade.digit == (plain.digit if held_back else digit)
        assert (grade.letter, grade.suggested) == ("D", f"F{plain.digit}")
        assert ("held back" in {f.name for f in grade.factors}) == held_back
        assert grade.factors[-len(plain.factors) :] == plain.factors
