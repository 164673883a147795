"""The invented reports that the tagger is trained on are marked without fault."""

import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).parents[2] / "training"


sys.path.append(str(TRAINING))

from tagger import invented, texts  # noqa: E402  a folder of scripts, no package of ours


def words(text, pairs):
    return [text[a:b] for a, b in pairs]


def test_marks_become_spans_and_depths():
    text, marked = invented.parse(
        "{S1 Varo}, {C2<1 citing} {S2 two officers}, {C1 said} that {T1T2 the town had fallen}."
    )
    assert text == "Varo, citing two officers, said that the town had fallen."
    assert [words(text, m.source) for m in marked] == [["Varo"], ["two officers"]]
    assert words(text, marked[0].content) == ["that the town had fallen"]
    assert [m.depth for m in marked] == [0, 0]
    assert words(text, marked[1].carrier) == ["said"]
    assert marked[0].carrier == ()


def test_brackets_put_one_within_another():
    text, marked = invented.parse("{S1 He} {C1 said} {T1 {S2 she} {C2 denied} {T2 it}}.")
    assert [m.depth for m in marked] == [0, 1]
    assert words(text, marked[0].content) == ["she denied it"]


@pytest.mark.parametrize("wrong", ["{S1 He said", "He} said", "{S1 He} {C1 said} nothing"])
def test_wrong_marks_are_refused(wrong):
    with pytest.raises(ValueError, match=r"mark|content"):
        invented.parse(wrong)


def test_a_content_is_read_again_as_a_sentence_of_its_own():
    text, marked = invented.parse("{S1 He} {C1 said} that {T1 {S2 the army} {C2 denied} {T2 it}}.")
    (again,) = texts.contents(texts.Text("one", text, (texts.View(marked),)))
    assert again.text == "… the army denied it."
    (inner,) = again.views[0].marked
    assert words(again.text, inner.source) == ["the army"]


def test_all_invented_reports_are_marked_without_fault():
    reports = invented.invented(TRAINING / "invented")
    assert len(reports) == 2_636
    for report in reports:
        for one in report.views[0].marked:
            for start, end in (*one.source, *one.cue, *one.content):
                assert 0 <= start < end <= len(report.text)
                assert "{" not in report.text[start:end]


def test_restyled_quotation_marks_keep_every_offset():
    for written in ('He said "no" and left.', "He said “no” – it’s “over”."):
        assert len(texts.restyled(written)) == len(written)
        assert texts.restyled(written) != written


def test_a_cue_is_cut_out_with_its_sentence_alone():
    text = "Varo fell. The army said it had left. Nobody else spoke."
    said = texts.Judgement(((20, 24),), "say", "for", "CT+", "-", ((11, 19),), ((25, 36),))
    over = texts.Judgement(((5, 9),), "say", "for", "CT+", "-", ((0, 4),), ((25, 36),))
    view = texts.View(None, judged=(said, over))
    (alone,) = texts.alone(texts.Text("one", text, (view,)))
    (cut,) = alone.views[0].judged
    assert alone.text.startswith("The army said it had left.")
    assert [words(alone.text, part) for part in (cut.source, cut.cue, cut.content)] == [
        ["The army"],
        ["said"],
        ["it had left"],
    ]
