"""Pages that hold something back: the beginning of a report only, or nothing but a question."""

import re
from functools import cache

from reportedly.lexicons import load

from ..table import said
from .blocks import Seen
from .body import Body
from .furniture import asks, prompts, prose
from .stated import Page

_PROMPT = 60
_SHORT = 150
_NEXT = 12


def paywalled(page: Page, seen: Seen, body: Body) -> bool:
    """Whether a page shows only the beginning of its report.

    Below its last paragraph readers are asked to subscribe or to register before they may read
    on. Below a text of few words a weaker form of that is enough, where the element around it is
    called a gate, the JSON-LD calls the report not free, or the text breaks off.
    """
    if not body.blocks:
        return False
    closed = _closed(page)
    after = [b for b in seen.blocks[body.blocks[-1] + 1 :] if b.words <= _PROMPT]
    perhaps = _lists()["perhaps"]
    if any(prompts(b.text) for b in after):
        return True
    words = sum(seen.blocks[i].words for i in body.blocks)
    near = [b for b in after if not _at_the_foot(seen, b.node)]
    next_ = near[:_NEXT] if words <= _SHORT else []
    broken = seen.blocks[body.blocks[-1]].text.endswith(("…", "..."))
    gated = any(_says(b.text, perhaps) and _gated(seen, b.node) for b in next_)
    weak = any(_says(b.text, perhaps) and not b.linked for b in next_)
    return gated or ((closed or broken) and weak) or (closed and (_much_longer(page, words)))


def _gated(seen: Seen, at: int) -> bool:
    """Whether something stands in an element that is called after what it holds back."""
    while at >= 0 and seen.nodes[at].tag not in {"main", "article", "body", "html"}:
        names = seen.nodes[at].element.get("class") or seen.nodes[at].element.get("id") or ""
        if set(re.findall(r"[a-z]+", names[:200].lower())) & set(_lists()["gates"]):
            return True
        at = seen.nodes[at].parent
    return False


def _at_the_foot(seen: Seen, at: int) -> bool:
    while at >= 0:
        if seen.nodes[at].tag in {"footer", "nav", "header"}:
            return True
        at = seen.nodes[at].parent
    return False


def _closed(page: Page) -> bool:
    """Whether the JSON-LD or the metadata say that the report is not free."""
    stated = {str(o.get("isAccessibleForFree")).lower() for o in (page.about, *page.objects[:1])}
    tier = (page.meta("article:content_tier") or "").lower()
    return bool(stated & {"false", "http://schema.org/false"}) or tier in {"locked", "metered"}


def _much_longer(page: Page, words: int) -> bool:
    """Whether the JSON-LD counts twice the words that are seen, and more."""
    told = said(page.about.get("wordCount")) or ""
    return told.isdigit() and int(told) > 2 * words


def consent(seen: Seen, body: Body) -> bool:
    """Whether a page asks about cookies and holds no report."""
    asking = sum(b.words for b in seen.blocks if prose(b) and asks(b.text))
    kept = sum(b.words for i in body.blocks if prose(b := seen.blocks[i]) and not asks(b.text))
    return asking > 0 and kept < asking / 2


def _says(text: str, phrases: tuple[str, ...]) -> bool:
    small = text.lower().replace("’", "'")
    return any(phrase in small for phrase in phrases)


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    walls = load("pages")["walls"]
    return {name: tuple(walls[name]) for name in ("perhaps", "gates")}
