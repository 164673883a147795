"""Count where the reading abstains, by part, over real news.

    python benchmarks/abstentions.py [--reports N]

Reads the first N reports of News Cluster (all: 283), as they come, and prints of each part how
often it says nothing rather than guess: what is not read at all, whose word it is, what kind of
event, when, where, how many, how sure.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sources import document

from reportedly import readings
from reportedly.model import Attribution, Cause, Reading, Statement

NEWS = Path(__file__).resolve().parents[2] / "shared/corpora/news_cluster/articles.jsonl"


def reports(most: int) -> Iterator[Reading]:
    """The readings of the first reports."""
    for line in NEWS.read_text(encoding="utf-8").splitlines()[:most]:
        row = json.loads(line)
        yield readings.read(document(row["id"], f"{row['title']}\n\n{row['text']}"))


def of_attributions(found: Iterable[Attribution]) -> Iterator[tuple[str, bool]]:
    """For each attribution what is left open about it."""
    for one in found:
        names = {factor.name for factor in one.reasons}
        yield "attributions that name nobody", one.source is None
        if one.source is not None:
            yield "sources of no particular kind", one.source.kind == "unspecified"
        if {"antecedent", "left open"} & names:
            yield "pronouns as sources left open", "left open" in names
        yield "attributions that commit nobody (Uu)", one.factuality == "Uu"


def of_statements(found: Iterable[Statement]) -> Iterator[tuple[str, bool]]:
    """For each statement what is left open about it."""
    for one in found:
        yield "statements without a PLOVER code", one.code is None
        yield "statements without an actor", not one.actors
        yield "statements without a time", one.time is None
        yield "statements without a place", one.place is None
        yield "statements without a number", one.quantity is None
        yield "statements that commit nobody (Uu, CTu)", one.factuality in {"Uu", "CTu"}


def of_causes(found: Iterable[Cause]) -> Iterator[tuple[str, bool]]:
    """For each cause whether words signal it."""
    for one in found:
        yield "causes without a signal", not one.signal


def main() -> None:
    """Print the shares."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--reports", type=int, default=283)
    held, total = Counter[str](), Counter[str]()
    for reading in reports(options.parse_args().reports):
        told = [
            ("reports in which something was skipped", bool(reading.skipped)),
            *of_attributions(reading.attributions),
            *of_statements(reading.statements),
            *of_causes(reading.causes),
        ]
        for name, left in told:
            held[name] += left
            total[name] += 1
    for name, count in total.items():
        print(f"{name:45} {held[name]:6} of {count:6}  {100 * held[name] / count:5.1f} %")


if __name__ == "__main__":
    main()
