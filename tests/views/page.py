"""Reads a dossier back as a browser would: elements, attributes, and the text of slices."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "input", "link", "img", "hr"}


@dataclass
class Slice:
    """A ``q`` or a ``p.text``: which characters it claims to be, and which it shows."""

    document: str
    start: int
    end: int
    text: str = ""


@dataclass
class Page(HTMLParser):
    """Everything of one page that tests ask for."""

    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    slices: list[Slice] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self):
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, Slice | None, bool]] = []

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in given.items()]
        if "id" in given:
            self.ids.append(given["id"])
        held = None
        if "data-spans" in given:
            start, end = map(int, given["data-spans"].split("-"))
            held = Slice(given["data-doc"], start, end)
            self.slices.append(held)
        elif tag == "q":
            self.unmarked.append(tag)
        if tag not in VOID:
            self.stack.append((tag, held, given.get("class") == "ctl"))

    def handle_endtag(self, tag):
        opened = self.stack.pop()
        assert opened[0] == tag, f"</{tag}> closes <{opened[0]}>"

    def handle_data(self, data):
        if any(tag in ("style", "script") for tag, _, _ in self.stack):
            return
        shown = chr(int(data[2:], 16)) if any(ctl for _, _, ctl in self.stack) else data
        self.text += data
        for _, held, _ in self.stack:
            if held:
                held.text += shown


def read(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    assert page.stack == []
    return page
