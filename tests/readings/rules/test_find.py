"""Attributions are found by rules over the parse: who, by which words, what."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.build import document

from reportedly.model import cut
from reportedly.readings.found import Found
from reportedly.readings.parse import parse
from reportedly.readings.rules import find


def read(text: str) -> list[Found]:
    report = document(text)
    return find(parse(report), report)


def table(text: str) -> list[tuple[str, str, str]]:
    return [tuple(cut(text, part) for part in (f.source, f.cue, f.content)) for f in read(text)]


def rules(text: str) -> dict[str, tuple[str, str, str]]:
    return {f.rule: row for f, row in zip(read(text), table(text), strict=True)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that the bridge fell.", ("The mayor", "said", "that the bridge fell")),
        ("The bridge fell, the mayor said.", ("the mayor", "said", "The bridge fell")),
        ("“We lost the bridge,” said Doru.", ("Doru", "said", "“We lost the bridge,”")),
        ("The army did not confirm the losses.", ("The army", "did not confirm", "the losses")),
        ("Officials ruled out a retreat.", ("Officials", "ruled out", "a retreat")),
        ("The Vesk Courier reported a raid.", ("The Vesk Courier", "reported", "a raid")),
        (
            "According to the ministry, 20 people died.",
            ("the ministry", "According to", "20 people died"),
        ),
        (
            "As reports suggest, soldiers fled the town.",
            ("reports", "As suggest", "soldiers fled the town"),
        ),
        ("Doru vowed to leave the pact.", ("Doru", "vowed", "to leave the pact")),
        (
            "The soldiers are believed to have fled.",
            ("", "are believed", "The soldiers to have fled"),
        ),
        (
            "Vesk has been accused of sending arms.",
            ("", "has been accused", "Vesk of sending arms"),
        ),
        (
            "The raid was described by Doru as a success.",
            ("Doru", "was described", "The raid as a success"),
        ),
        ("Asked whether the town fell, Doru left.", ("", "Asked", "whether the town fell")),
        (
            "Officials declined to comment on the raid.",
            ("Officials", "declined to comment on", "the raid"),
        ),
        (
            "The ministry remained tight-lipped about the losses.",
            ("The ministry", "remained tight-lipped about", "the losses"),
        ),
        (
            "The minister made clear that the pact stands.",
            ("The minister", "made clear", "that the pact stands"),
        ),
        (
            "Vesk expressed concern over the deployment.",
            ("Vesk", "expressed concern", "the deployment"),
        ),
        ("The town fell after reports of desertions.", ("", "reports", "desertions")),
        ("Troops are reportedly leaving.", ("", "reportedly", "Troops are leaving")),
        ("The alleged raid surprised nobody.", ("", "alleged", "raid")),
        ("DORU: We lost the bridge.", ("DORU", ":", "We lost the bridge")),
        ("“We lost the bridge.” ― Ana Doru", ("Ana Doru", "―", "“We lost the bridge.”")),
    ],
)
def test_a_way_of_attributing_is_found(text: str, expected: tuple[str, str, str]):
    assert expected in table(text)


def test_a_quotation_cut_by_its_cue_is_one_content():
    assert table("“We lost the bridge,” the mayor said, “and the road to Vesk.”") == [
        ("the mayor", "said", "“We lost the bridge,” “and the road to Vesk.”")
    ]


def test_a_quotation_goes_on_after_its_cue():
    text = "“It was very bad,” Doru said. “We ran. Nobody helped us.”"
    assert ("Doru", "said", "“It was very bad,” “We ran. Nobody helped us.”") in table(text)


def test_a_quotation_goes_on_into_the_next_paragraph():
    text = "Doru said: “We lost the bridge in an hour.\n\n“Then we lost the road to Vesk.”"
    content = "“We lost the bridge in an hour “Then we lost the road to Vesk.”"
    assert ("Doru", "said", content) in table(text)


def test_cues_that_are_coordinated_share_their_subject():
    text = "Doru condemned the raid and praised the army."
    assert table(text) == [
        ("Doru", "condemned", "the raid"),
        ("Doru", "praised", "the army"),
    ]


def test_a_cue_hung_in_anothers_clause_keeps_its_subject():
    text = "Doru denied that they fled and accused Vesk of lying."
    assert table(text) == [
        ("Doru", "denied", "that they fled"),
        ("Doru", "accused", "Vesk of lying"),
    ]


def test_a_cue_at_the_end_takes_all_that_stands_before_it():
    text = "The army is thought to have lost 300 men, two people familiar with the matter said."
    content = "The army is thought to have lost 300 men"
    assert ("two people familiar with the matter", "said", content) in table(text)


def test_the_day_of_saying_is_no_part_of_what_is_said():
    assert table("Vesk said on Monday it had seen no sign of them.") == [
        ("Vesk", "said", "it had seen no sign of them")
    ]


def test_what_dismissed_reports_are_called_is_not_what_they_say():
    text = "Officials have dismissed reports of looting as “inventions,” but left."
    assert ("", "reports", "looting") in table(text)
    content = "reports of looting as “inventions,”"
    assert ("Officials", "have dismissed", content) in table(text)


def test_who_is_cited_stands_behind_the_same_content():
    text = "The Courier, citing two officials, said the bridge had fallen."
    assert rules(text)["citing"] == ("two officials", "citing", "the bridge had fallen")
    assert rules(text)["clause"] == ("The Courier", "said", "the bridge had fallen")


def test_what_is_said_in_a_quotation_stays_in_it():
    text = "“They said the bridge fell,” Doru told the Courier."
    assert ("They", "said", "the bridge fell") in table(text)


def test_who_is_cited_leaves_what_is_said():
    for text in (
        "According to the Courier, citing two officers, 40 soldiers fled.",
        "The Courier said on Monday that 40 soldiers fled, citing two officers.",
    ):
        found = read(text)
        assert {"two officers", "the Courier", "The Courier"} >= {
            cut(text, f.source) for f in found
        }
        assert [cut(text, f.content)[-15:] for f in found] == ["0 soldiers fled"] * 2


def test_what_is_no_voice_is_not_cited():
    text = "Forty soldiers left, citing fear of the winter."
    assert ("Forty soldiers", "citing", "fear of the winter") in table(text)


def test_a_participle_after_the_clause_is_the_speakers_own_word():
    text = "Vesk denied that soldiers had fled, calling the report a fabrication."
    assert table(text) == [
        ("Vesk", "denied", "that soldiers had fled"),
        ("Vesk", "calling", "the report a fabrication"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Doru has been dismissed as commander.",
        "He was dismissed on Friday.",
        "Two officers were dismissed after the raid.",
        "The president dismissed the defence minister on Friday.",
        "Vesk recalled its ambassador.",
        "The commander was charged with treason.",
    ],
)
def test_losing_an_office_is_nobodys_word(text: str):
    assert table(text) == []


def test_a_claim_or_a_judgement_that_is_dismissed_is_a_cue():
    assert table("The accusation was dismissed by the army as a lie.") == [
        ("the army", "was dismissed", "The accusation … as a lie".replace("… ", ""))
    ]
    assert table("The minister dismissed Doru as a crank.") == [
        ("The minister", "dismissed", "Doru as a crank")
    ]


def test_a_gerund_can_be_what_is_denied():
    assert table("Vesk has denied sending troops across the river.") == [
        ("Vesk", "has denied", "sending troops across the river")
    ]


def test_a_proposal_to_talk_says_nothing():
    assert table("Then let us talk about money.") == []


def test_a_judgement_may_stand_before_what_it_judges():
    text = "A spokesman dismissed as “inventions” the reports of looting."
    assert ("A spokesman", "dismissed as", "“inventions” the reports of looting") in table(text)


def test_only_a_reason_after_the_cue_is_content():
    ((_, _, content),) = table("Vesk, for its part, has been accused of shelling the depot.")
    assert "part" not in content


def test_an_outlets_name_at_a_lines_end_reports_nothing():
    assert table("A study by Ana Doru, editor of the Vesk Political Report") == []


def test_a_headline_ends_in_its_source():
    text = "30 soldiers desert Vesk garrison, Harl Evening Bell reports"
    assert table(text) == [("Harl Evening Bell", "reports", "30 soldiers desert Vesk garrison")]


def test_the_reader_is_no_source():
    assert table("You think that the bridge fell.") == []


def test_an_act_of_force_is_no_criticism():
    assert table("The army attacked the town.") == []


def test_an_odd_quotation_mark_stops_nothing():
    assert ("Doru", "said", "the bridge fell") in table(
        'The 9" gun burst. Doru said the bridge fell.'
    )


WORDS = ["said", "Doru", "“", "”", '"', ",", ".", ":", "as", "that", "\n", "citing", "not", "by"]
WORDS += ["reports", "of", "was", "accused", "to", "according", "―", "NAME", "denied", "reportedly"]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS)).map(" ".join)))
def test_any_text_can_be_read_and_every_span_lies_in_it(text: str):
    for found in read(text):
        for spans in (found.source, found.cue, found.content):
            assert list(spans) == sorted(spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
            assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert found.cue
        assert found.content


def test_the_same_text_gives_the_same_attributions():
    text = "The mayor denied that the bridge fell, reports said."
    assert read(text) == read(text)


def test_an_endless_sentence_is_not_read_and_stops_nothing():
    text = "He said that " * 300 + "\nDoru said the bridge fell."
    assert table(text) == [("Doru", "said", "the bridge fell")]


def test_what_happens_asks_nothing():
    assert not read("The retreat raised questions about the strength of the army.")
    assert not read("The losses, which raise doubts about the war, went on.")
    asked = table("Ana Holm raised questions about the strength of the army.")
    assert asked == [("Ana Holm", "raised questions", "the strength of the army")]
    assert table("The report raises questions about the budget.")
