"""How time and memory of the origins stage grow with the number of reports.

    python benchmarks/origins_growth.py [REPORTS ...] [--svg FILE] [--profile]

Reports are those of ``benchmarks/worlds`` (bank ``a``), as though read without a mistake: worlds of
5 to 200 reports, one begun every hour, are put together until there are enough reports, and stand
in the order in which they came out. Every report is generated; none is a copy of another world's.
Places, people and countries of each world have names of their own, and in the sentences that tell
of no claim one word in four is another, so that worlds share wordings and no matter; a link to
another world's report comes of that wording, and is counted. Outlets and
agencies of the bank stand in all worlds and print more the more reports there are; those named
after a place are of one world each, so that there are ever more names to look for. Reports have
some 45 words.

What is timed is ``reportedly.origins.trace``. Every size runs in a process of its own on one core;
time is processor time, memory the most that the process ever held, its input included. The
exponent is the slope of the line fitted by least squares to both in logarithms.
"""

import argparse
import cProfile
import json
import pstats
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from growing import Row, exponent, most_held, other, plot
from worlds import Bank, World, load, prepare, world

from reportedly.model import Claim, Document, Gathering, Lineage, Reading
from reportedly.origins import trace

BANK = "a"
RENAMED = ("places", "people", "countries")
BESIDE = ("details", "aftermath")
_WORD = re.compile(r"(?<![\w{])[A-Za-z]+(?![\w}])")


def worlds(wanted: int) -> Iterator[World]:
    """Worlds with addresses, names and hours of their own, until they have ``wanted`` reports."""
    held = 0
    for number in count():
        if held >= wanted:
            return
        made = numbered(number)
        held += len(made.kept)
        yield made


def numbered(number: int) -> World:
    """The world of that number, with addresses, names and hours of its own."""
    return _apart(world(number, renamed(load(BANK), number)))


def renamed(bank: Bank, number: int) -> Bank:
    """The bank with other names, and other words beside what tells of a claim."""

    def told(texts: list[str]) -> list[str]:
        return [_reworded(text, number) for text in texts]

    names = bank.names | {key: _renamed(bank.names[key], number) for key in RENAMED}
    families = {
        key: family | {part: told(family[part]) for part in BESIDE}
        for key, family in bank.families.items()
    }
    frame = bank.frame | {key: told(bank.frame[key]) for key in ("leads", "background")}
    said = bank.said | {"quotes": told(bank.said["quotes"])}
    return replace(bank, names=names, families=families, frame=frame, said=said)


def _renamed(held: Any, number: int) -> Any:  # noqa: ANN401 - as deep as TOML goes
    """Every word of some names as another, in lists and tables, too."""
    if isinstance(held, list):
        return [_renamed(one, number) for one in held]
    if isinstance(held, dict):
        return {key: _renamed(one, number) for key, one in held.items()}
    return _WORD.sub(lambda m: _other(m[0], number), held)


def _reworded(text: str, number: int) -> str:
    """The text with every fourth word another."""
    at = iter(range(len(text)))
    return _WORD.sub(lambda m: m[0] if next(at) % 4 else _other(m[0], number), text)


def _other(word: str, number: int) -> str:
    made = other(word.lower(), number)
    return made.capitalize() if word[0].isupper() else made


def _apart(made: World) -> World:
    """The world at an hour and at addresses of its own."""
    later = timedelta(hours=made.number)
    reports = tuple(
        replace(
            report,
            url=report.url.replace(".example/", f".example/{made.number}/"),
            published=_moved(report.published, later),
        )
        for report in made.reports
    )
    return replace(made, reports=reports)


def _moved(published: str | None, later: timedelta) -> str | None:
    if published is None:
        return None
    moved = (datetime.fromisoformat(published) + later).isoformat()
    return moved if len(published) > 10 else moved[:10]


def given(wanted: int) -> tuple[list[Document], list[Reading], Gathering, dict[str, int]]:
    """What the stage takes, and each document's world."""
    documents: list[Document] = []
    readings: list[Reading] = []
    claims: list[Claim] = []
    actors = {}
    home = {}
    for made in worlds(wanted):
        held = prepare(made)
        documents += held.documents
        readings += held.readings
        claims += held.gathering.claims
        actors |= {actor.id: actor for actor in held.gathering.actors}
        home |= {d.id: made.number for d in held.documents}
    documents.sort(key=lambda d: (d.published or "9999", d.id))
    return documents, readings, Gathering(tuple(claims), tuple(actors.values())), home


def timed(wanted: int, profile: bool) -> Row:
    """Seconds of processor time, gigabytes held at most before and in all, and what was found."""
    documents, readings, gathering, home = given(wanted)
    before = most_held()
    watch = cProfile.Profile() if profile else None
    start = time.process_time()
    found = watch.runcall(trace, documents, readings, gathering) if watch else trace(
        documents, readings, gathering)  # fmt: skip
    seconds = time.process_time() - start
    if watch:
        pstats.Stats(watch, stream=sys.stderr).sort_stats("tottime").print_stats(30)
    return {
        "reports": len(documents), "worlds": len(set(home.values())),
        "outlets": len({d.publisher for d in documents}), "claims": len(gathering.claims),
        "seconds": seconds, "input": before, "gigabytes": most_held(), **_kinds(found, home),
    }  # fmt: skip


def _kinds(found: Lineage, home: dict[str, int]) -> Row:
    """Links by kind, those to a report of another world apart, origins and drifts."""
    kinds = Counter(link.kind for link in found.links)
    abroad = Counter(k.kind for k in found.links if k.to and home[k.document] != home[k.to])
    return {
        "links": len(found.links), "copied": kinds["copied"], "copied abroad": abroad["copied"],
        "abroad": sum(abroad.values()), "origins": len(found.origins), "drifts": len(found.drifts),
    }  # fmt: skip


def _line(row: Row) -> str:
    return (
        f"{row['reports']:7,.0f} reports {row['outlets']:6,.0f} outlets "
        f"{row['claims']:6,.0f} claims"
        f" {row['links']:7,.0f} links ({row['abroad'] / max(1, row['links']):.1%} to another world)"
        f" {row['origins']:7,.0f} origins {row['seconds']:7.1f} s"
        f" {row['gigabytes']:5.2f} GB, {row['input']:.2f} of them the input"
    )


def main() -> None:
    """Print a line a size, and the exponents; draw them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--one", action="store_true", help="print one size as JSON")
    parser.add_argument("--profile", action="store_true", help="with --one: what takes the time")
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(timed(asked.reports[0], asked.profile)))
        return
    rows = []
    for size in asked.reports:
        again = [sys.executable, __file__, str(size), "--one"]
        done = subprocess.run(again, check=True, stdout=subprocess.PIPE, text=True)
        rows.append(json.loads(done.stdout))
        print(_line(rows[-1]), flush=True)
    if len(rows) > 1:
        print(f"time grows with reports to the power of {exponent(rows):.2f},", end=" ")
        print(f"memory to that of {exponent(rows, 'gigabytes'):.2f}")
    if asked.svg:
        asked.svg.write_text(plot(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
