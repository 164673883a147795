"""The article that the project began with, alone; its text is kept elsewhere."""

import re
from collections import Counter
from pathlib import Path

import pytest

from reportedly import documents, pipeline, readings
from reportedly.model import Case, Kept, cut
from reportedly.shelf import Shelf
from reportedly.views import dossier
from reportedly.views.causes import pictures

FOLDER = Path(__file__).parents[2] / "shared" / "article"
TALK = re.compile(
    r"(?:the|some|many|several|these|independent|unconfirmed|other)? ?(?:reports?|sources)"
)


@pytest.fixture(scope="module")
def case() -> Case:
    """The article, read and compared."""
    if not FOLDER.is_dir():
        pytest.skip("the article is not here: ../shared/article is absent")
    (kept,) = (one for one in documents.load([str(FOLDER)]) if isinstance(one, Kept))
    return pipeline.compare([kept.document], [readings.read(kept.document)])


def test_nobody_in_particular_is_a_named_origin(case):
    named = [origin.voice for origin in case.lineage.origins if origin.named]
    assert [voice for voice in named if TALK.fullmatch(voice.lower())] == []


def test_whatever_rests_on_talk_alone_stands_for_no_named_or_shown_origin(case):
    """Statements whose only source is nobody in particular, in a claim with no other voice."""
    text = case.documents[0].text
    talk = {
        attribution.id
        for attribution in case.readings[0].attributions
        if attribution.source and TALK.fullmatch(cut(text, attribution.source.spans).lower())
    }
    said = {s.id for s in case.readings[0].statements if s.attribution in talk}
    assert said
    only = [o for o in case.lineage.origins if o.statements and set(o.statements) <= said]
    assert only
    assert not [o.voice for o in only if o.named or o.shown]


def test_exactly_one_intelligence_service_is_a_named_origin(case):
    services = {o.voice for o in case.lineage.origins if o.named and o.kind == "intelligence"}
    assert len(services) == 1
    shown = {o.voice for o in case.lineage.origins if o.shown and o.kind == "intelligence"}
    assert shown == services


def test_every_range_has_an_origin_a_number_and_is_a_range(case):
    for held in case.lineage.ranges:
        assert held.at_least <= held.at_most == len(held.origins)
        assert (held.at_least > 0) is (held.at_most > 0)


def test_its_causes_make_a_map_of_concepts_and_arrows_with_their_words(case):
    """Some are gathered from several places, and one that it returns to leads on to others."""
    text, found = case.documents[0].text, case.gathering
    tied = {end for arrow in found.arrows for end in (arrow.cause, arrow.effect)}
    assert len(tied) >= 6
    assert len(found.arrows) >= 6
    assert all(cut(text, concept.text.spans).strip() for concept in found.concepts)
    assert sum(len(concept.mentions) > 1 for concept in found.concepts) >= 3
    leads = Counter(arrow.cause for arrow in found.arrows)
    assert leads.most_common(1)[0][1] >= 3
    assert {weight.arrow for weight in case.weights} == {arrow.id for arrow in found.arrows}


def test_its_map_is_drawn_with_every_word_a_slice_and_every_arrow_in_the_table(case):
    """What is not drawn is said; here nothing is left out."""
    shelf = Shelf(case)
    made = pictures(shelf)
    assert made.folded == 0
    html = dossier.render(case)
    for concept in case.gathering.concepts:
        number = shelf.map_numbers[concept.id]
        assert f">{number}</text>" in html or f">{number} · claim" in html
    for arrow in case.gathering.arrows:
        assert f'id="a-{arrow.id}"' in html
        assert f">{shelf.map_numbers[arrow.id]}</text>" in html


def test_what_officials_dismiss_somebody_reports(case):
    """The reports that are dismissed are a voice of their own, within what is said of them."""
    text, found = case.documents[0].text, {a.id: a for a in case.readings[0].attributions}
    inner = [a for a in found.values() if a.within and found[a.within].act == "dismiss"]
    assert [(cut(text, a.cue), a.stance) for a in inner] == [("reports", "for")]
    assert {found[a.within].stance for a in inner} == {"against"}
