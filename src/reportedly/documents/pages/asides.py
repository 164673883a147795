"""Boxes within a report told by their form: labels over links, cards, what asks the reader."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from reportedly.lexicons import load

from .blocks import Block, Node, Seen
from .furniture import ADDRESSED, FEW, LINKED, TOLD, prose

_MOST_BLOCKS = 6
_MOST_WORDS = 45
_CARD = (3, 2)
"""Words of a link that is a card's headline at least, and paragraphs of its teaser at most."""
_SHARE = 0.4
_FLOW = frozenset({
    "html", "body", "main", "article", "p", "li", "ul", "ol", "dl", "dd", "dt", "table", "tbody",
    "tr", "td", "th", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip
_ENDS = re.compile(r"[.!?…][\"')\]”’»]*$")
_PERSON = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,3}(?:is|was|has been|covers|reports|writes)\b.{0,80}\b(?:reporter|writer"
    r"|correspondent|editor|journalist|columnist|contributor|freelancer|author)\b"
)
_REACHED = re.compile(
    r"@|\bfollow\b|\breach(?:ed)?\b|\bbased in\b|\bstaff writer\b|\b(?:for|at) (?:the|our) [A-Z]"
    r"|\bour\b|[’']s (?:\w+ )?(?:correspondent|reporter|editor|writer)\b"
)


def formed(seen: Seen, inside: Sequence[int]) -> set[int]:
    """The blocks of ``inside`` that stand in small boxes of such forms."""
    if not inside:
        return set()
    kept = set(inside)
    most = _SHARE * sum(seen.blocks[i].words for i in inside if prose(seen.blocks[i]))
    gone: set[int] = set()
    for at in range(bisect_left(seen.nodes, inside[0], key=_first), len(seen.nodes)):
        node = seen.nodes[at]
        if node.first > inside[-1]:
            break
        if not 0 < node.last - node.first <= _MOST_BLOCKS or node.tag in _FLOW:
            continue
        own = [i for i in range(node.first, node.last) if i in kept]
        if own and _is_aside(seen, at, [seen.blocks[i] for i in own], most):
            gone.update(own)
    return gone


def _first(node: Node) -> int:
    return node.first


def _is_aside(seen: Seen, at: int, blocks: Sequence[Block], most: float) -> bool:
    links = [b for b in blocks if _is_link(b)]
    told = [b for b in blocks if prose(b) and not _is_link(b)]
    words = sum(b.words for b in told)
    if words > min(most, _MOST_WORDS):
        return False
    asked = any(b.text.endswith("?") for b in blocks[:2])
    if asked and _acts(seen, at) and all(b.text.endswith("?") for b in told):
        return True
    if not told:
        rest = [b for b in blocks if b not in links]
        return bool(links) and all(b.words <= FEW and not _ENDS.search(b.text[-6:]) for b in rest)
    headed = any(_is_link(b) and b.words >= _CARD[0] for b in blocks[:2])
    if headed and len(told) <= _CARD[1] and blocks.index(told[0]) <= _CARD[1]:
        return True
    text = " ".join(b.text for b in blocks)
    return (bool(links) or _acts(seen, at)) and (
        asks_for(text, 1) or (bool(ADDRESSED.search(text.lower())) and _begs(text))
    )


def _is_link(block: Block) -> bool:
    return block.linked > LINKED * len(block.text)


def _acts(seen: Seen, at: int) -> bool:
    """Whether an element has a button, a player or a field in it."""
    first, last = seen.nodes[at].first, seen.nodes[at].last
    for node in range(at, len(seen.nodes)):
        if seen.nodes[node].first > last:
            return False
        inside = node == at or (seen.nodes[node].first >= first and seen.nodes[node].last <= last)
        if inside and (node in seen.acting or node in seen.asking):
            return True
    return False


def asks_for(text: str, least: int = 2) -> bool:
    """Whether a text asks the reader for something: it says "you" or "us", and such words."""
    small = text.lower().replace("’", "'")
    if TOLD.search(small) or not ADDRESSED.search(small):
        return False
    words = f" {re.sub(r'[^a-z0-9-]+', ' ', small)} "
    return sum(f" {word} " in words for word in _appeals()) >= least


def _begs(text: str) -> bool:
    return not TOLD.search(text.lower()) and any(word in text.lower() for word in _begging())


def appeals(seen: Seen, kept: Sequence[int]) -> set[int]:
    """Paragraphs that ask the reader for something, and, last, those that tell who wrote."""
    spoken = sum(prose(seen.blocks[i]) for i in kept)
    found = {i for i in kept if _appeals_alone(seen.blocks[i])}
    last = [i for i in kept[-3:] if spoken > 3 and _is_bio(seen.blocks[i])]
    found |= set(last)
    return found if len(found) <= spoken / 2 else set()


def _appeals_alone(block: Block) -> bool:
    quoted = block.context in {"quote", "item", "cell"}
    return block.words <= _MOST_WORDS and not quoted and asks_for(block.text)


def _is_bio(block: Block) -> bool:
    said = block.words <= _MOST_WORDS and _PERSON.match(block.text)
    return bool(said) and not TOLD.search(block.text) and bool(_REACHED.search(block.text))


@cache
def _appeals() -> tuple[str, ...]:
    return tuple(load("pages")["appeals"]["words"])


@cache
def _begging() -> tuple[str, ...]:
    return tuple(load("pages")["appeals"]["boxed"])
