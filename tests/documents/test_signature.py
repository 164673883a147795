"""The publisher of a text that states none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.documents.raw import Fields, Raw
from reportedly.documents.record import keep
from reportedly.documents.signature import signed
from reportedly.model import cut
from reportedly.model.plain import from_plain, to_plain

REST = "The guards left the bridge at Orsk on Sunday."


def kept(text, **fields):
    return keep(Raw("one.txt", text.encode()), Fields(text, **fields)).document


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("ORSK (Tarn Echo) — ", "Tarn Echo"),
        ("(CNN) -- ", "CNN"),
        ("ORSK, Marn (The Tarn Chronicles) – ", "The Tarn Chronicles"),
        ("  Orsk, March 2 [Tarnow.com] - ", "Tarnow.com"),
    ],
)
def test_a_dateline_at_the_head_names_the_publisher_and_keeps_the_place(head, name):
    made = kept(head + REST)
    assert made.publisher == name
    assert cut(made.text, (made.signed,)) == name
    assert from_plain(type(made), to_plain(made)) == made


@pytest.mark.parametrize(
    "text",
    [
        f"ORSK (Reuters) — {REST}",
        f"ORSK (AP) — {REST}",
        f"(AP Photo) - {REST}",
        f"ORSK (Lanta Wire) — {REST}",
        f"ORSK (Sunday) {REST}",
        f"ORSK (two officers) — {REST}",
        f"{REST} (Tarn Echo) — so they say.",
        f"{REST}\nORSK (Tarn Echo) — {REST}",
        REST,
    ],
)
def test_an_agency_or_any_other_place_names_no_publisher(text):
    made = kept(text)
    assert (made.publisher, made.signed) == (None, None)
    assert "signed" not in to_plain(made)


def test_what_is_stated_goes_before_a_dateline_and_the_id_does_not_change():
    text = f"ORSK (Tarn Echo) — {REST}"
    assert kept(text, publisher="Vesk Courier").signed is None
    assert kept(text, publisher="Vesk Courier").publisher == "Vesk Courier"
    assert kept(text, url="https://vesk.example/1").publisher == "vesk.example"


@given(st.text(max_size=80))
def test_any_text_is_answered_within_itself(text):
    found = signed(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
