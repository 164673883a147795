"""How fast saved pages are loaded from disk, and how much memory taking files in needs.

    python benchmarks/intake.py [--pages FOLDER] [--many 1000] [--sizes 1000 10000 50000]

Pages a second of the wall clock and of processor time (all processes), over ``--many`` copies of
the pages in FOLDER (those of ``benchmarks/pages`` where none is given): trafilatura alone, its text
only and with what the page states of itself, and the whole loading, which also finds links,
sentences and language, in one process and in two. Then, each in a process of its own, the largest
resident size (VmHWM) of taking so many short reports into a new ledger, a file each, and of as many
pages as the first size has. Nothing is read or compared. Run it on a machine with nothing else to
do.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import trafilatura
from killed import told

from reportedly import documents
from reportedly.files import Files
from reportedly.model import Kept

HERE = Path(__file__).parent

_MEMORY = """
import sys
from reportedly import intake
from reportedly.ledger import opened
with opened(sys.argv[1]) as ledger:
    intake.take(ledger, intake.come([sys.argv[2]], int(sys.argv[3]), ledger))
status = open("/proc/self/status").read()
print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)
"""


def copies(pages: Path, many: int, folder: Path) -> list[Path]:
    """So many copies of the pages, no two of the same bytes."""
    originals = sorted(pages.glob("*.html"))
    folder.mkdir()
    for number in range(many):
        data = originals[number % len(originals)].read_bytes()
        (folder / f"{number:05}.html").write_bytes(data + b"<!-- %d -->" % number)
    return sorted(folder.iterdir())


def alone(files: Iterable[Path], stated: bool) -> int:
    """Pages of which trafilatura alone gives a text; ``stated``: and what they state."""
    found = (trafilatura.bare_extraction(path.read_bytes(), with_metadata=stated) for path in files)
    return sum(1 for one in found if one is not None)


def loaded(folder: Path, jobs: int) -> int:
    """Pages that are loaded."""
    found = documents.walk([str(folder)], None, Files(jobs))
    return sum(1 for one in found if isinstance(one, Kept))


def fast(name: str, work: Callable[[], int], many: int) -> None:
    """Print a row: what it is, pages a second by the wall clock and by processor time."""
    begun, used = time.perf_counter(), _processor()
    found = work()
    wall, processor = time.perf_counter() - begun, _processor() - used
    print(f"{name:42} {found:6,} {many / wall:8.0f} {many / processor:8.0f}", flush=True)


def _processor() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


def speed(pages: Path, many: int) -> None:
    """The first table."""
    with TemporaryDirectory() as place:
        folder = Path(place, "pages")
        files = copies(pages, many, folder)
        size = sum(path.stat().st_size for path in files) / many / 1000
        alone(files[:3], True)
        print(f"{many:,} pages of {size:.0f} kB on average{'':9} found   wall/s    CPU/s")
        fast("trafilatura alone, text", lambda: alone(files, False), many)
        fast("trafilatura alone, with what is stated", lambda: alone(files, True), many)
        fast("loaded, one process", lambda: loaded(folder, 1), many)
        fast("loaded, two processes", lambda: loaded(folder, 2), many)


def memory(pages: Path, sizes: list[int]) -> None:
    """The second table."""
    print("taken in                    VmHWM   files/s")
    for size in sizes:
        with TemporaryDirectory() as place:
            folder, chance = Path(place, "in"), Random(1)
            folder.mkdir()
            for number in range(size):
                (folder / f"{number:06}.txt").write_text(told(str(number), chance))
            largest(f"{size:,} short reports", place, size)
    with TemporaryDirectory() as place:
        copies(pages, sizes[0], Path(place, "in"))
        largest(f"{sizes[0]:,} pages", place, sizes[0])


def largest(name: str, place: str, size: int) -> None:
    """Print a row: the largest resident size of taking in a folder, and how fast that went."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _MEMORY, f"{place}/case.db", f"{place}/in", "1"],
        check=True, capture_output=True, text=True, env=dict(os.environ),
    )  # fmt: skip
    pace = size / (time.perf_counter() - begun)
    print(f"{name:22} {float(done.stdout):8.0f} MB {pace:9.0f}", flush=True)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--many", type=int, default=1000)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 50_000])
    given = parser.parse_args()
    with TemporaryDirectory() as place:
        pages = given.pages or Path(place, "bank")
        if not given.pages:
            made = [sys.executable, HERE / "pages" / "make.py", "--bank", "a", "-o", pages]
            subprocess.run(made, check=True, capture_output=True)
        speed(pages, given.many)
        memory(pages, given.sizes)


if __name__ == "__main__":
    main()
