"""JSON-LD: the objects a page holds, and the one that tells of its report."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

LONGEST = 1_000_000
"""Characters of one block that are read."""

MOST = 20_000
"""Objects of one page that are looked at."""

_ARTICLES = re.compile(r"(?:[A-Za-z]*Article|[A-Za-z]*Posting|Report|LiveBlog\w*|\w*NewsItem)\Z")
_COMMENT = re.compile(
    r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$"
)
_TRAILING = re.compile(r",(\s*[}\]])")


def objects(blocks: Iterable[str]) -> list[dict[str, Any]]:
    """Every object in the JSON-LD ``blocks``, the outer ones first; broken blocks hold none."""
    found: list[dict[str, Any]] = []
    for block in blocks:
        for one in _objects(block):
            found.append(one)
            if len(found) >= MOST:
                return found
    return found


def kinds(told: dict[str, Any]) -> tuple[str, ...]:
    """The types that an object states."""
    stated = told.get("@type")
    return tuple(str(s) for s in (stated if isinstance(stated, list) else [stated]) if s)


def is_article(told: dict[str, Any]) -> bool:
    """Whether an object says that it is a report of some kind."""
    return any(_ARTICLES.search(kind) for kind in kinds(told))


def _objects(block: str) -> Iterator[dict[str, Any]]:
    waiting = [_parsed(block[:LONGEST])]
    for value in waiting:
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(v for v in value.values() if isinstance(v, dict | list))


def _parsed(block: str) -> Any:  # noqa: ANN401 - JSON has no closed type
    bare = _COMMENT.sub("", _COMMENT.sub("", block)).strip().rstrip(";")
    for text in (bare, _TRAILING.sub(r"\1", bare)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None
