"""What a monitor is told, and who may ask: numbers in the format of Prometheus, no names."""

import re
from threading import Event

import pytest
from prometheus_client.parser import text_string_to_metric_families

from reportedly.errors import LedgerError
from reportedly.model import Case
from reportedly.shelf import Shelf
from reportedly.views import left_open
from reportedly.web.app import build
from reportedly.web.guard import HEALTH, METRICS, Door
from reportedly.web.measured import of_case
from views.case import story
from web.asking import Asking
from web.house import HOSTS, people

TOKEN = "numbers for the monitor".replace(" ", "-")
SENT = ("Authorization", f"Bearer {TOKEN}")
OPEN = ("code", "time", "place")
NAME = re.compile(r"(reportedly|process)_[a-z_]+")


def told(answer):
    """Every sample by its name and labels; the text is read strictly."""
    assert (answer.status, answer.get("content-type")) == (
        200, "text/plain; version=0.0.4; charset=utf-8",
    )  # fmt: skip
    families = list(text_string_to_metric_families(answer.text))
    assert all(NAME.fullmatch(one.name) and one.documentation for one in families)
    return {
        (sample.name, *sorted(sample.labels.items())): sample.value
        for one in families
        for sample in one.samples
    }


@pytest.fixture
def scraped(named):
    """The same app, for which a monitor has a token of its own."""
    door = Door("", people(), scrape=TOKEN)
    return Asking(build(named.ledger, door, HOSTS, named.worker))


def test_the_numbers_are_those_of_the_ledger(local):
    found, case = told(local.reader.get(METRICS)), story()
    assert found["reportedly_reports",] == len(case.documents)
    assert found["reportedly_runs_total",] == 1
    assert found["reportedly_reports_waiting",] == found["reportedly_rulings_pending",] == 0
    claims = [one.status for one in case.gathering.claims]
    assert {k[1][1]: v for k, v in found.items() if k[0] == "reportedly_claims"} == {
        status: claims.count(status) for status in claims
    }
    open_ = {k[1][1]: v for k, v in found.items() if k[0] == "reportedly_left_open"}
    told_ = [s for r in case.readings for s in r.statements]
    assert found["reportedly_statements",] == len(told_)
    assert open_ == {
        "pronoun": left_open.counted(Shelf(case))["left open"],
        **{
            what: sum(getattr(s, what) is None for s in told_) for what in ("code", "time", "place")
        },
    }


def test_requests_are_counted_by_page_and_status(mine):
    for _ in range(3):
        assert mine.reader.get("/claims/nothing?q=Ilse+Dorn").status == 404
    mine.stranger.get("/claims")
    answer = mine.reader.get(METRICS)
    found = told(answer)
    asked = ("page", "/claims/{id}"), ("status", "404")
    assert found["reportedly_requests_total", *asked] == 3
    assert found["reportedly_requests_total", ("page", "none"), ("status", "403")] == 1
    assert found["reportedly_request_seconds_count", asked[0]] == 3
    assert "Dorn" not in answer.text
    assert "nothing" not in answer.text


def test_no_outlet_voice_or_title_is_in_it(local):
    text, case = local.reader.get(METRICS).text, story()
    names = {d.outlet for d in case.documents} | {d.title for d in case.documents if d.title}
    names |= {p.voice for c in case.gathering.claims for p in c.positions} - {"reports"}
    assert len(names) > 10
    assert not [name for name in names if name in text]


def test_a_monitor_sees_numbers_and_nothing_else(scraped):
    assert told(scraped.with_(SENT).get(METRICS))["reportedly_runs_total",] == 1
    assert scraped.with_(SENT).get("/claims").status == 303
    assert scraped.with_(SENT).get("/api/claims").status == 403
    assert scraped.get(METRICS).status == 303
    assert scraped.with_(("Authorization", "Bearer another")).get(METRICS).status == 303
    assert scraped.with_(("Authorization", "Bearer ")).get(METRICS).status == 303


def test_where_there_is_no_token_no_empty_one_fits(named):
    assert named.stranger.with_(("Authorization", "Bearer ")).get(METRICS).status == 303


def test_whether_it_works_is_told_to_everybody_and_why_to_nobody(named, monkeypatch):
    answer = named.stranger.get(HEALTH)
    assert (answer.status, answer.text) == (
        200, '{"status":"ok","ledger":"it can be read","pages":"up to date"}',
    )  # fmt: skip
    named.worker.trouble = "secret.db: it cannot be read"
    assert '"pages":"rulings cannot be worked out"' in named.stranger.get(HEALTH).text

    def lost():
        raise LedgerError("secret.db: out of reach")

    monkeypatch.setattr(named.ledger, "mark", lost)
    answer = named.stranger.get(HEALTH)
    assert answer.status == 503
    assert "secret" not in answer.text
    assert answer.guarded


def test_of_a_ledger_that_is_gone_only_the_process_has_numbers(mine, monkeypatch):
    """Memory and requests are what somebody looks for who finds it gone."""
    assert told(mine.reader.get(METRICS))["reportedly_ledger_up",] == 1

    def lost(*_):
        raise LedgerError("case.db: out of reach")

    for name in ("mark", "rulings"):
        with monkeypatch.context() as patched:
            patched.setattr(mine.ledger, name, lost)
            found = told(mine.reader.get(METRICS))
        assert found["reportedly_ledger_up",] == 0
        assert found["process_resident_memory_bytes",] > 0
        assert found["reportedly_requests_total", ("page", METRICS), ("status", "200")] > 0
        assert not {"reportedly_reports", "reportedly_runs_total"} & {key[0] for key in found}


def test_a_monitor_does_not_wait_for_a_ledger_that_says_nothing(mine, monkeypatch):
    monkeypatch.setattr("reportedly.web.app.MONITORS", 0.05)
    said = Event()
    monkeypatch.setattr(mine.ledger, "mark", lambda: said.wait(30) and None)
    try:
        assert told(mine.reader.get(METRICS))["reportedly_ledger_up",] == 0
        assert mine.stranger.get(HEALTH).status == 503
    finally:
        said.set()


def test_an_empty_case_has_numbers():
    families = list(of_case(Shelf(Case())))
    assert {sample.value for one in families for sample in one.samples} == {0}
