"""Who holds a role, by the full name that stands beside it."""

import pytest

from reportedly import readings
from retold import document


def names(text):
    """Names of the sources of ``text``, read by rules."""
    read = readings.read(document(text, "Vesk Courier"), reader="rules")
    return [a.source.name for a in read.attributions if a.source]


@pytest.mark.parametrize(
    "source",
    [
        "a board member of the harbour office, Ilvo Drusken,",
        "a legal counsel to the harbour office, Ilvo Drusken,",
        "the night manager of the harbour office, Ilvo Drusken,",
    ],
)
def test_a_full_name_behind_a_role_is_the_sources(source):
    text = f"The salt burned. It rained, and {source} said that the quay was shut."
    assert names(text) == ["Ilvo Drusken"]


def test_a_name_that_is_no_part_of_the_source_is_not_its_name():
    assert names("The guards met Ilvo Drusken, a clerk said.") == [None]


def test_a_place_behind_a_role_is_no_name():
    text = (
        "It rained in Dorn Vale. A clerk of the harbour office in Dorn Vale, Tarsia, said he left."
    )
    assert "Dorn Vale" not in names(text)
