"""One page as it is rendered: what goes into it, and what of that is gold."""

import json
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from markupsafe import Markup, escape

from . import filler
from .story import ARTICLE, Block, Story, marked, plain


@dataclass(slots=True)
class Sheet:
    """Helpers of a layout for one page; what they render they also note as gold.

    ``page`` is the line of ``pages.toml``; ``kept`` the article's paragraphs, ``free`` pieces that
    are neither required nor forbidden, ``barred`` pieces that must not be in the text, ``noted``
    the paragraphs within which marks of footnotes stand.
    """

    page: dict[str, Any]
    story: Story
    outlet: dict[str, Any]
    furniture: dict[str, list[str]]
    address: str
    kept: list[str] = field(default_factory=list)
    free: list[str] = field(default_factory=list)
    barred: list[str] = field(default_factory=list)
    noted: set[str] = field(default_factory=set)
    entries: list[dict[str, Any]] = field(default_factory=list)
    _drawn: dict[str, list[str]] = field(default_factory=dict)

    def rng(self, what: str) -> random.Random:
        """Chance for one purpose on this page."""
        return random.Random(f"{self.page['id']} {what}")

    def no(self, words: str) -> Markup:
        """Furniture: shown, and barred from the text."""
        self.barred.append(" ".join(words.split()))
        return escape(words)

    def maybe(self, words: str) -> Markup:
        """Shown, and neither required nor forbidden."""
        self.free.append(" ".join(words.split()))
        return escape(words)

    def draw(self, what: str, count: int = 1) -> list[Markup]:
        """Pieces of furniture that this page has not shown yet, barred."""
        left = self._drawn.setdefault(what, self._shuffled(what))
        taken = [left.pop() for _ in range(min(count, len(left)))]
        return [self.no(words) for words in taken]

    def _shuffled(self, what: str) -> list[str]:
        held = list(self.furniture[what])
        self.rng(what).shuffle(held)
        return held

    def one(self, what: str) -> Markup:
        """One piece of furniture."""
        return self.draw(what)[0]

    def has(self, trap: str) -> bool:
        """Whether the page is to have a trap."""
        return trap in self.page.get("traps", ())

    def dated(self, place: str) -> bool:
        """Whether the page states its date there."""
        return place in self.page.get("dates", ())

    def named(self, place: str) -> bool:
        """Whether the page names its publisher there."""
        return place in self.page.get("names", ())

    def when(self, shape: str, what: str = "published", hours: float = 0) -> str:
        """A date of the page as ``shape`` has it, ``hours`` later; "" where it has none."""
        stated = self.page.get(what)
        if not stated:
            return ""
        moment = datetime.fromisoformat(stated) + timedelta(hours=hours)
        return moment.isoformat() if shape == "iso" else moment.strftime(shape)

    def stray(self, shape: str, number: int) -> str:
        """A moment of something else on the page: of the ``number``-th related story, comment."""
        moment = datetime.fromisoformat(self.page.get("published") or "2025-02-20T10:15:00+00:00")
        moment -= timedelta(hours=31 * number, minutes=7 * number)
        return moment.isoformat() if shape == "iso" else moment.strftime(shape)

    def block(self, block: Block, form: str = "p", attrs: str = "", again: bool = False) -> Markup:
        """A block of the story as HTML, noted unless it stands there ``again``."""
        if not again:
            self._note(block)
        shapes = FORMS[form]
        shape = shapes.get(block.kind) or shapes["text"]
        at = Markup(f" {attrs}" if attrs else "")
        if "one" in shape:
            items = Markup("").join(
                Markup(shape["one"]).format(t=marked(line), a=at) for line in block.lines
            )
            return Markup(shape["all"]).format(t=items, a=at)
        return Markup(shape["all"]).format(t=marked(block.text), a=at)

    def _note(self, block: Block) -> None:
        lines = [plain(line) for line in block.lines]
        if block.kind in ARTICLE:
            self.kept.extend(lines)
            self.noted.update(plain(line) for line in block.lines if "{" in line)
        elif block.kind != "pull":
            self.free.extend(lines)

    def notes(self, shape: str = '<li id="fn{n}">{t}</li>') -> Markup:
        """The footnotes, neither required nor forbidden."""
        self.free.extend(plain(note.text) for note in self.story.notes)
        return Markup("").join(
            Markup(shape).format(n=n, t=marked(note.text))
            for n, note in enumerate(self.story.notes, 1)
        )

    def live(self) -> list[tuple[str, list[Block]]]:
        """The entries of a live blog: the moment (ISO) and the blocks of each; noted as gold."""
        day = self.page.get("day") or self.page["published"][:10]
        found: list[tuple[str, list[Block]]] = []
        for block in self.story.blocks:
            if block.kind != "time":
                found[-1][1].append(block)
            elif "-" in block.text:
                day = block.text
            else:
                found.append((f"{day}T{block.text}:00{self.page.get('zone', '')}", []))
        for moment, blocks in found:
            said = [plain(line) for b in blocks if b.kind in ARTICLE for line in b.lines]
            self.entries.append({"when": moment, "text": said})
        return found

    def liveposts(self, entries: list[tuple[str, list[Block]]]) -> list[dict[str, Any]]:
        """The entries of a live blog as JSON-LD states them."""
        return [
            {"@type": "BlogPosting", "datePublished": moment, "articleBody": self.plainly(blocks)}
            for moment, blocks in entries
        ]

    def script(self, size: int) -> Markup:
        """Filler of about ``size`` kB of code."""
        wide = self.rng("size").choice((600, 1000, 1000, 1600, 2400))
        return filler.script(self.rng(f"script {size} {len(self.barred)}"), size * wide)

    def style(self, size: int) -> Markup:
        """Filler of about ``size`` kB of rules."""
        return filler.style(self.rng(f"style {size}"), size * 1000)

    def drawing(self, lines: int = 30) -> Markup:
        """Filler: a picture."""
        return filler.drawing(self.rng(f"drawing {lines}"), lines)

    def jsonld(self, value: Any) -> Markup:  # noqa: ANN401 - any JSON
        """A JSON-LD script; what is None in ``value`` is left out."""
        body = json.dumps(_full(value), ensure_ascii=False).replace("</", "<\\/")
        return Markup(f'<script type="application/ld+json">{body}</script>')

    def data(self, value: Any) -> Markup:  # noqa: ANN401 - any JSON
        """``value`` as JSON within a script."""
        return Markup(json.dumps(_full(value), ensure_ascii=False).replace("</", "<\\/"))

    def plainly(self, blocks: Iterable[Block]) -> str:
        """The words of ``blocks`` as one string, as JSON-LD's articleBody has them."""
        return " ".join(plain(b.text) for b in blocks if b.kind in ARTICLE)


