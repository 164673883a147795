"""Names, front matter and text of notes in Markdown, out of words that nobody vouches for."""

import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from reportedly.visible import line, plain

_LONGEST = 80
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*#^\[\]`$%{}=~\s]+')
"""What Windows, or a link in Obsidian, does not take in the name of a file."""

_ACTING = str.maketrans({
    **{sign: f"\\{sign}" for sign in "\\`*_[]#|~$=^{}!@"},
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "%": "&#37;",
})  # fmt: skip
"""What may begin mark-up, a tag, HTML, or a command of a plugin."""


class Names:
    """Names of files, each given once; capital letters tell nothing apart."""

    def __init__(self) -> None:
        self._met: set[str] = set()

    def new(self, folder: str, words: str, id_: str) -> str:
        """``Claims/Up to 30 soldiers may have left 9f86d081``: the id keeps it apart and steady."""
        shown = _NOT_IN_NAMES.sub(" ", unicodedata.normalize("NFC", plain(words))).strip()
        bare = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST].rpartition(' ')[0]}…"
        bare = bare.strip(". ")
        for end in (id_[:8], id_):
            name = f"{folder}/{f'{bare} {end}'.strip()}"
            if name.casefold() not in self._met:
                break
        self._met.add(name.casefold())
        return name


def link(name: str, shown: str | None = None) -> str:
    """A link to a note, shown by its name without folder and id, or as ``shown``."""
    told = shown or name.partition("/")[2].rpartition(" ")[0] or name
    return f"[[{name}|{' '.join(_NOT_IN_NAMES.sub(' ', plain(told)).split())}]]"


def safe(text: str) -> str:
    """One line of words as Markdown shows them: no mark-up, no tag, no HTML, no command."""
    return line(text).translate(_ACTING)


def front(told: Mapping[str, Any]) -> str:
    """Front matter in YAML; what is None is left out. Strings are quoted as JSON quotes them."""
    lines = (f"{name}: {_value(value)}" for name, value in told.items() if value is not None)
    return "\n".join(("---", *lines, "---", ""))


def _value(value: Any) -> str:  # noqa: ANN401 - a string, a number, or a list of strings
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(plain(value), ensure_ascii=False) if isinstance(value, str) else f"{value}"
