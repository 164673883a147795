"""What people rule of the map of causes holds when reports come, and can be taken back."""

from dataclasses import replace

import pytest

from newsroom import report
from reportedly import pipeline, rulings
from reportedly.errors import UsageError
from reportedly.model import cut

TEXT = "The flood delayed the ferry at Orrin. The high water closed the mill. Rain brought mud."


def told(published="2031-05-02", outlet="The Vesk Courier"):
    made = report(TEXT, outlet, published)
    made.led("The flood", "delayed", "the ferry at Orrin")
    made.led("The high water", "closed", "the mill")
    made.led("Rain", "brought", "mud")
    return made


def case_of(reports, made=()):
    return pipeline.compare(
        [r.document for r in reports], [r.reading for r in reports], rulings=made
    )


def concept(case, words):
    """The concept that one of its mentions is worded so in."""
    texts = {d.id: d.text for d in case.documents}
    found = [
        c for c in case.gathering.concepts
        if any(cut(texts[m.document], m.spans) == words for m in c.mentions)
    ]  # fmt: skip
    assert len(found) == 1
    return found[0]


def ruled(case, kind, *records, number=1, **fields):
    return replace(rulings.drafted(kind, records, case, "anna", **fields), number=number)


def words(case):
    texts = {d.id: d.text for d in case.documents}
    return {
        frozenset(cut(texts[m.document], m.spans) for m in c.mentions)
        for c in case.gathering.concepts
    }


def test_two_concepts_ruled_to_be_one_are_one_and_say_why():
    reports = [told()]
    case = case_of(reports)
    same = ruled(case, "same", concept(case, "The flood"), concept(case, "The high water"))
    after = case_of(reports, [same])
    both = concept(after, "The flood")
    assert frozenset({"The flood", "The high water"}) in words(after)
    assert both.joins[0].text.startswith("Ruling 1, by anna: one thing.")
    assert len([a for a in after.gathering.arrows if a.cause == both.id]) == 2
    assert [logged.state for logged in after.rulings] == ["in force"]


def test_it_holds_when_an_earlier_report_gives_the_concept_another_id():
    reports = [told()]
    case = case_of(reports)
    same = ruled(case, "same", concept(case, "The flood"), concept(case, "The high water"))
    later = case_of([told("2031-05-01", "Hale Post"), *reports], [same])
    both = concept(later, "The flood")
    assert both.id not in {target.id for target in same.targets}
    assert {"The flood", "The high water"} <= set().union(
        *(w for w in words(later) if "The flood" in w)
    )
    assert [logged.state for logged in later.rulings] == ["in force"]


def test_an_end_that_a_person_takes_out_of_a_concept_stays_out():
    reports = [told(), told("2031-05-03", "Hale Post")]
    case = case_of(reports)
    flood = concept(case, "The flood")
    assert len(flood.mentions) == 2
    cause = next(c for c in reports[1].causes if c.id == flood.mentions[1].cause)
    out = ruled(case, "different", flood, cause)
    after = case_of(reports, [out])
    assert sorted(len(c.mentions) for c in after.gathering.concepts if c.id == flood.id) == [1]
    assert [logged.state for logged in after.rulings] == ["in force"]


def test_what_is_undone_counts_no_more():
    reports = [told()]
    case = case_of(reports)
    same = ruled(case, "same", concept(case, "The flood"), concept(case, "The high water"))
    undo = replace(rulings.undoing("1", case_of(reports, [same]), "anna"), number=2)
    after = case_of(reports, [same, undo])
    assert words(after) == words(case)
    assert [logged.state for logged in after.rulings] == ["undone", "in force"]


def test_of_two_that_contradict_one_another_the_later_counts():
    reports = [told()]
    case = case_of(reports)
    ends = concept(case, "The flood"), concept(case, "The high water")
    same = ruled(case, "same", *ends)
    joined = case_of(reports, [same])
    [cause] = [c for c in reports[0].causes if cut(TEXT, c.cause) == "The high water"]
    out = ruled(joined, "different", concept(joined, "The flood"), cause, number=2)
    after = case_of(reports, [same, out])
    assert words(after) == words(case)
    assert [logged.state for logged in after.rulings] == ["overruled", "in force"]


def test_a_cause_that_is_hidden_leaves_the_map_and_comes_back_when_that_is_undone():
    reports = [told()]
    case = case_of(reports)
    hide = ruled(case, "hide", reports[0].causes[2])
    hidden = case_of(reports, [hide])
    assert len(hidden.gathering.arrows) == len(case.gathering.arrows) - 1
    undo = replace(rulings.undoing("1", hidden, "anna"), number=2)
    assert case_of(reports, [hide, undo]).gathering.arrows == case.gathering.arrows


def test_what_fits_no_concept_is_refused_in_a_sentence():
    case = case_of([told()])
    flood, arrow = concept(case, "The flood"), case.gathering.arrows[0]
    rain = next(c for c in case.readings[0].causes if cut(TEXT, c.cause) == "Rain")
    first = next(c for c in case.readings[0].causes if cut(TEXT, c.cause) == "The flood")
    for kind, records, said in (
        ("same", (flood, arrow), "two concepts"),
        ("different", (flood, rain), "neither end of this cause"),
        ("different", (flood, first), "rests on this cause alone"),
        ("same", (flood, flood), "these are one"),
        ("hide", (arrow,), "hide leaves out"),
    ):
        with pytest.raises(UsageError, match=said):
            rulings.drafted(kind, records, case, "anna")
