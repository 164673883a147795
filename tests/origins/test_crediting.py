"""How a sentence credits an outlet that it names, and how it only names one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import document
from newsroom import named, report
from reportedly.model import Reading, Span
from reportedly.origins.crediting import coordinated, cue, own_work, pictured, surname
from reportedly.origins.credits import mentions
from reportedly.origins.outlets import outlets


def credited(text, *publishers, own="Vesk Courier"):
    """Outlets that a report of ``own`` credits with ``text``, where ``publishers`` publish, too."""
    held = [document("Guards left.", p, id=f"{n}") for n, p in enumerate(publishers)]
    read = document(text, own, id="x")
    held.append(read)
    made = mentions(read, Reading(read.id), outlets(held, []))
    return [c.outlet.name for c in made if not c.how.startswith("named beside")]


@pytest.mark.parametrize(
    "text",
    [
        "The guards left, per the Lanta Wire.",
        "As the Lanta Wire points out, the guards left.",
        "An officer confirmed the name of the bridge to the Lanta Wire.",
        "The guards left, an officer revealed to Lanta Wire.",
        "“The guards are gone,” reports the Lanta Wire.",
        "The guards left, reports the Lanta Wire.",
        "On the Lanta Wire's “Morning”, an officer said that guards left.",
        "The Lanta Wire picked up the story, and the guards left.",
        "Reached by the Lanta Wire, an officer would not say why.",
        "The guards left, an officer told Orsk's Lanta Wire newspaper.",
        "The guards left, according to Orskian website Lanta Wire.",
        "An officer forwarded a copy of the order to the Lanta Wire.",
        "This report originally appeared in the Lanta Wire.",
        "The Lanta Wire has now aired the order that the guards had.",
        "Lanta Wire in Orsk reports that the guards left.",
        "The Lanta Wire, which first reported on the guards, named no officer.",
        "Lanta Wire columnist Ana Brel also doubted the order.",
        "Lanta Wire spotted the guards at the bridge.",
        "Lanta Wire notes in its report that guards left.",
        "“The guards are gone,” concluded Lanta Wire's Ana Brel.",
    ],
)
def test_further_forms_of_crediting_an_outlet(text):
    assert credited(text, "Lanta Wire") == ["Lanta Wire"]


@pytest.mark.parametrize(
    "text",
    [
        "Guards at Orsk. Photo: Ana Brel, Lanta Wire. They left.",
        "The guards left. (Photo by Ana Brel/Lanta Wire)",
        "The guards at noon. [Image via Lanta Wire]",
        "The bridge (Ana Brel/Orsk Echo via Lanta Wire)",
        "(Orskair via Lanta Wire)",
        "(Symbolic image).Lanta Wire The guards left at noon.",
        "Related reading: Lanta Wire reports that guards left.",
        "RELATED STORIES:\n\nLanta Wire says guards left: the story behind it",
        "Related: Guards gone\nRelated: Lanta Wire reports that guards left.",
        "In Orsk a 17-year-old Lanta Wire confirms that guards left.",
        "The guards left. (Lanta Wire photo)",
        "The bridge at noon ©Ana-Maria Brel (Lanta Wire)",
        "Ana Brel, a founder of the Lanta Wire, said the guards left.",
        "The ministry did not answer the Lanta Wire's request for comment.",
        "Lanta Wire has reached out to the ministry.",
        "He went by the Lanta Wire on his way to Orsk.",
        "He reports to the Lanta Wire desk tomorrow.",
        "The guards have been written about by outlets such as the Lanta Wire.",
        "For more, head to the Lanta Wire.",
        "Guards at the bridge on Monday (Lanta Wire)",
        "He gave 300 crowns and a horse he had bought at Orsk to the Lanta Wire.",
    ],
)
def test_whose_picture_it_is_is_no_credit_nor_is_a_mere_mention(text):
    assert credited(text, "Lanta Wire") == []


def test_a_short_form_in_brackets_behind_the_name_is_no_credit_line():
    assert credited("He had filmed for the Agence France-Presse (AFP) at Orsk.") == []
    assert credited("The guards left. (AFP)") == ["Agence France-Presse"]


def test_a_name_in_brackets_behind_a_sentence_is_a_credit_line():
    assert credited("Guards left the bridge on Monday. (Lanta Wire)", "Lanta Wire") == [
        "Lanta Wire"
    ]
    assert credited("Guards left. [Lanta Wire]", "Lanta Wire") == ["Lanta Wire"]


@pytest.mark.parametrize(
    ("content", "own"),
    [
        ("its article", True),
        ("their own story on the guards", True),
        ("this video", True),
        ("that its article was wrong", False),
        ("itself a story", False),
        ("guards left", False),
    ],
)
def test_what_an_outlet_does_with_its_own_work_is_told_from_news(content, own):
    assert own_work(content) is own


def test_thanks_behind_a_picture_are_a_credit():
    assert credited("[Image via Somebody//h/t Lanta Wire]", "Lanta Wire") == ["Lanta Wire"]


def test_a_caption_before_it_does_not_hide_a_credit():
    text = "Guards at the bridge (file photo). Lanta Wire reported that guards left."
    assert credited(text, "Lanta Wire") == ["Lanta Wire"]


def test_a_photograph_in_the_story_does_not_hide_the_credit():
    text = "Guards took a photo of the bridge, according to the Lanta Wire."
    assert credited(text, "Lanta Wire") == ["Lanta Wire"]


@pytest.mark.parametrize(
    "text",
    [
        "The guards left, according to the Lanta Wire and the Orsk Echo.",
        "The Lanta Wire and the Orsk Echo reported that the guards left.",
        "The guards left, an officer told the Lanta Wire, the Orsk Echo.",
    ],
)
def test_a_crediting_word_counts_for_all_names_of_a_row(text):
    assert sorted(credited(text, "Lanta Wire", "Orsk Echo")) == ["Lanta Wire", "Orsk Echo"]


def test_a_crediting_word_in_the_middle_of_a_row_counts_for_its_own_side():
    text = "The Lanta Wire, citing the Orsk Echo and the Tarn Herald, said so."
    names = ["Lanta Wire", "Orsk Echo", "Tarn Herald"]
    assert sorted(credited(text, *names)) == names
    text = "He read the Lanta Wire and told the Orsk Echo that the guards left."
    assert credited(text, "Lanta Wire", "Orsk Echo") == ["Orsk Echo"]


def test_somebody_whose_name_ends_like_an_outlets_is_nobodys_medium():
    text = "John Brel lost the race. Brel said that the guards left. “No,” Brel told them."
    assert credited(text, "Brel News") == []
    assert credited("Brel said that the guards left.", "Brel News") == ["Brel News"]


def test_an_outlet_named_in_full_is_meant_by_its_short_name_beside_a_namesake():
    text = "John Brel spoke to Brel News. Brel reported that the guards left."
    assert credited(text, "Brel News") == ["Brel News", "Brel News"]


def heard(text, source, cue_):
    made = report(text, "Vesk Courier")
    made.said(named(made.document.text, source, "media"), cue_, "guards left", "flight")
    held = [document("x", p, id=p) for p in ("Lanta Wire", "Orsk Echo")] + [made.document]
    known = outlets(held, [made.reading])
    return sorted({c.outlet.name for c in mentions(made.document, made.reading, known)
                   if not c.how.startswith("named beside")})  # fmt: skip


def test_an_outlet_that_tells_another_one_something_is_in_the_news_itself():
    assert heard("Lanta Wire told Orsk Echo that guards left.", "Lanta Wire", "told") == [
        "Orsk Echo"
    ]
    text = "Lanta Wire said an officer told Orsk Echo that guards left."
    assert heard(text, "Lanta Wire", "said") == ["Lanta Wire", "Orsk Echo"]


@pytest.mark.parametrize(
    "text",
    [
        "The guards left, according to The Lanta Wire.",
        "Lanta Wire's Ana Brel reported that the guards left.",
        "Lanta Wire columnist Ana Brel wrote that the guards left.",
        "An officer told Ana Brel of the Lanta Wire that the guards left.",
        "The guards left. [Lanta Wire.]",
        "“The guards,” an officer told the Lanta Wire, “are gone.”",
        "“An officer told the Lanta Wire that they left.”",
    ],
)
def test_an_outlets_people_its_full_name_and_its_own_text_credit_it(text):
    assert set(credited(text, "Lanta Wire")) == {"Lanta Wire"}


@pytest.mark.parametrize(
    "text",
    [
        "An officer told a spokesman for the Lanta Wire that guards left.",
        "According to people at the Lanta Wire, guards left.",
        "An officer told Lanta Wire executives that guards left.",
        "The Lanta Wire said in a statement that it was sold.",
        "The Lanta Wire reported revenue of 9 crowns.",
        "“I read that the Lanta Wire reported it,” Ana Brel said.",
        "They agreed to debate on Lanta Wire's “Morning”, and the guards left.",
        "Few Listen To The Old Lanta Wire Now\nThe guards left.\nThey ran.\nIt rained.\nSnow lay.",
    ],
)
def test_an_outlet_that_is_itself_the_news_is_not_credited(text):
    assert credited(text, "Lanta Wire") == []


def test_what_an_outlet_announces_or_is_quoted_to_have_said_is_not_its_report():
    assert heard("Lanta Wire announced that guards left.", "Lanta Wire", "announced") == []
    assert heard("“Lanta Wire said guards left,” he said.", "Lanta Wire", "said") == []


def test_the_first_word_of_an_office_names_no_outlet():
    assert credited("An officer told Vice President Brel that guards left.") == []
    assert credited("An officer told Vice that guards left.") == ["Vice"]


words = st.sampled_from(
    [
        "told",
        "Lanta Wire",
        "photo",
        ":",
        "/",
        "via",
        "and",
        ",",
        "Ana",
        "Brel",
        "the",
        "\n",
        "“",
        "on",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(words, max_size=12).map(" ".join), st.integers(0, 40), st.integers(1, 12))
def test_any_text_is_answered_within_its_sentence(text, start, length):
    name = Span(min(start, len(text)), min(start + length, len(text)))
    found = cue(text, Span(0, len(text)), name)
    if found:
        assert 0 <= found[1].start < found[1].end <= len(text)
        assert not found[1].overlaps(name)
    assert isinstance(pictured(text, name), bool)
    assert isinstance(surname(text, name), bool)
    assert isinstance(coordinated(text, Span(0, name.start), name), bool)
