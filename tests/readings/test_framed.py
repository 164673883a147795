"""Who passes a word on is one voice, and whose word it is another."""

from build import document
from reportedly import readings
from reportedly.model import cut


def test_who_cites_somebody_is_named_without_whom_it_cites():
    text = "Varo, citing two officers, said that 1,500 men had left the garrison at Tolm."
    found = readings.read(document(text)).attributions
    named = {text[a.source.spans[0].start : a.source.spans[0].end]: a for a in found}
    assert set(named) == {"Varo", "two officers"}
    assert named["two officers"].within == named["Varo"].id


def test_an_outlet_keeps_its_name_where_the_source_it_names_follows():
    text = "The Norrin Post named Ilse Daren as its source and wrote that the old mill burnt down."
    found = readings.read(document(text)).attributions
    named = {cut(text, a.source.spans) for a in found}
    assert {"The Norrin Post", "Ilse Daren"} == named


def test_whom_an_outlet_tells_is_not_who_tells():
    text = "Readers of Vesk Courier were told that 30 soldiers had left the garrison."
    [found] = readings.read(document(text)).attributions
    assert cut(text, found.source.spans) == "Vesk Courier"
    assert found.source.kind == "media"
