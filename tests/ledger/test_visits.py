"""A ledger remembers when addresses were fetched, and what their servers said."""

from reportedly.ledger import opened
from reportedly.model import Visit

FIRST = Visit(
    "https://vesk.example/1",
    '"a"',
    "Mon, 03 Mar 2031 10:00:00 GMT",
    "0" * 64,
    "https://m.example/1",
)
BARE = Visit("https://vesk.example/2")


def test_an_empty_ledger_has_visited_nothing(place):
    with opened(place.where) as ledger:
        assert ledger.visits() == {}


def test_visits_come_back_as_they_were_kept(place):
    with opened(place.where) as ledger:
        ledger.keep_visits([FIRST, BARE])
    with opened(place.where) as ledger:
        assert ledger.visits() == {FIRST.url: FIRST, BARE.url: BARE}


def test_of_an_address_only_the_last_visit_is_kept(place):
    again = Visit(FIRST.url, '"b"')
    with opened(place.where) as ledger:
        ledger.keep_visits([FIRST, BARE])
        ledger.keep_visits([Visit(FIRST.url, '"c"'), again])
        assert ledger.visits() == {FIRST.url: again, BARE.url: BARE}


def test_an_address_as_long_as_any_is_kept(place):
    longest = Visit("https://vesk.example/" + "a" * 1979, "e" * 500)
    many = [Visit(f"https://vesk.example/many/{number}") for number in range(1200)]
    with opened(place.where) as ledger:
        ledger.keep_visits([longest, *many])
        assert len(ledger.visits()) == 1201
        assert ledger.visits()[longest.url] == longest
        ledger.keep_visits([longest, *many])
        assert len(ledger.visits()) == 1201


def test_visits_are_no_run_and_change_no_case(place):
    with opened(place.where) as ledger:
        before = ledger.mark()
        ledger.keep_visits([FIRST])
        assert ledger.mark() == before
        assert ledger.runs() == ()
