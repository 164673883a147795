"""Which elements of a page are the entries of a live blog: those around marks, told by form.

An entry is the largest element around a mark in which no other mark stands. Several sets of
marks are tried, since a page may print more than one in an entry, or others beside them: all of
them, those in elements of one form, and the words of the updates in the page's JSON-LD. The first
that holds is taken, unless another holds far more of the page's words.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from ..table import said
from .blocks import Seen
from .body import Body
from .furniture import furniture, prose
from .marks import Mark, marks, only_when
from .moments import moment
from .stated import Page, bare
from .told import kinds

MOST = 1_000
"""Entries of one page, and updates in its JSON-LD: the first are read."""

_OWN = 0.7
_COVERED = 0.7
_LEAST = 2
_FAR_MORE = 1.4
_FORMS = 12
_KEY = 24
"""Letters of a block's or an update's beginning by which one is found in the other."""

_Form = tuple[str, str]


def ranges(page: Page, seen: Seen, body: Body) -> list[Mark]:
    """The entries as marks with the elements around them; none where no set of marks holds."""
    best: list[Mark] = []
    most = 0.0
    for candidate in _candidates(page, seen, body):
        found = _held(seen, body, candidate)
        words = _words(seen, body, found)
        if words > most * (_FAR_MORE if best else 1):
            best, most = found, words
    return best


def updates(page: Page) -> list[dict[str, Any]]:
    """The updates of a live blog that its JSON-LD tells of."""
    return [o for o in page.objects if "articleBody" in o or "BlogPosting" in kinds(o)][:MOST]


def _candidates(page: Page, seen: Seen, body: Body) -> Iterator[list[Mark]]:
    start = max(body.head + 1, body.start)
    every = list(islice(marks(seen, body.dead, body.head + 1, len(seen.blocks)), 2 * MOST))
    shown = [one for one in every if not one.framed and not one.told]
    yield [one for one in shown if start <= one.stamp < body.end]
    yield shown
    forms: dict[_Form, list[Mark]] = {}
    for one in every:
        forms.setdefault(_form(seen, seen.blocks[one.stamp].node), []).append(one)
    yield from sorted(
        (held for held in forms.values() if len(held) >= _LEAST), key=len, reverse=True
    )[:_FORMS]
    yield list(_told(page, seen, body))


def _form(seen: Seen, at: int) -> _Form:
    """An element's tag and class without its numbers."""
    node = seen.nodes[at]
    return node.tag, re.sub(r"\d+", "", (node.element.get("class") or "")[:200])


def _told(page: Page, seen: Seen, body: Body) -> Iterator[Mark]:
    """The blocks with which the updates in the page's JSON-LD begin."""
    begun: dict[str, int] = {}
    for i in range(body.head + 1, len(seen.blocks)):
        begun.setdefault(bare(seen.blocks[i].text)[:_KEY], i)
    found: dict[int, Mark] = {}
    for update in updates(page):
        keys = (bare(said(update.get(name)) or "")[:_KEY] for name in ("headline", "articleBody"))
        at = next((begun[key] for key in keys if key and key in begun), None)
        stated = moment(said(update.get("datePublished")))
        if at is not None and stated:
            found[at] = Mark(at, at, at + 1, at=stated, dated="datePublished in JSON-LD", told=True)
    yield from (found[at] for at in sorted(found))


def _held(seen: Seen, body: Body, candidate: Sequence[Mark]) -> list[Mark]:
    """The marks of a set that are entries of their own; none where the set does not hold."""
    every = candidate[:MOST]
    _surround(seen, body, every)
    found = [one for one in every if _spoken(seen, body, one)]
    # Where a live blog holds few entries, none may stand in no element of its own.
    if len(found) < _LEAST or len(found) <= _OWN * len(every) or any(m.node < 0 for m in found):
        return []
    found = _alike(seen, found)
    inside = sum(_words(seen, body, [one]) for one in found)
    first, last = found[0].first, max(one.last for one in found)
    between = _prose(seen, body, first, last)
    return found if len(found) >= _LEAST and inside >= _COVERED * between else []


def _surround(seen: Seen, body: Body, every: Sequence[Mark]) -> None:
    """Give each mark the largest element around it in which no other stands."""
    for n, one in enumerate(every):
        before = every[n - 1].stamp if n else body.head
        after = every[n + 1].stamp if n + 1 < len(every) else len(seen.blocks)
        at = seen.blocks[one.stamp].node
        while True:
            above = seen.nodes[at].parent
            if above < 0 or seen.nodes[above].first <= before or seen.nodes[above].last > after:
                break
            at = above
        _around(seen, one, at, after)


def _around(seen: Seen, one: Mark, at: int, after: int) -> None:
    node = seen.nodes[at]
    inside = node.last - node.first > (0 if one.told else 1)
    one.node = at if inside else -1
    one.first, one.last = (node.first, node.last) if inside else (one.stamp, after)


def _alike(seen: Seen, found: list[Mark]) -> list[Mark]:
    """Entries of the form that most have: the first and the last may reach too far.

    What stands before the first of that form and is of none is no entry.
    """
    ((common, many),) = Counter(_form(seen, one.node) for one in found).most_common(1)
    if many < max(_LEAST, len(found) / 2):
        return found
    for one in found:
        if _form(seen, one.node) != common:
            at = seen.blocks[one.stamp].node
            while at >= 0 and _form(seen, at) != common:
                at = seen.nodes[at].parent
            if at >= one.node >= 0:
                _around(seen, one, at, one.last)
    first = next(n for n, one in enumerate(found) if _form(seen, one.node) == common)
    return found[first:] if many > _LEAST else found


def _spoken(seen: Seen, body: Body, one: Mark) -> bool:
    """Whether an entry has a paragraph, or a list, beside its mark."""
    for i in range(one.first, one.last):
        block = seen.blocks[i]
        listed = i != one.stamp and block.context in {"item", "quote"} and not only_when(block)
        if not body.dead[block.node] and (prose(block) or (listed and not furniture(block))):
            return True
    return False


def _words(seen: Seen, body: Body, found: Sequence[Mark]) -> int:
    return sum(_prose(seen, body, one.first, one.last) for one in found)


def _prose(seen: Seen, body: Body, first: int, last: int) -> int:
    blocks = (seen.blocks[i] for i in range(first, last))
    return sum(b.words for b in blocks if prose(b) and not body.dead[b.node])
