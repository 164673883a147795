"""Blocks in the midst of a report that are no part of it: captions, boxes, the site's own words."""

import re
from functools import cache
from unicodedata import category

from reportedly.lexicons import load

from .blocks import Block, Seen
from .moments import moments
from .stated import bare

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
FEW = 7
_MANY = 14
LINKED = 0.75
_CAPTION_WORDS = 45
_CREDIT = re.compile(
    r"\((?:photo|picture|image|file)\b|\b(?:photo|photograph|picture|image)s?\s*(?::|by\b|/)"
    r"|/\s?(?:AP|AFP|EPA|Reuters|Getty)\b|©|\bGetty Images\b|\bvia (?:AP|Reuters|Getty)\b",
    re.IGNORECASE,
)
_CREDITED = re.compile(r"[(\[][A-Z][^()\[\]/]{2,30}/[^()\[\]/]{2,30}[)\]]\.?$")
"""Who took a picture, and for whom."""
_LONG_CREDIT = 80
_BY = re.compile(r"(?:by|from|text|words|story|reporting)\b:?\s", re.IGNORECASE)
ADDRESSED = re.compile(r"\b(?:we|our|us|you|your)\b")
TOLD = re.compile(r"[“”\"«»]|\bsaid\b|\baccording to\b|\btold\b")
_LINES = {""}
_FEW_BESIDE = 5
_TALLY = 60
_CONSENT_LEAST = 3
_OFFER = re.compile(
    r"(?:from|for|only|just|try|get|test)\b.{0,50}\b(?:a|per|one) (?:week|month|year)\b"
)
_OFFER_LONG = 120
_COUNTED = (
    r"(?:comment|view|like|share|reaction|retweet|repost|minute|min|hour|day)s?|repl(?:y|ies)|min\."
)
_COUNTER = re.compile(
    rf"(?:\d[\d.,]*\s?[km]?|no|view|show|hide|all|add) ?(?:{_COUNTED})"
    r"(?: (?:read|ago|listen|watch|reading time))?"
    r"|\d+ ?/ ?\d+|\d+ of \d+|(?:reading time|time to read)\W.{1,14}"
)


def asks(text: str) -> bool:
    """Whether a paragraph asks for the reader's consent: it says "you", and several of its words.

    What quotes somebody, or is told of somebody, is a report about such things.
    """
    small = text.lower()
    if not ADDRESSED.search(small) or TOLD.search(small):
        return False
    return sum(word in small for word in load("pages")["walls"]["consent"]) >= _CONSENT_LEAST


def prose(block: Block) -> bool:
    """Whether a block reads like a paragraph: words enough, most of them no link."""
    if block.reads is None:
        block.reads = _reads(block)
    return block.reads


def _reads(block: Block) -> bool:
    if block.context == "heading" or block.linked > LINKED * len(block.text):
        return False
    if _ENDS.search(block.text[-6:]):
        return block.words >= FEW
    # A line of names, days and minutes may be long, but is no sentence.
    return block.words >= _MANY and (block.words > 2 * _MANY or not any(moments(block.text)))


def furniture(block: Block) -> bool:
    """Whether a block is the site speaking to its readers, or nothing but a link elsewhere."""
    if block.linked and block.linked > LINKED * len(block.text):
        return True
    if block.context != "heading" and _inner(block) > LINKED * len(block.text):
        return True
    if _label_and_links(block) or _tally(block):
        return True
    if block.words > load("pages")["phrases"]["most"]:
        return False
    return asks(block.text) or prompts(block.text) or _of_the_site(block)


def _label_and_links(block: Block) -> bool:
    """Whether a line is a few words and then links only: "Topics: Kelm, Orsk"."""
    if not block.links or block.context not in _LINES or _ENDS.search(block.text[-6:]):
        return False
    rest, at = "", 0
    for start, end, _ in block.links:
        rest, at = f"{rest} {block.text[at:start]}", end
    return not bare(block.text[at:]) and len(rest.split()) <= _FEW_BESIDE


def _tally(block: Block) -> bool:
    """Whether a line is numbers and pictures of feelings, as below a post."""
    pictured = any(category(letter) == "So" for letter in block.text[:_TALLY])
    return pictured and len(block.text) < _TALLY and not any(map(str.isalpha, block.text))


def _of_the_site(block: Block) -> bool:
    """Whether a block begins as such words do, is a label or a counter, or tells of rights."""
    small = block.text.lower().replace("’", "'").lstrip("-–—•*»>►▶→[ ")
    if (
        small.startswith(_begins())
        or small.lstrip("(").startswith(_begins())
        or not any(map(str.isalnum, small))
    ):
        return True
    if block.words <= FEW and (small.strip(" .:>»→|") in _labels() or _COUNTER.fullmatch(small)):
        return True
    rights = load("pages")["rights"]
    return block.words <= rights["most"] and any(word in small for word in rights["words"])


def prompts(text: str) -> bool:
    """Whether a paragraph asks to subscribe or register before one may read on."""
    small = text.lower().replace("’", "'")
    if TOLD.search(small):
        return False
    offered = len(small) < _OFFER_LONG and _OFFER.match(small)
    return bool(offered) or any(phrase in small for phrase in load("pages")["walls"]["paywall"])


def _inner(block: Block) -> int:
    """Characters that lead to a place in the same page, as those of a table of contents do."""
    return sum(end - start for start, end, href in block.links if href.startswith("#"))


def caption(seen: Seen, at: int) -> bool:
    """Whether a block stands under a picture: alone with it in an element, or as its words."""
    block = seen.blocks[at]
    alone = block.text in seen.alts or _CREDITED.search(block.text[-_LONG_CREDIT:])
    if alone and block.words <= _CAPTION_WORDS:
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


def byline_like(block: Block) -> bool:
    """Whether a line names who wrote a report, or dates it, and no more."""
    if block.words > 2 * FEW or _ENDS.search(block.text[-2:]):
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


def corrects(text: str) -> bool:
    """Whether a paragraph says what was changed in the report: that is part of it."""
    return text.lower().replace("’", "'").startswith(tuple(load("pages")["corrections"]["begins"]))


@cache
def _begins() -> tuple[str, ...]:
    return tuple(load("pages")["phrases"]["begins"])


@cache
def _labels() -> frozenset[str]:
    return frozenset(load("pages")["labels"]["words"])
