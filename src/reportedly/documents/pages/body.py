"""Which blocks of a page are the report: its element is chosen by weight, its frame left out.

Weight is the words of blocks that read like prose. Elements whose names say that they stand
around a report weigh nothing, unless they hold the headline or most of the page. From the element
that is marked as the report, by the page's own names or by the JSON-LD's text of it, one goes
down as long as a single child has nearly all the weight.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..table import said
from .asides import appeals, formed
from .blocks import Block, Seen
from .boxes import about_author, asking, boxes, cards, odd_ends, repeated
from .furniture import byline_like, caption, furniture, prose
from .offers import offer_boxes, offered
from .posts import answered, first_post, is_forum, own_words, signed_off
from .stated import Page, bare

_NEARLY_ALL = 0.85
_HALF = 0.5
_HEADED = 0.3
_EFFORT = 200_000_000
"""Characters that are looked through for the paragraphs of the JSON-LD's text."""
_HINT_LEAST = 30
"""Letters of a paragraph that show it in the JSON-LD's text of the report."""


@dataclass(frozen=True)
class Body:
    """The report's ``blocks`` in a page, where its headline stands, and what is dead in it.

    ``head`` is the place of the headline among the page's blocks, -1 where it has none; ``start``
    and ``end`` bound the blocks that were looked at; ``dead`` tells of each node whether it
    stands around the report.
    """

    blocks: tuple[int, ...]
    head: int
    start: int
    end: int
    dead: Sequence[bool]

    @cached_property
    def kept(self) -> frozenset[int]:
        """The report's blocks, to be asked for."""
        return frozenset(self.blocks)


def body(page: Page, seen: Seen) -> Body:
    """The report in a page, by what is seen of it and what the page says of itself."""
    title, hint = page.title, said(page.about.get("articleBody")) or ""
    byline = said(page.about.get("author")) or page.meta("author")
    head = headline(seen.blocks, seen, title)
    dead = _dead(seen, head)
    live = [i for i, b in enumerate(seen.blocks) if not dead[b.node]]
    after = [i for i in live if i > head]
    if not any(prose(seen.blocks[i]) for i in after):
        after = [i for i in live if i != head]
    posted = is_forum(page, seen)
    post = _post(seen, after, dead) if posted or (not hint and answered(seen)) else None
    root = post or _root(seen, after, dead, hint)
    start, end = seen.nodes[root].first, seen.nodes[root].last
    inside = [i for i in _lead(seen, after, head, start) if i < start]
    inside += [i for i in after if start <= i < end]
    if posted or post:
        inside = signed_off(seen, inside)
    kept = _report(seen, inside, title, byline)
    if posted or post:
        kept = own_words(seen, kept)
    return Body(tuple(kept), head, start, end, dead)


def headline(blocks: Sequence[Block], seen: Seen, title: str | None) -> int:
    """Where the headline stands: the first-level heading that is the title, else what reads so."""
    wanted = bare(title or "")
    heads = [i for i, b in enumerate(blocks) if seen.nodes[b.node].tag == "h1"]
    same = (i for i in heads if wanted and _alike(bare(blocks[i].text), wanted))
    read = (i for i, b in enumerate(blocks) if wanted and bare(b.text) == wanted)
    return next(same, next(read, heads[0] if heads else -1))


def _alike(one: str, other: str) -> bool:
    return bool(one) and (one == other or other.startswith(one) or one.startswith(other))


def _dead(seen: Seen, head: int) -> list[bool]:
    """Of each node, whether it stands around the report; first without what readers wrote."""
    weights = _weights(seen, range(len(seen.blocks)))
    dead: list[bool] = []
    listed = cards(seen, head) | asking(seen, head)
    for kinds in ({"never"}, {"never", "frame"}):
        gone = dead
        total = (
            _weights(seen, [i for i, b in enumerate(seen.blocks) if not gone or not gone[b.node]])[
                0
            ]
            if seen.nodes
            else 0
        )
        dead = []
        for at, node in enumerate(seen.nodes):
            framed = at in listed or (
                node.kind in kinds and not _holds(seen, at, head, weights[at], total)
            )
            dead.append(framed or (node.parent >= 0 and dead[node.parent]))
    return dead


def _holds(seen: Seen, at: int, head: int, weight: int, total: int) -> bool:
    """Whether an element that is called a frame holds the report all the same."""
    node = seen.nodes[at]
    if node.first <= head < node.last:
        return weight >= _HEADED * total
    if node.tag in {"html", "body"}:
        return True
    sure = node.kind == "never" or node.tag in {"nav", "footer", "aside"}
    return not sure and weight > _HALF * total


