"""Every format is saved from its page and its address, by whoever is let in, one at a time."""

import asyncio
import json
from pathlib import Path

import pytest

from exports.kept import fetched, ledger
from reportedly import exports
from reportedly.errors import UsageError
from reportedly.exporting import written
from reportedly.web import exported
from reportedly.web.exported import BUSY, Exports
from views import page
from views.case import story
from web.browsing import NARROW, NEEDS_BROWSER
from web.calling import served
from web.house import house

FORMATS = exports.FORMATS
NAMES = [form.name for form in FORMATS]


@pytest.fixture(scope="module")
def kept_file(tmp_path_factory):
    """A ledger with kept copies."""
    made = tmp_path_factory.mktemp("kept") / "case.db"
    ledger(str(made), [*fetched("a.txt", b"The bridge fell."), *fetched("b.txt", b"It stood.")])
    return made


@pytest.fixture(scope="module")
def kept(kept_file):
    with house(kept_file) as made:
        yield made


def test_the_page_has_every_format_once_and_what_it_cannot_hold(local):
    seen = page.read(local.reader.get("/export").text)
    links = [value for tag, name, value in seen.attributes if name == "href"]
    assert sorted(one.removeprefix("/export/") for one in links if "/export/" in one) == NAMES
    for _, uses in exports.guide.GROUPS:
        for use in uses:
            assert (use.name not in NAMES) or (use.lacks in seen.text and use.opens in seen.text)


def test_every_page_leads_there(local):
    for path in ("/", "/claims"):
        assert 'href="/export"' in local.reader.get(path).text


@pytest.mark.parametrize("root", ["/export/", "/api/export/"])
@pytest.mark.parametrize("form", FORMATS, ids=NAMES)
def test_what_is_saved_is_what_the_command_line_writes(local, form, root):
    answer = local.reader.get(root + form.name)
    case = local.ledger.folded()
    assert answer.status == 200
    assert answer.body == b"".join(written(local.ledger, form, case)[0])
    assert answer.get("content-type").startswith(form.media.partition(";")[0])
    assert answer.get("content-disposition") == f'attachment; filename="{form.file}"'
    assert answer.guarded


def test_files_have_names_that_tell_them_apart():
    assert len({form.file for form in FORMATS}) == len(FORMATS)
    assert all(form.file.isascii() and '"' not in form.file for form in FORMATS)


def test_it_is_for_whoever_is_let_in(local, named):
    for root in ("/export/", "/api/export/"):
        assert local.stranger.get(f"{root}ach").status == 403
        assert named.stranger.get(f"{root}ach").status in (303, 403)
        assert named.entered("Ana Merle").get(f"{root}ach").status == 200


def test_no_other_format_is_answered(local):
    for name in ("nothing", "..%2fach", "ach%00", "ACH", "a" * 9_000):
        answer = local.reader.get(f"/export/{name}")
        assert (answer.status, answer.guarded) == (404, True)
        assert local.reader.get(f"/api/export/{name}").status in (404, 422)


def test_head_tells_what_it_is_and_writes_nothing(local, monkeypatch):
    monkeypatch.setattr(exported, "written", None)
    for root in ("/export/", "/api/export/"):
        answer = local.reader.get(f"{root}ach", "HEAD")
        assert (answer.status, answer.body) == (200, b"")
        assert answer.get("content-disposition") == 'attachment; filename="reportedly-ach.csv"'


def test_a_format_without_its_library_answers_with_a_sentence(local, monkeypatch):
    def missing(*_):
        raise UsageError("the format ach needs numbers: pip install 'reportedly[exports]'")

    monkeypatch.setattr(exported, "written", missing)
    answer = local.reader.get("/export/ach")
    assert answer.status == 400
    assert "The format ach needs numbers" in answer.text
    answer = local.reader.get("/api/export/ach")
    assert json.loads(answer.text)["detail"].startswith("The format ach needs numbers")
    monkeypatch.undo()
    assert local.reader.get("/export/ach").status == 200


