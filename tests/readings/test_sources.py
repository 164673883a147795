"""Whose word it is: kind, name, country, role and namelessness of invented sources."""

import pytest

from judging import judged, printed, source

KINDS = {
    "the Defence Ministry of Tarsia": "government",
    "the Tarsian government": "government",
    "Pyongyang": "government",
    "the White House": "government",
    "police in Dorn": "government",
    "the Tarsian army": "military",
    "rebel commanders": "military",
    "Tarsian intelligence": "intelligence",
    "the Kestrian Foreign Intelligence Service": "intelligence",
    "the Vesk Courier": "media",
    "Radio Dorn": "media",
    "the news agency Varo Press": "media",
    "the Salen Evening Herald": "media",
    "the Salen Evening Bell": "media",
    "local media": "media",
    "a leaked memo": "document",
    "the commission’s report": "document",
    "the Committee of Soldiers’ Families": "organisation",
    "the United Nations": "organisation",
    "two soldiers who had fled": "witness",
    "residents of Dorn": "witness",
    "a senior official": "anonymous",
    "two people familiar with the matter": "anonymous",
    "a cook in the village": "anonymous",
    "a pair of brokers": "anonymous",
    "one of the men": "anonymous",
    "several clerks who have seen the draft": "anonymous",
    "a woman in the crowd": "witness",
    "a waitress who was working that night": "witness",
    "Republican operatives": "organisation",
    "one longtime Democrat": "organisation",
    "a nurse with the charity Open Hands": "organisation",
    "Norwell & Pike": "organisation",
    "Mothers Against Toll Roads": "organisation",
    "Varo, a nonprofit that feeds schoolchildren,": "organisation",
    "a pilot in the Tarsian air force": "military",
    "lawmakers in both parties": "government",
    "tribal leaders": "unspecified",
    "a mailer": "document",
    "his website": "document",
    "our analysis": "author",
    "this column": "author",
    "reports": "unspecified",
    "independent sources": "unspecified",
    "observers": "unspecified",
    "the prime minister of Tarsia": "office",
    "Ana Kovic": "person",
    "Defence Ministry spokeswoman Ana Kovic": "person",
    "Kremlin officials": "government",
    "Tarsian officials": "government",
    "an army general": "military",
    "a statement from the Foreign Ministry": "government",
    "a rebel commander": "military",
    "doctors at the hospital": "organisation",
    "intelligence sources": "intelligence",
    "an aide to the prime minister": "government",
    "a spokesman for the buyer": "organisation",
    "two members of parliament": "government",
    "a correspondent for state television": "media",
    "Doctors Without Borders": "organisation",
    "the vice-president": "office",
    "the country’s foreign minister": "office",
    "the mayor of Dorn, Ana Kovic": "person",
    "a rebel commander known only as Falcon": "person",
    "Kovic": "person",
    "UNHCR": "organisation",
    "a man who had fled": "witness",
    "a critic": "anonymous",
    "economists": "unspecified",
    "some involved in the talks": "anonymous",
    "this newspaper": "author",
    "Tarsians": "unspecified",
    "recent polling": "document",
}


@pytest.mark.parametrize(("words", "kind"), KINDS.items())
def test_a_source_has_the_kind_its_words_tell(words, kind):
    """Heads, names and countries decide, whatever the place is called."""
    assert kind == source(f"On Monday [{words}] {{said}} <the bridge was open>.").kind


COUNTRIES = {
    "North Korean officials": "KP",
    "South Korea": "KR",
    "South Korean President Han Orr": "KR",
    "Seoul’s National Intelligence Service": "KR",
    "U.S. officials": "US",
    "Kremlin officials": "RU",
    "Ukrainian intelligence": "UA",
    "Pyongyang": "KP",
    "the Russian-installed governor of Dorn": None,
    "U.S.-backed rebels": None,
    "Seoul-based analyst Han Orr": None,
    "a former South Korean official": None,
    "Tarsian officials": None,
}


@pytest.mark.parametrize(("words", "country"), COUNTRIES.items())
def test_a_source_has_the_country_it_speaks_for(words, country):
    """Names, demonyms, capitals and residences count; what is only backed by a state does not."""
    assert country == source(f"On Monday [{words}] {{said}} <the bridge was open>.").country


NAMES = {
    "the Defence Ministry of Tarsia": "Defence Ministry of Tarsia",
    "the Ukrainian intelligence": "Ukrainian intelligence",
    "Tarsian President Ivo Kral": "Ivo Kral",
    "Ana Kovic, a lawyer for the harbour board,": "Ana Kovic",
    "the governor, Ana Kovic,": "Ana Kovic",
    "the news agency Varo Press": "Varo Press",
    "a Kremlin spokesman": "Kremlin",
    "Kremlin officials": None,
    "a senior official": None,
    "independent sources": None,
    "the company": None,
}


@pytest.mark.parametrize(("words", "name"), NAMES.items())
def test_only_what_is_named_has_a_name(words, name):
    """A name stands without article, title or apposition; a description is no name."""
    assert name == source(f"On Monday [{words}] {{said}} <the bridge was open>.").name


@pytest.mark.parametrize(
    ("words", "anonymous"),
    {"Kremlin officials": True, "a senior official": True, "independent sources": True,
     "two soldiers": True, "reports": False, "Ukrainian intelligence": False,
     "a Kremlin spokesman": False, "a military spokesman": False, "Ana Kovic": False,
     "Democrats": False, "some Democrats": True, "two reporters": True, "local media": False,
     "critics": True, "rumours": False}.items(),
)  # fmt: skip
def test_people_without_names_are_anonymous(words, anonymous):
    """Bodies and named people are not; nor are reports, which are nobody."""
    assert anonymous == source(f"On Monday [{words}] {{said}} <the bridge was open>.").anonymous


