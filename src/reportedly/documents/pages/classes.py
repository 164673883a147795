"""What the names of an element (its class, id, role, label) say that it is."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from reportedly.lexicons import load

Kind = Literal["hidden", "never", "frame", "body"]
"""Not to be seen; never a report (readers' words, what is asked); around one; the report itself."""

LONGEST = 300
"""Characters of the names of one element that are looked at."""

_NAMES = ("class", "id", "data-component", "data-testid", "data-module", "aria-label", "itemprop")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:text-indent|left|top)\s*:\s*-\d{3,}"
    r"|font-size\s*:\s*0(?:px|em|rem)?\s*(?:;|$)|opacity\s*:\s*0\s*(?:;|$)|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]"
    r"|(?:max-)?height\s*:\s*[01](?:px)?\s*;.*overflow\s*:\s*hidden",
    re.IGNORECASE,
)
_FRAMES: dict[str, Kind] = {
    **dict.fromkeys(("nav", "aside", "footer", "figcaption", "form", "address"), "frame"),
    "dialog": "never",
}


def kind(tag: str, get: Callable[[str], str | None], hidden: frozenset[str]) -> Kind | None:
    """What an element is by its tag and attributes; None where they tell nothing.

    ``hidden``: the classes (".x") and ids ("#x") that the page's own style sheets hide.
    """
    names = [stated[:LONGEST] for name in _NAMES if (stated := get(name))]
    if (
        get("hidden") is not None
        or get("inert") is not None
        or _UNSEEN_STYLE.search((get("style") or "")[:LONGEST])
    ):
        return "hidden"
    if hidden and names and _hidden_by_sheet(get, hidden):
        return "hidden"
    named = _named(" ".join(names)) if names else None
    if named and named != "body":
        return named
    role = get("role") or ""
    if role in _roles() or get("aria-hidden") == "true":
        return "never" if "dialog" in role else "frame"
    if tag in _FRAMES:
        return _FRAMES[tag]
    return _named(tag) if "-" in tag else named


def _hidden_by_sheet(get: Callable[[str], str | None], hidden: frozenset[str]) -> bool:
    return f"#{get('id')}" in hidden or any(
        f".{name}" in hidden for name in (get("class") or "")[:LONGEST].split()
    )


@lru_cache(maxsize=20_000)
def _named(names: str) -> Kind | None:
    words, pairs, hidden, bodies = _lists()
    if any(name in hidden for name in names.lower().split()):
        return "hidden"
    found: Kind | None = None
    for name in names.split():
        parts = [part.lower() for part in _WORD.findall(name)]
        together = set(pairwise(parts))
        if together & bodies or bodies & {(part,) for part in parts}:
            return "body"
        said = {words[part] for part in (*parts, "".join(parts)) if part in words}
        if "never" in said:
            return "never"
        if said or together & pairs:
            found = "frame"
    return found


@cache
def _lists() -> tuple[dict[str, Kind], set[tuple[str, ...]], frozenset[str], set[tuple[str, ...]]]:
    lists = load("pages")
    words: dict[str, Kind] = dict.fromkeys(lists["frame"]["words"], "frame")
    words |= dict.fromkeys(lists["never"]["words"], "never")
    bodies = {*map(tuple, lists["body"]["pairs"]), *((w,) for w in lists["body"]["words"])}
    return (
        words,
        set(map(tuple, lists["frame"]["pairs"])),
        frozenset(lists["hidden"]["words"]),
        bodies,
    )


@cache
def _roles() -> frozenset[str]:
    return frozenset(load("pages")["frame"]["roles"])


_SHEET_MOST = 200_000
_RULE = re.compile(r"([^{}@;]{1,300})\{([^{}]{0,2000})\}")
_SIMPLE = re.compile(r"[.#][\w-]{1,80}")
_NOT_SHOWN = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_AT = re.compile(r"@(?:media|supports|keyframes|-webkit-keyframes)")


def hidden_by(sheets: str) -> frozenset[str]:
    """The classes and ids that style sheets in a page hide everywhere, whatever the screen."""
    found: set[str] = set()
    shown: set[str] = set()
    for rule in _RULE.finditer(_plain(sheets[:_SHEET_MOST])):
        selectors = {s.strip() for s in rule[1].split(",")}
        simple = {s for s in selectors if _SIMPLE.fullmatch(s)}
        if _NOT_SHOWN.search(rule[2]):
            found |= simple
        elif "display" in rule[2] or "visibility" in rule[2]:
            shown |= simple
    return frozenset(found - shown)


def _plain(sheet: str) -> str:
    """A sheet without the rules for some screens only."""
    kept, at = [], 0
    for match in _AT.finditer(sheet):
        if match.start() < at:
            continue
        kept.append(sheet[at : match.start()])
        at = _closing(sheet, match.end())
    return "".join([*kept, sheet[at:]])


def _closing(sheet: str, at: int) -> int:
    depth = 0
    for brace in re.compile(r"[{}]").finditer(sheet, at):
        depth += 1 if brace[0] == "{" else -1
        if depth <= 0:
            return brace.end()
    return len(sheet)
