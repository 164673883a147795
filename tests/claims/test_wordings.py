"""What was made of a wording is kept, and changes nothing but the time."""

from newsroom import report
from reportedly.claims import gather, network
from reportedly.claims.memory import key_of
from reportedly.claims.wordings import Wordings

FLOOD, FIRE = "The flood hit Orrin", "A blaze gutted the depot at Hale"


class Memory:
    """Keeps what it is given; what is not current goes."""

    def __init__(self):
        self.kept = {}

    def recall(self, kind, keys):
        held = self.kept.get(kind, {})
        return {key: held[key] for key in keys if key in held}

    def remember(self, kind, found, current):
        held = self.kept.get(kind, {}) | found
        self.kept[kind] = {key: held[key] for key in current if key in held}


def made(monkeypatch):
    """The texts of which a sense is made from now on, whatever was compared before."""
    asked, sense = [], network.sense.__wrapped__
    network.cosine.cache_clear()
    monkeypatch.setattr(network, "sense", lambda text: asked.append(text) or sense(text))
    return asked


def test_a_sense_is_made_once_for_all_runs(monkeypatch):
    memory, asked = Memory(), made(monkeypatch)
    first = Wordings([FLOOD, FIRE], memory)
    near = network.cosine(FLOOD, FIRE)
    first.keep()
    assert sorted(asked) == sorted([FLOOD, FIRE])
    network.cosine.cache_clear()
    second = Wordings([FLOOD, FIRE], memory)
    assert network.cosine(FLOOD, FIRE) == near
    second.keep()
    assert len(asked) == 2
    assert memory.kept["wordings"].keys() == {key_of([FLOOD]), key_of([FIRE])}


def test_only_what_was_compared_is_kept_and_what_nobody_says_any_more_goes(monkeypatch):
    memory, _ = Memory(), made(monkeypatch)
    first = Wordings([FLOOD, FIRE, "Bakers won a prize"], memory)
    network.cosine(FLOOD, FIRE)
    first.keep()
    assert len(memory.kept["wordings"]) == 2
    Wordings([FLOOD], memory).keep()
    assert memory.kept["wordings"].keys() == {key_of([FLOOD])}


def test_claims_are_those_that_are_gathered_without_a_memory():
    told = [
        report(f"{text}, Ana Brel said near Vesk.", f"Outlet {n}", f"2031-05-0{n + 1}")
        for n, text in enumerate((FLOOD, "Water drowned Orrin", FIRE, "The depot at Hale burnt"))
    ]
    for one in told:
        one.own(one.document.text.partition(",")[0], "flood")
    documents, readings = [one.document for one in told], [one.reading for one in told]
    memory = Memory()
    network.cosine.cache_clear()
    plain = gather(documents, readings)
    assert gather(documents, readings, memory=memory) == plain
    network.cosine.cache_clear()
    assert gather(documents, readings, memory=memory) == plain
