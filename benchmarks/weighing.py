"""Whether grades rank claims by the true number of their origins, on invented worlds and the story.

    python benchmarks/weighing.py [--bank b] [--worlds 200] [--given] [--keep FOLDER]

Each true claim of a world is ranked by the grade of the claim of the case that holds most of its
mentions (last where none does), beside two ways to count; all claims of all worlds are compared
with one another. Two figures, after Kendall (1938, 1945), C pairs in order and D out of order:

- τ: (C - D) / pairs whose true numbers differ. Where ours are equal a pair is neither; pairs with
  the same true number say nothing of a ranking, and are left out.
- τ-b: (C - D) / √(pairs whose true numbers differ · pairs that are ranked apart): also a ranking
  that is finer than the truth is held against it.

Intervals: 95 %, by drawing worlds anew. Bank ``a`` may be looked at, ``b`` is only counted.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from worlds import World, documents, load, prepare, world
from worlds.frames import CORPUS
from worlds.reading import read
from worlds.truth import matched

from reportedly import desk, grades, pipeline
from reportedly.model import Case, Span
from reportedly.origins import trace

STORY = Path(__file__).parents[1] / "examples" / "tolvek"
__all__ = ["CORPUS", "figures", "kendall", "measured", "signs"]
DRAWS = 200
WORST = {"reports counted": 0.0, "publishers counted": 0.0, "the digit": -6.0,
         "the origins' part of the sum": 0.0, "the sum of a grade's reasons": 0.0}  # fmt: skip
"""Every way to rank, with what a claim has that was not found."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A true claim: how many origins it has, how many of them not without a name, and its ranks."""

    world: int
    truth: float
    nameable: int
    by: Mapping[str, float]


def measured(number: int, bank: str, given: bool, keep: Path | None) -> list[Ranked]:
    """The claims of one world, made, read, compared and graded."""
    made = world(number, load(bank), None, "dev" if bank == "b" else "train")
    case, of = _given(made) if given else _as_read(made, keep)
    found = matched(made, case, of)
    kinds = {root.number: root.kind for root in made.roots}
    rows = []
    for claim in made.claims:
        origins = made.origins(claim.number)
        best = max(found, key=lambda c, n=claim.number: found[c][n], default="")
        by = ranks(case, best) if found.get(best, Counter())[claim.number] else WORST
        named = sum(kinds[root] != "unnamed" for root in origins)
        rows += [Ranked(number, len(origins), named, by)] if origins else []
    return rows


def _given(made: World) -> tuple[Case, dict[str, int]]:
    held = prepare(made)
    lineage = trace(held.documents, held.readings, held.gathering)
    graded = grades.weigh(held.documents, held.readings, held.gathering, lineage)
    return Case(held.documents, held.readings, held.gathering, lineage, graded), held.of


def _as_read(made: World, keep: Path | None) -> tuple[Case, dict[str, int]]:
    pairs = documents(made, f"world {made.number}")
    held = [document for document, _ in pairs]
    return pipeline.compare(held, list(read(held, keep))), {d.id: r.number for d, r in pairs}


def ranks(case: Case, number: str) -> dict[str, float]:
    """One claim of a case by every way to rank."""
    grade = next(g for g in case.grades if g.claim == number)
    claim = next(c for c in case.gathering.claims if c.id == number)
    outlet = {d.id: d.outlet for d in case.documents}
    weights = {factor.name: factor.weight for factor in grade.factors}
    return {
        "reports counted": float(len(claim.documents)),
        "publishers counted": float(len({outlet[d] for d in claim.documents})),
        "the digit": -float(grade.digit),
        "the origins' part of the sum": _origins(weights),
        "the sum of a grade's reasons": grade.support,
    }


def _origins(weights: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) for name in ("origins shown", "unnamed", "own words"))


def signs(values: Sequence[float]) -> NDArray[np.int8]:
    """Of each pair, which one is greater: 1, 0 or -1."""
    held = np.asarray(values, dtype=float)
    return np.sign(held[:, None] - held[None, :]).astype(np.int8)


def kendall(ours: NDArray[np.int8], truth: NDArray[np.int8]) -> tuple[float, float]:
    """τ over the pairs that the truth tells apart, and τ-b; 0 where no pair is told apart."""
    agreed = float((ours * truth).sum(dtype=np.int64))
    apart, ranked = float(np.count_nonzero(truth)), float(np.count_nonzero(ours))
    if not apart or not ranked:
        return 0.0, 0.0
    return agreed / apart, agreed / (apart * ranked) ** 0.5


