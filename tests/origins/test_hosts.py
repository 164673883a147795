"""Addresses of outlets and whose names they spell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import document
from reportedly.origins.hosts import core, host_of, spells
from reportedly.origins.outlets import outlets


@pytest.mark.parametrize(
    ("host", "spelled"),
    [
        ("www.orsknow.com", "orsknow"),
        ("news.orsknow.co.uk", "orsknow"),
        ("orsk-now.net", "orsknow"),
        ("Orsk Now", ""),
        ("orsk", ""),
        ("", ""),
    ],
)
def test_a_host_spells_what_stands_before_its_endings(host, spelled):
    assert core(host) == spelled


def test_a_name_is_spelled_in_full_or_by_initials():
    assert {"theorskmorningwire", "orskmorningwire", "omwire", "omw"} <= spells(
        "The Orsk Morning Wire"
    )
    assert "ow" not in spells("Orsk Wire")


def known(publisher, text):
    return outlets([document(text, publisher, id="1")], [])


def test_a_publisher_stated_as_a_host_is_the_outlet_that_it_spells():
    held = known("www.omwire.com", "Guards left, the Orsk Morning Wire and the Tarn Wire said.")
    assert held.named("Orsk Morning Wire").name == "www.omwire.com"
    assert held.named("Orsk Morning Wire").documents == ("1",)
    assert held.named("Tarn Wire").documents == ()


def test_a_site_in_the_text_is_the_publisher_whose_name_it_spells():
    held = known("The Orsk Morning Wire", "It was on omwire.com first, and on tarnecho.com.")
    assert held.named("omwire.com").name == "The Orsk Morning Wire"
    assert held.named("tarnecho.com").name == "tarnecho.com"


def test_a_listed_outlet_is_one_whichever_form_publishes():
    assert known("AP", "Guards left.").named("Associated Press").name == "AP"
    assert known("Vesk Courier", "AP said so.").named("AP").name == "Associated Press"


@given(st.text(max_size=40))
def test_anything_at_all_is_answered(text):
    assert isinstance(core(text), str)
    assert isinstance(host_of(text), str)
    assert "" not in spells(text)
