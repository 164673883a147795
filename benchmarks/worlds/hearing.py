"""Reports that hear an origin themselves, or see it with their own eyes."""

from dataclasses import replace

from .desk import Desk, Making
from .records import Root, Sentence, State
from .saying import details, say, write


def hear(making: Making, desk: Desk, roots: list[int]) -> None:
    """A report from its own people: those it met, those who spoke in public, what they saw."""
    body: list[Sentence] = []
    for number in roots:
        root = making.roots[number]
        if root.heard_by is None and not root.open:
            root = making.roots[number] = replace(root, heard_by=desk.outlet)
        state = _heard(making, root)
        body.append(say(making, state, desk.outlet, root))
        body += details(making, making.claims[root.claim])
    write(making, desk, body)


def _heard(making: Making, root: Root) -> State:
    """What an origin says to whoever hears it: always the same thing, not always in one wording."""
    rng = making.rng
    style = "seen" if root.kind == "seen" else "heard"
    if root.open:
        style = "gathering" if root.kind == "person" else rng.choice(("gathering", "posted"))
    if root.number not in making.words:
        making.words[root.number] = _meant(making, root, style)
    names = root.names[:2] if root.kind == "person" else root.names[:1]
    source = making.one(list(names)) if names else None
    held = making.words[root.number]
    return replace(held, style=style, wording=rng.randrange(4), source=source,
                   phrasing=rng.randrange(10**9))  # type: ignore[arg-type]  # fmt: skip


def _meant(making: Making, root: Root, style: str) -> State:
    rng, claim = making.rng, making.claims[root.claim]
    sure = style in {"gathering", "posted", "seen"}
    level = "plain" if sure else rng.choices(("plain", "strong", "weak"), (0.5, 0.2, 0.3))[0]
    forms = (0.8, 0.12, 0.08) if level == "plain" and style != "seen" else (1, 0, 0)
    return State(
        claim.number, frozenset({root.number}), "heard", 0,
        rng.choices(("done", "may", "planned"), forms)[0],  # type: ignore[arg-type]
        level,  # type: ignore[arg-type]
        rng.choice(("", "", "up to", "about", "more than", "at least")), claim.count,
        rng.choices(("part", "neutral", "whole"), (0.4, 0.4, 0.2))[0],  # type: ignore[arg-type]
        rng.randrange(3), None,
    )  # fmt: skip
