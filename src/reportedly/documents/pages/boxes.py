"""Boxes in and around a report: cards that lead elsewhere, what is said again, who wrote it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from reportedly.lexicons import load

from .blocks import Block, Seen
from .furniture import FEW, LINKED, corrects, prose
from .stated import bare

_CARD = (3, 6, 60)
"""Links side by side, blocks in one, words of prose in one."""
_AT_MOST = 0.4
"""Of a page's words, what a box has at most."""
_SAME = (4, 0.7)
"""Paragraphs of one class, and their share of all, that make another class odd."""
_SHORT = 28
_LONGEST_CLASS = 300
_BIO_WORDS = 45
_REPEATED = 5
"""Words that a pull quote has at least."""
_PULLED = 60
_EFFORT = 100_000_000
"""Characters that are looked through for what is said again."""
_IS = r",? (?:is|was|covers|reports|writes|has been|works|leads|joined|edits)\b"
_COUNT = re.compile(r"\s*\(?\d[\d,.]*\)?\s*|\s*[:|>»→›…]+\s*$")


def boxes(seen: Seen, inside: Sequence[int], byline: str | None) -> set[int]:
    """The blocks that stand in boxes with a heading that says what they are for."""
    gone: set[int] = set()
    spoken = list(accumulate(_spoken(seen.blocks[i]) for i in inside))
    for n, i in enumerate(inside):
        if i in gone or not heads_box(seen.blocks[i], byline if n and spoken[n - 1] else None):
            continue
        first, last = _box(seen, i)
        end = bisect_left(inside, last)
        words = spoken[end - 1] - (spoken[n - 1] if n else 0)
        if first == i and end - n > 1 and words <= spoken[-1] / 2:
            gone.update(inside[n:end])
        else:
            gone.update(_run(seen, inside, n))
    return gone


def _spoken(block: Block) -> int:
    return block.words if prose(block) else 0


def heads_box(block: Block, byline: str | None = None) -> bool:
    """Whether a block is what stands over a box: "Related", "Most read", the author's name."""
    if block.words > FEW:
        return False
    said = _COUNT.sub("", block.text.lower().replace("’", "'")).strip(" :|>»→›…-–—•*")
    named = bool(byline) and said == (byline or "").lower()
    begun = block.context == "heading" and said.startswith(_openings())
    return said in _headings() or said in _comments() or named or begun


def _box(seen: Seen, at: int) -> tuple[int, int]:
    """The blocks of the largest element that begins with this one."""
    node = seen.nodes[seen.blocks[at].node]
    while node.parent >= 0 and seen.nodes[node.parent].first == at:
        node = seen.nodes[node.parent]
    return node.first, node.last


def _run(seen: Seen, inside: Sequence[int], n: int) -> list[int]:
    """A heading among paragraphs, and what follows until the report goes on."""
    head = seen.blocks[inside[n]]
    said = _COUNT.sub("", head.text.lower()).strip(" :")
    comments = head.context == "heading" and said in _comments()
    end = n + 1
    while end < len(inside):
        block = seen.blocks[inside[end]]
        if not comments and (heads_box(block) or (prose(block) and block.context != "item")):
            break
        end += 1
    return list(inside[n:end])


def cards(seen: Seen, head: int) -> set[int]:
    """Nodes that are one of several links to other reports with their first words, side by side.

    Each of them has a block that is nothing but a link, and few words else.
    """
    linked: set[int] = set()
    for block in seen.blocks:
        if block.linked > LINKED * len(block.text) and block.words >= _CARD[0]:
            linked.add(block.node)
    for at in range(len(seen.nodes) - 1, 0, -1):
        if at in linked and seen.nodes[at].last - seen.nodes[at].first <= _CARD[1]:
            linked.add(seen.nodes[at].parent)
    children: dict[int, list[int]] = {}
    for at, node in enumerate(seen.nodes):
        if node.first < node.last:
            children.setdefault(node.parent, []).append(at)
    found: set[int] = set()
    most = _share(seen)
    for held in children.values():
        ones = [at for at in held if at in linked and _is_card(seen, at, head, most)]
        if len(ones) >= _CARD[0] and len(ones) >= LINKED * len(held):
            found.update(ones)
    return found


