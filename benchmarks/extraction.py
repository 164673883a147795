"""Score what is read from pages, beside trafilatura alone in the same run.

    python benchmarks/extraction.py --bank a|b [--errors] [--passes N] [-o FOLDER]

Pages and gold are those of ``benchmarks/pages`` (README.md there says what is gold, ``score.py``
how it is counted). Half of the pages are saved files and read by ``documents.load``; half are
given with the address they were fetched from. trafilatura is asked for text and metadata by
``bare_extraction`` with its defaults, with the address for the same half. ``--errors`` lists what
is wrong, on bank a only: bank b is counted and never looked at.
"""

import argparse
import json
import random
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import trafilatura
from pages.make import BANKS, write
from pages.score import Counts, Found, Gold, missing, score, surplus

from reportedly import documents
from reportedly.documents.opening import Opening
from reportedly.documents.raw import Raw
from reportedly.model import Document, Kept

DRAWN = 1000
SHOWN = ("text F1", "segments F1", "breaks kept", "paragraphs whole", "date", "publisher")
BARS = {"text F1": 0.95, "date": 0.95, "publisher": 0.95}
"""What issue 8 asks for."""


def ours(path: Path, gold: Gold) -> Found:
    """The page as the program reads it.

    A page is marked as cut off by ``excerpt``.
    """
    if gold["fetched"]:
        raw = Raw(path.name, path.read_bytes(), media="text/html", url=gold["url"])
        items = list(Opening().reports(raw))
    else:
        items = list(documents.load([str(path)]))
    held = [item.document for item in items if isinstance(item, Kept)]
    return _found(held) if held else Found(False, stub=False, entries=())


def _found(held: list[Document]) -> Found:
    """One page as its report, or, of a live blog, as what stands above its entries and these."""
    page = held[0]
    return Found(
        True,
        "\n\n".join(piece.text for piece in held),
        page.title,
        page.byline,
        page.published,
        page.dated or "",
        page.updated,
        page.publisher,
        page.excerpt,
        tuple((p.published, p.text) for p in held if "live blog entry" in p.kinds),
    )


def alone(path: Path, gold: Gold) -> Found:
    """The page as trafilatura reads it with its defaults."""
    url = gold["url"] if gold["fetched"] else None
    read = trafilatura.bare_extraction(path.read_bytes(), url=url, with_metadata=True)
    if read is None:
        return Found(False)
    return Found(True, read.text or "", read.title, read.author, read.date,
                 publisher=read.sitename)  # fmt: skip


def run(folder: Path, rows: list[Gold], passes: int) -> dict[str, tuple[list[Found], float]]:
    """Of both readers what they find on every page, and pages a second (the best pass).

    They take turns, so that what else the machine does meets both.
    """
    found: dict[str, tuple[list[Found], float]] = {}
    for _ in range(passes + 1):
        for name, reader in (("reportedly", ours), ("trafilatura", alone)):
            start = time.perf_counter()
            held = [reader(folder / row["file"], row) for row in rows]
            speed = len(rows) / (time.perf_counter() - start)
            # The first pass loads what is loaded once.
            best = max(found[name][1], speed) if name in found else 0
            found[name] = held, best
    return found


def share(counts: Iterable[Counts], name: str) -> float:
    """A measure over pages: what is right of all that could be."""
    held = [one[name] for one in counts if name in one]
    whole = sum(den for _, den in held)
    return sum(num for num, _ in held) / whole if whole else float("nan")


