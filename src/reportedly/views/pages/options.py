"""What a reader can choose from in a form, written once for a state of the ledger."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from reportedly.views.shelf import Shelf
from reportedly.views.visible import plain

MOST = 500
"""Names to choose from; a list that is longer is searched by words."""


def options(named: Iterable[tuple[str, str]]) -> Markup:
    """``<option>`` elements from what each is called and the value that it stands for."""
    shown = (
        Markup('<option value="{}">{}</option>').format(plain(value), plain(name))
        for name, value in list(named)[:MOST]
    )
    return Markup("").join(shown)


def outlets(shelf: Shelf) -> Markup:
    """Every outlet of the case."""
    return shelf.once("outlets", _outlets)


def chosen(written: Markup, value: str) -> Markup:
    """The options with the one for ``value`` selected."""
    start = f'<option value="{escape(plain(value))}"'
    if not value:
        return written
    return Markup(str(written).replace(f"{start}>", f"{start} selected>"))  # noqa: S704 - escaped


def _outlets(shelf: Shelf) -> Markup:
    return options((name, name) for name in sorted({d.outlet for d in shelf.documents.values()}))
