"""Words are data: TOML lists in ``lexicons/<language>/``, validated on load.

A list is a file of tables; every table states ``source``, where its words come from.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from reportedly.errors import LexiconError


@cache
def load(name: str, language: str = "en") -> dict[str, Any]:
    """The word list ``name`` as its TOML tables.

    Raises :class:`LexiconError` where the file is missing, malformed, or has a table without
    a ``source``.
    """
    path = files(__package__).joinpath(language, f"{name}.toml")
    try:
        tables: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"word list {language}/{name}.toml: {error}") from error
    for key, table in tables.items():
        if not isinstance(table, dict) or not table.get("source"):
            raise LexiconError(f"word list {language}/{name}.toml: [{key}] states no source")
    return tables
