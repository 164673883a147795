"""What the templates ask for, and how they print it: every string escaped, hidden signs shown."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reportedly.model import (
    Claim,
    Document,
    Evidence,
    Factuality,
    Position,
    Span,
    Spans,
    Stance,
)
from reportedly.shelf import Shelf
from reportedly.visible import HIDDEN, markup, plain

from . import hypotheses, issues, left_open, page, timeline, unread, words
from .drawings.gallery import Gallery
from .drawings.way import way
from .lineage import outside, trail
from .marked import attributed, beside, sentence, sheet
from .matrix import matrix
from .quoting import Mark, quotation
from .versions import Change

_ID = re.compile(r"\b([0-9a-f]{16})\b")
SHORT = 90
"""Characters of a credit that are quoted where a report is said to follow another."""


class Look:
    """What the templates ask for: each answer is found on the shelf and laid out, not made."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.sentence = lambda statement: sentence(shelf, statement)
        self.attributed = lambda attribution: attributed(shelf, attribution)
        self.beside = lambda statement, evidence: beside(shelf, statement, evidence)
        self.way = lambda claim, room: way(trail(shelf, claim), room)
        self.outside = outside
        self.gallery = Gallery(shelf)
        self.matrix = lambda claims: matrix(shelf, claims)
        self.timeline = lambda: timeline.timeline(shelf)
        self.shown = lambda *given: timeline.shown(shelf, *given)
        self.sheet = lambda *given: sheet(shelf, *given)

    def quote(self, evidence: Evidence) -> Markup:
        """The words an evidence marks."""
        return quotation(self.shelf.documents[evidence.document], evidence.spans)

    def cut(self, document: str, spans: Spans) -> Markup:
        """The words under ``spans`` of the document with that id."""
        return quotation(self.shelf.documents[document], spans)

    def marked(self, document: Document, span: Span, marks: Iterable[Mark]) -> Markup:
        """The words of ``span`` with ``marks`` laid inside."""
        return quotation(document, (span,), marks)

    def edited(self, document: Document, change: Change) -> Markup:
        """Where a change stands in the later version, with what was put there marked."""
        marks = [Mark(change.new, "ins")] if change.after else []
        return quotation(document, change.around, marks)

    def linked(self, text: str) -> Markup:
        """A line with the ids of records in it as links to what is behind them."""
        parts = _ID.split(text)
        return Markup("").join(
            Markup('<a href="/why/{0}">{0}</a>').format(p) if p in self.shelf.records else markup(p)
            for p in parts
        )

    def short(self, evidence: Evidence) -> bool:
        """Whether the words of an evidence are few enough for a line about something else."""
        return sum(span.end - span.start for span in evidence.spans) <= SHORT

    def told(self, document: Document) -> tuple[str, ...]:
        """Where its date was found, its last change, and what kind of page it was read from."""
        return (*filter(None, (page.dated(document),)), *page.told(document))

    def address(self, document: Document) -> str | None:
        """The report's address where it is safe to follow: http and https only."""
        url = document.url or ""
        if HIDDEN.search(url) or any(c.isspace() for c in url):
            return None
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        return url if parts.scheme in ("http", "https") and parts.hostname else None

    def sides(self, claim: Claim) -> dict[Stance, list[Position]]:
        """The positions towards a claim by side, every side named."""
        held: dict[Stance, list[Position]] = {name: [] for name in words.STANCE_MEANING}
        for position in claim.positions:
            held[position.stance].append(position)
        return held

    def certainty(self, claim: Claim) -> list[Factuality]:
        """Every value its voices give it, the surest first; those without one say nothing."""
        held = {p.factuality for p in claim.positions if p.stance in ("for", "against")}
        return [value for value in words.CERTAINTY if value in held]


@cache
def environment() -> Environment:
    """The templates of this folder."""
    made = Environment(
        loader=PackageLoader("reportedly.views"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_shown,
    )
    made.filters["plain"] = plain
    made.globals["unread"] = unread
    made.globals["left_open"] = left_open
    made.globals["rivals"] = hypotheses
    made.globals["issues"] = issues
    return made


def _shown(value: object) -> object:
    """Every string that a template prints is escaped, its hidden characters made visible."""
    return markup(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def file(name: str) -> str:
    """A file of this folder as text."""
    return files("reportedly.views").joinpath(name).read_text("utf-8")
