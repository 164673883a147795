"""Pages that hold something back: the beginning of a report only, or nothing but a question."""

from functools import cache

from reportedly.lexicons import load

from ..table import said
from .blocks import Seen
from .body import Body
from .furniture import asks, prose
from .stated import Page

_PROMPT = 60
_SHORT = 150


def paywalled(page: Page, seen: Seen, body: Body) -> bool:
    """Whether a page shows only the beginning of its report.

    Below its last paragraph readers are asked to subscribe or to register before they may read
    on; where the JSON-LD calls the report not free, a weaker form of that is enough, or a text
    of few words that breaks off.
    """
    if not body.blocks:
        return False
    closed = _closed(page)
    after = [b for b in seen.blocks[body.blocks[-1] + 1 :] if b.words <= _PROMPT]
    lists = _lists()
    asked = any(_says(b.text, lists["paywall"]) for b in after)
    if asked or not closed:
        return asked
    weak = any(_says(b.text, lists["perhaps"]) for b in after)
    words = sum(seen.blocks[i].words for i in body.blocks)
    broken = seen.blocks[body.blocks[-1]].text.endswith(("…", "..."))
    return weak or (words <= _SHORT and broken) or _much_longer(page, words)


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
    if not asking:
        return False
    kept = sum(b.words for i in body.blocks if prose(b := seen.blocks[i]) and not asks(b.text))
    return kept < asking / 2


def _says(text: str, phrases: tuple[str, ...]) -> bool:
    small = text.lower().replace("’", "'")
    return any(phrase in small for phrase in phrases)


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    walls = load("pages")["walls"]
    return {name: tuple(walls[name]) for name in ("paywall", "perhaps")}
