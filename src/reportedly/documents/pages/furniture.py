"""Blocks in the midst of a report that are no part of it: captions, boxes, the site's own words."""

import re
from collections.abc import Sequence
from functools import cache

from reportedly.lexicons import load

from .blocks import Block, Seen
from .moments import moments
from .stated import bare

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_FEW = 7
_MANY = 14
_LINKED = 0.75
_CAPTION_WORDS = 45
_REPEATED = 5
"""Words that a pull quote has at least."""
_PULLED = 60
_EFFORT = 100_000_000
"""Characters that are looked through for what is said again."""
_IS = r",? (?:is|was|covers|reports|writes|has been|works|leads|joined|edits)\b"
_CARD = (3, 6, 60)
"""Links side by side, blocks in one, words of prose in one."""
_CREDIT = re.compile(
    r"\((?:photo|picture|image|file)\b|\b(?:photo|photograph|picture|image)s?\s*(?::|by\b|/)"
    r"|/\s?(?:AP|AFP|EPA|Reuters|Getty)\b|©|\bGetty Images\b|\bvia (?:AP|Reuters|Getty)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|from|text|words|story|reporting)\b:?\s", re.IGNORECASE)
_ADDRESSED = re.compile(r"\b(?:we|our|us|you|your)\b")
_TOLD = re.compile(r"[“”\"«»]|\bsaid\b|\baccording to\b|\btold\b")
_CONSENT_LEAST = 3
_COUNTER = re.compile(
    r"(?:\d[\d.,]*\s?[km]?|\w+) ?(?:comments?|views?|likes?|shares?|replies|reactions?|retweets?|reposts?|minutes?|mins?|min\.?|hours?|days?)"
    r"(?: (?:read|ago|listen|watch|reading time))?|\d+ ?/ ?\d+|\d+ of \d+|(?:reading time|time to read)\W.{1,14}"
)
_COUNT = re.compile(r"\s*\(?\d[\d,.]*\)?\s*|\s*[:|>»→›…]+\s*$")


def asks(text: str) -> bool:
    """Whether a paragraph asks for the reader's consent: it says "you", and several of its words.

    What quotes somebody, or is told of somebody, is a report about such things.
    """
    small = text.lower()
    if not _ADDRESSED.search(small) or _TOLD.search(small):
        return False
    return sum(word in small for word in load("pages")["walls"]["consent"]) >= _CONSENT_LEAST


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
    if block.context != "heading" and _inner(block) > _LINKED * len(block.text):
        return True
    lists = load("pages")["phrases"]
    if block.words > lists["most"]:
        return False
    if asks(block.text) or prompts(block.text):
        return True
    small = block.text.lower().replace("’", "'").lstrip("-–—•*»> ")
    if small.startswith(_begins()) or not any(map(str.isalnum, small)):
        return True
    if block.words <= _FEW and (small.strip(" .:>»→|") in _labels() or _COUNTER.fullmatch(small)):
        return True
    rights = load("pages")["rights"]
    return block.words <= rights["most"] and any(word in small for word in rights["words"])


def prompts(text: str) -> bool:
    """Whether a paragraph asks to subscribe or register before one may read on."""
    small = text.lower().replace("’", "'")
    if _TOLD.search(small):
        return False
    return any(phrase in small for phrase in load("pages")["walls"]["paywall"])


def _inner(block: Block) -> int:
    """Characters that lead to a place in the same page, as those of a table of contents do."""
    return sum(end - start for start, end, href in block.links if href.startswith("#"))


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
    if node.tag in {"body", "html", "main", "article"}:
        return False
    words = sum(b.words for b in seen.blocks[node.first : node.last] if prose(b))
    few = node.last - node.first <= _CARD[1] and words <= _CARD[2]
    return few and not node.first <= head < node.last


def asking(seen: Seen, head: int) -> set[int]:
    """Boxes around a field in which readers are to write: the largest of few words."""
    found: set[int] = set()
    for at in seen.asking:
        while _is_card(seen, at, head):
            found.add(at)
            at = seen.nodes[at].parent
    return found


def byline_like(block: Block) -> bool:
    """Whether a line names who wrote a report, or dates it, and no more."""
    if block.words > 2 * _FEW or _ENDS.search(block.text[-2:]):
        return False
    if _BY.match(block.text):
        return True
    found = next(moments(block.text), None)
    return found is not None and bare(found.before) in _stamp_labels()


@cache
def _stamp_labels() -> frozenset[str]:
    """What stands before the day in a line that only dates a report; nothing, too."""
    stamps = load("pages")["stamps"]
    return frozenset({"", *map(bare, (*stamps["published"], *stamps["updated"]))})


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
        if effort > 0 and seen.blocks[i].words <= _PULLED and _again(whole, text):
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
        if said and block.words <= _CAPTION_WORDS and len(kept) > 3:
            found.add(i)
    return found


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
    block = seen.blocks[inside[n]]
    said = _COUNT.sub("", block.text.lower()).strip(" :")
    comments = block.context == "heading" and said in _comments()
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
def _labels() -> frozenset[str]:
    return frozenset(load("pages")["labels"]["words"])


@cache
def _headings() -> frozenset[str]:
    return frozenset(load("pages")["headings"]["words"])


@cache
def _comments() -> frozenset[str]:
    return frozenset(load("pages")["headings"]["comments"])


__all__ = [
    "about_author", "asking", "asks", "boxes", "byline_like", "caption", "cards", "corrects", "furniture", "heads_box", "odd_ends", "prompts", "prose",
    "repeated",
]  # fmt: skip
