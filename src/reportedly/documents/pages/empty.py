"""Pages without a report: a question about consent, a check for robots, a login, nothing found.

Such a page speaks to its reader in the words of its kind and has hardly another sentence. What
is told of somebody, or dated, is a report about such things.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from reportedly.lexicons import load

from . import signs
from .asked import CORE, addressed, asking, core, ours, told
from .blocks import Block, Seen
from .body import Body
from .furniture import FEW, asks, prose
from .offers import leans
from .stated import Page
from .told import is_article

_SIGNS = 4
"""Distinct signs of a question about consent on a page that is nothing else."""
_MOST = 150
"""Words of a page that only says why there is nothing on it."""
_BUTTONS = (
    "//button|//a|//*[@role='button']|//input[@type='button' or @type='submit']|//span"
    "|//div[not(*)]"
)
_LOOKED = 2000
_GIVES = ("accept", "agree", "i agree", "allow", "consent", "reject", "do not consent", "decline")
_SURE = "one that gives or refuses consent"
_SENTENCE = 12
_BOXES = 20
_LABEL = 4
_SIGNS_SURE = 6
_TINY = 30
_REASONS = {
    "robots": "the page checks for robots and holds no report",
    "login": "the page asks to log in and holds no report",
    "missing": "the page says that what was asked for was not found and holds no report",
    "order": "the page says that its site is out of order and holds no report",
}
_CONSENT = "the page asks about cookies and holds no report: it is a consent wall"


def why(page: Page, seen: Seen, body: Body) -> str | None:
    """Why a page holds no report, where that is sure; else None."""
    if consent(page, seen, body):
        return _CONSENT
    if is_article(page.about):
        return None
    kind = _kind(page, seen, body)
    return _REASONS[kind] if kind else None


def consent(page: Page, seen: Seen, body: Body) -> bool:
    """Whether a page asks about cookies and holds no report.

    Its sentences speak to the reader of consent, or stand in one box with buttons to give it.
    """
    blocks = [b for b in seen.blocks if b.words > 1 and not _framed(seen, b)]
    prosed = [b for i in body.blocks if prose(b := seen.blocks[i])]
    loose = [b for b in blocks if _signed(b)]
    if _words(b for b in prosed if not _signed(b)) >= _words(loose) / 2:
        return False
    boxes, pressed = _boxes(page, seen)
    made = _made(seen)
    asked = [b for b in blocks if asking(b) or _belongs(seen, b, boxes, made)]
    held = {id(b) for b in asked}
    if _words(b for b in prosed if id(b) not in held) >= _words(asked) / 2:
        return False
    if any(prose(b) and asks(b.text) for b in asked):
        return True
    said = {sign for b in blocks for sign in signs.found(b.text, "asked", "signs")}
    sure = len(said) >= _SIGNS_SURE
    return len(said) >= _SIGNS and any(map(core, asked)) + pressed + bool(made) + sure > 1


def _words(blocks: Iterable[Block]) -> int:
    return sum(block.words for block in blocks)


def _signed(block: Block) -> bool:
    """Whether a block in a box with buttons of consent belongs to its question."""
    said = signs.any_of(block.text, "asked", "signs") or block.words <= 2 * FEW
    return not told(block.text) and (said or leans(block))


def _framed(seen: Seen, block: Block) -> bool:
    return _inside(seen, block, {"footer", "nav"})


def _inside(seen: Seen, block: Block, tags: set[str]) -> bool:
    """Whether a block stands in an element of one of some tags."""
    at = block.node
    while at >= 0:
        if seen.nodes[at].tag in tags:
            return True
        at = seen.nodes[at].parent
    return False


def _boxes(page: Page, seen: Seen) -> tuple[list[tuple[int, int]], int]:
    """The blocks around buttons of such a question, and how many distinct ones there are.

    More than two are not counted; one that gives or refuses consent counts as two.
    """
    labels = frozenset(load("pages")["asked"]["buttons"])
    at = {node.element: n for n, node in enumerate(seen.nodes)}
    said: set[str] = set()
    found: set[tuple[int, int]] = set()
    matched = 0
    for element in page.tree.xpath(_BUTTONS)[:_LOOKED]:
        text = signs.small(element.text_content() or element.get("value") or "").strip(" →›»>.×")
        gives = text.startswith(_GIVES) and text.count(" ") < _LABEL
        if text in labels or gives:
            matched += 1
            if matched > _BOXES:
                break
            box = _around(seen, at, element)
            if box:
                said.update({text, _SURE} if gives else {text})
                found.add(box)
    return sorted(found), min(len(said), 2)


def _around(seen: Seen, at: dict[Any, int], element: Any) -> tuple[int, int] | None:  # noqa: ANN401
    """The blocks of the nearest element around a button that has a sentence of consent."""
    for outer in (element, *element.iterancestors()):
        node = seen.nodes[at[outer]] if outer in at else None
        if node is None:
            continue
        if node.tag in {"footer", "nav", "header"}:
            return None
        inside = seen.blocks[node.first : node.last]
        if sum(b.words for b in inside) >= _SENTENCE:
            signed = any(signs.any_of(b.text, "asked", "signs") for b in inside)
            return (node.first, node.last) if signed else None
    return None


def _belongs(
    seen: Seen, block: Block, boxes: list[tuple[int, int]], made: list[tuple[int, int]]
) -> bool:
    """Whether a block belongs to a question: in an element ``made`` for it, or by its buttons.

    Where the site says "we" beside the buttons, a sentence to nobody is of something else.
    """
    around = _around_it(seen, block, boxes)
    if not _signed(block) or not (around or made):
        return False
    if _around_it(seen, block, made):
        return True
    if not around:
        return False
    if addressed(block) or block.words <= 2 * FEW - 2:
        return True
    return not any(ours(b) for start, end in around for b in seen.blocks[start:end])


def _around_it(seen: Seen, block: Block, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    node = seen.nodes[block.node]
    return [(start, end) for start, end in spans if start <= node.first and node.last <= end]


def _made(seen: Seen) -> list[tuple[int, int]]:
    """The blocks in elements that are named after a maker of such questions."""
    found = [
        (node.first, node.last) for node in seen.nodes
        if node.first < node.last and node.tag not in {"html", "body", "main", "article"}
        and any(name.startswith(_makers()) for name in _names(node.element))
    ]  # fmt: skip
    return found[:_BOXES]


def _names(element: Any) -> list[str]:  # noqa: ANN401 - lxml's
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:200].lower().split()


@cache
def _makers() -> tuple[str, ...]:
    return tuple(load("pages")["asked"]["makers"])


def _kind(page: Page, seen: Seen, body: Body) -> str | None:
    """Which of the kinds a page of few words is, by its title and its sentences."""
    blocks = [
        b for b in seen.blocks
        if not _at_edge(seen, b) and (not body.dead[b.node] or _inside(seen, b, {"form"}))
    ]  # fmt: skip
    if sum(b.words for b in blocks) > _MOST or any(told(b.text) for b in blocks):
        return None
    counted = {kind: _counted(page, blocks, kind) for kind in _REASONS}
    best = max(counted, key=lambda kind: counted[kind])
    return best if counted[best] > 0 else None


def _at_edge(seen: Seen, block: Block) -> bool:
    return _inside(seen, block, {"footer", "nav", "header"})


def _counted(page: Page, blocks: Iterable[Block], kind: str) -> int:
    """The distinct signs of a kind on a page, 0 where they are not most of what it says."""
    signed, rest, said = 0, 0, set[str]()
    spoken = False
    for block in blocks:
        here = signs.found(block.text, "empty", kind)
        said |= here
        if here:
            signed += block.words
            spoken = spoken or signs.any_of(block.text, "empty", "spoken")
        elif prose(block) and not signs.any_of(block.text, "empty", "spoken"):
            rest += block.words
    title = signs.found(page.title or "", "empty", kind)
    titled = bool(title) and len((page.title or "").split()) <= FEW
    fields = kind == "login" and bool(page.tree.xpath("//input[@type='password']"))
    needed = CORE - (signed + rest <= _TINY)
    enough = len(said | title) + titled + fields >= needed and (titled or spoken or fields)
    if kind == "login" and not fields:
        return 0
    return len(said | title) + titled + fields if enough and rest <= signed / 2 else 0
