"""Pages of posts by several people, as forums have them: the first is the report."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from .blocks import Seen
from .moments import moments
from .stated import Page
from .told import kinds

_FORUM = re.compile(
    r"viewtopic|showthread|/threads?/|/topics?/|/forums?/|/t/|/status/|/posts?/\d", re.I
)
_KINDS = {"DiscussionForumPosting", "QAPage", "Question", "SocialMediaPosting"}
_SOFTWARE = re.compile(
    r"phpbb|vbulletin|discourse|xenforo|simple machines|mybb|invision|flarum|mastodon", re.I
)
_NAMES = re.compile(r"topic|thread|forum", re.IGNORECASE)
_LEAST = 2
_LINE = 14


def is_forum(page: Page, seen: Seen) -> bool:
    """Whether a page holds posts that answer one another, as it, its address or its program say."""
    if any(_KINDS & set(kinds(told)) for told in page.objects):
        return True
    if _FORUM.search(page.url or page.at or "") or _SOFTWARE.search(page.meta("generator") or ""):
        return True
    outer = seen.nodes[:6]
    names = (f"{n.element.get('id') or ''} {n.element.get('class') or ''}"[:300] for n in outer)
    return any(_SOFTWARE.search(one) or _NAMES.search(one) for one in names)


def first_post(seen: Seen, weights: Sequence[int], dead: Sequence[bool]) -> int | None:
    """The node of the first of several posts side by side; None where there are not several.

    Posts are children of one element with the same tag and class, numbers aside, and words.
    """
    groups: dict[tuple[int, str, str], list[int]] = {}
    for at, node in enumerate(seen.nodes):
        if not dead[at] and weights[at] and node.parent >= 0 and node.tag not in {"p", "li", "td"}:
            names = re.sub(r"\d+", "", (node.element.get("class") or "")[:200])
            groups.setdefault((node.parent, node.tag, names), []).append(at)
    several = (held for held in groups.values() if len(held) >= _LEAST)
    best = max(several, key=lambda held: sum(weights[at] for at in held), default=[])
    most = 2 * sum(weights[at] for at in best) > weights[0] if weights else False
    return best[0] if most and _signed(seen, best) else None


def _signed(seen: Seen, held: Sequence[int]) -> bool:
    """Whether each of the elements states a time, or who wrote it."""
    dated = [i for i, b in enumerate(seen.blocks) if b.words <= _LINE and any(moments(b.text))]
    marks = sorted([*(t.block for t in seen.times), *(at for at, _ in seen.signed), *dated])
    spans = ((seen.nodes[at].first, seen.nodes[at].last) for at in held)
    return all(bisect_left(marks, first) < bisect_left(marks, last) for first, last in spans)
