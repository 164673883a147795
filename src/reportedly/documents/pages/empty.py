"""Pages without a report: a question about consent, a check for robots, a login, nothing found.

Such a page speaks to its reader in the words of its kind and has hardly another sentence. What
is told of somebody, or dated, is a report about such things.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from reportedly.lexicons import load

from . import signs
from .blocks import Block, Seen
from .body import Body
from .furniture import FEW, asks, prose
from .stated import Page
from .told import is_article

_SIGNS = 4
"""Distinct signs of a question about consent on a page that is nothing else."""
_CORE = 3
_MOST = 150
"""Words of a page that only says why there is nothing on it."""
_BUTTONS = "//button|//a|//*[@role='button']|//input[@type='button' or @type='submit']|//span"
_LOOKED = 400
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
    kind = _kind(page, seen)
    return _REASONS[kind] if kind else None


def consent(page: Page, seen: Seen, body: Body) -> bool:
    """Whether a page asks about cookies and holds no report."""
    blocks = [b for b in seen.blocks if b.words > 1 and not _framed(seen, b)]
    asking = [b for b in blocks if _asking(b)]
    rest = sum(b.words for i in body.blocks if prose(b := seen.blocks[i]) and not _asking(b))
    if rest >= sum(b.words for b in asking) / 2:
        return False
    if any(prose(b) and asks(b.text) for b in asking):
        return True
    said = {sign for b in blocks for sign in signs.found(b.text, "asked", "signs")}
    pressed, made = _pressed(page), _made(seen)
    core = any(_core(b) for b in asking)
    return len(said) >= _SIGNS and (core or (pressed > 0) or made) and (core + pressed + made > 1)


def _asking(block: Block) -> bool:
    """Whether a block is of a question about consent: its words, to its reader."""
    if _told(block.text):
        return False
    said = len(signs.found(block.text, "asked", "signs"))
    near = any(signs.any_of(block.text, "asked", name) for name in ("first", "second"))
    return said > 0 and (near or block.context in {"item", "heading"} or block.words <= FEW
                         or said >= _CORE)  # fmt: skip


def _core(block: Block) -> bool:
    said = len(signs.found(block.text, "asked", "signs"))
    return said >= _CORE and signs.any_of(block.text, "asked", "first")


def _told(text: str) -> bool:
    return signs.any_of(text, "asked", "told")


def _framed(seen: Seen, block: Block) -> bool:
    at = block.node
    while at >= 0:
        if seen.nodes[at].tag in {"footer", "nav"}:
            return True
        at = seen.nodes[at].parent
    return False


def _pressed(page: Page) -> int:
    """How many distinct buttons of such a question a page has; more than two are not counted."""
    labels = frozenset(load("pages")["asked"]["buttons"])
    found: set[str] = set()
    for element in page.tree.xpath(_BUTTONS)[:_LOOKED]:
        said = signs.small(element.text_content() or element.get("value") or "").strip(" →›»>.")
        if said in labels:
            found.add(said)
    return min(len(found), 2)


def _made(seen: Seen) -> bool:
    """Whether an element is named after a maker of such questions."""
    names = (f"{n.element.get('class') or ''} {n.element.get('id') or ''}" for n in seen.nodes)
    return any(maker in part for name in names for part in name[:200].lower().split()
               for maker in _makers() if part.startswith(maker))  # fmt: skip


@cache
def _makers() -> tuple[str, ...]:
    return tuple(load("pages")["asked"]["makers"])


def _kind(page: Page, seen: Seen) -> str | None:
    """Which of the kinds a page of few words is, by its title and its sentences."""
    blocks = [b for b in seen.blocks if not _at_edge(seen, b)]
    if sum(b.words for b in blocks) > _MOST or any(_told(b.text) for b in blocks):
        return None
    counted = {kind: _counted(page, blocks, kind) for kind in _REASONS}
    best = max(counted, key=lambda kind: counted[kind])
    return best if counted[best] > 0 else None


def _at_edge(seen: Seen, block: Block) -> bool:
    return _framed(seen, block) or any(seen.nodes[at].tag == "header" for at in _up(seen, block))


def _up(seen: Seen, block: Block) -> Iterator[int]:
    at = block.node
    while at >= 0:
        yield at
        at = seen.nodes[at].parent


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
    enough = len(said | title) + titled + fields >= _CORE and (titled or spoken or fields)
    if kind == "login" and not fields:
        return 0
    return len(said | title) + titled + fields if enough and rest <= signed / 2 else 0