def _is_card(seen: Seen, at: int, head: int, most: float) -> bool:
    """``most``: words that a box may have, seen how many the page has."""
    node = seen.nodes[at]
    if node.tag in {"body", "html", "main", "article"} or node.last - node.first > _CARD[1]:
        return False
    words = sum(map(_spoken, seen.blocks[node.first : node.last]))
    return words <= min(_CARD[2], most) and not node.first <= head < node.last


def _share(seen: Seen) -> float:
    return _AT_MOST * sum(map(_spoken, seen.blocks))


def asking(seen: Seen, head: int) -> set[int]:
    """Boxes around a field in which readers are to write: the largest of few words."""
    found: set[int] = set()
    most = _share(seen) if seen.asking else 0
    for field in seen.asking:
        at = field
        while _is_card(seen, at, head, most):
            found.add(at)
            at = seen.nodes[at].parent
    return found


def odd_ends(seen: Seen, kept: list[int]) -> list[int]:
    """Without short last paragraphs of another class than nearly all others have."""
    classes = [_classes(seen, i) for i in kept if seen.nodes[seen.blocks[i].node].tag == "p"]
    ((common, many),) = Counter(classes).most_common(1) or ((frozenset(), 0),)
    if not common or many < max(_SAME[0], _SAME[1] * len(classes)):
        return kept
    end = len(kept)
    while end > 1 and _odd(seen, kept[end - 1], common):
        end -= 1
    return kept[:end]


def _odd(seen: Seen, at: int, common: frozenset[str]) -> bool:
    block, own = seen.blocks[at], _classes(seen, at)
    short = block.words <= _SHORT and not corrects(block.text)
    return short and seen.nodes[block.node].tag == "p" and bool(own) and not common & own


def _classes(seen: Seen, at: int) -> frozenset[str]:
    stated = seen.nodes[seen.blocks[at].node].element.get("class") or ""
    return frozenset(stated[:_LONGEST_CLASS].split())


def repeated(seen: Seen, kept: Sequence[int]) -> set[int]:
    """Blocks that say again what another says: pull quotes, a second copy for small screens."""
    texts = {i: bare(seen.blocks[i].text) for i in kept}
    whole = "\n".join(texts[i] for i in kept)
    found: set[int] = set()
    first: dict[str, int] = {}
    effort = _EFFORT
    for i in kept:
        text = texts[i]
        if seen.blocks[i].words < _REPEATED:
            continue
        if text in first:
            found.add(i)
            continue
        first[text] = i
        effort -= len(whole)
        block = seen.blocks[i]
        pulled = block.words <= _PULLED and block.context != "heading"
        if effort > 0 and pulled and _again(whole, text):
            found.add(i)
    return found


def _again(whole: str, text: str) -> bool:
    """Whether a text stands within a longer one, too."""
    at = -1
    while (at := whole.find(text, at + 1)) >= 0:
        after = at + len(text)
        if (at and whole[at - 1] != "\n") or (after < len(whole) and whole[after] != "\n"):
            return True
    return False


def about_author(seen: Seen, kept: Sequence[int], byline: str | None) -> set[int]:
    """Last paragraphs that say who the author is: "Ana Brel is our reporter in Tolm."."""
    names = [n.strip() for n in re.split(r",| and |;", byline or "") if n.strip().count(" ")]
    found: set[int] = set()
    for i in reversed(kept[-3:]):
        block = seen.blocks[i]
        said = any(re.match(re.escape(name) + _IS, block.text) for name in names)
        if said and block.words <= _BIO_WORDS and len(kept) > 3:
            found.add(i)
    return found


@cache
def _openings() -> tuple[str, ...]:
    """What headings of boxes begin with: those of two words and more."""
    many = (f"{words} " for words in _headings() | _comments() if " " in words)
    return (*many, "related ", "comments ", "trending ", "recommended ")


@cache
def _headings() -> frozenset[str]:
    return frozenset(load("pages")["headings"]["words"])


@cache
def _comments() -> frozenset[str]:
    return frozenset(load("pages")["headings"]["comments"])
