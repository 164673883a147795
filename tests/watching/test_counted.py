"""Numbers about rounds: written whole after each, also after one that failed."""

import pytest
from prometheus_client.parser import text_string_to_metric_families

from ledger.room import A, W
from reportedly.desk import Intake
from reportedly.errors import UsageError
from reportedly.model import Skipped
from reportedly.watching.counted import Rounds
from reportedly.watching.polling import Poll


def written(path):
    families = text_string_to_metric_families(path.read_text())
    return {sample.name: sample.value for one in families for sample in one.samples}


def poll(reports=(), skipped=(), failed=()):
    intake = Intake(tuple(reports), tuple(skipped))
    return Poll(intake, dict.fromkeys(failed, "it is gone"), (), {})


def test_rounds_add_up(tmp_path):
    path = tmp_path / "watch.prom"
    counted = Rounds(path, feeds=3)
    counted.went(poll((A, W), (Skipped("x", "it is broken"),), ("one",)), 1.5)
    counted.went(poll((A,)), 0.5)
    found = written(path)
    assert found.pop("reportedly_watch_last_round_timestamp_seconds") > 1.7e9
    assert found == {
        "reportedly_watch_rounds_total": 2, "reportedly_watch_rounds_failed_total": 0,
        "reportedly_watch_reports_total": 3, "reportedly_watch_skipped_total": 1,
        "reportedly_watch_round_seconds": 0.5, "reportedly_watch_feeds_failing": 0,
        "reportedly_watch_feeds": 3,
    }  # fmt: skip
    assert [one.name for one in tmp_path.iterdir()] == ["watch.prom"]


def test_a_round_that_broke_off_is_counted_and_moves_no_moment(tmp_path):
    path = tmp_path / "watch.prom"
    counted = Rounds(path, feeds=1)
    counted.failed()
    found = written(path)
    assert found["reportedly_watch_rounds_total"] == 1
    assert found["reportedly_watch_rounds_failed_total"] == 1
    assert found["reportedly_watch_last_round_timestamp_seconds"] == 0


def test_nothing_is_written_where_no_file_is_named():
    Rounds(None, feeds=1).went(poll(), 0.1)


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"none/watch.prom: cannot be written \(No such file"):
        Rounds(tmp_path / "none" / "watch.prom", feeds=1).went(poll(), 0.1)