def _weights(seen: Seen, blocks: Sequence[int]) -> list[int]:
    """Of each node, the words of prose in it and below."""
    weights = [0] * len(seen.nodes)
    for i in blocks:
        block = seen.blocks[i]
        if prose(block) and not offered(block):
            weights[block.node] += block.words
    for at in range(len(weights) - 1, 0, -1):
        weights[seen.nodes[at].parent] += weights[at]
    return weights


def _post(seen: Seen, blocks: Sequence[int], dead: Sequence[bool]) -> int | None:
    weights = _weights(seen, blocks)
    post = first_post(seen, weights, dead)
    return None if post is None else _down(seen, weights, post, _NEARLY_ALL)


def _root(seen: Seen, blocks: Sequence[int], dead: Sequence[bool], hint: str) -> int:
    """The node that holds the report."""
    weights = _weights(seen, blocks)
    if not weights:
        return 0
    hinted = _hinted(seen, blocks, hint)
    if hinted:
        return _down(seen, _weights(seen, hinted), 0, 1.0)
    marked = [
        at for at, node in enumerate(seen.nodes)
        if not dead[at] and weights[at] >= _HALF * weights[0] > 0
        and (node.kind == "body" or node.tag in {"article", "main"})
    ]  # fmt: skip
    start = max(
        marked, key=lambda at: (seen.nodes[at].kind == "body", seen.nodes[at].deep), default=0
    )
    return _down(seen, weights, start, _NEARLY_ALL)


def _hinted(seen: Seen, blocks: Sequence[int], hint: str) -> list[int]:
    """The blocks that stand in the JSON-LD's text of the report, where they are most of it."""
    told = bare(hint)
    if len(told) < 2 * _HINT_LEAST:
        return []
    found = []
    length = 0
    effort = _EFFORT
    for i in blocks:
        effort -= len(told)
        if effort < 0:
            return []
        said = bare(seen.blocks[i].text)
        if len(said) >= _HINT_LEAST and said in told:
            found.append(i)
            length += len(said)
    return found if length >= _HALF * len(told) else []


def _down(seen: Seen, weights: Sequence[int], at: int, share: float) -> int:
    """From a node down as long as one child has ``share`` of its weight."""
    best = at
    for child in range(at + 1, len(seen.nodes)):
        node = seen.nodes[child]
        if (
            node.parent == best
            and weights[child] >= share * weights[best] > 0
            and node.tag not in {"p", "li"}
        ):
            best = child
    return best


def _lead(seen: Seen, blocks: Sequence[int], head: int, start: int) -> list[int]:
    """Paragraphs of prose between the headline and the report's element."""
    if head < 0:
        return []
    return [i for i in blocks if head < i < start and prose(seen.blocks[i])]


def _report(seen: Seen, inside: Sequence[int], title: str | None, byline: str | None) -> list[int]:
    """What is left of the blocks inside without captions, boxes and the site's own words."""
    boxed = boxes(seen, inside, byline) | formed(seen, inside)
    boxed |= offer_boxes(seen, [i for i in inside if i not in boxed])
    kept = [i for i in inside if i not in boxed]
    spoken = any(prose(seen.blocks[i]) for i in kept)
    kept = [i for i in kept if not (caption(seen, i) or furniture(seen.blocks[i]))] or kept
    if spoken:
        kept = _from_first_prose(seen, kept)
        third = ([i for i in kept if prose(seen.blocks[i])][:3] or kept)[-1]
        below = (kept[-2:] or [0])[0]
        kept = [i for i in kept if third < i < below or not byline_like(seen.blocks[i])]
        kept = odd_ends(seen, kept)
        gone = repeated(seen, kept) | about_author(seen, kept, byline) | appeals(seen, kept)
        kept = [i for i in kept if i not in gone]
    while kept and seen.blocks[kept[-1]].context == "heading" and len(kept) > 1:
        kept.pop()
    wanted = bare(title or "")
    if len(kept) > 1 and wanted and bare(seen.blocks[kept[0]].text) == wanted:
        kept = kept[1:]
    return kept


def _from_first_prose(seen: Seen, kept: list[int]) -> list[int]:
    """Without the short lines before the first paragraph: bylines, days, labels."""
    first = next((n for n, i in enumerate(kept) if prose(seen.blocks[i])), 0)
    while first and seen.blocks[kept[first - 1]].context in {"heading", "quote"}:
        first -= 1
    return kept[first:]
