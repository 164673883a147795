"""Numbers about rounds for a monitor: a file in the text format of Prometheus.

It is written after each round and takes the place of the one before whole, so that the textfile
collector of a node exporter never reads half of it. Totals begin anew with the process.
"""

import time
from pathlib import Path

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    disable_created_metrics,
    write_to_textfile,
)

from reportedly import logs
from reportedly.errors import UsageError

from .polling import Poll

disable_created_metrics()  # type: ignore[no-untyped-call]


class Rounds:
    """What was counted so far; ``path`` is where it is written, None for nowhere."""

    def __init__(self, path: Path | None, feeds: int) -> None:
        self._path = path
        self._registry = held = CollectorRegistry()
        self._rounds = Counter("reportedly_watch_rounds", "Rounds begun", registry=held)
        self._lost = Counter(
            "reportedly_watch_rounds_failed", "Rounds in which the ledger failed", registry=held
        )
        self._reports = Counter(
            "reportedly_watch_reports", "Reports that feeds gave, known or not", registry=held
        )
        self._skipped = Counter(
            "reportedly_watch_skipped", "Sources and parts that were not read", registry=held
        )
        self._seconds = Gauge(
            "reportedly_watch_round_seconds", "How long the last round took", registry=held
        )
        self._at = Gauge(
            "reportedly_watch_last_round_timestamp_seconds",
            "When the last round that went well ended", registry=held,
        )  # fmt: skip
        self._failing = Gauge(
            "reportedly_watch_feeds_failing", "Feeds that the last round could not read",
            registry=held,
        )  # fmt: skip
        Gauge("reportedly_watch_feeds", "Feeds that are watched", registry=held).set(feeds)

    def went(self, poll: Poll, seconds: float) -> None:
        """A round is over."""
        reports, skipped = len(poll.intake.kept), len(poll.intake.skipped)
        self._rounds.inc()
        self._reports.inc(reports)
        self._skipped.inc(skipped)
        self._seconds.set(seconds)
        self._failing.set(len(poll.failed))
        self._at.set(time.time())
        logs.tell(
            "round", reports=reports, skipped=skipped, failing=len(poll.failed),
            seconds=round(seconds, 3),
        )  # fmt: skip
        self._write()

    def failed(self) -> None:
        """A round broke off, since the ledger cannot be used."""
        self._rounds.inc()
        self._lost.inc()
        logs.tell("round failed", level=logs.ERROR)
        self._write()

    def _write(self) -> None:
        if self._path is None:
            return
        try:
            write_to_textfile(str(self._path), self._registry)
        except OSError as error:
            raise UsageError(f"{self._path}: cannot be written ({error.strerror})") from error
