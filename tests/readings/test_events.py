"""What kind of event a word names."""

import pytest

import build
from reportedly.readings.events import event, families, stem
from reportedly.readings.parse import parse


def root(text):
    return next(t for t in parse(build.document(text)) if t.dep_ == "ROOT")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels bombed the mill.", "bombing"),
        ("The army carried out an attack.", "attack"),
        ("A blast rocked the mill.", "explosion"),
        ("The ceasefire began.", "ceasefire"),
        ("The premier stepped down.", "resignation"),
        ("The marines laid down their arms.", "surrender"),
        ("The envoy sang.", "sang"),
        ("The crowd demonstrated.", "protest"),
        ("The test demonstrated skill.", "demonstr"),
    ],
)
def test_an_event_has_the_name_of_its_family_or_its_stem(text, expected):
    """Verbs, light verbs with a noun, phrases; a verb of two senses by its object."""
    assert event(root(text)).name in {expected, stem("sing") if expected == "sang" else expected}


def test_every_family_can_be_recognised():
    """A family without a verb, noun or phrase would never be found."""
    assert all(f.verbs | f.intransitive | f.nouns or f.phrases for f in families())
    assert all(f.of in {"agent", "patient"} for f in families())


def test_a_desertion_has_no_plover_code():
    """PLOVER has no act for it; none is forced on it."""
    codes = {f.name: f.code for f in families()}
    assert (codes["desertion"], codes["attack"]) == (None, "ASSAULT")
