"""Numbers in words and figures, with their hedges."""

import pytest

import build
from reportedly.model import Span
from reportedly.readings.parse import parse
from reportedly.readings.quantities import counts, quantity, within


def counted(text):
    doc = parse(build.document(text))
    found = quantity(counts(doc, text), [t for t in doc if not t.is_space], [])
    return found and (found.low, found.best, found.high, found.unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 18 soldiers fled.", (18, 18, None, "soldier")),
        ("Up to 30 miners died.", (None, 30, 30, "miner")),
        ("About 20 miners died.", (18, 20, 22, "miner")),
        ("Some 3,000 people marched.", (2700, 3000, 3300, "people")),
        ("Between 10 and 12 miners died.", (10, None, 12, "miner")),
        ("Dozens of soldiers fled.", (24, None, None, "soldier")),
        ("Eighteen soldiers fled.", (18, 18, 18, "soldier")),
        ("Two hundred miners died.", (200, 200, 200, "miner")),
        ("More than 40 miners died.", (40, 40, None, "miner")),
        ("Fewer than 10 miners died.", (None, 10, 10, "miner")),
        ("As few as 10 miners died.", (10, 10, None, "miner")),
        ("30 or more miners died.", (30, 30, None, "miner")),
        ("Several hundred miners died.", (200, None, None, "miner")),
        ("A few dozen miners died.", (24, None, None, "miner")),
        ("Half a dozen miners died.", (6, 6, 6, "miner")),
        ("No miners died.", (0, 0, 0, "miner")),
        ("None of the miners died.", (0, 0, 0, "miner")),
        ("30-odd miners died.", (27, 30, 33, "miner")),
        ("Two or three miners died.", (2, None, 3, "miner")),
        ("A third of the miners died.", (33.33, 33.33, 33.33, "percent")),
        ("Up to $3.2bn was lost.", (None, 3.2e9, 3.2e9, "dollar")),
        ("12 of the 15 judges fled.", (12, 12, 12, "judge")),
        ("3,000 North Vardan troops fled.", (3000, 3000, 3000, "troop")),
        ("Of the hostages, 6 were women.", (6, 6, 6, "woman")),
        ("They handed over two hundred prisoners.", (200, 200, 200, "prisoner")),
        ("Between 30-40 miners died.", (30, None, 40, "miner")),
    ],
)
def test_numbers_have_low_best_and_high(text, expected):
    """A floor has no highest figure, a ceiling no lowest, a plural no best."""
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It burned in 2029.", "It burned on 3 March.", "One fled early.", "Highway 61 was shut.",
        "Ms Dorn, 46, fled.", "It lasted two weeks.", "There is no reason to flee.",
        "Test scores fell.", "The second half began.",
    ],
)  # fmt: skip
def test_years_and_dates_are_no_counts(text):
    """Not every figure counts something."""
    assert counted(text) is None


def test_a_figure_known_to_be_one_is_read_whatever_it_counts():
    """Given its place, only its words are read, "over" among them."""
    text = "They flew over 30 villages in two weeks."
    doc = parse(build.document(text))
    assert str(within(doc, text, Span(10, 17))) == str(counts(doc, text)[0].quantity)
    assert within(doc, text, Span(30, 33)) == counts(doc, text)[1].quantity
    assert within(doc, text, Span(0, 9)) is None
