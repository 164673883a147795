"""A page → what is seen of it, block by block, in one walk through its elements.

A block is a paragraph, heading, item, cell or line of text without a border in it. Nothing that
is hidden, drawn or executed is part of it; what stands around a report still is.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import lxml.etree
import lxml.html

from .classes import Kind, hidden_by, kind
from .lines import Line, paragraphs

UNSEEN = frozenset({
    "applet", "audio", "button", "canvas", "datalist", "embed", "iframe", "input", "map",
    "math", "meter", "noscript", "object", "option", "progress", "script", "select", "style",
    "svg", "template", "textarea", "title", "video",
})  # fmt: skip
INLINE = UNSEEN | {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "s", "samp", "small",
    "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "rt", "rp",
    "ruby", "amp-img", "blink",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_CONTEXT = {
    "li": "item", "dd": "item", "dt": "item", "blockquote": "quote", "pre": "pre", "td": "cell",
    "th": "cell", **dict.fromkeys(_HEADINGS, "heading"),
}  # fmt: skip
_MARKER = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡§a-z])[\])]?\s*")
_SIGNED = re.compile(
    r"author|byline|\bfn\b|\b(?:writer|reporter|contributor|correspondent)s?\b", re.IGNORECASE
)
_SET_OFF = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_ACTED = {"audio", "button", "iframe"}
_FIELDS = {None, "email", "text", "password", "search", "tel"}
_PRESERVED = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)


def parsed(text: str) -> lxml.html.HtmlElement:
    """A page as elements, without its comments. Raises what lxml raises."""
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True)
    return lxml.html.document_fromstring(text, parser=parser)


@dataclass(slots=True)
class Node:
    """An element that bounds blocks: its parent among nodes, and the blocks inside it."""

    element: Any
    tag: str
    parent: int
    kind: Kind | None
    context: str
    first: int
    last: int = 0
    pictures: int = 0
    deep: int = 0


@dataclass(slots=True)
class Block:
    """What is seen between two borders. ``linked`` characters of ``text`` lead elsewhere.

    ``reads`` keeps whether it reads like a paragraph, once that was asked; ``sells`` whether it
    is of an offer.
    """

    node: int
    context: str
    text: str
    links: list[tuple[int, int, str]] = field(repr=False)
    linked: int = 0
    words: int = 0
    reads: bool | None = None
    sells: bool | None = None


@dataclass(slots=True)
class Time:
    """A time element: the block it stands in or before, and what was printed before it."""

    block: int
    node: int
    stated: str | None
    before: str
    element: Any


class Seen:
    """A page walked through: its ``nodes`` in the order of their starts, ``blocks``, ``times``.

    ``signed`` are the elements called after a report's author, and before which block each is;
    ``alts`` the words of pictures; ``asking`` the nodes with a field to write an address in,
    ``acting`` those with a button or a player.
    ``whole``: what elements hide by themselves is seen, too.
    """

    def __init__(self, tree: lxml.html.HtmlElement, whole: bool = False) -> None:
        self.nodes: list[Node] = []
        self.blocks: list[Block] = []
        self.times: list[Time] = []
        self.alts: set[str] = set()
        self.signed: list[tuple[int, Any]] = []
        self.asking: set[int] = set()
        self.acting: set[int] = set()
        self._whole = whole
        sheets = "".join(str(s) for s in tree.xpath("//style/text()"))
        self._hidden = hidden_by(sheets) if "none" in sheets or "hidden" in sheets else frozenset()
        self._open: list[int] = []
        self._lines: list[Line] = [Line()]
        self._links: list[str | None] = []
        self._walk(tree)

    def _walk(self, tree: lxml.html.HtmlElement) -> None:
        walk = lxml.etree.iterwalk(tree, events=("start", "end"))
        skipped = None
        for event, node in walk:
            if event == "start":
                if self._start(node):
                    self._show(node.text)
                else:
                    walk.skip_subtree()
                    skipped = node
            else:
                if node is skipped:
                    skipped = None
                else:
                    self._end(node)
                if self._open:
                    self._show(node.tail)

    def _start(self, node: Any) -> bool:  # noqa: ANN401 - lxml's
        """Take up an element; False where nothing in it is seen."""
        tag = node.tag
        if tag in UNSEEN:
            if tag == "input" and self._open and node.get("type") in _FIELDS:
                self.asking.add(self._open[-1])
            elif tag in _ACTED and self._open:
                self.acting.add(self._open[-1])
            return False
        if tag == "br":
            self._lines.append(Line())
            return True
        inline = tag in INLINE and not _SET_OFF.search(node.get("style") or "")
        what = kind(tag, node.get, self._hidden) if node.attrib or not inline else None
        if node.attrib and (_SIGNED.search(node.get("class") or "") or node.get("rel") == "author"):
            self.signed.append((len(self.blocks), node))
        if what == "hidden" and not self._whole:
            if not inline:
                self._flush()
            return False
        if inline:
            return self._inline(tag, node)
        self._flush()
        parent = self._open[-1] if self._open else -1
        above = self.nodes[parent].context if self._open else ""
        context = _CONTEXT.get(tag) or above
        if "white-space" in (node.get("style") or "") and _PRESERVED.search(node.get("style")):
            context = "pre"
        deep = self.nodes[parent].deep + 1 if self._open else 0
        self.nodes.append(Node(node, tag, parent, what, context, len(self.blocks), deep=deep))
        self._open.append(len(self.nodes) - 1)
        return True

    def _inline(self, tag: str, node: Any) -> bool:  # noqa: ANN401
        if tag in {"img", "amp-img"}:
            self._picture(node)
            return False
        if tag == "a":
            href = node.get("href")
            if href and href.startswith("#") and _MARKER.fullmatch(_words(node)):
                return False
            self._links.append(href)
            self._lines[-1].begin(href)
        elif tag == "sup" and node.find("a") is not None and _MARKER.fullmatch(_words(node)):
            return False
        elif tag == "q":
            self._lines[-1].add("“", False)
        elif tag == "time":
            at = self._open[-1] if self._open else 0
            before = self._lines[-1].tail()[-60:]
            self.times.append(Time(len(self.blocks), at, node.get("datetime"), before, node))
        self._lines[-1].border = self._lines[-1].border[-1:] + "s"
        return True

    def _picture(self, node: Any) -> None:  # noqa: ANN401
        if self._open:
            self.nodes[self._open[-1]].pictures += 1
        if alt := " ".join((node.get("alt") or "").split()):
            self.alts.add(alt)

    def _end(self, node: Any) -> None:  # noqa: ANN401
        tag = node.tag
        if tag in INLINE and not (self._open and self.nodes[self._open[-1]].element is node):
            if tag == "a" and self._links:
                self._links.pop()
                self._lines[-1].end()
            elif tag == "q":
                self._lines[-1].add("”", False)
            self._lines[-1].border = self._lines[-1].border[-1:] + "e"
        elif tag != "br" and self._open:
            self._flush()
            done = self.nodes[self._open.pop()]
            done.last = len(self.blocks)
            if self._open:
                self.nodes[self._open[-1]].pictures += done.pictures

    def _show(self, text: str | None) -> None:
        if not text:
            return
        if not text.isascii():
            text = text.translate(_NOTHING)
        if self._open and self.nodes[self._open[-1]].context == "pre" and "\n" in text:
            self._preserve(text)
            return
        if len(self._lines) > 1 and not self._lines[-1].length:
            self._resume()
        self._lines[-1].add(text)

    def _preserve(self, text: str) -> None:
        """Text whose line ends are shown; where some lines are indented, paragraphs begin there."""
        first, *others = text.split("\n")
        self._lines[-1].add(first)
        indented = sum(line[:2].isspace() for line in others if line.strip())
        some = 0 < indented < 0.7 * len(others)
        for line in others:
            if some and line[:2].isspace() and line.strip():
                self._lines.append(Line())
            self._lines.append(Line())
            self._resume()
            self._lines[-1].add(line)

    def _resume(self) -> None:
        """A link that is open goes on in the new line."""
        if self._links and not self._lines[-1].open:
            self._lines[-1].begin(self._links[-1])

    def _flush(self) -> None:
        """End the block: what is written since the last border becomes one or more."""
        lines, self._lines = self._lines, [Line()]
        self._resume()
        if not self._open or (len(lines) == 1 and not lines[0].length):
            return
        at = self._open[-1]
        context = self.nodes[at].context
        for line in paragraphs(lines, context == "pre"):
            text = line.text()
            self.blocks.append(
                Block(at, context, text, line.links, line.linked, text.count(" ") + 1)
            )


_NOTHING = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))
"""Characters that only say where a word may be broken."""


def _words(node: Any) -> str:  # noqa: ANN401
    """The words of a small element; more than a mark's are not looked at."""
    found = ""
    for piece in node.itertext():
        found += piece
        if len(found) > 20:
            break
    return found
