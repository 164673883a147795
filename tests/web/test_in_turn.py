"""What is kept of rendered pages: each is made once, one at a time, and none is stale."""

import asyncio
from threading import Event, Thread

from reportedly.ledger import opened
from reportedly.web.kept import Kept, Pages
from views.case import story


def test_a_page_that_two_ask_for_at_once_is_made_once():
    """The second waits for the first, and gets what that made."""
    pages, begun, done, made = Pages(), Event(), Event(), []

    def make() -> bytes:
        made.append(1)
        begun.set()
        done.wait(5)
        return b"page"

    found: list[bytes | None] = []
    threads = [Thread(target=lambda: found.append(pages.get(("/",), make))) for _ in range(2)]
    threads[0].start()
    begun.wait(5)
    threads[1].start()
    done.set()
    for thread in threads:
        thread.join(5)
    assert found == [b"page", b"page"]
    assert made == [1]


def test_what_is_not_there_is_asked_for_again():
    """A record that comes later is found then."""
    pages = Pages()
    assert pages.get(("/claims/x",), lambda: None) is None
    assert pages.get(("/claims/x",), lambda: b"there") == b"there"


def test_pages_asked_for_least_recently_go_when_there_is_no_room():
    """Two pages have room; a third drives out the one that nobody asked for again."""
    pages = Pages(room=20)
    for name in ("a", "b"):
        pages.get((name,), lambda: b"0123456789")
    pages.get(("a",), lambda: b"anew")
    pages.get(("c",), lambda: b"0123456789")
    assert pages.get(("a",), lambda: b"anew") == b"0123456789"
    assert pages.get(("b",), lambda: b"anew") == b"anew"


def test_the_state_is_that_of_the_ledger_now(tmp_path):
    """It is the same object while nothing is added, and another as soon as something is."""
    with opened(str(tmp_path / "case.db"), keep_decoded=True) as ledger:
        kept = Kept(ledger)
        _, empty = kept.state()
        ledger.record(story(), "by hand")
        _, now = kept.state()
        assert (len(empty.shelf.documents), len(now.shelf.documents)) == (0, len(story().documents))
        assert kept.state()[1] is now


def test_who_waits_without_a_thread_gets_the_same_page_made_once():
    """Ten who ask at once from one loop wait for one page, and nobody holds a thread meanwhile."""
    pages, made = Pages(), []

    async def all_of_them() -> list[bytes | None]:
        asked = (pages.turn(("/",), lambda: made.append(1) or b"page") for _ in range(10))
        return await asyncio.gather(*asked)

    assert asyncio.run(all_of_them()) == [b"page"] * 10
    assert made == [1]


def test_a_state_is_known_until_the_ledger_moves(tmp_path):
    """Then it is read again by who may wait for that."""
    with opened(str(tmp_path / "case.db"), keep_decoded=True) as ledger:
        kept = Kept(ledger)
        assert kept.known() is None
        held = kept.state()
        assert kept.known() == held
        ledger.record(story(), "by hand")
        assert kept.known() is None
