"""Pages that hold something back: a report of which only the beginning is shown."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from reportedly.lexicons import load

from ..table import said
from . import signs
from .blocks import Block, Seen
from .body import Body
from .furniture import prompts
from .offers import groups, together, withholds
from .stated import Page

_PROMPT = 60
_SHORT = 150
_NEXT = 12
_EMPTY = 12
_SELECTOR = re.compile(r"([.#])([\w-]{1,80})\Z")


def paywalled(page: Page, seen: Seen, body: Body) -> bool:
    """Whether a page shows only the beginning of its report.

    Below its last paragraph readers are asked to subscribe or to register before they may read
    on. Below a text of few words a weaker form of that is enough, where the element around it is
    called a gate, the JSON-LD calls the report not free, the text fades or breaks off, or prices
    stand with a question to those who have paid them.
    """
    if not body.blocks:
        return False
    after = [b for b in seen.blocks[body.blocks[-1] + 1 :] if b.words <= _PROMPT]
    near = [b for b in after if not _at_the_foot(seen, b.node)]
    beside = "otherwise" in together(near).groups
    if any(prompts(b.text) and not (beside and _priced(b)) for b in after) or any(
        map(withholds, _linkless(near))
    ):
        return True
    words = sum(seen.blocks[i].words for i in body.blocks)
    closed = _closed(page)
    if closed and (_much_longer(page, words) or (words <= _SHORT and _left_out(page))):
        return True
    return words <= _SHORT and _weakly(seen, body, near[:_NEXT], closed)


def _priced(block: Block) -> bool:
    """Whether a block names a price and not what it is for."""
    return "price" in groups(block.text) and groups(block.text) <= {"price", "spoken"}


def _linkless(blocks: list[Block]) -> list[Block]:
    """Blocks that are more than a link: those lead to other reports, too."""
    return [b for b in blocks if b.linked <= len(b.text) / 2]


def _weakly(seen: Seen, body: Body, near: list[Block], closed: bool) -> bool:
    perhaps = _lists()["perhaps"]
    broken = seen.blocks[body.blocks[-1]].text.endswith(("…", "..."))
    if any(_says(b.text, perhaps) and _gated(seen, b.node) for b in near):
        return True
    weak = any(_says(b.text, perhaps) and not b.linked for b in near)
    offer = together(near)
    priced = {"who", "price"} <= offer.groups or {"who", "what"} <= offer.groups
    cut = closed or broken
    return (
        offer.walls
        or (cut and (weak or priced))
        or (bool(offer.groups & {"who", "what", "price"}) and _faded(seen, body))
    )


def _names(seen: Seen, at: int) -> Iterator[set[str]]:
    """Of an element and those around it, the words of their classes and ids."""
    while at >= 0 and seen.nodes[at].tag not in {"main", "article", "body", "html"}:
        element = seen.nodes[at].element
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        yield set(re.findall(r"[a-z]+", names[:200].lower()))
        at = seen.nodes[at].parent


def _gated(seen: Seen, at: int) -> bool:
    """Whether something stands in an element that is called after what it holds back."""
    gates = set(_lists()["gates"])
    return any(gates & names for names in _names(seen, at))


def _faded(seen: Seen, body: Body) -> bool:
    """Whether the last paragraph stands in an element that is called after its fading."""
    faded = set(load("pages")["offers"]["faded"])
    return any(faded & names for names in _names(seen, seen.blocks[body.blocks[-1]].node))


def _at_the_foot(seen: Seen, at: int) -> bool:
    while at >= 0:
        if seen.nodes[at].tag in {"footer", "nav", "header"}:
            return True
        at = seen.nodes[at].parent
    return False


def _no(stated: Any) -> bool:  # noqa: ANN401 - JSON has no closed type
    return str(stated).lower() in {"false", "http://schema.org/false", "https://schema.org/false"}


def _closed(page: Page) -> bool:
    """Whether the JSON-LD or the metadata say that the report is not free."""
    stated = any(_no(o.get("isAccessibleForFree")) for o in (page.about, *page.objects[:1]))
    tier = (page.meta("article:content_tier") or "").lower()
    return stated or tier in {"locked", "metered"}


def _left_out(page: Page) -> bool:
    """Whether the part that is not free, by the JSON-LD's selectors, is not in the page."""
    parts = page.about.get("hasPart")
    held = [p for p in (parts if isinstance(parts, list) else [parts]) if isinstance(p, dict)]
    stated = [said(p.get("cssSelector")) for p in held if _no(p.get("isAccessibleForFree"))]
    chosen = [match for s in stated if s and (match := _SELECTOR.match(s.strip()))]
    return bool(chosen) and not any(_filled(page, match) for match in chosen)


def _filled(page: Page, selector: re.Match[str]) -> bool:
    kind, name = ("class", selector[2]) if selector[1] == "." else ("id", selector[2])
    path = f"//*[contains(concat(' ', normalize-space(@{kind}), ' '), $name)]"
    for element in page.tree.xpath(path, name=f" {name} ")[:20]:
        if len(element.text_content().split()) > _EMPTY:
            return True
    return False


def _much_longer(page: Page, words: int) -> bool:
    """Whether the JSON-LD counts twice the words that are seen, and more."""
    told = said(page.about.get("wordCount")) or ""
    return told.isdigit() and int(told) > 2 * words


def _says(text: str, phrases: tuple[str, ...]) -> bool:
    small = signs.small(text)
    return any(phrase in small for phrase in phrases)


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    walls = load("pages")["walls"]
    return {name: tuple(walls[name]) for name in ("perhaps", "gates")}
