"""ECB+ as the program reads it: one reading a report, and what is stated at every word in question.

    python benchmarks/ecbplus_read.py KEEP [TOPIC …]

Reading takes ten minutes of one core; with ``KEEP`` it is done once a topic, and kept.
"""

import pickle
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ecbplus import CORPUS, Report, reports

from reportedly import readings
from reportedly.claims.eventspots import candidates
from reportedly.model import Reading, Span, Statement


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A report, its reading, and what is stated at each gold mention and each content word."""

    report: Report
    reading: Reading
    stated: Mapping[Span, Statement]


def read_all(corpus: Path, keep: Path | None, only: frozenset[str] = frozenset()) -> list[Read]:
    """Every report of some topics, or of all."""
    topics: dict[str, list[Report]] = {}
    for report in reports(corpus):
        if not only or report.topic in only:
            topics.setdefault(report.topic, []).append(report)
    return [one for topic, held in topics.items() for one in _topic(topic, held, keep)]


def _topic(topic: str, held: list[Report], keep: Path | None) -> list[Read]:
    file = keep / f"ecbplus-{topic}.pickle" if keep else None
    if file and file.is_file():
        found: list[Read] = pickle.loads(file.read_bytes())
        return found
    found = [_read(report) for report in held]
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps(found))
    return found


def _read(report: Report) -> Read:
    places = {*candidates(report.document, report.marked), *(m.place for m in report.mentions)}
    stated = readings.stated_at(report.document, tuple(sorted(places)))
    return Read(report, readings.read(report.document), stated)


if __name__ == "__main__":
    read_all(CORPUS, Path(sys.argv[1]), frozenset(sys.argv[2:]))
