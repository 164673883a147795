"""What a later version of a text adds, takes out and changes, word by word.

Words are aligned by a longest common subsequence, exactly up to :data:`MOST` pairs of words; a
longer text is first divided at runs of words that stand once in both, and what cannot be divided
so is one change: time and memory are bounded whatever the texts.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from reportedly.model import Edit, Span

MOST = 25_000_000
"""Pairs of words that are aligned at once: bits of memory."""

ANCHOR = 4
"""Words in a row that divide two texts where they stand once in both."""

ROUNDS = 8
"""How often a stretch is divided before it is one change."""

FEWEST = 3
"""Words between two changes that are shown as kept; fewer are part of one change."""

_STOPS = frozenset('.,;:!?…"”’»)]')
_WORD = re.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]")
Pair = tuple[int, int]


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """The changes that make ``new`` of ``old``, in order, none touching another.

    Between them both texts have the same characters.
    """
    before, after = (list(_WORD.finditer(text)) for text in (old, new))
    kept = _aligned([w[0] for w in before], [w[0] for w in after])
    found: list[Edit] = []
    at = (0, 0)
    for one, other in [*_readable(kept), (len(before), len(after))]:
        ends = [
            words[i].start() if i < len(words) else len(text)
            for words, i, text in ((before, one, old), (after, other, new))
        ]
        change = _between(old, new, Span(at[0], ends[0]), Span(at[1], ends[1]))
        if change:
            found.append(change)
        if one < len(before):
            at = before[one].end(), after[other].end()
    ends = [*(e.old.start for e in found[1:]), len(old)]
    return tuple(_slid(old, new, e, end) for e, end in zip(found, ends, strict=False))


def _slid(old: str, new: str, edit: Edit, end: int) -> Edit:
    """The same change said otherwise: what begins with the stop of a sentence ends with it.

    ``end``: where what both texts have after it ends in the old one.
    """
    before, after = edit.old, edit.new
    text, moved = (new, after) if before.start == before.end else (old, before)
    if before.start < before.end and after.start < after.end:
        return edit
    by = 0
    while before.end + by < end and text[moved.start + by] == text[moved.end + by] in _STOPS:
        by += 1
    return Edit(*(Span(span.start + by, span.end + by) for span in (before, after)))


def _between(old: str, new: str, left: Span, right: Span) -> Edit | None:
    """What differs between two words that are kept, without the space that both have."""
    one, other = old[left.start : left.end], new[right.start : right.end]
    if one == other:
        return None
    head = _same(one, other)
    tail = _same(one[head:][::-1], other[head:][::-1])
    return Edit(
        Span(left.start + head, left.end - tail), Span(right.start + head, right.end - tail)
    )


def _same(one: str, other: str) -> int:
    """How many spaces both begin with."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b or not a.isspace()),
                min(len(one), len(other)))  # fmt: skip


def _readable(kept: list[Pair]) -> list[Pair]:
    """The kept words without those few in a row that stand between changes on both sides."""
    runs: list[list[Pair]] = []
    for one, other in kept:
        if runs and runs[-1][-1] == (one - 1, other - 1):
            runs[-1].append((one, other))
        else:
            runs.append([(one, other)])
    inner = {id(run) for run in runs[1:-1] if len(run) < FEWEST}
    return [pair for run in runs if id(run) not in inner for pair in run]


def _aligned(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Places of words that are kept, ascending in both."""
    found: list[Pair] = []
    waiting = [((0, len(old)), (0, len(new)), 0)]
    while waiting:
        (a, b), (c, d), turn = waiting.pop()
        while a < b and c < d and old[a] == new[c]:
            found.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
            found.append((b, d))
        if (b - a) * (d - c) <= MOST:
            found += [(a + i, c + j) for i, j in _common(old[a:b], new[c:d])]
        elif turn < ROUNDS:
            divided = _divided(old, new, (a, b), (c, d))
            waiting += [(left, right, turn + 1) for left, right in divided]
    return sorted(found)


def _common(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """A longest common subsequence, from its end: one bit a pair of words, all of a row at once."""
    whole = (1 << len(old)) - 1
    places: dict[str, int] = {}
    for at, word in enumerate(old):
        places[word] = places.get(word, 0) | 1 << at
    rows, row = [whole], whole
    for word in new:
        both = row & places.get(word, 0)
        row = (row + both | row - both) & whole
        rows.append(row)
    one, other = len(old) - 1, len(new)
    while one >= 0 and other > 0:
        if rows[other] >> one & 1:
            one -= 1
        elif not rows[other - 1] >> one & 1:
            other -= 1
        else:
            other -= 1
            yield one, other
            one -= 1


def _divided(
    old: Sequence[str], new: Sequence[str], left: Pair, right: Pair
) -> list[tuple[Pair, Pair]]:
    """The stretches between anchors, each anchor at the head of one; none where there is none."""
    places = _anchors(old, new, left, right)
    if not places:
        return []
    starts = [(left[0], right[0]), *places]
    ends = [*places, (left[1], right[1])]
    return [((a, b), (c, d)) for (a, c), (b, d) in zip(starts, ends, strict=True)]


def _anchors(old: Sequence[str], new: Sequence[str], left: Pair, right: Pair) -> list[Pair]:
    """Where runs begin that stand once in both stretches, ascending in both: as many as can be."""
    there = dict(_once(new, right))
    pairs = [(at, there[run]) for run, at in _once(old, left) if run in there]
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, other) in enumerate(pairs):
        at = bisect_left(ends, other)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [other]
        last[at : at + 1] = [number]
    chain: list[Pair] = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    # One at the very head of both was passed over already, and would divide nothing.
    return [pair for pair in reversed(chain) if pair != (left[0], right[0])]


def _once(words: Sequence[str], stretch: Pair) -> list[tuple[tuple[str, ...], int]]:
    runs = [(tuple(words[at : at + ANCHOR]), at) for at in range(*stretch)
            if at + ANCHOR <= stretch[1]]  # fmt: skip
    counts = Counter(run for run, _ in runs)
    return [(run, at) for run, at in runs if counts[run] == 1]
