"""Ledgers for the web layer, each made once."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from reportedly import cli, desk
from reportedly.ledger import opened
from reportedly.shelf import Shelf
from views.case import story
from web.browsing import Reader, chromium
from web.house import house, own, people
from web.server import serving


@pytest.fixture(scope="session")
def story_file(tmp_path_factory) -> Path:
    """The invented case of eight reports, in a ledger; not to be written in."""
    made = tmp_path_factory.mktemp("story") / "case.db"
    with opened(str(made)) as ledger:
        ledger.record(story(), "reader 1")
    return made


@pytest.fixture(scope="module")
def local(story_file):
    """The app for whoever opened it; not to be written in."""
    with house(story_file) as made:
        yield made


@pytest.fixture
def mine(story_file, tmp_path):
    """The app for whoever opened it, over a ledger of the test's own."""
    with house(own(story_file, tmp_path)) as made:
        yield made


@pytest.fixture
def named(story_file, tmp_path):
    """The app for two named people, over a ledger of the test's own."""
    with house(own(story_file, tmp_path), people()) as made:
        yield made


@pytest.fixture(scope="session")
def ledger_file(tmp_path_factory):
    """The bundled story, read by rules in two runs: tables and posts first, then the rest."""
    place = tmp_path_factory.mktemp("bundled") / "case.db"
    reports = cli._story()
    with opened(str(place)) as ledger:
        for source in (reports / "reports.jsonl", reports):
            desk.add(ledger, desk.take_in([str(source)]), desk.Way("rules"))
    return place


@pytest.fixture(scope="session")
def shelf(ledger_file):
    """What the ledger holds before anybody rules."""
    with opened(str(ledger_file)) as ledger:
        return Shelf(ledger.case())


@pytest.fixture(scope="module")
def browser():
    with chromium() as held:
        yield held


@pytest.fixture(scope="session")
def shown(ledger_file):
    """A server in whose ledger nobody rules."""
    with serving(ledger_file) as server:
        yield server


@pytest.fixture
def at(browser):
    """Opens a window at a server; at the end nothing may have gone wrong in it."""
    with ExitStack() as windows:

        def go(server, path="", **window) -> Reader:
            reader = Reader.at(browser, server, **window)
            windows.callback(reader.page.context.close)
            windows.callback(reader.judge)
            reader.open()
            return reader.open(path) if path else reader

        yield go
