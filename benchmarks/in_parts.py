"""How time and memory of looking across grow where a ledger is looked across in parts.

    python benchmarks/in_parts.py [REPORTS ...] [--jobs N] [--keep FOLDER] [--cut]

Reports and their readings are prepared, as in ``scale.py``: invented worlds of 5 to 200 reports of
some 45 words, as though read without a mistake. They wait folded (compressed JSON), since a ledger
would have them on disk. What is timed is ``claims.partition`` of all documents ("cutting"), then
for each part unfolding it and ``claims.gather`` ("gathered"), then ``origins.trace`` ("traced");
what is found is counted and let go, as it would be once it is written. ``--jobs``: processes that
do parts side by side. Every size runs in a process of its own; seconds are processor time of all,
``clock`` is the clock's, memory is the most that the first process ever held, and the most that any
worker did. "Together" is how many of a claim's true reports stand in the part that has most of
them: what is in another part cannot be joined with them. An exponent is the slope of the line
fitted by least squares to both in logarithms. How many parts are done by now is told on standard
error. ``--keep`` keeps what is prepared and what each part took, so that hours of it can be
interrupted: the same command goes on there, with the same program, and the clock is what all of
these took together.

With ``--cut`` nothing is looked across, so that a way of cutting is tried in seconds. "Changed by
ten" is how many parts are others than they were before the ten newest reports came, and "joined"
how many of them have one of the ten; then the same of the newest hundredth. What is changed and not
joined is what a cut that stays where it was would save.
"""

import argparse
import json
import pickle
import subprocess
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Sequence, Sized
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from growing import Row, exponent, most_held
from origins_growth import numbered
from worlds import prepare

from reportedly import claims, engines, garbage
from reportedly.claims import gather
from reportedly.engines.installed import installed
from reportedly.model import Document, Reading
from reportedly.model.plain import from_plain, to_json, to_plain
from reportedly.origins import trace

R = TypeVar("R", Document, Reading)

COLUMNS = (
    "parts",
    "largest",
    "together",
    "cutting",
)
CHANGED = (
    "changed by ten",
    "joined by ten",
    "changed by 1 %",
    "joined by 1 %",
)
TIMES = (
    "gathered",
    "traced",
    "seconds",
    "clock",
)
ACROSS = (
    *TIMES,
    "gigabytes",
    "worker",
)


@dataclass(frozen=True, slots=True)
class Made:
    """One world's documents, all folded with their readings, and the reports of each claim."""

    documents: Sequence[Document]
    folded: dict[str, tuple[bytes, bytes]]
    truth: Sequence[tuple[str, ...]]
    reports: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A part's documents and readings, each as compressed JSON."""

    rows: tuple[tuple[bytes, bytes], ...]
    beside: int


@dataclass(frozen=True, slots=True)
class Found:
    """What came of one part, and the memory of whoever did it."""

    claims: int
    links: int
    origins: int
    gathered: float
    traced: float
    gigabytes: float


def looked_across(part: Folded) -> Found:
    """Claims, and where they come from, of one part."""
    start = time.process_time()
    documents = [_unfolded(Document, document) for document, _ in part.rows]
    readings = [_unfolded(Reading, reading) for _, reading in part.rows]
    gathering = gather(documents, readings, beside=part.beside)
    gathered = time.process_time() - start
    lineage = trace(documents, readings, gathering)
    counts = len(gathering.claims), len(lineage.links), len(lineage.origins)
    return Found(*counts, gathered, time.process_time() - start - gathered, most_held())


