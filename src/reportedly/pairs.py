"""Pairs of texts to be compared, as ``reportedly compare`` takes them."""

import json
from collections.abc import Iterator
from pathlib import Path

from reportedly.errors import NothingReadError, UsageError


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a JSONL file, objects with the texts ``a`` and ``b``; empty lines are left out.

    Raises NothingReadError where the file cannot be read, UsageError where a line is no such row.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise NothingReadError(str(path), f"cannot be read ({error})") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(f"{path}:{number}", line)


def _row(where: str, line: str) -> dict[str, str]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise UsageError(f"{where}: this line is not JSON") from error
    if not isinstance(row, dict) or not all(isinstance(row.get(k), str) for k in ("a", "b")):
        raise UsageError(f"{where}: a row is an object with the texts a and b")
    return row
