"""Every report and route has its copy, and it is what was kept."""

from exports.kept import fetched, ledger
from reportedly.ledger import flaws, opened


def found(place):
    with opened(place.where) as held:
        return {one.source: one.reason for one in flaws(held)}


def test_a_ledger_as_it_was_kept_has_no_flaw(place):
    ledger(place.where, fetched("a.txt", b"The bridge fell."))
    assert found(place) == {}


def test_one_byte_that_was_flipped_is_found_and_every_route_to_it_named(place):
    one = fetched("a.txt", b"The bridge fell.") + fetched("b.txt", b"The bridge fell.")
    other = fetched("c.txt", b"The bridge stood.")
    ledger(place.where, one + other)
    sha256 = one[0].retrieval.sha256
    value = "'The bridge fell,'::bytea" if place.on_server else "CAST('The bridge fell,' AS BLOB)"
    place.rows(f"UPDATE copies SET bytes = {value} WHERE sha256 = '{sha256}'")
    reason = f"its kept copy was changed: SHA-256 {sha256}"
    assert found(place) == {"a.txt": reason, "b.txt": reason}


def test_a_route_whose_copy_is_gone_is_named(place):
    first = fetched("a.html", b"<p>The bridge fell.</p>")
    again = fetched("b.html", b"<div><p>The bridge fell.</p></div>")
    ledger(place.where, first + again)
    place.rows(f"DELETE FROM copies WHERE sha256 = '{again[0].retrieval.sha256}'")
    assert found(place) == {
        "b.html": f"its kept copy is missing: SHA-256 {again[0].retrieval.sha256}"
    }
