"""What a reader found on a page against its gold, as counts that can be summed over pages.

Text is scored by words as a bag: of the words found those that are gold count as right, those
that stand only in optional pieces do not count, all others are wrong. Segments are scored as
trafilatura's ``tests/evaluate.py`` does: a piece that must be in the text counts where it stands
there as it is but for white space. A break between two gold paragraphs is kept where the text
breaks between the last word of the one and the first of the other; it is invented where it falls
between two words of one paragraph.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from typing import Any

Gold = Mapping[str, Any]
Counts = dict[str, tuple[float, float]]
"""Of each measure what counts as right, and out of what."""

ALIKE = 0.9
"""F1 by words at which an entry of a live blog is the gold one."""
LONGER = 40
"""Characters that a byline may have beside the names."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader gives for a page; ``kept`` is False where it gives no report at all.

    ``entries`` are the pieces of a live blog, each with its moment; ``stub`` and ``entries`` are
    None for a reader that does not tell.
    """

    kept: bool
    text: str = ""
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    dated: str | None = None
    updated: str | None = None
    publisher: str | None = None
    stub: bool | None = None
    entries: tuple[tuple[str | None, str], ...] | None = None


def score(gold: Gold, found: Found) -> Counts:
    """Every measure that applies to the page."""
    if gold["wall"]:
        return {"walls": (not found.kept or not found.text.strip(), 1)}
    counts = dict(_text(gold, found.text))
    counts |= _segments(gold, found.text)
    counts |= _breaks(gold["paragraphs"], found.text)
    counts |= dict(_stated(gold, found))
    counts |= dict(_marks(gold, found))
    return counts


def words(text: str) -> list[str]:
    """The words of a text, without case and signs."""
    return re.findall(r"\w+", text.casefold())


def paragraphs(text: str) -> list[str]:
    """The lines of a text that hold a word: readers break paragraphs by one line end or two."""
    return [line for line in text.splitlines() if words(line)]


def _bag(pieces: Iterable[str]) -> Counter[str]:
    return Counter(word for piece in pieces for word in words(piece))


def _text(gold: Gold, text: str) -> Iterator[tuple[str, tuple[float, float]]]:
    wanted, found = _bag(gold["paragraphs"]), _bag([text])
    right = (wanted & found).total()
    wrong = ((found - wanted) - _optional(gold)).total()
    missed = (wanted - found).total()
    yield "text F1", (2 * right / (2 * right + wrong + missed or 1), 1)
    yield "text precision", (right / (right + wrong or 1), 1)
    yield "text recall", (right / (right + missed or 1), 1)


def _optional(gold: Gold) -> Counter[str]:
    """Words that may stand in the text beside the article's; marks of footnotes among them."""
    return _bag(gold["optional"]) + Counter(str(number) for number in range(1, 10))


def surplus(gold: Gold, text: str) -> list[str]:
    """Words found that are neither gold nor optional."""
    return list(((_bag([text]) - _bag(gold["paragraphs"])) - _optional(gold)).elements())


def missing(gold: Gold, text: str) -> list[str]:
    """Words of the article that were not found."""
    return list((_bag(gold["paragraphs"]) - _bag([text])).elements())


def _segments(gold: Gold, text: str) -> Counts:
    plain = " ".join(text.split())
    hit = sum(" ".join(piece.split()) in plain for piece in gold["within"])
    slip = sum(" ".join(piece.split()) in plain for piece in gold["without"])
    missed, spared = len(gold["within"]) - hit, len(gold["without"]) - slip
    return {
        "segments F1": (2 * hit, 2 * hit + slip + missed),
        "segments precision": (hit, hit + slip),
        "segments recall": (hit, hit + missed),
        "segments accuracy": (hit + spared, hit + slip + missed + spared),
    }


def _breaks(gold: list[str], text: str) -> Counts:
    there = paragraphs(text)
    wanted, found = _ends(gold), _ends(there)
    at = _aligned(gold, there)
    kept = sum(b - 1 in at and b in at and _between(found, at[b - 1], at[b]) for b in wanted)
    back = {f: g for g, f in at.items()}
    inside = sum(
        f - 1 in back and f in back and not _between(wanted, back[f - 1], back[f]) for f in found
    )
    bag = Counter(tuple(words(one)) for one in there)
    whole = (Counter(tuple(words(one)) for one in gold) & bag).total()
    return {
        "breaks kept": (kept, len(wanted)),
        "breaks F1": (2 * kept, kept + inside + len(wanted)),
        "paragraphs whole": (whole, len(gold)),
    }


