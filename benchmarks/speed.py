"""How fast reports are read, beside a peer in the same run, and what a process needs.

    python benchmarks/speed.py [--corpus DIR] [--peer PYTHON] [--two]

Words a second of processor time, all threads counted, over the same documents, the best of two
runs: the whole reading (attributions, kinds of sources, statements, causes, questions), then the
same by rules, then only finding attributions (source, cue, content), each on one process. Start-up
is the processor time from a bare Python to the first attribution read; memory the largest resident
size of such a process. ``--two`` adds the wall clock of two processes against one, over three times
as many documents, once all processes have begun; it tells something on a machine with nothing else
to do. ``--peer`` names the Python of an environment with textacy (``benchmarks/peer.sh``), which
reads the same documents last.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from attribution import CORPUS, documents, peer

from reportedly import engines, garbage, pipeline, readings
from reportedly.model import Document
from reportedly.readings import tagger

RUNS = 2
FEW = 4
"""Documents after which every process has begun."""

MANY = 3
"""Copies of the documents for two processes, whose start would weigh too much on fewer."""

_START = """
import resource, sys, time
begun = time.process_time()
sys.path.insert(0, {folder!r})
from attribution import document
from reportedly.readings import tagger
from pathlib import Path
report = document(Path({path!r}))
tagger.find("Two officers said the general had fled.")
first = time.process_time() - begun
from reportedly import readings
readings.read(report)
whole = time.process_time() - begun
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(__import__("json").dumps([first, whole, memory]))
"""


def fastest(work: Callable[[], object], words: int, runs: int = RUNS) -> float:
    """Words a second of processor time in the best of several runs."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return words / min(times)


def on_one_and_two(
    work: Callable[[int], Iterator[object]], sizes: list[int]
) -> tuple[float, float, float]:
    """Words a second of the wall clock on one process and on two, once all have begun.

    The third is on two with their start. ``work`` gives a result for each of ``sizes`` (words);
    the clock starts behind the first few, by turns, the best of several runs.
    """
    times: dict[int, list[tuple[float, float]]] = {1: [], 2: []}
    for _ in range(RUNS):
        for jobs, taken in times.items():
            start, results = time.perf_counter(), work(jobs)
            for _ in zip(range(FEW), results, strict=False):
                pass
            begun = time.perf_counter()
            through(results)
            end = time.perf_counter()
            taken.append((end - begun, end - start))
    rest = sum(sizes[FEW:])
    one, two = (rest / min(t for t, _ in times[jobs]) for jobs in (1, 2))
    return one, two, sum(sizes) / min(t for _, t in times[2])


def find(document: Document) -> int:
    """How many attributions the tagger finds in ``document``."""
    return len(tagger.find(document.text))


def through(found: Iterable[object]) -> None:
    """Use up an iterator."""
    for _ in found:
        pass


def started(path: Path) -> tuple[float, float, float]:
    """Processor seconds to the first attribution, to the first reading; megabytes of memory."""
    folder = str(Path(__file__).parent)
    code = _START.format(folder=folder, path=str(path))
    runs = [
        json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                                  check=True).stdout)
        for _ in range(RUNS)
    ]  # fmt: skip
    return min(r[0] for r in runs), min(r[1] for r in runs), max(r[2] for r in runs)


def on_two(every: list[Document]) -> None:
    """Print how much faster two processes are, by the wall clock."""
    sizes = [len(one.text.split()) for one in every] * MANY
    works: dict[str, Callable[[int], Iterator[object]]] = {
        "whole reading": lambda n: iter(pipeline.read(every * MANY, engines.Workers(n))),
        "attributions found": lambda n: iter(engines.run(find, every * MANY, engines.Workers(n))),
    }
    for name, work in works.items():
        one, two, whole = on_one_and_two(work, sizes)
        print(f"{name}, wall clock: one process {one:.0f} words a second, two {two:.0f}, "
              f"{two / one:.2f} times as fast ({whole:.0f} with their start)")  # fmt: skip


def main() -> None:
    """Print every figure with its configuration."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--corpus", type=Path, default=CORPUS)
    options.add_argument("--peer", help="Python of an environment with textacy")
    options.add_argument("--two", action="store_true", help="two processes against one, too")
    chosen = options.parse_args()
    texts = documents(chosen.corpus)
    if not texts:
        raise SystemExit(f"no corpus at {chosen.corpus}")
    every: list[Document] = list(texts.values())
    words = sum(len(one.text.split()) for one in every)
    print(f"{len(every)} documents, {words} words; words a second of processor time")
    garbage.seldom()  # as the program does
    readings.read(every[0])
    works: dict[str, Callable[[], object]] = {
        "whole reading": lambda: through(pipeline.read(every)),
        "whole reading by rules": lambda: through(pipeline.read(every, engines.ONE, "rules")),
        "attributions found": lambda: through(map(find, every)),
    }
    for name, work in works.items():
        print(f"{name}: {fastest(work, words):.0f}", flush=True)
    first, whole, memory = started(next(iter(sorted((chosen.corpus / "text").glob("*.txt")))))
    print(f"first attribution after {first:.2f} s of processor time, first whole reading after "
          f"{whole:.2f} s, {memory:.0f} MB", flush=True)  # fmt: skip
    if chosen.two:
        on_two(every)
    if chosen.peer:
        _, theirs = peer(chosen.peer, chosen.corpus)
        print(f"textacy, quotations by paragraph: {theirs:.0f}")


if __name__ == "__main__":
    main()