def test_a_kept_copy_that_was_changed_is_left_out(kept):
    whole = kept.reader.get("/export/manifest").text
    assert whole.count("  copies/") == 2


class Reader:
    """Takes what is sent until ``until`` pieces came, then goes away or waits for ever."""

    def __init__(self, until: int, stalls: bool = False) -> None:
        self.until, self.stalls, self.got, self.status = until, stalls, b"", 0

    async def __call__(self, message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            return
        self.got += message["body"]
        self.until -= 1
        if self.until <= 0:
            if self.stalls:
                await asyncio.Event().wait()
            raise OSError("gone")


async def _never():
    await asyncio.Event().wait()


SCOPE = {"type": "http", "asgi": {"version": "3.0", "spec_version": "2.4"}, "method": "GET",
         "headers": []}  # fmt: skip


def test_who_has_it_all_can_ask_for_another_one_at_once(kept):
    """The turn is given up before the last of it is sent."""
    form, case = FORMATS[0], kept.ledger.case()
    by = Exports(kept.ledger)

    async def asked() -> None:
        made = await by.begun(form, case)
        again = []

        async def send(message) -> None:
            if message["type"] == "http.response.body" and not message.get("more_body"):
                again.append(await by.begun(form, case))

        await made(SCOPE, _never, send)
        assert again[0] is not None
        assert await by.begun(form, case) is None

    asyncio.run(asyncio.wait_for(asked(), 20))


@pytest.mark.parametrize("stalls", [False, True], ids=["gone", "stalled"])
def test_a_reader_who_takes_no_more_gives_up_the_turn(kept, monkeypatch, stalls):
    """And while there is one, there is no other."""
    monkeypatch.setattr(exported, "PATIENCE", 0.05)
    monkeypatch.setattr(exported, "BLOCK", 1)
    form = next(form for form in FORMATS if form.name == "copies")
    by, case = Exports(kept.ledger), kept.ledger.case()

    async def asked() -> None:
        first = await by.begun(form, case)
        assert await by.begun(form, case) is None
        with pytest.raises(Exception, match=r"|gone"):
            await first(SCOPE, _never, Reader(2, stalls))
        await by.work(lambda: None)
        again, reader = await by.begun(form, case), Reader(10**9)
        await again(SCOPE, _never, reader)
        assert reader.got == b"".join(written(kept.ledger, form, case)[0])

    asyncio.run(asyncio.wait_for(asked(), 20))


def test_while_one_is_written_another_is_told_to_wait(kept, monkeypatch):
    monkeypatch.setattr(Exports, "begun", _busy)
    answer = kept.reader.get("/export/ach")
    assert (answer.status, answer.guarded) == (503, True)
    assert BUSY in answer.text
    assert json.loads(kept.reader.get("/api/export/ach").text) == {"detail": BUSY}


async def _busy(*_):
    return None


def test_the_interface_lists_the_same_formats(tmp_path):
    made = served(tmp_path, story())
    told = made.give("/api/export")["formats"]
    assert sorted(one["name"] for one in told) == NAMES
    assert made.ask(told[0]["address"]).status_code == 200


@NEEDS_BROWSER
@pytest.mark.parametrize("window", [{}, {"viewport": NARROW}, {"java_script_enabled": False}],
                         ids=["wide", "narrow", "no script"])  # fmt: skip
def test_a_reader_saves_a_file(at, shown, window):
    reader = at(shown, accept_downloads=True, **window)
    reader.follow("footer a[href='/export']")
    assert reader.heading == "Export"
    assert not reader.is_wide()
    with reader.page.expect_download() as saving:
        reader.page.get_by_role("link", name="ach", exact=True).first.click()
    assert saving.value.suggested_filename == "reportedly-ach.csv"
    assert Path(saving.value.path()).read_bytes().startswith(b"matrix,row,voice")
