"""A report whose reading fails is named in its own reading, and the others are read."""

import pytest

import build
from reportedly import pipeline
from reportedly.desk import Way
from reportedly.errors import UsageError
from reportedly.model import Skipped

TEXT = "Two officers said the general had fled. The ministry denied it."


def test_a_report_whose_reading_fails_is_named_and_the_others_are_read(monkeypatch):
    held = [build.document(TEXT, name=name) for name in ("one", "two", "three")]
    whole = list(pipeline.read(held, reader="rules"))
    read = pipeline.readings.read

    def failing(document, reader):
        if document.name == "two":
            raise RecursionError
        return read(document, reader)

    monkeypatch.setattr("reportedly.readings.read", failing)
    found = list(pipeline.read(held, reader="rules"))
    assert [one.document for one in found] == [one.id for one in held]
    assert found[1].skipped == (Skipped("two", "the report could not be read (RecursionError)"),)
    assert [found[0], found[2]] == [whole[0], whole[2]]


def test_a_reader_that_there_is_not_is_wrong_use():
    with pytest.raises(UsageError, match="psychic: there is no such reader"):
        pipeline.read([], reader="psychic")


def test_what_does_not_go_together_is_told_before_anything_is_loaded():
    with pytest.raises(UsageError, match="an address goes with the engine ray"):
        Way(jobs=2, address="192.0.2.1:6379")
