"""Two readers behind one interface."""

from build import document
from reportedly import readings
from reportedly.readings.readers import identity


def test_every_reader_has_a_name_that_tells_its_version_and_weights():
    names = {identity(name) for name in readings.READERS}
    assert len(names) == len(readings.READERS)
    assert all(len(name.split()) >= 2 for name in names)
    assert len(identity("learned").split()[-1]) == 16


def test_the_rules_alone_mark_nothing():
    found = readings.read(document("The ministry said two ferries had sunk."), "rules").attributions
    assert [a.agreed for a in found] == [False]
