"""One state in memory, renewed when the ledger has moved; pages kept by what decides them."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.errors import LedgerError
from reportedly.ledger import Mark, opened
from reportedly.model import Case, Ruling, Target
from reportedly.web.kept import Kept, Pages
from views.case import story


@pytest.fixture
def ledger(tmp_path):
    with opened(str(tmp_path / "case.db"), keep_decoded=True) as held:
        held.record(story(), "reader 1")
        yield held


def note(held) -> Ruling:
    """A note on the first report."""
    return Ruling(
        len(held) + 1, "note", (Target("document", story().documents[0].id),), "Ana", why="x"
    )


def test_the_state_is_read_once_while_nothing_is_added(ledger):
    kept = Kept(ledger)
    mark, state = kept.state()
    assert kept.state() == (mark, state)
    assert kept.state()[1] is state
    assert len(state.shelf.case.documents) == 8


def test_a_ruling_renews_it_and_is_pending(ledger):
    kept = Kept(ledger)
    before, state = kept.state()
    ledger.keep_ruling(note)
    after, now = kept.state()
    assert before != after
    assert (state.pending, [r.kind for r in now.pending]) == ((), ["note"])


def test_a_run_of_somebody_else_renews_it(ledger, tmp_path):
    kept = Kept(ledger)
    kept.state()
    with opened(str(tmp_path / "case.db")) as other:
        other.record(Case(story().documents[:2]), "reader 2")
    state = kept.state()[1]
    assert len(state.shelf.case.documents) == 2
    assert [run.number for run in state.runs] == [1, 2]


def test_what_came_since_a_run_is_worked_out_once(ledger, tmp_path):
    with opened(str(tmp_path / "other.db"), keep_decoded=True) as other:
        other.record(Case(story().documents[:2]), "reader 1")
        other.record(story(), "reader 1")
        state = Kept(other).state()[1]
        assert len(state.since(1).documents) == 6
        assert len(state.since(0).documents) == 8
        assert state.since(1) is state.since(1)


def test_many_who_ask_at_once_get_one_state_read_once(ledger, monkeypatch):
    kept, together, reads = Kept(ledger), Barrier(8), []
    read = Kept._read
    monkeypatch.setattr(Kept, "_read", lambda self: reads.append(1) or read(self))

    def ask(_):
        together.wait(10)
        return kept.state()[1]

    with ThreadPoolExecutor(8) as threads:
        states = list(threads.map(ask, range(8)))
    assert len({id(state) for state in states}) == len(reads) == 1


def test_who_waits_without_a_thread_gets_the_same_state(ledger):
    kept = Kept(ledger)
    held = asyncio.run(kept.now())
    assert held[1] is kept.state()[1] is asyncio.run(kept.now())[1]
    ledger.keep_ruling(note)
    assert asyncio.run(kept.now())[1] is not held[1]


class Slow:
    """A ledger that says how far it has come when it is told to; it counts who asks."""

    where = "postgresql://far/away"

    def __init__(self):
        self.asked, self.told = 0, Event()

    def mark(self):
        self.asked += 1
        assert self.told.wait(30)
        return Mark(self.asked, 0)


def test_a_ledger_that_is_slow_to_answer_holds_up_nobody_else():
    """The loop goes on, and what is asked meanwhile is one question more, not one each."""
    slow = Slow()
    kept = Kept(slow)

    async def ask():
        first = asyncio.create_task(kept.mark())
        while not slow.asked:
            await asyncio.sleep(0.001)
        later = [asyncio.create_task(kept.mark()) for _ in range(10)]
        await asyncio.sleep(0.05)
        assert not first.done()
        slow.told.set()
        return await first, {await one for one in later}

    assert asyncio.run(ask()) == (Mark(1, 0), {Mark(2, 0)})
    assert slow.asked == 2


def test_a_ledger_that_never_answers_is_named_and_asked_again():
    slow = Slow()
    kept = Kept(slow)
    for _ in range(2):
        with pytest.raises(LedgerError, match="postgresql://far/away: it does not answer"):
            asyncio.run(kept.mark(patience=0.02))
    slow.told.set()
    assert asyncio.run(kept.mark()).run > 1


def test_why_a_ledger_cannot_be_read_is_told_to_everybody_who_waits(ledger, monkeypatch):
    def lost():
        raise LedgerError("case.db: out of reach")

    monkeypatch.setattr(ledger, "mark", lost)
    kept = Kept(ledger)

    async def ask():
        return await asyncio.gather(*(kept.now() for _ in range(5)), return_exceptions=True)

    assert {str(error) for error in asyncio.run(ask())} == {"case.db: out of reach"}


def get(pages, name, make=lambda: b"four"):
    return asyncio.run(pages.get((name,), make))


def test_a_page_is_made_once():
    pages, made = Pages(), []
    for _ in range(3):
        assert get(pages, "/", lambda: made.append(1) or b"page") == b"page"
    assert len(made) == 1


def test_a_page_that_many_ask_for_at_once_is_made_once():
    """All wait for the first, and nobody holds a thread meanwhile."""
    pages, made, threads = Pages(), [], []

    def make():
        made.append(1)
        threads.append(len(set(threading.enumerate()) - before))
        return b"page"

    async def all_of_them():
        return await asyncio.gather(*(pages.get(("/",), make) for _ in range(10)))

    before = set(threading.enumerate())
    assert asyncio.run(all_of_them()) == [b"page"] * 10
    assert (made, threads) == ([1], [1])


def test_a_page_that_is_not_there_is_asked_for_again():
    """What comes later is found then."""
    pages, made = Pages(), []
    for _ in range(2):
        assert get(pages, "/x", lambda: made.append(1)) is None
    assert len(made) == 2
    assert get(pages, "/x", lambda: b"there") == b"there"


def test_pages_asked_for_least_recently_go_first():
    pages = Pages(room=10)
    for name in ("a", "b", "a", "c"):
        get(pages, name)
    made = []
    for name in ("a", "c", "b"):
        get(pages, name, lambda name=name: made.append(name) or b"four")
    assert made == ["b"]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 30)), max_size=60))
@settings(deadline=None)
def test_pages_never_take_more_room_than_they_have(asked):
    """Whatever is asked in whatever order; one greater than the room is given, and not kept."""
    pages = Pages(room=50)
    for key, size in asked:
        assert get(pages, (key, size), lambda size=size: b"x" * size) == b"x" * size
        assert pages._size == sum(map(len, pages._held.values())) <= 50


def test_a_ruling_changes_every_page_that_is_asked_for_next(mine):
    before = mine.reader.get("/rulings").text
    mine.ledger.keep_ruling(note)
    assert "Being worked out" in mine.reader.get("/rulings").text
    assert "Being worked out" not in before


def test_pages_of_one_person_are_not_shown_to_another(named):
    """Names and seals are in them."""
    ana, ivo = named.entered("Ana Merle"), named.entered("Ivo Brandt")
    assert "Ana Merle" in ana.get("/").text
    assert "Ana Merle" not in ivo.get("/").text


@pytest.mark.parametrize(
    "path",
    ["/claims/x", "/claims/C1", "/actors/x", "/documents/x", "/documents/..%2F..%2Fetc", "/rule/x",
     "/why/x", "/rulings/1", "/rulings/x", "/rulings/-1", "/changes?run=77", "/static/x",
     "/claims/%00", "/claims/%ED%A0%80", "/claims/" + "x" * 9000, "/nowhere", "/.git/config",
     "/static/..%2Fguard.py", "/claims/a/b", "//", "/%2e%2e/%2e%2e/etc/passwd"],
)  # fmt: skip
def test_what_is_not_there_is_a_page_that_says_so(local, path):
    answer = local.reader.get(path)
    assert answer.status == 404
    assert "<h1>There is nothing here</h1>" in answer.text
    assert answer.guarded


def test_an_id_of_one_kind_is_not_there_as_another(local):
    case = local.ledger.case()
    claim, report = case.gathering.claims[0].id, case.documents[0].id
    for path in (f"/claims/{report}", f"/documents/{claim}", f"/actors/{claim}"):
        assert local.reader.get(path).status == 404
    assert local.reader.get(f"/rule/{claim}?with=x").status == 200


paths = st.sampled_from(
    ["/", "/claims", "/matrix", "/actors", "/timeline", "/causes", "/questions", "/conflicts",
     "/origins", "/documents", "/rulings", "/changes", "/search", "/relations", "/dossier",
     "/enter"]
)  # fmt: skip
names = st.sampled_from(
    ["q", "page", "status", "side", "actor", "outlet", "from", "to", "sort", "kind", "run", "since",
     "language", "with", "token", ""]
)  # fmt: skip
values = st.one_of(
    st.sampled_from(["0", "-1", "1e9", "999999", "9" * 400, "%D9%A3", "%00", "%ED%A0%80", "%u202e",
                     "None", "2031-03-03", "9999-99-99", "(", "[a", "\\", "+", "%", "%zz", "&&==",
                     "x" * 3000]),
    st.binary(max_size=12).map(lambda b: "".join(f"%{c:02x}" for c in b)),
)  # fmt: skip
queries = st.lists(st.tuples(names, values), max_size=30).map(
    lambda pairs: "&".join(f"{name}={value}" for name, value in pairs)
)
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@given(paths, queries)
@settings(max_examples=120, deadline=None, suppress_health_check=QUIET)
def test_any_question_to_any_page_is_answered(local, path, query):
    """Odd numbers, days and words, half characters, too many of them: never an error of ours."""
    answer = local.reader.get(f"{path}?{query}")
    assert (answer.raised, answer.guarded or path == "/dossier") == (None, True)
    assert answer.status in (200, 404)
    assert len(answer.body) < 500_000


@given(st.binary(max_size=60), st.binary(max_size=60))
@settings(max_examples=120, deadline=None, suppress_health_check=QUIET)
def test_any_bytes_in_an_address_are_answered(local, path, query):
    """As they are, and percent-encoded."""
    raw = b"/" + path.replace(b"?", b"") + b"?" + query
    coded = "/" + "".join(f"%{c:02x}" for c in path) + "?" + "".join(f"%{c:02x}" for c in query)
    for target in (raw.decode("latin-1"), coded):
        answer = local.reader.get(target)
        assert (answer.raised, answer.guarded) == (None, True)
        assert answer.status in (200, 303, 307, 400, 404)


def test_what_is_asked_at_great_length_is_cut(local):
    """A page repeats what is asked in its links; it does not grow with that."""
    plain = len(local.reader.get("/matrix").body)
    asked = "&".join(f"n{n}={'x' * 2000}" for n in range(30))
    assert len(local.reader.get(f"/matrix?{asked}").body) < plain + 50_000
