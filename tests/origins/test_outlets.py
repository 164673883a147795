"""Which names are outlets', and by which shorter forms they go."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import document
from newsroom import named, report
from reportedly.model import Reading, bare
from reportedly.origins.credits import mentions
from reportedly.origins.outlets import is_body, outlets


def known(*texts, publisher="Vesk Courier"):
    """Outlets known to a case of one report a text."""
    return outlets([document(text, publisher, id=str(n)) for n, text in enumerate(texts)], [])


def names(held):
    return {outlet.name for outlet in held.known}


def spoken(*reports):
    return outlets([r.document for r in reports], [r.reading for r in reports])


def heard(publisher, name, kind, cue="said", **fields):
    """A report of ``publisher`` in which ``name`` says something."""
    made = report(f"{publisher} page. Guards fled, {name} {cue}.", publisher)
    made.said(named(made.document.text, name, kind), cue, "Guards fled", "flight", **fields)
    return made


def own(publisher):
    """A report of ``publisher`` that hears nobody."""
    made = report(f"Guards fled, writes {publisher}.", publisher)
    made.own("Guards fled", "flight")
    return made


BOARD = "Orsk Harbour Trust"


def test_a_publisher_that_is_heard_as_an_arm_of_a_state_is_no_outlet():
    assert BOARD not in names(spoken(own(BOARD), heard("Vesk Courier", BOARD, "government")))
    assert BOARD in names(spoken(own(BOARD), heard("Vesk Courier", BOARD, "organisation")))


@pytest.mark.parametrize("name", [BOARD, "Ana Brel"])
@pytest.mark.parametrize("kind", ["organisation", "person"])
def test_any_other_publisher_is_no_outlet_where_two_reports_have_its_word(name, kind):
    one, other = (heard(outlet, name, kind) for outlet in ("Vesk Courier", "Radio Marn"))
    assert name in names(spoken(own(name), one))
    assert name not in names(spoken(own(name), one, other))


@pytest.mark.parametrize("kind", ["media", "author", "unspecified"])
def test_one_that_is_read_as_an_outlet_is_an_outlet_however_often_it_is_heard(kind):
    one, other = (heard(outlet, BOARD, kind) for outlet in ("Vesk Courier", "Radio Marn"))
    assert BOARD in names(spoken(own(BOARD), one, other))


def test_whoever_passes_on_what_others_say_is_an_outlet():
    reports = [heard(outlet, BOARD, "organisation") for outlet in ("Vesk Courier", "Radio Marn")]
    carrying = heard(BOARD, "Ana Brel", "person")
    assert BOARD in names(spoken(*reports, carrying))
    attitude = heard(BOARD, "Ana Brel", "person")
    attitude.attributions[:] = [replace(one, scope="attitude") for one in attitude.attributions]
    assert BOARD not in names(spoken(*reports, attitude))


def test_whoever_reports_is_an_outlet():
    reports = [
        heard(outlet, BOARD, "organisation", "reported", act="report")
        for outlet in ("Vesk Courier", "Radio Marn")
    ]
    assert BOARD in names(spoken(own(BOARD), *reports))


def test_an_arm_of_a_state_is_one_that_is_mostly_read_as_such():
    text = f"Guards fled, {BOARD} said. Guards ran, {BOARD} said. Guards left, {BOARD} said."
    made = report(text, "Vesk Courier")

    def read(*kinds):
        made.attributions.clear()
        for kind, words in zip(kinds, ("Guards fled", "Guards ran", "Guards left"), strict=False):
            made.said(named(text, BOARD, kind), "said", words, "flight")
        return names(spoken(own(BOARD), made))

    assert BOARD not in read("government", "government", "organisation")
    assert BOARD in read("government", "organisation")
    assert BOARD in read("government", "organisation", "organisation")


def test_words_of_a_name_make_a_body_whoever_hears_it():
    assert is_body("The Orsk Ministry of Roads")
    assert is_body("orsk harbour police")
    assert not is_body("Orsk Courier")
    assert not is_body("Orsk Harbour Trust")
    assert is_body("The Orsk Harbour Trust", frozenset({"orsk harbour trust"}))
    assert "Orsk Ministry of Roads" not in names(spoken(own("Orsk Ministry of Roads")))


def credits_in(text, *publishers, **fields):
    """Outlets credited in ``text`` and the words that credit them, where these publish, too."""
    held = [document("Guards left.", p, id=f"{n}") for n, p in enumerate(publishers)]
    read = document(text, "Vesk Courier", id="x", **fields)
    held.append(read)
    made = mentions(read, Reading(read.id), outlets(held, []))
    return [c.outlet.name for c in made if not c.how.startswith("named beside")]


@pytest.mark.parametrize(
    "text",
    [
        "The guards left, according to Zirvo 24.",
        "Zirvo 24 reported that the guards left.",
        "ORSK (Zirvo 24) — The guards left.",
        "ORSK, March 2, Zirvo 24: The guards left.",
        "The guards left. (Zirvo 24)",
        "The guards left.\n\nSource: Zirvo 24",
    ],
)
def test_an_outlets_name_may_end_in_a_number(text):
    assert credits_in(text, "Zirvo 24") == ["Zirvo 24"]


@pytest.mark.parametrize("line", ["(With Zirvo 24)", "Zirvo 24 / own reporting"])
def test_a_credit_line_may_hold_a_name_with_a_number(line):
    assert credits_in(f"The guards left.\n\n{line}", "Zirvo 24") == ["Zirvo 24"]


def test_the_number_alone_or_another_number_names_nobody():
    for text in ("According to the 24, guards left.", "Zirvo 240 reported it.", "Zirvo 2 said so."):
        assert credits_in(text, "Zirvo 24") == []


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("The guards left, according to Drennow.com.", "Drennow.com"),
        ("Drennow.co.uk reported that guards left.", "Drennow.co.uk"),
        ("Guards left, orsk24 reported.", "orsk24"),
        ("Guards left, 9orskNews reported.", "9orskNews"),
    ],
)
def test_a_site_in_a_text_is_an_outlet_by_the_look_of_its_name(text, site):
    assert site in names(known(text))
    assert credits_in(text) == [site]


def test_a_site_that_is_only_printed_goes_by_its_full_name():
    text = "According to Drennow.com guards left. Drennow reported more."
    held = known(text)
    assert held.named("Drennow.com").forms == ("Drennow.com",)
    assert held.named("Drennow") is None


def test_a_site_that_publishes_goes_without_its_ending_too():
    held = known("Guards left.", publisher="Drennow.com")
    assert held.named("Drennow") == held.named("Drennow.com")


@pytest.mark.parametrize(
    "text", ["Write to Ana@Drennow.com/x, it said.", "See www.Drennow.com/guards for more."]
)
def test_an_address_is_no_name_of_a_site(text):
    assert not any("drennow" in name.lower() for name in names(known(text)))


@pytest.mark.parametrize("opener", ["With", "By", "When", "According", "The", "Via", "Since"])
def test_what_only_opens_a_sentence_is_no_part_of_a_name(opener):
    found = {n for n in names(known(f"{opener} Drenn Wire it was quiet.")) if "Drenn" in n}
    assert found == {"Drenn Wire"}


def test_names_that_end_as_outlets_names_do_are_found_in_texts():
    assert "Ondra Harbour Mail" in names(known("They read the Ondra Harbour Mail at noon."))
    assert "Ondra Harbour Mail" not in names(known("The Ondra Harbour Mail Boat left."))


def test_one_word_names_an_outlet_only_where_no_other_ends_in_it():
    assert "Wire" in names(known("It was in The Wire."))
    assert "Wire" not in names(known("It was in The Wire. Drenn Wire had it first."))


@pytest.mark.parametrize("first", ["TV", "Radio", "Press", "News", "Media", "Television"])
def test_a_generic_first_word_lends_the_last_one_no_name(first):
    held = known("Guards left.", publisher=f"{first} Lamp")
    assert held.named(f"{first} Lamp")
    assert held.named("the Lamp") is None


def test_the_last_word_stands_for_an_outlet_where_only_one_name_ends_in_it():
    held = [document("Guards left.", p, id=p) for p in ("Vesk Lamp", "Orsk Gazette")]
    assert outlets(held, []).named("the Lamp").name == "Vesk Lamp"
    held.append(document("Guards left.", "Tarn Lamp", id="t"))
    assert outlets(held, []).named("the Lamp") is None
    assert outlets(held, []).named("the Gazette").name == "Orsk Gazette"


def test_a_generic_last_word_names_nobody():
    assert known("Guards left.", publisher="Vesk Radio").named("the Radio") is None


@pytest.mark.parametrize("name", ["Sky News", "SKY NEWS", "the Sky News", "Al Jazeera"])
def test_broadcasters_are_known_before_anybody_names_them(name):
    assert known("Guards left.").named(name)


def at(*pairs):
    held = [
        document("Guards left.", publisher, url=url, id=str(n))
        for n, (publisher, url) in enumerate(pairs)
    ]
    return outlets(held, [])


def test_a_host_is_the_outlets_whose_reports_all_lie_there():
    held = at(
        ("Lanta Wire", "https://www.lanta.example/1"),
        ("The Lanta Wire", "https://lanta.example/2"),
        ("Vesk Courier", "https://pages.example/1"),
        ("Radio Marn", "https://pages.example/2"),
        ("Orsk Ministry of Roads", "https://roads.example/1"),
        (None, "https://none.example/1"),
    )
    assert held.at("lanta.example").name == "Lanta Wire"
    assert set(held.hosts) == {"lanta.example"}


def test_hosts_are_one_whatever_the_case_of_their_letters():
    assert at(("Lanta Wire", "https://WWW.Lanta.Example/1")).at("lanta.example")


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.none() | st.text(max_size=20) | st.sampled_from(["Vesk Lamp", "the", "24", "."]),
            st.text(max_size=60) | st.sampled_from(["The The Wire.", "By With Press Drennow.com."]),
        ),
        max_size=4,
    )
)
def test_any_names_at_all_give_outlets_that_are_found_by_their_forms(drawn):
    documents = [document(text, name, id=str(n)) for n, (name, text) in enumerate(drawn)]
    held = outlets(documents, [])
    for outlet in held.known:
        assert any(held.named(form) == outlet for form in outlet.forms)
    for form, outlet in held.by_form.items():
        assert held.named(form) == outlet
        assert form in {bare(f) for f in outlet.forms}
    ids = [d for outlet in held.known for d in outlet.documents]
    assert len(ids) == len(set(ids))