def interval(name: str, *sides: list[Counts]) -> tuple[float, float]:
    """95 % by drawing pages; with two sides of their difference, pages drawn in pairs."""
    rng = random.Random(8)
    drawn = []
    for _ in range(DRAWN):
        at = rng.choices(range(len(sides[0])), k=len(sides[0]))
        values = [share([side[i] for i in at], name) for side in sides]
        value = values[0] - values[1] if len(values) > 1 else values[0]
        if value == value:  # noqa: PLR0124 - a draw without a page that counts is none
            drawn.append(value)
    drawn.sort()
    return drawn[len(drawn) * 25 // 1000], drawn[len(drawn) * 975 // 1000 - 1]


def report(rows: list[Gold], sides: dict[str, list[Counts]]) -> None:
    """Print every measure, and the main ones by layout."""
    own, other = sides.values()
    print(f"  {'':20} {'reportedly':22} {'trafilatura':22} difference")
    for name in dict.fromkeys(key for one in (*own, *other) for key in one):
        cells = [_cell(name, side) for side in (own, other)]
        both = any(name in one for one in other) and any(name in one for one in own)
        low, high = interval(name, own, other) if both else (0, 0)
        difference = f"{low:+.3f} to {high:+.3f}" if both else ""
        bar = f"  (asked: {BARS[name]})" if name in BARS else ""
        print(f"  {name:20} {cells[0]:22} {cells[1]:22} {difference}{bar}")
    print("\n  by layout, reportedly / trafilatura")
    print("  " + " ".join([f"{'':12} {'n':>3}", *(f"{name:>17}" for name in SHOWN)]))
    for layout in dict.fromkeys(row["layout"] for row in rows):
        at = [i for i, row in enumerate(rows) if row["layout"] == layout]
        pairs = [[share([side[i] for i in at], name) for side in (own, other)] for name in SHOWN]
        cells = [f"{a:9.3f} / {b:.3f}" for a, b in pairs]
        print(f"  {layout:12} {len(at):3} {' '.join(cells)}")


def _cell(name: str, side: list[Counts]) -> str:
    if not any(name in one for one in side):
        return "-"
    low, high = interval(name, side)
    pages = sum(name in one for one in side)
    return f"{share(side, name):.3f} ({low:.3f}-{high:.3f})" + (f" n {pages}" if pages < 9 else "")


def errors(rows: list[Gold], found: list[Found], counts: list[Counts]) -> None:
    """Print what is wrong on each page."""
    for row, one, count in zip(rows, found, counts, strict=True):
        wrong = [name for name, (num, den) in count.items() if num < den]
        if not wrong:
            continue
        print(
            f"\n  {row['file']} {' '.join(f'{n} {count[n][0]:.2f}/{count[n][1]}' for n in wrong)}"
        )
        _explain(row, one)


def _explain(row: Gold, one: Found) -> None:
    if row["wall"]:
        return
    for name, held in (("surplus", surplus(row, one.text)), ("missing", missing(row, one.text))):
        if held:
            print(f"    {name}: {' '.join(held[:40])}")
    pairs: list[tuple[str, Any, Any]] = [
        (name, row[name], getattr(one, name))
        for name in ("published", "updated", "publisher", "title", "byline", "stub")
    ]
    for name, gold, said in pairs:
        print(f"    {name}: {gold} | {said}")
    print(f"    dated: {row['dated']} | {one.dated}")


def main() -> None:
    """Count both readers on a bank."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bank", choices=BANKS, required=True)
    parser.add_argument("--errors", action="store_true", help="list what is wrong (bank a only)")
    parser.add_argument("--passes", type=int, default=3, help="times the pages are read for speed")
    parser.add_argument("-o", "--output", type=Path, help="where the pages are kept")
    asked = parser.parse_args()
    if asked.errors and asked.bank != "a":
        parser.error("bank b is counted, never looked at")
    with tempfile.TemporaryDirectory() as scratch:
        count(asked.output or Path(scratch), asked)


def shares(bank: str, folder: Path, *names: str) -> dict[str, float]:
    """These measures of the program alone on a bank whose pages are written into ``folder``."""
    counts = [score(row, ours(folder / row["file"], row)) for row in made(bank, folder)]
    return {name: share(counts, name) for name in names}


def made(bank: str, folder: Path) -> list[Gold]:
    """Write the pages of a bank; their gold."""
    write(bank, folder)
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def count(folder: Path, asked: argparse.Namespace) -> None:
    """Read the pages with both readers and print the scores."""
    rows = made(asked.bank, folder)
    sides: dict[str, list[Counts]] = {}
    for name, (found, speed) in run(folder, rows, asked.passes).items():
        sides[name] = [score(row, one) for row, one in zip(rows, found, strict=True)]
        print(f"  {name}: {len(rows)} pages, {speed:.0f} pages a second on one core")
        if asked.errors and name == "reportedly":
            errors(rows, found, sides[name])
    report(rows, sides)


if __name__ == "__main__":
    main()
