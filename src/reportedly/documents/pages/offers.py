"""Offers: what asks readers to pay, to register or to log in before they may read on.

A paragraph is told by what it speaks of (who may read, what is held back, a price) and by whom
it speaks to, not by its wording; what quotes or is told of somebody is none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from reportedly.lexicons import load

from . import signs
from .asked import core
from .blocks import Block, Seen
from .furniture import FEW, prompts, prose

Group = Literal["who", "what", "price", "spoken", "states", "question", "limit", "otherwise"]

LONGEST = 45
"""Words of a paragraph that can be an offer."""
_PRICED = 30
_BOX = 140
"""Words of a box with an offer."""
_TOLD = re.compile(r"[“”\"«»]|\b(?:said|says|told|reports|reported|according to|analysts?)\b")
_MONEY = re.compile(
    r"[€$£¥]\s?\d|^(?:from|only|just) \d|\bfrom \d[\d.,]* ?\w*\.?$"
    r"|\d[\d.,]*(?:p\b|\s?(?:€|eur\b|usd\b|euros?\b|dollars?\b|pounds?\b))"
    r"|\b(?:for|from|only|just|costs?|then) \d[\d.,]* (?:\w+ )?(?:for|in|the) (?:the )?first\b"
    r"|\d[\d.,]* (?:\w+ )?(?:a|per|each|every) (?:\d+ )?(?:day|week|month|year)"
)
_YOU = re.compile(r"\b(?:you|your)\b")
_NAMED = re.compile(
    r"\bwith (?:[\w']+ ){0,3}[\w']+(?:\+|\s(?:plus|pro|premium|pass|unlimited|digital)\b)"
)


@lru_cache(maxsize=4096)
def groups(text: str) -> frozenset[Group]:
    """Which things an offer speaks of stand in a text; nothing where somebody is told of."""
    small = signs.small(text)
    if _TOLD.search(small):
        return frozenset()
    found: set[Group] = set()
    if signs.any_of(small, "offers", "who") or _NAMED.search(small):
        found.add("who")
    if signs.any_of(small, "offers", "what") or _held().search(small):
        found.add("what")
    if _MONEY.search(small) or signs.any_of(small, "offers", "price"):
        found.add("price")
    if signs.any_of(small, "offers", "spoken") or signs.begins(small, "offers", "begins"):
        found.add("spoken")
    if signs.any_of(small, "offers", "states"):
        found.add("states")
    if signs.any_of(small, "offers", "questions"):
        found.add("question")
    if signs.any_of(small, "offers", "limits"):
        found.add("limit")
    if signs.any_of(small, "offers", "otherwise"):
        found.add("otherwise")
    return frozenset(found)


def withholds(block: Block) -> bool:
    """Whether a block makes reading on depend on a subscription, an account or a payment."""
    if block.words > LONGEST:
        return False
    found = groups(block.text)
    if {"limit", "spoken"} <= found and block.words <= 2 * FEW:
        return True
    if not {"who", "what"} <= found or not found & {"spoken", "states"}:
        return False
    return "otherwise" not in found or "price" in found or _goes_on(block.text)


def sells(block: Block) -> bool:
    """Whether a block names a price to its readers, or asks again those who have paid it."""
    if block.words > _PRICED:
        return False
    found = groups(block.text)
    if not {"spoken", "price"} <= found:
        return False
    small = signs.small(block.text)
    asked = signs.begins(small, "offers", "begins") or _YOU.search(small) is not None
    money = _costs(small) and signs.any_of(small, "offers", "price")
    return asked and ("who" in found or money)


def leans(block: Block) -> bool:
    """Whether a block could be part of an offer: it speaks to readers of any such thing."""
    found = groups(block.text)
    short = block.words <= FEW and bool(found & {"who", "price"})
    priced = block.words <= 2 * FEW and "price" in found and ("who" in found or _costs(block.text))
    return block.words <= LONGEST and (short or priced or ("spoken" in found and len(found) > 1))


def _costs(text: str) -> bool:
    return _MONEY.search(signs.small(text)) is not None


def offered(block: Block) -> bool:
    """Whether a block is surely of an offer."""
    if block.sells is None:
        block.sells = withholds(block) or sells(block)
    return block.sells


@dataclass(frozen=True)
class Sum:
    """What several blocks speak of together, and how many of them name an amount of money."""

    groups: frozenset[Group]
    prices: int

    @property
    def walls(self) -> bool:
        """Whether they are a wall though none of them says what it holds back."""
        asked = "question" in self.groups or self.prices > 1
        return {"who", "price"} <= self.groups and asked and "otherwise" not in self.groups


def together(blocks: Iterable[Block]) -> Sum:
    """What the blocks that could be part of an offer speak of."""
    leaning = [b for b in blocks if leans(b)]
    found = frozenset(g for b in leaning for g in groups(b.text))
    return Sum(found, sum(_costs(b.text) for b in leaning))


def offer_boxes(seen: Seen, kept: Sequence[int]) -> set[int]:
    """The blocks of a report's that are offers, with the boxes they stand in."""
    if not kept:
        return set()
    first = next((i for i in kept if prose(seen.blocks[i]) and not leans(seen.blocks[i])), kept[0])
    gone: set[int] = set()
    among = frozenset(kept)
    home = seen.nodes[seen.blocks[first].node].parent
    for i in kept:
        block = seen.blocks[i]
        asks = core(block, 2) and _apart(seen, i, home)
        if i != first and (offered(block) or prompts(block.text) or asks):
            start, end = _box(seen, i, first)
            gone.update(among.intersection(range(start, end)))
    return gone | _tail(seen, [i for i in kept if i not in gone], first, gone)


