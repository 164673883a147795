"""What a stranger stumbled over stays mended."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reportedly.views.pages.search import ROOM, place
from views.case import story
from web.house import house, own


def test_what_is_disputed_leads_to_as_many_claims_as_the_story_counts(local):
    """Contested and denied ones each have their link, so that none leads to an empty list."""
    links = re.findall(r'"(/claims\?status=\w+)">(\d+) ', local.reader.get("/").text)
    assert links
    for path, count in links:
        listed = local.reader.get(path).text
        assert len(re.findall(r'<th scope="row" data-label="Claim">', listed)) == int(count)


def test_an_empty_list_says_so_once(story_file, tmp_path):
    with house(own(story_file, tmp_path)) as made:
        page = made.reader.get("/rulings").text
        assert "Nobody has ruled on anything." in page
        assert "no rulings" not in page
        assert made.reader.get("/documents?q=zzzz").text.count("No report fits.") == 1


def test_the_signs_are_explained_where_they_are_used(local):
    claim = local.ledger.case().gathering.claims[0].id
    for path in ("/", "/claims", f"/claims/{claim}", "/matrix"):
        assert "How to read the signs" in local.reader.get(path).text, path


@given(st.lists(st.text("ab .", max_size=90), min_size=1, max_size=5), st.integers(0, 400))
def test_what_a_search_shows_is_of_one_paragraph_and_cuts_no_word(parts, at):
    """The word that is found stands in it, marked."""
    text = "\n\n".join(parts)
    at = min(at, len(text))
    text = f"{text[:at]}river{text[at:]}"
    span, marks = place(replace(story().documents[0], text=text), ("river",))
    shown = text[span.start : span.end]
    assert "\n" not in shown
    assert "river" in [text[m.span.start : m.span.end] for m in marks]
    for edge, near in ((span.start - 1, marks[0].span.start), (span.end, marks[0].span.end)):
        inside = 0 <= edge < len(text) and text[edge] not in " \n"
        assert not inside or " " not in text[min(edge, near) : max(edge, near)]
    assert len(shown) <= 2 * ROOM + len("river")
