"""What sort of thing a content speaks of."""

import pytest

from build import document
from reportedly.model import Span
from reportedly.readings.reading import parsed
from reportedly.readings.things import things

SORTS = {
    "The mayor rejected <the claim that the dam had burst>.": {"alleged"},
    "The mayor rejected <a report on the dam>.": {"alleged"},
    "The mayor rejected <the idea that the dam was old>.": {"alleged"},
    "The mayor rejected <the idea of selling the dam>.": {"proposed"},
    "The mayor rejected <the governor's plan for the dam>.": {"proposed"},
    "The mayor questioned <the minister> about the dam.": {"somebody"},
    "The mayor questioned <Arvid Loom> about the dam.": {"somebody"},
    "The mayor put <the loss at two million crowns>.": {"measured"},
    "The mayor rejected <that the dam had burst>.": set(),
    "The mayor painted <the dam>.": set(),
}


@pytest.mark.parametrize(("marked", "sorts"), SORTS.items())
def test_a_content_is_told_by_the_noun_it_hangs_on(marked, sorts):
    start, end = marked.index("<"), marked.index(">") - 1
    doc = parsed(document(marked.replace("<", "").replace(">", "")))
    assert sorts == set(things(doc, (Span(start, end),)))


def test_nothing_is_no_thing():
    assert not things(parsed(document("The mayor painted the dam.")), ())
