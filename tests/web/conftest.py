"""Ledgers for the web layer, each made once."""

from pathlib import Path

import pytest

from reportedly.ledger import opened
from views.case import story
from web.house import house, own, people


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
