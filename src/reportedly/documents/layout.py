"""Lines of set type with their places on the page → paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_ENDED = re.compile(r"[.!?…:。！？]['\"”’»)\]]*\Z")
_ITEM = re.compile(r"(?:[•▪■●◦‣*–—-]|\d{1,3}[.)]|\([a-z\d]{1,3}\))\s")
_BROKEN = re.compile(r"(?<=\w)\s?[-\u2010\u00ad]\Z")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_FURNITURE_FROM = 3
"""Pages from which on what stands at their heads and feet can be told from the text."""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in one line: where it begins, y growing upwards, and the size of its type."""

    text: str
    x: float
    y: float
    size: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    """The paragraphs of the pages, without running heads and page numbers.

    A paragraph ends where the gap is wider than between most lines, the type changes, a line is
    indented or begins an item, or a short line ends a sentence; at the end of a page or column
    only where a sentence ends. Words broken at a line's end are joined; a hyphen stays where the
    word is printed with it elsewhere too. Ligatures become letters.
    """
    found: list[list[Line]] = []
    kept = _unframed(pages)
    gap, width = _leading(kept), _width(kept)
    last: Line | None = None
    for page in kept:
        for line in page:
            if last is None or _parted(last, line, gap, width, line is page[0]):
                found.append([])
            found[-1].append(line)
            last = line
    hyphened = {w for page in kept for line in page for w in re.findall(r"\w+-\w+", line.text)}
    joined = (_joined((line.text for line in lines), hyphened) for lines in found)
    return [text for text in joined if text]


def _parted(a: Line, b: Line, gap: float, width: int, turned: bool) -> bool:
    """Whether a paragraph ends between two lines that follow one another."""
    size = max(a.size, b.size) or 1.0
    if abs(a.size - b.size) > size / 10 or _ITEM.match(b.text):
        return True
    down = (a.y - b.y) / size
    ended = bool(_ENDED.search(a.text))
    if turned or down < -0.3:
        return ended
    if down < 0.3:
        return False
    starts = not b.text[:1].islower()
    indented = 0.8 < (b.x - a.x) / size < 5 and starts
    return down > gap * 1.25 or indented or (ended and starts and len(a.text) < width * 0.7)


def _leading(pages: Iterable[Sequence[Line]]) -> float:
    """The narrowest usual distance between lines, in sizes of their type."""
    gaps = Counter(
        round((a.y - b.y) / a.size, 1)
        for page in pages
        for a, b in pairwise(page)
        if a.size > 0 and abs(a.size - b.size) <= a.size / 10 and 0.5 < (a.y - b.y) / a.size < 3
    )
    usual = [gap for gap, times in gaps.items() if times * 10 >= gaps.total()]
    return min(usual, default=1.2)


def _width(pages: Iterable[Sequence[Line]]) -> int:
    """How many characters nine of ten lines have at the most."""
    lengths = sorted(len(line.text) for page in pages for line in page)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _unframed(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without first and last lines that most of them share but for numbers."""
    kept = [list(page) for page in pages if page]
    if len(kept) < _FURNITURE_FROM:
        return kept
    for end in (0, -1, -1):
        shared = Counter(_bare(page[end]) for page in kept if page)
        for page in kept:
            if page and shared[_bare(page[end])] * 2 > len(kept):
                del page[end]
    return [page for page in kept if page]


def _bare(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.strip())


def _joined(lines: Iterable[str], hyphened: set[str]) -> str:
    text = ""
    for line in (" ".join(stated.split()) for stated in lines):
        broken = _BROKEN.search(text) if line[:1].islower() else None
        if not broken:
            text = f"{text} {line}" if text else line
            continue
        stem = text[: broken.start()]
        whole = re.findall(r"\w+\Z", stem) + re.findall(r"\A\w+", line)
        text = stem + ("-" if "-".join(whole) in hyphened else "") + line
    return text.translate(_LIGATURES).replace("\u00ad", "").strip()
