"""What a part notes is asked of the memory before, and kept by whoever takes the notes."""

from instalments import Kept
from reportedly.claims import Forgetful, Noting


def test_notes_hold_what_was_found_and_what_counts_and_write_nothing():
    before = Kept()
    before.keep("senses", {"a": "old"})
    noting = Noting(before)
    assert noting.recall("senses", ["a", "b"]) == {"a": "old"}
    noting.remember("senses", {"b": "new"}, ["a", "b"])
    noting.keep("names", {"c": [1]})
    assert noting.found == {"senses": {"b": "new"}, "names": {"c": [1]}}
    assert noting.current == {"senses": {"a", "b"}}
    assert before.held == {("senses", "a"): '"old"'}
    assert noting.known("senses", ["a", "b"]) == {"a"}
    assert noting.elsewhere() is before


def test_who_keeps_nothing_knows_nothing():
    none = Forgetful()
    none.keep("senses", {"a": "old"})
    assert none.known("senses", ["a"]) == set()
    assert none.elsewhere().recall("senses", ["a"]) == {}
