"""Pages of posts by several people, as forums and platforms have them: the first is the report."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from reportedly.lexicons import load

from .blocks import Block, Seen
from .furniture import prose
from .marks import aged, clocked
from .moments import moments
from .stated import Page
from .told import is_article, kinds

_FORUM = re.compile(
    r"viewtopic|showthread|/threads?/|/topics?/|/forums?/|/t/|/status(?:es)?/|/posts?/\d|/comments/"
    r"|/questions/\d|/wall-?\d|^https?://(?:www\.|m\.|mobile\.|old\.)?(?:t\.me|x\.com|twitter\.com"
    r"|facebook\.com|vk\.com|reddit\.com|bsky\.app|threads\.net)/",
    re.IGNORECASE,
)
_KINDS = {"DiscussionForumPosting", "QAPage", "Question", "SocialMediaPosting"}
_SOFTWARE = re.compile(
    r"phpbb|vbulletin|discourse|xenforo|simple machines|mybb|invision|flarum|mastodon|nodebb"
    r"|vanilla|\bT-?(?:ele)?gram\b|\btgme|pleroma|misskey|lemmy|bluesky",
    re.IGNORECASE,
)
_NAMES = re.compile(r"topic|thread|forum", re.IGNORECASE)
_HANDLE = re.compile(r"@\w|\b\d+ ?(?:s|m|min|h|hrs?|hours?|d|days?)(?: ago)?$")
_PROFILE = re.compile(r".*\b(?:posts: ?\d|joined:|join date:?|member since)", re.I | re.S)
_RULE = re.compile(r"[_\-=*~–—]{2,}\s*$|--\s|_{5,}")
_ENDS = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_LEAST = 2
_LINE = 14
_SHORT = 8
_OUTER = 6


def is_forum(page: Page, seen: Seen) -> bool:
    """Whether a page holds posts that answer one another, as it, its address or its program say."""
    if any(_KINDS & set(kinds(told)) for told in page.objects):
        return True
    if any(is_article(told) for told in page.objects):
        return False
    said = f"{page.meta('generator') or ''} {page.meta('og:site_name') or ''}"
    if _FORUM.search(page.url or page.at or "") or _SOFTWARE.search(said):
        return True
    outer = seen.nodes[:_OUTER]
    names = (f"{n.element.get('id') or ''} {n.element.get('class') or ''}"[:300] for n in outer)
    return any(_SOFTWARE.search(one) or _NAMES.search(one) for one in names)


def answered(seen: Seen) -> bool:
    """Whether what readers may do with a post ("Reply", "Like") is printed several times."""
    found = 0
    for block in seen.blocks:
        short = block.words <= _SHORT
        found += short and (_is_action(block) or bool(_PROFILE.match(block.text)))
        if found >= _LEAST:
            return True
    return False


def _is_action(block: Block) -> bool:
    words = re.findall(r"[a-z]+", block.text.lower())
    return bool(words) and all(word in _actions() for word in words) and "reply" in words


def first_post(seen: Seen, weights: Sequence[int], dead: Sequence[bool]) -> int | None:
    """The node of the first of several posts side by side; None where there are not several.

    Posts are children of one element with the same tag and class, numbers aside, and words. The
    first may be of another class than those that answer it.
    """
    groups: dict[tuple[int, str, str], list[int]] = {}
    children: dict[int, list[int]] = {}
    for at, node in enumerate(seen.nodes):
        if not dead[at] and weights[at] and node.parent >= 0 and node.tag not in {"p", "td"}:
            names = re.sub(r"\d+", "", (node.element.get("class") or "")[:200])
            groups.setdefault((node.parent, node.tag, names), []).append(at)
            children.setdefault(node.parent, []).append(at)
    marks = _marks(seen)
    several = (g for g in groups.values() if len(g) >= _LEAST and all(_signed(seen, marks, g)))
    best = max(several, key=lambda held: sum(weights[at] for at in held), default=[])
    if not best:
        return None
    first = _before(seen, marks, children, best[0])
    if first is not None:
        return first
    return best[0] if 2 * sum(weights[at] for at in best) > weights[0] else None


def _before(
    seen: Seen, marks: Sequence[int], children: dict[int, list[int]], at: int
) -> int | None:
    """The first element above a node, beside it or what holds it, that is signed, too."""
    found = None
    while (above := seen.nodes[at].parent) >= 0:
        before = [one for one in children.get(above, []) if one < at]
        found = next((one for one in before if _signed(seen, marks, [one])[0]), found)
        at = above
    return found


def _marks(seen: Seen) -> list[int]:
    """The blocks at which a time is stated, or who wrote."""
    dated = [i for i, b in enumerate(seen.blocks) if b.words <= _LINE and _says_when(b.text)]
    return sorted([*(t.block for t in seen.times), *(at for at, _ in seen.signed), *dated])


def _says_when(text: str) -> bool:
    said = aged(text) or clocked(text) or _HANDLE.search(text)
    return bool(said) or next(moments(text), None) is not None


def _signed(seen: Seen, marks: Sequence[int], held: Sequence[int]) -> list[bool]:
    """Of each element whether it states a time, or who wrote it."""
    spans = ((seen.nodes[at].first, seen.nodes[at].last) for at in held)
    return [bisect_left(marks, first) < bisect_left(marks, last) for first, last in spans]


def signed_off(seen: Seen, inside: Sequence[int]) -> list[int]:
    """A post's blocks up to the line that stands above its signature."""
    end = next((n for n, i in enumerate(inside) if n and _RULE.match(seen.blocks[i].text)), None)
    return list(inside[:end])


def own_words(seen: Seen, kept: Sequence[int]) -> list[int]:
    """A post without what the platform prints below and around it."""
    found = [i for i in kept if not _of_the_platform(seen.blocks[i])]
    while len(found) > 1 and _trails(seen.blocks[found[-1]]):
        found.pop()
    return found


def _of_the_platform(block: Block) -> bool:
    small = block.text.lower().replace("’", "'").lstrip("-–—•*»> ")
    return small.startswith(_platform())


def _trails(block: Block) -> bool:
    """Whether a last line is no sentence: a counter, a button, an account's name."""
    short = block.words <= _SHORT and not _ENDS.search(block.text[-6:])
    if short and _is_action(block):
        return True
    return short and not prose(block) and block.context not in {"item", "quote", "pre"}


@cache
def _actions() -> frozenset[str]:
    return frozenset(load("pages")["posts"]["actions"])


@cache
def _platform() -> tuple[str, ...]:
    return tuple(load("pages")["posts"]["begins"])