def _box(seen: Seen, at: int, report: int) -> tuple[int, int]:
    """The blocks of the largest element of few words around one, without the report's own."""
    start, end = at, at + 1
    node = seen.nodes[seen.blocks[at].node]
    while not node.first <= report < node.last and node.tag not in {"body", "main", "article"}:
        if node.last - node.first > _BOX:
            break
        inside = seen.blocks[node.first : node.last]
        plain = sum(b.words for b in inside if prose(b) and not leans(b) and b.words > _PRICED)
        if plain or sum(b.words for b in inside) > _BOX or node.parent < 0:
            break
        start, end = node.first, node.last
        node = seen.nodes[node.parent]
    return start, end


def _tail(seen: Seen, kept: Sequence[int], report: int, gone: set[int]) -> set[int]:
    """The last blocks where they stand apart from the report and, with ``gone``, offer."""
    home = seen.nodes[seen.blocks[report].node].parent
    n, since = len(kept), min(gone, default=len(seen.blocks))
    while (
        n > 1 and kept[n - 1] > report and (_apart(seen, kept[n - 1], home) or since < kept[n - 1])
    ):
        block = seen.blocks[kept[n - 1]]
        if not leans(block) and (prose(block) or block.words > FEW):
            break
        n -= 1
    said = {g for i in (*kept[n:], *gone) for g in groups(seen.blocks[i].text)}
    few = sum(seen.blocks[i].words for i in kept[n:]) <= _BOX
    if not few or len(said & {"who", "what", "price", "question"}) < 2:
        return set()
    boxed = [_box(seen, i, report) for i in kept[n:]]
    return {i for i in kept if any(start <= i < end for start, end in boxed)}


def _apart(seen: Seen, at: int, home: int) -> bool:
    return seen.nodes[seen.blocks[at].node].parent != home


@cache
def _held() -> re.Pattern[str]:
    """What a page holds back of itself: "this article", "the rest of the story"."""
    lists = load("pages")["offers"]
    own, nouns = (signs.alternatives(lists[name]) for name in ("own", "nouns"))
    return re.compile(rf"{own} (?:[\w'-]+ )?{nouns}")


def _goes_on(text: str) -> bool:
    return (
        re.search(r"\b(?:to|keep|continue) (?:continue|keep|read\w*)\b", signs.small(text))
        is not None
    )
