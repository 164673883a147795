"""Whose word a statement is, as its own report tells it."""

import pytest

from reportedly.model import Actor, Evidence, Gathering, identify
from reportedly.origins import trace
from reportedly.origins.outlets import outlets
from reportedly.origins.voices import ground, voice
from retold import Told, Voice, report, story

FERRYMAN = Voice("Anders Holm", "witness", "Anders Holm")


def heard(*reports, actors=()):
    """Sort and name of the voice of every statement, in order of publication."""
    told = story(*reports)
    known = outlets(told.documents, told.readings)
    kept = ground(told.documents, told.readings, Gathering(actors=actors), known)
    found = [voice(s, kept) for reading in told.readings for s in reading.statements]
    return [(one.sort, one.name) for one in found]


def actor(name, kind, *mentions):
    return Actor(identify("actor", name), name, kind, None, mentions)


def wrote(sentence, name="Pelmo Notes", cue="wrote", kind="organisation", **fields):
    text = f"It rained. {sentence} It snowed."
    return heard(
        report("Vesk Courier", 1, text, Told("guards fled", Voice(name, kind, name), cue, **fields))
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Pelmo Notes wrote on its website that guards fled.",
        "Pelmo Notes wrote in its Sunday edition that guards fled.",
        "In an editorial Pelmo Notes wrote that guards fled.",
        "Readers of Pelmo Notes could see what it wrote, that guards fled.",
    ],
)
@pytest.mark.parametrize("kind", ["organisation", "person", "document"])
def test_a_name_used_as_an_outlets_is_an_outlet(sentence, kind):
    assert wrote(sentence, kind=kind) == [("outlet", "Pelmo Notes")]


@pytest.mark.parametrize(
    "sentence",
    [
        "After the council released its report Ana Brel said that guards fled.",
        "Ana Brel said that guards fled, and that the council put it on its website.",
        "Ana Brel said the town has learned that guards fled.",
    ],
)
def test_a_person_is_no_outlet_by_what_others_have_or_do(sentence):
    assert wrote(sentence, name="Ana Brel", cue="said", kind="person") == [("named", "Ana Brel")]


def test_without_such_words_the_same_name_is_a_body():
    assert wrote("Pelmo Notes wrote that guards fled.") == [("named", "Pelmo Notes")]


def test_words_of_another_sentence_make_no_outlet():
    sentence = "Pelmo Notes wrote that guards fled. The mayor has its website."
    assert wrote(sentence) == [("named", "Pelmo Notes")]


def test_a_body_that_reports_is_an_outlet_and_a_person_who_does_is_none():
    sentence = "Pelmo Notes reported that guards fled."
    assert wrote(sentence, cue="reported", act="report") == [("outlet", "Pelmo Notes")]
    assert wrote(sentence, cue="reported", act="report", kind="person") == [
        ("named", "Pelmo Notes")
    ]


@pytest.mark.parametrize("cue", ["with reference to", "referring to", "citing"])
def test_a_body_that_another_refers_to_is_no_outlet(cue):
    sentence = f"The Lanta Wire wrote, {cue} Pelmo Notes, that guards fled."
    assert wrote(sentence, cue=cue, act="report") == [("named", "Pelmo Notes")]


@pytest.mark.parametrize("kind", ["government", "military", "witness", "office"])
def test_an_arm_of_a_state_with_a_website_is_itself(kind):
    sentence = "Pelmo Notes wrote on its website that guards fled."
    assert wrote(sentence, kind=kind) == [("named", "Pelmo Notes")]


def test_a_body_by_its_name_with_a_website_is_itself():
    sentence = "Pelmo Council wrote on its website that guards fled."
    assert wrote(sentence, name="Pelmo Council") == [("named", "Pelmo Council")]


def test_somebody_with_a_role_is_a_person_whatever_stands_beside():
    sentence = "Pelmo Notes, a harbour clerk, wrote on its website that guards fled."
    text = f"It rained. {sentence}"
    clerk = Voice("Pelmo Notes", "person", "Pelmo Notes", None, False, "a harbour clerk")
    told = Told("guards fled", clerk, "wrote")
    assert heard(report("Vesk Courier", 1, text, told)) == [("named", "Pelmo Notes")]


@pytest.mark.parametrize("part", ["newsroom", "readers", "editors", "website"])
def test_who_of_an_outlet_speaks_is_no_part_of_its_name(part):
    name = f"the {part} of Pelmo Notes"
    sentence = f"On its website {name} wrote that guards fled."
    assert wrote(sentence, name=name) == [("outlet", "Pelmo Notes")]


def test_who_of_an_outlet_speaks_is_no_part_of_its_name_where_it_is_read_as_media():
    room = "newsroom of the Pelmo Gazette"
    one, other = (
        report(
            outlet, 1, f"{outlet} page. The {name} said guards fled.",
            Told("guards fled", Voice(name, "media", name), "said"),
        )
        for outlet, name in (("Vesk Courier", room), ("Radio Marn", "Pelmo Gazette"))
    )  # fmt: skip
    assert set(heard(one, other)) == {("outlet", "Pelmo Gazette")}


