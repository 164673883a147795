"""Banks of wording: TOML files, each written by somebody who had seen neither lexicon nor rules."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_WORDING = Path(__file__).with_name("wording")
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bank:
    """One bank's wording, by section."""

    name: str
    names: Table
    families: dict[str, Table]
    said: Table
    credited: Table
    loose: Table
    frame: Table


def banks() -> list[str]:
    """Names of the banks there are."""
    return sorted(path.stem for path in _WORDING.glob("*.toml"))


@cache
def load(name: str) -> Bank:
    """The bank of this name."""
    held = tomllib.loads((_WORDING / f"{name}.toml").read_text(encoding="utf-8"))
    families = {family["id"]: family for family in held["family"]}
    return Bank(name, held["names"], families, *(held[k] for k in _SECTIONS))


_SECTIONS = ("said", "credited", "loose", "frame")
