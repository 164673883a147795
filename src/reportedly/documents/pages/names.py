"""Who published a page, by the site's own name, and who wrote its report."""

import re
from functools import cache, cached_property

from lxml.html import HtmlElement

from reportedly.lexicons import load

from ..table import said
from .blocks import Seen
from .body import Body
from .furniture import prose
from .moments import moments
from .sites import Site
from .stated import Page, bare, start_of

_PART = r"(?:[A-Z][\w’'-]*\.?|de|van|von|der|al|bin|la|le)"
_PERSON = rf"{_PART}(?: {_PART}){{1,3}}"
_PEOPLE = rf"{_PERSON}(?:(?:, | and | & ){_PERSON}){{0,4}}"
_BYLINE = re.compile(
    r"(?:(?:posted|published|written|story|report|reporting|words|text|reported"
    r"|(?:an?\s)?(?:analysis|essay|feature|dispatch|column|commentary|opinion|interview)"
    r"|live\s(?:coverage|updates))\s+)?"
    r"(?:(?:by|with):?|(?:text|words|report|story|authors?|reporter|correspondent|reporting"
    r"|written\sby|posted\sby):)\s+(?P<names>[^\W\d_].{1,150})",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"From (?:our (?:own )?(?:\w+ )?correspondent,? )?(?P<names>{_PERSON})(?:,| in |$)"
)
_ALONE = re.compile(
    rf"(?P<names>{_PEOPLE})(?P<after>$| in [A-Z].*| report(?:s|ing|ed) from [A-Z].*"
    r"|(?:,| ?[|·•/(]| [–—-] | ?/)\s*(?P<rest>.*))"
)
_DASH = re.compile(rf"^(?:—|–|--?)\s*(?P<names>{_PERSON})(?:,.*)?$")
_AFTER_NAMES = re.compile(
    r"\s*(?:[|·•(/»;]|–|—|\s-\s|\b(?:published|updated|posted|last updated|on|at)\b|(?<!\w)\d"
    r"|,?\s*\S+@\S+|,\s+(?=[a-z])|\b(?:in|for) [A-Z]).*$"
)
_BELOW = re.compile(
    r"(?:(?:posted|written|published|reported|reporting|report|text|words|story) )?by:? "
    r"|authors?: ",
    re.IGNORECASE,
)
_NAMES = 12
_MOST_SIGNED = 20


