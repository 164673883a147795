"""The name of the channel or account on whose page a post stands, which is its publisher."""

import re
from collections.abc import Iterator

from ..addresses import path
from ..table import said
from . import called
from .blocks import Seen
from .body import Body
from .stated import Page, bare
from .told import kinds

_NAMED = (
    "//*[contains(@class, 'owner_name') or contains(@class, 'channel_name')"
    " or contains(@class, 'channel-name') or contains(@class, 'channel-title')"
    " or contains(@class, 'channel_title') or contains(@class, 'channel_info_header_title')]"
)
_SHOWN = (
    "//*[contains(@class, 'display-name') or contains(@class, 'display_name')"
    " or contains(@class, 'displayname') or contains(@class, 'account-name')"
    " or contains(@class, 'profile-name') or contains(@class, 'p-author')"
    " or contains(@class, 'fullname')]"
)
_HANDLE = re.compile(r"\s*\(?@[\w.-]{2,40}(?:@[\w.-]+)?\)?")
_WITH_HANDLE = re.compile(r"(?P<name>[^|\n]{2,60}?)\s*\(@[\w.@-]{2,80}\)")
_SAYS = re.compile(r"(?P<name>[^|:\n]{2,60}?) (?:on|via) [A-Z]\w{0,20}:\s*[\"“‘']")
_ON = re.compile(r"(?P<name>[^|\n]{2,60}?)\s+(?:on|[–—|·-])\s+(?P<where>[^|\n]{1,30})\Z")
_ABOVE = 6
_MOST = 8


def channel(page: Page, seen: Seen, body: Body) -> str | None:
    """The channel's or account's own name; None on a page that is no post of one."""
    found = (*_stated(page), *_over(page, seen, body))
    return next((n for n in found if n and not called.is_platform(n)), None)


def _stated(page: Page) -> Iterator[str | None]:
    yield from page.texts(_NAMED)[:1]
    titles = [one for one in (page.meta("og:title", "twitter:title"), page.named) if one]
    for title in titles:
        found = _WITH_HANDLE.match(title) or _SAYS.match(title)
        if found:
            yield found["name"]
    for title in titles:
        found = _ON.match(title)
        if found and called.is_platform(found["where"]):
            yield _short(found["name"])
    if called.is_platform(page.meta("og:site_name")) or _is_post(page):
        yield _handleless(next(iter(page.texts(_SHOWN)), None))
        yield said(page.resolved(page.about.get("author"))) if _is_post(page) else None
        yield _short(page.meta("og:title"))


def _short(name: str | None) -> str | None:
    return name if name and name.count(" ") < _MOST else None


def _handleless(name: str | None) -> str | None:
    return _short(_HANDLE.sub("", name).strip() or None) if name else None


def _is_post(page: Page) -> bool:
    return "SocialMediaPosting" in kinds(page.about)


def _over(page: Page, seen: Seen, body: Body) -> Iterator[str]:
    """The name over a post that leads to where all of its author's posts stand, or at a handle."""
    first = body.blocks[:1]
    if not first:
        return
    title = bare(page.meta("og:title"))
    own = path(page.url or page.at)
    for at in range(max(0, first[0] - _ABOVE), first[0] + 1):
        block = seen.blocks[at]
        start, end, href = next(iter(block.links), (0, 0, ""))
        place, shown = path(href).rstrip("/"), block.text[start:end]
        leads = place.count("/") == 1 and len(place) > 1 and own.startswith(f"{place}/")
        if leads and bare(shown) and bare(shown) == title:
            yield shown
        yield from _beside_handle(seen, at, own)


def _beside_handle(seen: Seen, at: int, own: str) -> Iterator[str]:
    """The words before a handle that the page's address has, too."""
    text = seen.blocks[at].text
    handle = re.search(r"@([\w.-]{2,40})", text[:150])
    if not handle or handle[1].casefold() not in own.casefold().replace("@", "").split("/"):
        return
    before = text[: handle.start()].strip(" (·|–-")
    if not before and at:
        before = seen.blocks[at - 1].text
    if 1 < len(before) <= called.LONGEST and before.count(" ") < _MOST:
        yield before
