"""Score origins, links and drift on invented worlds of reports whose lineage is known.

    python benchmarks/origins.py [--bank b] [--worlds 300] [--given] [--keep FOLDER] [--errors N]

Worlds are drawn by ``benchmarks/worlds`` from a bank of wording: ``a`` may be looked at when rules
are written, ``b`` is only counted. Everything is read from the text; with ``--given`` readings and
claims are the true ones, which shows what the origins stage alone does. Intervals: 95 %, by drawing
worlds anew (bootstrap).
"""

import argparse
import random
from collections.abc import Iterable, Sequence
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from worlds import documents, load, prepare, world
from worlds.frames import CORPUS
from worlds.reading import read
from worlds.truth import Ranged, Score, score

from reportedly import pipeline
from reportedly.model import Case
from reportedly.origins import trace

DRAWS = 200
__all__ = ["CORPUS", "baselines", "figures", "measured"]


def measured(number: int, bank: str, given: bool, keep: Path | None, size: int | None) -> Score:
    """One world, made, read, compared and scored."""
    made = world(number, load(bank), size, "dev" if bank == "b" else "train")
    if given:
        held = prepare(made)
        lineage = trace(held.documents, held.readings, held.gathering)
        return score(made, Case(held.documents, held.readings, held.gathering, lineage), held.of)
    pairs = documents(made, f"world {number}")
    found = list(read([d for d, _ in pairs], keep))
    case = pipeline.compare([d for d, _ in pairs], found)
    return score(made, case, {d.id: r.number for d, r in pairs})


def figures(found: Iterable[Score]) -> dict[str, float]:
    """All figures of some worlds."""
    total = Score()
    for one in found:
        total += one
    counts, best = total.counts, [r for r in total.ranges if r.best]
    right, turned, wrong = (counts[f"links {k}"] for k in ("right", "turned", "wrong"))
    return {
        "truth inside the range": _mean(r.at_least <= r.truth <= r.at_most for r in best),
        "mean width": _mean(r.at_most - r.at_least for r in best),
        "at least above truth": _mean(r.at_least > r.truth for r in total.ranges),
        "at most below truth": _mean(r.at_most < r.truth for r in best),
        "links precision": _share(right, right + turned + wrong),
        "links recall": _share(counts["hops found"], counts["hops"]),
        "links recall, traced": _share(counts["hops traced found"], counts["hops traced"]),
        "direction": _share(right, right + turned),
        "upstream outlets outside, precision": _share(
            counts["names right"], counts["names right"] + counts["names wrong"]
        ),
        "drift precision": _share(
            counts["drift right"], counts["drift right"] + counts["drift wrong"]
        ),
        "drift recall": _share(counts["lost found"], counts["lost"]),
    }


def baselines(found: Sequence[Score]) -> dict[str, tuple[float, float, float]]:
    """Of each way to count: right, above the truth, mean distance from it."""
    best = [r for one in found for r in one.ranges if r.best]
    ways = {
        "reports counted": lambda r: r.reports,
        "publishers counted": lambda r: r.publishers,
        "ours, at least": lambda r: r.at_least,
        "ours, at most": lambda r: r.at_most,
    }
    return {
        name: (
            _mean(way(r) == r.truth for r in best),
            _mean(way(r) > r.truth for r in best),
            _mean(abs(way(r) - r.truth) for r in best),
        )
        for name, way in ways.items()
    }


def _mean(values: Iterable[float]) -> float:
    held = [float(v) for v in values]
    return sum(held) / len(held) if held else 0.0


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _interval(name: str, drawn: list[dict[str, float]]) -> str:
    held = sorted(one[name] for one in drawn)
    return f"{held[int(0.025 * len(held))]:.3f}-{held[int(0.975 * len(held)) - 1]:.3f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bank", default="b")
    parser.add_argument("--worlds", type=int, default=300)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--size", type=int)
    parser.add_argument("--given", action="store_true")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--errors", type=int, default=0)
    asked = parser.parse_args()
    work = partial(measured, bank=asked.bank, given=asked.given, keep=asked.keep, size=asked.size)
    numbers = range(asked.first, asked.first + asked.worlds)
    with Pool(asked.jobs) as pool:
        found = pool.map(work, numbers, chunksize=1)
    _print(found, asked.bank, asked.given)
    for number, one in zip(numbers, found, strict=True):
        for text in one.wrong[: asked.errors]:
            print(f"world {number}: {text}")
        for held in one.ranges if asked.errors else ():
            _print_range(held)


def _print_range(held: Ranged) -> None:
    outside = not held.at_least <= held.truth <= held.at_most
    if (held.best and outside) or held.at_least > held.truth:
        said = f"{held.at_least}-{held.at_most} of {held.reports} reports, best={held.best}"
        print(f"world {held.world}: claim {held.claim} true {held.truth}, said {said}")


def _print(found: list[Score], bank: str, given: bool) -> None:
    total = Score()
    for one in found:
        total += one
    claims = [r for r in total.ranges if r.best]
    print(f"bank {bank}, {len(found)} worlds, {len(claims)} claims, "
          f"{total.counts['hops']} hops, {'given' if given else 'read'}")  # fmt: skip
    rng = random.Random(6)
    drawn = [figures(rng.choices(found, k=len(found))) for _ in range(DRAWS)]
    for name, value in figures(found).items():
        print(f"  {name:38} {value:6.3f}  ({_interval(name, drawn)})")
    print(f"  {'':38}  exact   above  mean distance")
    for name, (exact, above, distance) in baselines(found).items():
        print(f"  {name:38} {exact:6.3f}  {above:6.3f}  {distance:6.2f}")
    for kind in ("certainty", "hedge", "source", "attribution", "scope", "number", "tense"):
        counts = total.counts
        print(f"  drift {kind:12} right {counts[f'drift {kind} right']:4} wrong "
              f"{counts[f'drift {kind} wrong']:4} of {counts[f'lost {kind}']:4} found "
              f"{counts[f'lost {kind} found']:4}")  # fmt: skip


if __name__ == "__main__":
    main()