class Names:
    """Asked once a page for its publisher and byline."""

    def __init__(self, page: Page, seen: Seen, body: Body) -> None:
        self._page = page
        self._seen = seen
        self._body = body

    @cached_property
    def publisher(self) -> str | None:
        """The site's own name, None where it has none; see :class:`Site`."""
        return Site(self._page, self._seen, self._body).name

    @cached_property
    def byline(self) -> str | None:
        """JSON-LD author, else a meta element, microdata, what is called so or begins with "By".

        An address is no name.
        """
        page = self._page
        stated = (
            said(page.resolved(page.about.get("author"))),
            page.meta("author"), page.meta("article:author"),
            page.meta("parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"),
            page.meta("citation_author", "article:author_name"), self._labelled(),
            ", ".join(dict.fromkeys(page.item("author"))),
        )  # fmt: skip
        named = (_names(s) or s for s in stated if s and "://" not in s)
        return (
            next((s for s in named if len(s) <= 200), None)
            or self._line()
            or self._called()
            or self._below()
            or self._bare_line()
        )

    def _labelled(self) -> str | None:
        """The author among the labels that a page has for cards of it."""
        for n in ("1", "2"):
            label = (self._page.meta(f"twitter:label{n}") or "").casefold()
            if label in {"written by", "author", "by"}:
                return self._page.meta(f"twitter:data{n}")
        return None

    def _bare_line(self) -> str | None:
        """A name alone at the headline: with a role, a place or a day behind it or below."""
        lines = [i for i in self._near if i not in self._body.kept and i != self._body.head]
        for i in lines:
            text = self._seen.blocks[i].text
            if found := _FROM.match(text):
                return found["names"]
            found = _ALONE.match(text)
            if found and self._is_author(found, i):
                names = found["names"]
                return names.title() if names.isupper() else names
        return None

    def _is_author(self, found: re.Match[str], at: int) -> bool:
        rest, words = found["rest"], found["names"].casefold().split()
        if set(words) & _not_people() or bare(found["names"]) == bare(self.publisher):
            return False
        if rest is None:
            below = self._seen.blocks[at + 1].text if at + 1 < len(self._seen.blocks) else ""
            day = next(moments(below), None)
            return bool(found["after"].strip()) or (day is not None and len(below.split()) < _NAMES)
        comma = found["after"].startswith(",")
        dated = next(moments(rest), None) is not None and not comma
        return dated or bool(set(re.findall(r"[a-z]+", rest.casefold())) & _roles())

    @cached_property
    def _near(self) -> range:
        """The blocks from the headline, or a little above, to the report's second paragraph."""
        kept = self._body.blocks
        spoken = [i for i in kept if prose(self._seen.blocks[i])]
        last = (spoken[:2] or kept[:1] or (len(self._seen.blocks),))[-1]
        return range(max(0, min(self._body.head, last)), last)

    def _line(self) -> str | None:
        """A line "By …" at the headline."""
        lines = (self._seen.blocks[i] for i in self._near if i not in self._body.kept)
        short = (b.text for b in lines if b.words <= 2 * _NAMES and b.text[-1] not in "!?")
        return next((names for text in short if (names := _names(text))), None)

    def _called(self) -> str | None:
        """What elements at the headline are called after the author."""
        near = [
            node for at, node in self._seen.signed if self._near.start <= at <= self._near.stop
        ][:_MOST_SIGNED]
        inner = [
            node
            for node in near
            if not any(node in other.iterancestors() for other in near if other is not node)
        ]
        found: dict[str, None] = {}
        for node in inner[:5]:
            text = _AFTER_NAMES.sub("", start_of(_person(node))).strip(" ,")
            text = _without_role(_names(text) or text)
            if (
                bare(text) != bare(self.publisher)
                and 0 < len(text.split()) <= _NAMES
                and text[0].isupper()
                and "@" not in text
            ):
                found[text] = None
        return ", ".join(found) or None

    def _below(self) -> str | None:
        """A line "Posted by …" or "— Ana Brel, Vesk" at the report's end or right below it."""
        last = self._body.blocks[-1] if self._body.blocks else len(self._seen.blocks)
        for block in self._seen.blocks[max(0, last - 1) : last + 5]:
            if block.words <= 3 * _NAMES and _BELOW.match(block.text):
                return _names(block.text)
            if block.words <= _NAMES and (found := _DASH.match(block.text)):
                return found["names"]
        return None


def _person(node: HtmlElement) -> HtmlElement:
    """The part of an element called after an author that holds the name alone."""
    inner = node.xpath(
        ".//*[@itemprop='name' or @rel='author'"
        " or contains(@class, 'name') or contains(@class, 'fn')]"
    )
    return inner[0] if len(inner) == 1 and inner[0].text_content().strip() else node


def _without_role(text: str) -> str:
    """A name without the role that stands right behind it: "Ana Brel Foreign editor"."""
    words = text.split()
    if len(words) > 2 and words[-1].casefold().strip(".,") in _roles():
        capital = [i for i, word in enumerate(words) if i >= 2 and word[0].isupper()]
        return " ".join(words[: capital[0]]) if capital else " ".join(words[:2])
    return text


def _names(line: str) -> str | None:
    """The names in a line "By A and B | …"."""
    found = _BYLINE.match(line)
    names = _AFTER_NAMES.sub("", found["names"]).strip(" ,.") if found else ""
    proper = names and (names[0].isupper() or " " not in names) and names.count(" ") < _NAMES
    return _tidy(names) if proper else None


def _tidy(names: str) -> str:
    """Names without a place or an agency in one word behind them, and not in capitals."""
    first, comma, rest = names.rpartition(", ")
    if comma and " " in first and " " not in rest:
        names = first
    shouted = names.isupper() and " " in names and all(len(word) > 2 for word in names.split())
    return re.sub(r"\bAnd\b", "and", names.title()) if shouted else names


@cache
def _roles() -> frozenset[str]:
    return frozenset(load("pages")["names"]["roles"])


@cache
def _not_people() -> frozenset[str]:
    held = load("pages")["names"]
    return frozenset(
        word for line in (*held["sections"], *held["impersonal"]) for word in line.split()
    )
