"""Numbers for a monitor: what is in the ledger, what waits, what was asked and how long it took.

In the text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/).
No label holds a name, a title or an address of a report.
"""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from prometheus_client import (
    CollectorRegistry,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client import Counter as Counted
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly import logs
from reportedly.errors import ReportedlyError
from reportedly.shelf import Shelf
from reportedly.views import left_open

from .kept import Kept
from .worker import Worker

MEDIA = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds."""
_FAILED = 500

disable_created_metrics()  # type: ignore[no-untyped-call]


class Numbers:
    """What one server is asked, and what its ledger holds."""

    def __init__(self, kept: Kept, worker: Worker) -> None:
        self._kept, self._worker = kept, worker
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.requests = Counted(
            "reportedly_requests", "Requests answered, by the page asked for and the status",
            ("page", "status"), registry=self.registry,
        )  # fmt: skip
        self.seconds = Histogram(
            "reportedly_request_seconds", "Seconds from a request to the end of its answer",
            ("page",), buckets=BUCKETS, registry=self.registry,
        )  # fmt: skip

    def told(self, up: bool) -> bytes:
        """All of them as text; where the ledger is not ``up``, those of the process alone."""
        held = CollectorRegistry()
        held.register(_Held(self._families(up)))
        return generate_latest(held) + generate_latest(self.registry)

    def _families(self, up: bool) -> Sequence[Metric]:
        try:
            held = tuple(of_ledger(self._kept, self._worker)) if up else ()
        except ReportedlyError:
            held = ()
        return (_gauge("reportedly_ledger_up", "1 where the ledger can be read", bool(held)), *held)


class Measured:
    """The outermost layer of all: it counts what the others answer."""

    def __init__(self, app: ASGIApp, numbers: Numbers) -> None:
        self._app = app
        self._numbers = numbers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, and count it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, start = [_FAILED], time.perf_counter()

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                status[0] = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            self._count(scope, status[0], time.perf_counter() - start)

    def _count(self, scope: Scope, status: int, seconds: float) -> None:
        # The page as the list of pages has it: what was asked for in its address is not told.
        page = getattr(scope.get("route"), "path", "none")
        self._numbers.requests.labels(page, status).inc()
        self._numbers.seconds.labels(page).observe(seconds)
        level = logs.ERROR if status >= _FAILED else logs.INFO
        logs.tell(
            "request", level=level, method=scope["method"], page=page, status=status,
            seconds=round(seconds, 4),
        )  # fmt: skip


class _Held(Collector):
    """What was found beforehand, so that half of it is never told."""

    def __init__(self, families: Sequence[Metric]) -> None:
        self._families = families

    def collect(self) -> Iterable[Metric]:
        """All of it."""
        return self._families


def of_ledger(kept: Kept, worker: Worker) -> Iterator[Metric]:
    """What a ledger holds now. Raises :class:`ReportedlyError` where it cannot be read."""
    _, state = kept.state()
    ledger, last = kept.ledger, state.runs[-1] if state.runs else None
    yield from of_case(state.shelf)
    yield CounterMetricFamily("reportedly_runs", "Runs recorded", value=last.number if last else 0)
    yield _gauge(
        "reportedly_last_run_timestamp_seconds", "When the last run was recorded",
        datetime.fromisoformat(last.recorded).timestamp() if last else 0,
    )  # fmt: skip
    yield CounterMetricFamily("reportedly_rulings", "Rulings made", value=len(ledger.rulings()))
    yield _gauge("reportedly_rulings_pending", "Rulings not yet worked out", len(ledger.pending()))
    yield _gauge(
        "reportedly_reports_waiting", "Reports taken in that no run holds yet, a route each",
        ledger.taken.reports(),
    )  # fmt: skip
    yield _gauge(
        "reportedly_working_out_failed", "1 where rulings could not be worked out",
        int(bool(worker.trouble)),
    )  # fmt: skip


def of_case(shelf: Shelf) -> Iterator[Metric]:
    """How much a case holds, and how much of it is left open rather than guessed."""
    left = left_open.counted(shelf)
    yield _gauge("reportedly_reports", "Reports in the ledger", len(shelf.documents))
    yield _gauge("reportedly_statements", "Statements read in them", left["statements"])
    yield _labelled(
        "reportedly_claims", "Claims that are shown", "status",
        Counter(claim.status for claim in shelf.claims),
    )  # fmt: skip
    yield _gauge(
        "reportedly_skipped", "Sources, reports and parts that were not read", len(shelf.skipped)
    )
    yield _labelled(
        "reportedly_left_open", "What was left open rather than guessed", "what",
        {"pronoun": left["left open"], **{what: left[what] for what in ("code", "time", "place")}},
    )  # fmt: skip
    yield _gauge(
        "reportedly_speaking_pronouns", "Pronouns that speak, those left open among them",
        left["left open"] + left["antecedent"],
    )  # fmt: skip


def _gauge(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(name, about, value=value)


def _labelled(name: str, about: str, label: str, values: dict[str, int]) -> Metric:
    made = GaugeMetricFamily(name, about, labels=(label,))
    for key, value in sorted(values.items()):
        made.add_metric((key,), value)
    return made