def figures(rows: Sequence[Ranked], truth: str = "truth") -> dict[str, tuple[float, float]]:
    """Both figures of every way to rank."""
    against = signs([getattr(row, truth) for row in rows])
    return {name: kendall(signs([row.by[name] for row in rows]), against) for name in WORST}


def intervals(rows: Sequence[Ranked]) -> dict[str, tuple[str, str]]:
    """95 % of both figures of every way to rank, worlds drawn anew."""
    rng = np.random.default_rng(6)
    at: dict[int, list[int]] = {}
    for place, row in enumerate(rows):
        at.setdefault(row.world, []).append(place)
    worlds = list(at.values())
    drawn = [
        np.concatenate([worlds[n] for n in rng.integers(0, len(worlds), len(worlds))])
        for _ in range(DRAWS)
    ]
    against = signs([row.truth for row in rows])
    found = {}
    for name in WORST:
        ours = signs([row.by[name] for row in rows])
        pairs = [kendall(ours[np.ix_(d, d)], against[np.ix_(d, d)]) for d in drawn]
        found[name] = (_interval([p[0] for p in pairs]), _interval([p[1] for p in pairs]))
    return found


def _interval(values: list[float]) -> str:
    held = sorted(values)
    return f"{held[int(0.025 * len(held))]:.3f}-{held[int(0.975 * len(held)) - 1]:.3f}"


def story() -> list[Ranked]:
    """The claims of the bundled story; the truth is the middle of the gold's range."""
    case = desk.look(desk.take_in([str(STORY / "reports")]))
    gold = json.loads((STORY / "expected.json").read_text(encoding="utf-8"))
    rows = []
    for claim in gold["claims"]:
        votes = Counter(_held(case, gold["reports"], claim["mentions"]))
        truth = (claim["origins"]["at_least"] + claim["origins"]["at_most"]) / 2
        by = ranks(case, votes.most_common(1)[0][0])
        rows.append(Ranked(0, truth, claim["origins"]["at_least"], by))
    return rows


def _held(
    case: Case, reports: Mapping[str, Mapping[str, str]], mentions: Sequence[Mapping[str, str]]
) -> Iterator[str]:
    """The claim that holds each of some mentions."""
    claim_of = {s: c.id for c in case.gathering.claims for s in c.statements}
    for mention in mentions:
        at = reports[mention["report"]]
        report = next(
            d for d in case.documents if (d.url, d.published) == (at["url"], at["published"])
        )
        start = report.text.find(mention["text"])
        where = Span(start, start + len(mention["text"]))
        reading = next(r for r in case.readings if r.document == report.id)
        for said in reading.statements:
            if said.id in claim_of and where.overlaps(said.predicate):
                yield claim_of[said.id]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bank", default="b")
    parser.add_argument("--worlds", type=int, default=200)
    parser.add_argument("--given", action="store_true")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    work = partial(measured, bank=asked.bank, given=asked.given, keep=asked.keep)
    with Pool(asked.jobs) as pool:
        rows = [row for found in pool.map(work, range(asked.worlds), chunksize=1) for row in found]
    way = "given" if asked.given else "read"
    print(f"bank {asked.bank}, {asked.worlds} worlds, {len(rows)} claims, {way}")
    _print(rows, intervals(rows))
    if not asked.given:
        held = story()
        print(f"the bundled story, {len(held)} claims")
        _print(held)


def _print(rows: Sequence[Ranked], within: Mapping[str, tuple[str, str]] | None = None) -> None:
    named = figures(rows, "nameable")
    for name, (tau, tau_b) in figures(rows).items():
        one, other = within[name] if within else ("", "")
        print(f"  {name:30} τ {tau:6.3f} {one:13}  τ-b {tau_b:6.3f} {other:13}  named or seen: "
              f"τ {named[name][0]:6.3f}, τ-b {named[name][1]:6.3f}")  # fmt: skip
    apart = signs([row.truth for row in rows])
    most = (np.count_nonzero(apart) / (len(rows) * (len(rows) - 1))) ** 0.5
    print(f"  τ-b of a ranking that is never wrong and never equal: {most:.3f}")


if __name__ == "__main__":
    main()
