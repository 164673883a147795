"""What a round does, and what it leaves alone."""

import json
import signal

import pytest

from documents.fetching.site import Site, page
from ledger.room import A, B, W, prepared
from reportedly import desk
from reportedly.documents.fetching import Manners
from reportedly.errors import LedgerError, NothingReadError, UsageError
from reportedly.ledger import Ledger, opened
from reportedly.model import Kept, Retrieval
from reportedly.watching import Watch, polling, rounds, watch


class Room:
    """A ledger, and a feed that gives what the newsroom wrote."""

    def __init__(self, where, monkeypatch, capsys):
        self.where, self.reports, self.capsys = where, [], capsys
        self.failing = False
        monkeypatch.setattr(desk, "read", prepared)
        monkeypatch.setattr(polling.documents, "load", self.load)

    def load(self, sources, stdin, fetcher):
        if self.failing:
            yield from ()
            raise LedgerError("case.db: out of reach")
        for document in (r.document for r in self.reports):
            yield Kept(document, document.text.encode(), Retrieval.of(document))

    def given(self, as_json=True, listener="json"):
        return Watch(self.where, ("drop",), desk.Way(), Manners(), 1, as_json, listener)

    def round(self, **more):
        """What one round says."""
        assert watch(self.given(**more), once=True)
        return self.capsys.readouterr().out

    def kinds(self, **more):
        return [json.loads(line)["kind"] for line in self.round(**more).splitlines()]


@pytest.fixture
def room(place, monkeypatch, capsys):
    return Room(place.where, monkeypatch, capsys)


def test_a_round_without_news_works_nothing_out(room, monkeypatch):
    """No case is read from the ledger, and nothing is written."""
    room.reports = [A, W]
    assert room.kinds()
    for name in ("case", "at", "since", "record", "keep_visits", "tell"):
        monkeypatch.setattr(Ledger, name, None)
    assert room.round() == ""


def test_each_listener_is_told_once_whoever_brought_it(room):
    room.reports = [A, W]
    room.round(listener="one")
    with opened(room.where) as ledger:
        ledger.told("two")
        desk.add(ledger, desk.Intake((Kept(B.document, b"", Retrieval.of(B.document)),), ()))
    assert room.kinds(listener="one")[0] == room.kinds(listener="two")[0] == "report"
    assert room.round(listener="one") == room.round(listener="two") == ""


def test_a_new_listener_hears_nothing_of_what_was_there(room):
    room.reports = [A, W]
    room.round()
    assert room.round(listener="new") == ""
    room.reports = [A, W, B]
    assert room.kinds(listener="new") == ["report"]


def test_the_first_round_on_an_empty_ledger_is_counted_for_people_and_told_to_programs(room):
    room.reports = [A, W]
    with opened(room.where) as ledger:
        ledger.told("json")
    text = room.round(as_json=False, listener="terminal")
    assert "2 new reports, 2 new claims" in text
    assert "“" not in text
    assert room.kinds().count("claim") == 2


def test_a_ruling_is_news(room):
    """What somebody decides between two rounds moves claims."""
    room.reports = [A, B, W]
    room.round()
    from ledger.room import Room as Desk  # noqa: PLC0415
    from places import Place  # noqa: PLC0415

    Desk(Place(room.where, None))("different", A.statements[0].id, B.statements[0].id)
    events = [json.loads(line) for line in room.round().splitlines()]
    assert [(e["kind"], e["what"]) for e in events][:1] == [("moved", "parted")]


def test_a_ledger_out_of_reach_is_named_and_tried_again(room):
    """But for the first round: there, it is a wrong one."""
    room.reports = [A]
    slept = []

    def sleep(seconds):
        slept.append(seconds)
        room.failing = len(slept) == 1
        room.reports = [A, W]
        if len(slept) == 3:
            raise KeyboardInterrupt

    assert watch(room.given(), once=False, sleep=sleep)
    shown = room.capsys.readouterr()
    kinds = [json.loads(line)["kind"] for line in shown.out.splitlines()]
    assert kinds.count("report") == 2
    assert shown.err.strip() == "skipped case.db: out of reach; tried again the next round"
    assert all(0 < seconds <= rounds.MINUTE for seconds in slept)
    room.failing = True
    with pytest.raises(LedgerError):
        watch(room.given(), once=False)


@pytest.fixture
def heard():
    """Ctrl-C is heard, which is ignored where the tests were started behind a shell's "&"."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_that_a_library_loses_ends_it_after_the_round(room, monkeypatch, number):
    """One that comes while a connection is being closed can end as a failure of the ledger."""
    room.reports = [A]
    slept = []

    def load(*_):
        yield from ()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(number)
        raise LedgerError("case.db: canceling statement")

    def sleep(seconds):
        slept.append(seconds)
        assert len(slept) == 1
        monkeypatch.setattr(polling.documents, "load", load)

    before = signal.getsignal(number)
    assert watch(room.given(), once=False, sleep=sleep)
    assert len(slept) == 1
    assert "canceling" not in room.capsys.readouterr().err
    assert watch(room.given(), once=True)
    assert signal.getsignal(number) is before


def test_standard_input_is_no_feed(room):
    given = Watch(room.where, ("-",), desk.Way(), Manners(), 1, True, "json")
    with pytest.raises(UsageError):
        watch(given, once=True)


def test_one_round_in_which_nothing_can_be_read_says_so(tmp_path):
    where, feeds = str(tmp_path / "c.db"), ("none.xml", "none.xml")
    given = Watch(where, feeds, desk.Way(), Manners(), 1, True, "json")
    with pytest.raises(NothingReadError, match="no feed could be read"):
        watch(given, once=True)


def test_what_was_fetched_in_vain_is_asked_for_again(tmp_path, monkeypatch, capsys):
    """A visit is kept with the reports that it gave, and not before."""
    where = str(tmp_path / "case.db")
    with Site() as site:
        site.pages["/a"] = page(etag='"one"')
        manners = Manners("", 0.0, frozenset([site.host]))
        given = Watch(where, (site.at("/a"),), desk.Way("rules"), manners, 1, True, "json")
        with monkeypatch.context() as broken:
            broken.setattr(Ledger, "record", _fails)
            with pytest.raises(LedgerError):
                watch(given, once=True)
        with opened(where) as ledger:
            assert ledger.visits() == {}
        watch(given, once=True)
        assert '"kind": "report"' in capsys.readouterr().out
        with opened(where) as ledger:
            assert ledger.visits()[site.at("/a")].etag == '"one"'


def _fails(*_):
    raise LedgerError("the disk is full")
