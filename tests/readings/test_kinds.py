"""To which body an unnamed voice belongs, and whose a part of a body is, in invented phrases."""

import pytest

from judging import judged, source

KINDS = {
    # a part of a body has the kind of the body it is a part of
    "the party leadership": ("organisation", False),
    "the charity's regional office": ("organisation", False),
    "the World Grain Council": ("organisation", False),
    "the UNHCR mission": ("organisation", False),
    "a federal agency": ("government", False),
    "the National Storm Center": ("government", False),
    # people who belong to a body
    "a person close to the finance ministry": ("government", True),
    "a source close to the family": ("anonymous", True),
    "an aide to the candidate": ("organisation", True),
    "Kovic's advisers": ("organisation", True),
    "a senior figure in the ruling party": ("organisation", True),
    "a party official in Dorn": ("organisation", True),
    "teachers at the school": ("organisation", True),
    "a fighter with the northern brigade": ("military", True),
    "an immigration officer": ("government", True),
    "a security source": ("government", True),
    "rescue workers": ("government", True),
    "two prosecutors": ("government", True),
    "prosecutors": ("government", False),
    "investigators close to the inquiry": ("government", True),
    "spies": ("intelligence", True),
    # somebody in particular, and nobody
    "several of the parents": ("witness", True),
    "two others": ("anonymous", True),
    "one voter": ("anonymous", True),
    "voters": ("unspecified", True),
    "half of voters": ("unspecified", True),
    "two-thirds of Tarsians": ("unspecified", True),
    "diplomats": ("unspecified", True),
    "strategists": ("unspecified", True),
    # papers, and things that are none
    "fundraising reports": ("document", False),
    "the results of the poll": ("document", False),
    "unconfirmed reports": ("unspecified", False),
    # names
    "Team Kovic": ("organisation", False),
    "Dorn Capital Partners Ltd.": ("organisation", False),
    "Ms. Gao": ("person", False),
}


@pytest.mark.parametrize(("words", "expected"), KINDS.items())
def test_a_voice_has_the_kind_of_the_body_it_belongs_to(words, expected):
    """The noun, what owns it and what stands behind it decide, named or not."""
    found = source(f"On Monday [{words}] {{said}} <the bridge was open>.")
    assert expected == (found.kind, found.anonymous)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[Residents] {fear} <the dam will go>.", "unspecified"),
        ("[Residents] {said} <the dam had gone>.", "witness"),
        ("[Survivors] {want} <the dam rebuilt>.", "witness"),
        ("[Workers] {described} <a smell of gas>.", "witness"),
        ("[Parents] {said} <the plan was bad>.", "unspecified"),
    ],
)
def test_a_crowd_is_a_witness_only_of_what_it_saw(text, kind):
    """What people in general want or fear is the word of nobody in particular."""
    assert kind == source(text).kind


def test_an_acronym_is_the_body_whose_name_the_report_prints():
    """An outlet may go by the same letters as a caucus."""
    text = "The Coastal Boat Caucus met in Dorn. [The CBC] {said} <the vote was off>."
    assert source(text).kind == "organisation"
    assert source("[The CBC] {said} <the vote was off>.").kind == "media"


def test_a_former_office_or_an_age_takes_up_somebody_named():
    """A description that adds to a named person is no new voice."""
    for words in ("The former minister", "The 44-year-old lawyer"):
        text = f"Ana Kovic was held on Friday. [{words}] {{said}} <it was a mistake>."
        assert source(text).kind == "person"


def test_a_name_behind_a_body_is_who_its_own_words_say_it_is():
    """He is not of the army that stands before his name where he is called a president."""
    words = "Eskil Vradan, the president of the club"
    found = source(f"<Food was blocked by the army>, [{words}], {{told}} the Post.")
    assert (found.kind, found.name) == ("person", "Eskil Vradan")
    text = f"Food was blocked by the army, {words}, said. [Eskil Vradan] {{said}} <it rained>."
    assert source(text).kind == "person"


def test_the_editor_of_a_paper_is_no_paper():
    """A name with a reporter's word behind it stays a person's."""
    words = "Sule Tempel, the editor of Harbour Policy, the magazine of the port council"
    assert source(f"[{words}] {{said}} <the bridge was open>.").kind == "person"


def test_a_name_in_capitals_before_a_colon_speaks_its_turn():
    """Transcripts print surnames so."""
    found = judged("[HOLLOWAY]{:} <The bridge is open>.")
    assert [a.source.kind for a in found] == ["person"]