def _ends(pieces: list[str]) -> set[int]:
    """At which word each paragraph but the first begins."""
    at, found = 0, set()
    for piece in pieces[:-1]:
        at += len(words(piece))
        found.add(at)
    return found


def _between(breaks: set[int], before: int, after: int) -> bool:
    return any(at in breaks for at in range(before + 1, after + 1))


def _aligned(gold: list[str], found: list[str]) -> dict[int, int]:
    """Which word of the text is which of the gold, both in their order."""
    a, b = words(" ".join(gold)), words(" ".join(found))
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return {m.a + i: m.b + i for m in blocks for i in range(m.size)}


def _stated(gold: Gold, found: Found) -> Iterator[tuple[str, tuple[float, float]]]:
    yield "date", (same_day(gold["published"], found.published), 1)
    yield "publisher", (same_publisher(gold["publisher"], found.publisher), 1)
    if gold["title"]:
        yield "title", (_plain(found.title) in map(_plain, gold["title"]), 1)
    yield "byline", (same_byline(gold["byline"], found.byline), 1)
    if gold["published"] and found.dated is not None:
        right = bool(found.published) and place(found.dated) in _places(gold)
        yield "date's place", (right, 1)
    if gold["updated"]:
        yield "updated", (same_day(gold["updated"], found.updated), 1)
    elif found.updated:
        yield "updated", (0, 1)


def same_day(gold: str | None, found: str | None) -> bool:
    """Whether both are one day, where the page is or in UTC, or both nothing."""
    if not gold or not found:
        return not gold and not found
    stated = datetime.fromisoformat(gold)
    days = {gold[:10], stated.astimezone(UTC).isoformat()[:10] if stated.tzinfo else gold[:10]}
    return found[:10] in days


def same_publisher(gold: list[str], found: str | None) -> bool:
    """Whether the publisher is spelled in one of the ways that count; none where gold has none."""
    return _name(found) in map(_name, gold) if gold else not found


def same_byline(gold: list[str], found: str | None) -> bool:
    """Whether every name is there, and little else; nothing where nobody is named."""
    if not gold or not found:
        return not gold and not found
    there = [_plain(name).replace(".", "") in _plain(found).replace(".", "") for name in gold]
    return all(there) and len(found) <= sum(map(len, gold)) + LONGER


def _name(said: str | None) -> str:
    return re.sub(r"^(?:the |www\.)", "", _plain(said))


def _plain(said: str | None) -> str:
    return " ".join((said or "").casefold().replace("’", "'").replace("‘", "'").split())


def place(said: str) -> str:
    """The place in which a reader says it found a date, as gold has it."""
    known = {
        "json": "jsonld", "meta": "meta", "property": "meta", "time": "time", "address": "address",
        "url": "address",
    }  # fmt: skip
    said = said.casefold()
    return next((name for sign, name in known.items() if sign in said), "words")


def _places(gold: Gold) -> set[str]:
    return {"words" if where in {"byline", "text"} else where for where in gold["dated"]}


def _marks(gold: Gold, found: Found) -> Iterator[tuple[str, tuple[float, float]]]:
    if found.stub is not None:
        yield (
            ("stubs marked" if gold["stub"] else "others not marked"),
            (
                found.stub == gold["stub"],
                1,
            ),
        )
    if found.entries is not None:
        right = _entries(gold["entries"], found.entries)
        if gold["entries"] or found.entries:
            total = len(gold["entries"]) + len(found.entries)
            yield "entries F1", (2 * right, total)


def _entries(gold: list[dict[str, Any]], found: Iterable[tuple[str | None, str]]) -> int:
    """Entries with the right moment and text, one to one."""
    left, right = list(found), 0
    for entry in gold:
        hit = next((one for one in left if _same_entry(entry, one)), None)
        if hit:
            left.remove(hit)
            right += 1
    return right


def _same_entry(gold: dict[str, Any], found: tuple[str | None, str]) -> bool:
    when, text = found
    a, b = _bag(gold["text"]), _bag([text])
    alike = 2 * (a & b).total() / (a.total() + b.total() or 1)
    return alike >= ALIKE and same_moment(gold["when"], when)


def same_moment(gold: str, found: str | None) -> bool:
    """Whether both are one minute; a zone counts only where both state one."""
    try:
        a, b = datetime.fromisoformat(gold), datetime.fromisoformat(found or "")
    except ValueError:
        return False
    if a.tzinfo and b.tzinfo:
        a, b = a.astimezone(UTC), b.astimezone(UTC)
    return a.strftime("%F %R") == b.strftime("%F %R")
