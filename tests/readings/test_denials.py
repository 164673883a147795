"""What a denial denies."""

import pytest

from build import document
from judging import judged
from reportedly.model import cut
from reportedly.readings import read

CASES = {
    "[The ministry] {dismissed} <reports that its envoy had been recalled>.": "whole",
    "[The chairman] {called} <the story of a sale a fabrication>.": "whole",
    "[The guards] {said} <there was no escape from Block C>.": "whole",
    "[The navy] admitted the collision but {denied} <that the frigate had been speeding>.": "part",
    "[The army] {denied} <using flares in the assault on Kelm>.": "part",
    "[The council] {insisted} <the eviction was not meant to punish the tenants>.": "motive",
    "[The bank] {rejected} <claims that it closed the account out of spite>.": "motive",
    "[Mirovia] {denies} <any role in the poisoning of the banker>.": "responsibility",
    "[The sect] {said} <it had nothing to do with the fire>.": "responsibility",
    "[The police] {denied} <that as many as 50,000 people had marched>.": "number",
    "[The union] {contested} <the estimate of 300 lost posts>.": "number",
    "Asked about the missing gold, [the bank] {denied} <that a clerk had resigned>.": "other",
    "[The palace] {did not deny} <the engagement>.": "non-denial",
    "[The ministry] {declined to confirm or deny} <the arrest>.": "non-denial",
    "[The aide] {denied} <having denied the meeting>.": "double",
    "[Prosecutors] {rejected} <the firm's denial that it knew>.": "double",
    "[The Courier] {retracted} <its report that the mayor had fled>.": "retraction",
    "[The bank] {no longer disputes} <that it laundered the money>.": None,
    "[The board] {rejected} <the offer from Castel>.": None,
    "[The minister] {declined to comment on} <the leak>.": None,
    "[The coach] {said} <he did not know who would play>.": None,
    "[The mayor] {said} <the talks would not resume>.": None,
    "[The mayor] {doubted} <that the bridge would hold>.": None,
    "[The governor] {denied} <the prisoner a lawyer>.": None,
    "[The firm] {could not but admit} <the spill>.": None,
}


@pytest.mark.parametrize(("marked", "expected"), CASES.items())
def test_a_denial_is_of_the_whole_or_of_something_less(marked, expected):
    """Read off cue, content and what stands around; who dismisses a plan denies nothing."""
    assert expected == judged(marked)[-1].denial


def test_a_denial_points_at_the_words_that_decided():
    """The reason's evidence lies on the words for a motive."""
    text = "The bank rejected claims that it closed the account out of spite."
    (found,) = judged("[The bank] {rejected} <claims that it closed the account out of spite>.")
    reason = next(reason for reason in found.reasons if reason.name == "denial")
    (span,) = reason.evidence[0].spans
    assert text[span.start : span.end] == "out of spite"


def test_a_denial_taken_back_is_for_what_was_denied():
    """Whoever withdraws a denial of X stands for X."""
    (found,) = judged("[The ministry] {withdrew its denial that} <the envoy had resigned>.")
    assert (found.denial, found.stance) == ("double", "for")


def test_with_two_objects_the_network_finds_no_denial_either():
    report = document("The court denied the widow a hearing.")
    assert [one.denial for one in read(report).attributions] == [None]


def test_what_stands_alone_denies_nothing_but_what_was_alleged():
    text = "The Ropers' Guild would have none of the talk that it had sold its charter."
    (found,) = read(document(text)).attributions
    assert found.denial in {"whole", "responsibility"}


@pytest.mark.parametrize(
    "text",
    [
        "The Tolvek Water Board said that twelve clerks lost their posts at the land registry.",
        "Two officers at the base in Norrin told a local reporter that the army closed the road.",
        "The Norrin garrison announced that the ferry sank off Esk before dawn.",
        "The army closed the road to Esk, according to two officers at the base in Norrin.",
        "The Tolvek Water Board noted that at least 40 men left the garrison at Esk.",
        "As the Tolvek Water Board informed the agency, at least 40 men left the garrison.",
    ],
)
def test_who_only_tells_denies_nothing(text):
    (found,) = read(document(text)).attributions
    assert (found.denial, found.stance) == (None, "for")


@pytest.mark.parametrize(
    "text",
    [
        "The palace said that only 40 men, not 400, had left the garrison at Esk.",
        "The army said the toll was exaggerated: 40 men had left the garrison at Esk.",
    ],
)
def test_a_number_is_denied_beside_another_or_with_a_word_against_it(text):
    assert "number" in {one.denial for one in read(document(text)).attributions}


def test_what_else_somebody_is_quoted_with_gainsays_nothing_of_this():
    text = "“We have not slept since,” Ilse Daren said, adding that the ferry sank off Norrin."
    (adding,) = (a for a in read(document(text)).attributions if cut(text, a.cue) == "adding")
    assert (adding.denial, adding.stance) == (None, "for")
