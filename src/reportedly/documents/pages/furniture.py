"""Blocks in the midst of a report that are no part of it: captions, boxes, the site's own words."""

import re
from collections.abc import Sequence
from functools import cache

from reportedly.lexicons import load

from .blocks import Block, Seen
from .moments import moments

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_FEW = 7
_MANY = 14
_LINKED = 0.75
_CAPTION_WORDS = 45
_CARD = (3, 6, 60)
"""Links side by side, blocks in one, words of prose in one."""
_CREDIT = re.compile(
    r"\((?:photo|picture|image|file)\b|\b(?:photo|photograph|picture|image)s?\s*(?::|by\b|/)"
    r"|/\s?(?:AP|AFP|EPA|Reuters|Getty)\b|©|\bGetty Images\b|\bvia (?:AP|Reuters|Getty)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|from|text|words|story|reporting)\b:?\s", re.IGNORECASE)
_COUNT = re.compile(r"\s*\(?\d[\d,.]*\)?\s*|\s*[:|>»→›…]+\s*$")


def asks(text: str) -> bool:
    """Whether a paragraph is about the reader's consent: several of its words stand in it."""
    small = text.lower()
    return sum(word in small for word in load("pages")["walls"]["consent"]) >= 3


def prose(block: Block) -> bool:
    """Whether a block reads like a paragraph: words enough, most of them no link."""
    if block.reads is None:
        block.reads = _reads(block)
    return block.reads


def _reads(block: Block) -> bool:
    if block.context == "heading" or block.linked > _LINKED * len(block.text):
        return False
    if _ENDS.search(block.text[-6:]):
        return block.words >= _FEW
    # A line of names, days and minutes may be long, but is no sentence.
    return block.words >= _MANY and (block.words > 2 * _MANY or not any(moments(block.text)))


def furniture(block: Block) -> bool:
    """Whether a block is the site speaking to its readers, or nothing but a link elsewhere."""
    if block.linked and block.linked > _LINKED * len(block.text):
        return True
    lists = load("pages")["phrases"]
    if block.words > lists["most"]:
        return False
    if asks(block.text):
        return True
    start = block.text[:60].lower().replace("’", "'").lstrip("-–—•*»> ")
    return start.startswith(_begins()) or not any(map(str.isalnum, block.text))


def caption(seen: Seen, at: int) -> bool:
    """Whether a block stands under a picture: alone with it in an element, or as its words."""
    block = seen.blocks[at]
    if block.text in seen.alts and block.words <= _CAPTION_WORDS:
        return True
    if block.words > _CAPTION_WORDS or block.context == "heading":
        return False
    node = seen.nodes[block.node]
    credited = bool(_CREDIT.search(block.text))
    while node.last - node.first <= 2 and node.parent >= 0:
        if node.pictures and (node.tag not in {"p", "body"} or credited):
            return True
        node = seen.nodes[node.parent]
    return False


def boxes(seen: Seen, inside: Sequence[int], byline: str | None) -> set[int]:
    """The blocks that stand in boxes with a heading that says what they are for."""
    gone: set[int] = set()
    many = len(inside)
    before = False
    for n, i in enumerate(inside):
        block = seen.blocks[i]
        if i in gone:
            continue
        if not heads_box(block, byline if before else None):
            before = before or prose(block)
            continue
        first, last = _box(seen, i)
        held = [j for j in inside if first <= j < last] if last - first <= many else []
        words = sum(seen.blocks[j].words for j in held if prose(seen.blocks[j]))
        total = sum(seen.blocks[j].words for j in inside if prose(seen.blocks[j]))
        if len(held) > 1 and words <= total / 2:
            gone.update(held)
        else:
            gone.update(_run(seen, inside, n))
    return gone


def cards(seen: Seen, head: int) -> set[int]:
    """Nodes that are one of several links to other reports with their first words, side by side.

    Each of them has a block that is nothing but a link, and few words else.
    """
    linked: set[int] = set()
    for block in seen.blocks:
        if block.linked > _LINKED * len(block.text) and block.words >= _CARD[0]:
            linked.add(block.node)
    for at in range(len(seen.nodes) - 1, 0, -1):
        if at in linked and seen.nodes[at].last - seen.nodes[at].first <= _CARD[1]:
            linked.add(seen.nodes[at].parent)
    children: dict[int, list[int]] = {}
    for at, node in enumerate(seen.nodes):
        if node.first < node.last:
            children.setdefault(node.parent, []).append(at)
    found: set[int] = set()
    for held in children.values():
        ones = [at for at in held if at in linked and _is_card(seen, at, head)]
        if len(ones) >= _CARD[0] and len(ones) >= _LINKED * len(held):
            found.update(ones)
    return found


def _is_card(seen: Seen, at: int, head: int) -> bool:
    node = seen.nodes[at]
    words = sum(b.words for b in seen.blocks[node.first : node.last] if prose(b))
    few = node.last - node.first <= _CARD[1] and words <= _CARD[2]
    return few and not node.first <= head < node.last


def byline_like(block: Block) -> bool:
    """Whether a line names who wrote a report, or dates it, and no more."""
    if block.words > 2 * _FEW or _ENDS.search(block.text[-2:]):
        return False
    small = block.text.lower()
    return (
        bool(_BY.match(block.text))
        or any(
            small.startswith(label) for label in ("published", "updated", "posted", "last updated")
        )
        or any(block.words <= _FEW and m.before == "" for m in moments(block.text))
    )


def odd_ends(seen: Seen, kept: list[int]) -> list[int]:
    """Without short last paragraphs of another class than nearly all others have."""
    classes = [frozenset((seen.nodes[seen.blocks[i].node].element.get("class") or "").split())
               for i in kept if seen.nodes[seen.blocks[i].node].tag == "p"]  # fmt: skip
    common = max(set(classes), key=classes.count, default=frozenset())
    if not common or classes.count(common) < max(4, 0.7 * len(classes)):
        return kept
    while len(kept) > 1:
        last = seen.blocks[kept[-1]]
        own = (seen.nodes[last.node].element.get("class") or "").split()
        odd = seen.nodes[last.node].tag == "p" and own and not common & set(own)
        if not odd or last.words > _MANY * 2 or corrects(last.text):
            return kept
        kept = kept[:-1]
    return kept


def corrects(text: str) -> bool:
    """Whether a paragraph says what was changed in the report: that is part of it."""
    return text.lower().replace("’", "'").startswith(tuple(load("pages")["corrections"]["begins"]))


def heads_box(block: Block, byline: str | None = None) -> bool:
    """Whether a block is what stands over a box: "Related", "Most read", the author's name."""
    if block.words > _FEW:
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
    found = [inside[n]]
    comments = _COUNT.sub("", seen.blocks[inside[n]].text.lower()).strip(" :") in _comments()
    for i in inside[n + 1 :]:
        if not comments and prose(seen.blocks[i]) and seen.blocks[i].context != "item":
            break
        found.append(i)
    return found


@cache
def _begins() -> tuple[str, ...]:
    return tuple(load("pages")["phrases"]["begins"])


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


__all__ = [
    "asks", "boxes", "byline_like", "caption", "cards", "corrects", "furniture", "heads_box", "odd_ends", "prose",
]  # fmt: skip
