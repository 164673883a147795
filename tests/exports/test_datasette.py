"""The SQLite file in a running Datasette: facets, full text, links between tables, a view."""

import json
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from exports.tabled import written
from reportedly.exports.sqlite import sqlite
from views.case import story

pytest.importorskip("datasette", reason="datasette is not installed")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The address of the file, served on this machine alone."""
    path = tmp_path_factory.mktemp("served") / "case.sqlite"
    path.write_bytes(written(sqlite, story()))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "serve", "-i", path.name, "-p", str(port)]
    with subprocess.Popen(
        command, cwd=path.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        try:
            yield _ready(f"http://127.0.0.1:{port}/case", running)
        finally:
            running.terminate()


def _ready(address, running):
    for _ in range(300):
        assert running.poll() is None
        try:
            with urlopen(f"{address}.json", timeout=20):
                return address
        except URLError:
            time.sleep(0.1)
    pytest.fail("Datasette did not answer")


def asked(served, table, **options):
    """What it answers about a table."""
    with urlopen(f"{served}/{table}.json?{urlencode(options)}", timeout=20) as answer:
        return json.load(answer)


def test_tables_are_faceted(served):
    found = asked(served, "positions", _facet="stance", _shape="objects")
    counted = {one["value"]: one["count"] for one in found["facet_results"]["stance"]["results"]}
    assert (counted["against"], counted["silent"]) == (1, 2)


def test_tables_are_searched(served):
    found = asked(served, "statements", _search="desertions", _shape="objects")
    assert {row["words"] for row in found["rows"]} >= {"desertions"}
    assert (
        found["filtered_table_rows_count"]
        < asked(served, "statements")["filtered_table_rows_count"]
    )
    assert asked(served, "reports", _search="panic")["filtered_table_rows_count"] == 1
    assert asked(served, "claims", _search="soldier")["filtered_table_rows_count"] == 1


def test_a_row_leads_to_rows_of_other_tables(served):
    found = asked(served, "statements", _labels="on", _shape="objects", _size=1)
    (row,) = found["rows"]
    assert row["claim"]["label"][0] == "C"
    assert row["report"]["label"][0] == "R"
    claim = row["claim"]["value"]
    assert asked(served, f"claims/{claim}", _shape="objects")["rows"][0]["id"] == claim


def test_a_view_is_read_as_a_table(served):
    (row,) = asked(served, "contested_claims", _shape="objects")["rows"]
    assert (row["name"], row["origins"], row["grade"]) == ("C1", "2 to 3", "C3")


def test_its_pages_open_and_hold_no_script_of_a_report(served):
    for page in ("", "/claims", "/reports", "/who_says_what_of_whom", "/records"):
        with urlopen(f"{served}{page}", timeout=20) as answer:
            told = answer.read().decode()
        assert answer.status == 200
        assert 'href="javascript:' not in told
