"""What is installed, as one word: where two machines have the same, they read the same."""

import platform
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match

_KINDS = frozenset({".py", ".toml", ".json", ".onnx", ".npy", ".txt"})


@cache
def installed() -> str:
    """The same as long as this program's code, words and weights are, and all that it needs.

    That is what ``pyproject.toml`` asks for, extras aside, and Python itself.
    """
    own = sha256(platform.python_version().encode())
    for name in _needed():
        own.update(f" {name} {_version(name)}".encode())
    folder = Path(__file__).parents[1]
    for path in sorted(p for p in folder.rglob("*") if p.suffix in _KINDS):
        name = path.relative_to(folder).as_posix()
        if not name.startswith("examples/"):  # stands elsewhere where the source is installed
            own.update(name.encode())
            own.update(path.read_bytes())
    return own.hexdigest()[:16]


def _needed() -> list[str]:
    try:
        asked = requires("reportedly") or []
    except PackageNotFoundError:
        return []
    plain = (one for one in asked if "extra ==" not in one)
    return sorted({found[0] for one in plain if (found := match(r"[\w.-]+", one))})


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