def test_a_former_official_does_not_speak_for_the_state():
    """Neither the kind nor the country of the old office remains."""
    found = source("[A former Tarsian intelligence official] {said} <the bridge was open>.")
    assert (found.kind, found.country, found.anonymous) == ("anonymous", None, True)


def test_the_stated_reason_for_namelessness_is_marked():
    """From the condition to the end of its clause."""
    marked = (
        "[A senior official, who spoke on condition of anonymity because he was not "
        "authorised to brief the press,] {said} <the dam held>."
    )
    expected = "on condition of anonymity because he was not authorised to brief the press"
    assert expected == printed(marked)["anonymity"]
    assert printed(marked)["role"] == "senior official"


def test_a_reason_behind_the_content_belongs_to_the_source_too():
    """Even where it follows what was said."""
    marked = "[The officer] {said} <the dam held>, asking not to be named."
    assert printed(marked)["anonymity"] == "asking not to be named"


def test_a_spokeswoman_keeps_her_name_and_her_role():
    """The body stays recoverable from the role."""
    marked = "[Russian Defence Ministry spokeswoman Ana Kovic] {said} <the port was open>."
    found = source(marked)
    assert (found.kind, found.name, found.country) == ("person", "Ana Kovic", "RU")
    assert printed(marked)["role"] == "Russian Defence Ministry spokeswoman"


@pytest.mark.parametrize("again", ["She", "Kovic", "Ms Kovic", "The spokeswoman"])
def test_a_later_mention_is_followed_to_the_full_name(again):
    """Pronoun, surname, title with surname, and description."""
    found = source(
        "[Defence Ministry spokeswoman Ana Kovic] {said} <the port was open>. "
        f"[{again}] {{denied}} <that it would close>."
    )
    assert (found.kind, found.name) == ("person", "Ana Kovic")


def test_the_ministry_is_the_ministry_named_before():
    """And "it" as well."""
    for again in ("The ministry", "It"):
        found = source(
            "[The Defence Ministry of Tarsia] {said} <the port was open>. "
            f"[{again}] {{denied}} <that it would close>."
        )
        assert (found.kind, found.name) == ("government", "Defence Ministry of Tarsia")


def test_a_pronoun_between_two_people_is_left_open():
    """Somebody else has become the subject since the last speaker: a person, no guess at who."""
    found = source(
        "[Ivo Kral] {said} <the port was open>. Petr Vol closed it. [He] {said} <it leaked>."
    )
    assert (found.name, found.kind) == (None, "person")


def test_he_is_not_a_spokeswoman():
    """Gender rules an antecedent out."""
    found = source("[Spokeswoman Ana Kovic] {said} <it was open>. [He] {said} <it leaked>.")
    assert found.name is None


def test_who_is_the_noun_before_it():
    """A relative pronoun takes the kind of what it hangs on."""
    found = source("Two soldiers [who] {said} <they had fled> reached the ferry.")
    assert (found.kind, found.anonymous) == ("witness", True)


def test_a_speaker_in_capitals_is_the_person_named_elsewhere():
    """Transcripts print speakers in capitals."""
    found = source("Ana Kovic is the mayor.\n\n[ANA KOVIC]{:} <The port is open.>")
    assert (found.kind, found.name) == ("person", "Ana Kovic")


def test_the_outlet_itself_is_media_under_its_full_name():
    """By its own short name."""
    found = source("[Varo] {could not verify} <the account>.", "Varo News Agency")
    assert (found.kind, found.name) == ("media", "Varo News Agency")


def test_the_town_in_an_outlets_name_is_not_the_outlet():
    """In the Vesk Courier "Vesk" is the town, or the government there."""
    found = source("[Vesk] {has denied} <sending troops>.", "The Vesk Courier")
    assert found.kind != "media"


SPLIT = {
    "local sources and Finnish intelligence": ["unspecified", "intelligence"],
    "The United States and Canada": ["government", "government"],
    "witnesses and the Kestrian navy": ["witness", "military"],
    "the founder and director": ["anonymous"],
    "neighbours and villagers": ["witness"],
}


@pytest.mark.parametrize(("words", "kinds"), SPLIT.items())
def test_coordinated_actors_are_split_where_they_differ(words, kinds):
    """One attribution each; what nothing tells apart stays one voice."""
    found = judged(f"On Monday [{words}] {{said}} <the bridge was open>.")
    assert len(kinds) == len(found)
    if len(kinds) > 1:
        assert kinds == [a.source.kind for a in found if a.source]


@pytest.mark.parametrize("pair", [("Russian", "North Korean"), ("Tarsian", "Kestrian")])
def test_two_governments_that_share_a_noun_are_two_voices(pair):
    """Each is its modifier and the shared head, as fragments where need be."""
    one, other = pair
    found = judged(f"For now [both the {one} and {other} governments] {{deny}} <the deal>.")
    names = [a.source.name for a in found if a.source]
    assert [f"{one} government", f"{other} government"] == names
    assert len(found[0].source.spans) == 2


def test_a_body_takes_the_fullest_name_the_report_gives():
    """Where only one longer form is printed, the short form means that."""
    found = source(
        "It was near the Tarsian General Staff. [The General Staff] {denied} <that it burst>."
    )
    assert (found.kind, found.name) == ("military", "Tarsian General Staff")


def test_a_capital_in_an_outlets_name_is_no_country():
    """Whoever writes for a paper named after a capital does not speak for the country."""
    assert source("[London Chronicle columnist Ana Kovic] {said} <it was open>.").country is None
    assert source("[London Mayor Ana Kovic] {said} <it was open>.").country == "GB"
