"""Lines for programs: fixed keys, JSON, and nothing of what reports say."""

import json
import logging
from datetime import datetime
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from reportedly import logs


def line(record):
    made = logs.Lines().format(record)
    assert "\n" not in made
    return json.loads(made)


def told(event, level=logs.INFO, **fields):
    return line(logging.makeLogRecord(
        {"name": "reportedly.log", "msg": event, "levelno": level,
         "levelname": logging.getLevelName(level), "fields": fields}
    ))  # fmt: skip


def test_a_line_has_moment_level_event_and_what_is_told_beside_it():
    made = told("round", reports=3, seconds=0.25)
    assert list(made) == ["at", "level", "event", "reports", "seconds"]
    assert datetime.fromisoformat(made["at"]).utcoffset().total_seconds() == 0
    assert (made["level"], made["event"], made["reports"]) == ("info", "round", 3)


@given(st.text(max_size=40))
def test_any_text_stays_on_its_line(text):
    assert told("event", note=text)["note"] == text


def test_of_what_a_library_says_only_the_kind_of_error_is_told():
    try:
        raise ValueError("Ilse Dorn said so")
    except ValueError as error:
        held = (ValueError, error, error.__traceback__)
    made = line(logging.makeLogRecord(
        {"name": "uvicorn.error", "msg": "Exception: Ilse Dorn said so", "levelname": "ERROR",
         "exc_info": held}
    ))  # fmt: skip
    assert made["error"] == "ValueError"
    assert made["library"] == "uvicorn"
    assert "Dorn" not in json.dumps(made)


def test_nothing_is_written_where_it_is_not_asked_for(monkeypatch, capsys):
    logs.begin(logs.Form.text)
    logs.tell("round", reports=1)
    assert capsys.readouterr().err == ""


def test_lines_are_written_where_they_are_asked_for(monkeypatch):
    held = StringIO()
    monkeypatch.setattr("sys.stderr", held)
    loggers = [logging.getLogger(name) for name in ("reportedly.log", "uvicorn.error")]
    before = [(one.handlers[:], one.level, one.propagate) for one in loggers]
    try:
        logs.begin(logs.Form.json)
        logs.tell("round", reports=1)
        logs.tell("round failed", level=logs.ERROR)
    finally:
        for one, (handlers, level, propagate) in zip(loggers, before, strict=True):
            one.handlers, one.propagate = handlers, propagate
            one.setLevel(level)
    found = [json.loads(row) for row in held.getvalue().splitlines()]
    assert [(one["event"], one["level"]) for one in found] == [
        ("round", "info"), ("round failed", "error"),
    ]  # fmt: skip
