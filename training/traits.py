"""Linear models over named traits, as they ship: a line a trait, its weights in whole steps."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST = 127
"""Steps that fit into eight bits."""


def write(
    folder: Path, names: Iterable[str], steps: NDArray[np.float64], settings: dict[str, Any]
) -> None:
    """Write a model to ``folder``: ``steps`` has a row, or a number, for each of ``names``.

    ``settings`` go into ``model.json``, beside the hashes that are checked on load.
    """
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / "weights.npy", steps.clip(-MOST, MOST).astype(np.int8))
    (folder / "traits.txt").write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    hashes = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in ("traits.txt", "weights.npy")
    }
    text = json.dumps(settings | {"sha256": hashes}, indent=1, sort_keys=True)
    (folder / "model.json").write_text(text + "\n", encoding="utf-8")
