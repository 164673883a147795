"""A piece of a page, as feeds carry it → paragraphs and links."""

import lxml.etree
import lxml.html

from .raw import Stated

_BLOCKS = {
    "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre",
    "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_UNSEEN = ("script", "style", "noscript", "template", "iframe", "object", "svg", "math", "form")


def fragment(markup: str) -> tuple[str, tuple[Stated, ...]]:
    """The words of ``markup`` with a blank line between its blocks, and its links by their words.

    Markup that cannot be parsed gives no words.
    """
    try:
        tree = lxml.html.fragment_fromstring(markup.replace("\x00", ""), create_parent="div")
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return "", ()
    lxml.etree.strip_elements(tree, lxml.etree.Comment, *_UNSEEN, with_tail=False)
    paragraphs: list[list[str]] = [[]]
    for event, node in lxml.etree.iterwalk(tree, events=("start", "end")):
        if node.tag in _BLOCKS:
            paragraphs.append([])
        elif node.tag == "br" and event == "start":
            paragraphs[-1].append("\n")
        words = node.text if event == "start" else node.tail
        if words and not (event == "end" and node is tree):
            paragraphs[-1].append(" ".join(f"_{words}_".split())[1:-1])
    text = "\n\n".join(filter(None, map(_tidy, paragraphs)))
    links = (Stated(a.get("href", ""), " ".join(a.text_content().split())) for a in tree.iter("a"))
    return text, tuple(links)


def _tidy(pieces: list[str]) -> str:
    """One paragraph; two line breaks in it make it two, one stays a line break."""
    lines = [" ".join(line.split()) for line in "".join(pieces).split("\n")]
    kept = [line for line, before in zip(lines, ["x", *lines], strict=False) if line or before]
    return "\n".join(kept).strip("\n")
