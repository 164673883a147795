"""How fast attributions are read, on one process and on two, and what a process needs.

    python benchmarks/speed.py [--corpus DIR] [--peer PYTHON]

Words a second of the wall clock over the same documents, the best of two runs: finding attributions
(source, cue, content), then the whole reading (kinds of sources, statements, causes, questions
too), each on one process and on two, over three times as many documents, once all processes have
begun; for two the speed with their start stands beside it. Start-up is the time from a bare Python
to the first attribution read; memory the largest resident size of such a process. ``--peer`` names
the Python of an environment with textacy (``benchmarks/peer.sh``), which reads the same documents
in the same run. Run it on a machine with nothing else to do.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from attribution import CORPUS, documents, peer

from reportedly import engines, pipeline, readings
from reportedly.model import Document
from reportedly.readings import tagger

RUNS = 2
FEW = 4
"""Documents after which every process has begun."""

MANY = 3
"""Copies of the documents for two processes, whose start would weigh too much on fewer."""

_START = """
import resource, sys, time
begun = time.perf_counter()
sys.path.insert(0, {folder!r})
from attribution import document
from reportedly.readings import tagger
from pathlib import Path
report = document(Path({path!r}))
tagger.find("Two officers said the general had fled.")
first = time.perf_counter() - begun
from reportedly import readings
readings.read(report)
whole = time.perf_counter() - begun
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(__import__("json").dumps([first, whole, memory]))
"""


def fastest(work: Callable[[], object], words: int, runs: int = RUNS) -> float:
    """Words a second in the best of several runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return words / min(times)


def on_one_and_two(
    work: Callable[[int], Iterator[object]], sizes: list[int]
) -> tuple[float, float, float]:
    """Words a second on one process and on two, once all have begun, and on two with their start.

    ``work`` gives a result for each of ``sizes`` (words); the clock starts behind the first few,
    by turns, the best of several runs.
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
    """Seconds to the first attribution, to the first whole reading; megabytes of memory."""
    folder = str(Path(__file__).parent)
    code = _START.format(folder=folder, path=str(path))
    runs = [
        json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                                  check=True).stdout)
        for _ in range(RUNS)
    ]  # fmt: skip
    return min(r[0] for r in runs), min(r[1] for r in runs), max(r[2] for r in runs)


def main() -> None:
    """Print every figure with its configuration."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--corpus", type=Path, default=CORPUS)
    options.add_argument("--peer", help="Python of an environment with textacy")
    chosen = options.parse_args()
    texts = documents(chosen.corpus)
    if not texts:
        raise SystemExit(f"no corpus at {chosen.corpus}")
    every: list[Document] = list(texts.values())
    words = sum(len(one.text.split()) for one in every)
    print(f"{len(every)} documents, {words} words")
    readings.read(every[0])
    sizes = [len(one.text.split()) for one in every] * MANY
    one, two, whole = on_one_and_two(
        lambda n: iter(engines.run(find, every * MANY, engines.Workers(n))), sizes
    )
    print(f"attributions found: one process {one:.0f} words a second, two {two:.0f}, "
          f"{two / one:.2f} times as fast ({whole:.0f} with their start)", flush=True)  # fmt: skip
    rules = fastest(lambda: through(pipeline.read(every, engines.ONE, "rules")), words)
    print(f"whole reading by rules, one process: {rules:.0f} words a second", flush=True)
    one, two, whole = on_one_and_two(
        lambda n: iter(pipeline.read(every * MANY, engines.Workers(n))), sizes
    )
    print(f"whole reading, learned: one process {one:.0f} words a second, two {two:.0f}, "
          f"{two / one:.2f} times as fast ({whole:.0f} with their start)", flush=True)  # fmt: skip
    first, whole, memory = started(next(iter(sorted((chosen.corpus / "text").glob("*.txt")))))
    print(f"first attribution after {first:.2f} s, first whole reading after {whole:.2f} s, "
          f"{memory:.0f} MB")  # fmt: skip
    if chosen.peer:
        _, theirs = peer(chosen.peer, chosen.corpus)
        print(f"textacy: {theirs:.0f} words a second of processor time")


if __name__ == "__main__":
    main()
