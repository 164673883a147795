"""Story files: an article as its author wrote it, block by block.

A head of ``name: value`` lines, ``---``, then blocks with a blank line between them. A block's
first characters tell what it is: ``## `` a heading, ``> `` a quotation, ``- `` and ``1. `` items
of a list, ``^ `` the caption of a picture, ``|| `` a pull quote, ``+ `` a note (a correction,
who contributed), ``% `` an embedded post, ``[1] `` a footnote, ``@ 14:05`` the time at which an
entry of a live blog begins (``@ 2025-03-05`` a new day); anything else is a paragraph. Inside a
block ``[[words|path]]`` is a link, ``*words*`` emphasis, ``{1}`` the mark of a footnote.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup, escape

KINDS = {
    "## ": "heading", "> ": "quote", "- ": "item", "1. ": "number", "^ ": "caption",
    "|| ": "pull", "+ ": "note", "% ": "post", "@ ": "time",
}  # fmt: skip
ARTICLE = frozenset({"heading", "quote", "item", "number", "text"})
"""Kinds that are paragraphs of the article; the others are neither required nor forbidden."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its kind, and its words (of a list one entry an item)."""

    kind: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words of all lines as one string."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Story:
    """An article: what stands in its head, and its blocks. ``notes`` are its footnotes."""

    name: str
    title: str
    by: tuple[str, ...]
    deck: str
    head: dict[str, str] = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    notes: tuple[Block, ...] = field(repr=False)


def load(path: Path) -> Story:
    """The story in one file."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    said = {name: value.strip() for name, _, value in (x.partition(":") for x in head.splitlines())}
    blocks = [_block(part) for part in re.split(r"\n\s*\n", body.strip())]
    by = tuple(filter(None, re.split(r"; ", said.get("by", ""))))
    return Story(
        path.stem,
        said["title"],
        by,
        said.get("deck", ""),
        said,
        tuple(b for b in blocks if b.kind != "footnote"),
        tuple(b for b in blocks if b.kind == "footnote"),
    )


def _block(part: str) -> Block:
    if re.match(r"\[\d+\] ", part):
        return Block("footnote", (" ".join(part.split("] ", 1)[1].split()),))
    for mark, kind in KINDS.items():
        if part.startswith(mark):
            lines = [one.strip() for one in re.split(rf"(?:^|\n){re.escape(mark)}", part) if one]
            return Block(kind, tuple(" ".join(line.split()) for line in lines))
    return Block("text", (" ".join(part.split()),))


def plain(words: str) -> str:
    """``words`` as a reader sees them, without the marks of footnotes."""
    shown = re.sub(r"\[\[(.+?)\|.*?\]\]", r"\1", words)
    return re.sub(r"\{\d+\}", "", re.sub(r"\*(.+?)\*", r"\1", shown))


def marked(words: str) -> Markup:
    """``words`` as HTML: links, emphasis, footnotes' marks."""
    html = str(escape(words))
    html = re.sub(r"\[\[(.+?)\|(.*?)\]\]", r'<a href="\2">\1</a>', html)
    html = re.sub(r"\*(.+?)\*", r"<em>\1</em>", html)
    html = re.sub(r"\{(\d+)\}", r'<sup><a href="#fn\1" id="ref\1">\1</a></sup>', html)
    return Markup(html)