def cut(wanted: int, jobs: int) -> Row:
    """How one size is cut, and how that changes with the newest reports."""
    documents, folded, truth = _prepared(wanted, jobs)
    row, cuts = _cut(documents, folded, truth)
    for told, new in (("ten", 10), ("1 %", len(documents) // 100)):
        changed, joined = _changed(documents, cuts, new)
        row |= {f"changed by {told}": changed, f"joined by {told}": joined}
    return row


def measured(wanted: int, jobs: int, keep: Path) -> Row:
    """One size, cut and looked across."""
    kept = Kept(keep / f"{installed()[:16]}-{wanted}")
    row, cuts, folded = kept.prepared(lambda: _ready(wanted, jobs))
    done = kept.parts()
    todo = [at for at in range(len(cuts)) if at not in done]
    parts = (_part(cuts[at], folded) for at in todo)
    clock = time.monotonic()
    made = engines.run(looked_across, parts, engines.Workers(jobs))
    for at, one in zip(todo, made, strict=True):
        done[at] = kept.part(at, one, time.monotonic() - clock)
        print(f"{len(done)} of {len(cuts)} parts", file=sys.stderr)
    found = list(done.values())
    gathered, traced = (sum(getattr(one, what) for one in found) for what in ("gathered", "traced"))
    return row | {
        "gathered": gathered, "traced": traced, "seconds": row["cutting"] + gathered + traced,
        "clock": row["cutting"] + kept.clock(), "gigabytes": max(row["gigabytes"], most_held()),
        "worker": max(one.gigabytes for one in found), "claims": sum(one.claims for one in found),
        "links": sum(one.links for one in found), "origins": sum(one.origins for one in found),
    }  # fmt: skip


Ready = tuple[Row, Sequence[Sequence[str]], dict[str, tuple[bytes, bytes]]]


def _ready(wanted: int, jobs: int) -> Ready:
    documents, folded, truth = _prepared(wanted, jobs)
    row, cuts = _cut(documents, folded, truth)
    return row | {"gigabytes": most_held()}, cuts, folded


class Kept:
    """What is prepared of one size, and what its parts took, in a folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._ready, self._parts = folder / "prepared.pickle", folder / "parts.jsonl"
        told = self._parts.read_text() if self._parts.exists() else ""
        # Whoever was killed may have left half a line.
        self._parts.write_text(told[: told.rfind("\n") + 1])
        self._run = 1 + max((row["run"] for row in self._rows()), default=0)

    def prepared(self, prepare: Callable[[], Ready]) -> Ready:
        """What ``prepare`` gives, once."""
        if not self._ready.exists():
            begun = self._ready.with_suffix(".begun")
            with begun.open("wb") as file:
                pickle.dump(prepare(), file)
            begun.rename(self._ready)
        with self._ready.open("rb") as file:
            held: Ready = pickle.load(file)
        return held

    def parts(self) -> dict[int, Found]:
        """The parts that are done, by their number."""
        return {row["part"]: Found(**row["found"]) for row in self._rows()}

    def part(self, at: int, found: Found, clock: float) -> Found:
        """Keep a part; ``clock``: seconds since this run began with the first of its own."""
        row = {"part": at, "run": self._run, "clock": clock, "found": asdict(found)}
        with self._parts.open("a") as file:
            file.write(json.dumps(row) + "\n")
        return found

    def clock(self) -> float:
        """Seconds that all runs took together."""
        rows = self._rows()
        last = {row["run"]: row["clock"] for row in rows}
        return sum(last.values())

    def _rows(self) -> list[Any]:
        return [json.loads(line) for line in self._parts.read_text().splitlines()]


def _cut(
    documents: Sequence[Document], folded: Sized, truth: Sequence[Sequence[str]]
) -> tuple[Row, Sequence[Sequence[str]]]:
    start = time.process_time()
    cuts = claims.partition(documents, whole=0)
    return {
        "cutting": time.process_time() - start, "reports": len(folded), "parts": len(cuts),
        "largest": max(map(len, cuts)), "together": _together(cuts, truth),
    }, cuts  # fmt: skip


def _changed(
    documents: Sequence[Document], cuts: Sequence[Sequence[str]], new: int
) -> tuple[int, int]:
    """How many parts are others since the ``new`` latest reports came, and how many have some."""
    newest = {d.id for d in [d for d in documents if d.published][-new:]}
    before = set(claims.partition([d for d in documents if d.id not in newest], whole=0))
    joined = sum(not newest.isdisjoint(ids) for ids in cuts)
    return sum(ids not in before for ids in cuts), joined


def _prepared(
    wanted: int, jobs: int
) -> tuple[list[Document], dict[str, tuple[bytes, bytes]], list[tuple[str, ...]]]:
    """Documents in order of publication, all folded with their readings, reports of each claim."""
    documents: list[Document] = []
    folded: dict[str, tuple[bytes, bytes]] = {}
    truth: list[tuple[str, ...]] = []
    held = 0
    for made in engines.run(_made, count(), engines.Workers(jobs)):
        documents += made.documents
        folded |= made.folded
        truth += made.truth
        held += made.reports
        if held >= wanted:
            break
    documents.sort(key=lambda d: (d.published or "9999", d.id))
    return documents, folded, truth


def _made(number: int) -> Made:
    made = numbered(number)
    held = prepare(made)
    read = {reading.document: reading for reading in held.readings}
    folded = {one.id: (_folded(one), _folded(read[one.id])) for one in held.documents}
    truth = [claim.documents for claim in held.gathering.claims]
    return Made(held.documents, folded, truth, len(made.kept))


def _part(ids: Sequence[str], folded: dict[str, tuple[bytes, bytes]]) -> Folded:
    return Folded(tuple(folded[id_] for id_ in ids), claims.BESIDE)


def _together(cuts: Sequence[Sequence[str]], truth: Sequence[Sequence[str]]) -> float:
    home = {id_: at for at, ids in enumerate(cuts) for id_ in ids}
    most = sum(Counter(home[id_] for id_ in ids).most_common(1)[0][1] for ids in truth)
    return most / sum(map(len, truth))


def _folded(record: Document | Reading) -> bytes:
    return zlib.compress(to_json(to_plain(record)).encode(), 1)


def _unfolded(kind: type[R], body: bytes) -> R:
    return from_plain(kind, json.loads(zlib.decompress(body)))


def told(rows: Sequence[Row]) -> None:
    """Print the table, and the exponents of what was looked across."""
    across = "seconds" in rows[0]
    names = ("reports", *(("claims", *COLUMNS, *ACROSS) if across else (*COLUMNS, *CHANGED)))
    print("| " + " | ".join(names) + " |")
    print("|---" * len(names) + "|")
    for row in rows:
        print("| " + " | ".join(_shown(row[name]) for name in names) + " |")
    if across and len(rows) > 1:
        slopes = (f"{name} {exponent(rows, name):.2f}" for name in ("cutting", *TIMES))
        print("exponents: " + ", ".join(slopes))


def _shown(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:,.2f}"


def main() -> None:
    """Measure each size in a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder to go on from")
    parser.add_argument("--cut", action="store_true", help="look across nothing")
    parser.add_argument("--one", type=int)
    asked = parser.parse_args()
    if asked.one:
        garbage.seldom()
        with TemporaryDirectory() as folder:
            keep = asked.keep or Path(folder)
            row = cut(asked.one, asked.jobs) if asked.cut else measured(asked.one, asked.jobs, keep)
        print(json.dumps(row))
        return
    rows = []
    for wanted in asked.reports:
        command = [sys.executable, __file__, "--one", str(wanted), "--jobs", str(asked.jobs)]
        command += ["--keep", str(asked.keep)] if asked.keep else []
        command += ["--cut"] if asked.cut else []
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        rows.append(json.loads(done.stdout))
    told(rows)


if __name__ == "__main__":
    main()
