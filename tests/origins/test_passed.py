"""An outlet that a sentence names beside a voice has it from that voice."""

from reportedly.origins import trace
from retold import Told, Voice, ranged, report, story

HOLM = Voice("Anders Holm", "witness", "Anders Holm")
MAIL = Voice("the Harbour Mail", "media", "Harbour Mail")
BOARD = Voice("the Orsk harbour board", "organisation", "Orsk harbour board")


def _said(voice, publisher="Vesk Courier", day=1):
    text = f"{publisher} news. The guards fled, {voice.words} said. It rained in {publisher}."
    return report(publisher, day, text, Told("The guards fled", voice, "said"))


def _from_holm(day=2, **fields):
    text = "The Harbour Mail has it from Anders Holm that the guards fled. It snowed in Tarn."
    mail = Voice("The Harbour Mail", "media", "Harbour Mail")
    return report("Radio Marn", day, text, Told("the guards fled", mail, "has it", **fields))


def test_an_outlet_named_beside_a_voice_rests_on_it_wherever_it_is_credited():
    reports = _said(HOLM), _from_holm(), _said(MAIL, "Orsk Echo", 3)
    assert ranged(*reports) == (1, 1)
    assert ranged(_said(HOLM), _said(MAIL, "Orsk Echo", 3)) == (1, 2)
    told = story(*reports)
    (origin,) = trace(told.documents, told.readings, told.gathering).origins
    assert origin.voice == "Anders Holm"
    assert len(origin.documents) == len(reports)
    (passed,) = [reason.text for reason in origin.reasons if reason.name == "passed on"]
    assert passed == "Reports name it beside Harbour Mail, and so it is whom that has it from."


def test_the_same_wherever_the_telling_report_stands():
    assert ranged(_said(MAIL, "Orsk Echo"), _from_holm(), _said(HOLM, "Lanta Wire", 3)) == (1, 1)


def test_a_voice_that_is_told_of_as_acting_is_not_whom_the_outlet_has_it_from():
    text = "The Harbour Mail has it that Anders Holm led the guards away."
    mail = Voice("The Harbour Mail", "media", "Harbour Mail")
    led = "Anders Holm led the guards away"
    acting = Told(led, mail, "has it", actors=(("Anders Holm", None),))
    assert ranged(_said(HOLM), report("Radio Marn", 2, text, acting)) == (1, 2)


def test_a_voice_that_denies_it_there_is_not_whom_the_outlet_has_it_from():
    text = "The guards fled, the Harbour Mail said, which the Orsk harbour board called false."
    told = Told("The guards fled", MAIL, "said")
    denial = Told("which", BOARD, "called", act="deny", stance="against", claim="another")
    disputed = report("Radio Marn", 2, text, told, denial)
    told = story(_said(BOARD), disputed)
    found = trace(told.documents, told.readings, told.gathering).ranges
    assert {r.claim: r.at_most for r in found}["claim"] == len({"the board", "the Mail"})


def test_an_outlet_that_says_it_in_its_own_words_rests_on_whom_others_have_it_cite():
    own = report("Orsk Echo", 1, "The guards fled.", Told("The guards fled"))
    text = "Anders Holm told the Orsk Echo that the guards fled."
    cited = report("Radio Marn", 2, text, Told("the guards fled", HOLM, "told"))
    assert ranged(own) == ranged(own, cited) == (1, 1)
    assert ranged(own, _said(HOLM, "Radio Marn", 2)) == (1, 2)


def test_an_outlet_rests_on_the_unnamed_source_that_it_is_told_to_have():
    officers = Voice("two officers", "anonymous", None, None, True)
    text = "The guards fled, two officers told the Harbour Mail."
    told = report("Radio Marn", 2, text, Told("The guards fled", officers, "told"))
    assert ranged(_said(MAIL), told) == (1, 1)
