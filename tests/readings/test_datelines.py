"""Datelines of invented places and agencies."""

import pytest

import build
from reportedly.model import cut
from reportedly.readings import read
from reportedly.readings.datelines import blanked


@pytest.mark.parametrize(
    "dateline",
    [
        "VESK (Agency) - ", "VESK, May 14 (Agency) — ", "VESK, May 14, 2031 (Agency) – ",
        "VESK, May 14, 2031 — ", "VESK, 14 May – ", "Vesk, May 14 — ", "Vesk, 14 May (Agency) –- ",
        "BRENN, South Halvoria — ", "BRENN, S.H. (AP) — ", "BRENN/VESK, May 14 (Agency) -- ",
        "VESK, May 14. /AGENCY/. ", "(Agency) — ",
    ],
)  # fmt: skip
def test_a_dateline_becomes_spaces(dateline):
    """Whatever its form, all offsets stay."""
    text = f"{dateline}Troops left Brenn."
    assert " " * len(dateline) + "Troops left Brenn." == blanked(text)


@pytest.mark.parametrize(
    "text",
    [
        "NATO — an alliance — met in Vesk.",
        "Vesk: The minister spoke.",
        "The minister (Agency) — Dorn — spoke.",
        "On May 14 – Sunday – troops left.",
        "ELSA MARN: Good evening.",
    ],
)
def test_what_only_looks_like_one_stays(text):
    """A name with an aside, a speaker and a place with a colon are text."""
    assert text == blanked(text)


def test_no_statement_holds_a_dateline():
    """Neither its words nor its actors, place and time."""
    text = "VESK, May 14 (Agency) — Up to 30 soldiers may have left Brenn, officials said."
    reading = read(build.document(text, published="2031-05-15"))
    assert reading.statements
    for one in reading.statements:
        assert "VESK" not in cut(text, one.spans)
        marks = [a.span for a in one.actors] + [m.span for m in (one.place, one.time) if m]
        assert all("—" not in cut(text, (m,)) and m.start > 20 for m in marks)
