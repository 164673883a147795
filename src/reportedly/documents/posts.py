"""Posts and messages of exports → reports: what the readers of social media have in common."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from reportedly.model import Kept, Skipped

from .raw import Fields, Raw
from .record import keep
from .sources import printable

MOST = 500_000
"""Posts of one export, the first ones."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post of an export: its id there, an export of it alone, and what it states.

    ``passed`` is the address of what it only passes on, without words that are there. ``before``
    stands before the JSON in a file of its kind.
    """

    id: str
    alone: object
    fields: Fields
    passed: str | None = None
    before: str = ""


def reports(raw: Raw, posts: Iterable[Post], what: str = "post") -> Iterator[Kept | Skipped]:
    """One report a post with words, "outbox.json:4711" being that with the id; others are counted.

    Raw bytes are an export of the post alone, written anew: read again, they give it and no other.
    """
    told, passed = False, list[str]()
    for number, post in enumerate(posts, 1):
        if number > MOST:
            yield Skipped(raw.name, f"it has more than {MOST:,} {what}s")
            break
        if post.passed:
            passed.append(post.passed)
        elif post.fields.text.strip():
            told = True
            yield _report(replace(raw, name=f"{raw.name}:{printable(post.id[:100])}"), post)
    if passed:
        yield Skipped(raw.name, _passed(passed, what))
    elif not told:
        yield Skipped(raw.name, f"the export holds no {what} with words")


def _report(raw: Raw, post: Post) -> Kept | Skipped:
    try:
        written = post.before + json.dumps(post.alone, ensure_ascii=False)
    except RecursionError:
        return Skipped(raw.name, "it is nested too deeply")
    data = written.encode("utf-8", "surrogatepass")
    return keep(replace(raw, data=data, charset=None), replace(post.fields, among=True))


def _passed(addresses: list[str], what: str) -> str:
    first = printable(addresses[0][:200])
    count = f"{what} only passes" if len(addresses) == 1 else f"{what}s only pass"
    return f"{len(addresses):,} {count} on an address, the first {first}"


def said(value: object) -> str | None:
    """``value`` where it is text with something in it."""
    return value if isinstance(value, str) and value.strip() else None


def listed(value: object) -> list[dict[str, Any]]:
    """The objects of a list; none where it is no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def held(value: object) -> dict[str, Any]:
    """``value`` where it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def moment(seconds: int) -> str | None:
    """Seconds since 1970 as a moment in UTC; None for what no clock has shown."""
    return datetime.fromtimestamp(seconds, UTC).isoformat() if 0 <= seconds < 2**33 else None
