"""What is taken in is durable and in no case until a run holds it; whoever comes next goes on."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.room import A, B, C
from ledger.test_routes import by
from reportedly import desk, files, intake, pipeline
from reportedly.documents import Ended
from reportedly.errors import NothingReadError
from reportedly.ledger import opened
from reportedly.ledger.taken import Taken
from reportedly.model import Case, Reading, Skipped

TEXTS = {f"in/{n:02}.txt": f"Report {n} from Vesk: the bridge fell, they said.\n" for n in range(9)}
BAD = Skipped("in/05b.bin", "the file holds NUL bytes: it is not text")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Nine reports and one file that is none, old enough to be known again."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(files, "SETTLED", 0)
    monkeypatch.setattr(intake, "MOST", 2)
    Path("in").mkdir()
    for name, text in TEXTS.items():
        Path(name).write_text(text)
    Path("in/05b.bin").write_bytes(b"\0\1\2")
    return "in"


@pytest.fixture
def read(monkeypatch):
    """Which reports were read; nothing is found in any."""
    asked = []

    def prepared(documents, jobs=1, reader=""):
        for document in documents:
            asked.append(document.name)
            yield Reading(document.id)

    monkeypatch.setattr(pipeline, "read", prepared)
    return asked


@pytest.fixture
def opened_files(monkeypatch):
    """Which files were opened."""
    found, contents = [], files.documents.contents

    def opening(path, most):
        found.append(path.name)
        return contents(path, most)

    monkeypatch.setattr(files.documents, "contents", opening)
    return found


def stop_after(monkeypatch, number):
    """The batch after that many is interrupted, as by Ctrl-C."""
    put, done = Taken.put, []

    def putting(self, *given):
        if len(done) == number:
            raise KeyboardInterrupt
        done.append(given)
        return put(self, *given)

    monkeypatch.setattr(Taken, "put", putting)


def add(place):
    return desk.add_to(place.where, ["in"], desk.Way("rules"))


def names(case):
    return sorted(document.name for document in case.documents)


def test_what_was_taken_in_is_in_no_case_until_a_run_holds_it(place, folder, read, monkeypatch):
    with monkeypatch.context() as now:
        stop_after(now, 3)
        with pytest.raises(KeyboardInterrupt):
            add(place)
    with opened(place.where) as ledger:
        assert ledger.case() == Case()
        assert ledger.runs() == ()
        waiting = ledger.taken.waiting()
        assert [d.name for d in waiting.documents] == sorted(TEXTS)[:6]
        copies = [ledger.copy(r.sha256) for r in waiting.retrievals]
    assert copies == [TEXTS[name].encode() for name in sorted(TEXTS)[:6]]


def test_an_interrupted_addition_goes_on_where_it_was_and_ends_as_if_undisturbed(
    place, folder, read, opened_files, monkeypatch
):
    with monkeypatch.context() as now:
        stop_after(now, 3)
        with pytest.raises(KeyboardInterrupt):
            add(place)
    opened_files.clear()
    added = add(place)
    assert opened_files == ["05b.bin", "06.txt", "07.txt", "08.txt"]
    assert (names(added.case), added.skipped) == (sorted(TEXTS), 1)
    assert added.case.skipped == (BAD,)
    other = place.new()
    assert add(other).case == added.case
    with opened(place.where) as ledger:
        assert ledger.taken.waiting().digests == ()
    assert place.rows("SELECT count(*) FROM memory WHERE kind = 'reading'") == [(0,)]


def test_readings_of_an_interrupted_addition_are_not_made_again(place, folder, read, monkeypatch):
    def stopping(documents, jobs=1, reader=""):
        for document in list(documents)[:4]:
            read.append(document.name)
            yield Reading(document.id)
        raise KeyboardInterrupt

    with monkeypatch.context() as now:
        now.setattr(pipeline, "read", stopping)
        with pytest.raises(KeyboardInterrupt):
            add(place)
    add(place)
    assert sorted(read) == sorted(TEXTS)


def test_files_that_were_taken_in_are_not_opened_again_and_still_named(
    place, folder, read, opened_files, capsys
):
    first = add(place)
    opened_files.clear()
    before = place.all_rows()
    capsys.readouterr()
    again = add(place)
    assert opened_files == []
    assert again == first
    assert f"skipped {BAD.source}: {BAD.reason}" in capsys.readouterr().err
    assert place.all_rows() == before


@pytest.mark.parametrize("change", ["content", "time", "name"])
def test_a_file_that_is_another_by_now_is_opened(place, folder, read, opened_files, change):
    add(place)
    opened_files.clear()
    changed = Path("in/03.txt")
    if change == "content":
        stated = changed.stat()
        changed.write_text(TEXTS["in/03.txt"].replace("bridge", "castle"))
        os.utime(changed, ns=(stated.st_atime_ns, stated.st_mtime_ns))
    elif change == "time":
        os.utime(changed, (1, 1))
    else:
        changed.rename("in/03a.txt")
    case = add(place).case
    assert opened_files == ["03a.txt" if change == "name" else "03.txt"]
    assert len(case.documents) == (10 if change == "content" else 9)
    assert len(case.retrievals) == (9 if change == "time" else 10)


def test_a_file_that_may_still_be_changing_is_opened_again(
    place, folder, read, opened_files, monkeypatch
):
    monkeypatch.setattr(files, "SETTLED", 10**12)
    add(place)
    opened_files.clear()
    add(place)
    assert len(opened_files) == 10


def test_what_somebody_else_took_in_and_left_is_in_the_next_run(room):
    with opened(room.where) as ledger:
        ledger.taken.put([by(A, "a.txt"), BAD])
        assert ledger.case() == Case()
        case = desk.add(ledger, desk.Intake((by(B, "b.txt"),), ()))
    assert names(case) == ["a.txt", "b.txt"]
    assert case.skipped == (BAD,)


def test_what_is_taken_in_while_a_case_is_worked_out_waits_for_the_next_run(room, monkeypatch):
    compare, came = pipeline.compare, []

    def slow(*given):
        if not came:
            came.append(by(C, "c.txt"))
            with opened(room.where) as other:
                other.taken.put(came)
        return compare(*given)

    monkeypatch.setattr(desk.pipeline, "compare", slow)
    assert names(room.add(A)) == [A.document.name]
    with opened(room.where) as ledger:
        assert [d.name for d in ledger.taken.waiting().documents] == ["c.txt"]
        assert names(desk.work_out(ledger)) == ["c.txt", A.document.name]


def test_nothing_waits_twice_nor_what_a_run_holds(room):
    one, two = by(A, "a.txt"), by(A, "b.txt")
    with opened(room.where) as ledger:
        ledger.taken.put([one, BAD, one])
        ledger.taken.put([BAD, two, one])
        assert len(ledger.taken.waiting().digests) == 3
        desk.work_out(ledger)
        ledger.taken.put([one, two, BAD])
        assert ledger.taken.waiting().digests == ()
        ledger.taken.put([replace(one, document=replace(one.document, byline="Ana Brel"))])
        ledger.taken.put([replace(two, document=replace(two.document, byline="Nobody"))])
        assert [d.byline for d in ledger.taken.waiting().documents] == ["Ana Brel"]


def test_a_batch_is_taken_in_whole_or_not_at_all(room):
    with opened(room.where) as ledger:
        many = [by(A, f"{number}.txt") for number in range(3)]
        broken = replace(many[2], raw=object())
        with pytest.raises(Exception, match="object"):
            ledger.taken.put([*many[:2], broken], {"a" * 32: {"kept": 3, "skipped": []}})
        assert ledger.taken.waiting().digests == ()
        assert ledger.taken.files(["a" * 32]) == {}
    assert room.place.rows("SELECT count(*) FROM copies") == [(0,)]


def test_where_nothing_can_be_read_no_ledger_is_made(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("x.bin").write_bytes(b"\0\1")
    with pytest.raises(NothingReadError):
        desk.add_to("new.db", ["x.bin"])
    assert not Path("new.db").exists()


def test_where_nothing_can_be_read_nothing_is_taken_in(room, tmp_path, monkeypatch):
    room.add(A)
    monkeypatch.chdir(tmp_path)
    Path("x.bin").write_bytes(b"\0\1")
    before = room.place.all_rows()
    with pytest.raises(NothingReadError):
        desk.add_to(room.where, ["x.bin"])
    assert room.place.all_rows() == before
    assert room.place.rows("SELECT count(*) FROM taken") == [(0,)]


def test_what_comes_slowly_is_taken_in_before_there_is_much_of_it(room, monkeypatch):
    monkeypatch.setattr(intake, "LONGEST", -1.0)
    put, sizes = Taken.put, []
    monkeypatch.setattr(Taken, "put", lambda self, came, ended: sizes.append(len(came)))
    with opened(room.where) as ledger:
        intake.take(ledger, [by(A, "a.txt"), by(B, "b.txt"), Ended(1, key="k")])
    assert put is not Taken.put
    assert sizes == [1, 1, 0]