def test_a_body_that_publishes_and_speaks_is_a_body():
    """Its own page, and two reports that hear it, have one voice."""
    trust = Voice("Orsk Harbour Trust", "organisation", "Orsk Harbour Trust")
    page = report("Orsk Harbour Trust", 1, "Guards fled at noon.", Told("Guards fled"))
    others = [
        report(
            outlet, 2, f"{outlet} page. Guards fled, Orsk Harbour Trust said.",
            Told("Guards fled", trust, "said"),
        )
        for outlet in ("Vesk Courier", "Radio Marn")
    ]  # fmt: skip
    mentions = [Evidence(d.id, a.source.spans) for d, r, _ in others for a in r.attributions]
    actors = (actor("Orsk Harbour Trust", "organisation", *mentions),)
    assert heard(page, *others, actors=actors) == [("named", "Orsk Harbour Trust")] * 3
    (sort, name), *_ = heard(page, others[0], actors=actors)
    assert (sort, name) == ("own", "Orsk Harbour Trust")


def test_a_named_voice_goes_by_the_name_that_it_has_in_all_reports():
    one = report("Vesk Courier", 1, "Guards fled, Holm said.",
                 Told("Guards fled", Voice("Holm", "person", "Holm"), "said"))  # fmt: skip
    where = Evidence(one[0].id, one[1].attributions[0].source.spans)
    assert heard(one, actors=(actor("Anders Holm", "person", where),)) == [("named", "Anders Holm")]
    assert heard(one) == [("named", "Holm")]


TALK = [
    "independent sources", "reports", "some reports", "several independent media", "observers",
    "local press", "the rumours", "word", "it",
]  # fmt: skip


@pytest.mark.parametrize("words", TALK)
def test_nobody_in_particular_is_talk(words):
    text = f"Guards fled, {words} said."
    told = Told("Guards fled", Voice(words, "unspecified"), "said")
    assert heard(report("Vesk Courier", 1, text, told)) == [("rumour", words)]


@pytest.mark.parametrize("words", ["harbour sources", "two bakers", "sources in Orsk"])
def test_whoever_is_described_is_an_unnamed_voice(words):
    text = f"Guards fled, {words} said."
    told = Told("Guards fled", Voice(words, "unspecified"), "said")
    assert heard(report("Vesk Courier", 1, text, told)) == [("unnamed", words)]


@pytest.mark.parametrize("words", TALK)
def test_talk_opens_nothing_beside_a_named_origin(words):
    text = f"Guards fled, {words} said. Guards are gone, Anders Holm said."
    told = story(
        report(
            "Vesk Courier", 1, text,
            Told("Guards fled", Voice(words, "unspecified"), "said"),
            Told("Guards are gone", FERRYMAN, "said"),
        )
    )  # fmt: skip
    lineage = trace(told.documents, told.readings, told.gathering)
    (origin,) = lineage.origins
    assert origin.voice == "Anders Holm"
    assert len(origin.statements) == 2
    assert [(r.at_least, r.at_most) for r in lineage.ranges] == [(1, 1)]


def test_talk_alone_opens_one_origin_that_is_not_named():
    text = "Guards fled, independent sources said. Guards ran, some reports said."
    told = story(
        report(
            "Vesk Courier", 1, text,
            Told("Guards fled", Voice("independent sources", "unspecified"), "said"),
            Told("Guards ran", Voice("some reports", "unspecified"), "said"),
        )
    )  # fmt: skip
    (origin,) = trace(told.documents, told.readings, told.gathering).origins
    assert (origin.named, origin.shown, len(origin.statements)) == (False, False, 2)


def test_a_body_that_an_outlet_quotes_is_no_outlet():
    sentence = "The Courier, which quoted Pelmo Notes, said that guards fled."
    assert wrote(sentence, cue="which quoted", act="report") == [("named", "Pelmo Notes")]
    assert wrote(sentence, cue="said", act="report") == [("outlet", "Pelmo Notes")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Word has it that guards fled.",
        "Residents are telling one another that guards fled.",
        "Talk in the market is that guards fled.",
        "In short, guards fled, or so the rumour goes.",
    ],
)
def test_a_sentence_that_says_it_is_talk_is_nobodys_word(sentence):
    text = f"It rained. {sentence} It snowed."
    assert heard(report("Vesk Courier", 1, text, Told("guards fled"))) == [("rumour", "")]


def test_what_a_voice_without_a_name_did_is_the_reports_own_word():
    text = "Customs officers impounded the cargo of salt."
    officers = Voice("Customs officers", "government")
    impounded = Told("the cargo of salt", officers, "impounded")
    assert heard(report("Vesk Courier", 1, text, impounded)) == [("own", "Vesk Courier")]


@pytest.mark.parametrize("words", ["unconfirmed reports", "early reports", "social media"])
def test_reports_by_any_other_name_are_talk(words):
    text = f"The guards fled, {words} say."
    talk = Told("The guards fled", Voice(words, "unspecified"), "say")
    assert heard(report("Vesk Courier", 1, text, talk)) == [("rumour", words)]


@pytest.mark.parametrize("people", ["Our reporter", "The Vesk Courier's crew"])
def test_an_outlets_own_people_are_the_outlet(people):
    text = f"{people} saw that guards fled."
    own = Told("guards fled", Voice(people, "media", None, None, True), "saw")
    assert heard(report("Vesk Courier", 1, text, own)) == [("firsthand", "Vesk Courier")]


def test_a_part_of_a_publishers_name_is_the_publisher():
    text = "Lamps burned, Vesk Courier wrote."
    read = Told("Lamps burned", Voice("Vesk", "organisation", "Vesk"), "wrote")
    upper = report("Vesk Courier", 1, "It rained.", Told("It rained"))
    assert heard(upper, report("Radio Marn", 2, text, read))[1] == ("outlet", "Vesk Courier")
