"""The invented pairs of texts with their relation, and which of them no network has learnt."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
PAIRS, OWN = HERE / "invented/pairs.tsv", HERE / "pairs.txt"
TRAPS = HERE.parent / "benchmarks/gold/traps.jsonl"
TENTH = 10


@dataclass(frozen=True, slots=True)
class Row:
    """Two texts and their relation."""

    relation: str
    a: str
    b: str


def rows() -> list[Row]:
    """The invented pairs (trap, relation, first text, second text), and those of ``pairs.txt``."""
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    own = OWN.read_text(encoding="utf-8").splitlines()
    found = [line.split("\t")[1:] for line in lines]
    found += [[part.strip() for part in line.split(" | ")] for line in own if line.strip()]
    return [Row(*parts) for parts in found]


def is_held_back(row: Row) -> bool:
    """Whether the pair is of the tenth that is not learnt; all pairs of one first text go along."""
    return int(hashlib.sha256(row.a.encode()).hexdigest(), 16) % TENTH == 0


def held_back() -> list[Row]:
    """The tenth."""
    return [row for row in rows() if is_held_back(row)]


def traps(split: str = "tune") -> list[Row]:
    """The traps of one half; the other is only counted."""
    found = map(json.loads, TRAPS.read_text(encoding="utf-8").splitlines())
    return [Row(one["relation"], one["a"], one["b"]) for one in found if one["split"] == split]
