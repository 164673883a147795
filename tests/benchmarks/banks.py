"""Pages of both banks with their gold, and what a reader without fault would give of them."""

import sys
from dataclasses import asdict
from functools import cache
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from pages.make import HERE, pages
from pages.score import Found

BENCHMARKS = HERE.parent
BANKS = ("a", "b")


@cache
def made(bank):
    return pages(bank)


def golds():
    return [asdict(page.gold) for bank in BANKS for page in made(bank)]


def right(gold):
    """What a reader without fault would give."""
    return Found(
        kept=not gold["wall"],
        text="\n\n".join(gold["paragraphs"]),
        title=gold["title"][0] if gold["title"] else None,
        byline=" and ".join(gold["byline"]) or None,
        published=gold["published"],
        dated=gold["dated"][0] if gold["dated"] else "",
        updated=gold["updated"],
        publisher=gold["publisher"][0] if gold["publisher"] else None,
        stub=gold["stub"],
        entries=tuple((e["when"], "\n".join(e["text"])) for e in gold["entries"]),
    )


def one(**wanted):
    """The first page of bank a whose gold is as wanted."""
    return next(
        g for g in golds() if g["id"][0] == "a" and all(bool(g[k]) == v for k, v in wanted.items())
    )