def _full(value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        return {key: _full(one) for key, one in value.items() if one not in (None, "", [])}
    return [_full(one) for one in value] if isinstance(value, list) else value


def _form(
    text: str, heading: str, quote: str, items: tuple[str, str], **more: str
) -> dict[str, dict[str, str]]:
    return {
        "text": {"all": text}, "heading": {"all": heading}, "quote": {"all": quote},
        "item": {"all": items[0], "one": items[1]},
        "number": {"all": items[0].replace("ul", "ol"), "one": items[1]},
        **{kind: {"all": shape} for kind, shape in more.items()},
    }  # fmt: skip


FORMS = {
    "p": _form(
        "<p{a}>{t}</p>\n", "<h2>{t}</h2>\n", "<blockquote{a}><p>{t}</p></blockquote>\n",
        ("<ul{a}>{t}</ul>\n", "<li>{t}</li>"),
        caption='<figure><img src="/media/img.jpg" alt=""><figcaption>{t}</figcaption></figure>\n',
        pull='<aside class="pullquote"><p>{t}</p></aside>\n', note="<p><em>{t}</em></p>\n",
        post='<blockquote class="embedded-post"><p>{t}</p></blockquote>\n',
    ),
    "div": _form(
        "<div{a}>{t}</div>\n", "<div{a}><b>{t}</b></div>\n", "<div{a}>{t}</div>\n",
        ("<div{a}>{t}</div>\n", "<div>• {t}</div>"),
        caption='<div class="img"><img src="/i/1.jpg" alt=""><span>{t}</span></div>\n',
        pull='<div class="pull">{t}</div>\n',
    ),
    "nested": _form(
        "<div{a}><div><p><span>{t}</span></p></div></div>\n",
        "<div{a}><div><h2><span>{t}</span></h2></div></div>\n",
        "<div{a}><blockquote><div><p>{t}</p></div></blockquote></div>\n",
        ("<div{a}><ul>{t}</ul></div>\n", "<li><div><span>{t}</span></div></li>"),
        caption='<div{a}><figure><picture><img src="/x/y.webp" alt=""></picture>'
        "<figcaption><span>{t}</span></figcaption></figure></div>\n",
        pull='<div{a}><div role="complementary"><p>{t}</p></div></div>\n',
    ),
    "br": _form("{t}<br><br>\n", "<b>{t}</b><br><br>\n", "{t}<br><br>\n",
                ("{t}", "- {t}<br><br>\n"), caption="<i>{t}</i><br><br>\n"),
    "font": _form(
        '<p align="justify"><font face="Times New Roman" size="3">{t}</font>\n',
        '<p align="center"><b><font size="4">{t}</font></b>\n',
        '<p align="justify"><i><font size="3">{t}</font></i>\n',
        ("<ul>{t}</ul>\n", '<li><font size="3">{t}</font>\n'),
        caption='<p align="center"><img src="foto1.jpg" width="400"><br>'
        '<font size="2">{t}</font>\n',
    ),
    "section": _form(
        '<section{a}><p>{t}</p></section>\n', "<section{a}><h3>{t}</h3></section>\n",
        "<section{a}><q>{t}</q></section>\n",
        ("<section{a}><ul>{t}</ul></section>\n", "<li><p>{t}</p></li>"),
        caption="<section{a}><figure><img src='p.jpg' alt=''><figcaption>{t}</figcaption>"
        "</figure></section>\n",
        pull='<section class="kw-quote"><p>{t}</p></section>\n',
    ),
    "amp": _form(
        "<p{a}>{t}</p>\n", "<h2>{t}</h2>\n", "<blockquote>{t}</blockquote>\n",
        ("<ul>{t}</ul>\n", "<li>{t}</li>"),
        caption='<figure><amp-img src="/i.jpg" width="16" height="9" layout="responsive"></amp-img>'
        "<figcaption>{t}</figcaption></figure>\n",
    ),
}  # fmt: skip
"""How a kind of block is written in HTML; a kind without a shape is written as text is."""
