"""``reportedly watch`` as a process, on feeds of a real server that change while it runs."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread

import jsonschema_rs
import pytest

from reportedly.ledger import opened
from watching.story import BARGE, CHANGED, COPY, DENIAL, SURE, WIRE, Newsstand, entry

SOURCE = Path(__file__).parents[2] / "src"
SCHEMA = Path(__file__).parents[2] / "docs" / "watching.schema.json"
FITS = jsonschema_rs.validator_for(json.loads(SCHEMA.read_text(encoding="utf-8")))
PATIENCE = 120
ROUND = 0.25
"""Seconds from one round to the next, where a person gives minutes."""

QUICK = f"""
import signal
import sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from reportedly.watching import rounds
rounds.MINUTE = {ROUND}
from reportedly.documents.fetching import fetcher
for limit in ("total", "silence"):
    object.__setattr__(fetcher._LIMITS, limit, {2 * PATIENCE})
from reportedly import cli
cli.main()
"""
"""A process started behind a shell's "&" has its SIGINT ignored, and Ctrl-C is what is tried. A
page is waited for longer than a machine stands still, so that a round held up by it does not end.
"""

BASE = entry("wire", WIRE, 2)
COPIED, DENIED = entry("copy", COPY, 3, source="Orsk Wire"), entry("denial", DENIAL, 4)
SURER, AGAIN = entry("sure", SURE, 5), entry("wire", CHANGED, 5, hour=9)
SUNK = entry("barge", BARGE, 1)


@pytest.fixture
def stand():
    with Newsstand() as site:
        site.put("/post", BASE)
        site.put("/lund", SUNK, title="Lund Mail")
        yield site


class Watching:
    """The process, the lines it has written, and how often it has asked."""

    def __init__(self, stand, ledger, *options, code=QUICK):
        self.stand = stand
        feeds = [stand.at("/post"), stand.at("/lund")]
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, "watch", "-l", ledger, *feeds, "--every", "1", "--delay",
             "0", "--reader", "rules", "--allow-private", stand.host, *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
        )  # fmt: skip
        self.lines = Queue()
        self._reading = Thread(target=self._read, daemon=True)
        self._reading.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line)

    def rounds(self, more):
        """Wait until that many more rounds have begun; the last but one is over then."""
        want = self.stand.paths.count("/post") + more
        end = time.monotonic() + PATIENCE
        while self.stand.paths.count("/post") < want:
            assert self.process.poll() is None, self.process.stderr.read()
            assert time.monotonic() < end, "no round came"
            time.sleep(0.05)

    def said(self):
        """Every line since it was asked last, once all of what is there now was polled."""
        self.rounds(2)
        found = []
        while True:
            try:
                found.append(self.lines.get_nowait())
            except Empty:
                return found

    def events(self):
        found = [json.loads(line) for line in self.said()]
        for event in found:
            FITS.validate(event)
        return found

    def end(self, number=signal.SIGINT):
        """Its exit code, how long it took to leave, and what it wrote to standard error."""
        start = time.monotonic()
        self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        took = time.monotonic() - start
        self._reading.join(PATIENCE)
        with self.process.stdout, self.process.stderr:
            return code, took, self.process.stderr.read()


def kinds(events):
    return [(event["kind"], event["what"]) for event in events]


def test_exactly_the_new_is_said_as_json_lines(stand, place):
    """Nothing where nothing came; then a copy, a denial, a surer voice, another text, a failure."""
    watching = Watching(stand, place.where, "--json")
    first = watching.events()
    assert kinds(first)[:2] == [("report", None)] * 2
    assert {kind for kind, _ in kinds(first)} == {"report", "claim", "origin"}
    claim = next(e["claim"] for e in first if "30 soldiers" in e["words"][0]["text"] and e["claim"])
    assert watching.said() == []

    stand.put("/post", BASE, COPIED)
    [copy] = watching.events()
    assert copy["kind"] == "report"
    assert copy["document"]["title"] == "copy"
    assert {link["kind"] for link in copy["links"]} == {"copied", "credited"}
    assert claim["id"] in [held["id"] for held in copy["claims"]]

    stand.put("/post", BASE, COPIED, DENIED)
    report, denial, status = watching.events()
    assert kinds([report, denial, status]) == [
        ("report", None), ("denial", None), ("moved", "status"),
    ]  # fmt: skip
    assert denial["claim"]["id"] == claim["id"]
    assert denial["voices"][0]["voice"] == "army of Karvonia"
    assert denial["words"] == [
        {"document": report["record"], "spans": [[0, len(DENIAL)]], "text": DENIAL}
    ]
    assert (status["before"], status["after"]) == ("uncontested", "contested")

    stand.put("/post", DENIED, SURER)
    events = watching.events()
    assert kinds(events) == [
        ("report", None), ("origin", None), ("moved", "certainty"), ("moved", "origins"),
        ("moved", "grade"),
    ]  # fmt: skip
    assert events[1]["origin"]["voice"] == events[2]["voices"][0]["voice"] == "Ostra Vell"
    assert (events[2]["before"], events[2]["after"], events[2]["own"]) == ("PS+", "CT+", False)
    assert events[2]["words"][0]["text"] == SURE
    assert events[3]["before"] == {"at_least": 1, "at_most": 1}
    assert events[3]["after"] == {"at_least": 1, "at_most": 2}

    stand.put("/post", SURER, AGAIN)
    events = watching.events()
    assert kinds(events) == [("report", None), ("drift", "hedge"), ("moved", "certainty")]
    assert "revised" in {link["kind"] for link in events[0]["links"]}
    assert events[1]["before"]["text"] == "may have left"
    assert (events[2]["voices"][0]["voice"], events[2]["own"]) == ("two officers", True)

    stand.breaks("/post")
    stand.put("/lund", SUNK, entry("crew", "The crew of the barge swam ashore.", 2))
    assert {e["document"]["title"] for e in watching.events() if e["document"]} == {"crew"}
    stand.put("/post", AGAIN)
    stand.put("/lund", title="Lund Mail")
    assert watching.said() == []

    code, took, errors = watching.end()
    assert (code, took < 15) == (0, True)
    assert "/post: its server answers 500" in errors
    assert errors.count("answers 500") < 4
    with opened(place.where) as ledger:
        titles = [d.title for d in ledger.case().documents]
        assert sorted(titles) == ["barge", "copy", "crew", "denial", "sure", "wire", "wire"]
        assert ledger.told("json") == ledger.mark().run


def test_a_person_reads_what_is_new_in_the_words_of_the_reports(stand, tmp_path):
    """And what came while nobody watched, once."""
    ledger = str(tmp_path / "case.db")
    watching = Watching(stand, ledger)
    first = " ".join("".join(watching.said()).split())
    assert first.startswith("Run 1, ")
    assert "2 new reports, 3 new claims" in first
    assert "“" not in first
    stand.put("/post", BASE, COPIED, DENIED)
    text = " ".join("".join(watching.said()).split())
    for words in (
        "2 new reports, 1 new denial, 1 earlier claim moved New reports (2)",
        "copied from R2 Vesk Post; credits Orsk Wire; one more report of C1, C2; no new origin",
        f"▼ denied by army of Karvonia (military, CT-) “{DENIAL}” R4 Vesk Post",
        "status: uncontested before, contested now",
    ):
        assert words in text
    assert watching.said() == []
    assert watching.end(signal.SIGTERM)[0] == 0

    stand.put("/post", DENIED, SURER)
    added = once(stand, ledger, "--json", "--listener", "other")
    assert added.returncode == 0
    assert [json.loads(line)["kind"] for line in added.stdout.splitlines()][:2] == [
        "report", "origin",
    ]  # fmt: skip
    text = " ".join(once(stand, ledger).stdout.split())
    assert "◆ new origin Ostra Vell (person)" in text
    assert f"possible (PS+) before, certain (CT+) now, by Ostra Vell “{SURE}”" in text
    assert once(stand, ledger).stdout == ""


def once(stand, ledger, *options):
    return subprocess.run(
        [sys.executable, "-m", "reportedly", "watch", "-l", ledger, stand.at("/post"), "--once",
         "--delay", "0", "--reader", "rules", "--allow-private", stand.host, *options],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )  # fmt: skip


def test_it_leaves_at_once_in_the_middle_of_a_round(stand, tmp_path):
    """While a server keeps it waiting; what is in the ledger is whole, and nothing is lost."""
    ledger = str(tmp_path / "case.db")
    watching = Watching(stand, ledger, "--json")
    assert len(watching.events()) > 2
    stand.put("/post", BASE, COPIED)
    asked = Event()
    stand.pages["/lund"] = lambda request, connection: asked.set() or time.sleep(PATIENCE)
    assert asked.wait(PATIENCE)
    time.sleep(0.5)
    code, took, errors = watching.end()
    assert (code, took < PATIENCE / 4, errors) == (0, True, "")
    stand.put("/lund", SUNK, title="Lund Mail")
    again = once(stand, ledger, "--json")
    assert [json.loads(line)["kind"] for line in again.stdout.splitlines()] == ["report"]


@pytest.mark.parametrize(("bad", "code"), [(["/post"], 3), ([], 0)])
def test_one_round_leaves_with_a_code_of_its_own(stand, tmp_path, bad, code):
    for path in bad:
        stand.breaks(path)
    left = once(stand, str(tmp_path / "case.db"))
    assert left.returncode == code
    assert ("answers 500" in left.stderr) == bool(bad)
