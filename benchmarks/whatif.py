"""Ten fuzzy cognitive maps brought to rest here and by FCMpy, in one run.

    sh benchmarks/peer_fcmpy.sh
    .venv/bin/python benchmarks/whatif.py --peer .venv-peer/bin/python

``--write tests/grades/ten_maps.json`` keeps the maps with FCMpy's states for the tests. A held
concept has no arrows that lead to it, which is how FCMpy is told to keep a level.
"""

import argparse
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.grades.fuzzy import Edges, Way, run

MOST = 2_000

Table = list[list[float]]
Plain = dict[str, Any]


def chance(seed: int) -> Iterator[float]:
    """Numbers between -1 and 1, the same each time (Park and Miller 1988)."""
    while True:
        seed = seed * 16_807 % 2_147_483_647
        yield round(2 * seed / 2_147_483_647 - 1, 3)


def drawn(
    size: int, seed: int, held: tuple[int, ...] = (), dense: float = 0.4, scale: float = 1.0
) -> Table:
    """A map drawn by chance; nothing leads to itself or to what is held."""
    numbers = chance(seed)
    weights = [[0.0] * size for _ in range(size)]
    for one in range(size):
        for other in range(size):
            weight, kept = next(numbers), (next(numbers) + 1) / 2 < dense
            if one != other and other not in held and kept:
                weights[one][other] = round(weight * scale, 3)
    return weights


def listed(size: int, *edges: tuple[int, int, float]) -> Table:
    """A map by its arrows."""
    weights = [[0.0] * size for _ in range(size)]
    for one, other, weight in edges:
        weights[one][other] = weight
    return weights


def made(
    name: str, weights: Table, rule: str, squash: str, start: list[float], steepness: float = 1.0
) -> Plain:
    """One map as plain data."""
    return {"name": name, "weights": weights, "rule": rule, "squash": squash, "start": start,
            "steepness": steepness, "most": MOST}  # fmt: skip


CITY = listed(
    7, (0, 2, 0.1), (0, 6, 0.9), (1, 0, 0.7), (2, 1, 0.9), (3, 4, -0.9), (3, 5, -0.9), (4, 5, 0.8),
    (5, 0, -0.3), (6, 4, 0.9), (2, 3, 0.9),
)  # fmt: skip
"""People, migration into a city, modernisation, sanitation, bacteria, disease, garbage: the kind of
map that Maruyama drew in 1963, with weights of our own."""

MAPS = (
    made("a chain", listed(4, (0, 1, 0.5), (1, 2, 0.8), (2, 3, -0.6)), "kosko", "tanh",
         [1.0, 0, 0, 0]),
    made("two ways of opposite signs", listed(4, (0, 1, 0.9), (0, 2, 0.7), (1, 3, 0.6),
         (2, 3, -0.8)), "kosko", "tanh", [1.0, 0, 0, 0]),
    made("a balancing loop", listed(3, (0, 1, 0.7), (1, 2, 0.8), (2, 1, -0.6)), "kosko", "tanh",
         [1.0, 0, 0]),
    made("a reinforcing loop", listed(4, (0, 1, 0.3), (1, 2, 0.9), (2, 3, 0.8), (3, 1, 0.7)),
         "kosko", "tanh", [-1.0, 0, 0, 0]),
    made("a city", CITY, "kosko", "sigmoid", [0.5] * 7),
    made("a city that remembers", CITY, "modified", "sigmoid", [0.5] * 7),
    made("a city rescaled", CITY, "rescaled", "sigmoid", [0.9, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5], 2.0),
    made("twelve by chance, one held", drawn(12, 42, (0,), scale=0.7), "kosko", "tanh",
         [1.0] + [0.0] * 11),
    made("twenty by chance, two held", drawn(20, 7, (0, 3), 0.2), "modified", "sigmoid",
         [1.0, 0.5, 0.5, 0.0] + [0.5] * 16),
    made("forty by chance, one held", drawn(40, 99, (5,), 0.1, 0.8), "rescaled", "sigmoid",
         [0.5] * 5 + [1.0] + [0.5] * 34),
)  # fmt: skip


def rest(one: Plain) -> tuple[list[float], str, int]:
    """Where the map comes to here."""
    weights = np.array(one["weights"])
    targets, sources = np.nonzero(weights.T)
    way = Way(one["rule"], one["squash"], one["steepness"], 1e-13, one["most"])
    start = np.array([one["start"]], dtype=float)
    found = run(Edges(sources, targets), weights[sources, targets][None, :], start, (), way)
    return found.levels[0].tolist(), found.endings[0], found.steps[0]


def main() -> None:
    """Print how far apart the two are on each map."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--peer", help="the Python of an environment with FCMpy")
    parser.add_argument("--write", type=Path, help="keep the maps with FCMpy's states here")
    parser.add_argument("--maps", type=Path, default=Path("/tmp/ten_maps_asked.json"))
    given = parser.parse_args()
    theirs = {"fcmpy": "", "states": [None] * len(MAPS)}
    if given.peer:
        given.maps.write_text(json.dumps(MAPS), encoding="utf-8")
        peer = [given.peer, str(Path(__file__).with_name("peer_fcmpy.py")), str(given.maps)]
        theirs = json.loads(subprocess.run(peer, capture_output=True, check=True, text=True).stdout)
    for one, states in zip(MAPS, theirs["states"], strict=True):
        ours, ending, steps = rest(one)
        apart = max(abs(a - b) for a, b in zip(ours, states, strict=True)) if states else None
        said = f"{apart:.1e} from FCMpy" if apart is not None else ""
        print(
            f"{one['name']:<30} {one['rule']:<9} {one['squash']:<8} {ending} in {steps:>4}  {said}"
        )
    if given.write and given.peer:
        kept = [one | {"fcmpy": states} for one, states in zip(MAPS, theirs["states"], strict=True)]
        told = {"source": f"FCMpy {theirs['fcmpy']}, by benchmarks/whatif.py", "maps": kept}
        given.write.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
